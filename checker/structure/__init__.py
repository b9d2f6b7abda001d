"""Blocks become clauses: headings, numbering, lists, table rows, sentences, and what each sentence does."""

from checker.structure.clauses import clauses_of, find_clauses

__all__ = ["clauses_of", "find_clauses"]
