"""Dates that cannot be meant as they stand: a week that begins on a Friday, the 31st of June, 01/012019."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.domain import Clause, Fact
from checker.facts.dates import MONTHS, find_dates
from checker.facts.slip_facts import Said, listed
from checker.facts.statements import Statement, statements
from checker.facts.working_days import held, is_working_day

_WEEK = re.compile(
    r"(?<![a-z])(?:w\s?/\s?[cb]|w[bc]|wk (?:comm\w*|beg\w*)|week (?:commencing|beginning|starting))\W{0,3}$", re.I
)
_NAMED = re.compile(
    r"(?<![\d/.,£-])(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?(?: of)? (?P<month>"
    + "|".join(MONTHS)
    + r")(?:,? (?P<year>20\d\d))?\b",
    re.I,
)
_FIGURES = re.compile(r"(?<![\w/.£-])(?P<day>\d{2})/(?P<month>\d{2})/(?P<year>20\d\d)(?![\w/])")
_RUN_TOGETHER = re.compile(
    r"(?<![\w/.-])(?P<words>(?P<d1>\d{1,2})/(?P<m1>\d{2})(?P<y1>20\d\d)|"
    r"(?P<d2>\d{1,2})//(?P<m2>\d{1,2})/(?P<y2>20\d\d)|"
    r"(?P<d3>\d{1,2})/(?P<m3>\d{1,2})//(?P<y3>20\d\d))(?![\w/])"
)
_LEAP = 2024  # a year with a 29 February, for dates without a year
_MONDAY_OR_SUNDAY = (0, 6)


def odd_dates(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`week_odd` for each week that begins on another day than a Monday or Sunday (value: "week commencing 5 March 2026
    (a Thursday)"), and `date_odd` for each date that no calendar has or that is malformed; with each how many and all
    of them in words (`weeks_odd_list`, `dates_odd_list`).
    """
    told = [s for s in statements(clauses) if s.sentence.voice in ("plain", "template")]
    weeks = [slip for statement in told for slip in _weeks(statement)]
    odd = [slip for statement in told for slip in _odd(statement)]
    return (*listed("week_odd", weeks, "weeks_odd"), *listed("date_odd", odd, "dates_odd"))


def _weeks(statement: Statement) -> Iterator[Said]:
    text = statement.text
    for found in find_dates(text):
        before = _WEEK.search(text[max(0, found.start - 20) : found.start])
        if before and found.day.weekday() not in _MONDAY_OR_SUNDAY and not _after_holiday(found.day):
            words = " ".join(text[found.start : found.end].split()).strip(" ,.")
            start = found.start - len(before.group())
            yield Said(
                value=f"{before.group().strip()} {words} (a {found.day:%A})", statement=statement, start=max(0, start),
                end=found.end,
            )  # fmt: skip


def _after_holiday(day: date) -> bool:
    """Whether a Tuesday is, or may be, the first working day of a week that begins with a bank holiday."""
    monday = day - timedelta(days=1)
    return day.weekday() == 1 and (not held(monday, monday, "england") or not is_working_day(monday, "england"))


def _odd(statement: Statement) -> Iterator[Said]:
    text = statement.text
    for found in (*_NAMED.finditer(text), *_FIGURES.finditer(text)):
        month = found["month"]
        number = int(month) if month.isdigit() else MONTHS.index(month.lower()) + 1
        if 1 <= number <= 12 and not _exists(int(found["year"] or _LEAP), number, int(found["day"])):
            yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())
    for found in _RUN_TOGETHER.finditer(text):
        form = next(form for form in "123" if found[f"d{form}"])
        day, month, year = (int(found[f"{part}{form}"]) for part in "dmy")
        if _exists(year, month, day):
            yield Said(value=found["words"], statement=statement, start=found.start(), end=found.end())


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
