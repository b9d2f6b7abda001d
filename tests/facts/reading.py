"""A text as a pack of one document, read and structured as a file would be, and the facts it gives."""

from __future__ import annotations

from checker.domain import Clause
from checker.facts import find_facts
from tests.making import clauses


def read(*paragraphs: str) -> tuple[Clause, ...]:
    """The clauses of a text whose paragraphs are given one by one."""
    return clauses("\n\n".join(paragraphs))


def values(name: str, *paragraphs: str) -> list[object]:
    """The values of all facts of that name that the text gives."""
    return [fact.value for fact in find_facts(read(*paragraphs)).many(name)]
