"""References that point the wrong way: "paragraph 3.3.1 below" in paragraph 3.3.10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, listed
from checker.facts.statements import Statement, statements

_POINTS = re.compile(
    r"\b(?P<kind>clause|section|paragraph|para|condition) (?P<id>\d{1,2}(?:\.\d{1,2}){0,3})(?!\.?\d|\s?\()"
    r"(?: \([A-Z][\w’' -]{3,50}\))? (?P<way>above|below)\b(?! the\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


def wrong_way(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`points_wrong_way` for each reference (value: "paragraph 3.3.1 below"), with how many and all of them in words.

    Only clauses whose number stands once in their document count, and only references from a numbered clause.
    """
    slips: list[Said] = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = list(statements(tuple(clause for clause in clauses if clause.document == document)))
        places = _places(told)
        slips += [slip for statement in told for slip in _in_statement(statement, places)]
    return listed("points_wrong_way", slips, "wrong_ways")


def _places(told: Sequence[Statement]) -> Mapping[str, tuple[int, int]]:
    """First and last statement of each number that is in one place only."""
    places: dict[str, list[int]] = {}
    for statement in told:
        number = (statement.clause.number or "").strip(".")
        if _NUMBER.fullmatch(number) and not statement.sentence.cells:
            places.setdefault(number, []).append(statement.place)
    return {number: (min(at), max(at)) for number, at in places.items()}


def _in_statement(statement: Statement, places: Mapping[str, tuple[int, int]]) -> Iterator[Said]:
    own = (statement.clause.number or "").strip(".")
    if statement.sentence.voice != "plain" or not _NUMBER.fullmatch(own):
        return
    for found in _POINTS.finditer(statement.text):
        target = found["id"]
        if target in places and own in places and not _within(own, target) and _is_wrong(own, found, places):
            words = f"{found['kind']} {target} {found['way']}".lower()
            yield Said(value=words, statement=statement, start=found.start(), end=found.end())


def _within(one: str, other: str) -> bool:
    """Whether one of two numbers holds the other, so that it is both above and below."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _is_wrong(own: str, found: re.Match[str], places: Mapping[str, tuple[int, int]]) -> bool:
    """Whether place in the document and order of the numbers both say that the target lies the other way."""
    (first, last), (start, end) = places[own], places[found["id"]]
    mine, theirs = _parts(own), _parts(found["id"])
    if found["way"].lower() == "below":
        return end < first and theirs < mine
    return start > last and theirs > mine


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
