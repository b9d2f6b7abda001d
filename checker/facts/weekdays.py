"""Weekdays that do not fit their dates: "Tuesday 4 March 2026" was a Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checker.domain import Clause, Fact, Facts
from checker.facts.dates import MONTHS, FoundDate, find_dates
from checker.facts.readings import dates as days_of
from checker.facts.statements import Statement, make_fact, statements

DEADLINES = ("submission_deadline", "clarification_deadline", "answers_deadline")
_YEAR = re.compile(r"\W*(20\d\d)\W*")
_DAY = re.compile(
    r"\W*(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    rf"(?P<month>{'|'.join(MONTHS)})\W*",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]")


def wrong_weekdays(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`weekday_wrong` for each such date (value: the words with the right weekday), those of a deadline first.

    With them `weekdays_wrong` (how many), `weekdays_wrong_list` (all in words) and, where a deadline is among them,
    `deadline_weekdays_wrong` (how many of those). Nothing where every weekday fits.
    """
    found = _each_once(clauses)
    deadlines = {day for name in DEADLINES for day in days_of(facts, name)}
    late = [fact for day, fact in found if day in deadlines]
    every = [*late, *(fact for day, fact in found if day not in deadlines)]
    if not every:
        return ()
    listed = "; ".join(str(fact.value) for fact in every)
    sums = [replace(every[0], name="weekdays_wrong", value=len(every)),
            replace(every[0], name="weekdays_wrong_list", value=listed)]  # fmt: skip
    if late:
        sums.append(replace(late[0], name="deadline_weekdays_wrong", value=len(late)))
    return (*every, *sums)


def _each_once(clauses: tuple[Clause, ...]) -> list[tuple[date, Fact]]:
    found: dict[str, tuple[date, Fact]] = {}
    for statement in statements(clauses):
        if statement.sentence.voice == "plain":
            for day, fact in _in_statement(statement):
                found.setdefault(str(fact.value), (day, fact))
    return list(found.values())


def _in_statement(statement: Statement) -> Iterator[tuple[date, Fact]]:
    for found in find_dates(statement.text):
        words = statement.text[found.start : found.end].strip(" ,.")
        if found.weekday_fits is False and not _is_doubtful(statement.text, found, words):
            how = f"{words} is a {found.day:%A}."
            value = f"{words} (a {found.day:%A})"
            yield found.day, make_fact("weekday_wrong", value, statement, found.start, found.end, how=how,
                                       status="derived")  # fmt: skip
    yield from _in_row(statement)


def _in_row(statement: Statement) -> Iterator[tuple[date, Fact]]:
    """A row of two cells, a year and a day of it ("2027 | Friday 5 June")."""
    if len(statement.sentence.cells) != 2:
        return
    year, day = (pattern.fullmatch(cell) for pattern, cell in zip((_YEAR, _DAY), statement.sentence.cells, strict=True))
    on = _day_of(f"{day['day']} {day['month']} {year[1]}") if year and day else None
    if year and day and on and not f"{on:%A}".lower().startswith(day["weekday"].lower()):
        words = f"{day.group().strip()} {year[1]}"
        how = f"{words} is a {on:%A}."
        yield on, make_fact("weekday_wrong", f"{words} (a {on:%A})", statement, how=how, status="derived")


def _day_of(words: str) -> date | None:
    found = find_dates(words)
    return found[0].day if len(found) == 1 else None


def _is_doubtful(text: str, found: FoundDate, words: str) -> bool:
    """The end of another word taken for a weekday, or a date in figures that fits with day and month exchanged."""
    if found.start and text[found.start - 1].isalpha():
        return True
    if not _FIGURES.search(words):
        return False
    try:
        exchanged = date(found.day.year, found.day.day, found.day.month)
    except ValueError:
        return False
    return words.lower().startswith(f"{exchanged:%A}".lower()[:3])
