"""Two days, or two times of one day, for one stage in neighbouring sentences, dates without a year among them.

A false one accuses, so both sentences must bind to the same stage, name the same round or section, and leave no choice;
only sentences of one clause are compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from checker.domain import Clause, Fact
from checker.facts.dates import MONTHS, clock_of
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_TIME = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d|\d{4} ?h(?:ou)?rs|(?:12 )?(?:noon|midday)|midnight)"
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{'|'.join(MONTHS)})(?: (?P<year>20\d\d))?"
_WHEN = re.compile(
    rf"(?:(?P<before>{_TIME})(?: on| of|,)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?,? )?(?<![\d-]){_DAY}"
    rf"(?:,? (?:at |by |before )?(?P<after>{_TIME}))?",
    re.IGNORECASE,
)
_OFFER = r"(?:tenders?|bids?|quotes?|quotations?|submissions?|applications?|proposals?|offers?|responses?)"
_ASK = r"(?:questions?|quer(?:y|ies)|clarifications?|enquir(?:y|ies)|asking)"
_LIMIT = (
    r"(?:\bby\b|before|until|\bdue\b|deadline|last (?:date|day|moment|time|chance)|latest|later than|"
    r"clos(?:e|es|ing|ure)|cut[ -]?off|after|must|\bends?\b)"
)
_STAGES = (
    ("clarification_deadline", re.compile(rf"\b{_ASK}\b.*{_LIMIT}|{_LIMIT}.*\b{_ASK}\b", re.I | re.S)),
    ("submission_deadline", re.compile(rf"\b{_OFFER}\b.*{_LIMIT}|{_LIMIT}.*\b{_OFFER}\b", re.I | re.S)),
    (
        "start_day",
        re.compile(
            r"\b(?:contract|agreement|services?|framework|term|work)\b.{0,30}\b(?:begin|start|commence)"
            r"(?:s|ing|ning)?\b|"
            r"\b(?:from|with) (?:its|the|a) (?:start|commencement|beginning|start date|commencement date)\b|"
            r"\b(?:start|commencement) (?:date )?(?:of|is)\b",
            re.I,
        ),
    ),
)
_LEAVES = re.compile(
    r"\b(?:if|or|either|was|were|previous\w*|earlier|changed|extended|revised|instead|no longer|publish\w*|answers?|"
    r"answered|repl(?:y|ies)|review|from (?:\d|the date)|open(?:s|ed)?|award\w*|interview\w*|visit\w*|check\w*|draft|"
    r"extension|valid\w*|accounts|insurance|ideally|prefer\w*|aim|current|existing|expires?|stage|first|second|"
    r"phase)\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:round|section|lot|part|tranche|window|wave|cohort|site|year|area) (?:\d+|[A-Z]\b|one|two|three|four)", re.I
)
TIMED = ("clarification_deadline", "submission_deadline")


@dataclass(frozen=True, slots=True)
class _Point:
    """When one sentence says that a stage is."""

    stage: str
    day: tuple[int, str]
    year: str
    time: str  # "HH:MM" or ""
    said: re.Match[str]
    statement: Statement


def neighbours(clauses: tuple[Clause, ...], told: frozenset[str]) -> tuple[Fact, ...]:
    """`clarification_deadline_time`, `submission_deadline_time` ("12:00") and `start_day` ("1 May 2026").

    Each with status `conflicting`, in two values.

    `told` are the names of facts that already conflict: those are left out.
    """
    facts: list[Fact] = []
    for first, second in pairwise(s for s in statements(clauses) if own_words(s)):
        if first.clause is not second.clause or _rounds(first) != _rounds(second):
            continue
        one, other = _point(first), _point(second)
        if one and other and one.stage == other.stage:
            names = told | {fact.name for fact in facts}
            facts += [fact for fact in _clash(one, other) if fact.name not in names]
    return tuple(facts)


def _clash(one: _Point, other: _Point) -> tuple[Fact, ...]:
    if one.day == other.day and one.time and other.time and one.time != other.time and one.stage in TIMED:
        return clashes(f"{one.stage}_time", [[_said(one, one.time), _said(other, other.time)]])
    if one.stage not in TIMED and one.day != other.day and one.year == other.year:
        return clashes(
            one.stage, [[_said(point, " ".join(map(str, (*point.day, point.year))).strip()) for point in (one, other)]]
        )
    return ()


def _said(point: _Point, value: str) -> Said:
    return Said(value=value, statement=point.statement, start=point.said.start(), end=point.said.end())


def _rounds(statement: Statement) -> frozenset[str]:
    return frozenset(found.lower() for found in _ROUND.findall(statement.text))


def _point(statement: Statement) -> _Point | None:
    """The one day of a sentence with its stage; None where it holds several days or leaves room."""
    days = list(_WHEN.finditer(statement.text))
    if len(days) != 1 or statement.cells or _LEAVES.search(statement.text):
        return None
    (found,) = days
    stage = next((name for name, words in _STAGES if words.search(statement.text)), None)
    if stage is None:
        return None
    time = clock_of(found["before"] or found["after"] or "") or ""
    return _Point(stage, (int(found["day"]), found["month"].title()), found["year"] or "", time, found, statement)
