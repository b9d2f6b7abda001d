"""The time a winner has to set up: a handover that goes on after the start; and work done at a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.domain import Clause, Fact, Facts
from checker.facts.dates import find_dates
from checker.facts.numerals import read_number
from checker.facts.readings import dates as days_of
from checker.facts.statements import Statement, make_fact, own_words, statements
from checker.facts.worked_out import worked_out

_STAGE = r"\b(?:hand-?\s?over|mobilis\w+|transition|implementation|on-?boarding|lead[ -]?in|set[ -]?up)\b"
_ENDS = re.compile(rf"{_STAGE}[^.;]{{0,80}}\b(?:complet\w+|finish\w*|end\w*|until|by)\b[^.;]{{0,20}}$", re.I)
_LASTS = re.compile(
    rf"{_STAGE}(?: (?:period|phase|stage|time))?[^.;|\d]{{0,30}}?\|?\s?(?P<number>\d{{1,3}}|[a-z]+)[ -]"
    r"(?P<unit>weeks?|days?|months?)\b",
    re.I,
)
_NOT_OURS = re.compile(
    r"\bexit\b|terminat|expir|\bplans?\b|no more than|maximum|up to|at most|less than|replacement|report", re.I
)
_DAYS = {"day": 1, "week": 7, "month": 30}
_DESK = re.compile(
    r"\b(?:research|evaluation|study|studies|review|survey|audit|advice|advisory|advisor\w*|consultan\w+|strategy|"
    r"feasibility|assessment|report|analysis|writing|editing|translation|design|branding|marketing|training|"
    r"facilitat\w+|coaching)\b",
    re.I,
)
_BY_HAND = re.compile(
    r"\b(?:clean\w*|maintenance|repair\w*|works?|construct\w*|install\w*|care|catering|security|guard\w*|transport|"
    r"delivery|supply|grounds|waste|testing|inspection\w*|managed|support service|health|centre|provision)\b",
    re.I,
)


def set_up(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`set_up_days`: the longest time to set up that the pack gives after award, handover after the start included;
    `desk_work` (1) where the title tells of research, advice or other work that needs no vans and no staff taken over.
    """
    found = [fact for s in statements(clauses) if own_words(s) for fact in _of_statement(s, facts)]
    longest = max(found, key=lambda fact: float(fact.value), default=None)
    desk = _desk_work(facts)
    return tuple(fact for fact in (longest, desk) if fact is not None)


def _of_statement(statement: Statement, facts: Facts) -> Iterator[Fact]:
    text = statement.text
    if _NOT_OURS.search(text):
        return
    lasts = _LASTS.search(text)
    number = read_number(lasts["number"]) if lasts else None
    if lasts and number:
        days = int(number) * _DAYS[lasts["unit"].lower().removesuffix("s")]
        yield make_fact("set_up_days", days, statement, lasts.start(), lasts.end(), status="derived")
    begins = days_of(facts, "award") or days_of(facts, "start")
    for date in find_dates(text):
        if begins and _ENDS.search(text[: date.start]) and date.day > begins[0]:
            yield make_fact("set_up_days", (date.day - begins[0]).days, statement, date.start, date.end,
                            status="derived")  # fmt: skip


def _desk_work(facts: Facts) -> Fact | None:
    title = str(facts.value("title") or "")
    if facts.value("kind") in ("works", "goods") or not _DESK.search(title) or _BY_HAND.search(title):
        return None
    told = facts.get("title")
    made = worked_out("desk_work", 1, f"the title tells of work at a desk: {title}")
    return replace(made, quote=told.quote, clause=told.clause, location=told.location) if told else made
