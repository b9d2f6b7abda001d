"""Clauses that send the reader to themselves: "7.3 A dispute is settled as set out in clause 7.3."

A false one accuses, so the words before the reference must promise details, the clause's number must stand once in its
document, and "this clause 7.3" or "clause 7.3 of the Act" is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, listed
from checker.facts.statements import Statement, own_words, statements

_ID = r"(?P<id>\d{1,2}(?:\.\d{1,2}){0,3})(?!\.?\d|\s?\(|\s?[%:/-])"
_PROMISES = re.compile(
    r"\b(?:(?:described|set out|listed|explained|detailed|given|identified|defined|specified|stated|contained|shown|"
    r"provided|outlined|referred to|laid down|found|covered)(?: \w+)? (?:in|at|by|under)|see(?: also)?|"
    r"as (?:in|at|per)|(?:procedure|process|formula|method|arrangements|rules|scale|timetable|criteria|exceptions) "
    r"(?:in|of|under|at)|(?:in accordance|complies|comply) with|refer to) "
    rf"(?P<label>(?:(?:clause|section|paragraph|para|condition|item|part) )?{_ID})",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"^ (?:of|to|in) (?:the|schedule|part|appendix|annex|volume|section|that|our|your)\b|"
    r"^ (?:days|weeks|months|hours)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


def circular(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`points_to_itself` for each reference (value: "clause 7.3"), with `points_to_itself_count` and all in words."""
    numbers = Counter((clause.document, _number(clause)) for clause in clauses)
    told = (s for s in statements(clauses) if own_words(s) and s.sentence.voice == "plain" and not s.sentence.cells)
    slips = [slip for s in told if numbers[s.clause.document, _number(s.clause)] == 1 for slip in _in_statement(s)]
    return listed("points_to_itself", slips, "points_to_itself_count")


def _number(clause: Clause) -> str:
    return (clause.number or "").strip(".")


def _in_statement(statement: Statement) -> Iterator[Said]:
    own = _number(statement.clause)
    for found in _PROMISES.finditer(statement.text) if _NUMBER.fullmatch(own) else ():
        if found["id"] == own and not _OF_OTHERS.match(statement.text[found.end() :]):
            yield Said(value=found["label"], statement=statement, start=found.start(), end=found.end())
