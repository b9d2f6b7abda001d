"""Days that a sentence counts and the timetable names: "questions up to seven days before the deadline".

A false one accuses, so the two must differ by more than a day in calendar days and in working days alike, and the
timetable must have one date for each end of the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.domain import Clause, Fact, Facts
from checker.facts.numerals import WORDS, read_number
from checker.facts.readings import as_date, readings
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements
from checker.facts.timetable import labelled_dates
from checker.words import day

_COUNT = (
    rf"(?P<number>\d{{1,2}}|{WORDS})(?: \(\d{{1,2}}\))? (?:full |clear )?(?P<working>working |business |calendar )?"
    r"(?P<unit>days?|weeks?)(?:['’]| notice)? (?:before|prior to|in advance of|ahead of) (?:the )?"
)
_ENDS = (
    r"(?:(?:closing|final|latest|last|return|due|submission|tender|bid|quotation)[\s-]{1,2}){0,3}(?:date|deadline|day|"
    r"time|return|submission|closing|close|tenders? (?:is|are) due|bids? (?:is|are) due|receipt of tenders)\b"
)
_BACK = re.compile(rf"{_COUNT}{_ENDS}", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|clarifications?|enquir(?:y|ies))\b.{0,140}\b(?:must|should|no later|not later|"
    r"at least|up to|until|by|deadline|clos\w+|cut-?off|within)\b|\bno (?:further )?(?:questions|queries|enquiries)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERED = re.compile(
    r"\b(?:answer\w*|repl(?:y|ies)|respon\w+|publish\w*|circulat\w*|issued?|shared|visits?|amend\w*|"
    r"addend\w*|supplementary|additional information|stage|phase|pqq|sq|selection|interview|extend\w*|withdraw\w*)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\b(?:contract period|period for completion|construction period|works? period|programme(?: period| duration)?|"
    rf"duration of the works?|period on site|time on site|complet\w+ (?:\w+ ){{0,4}}within|contract duration)\b"
    rf"[^.;]{{0,60}}?(?P<number>\b\d{{1,2}}|\b{WORDS})(?: \(\d{{1,2}}\))?[- ](?:calendar |working )?weeks?\b",
    re.IGNORECASE,
)
_COMPLETION = re.compile(
    r"\b(?:completion|complete[ds]?|finish(?:ed)?|end date|contract end|end of (?:the )?(?:contract|works))\b", re.I
)
_NO_COMPLETION = re.compile(r"\b(?:section|phase|stage|form|questionnaire|survey|design|mobilis\w+|tender)\b", re.I)
_SLACK = timedelta(days=1)
_WEEK = timedelta(days=7)
_WEEKS_OFF = 1  # weeks by which works may miss their dates: a holiday week, a last day counted or not
_LONGEST = 60  # days before a deadline that bidders ask questions


def counted_dates(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`question_day` and `completion_day`, `conflicting`: the day a sentence counts, and the one the timetable has."""
    told = [s for s in statements(clauses) if own_words(s) and not s.sentence.negated]
    asked = clashes("question_day", list(_asked(told, facts))[:1])
    return (*asked, *clashes("completion_day", list(_completed(told, facts))[:1]))


def _only_day(facts: Facts, name: str) -> tuple[Fact, date] | None:
    """The one full date of a fact, with the fact."""
    found = {moment: fact for fact in reversed(readings(facts, name)) if (moment := as_date(fact.value))}
    return next(((fact, moment) for moment, fact in found.items()), None) if len(found) == 1 else None


def _asked(told: list[Statement], facts: Facts) -> Iterator[tuple[Said, Said]]:
    """Last days for questions that are counted back from the deadline for bids."""
    last, asked = _only_day(facts, "submission_deadline"), _only_day(facts, "clarification_deadline")
    home = asked and _home(told, asked[0])
    if not (last and asked and home):
        return
    for statement in told:
        found = _BACK.search(statement.text)
        if not found or not _ASKED.search(statement.text) or _ANSWERED.search(statement.text[: found.end()]):
            continue
        number = int(read_number(found["number"]) or 0) * (7 if found["unit"].lower().startswith("week") else 1)
        counted = last[1] - timedelta(days=number)
        kind = (found["working"] or "").lower().strip()
        works = _working_back(last[1], number)
        near = {"calendar": [counted], "": [counted, works]}.get(kind, [works])
        if 0 < number <= _LONGEST and all(abs(asked[1] - moment) > _SLACK for moment in near):
            words = re.sub(r"\s+", " ", found.group()).strip()
            here = Said(value=f"{day(near[0])} ({words})", statement=statement, start=found.start(), end=found.end())
            yield here, Said(value=str(asked[0].value), statement=home)


def _working_back(last: date, days: int) -> date:
    """The day that lies so many weekdays before the last."""
    moment = last
    while days > 0:
        moment -= timedelta(days=1)
        days -= moment.weekday() < 5
    return moment


def _home(told: list[Statement], fact: Fact) -> Statement | None:
    location = fact.location
    return next(
        (
            s
            for s in told
            if location
            and s.clause.document == location.document
            and s.sentence.location.block == location.block
            and s.sentence.location.start <= location.start
            and location.end <= s.sentence.location.end
        ),
        None,
    )


def _completed(told: list[Statement], facts: Facts) -> Iterator[tuple[Said, Said]]:
    """Days of completion that the start and a period in weeks do not reach, or pass."""
    start = _only_day(facts, "start")
    ends: dict[date, Statement] = {}
    for statement in told:
        dates = [date_ for _, date_ in labelled_dates(statement)]
        days = {moment for date_ in dates if (moment := as_date(date_.value)) and not date_.month_only}
        words = statement.cells[0] if statement.cells else statement.text
        if len(days) == 1 and _COMPLETION.search(words) and not _NO_COMPLETION.search(words):
            ends.setdefault(days.pop(), statement)
    periods = [(s, found) for s in told if (found := _PERIOD.search(s.text))]
    weeks = {int(read_number(found["number"]) or 0) for _, found in periods}
    if start is None or len(ends) != 1 or len(weeks) != 1:
        return
    (end, home), number = next(iter(ends.items())), weeks.pop()
    if number and start[1] < end and abs((end - start[1]) / _WEEK - number) > _WEEKS_OFF + 0.2:
        statement, found = periods[0]
        value = f"{day(start[1] + number * _WEEK)} ({number} weeks from {day(start[1])})"
        yield (
            Said(value=value, statement=statement, start=found.start(), end=found.end()),
            Said(value=end.isoformat(), statement=home),
        )
