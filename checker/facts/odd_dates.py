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
    + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?:\.?,? (?P<year>20\d\d))?(?!\w)",
    re.I,
)
_MONTH_FIRST = re.compile(
    r"\b(?P<month>"
    + "|".join(MONTHS)
    + r") (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|(?=,? 20\d\d))(?:,? (?P<year>20\d\d))?\b",
    re.I,
)
_ISO = re.compile(r"(?<![\w/.£-])(?P<year>20\d\d)-(?P<month>\d{2})-(?P<day>\d{2})(?![\w/-])")
_SAYS_SO = re.compile(  # a passage about such a date, or one put right
    r"\b(?:no such (?:date|day)|does not exist|not a (?:real|valid) date|should (?:have )?(?:been |be )?read|in error|"
    r"corrected|misprint|typing error|instead of)\b",
    re.I,
)
_NO_DATE = re.compile(
    r"\b(?:part|chapter|section|room|flat|unit|box|item|route|bus|page|version|lot|question|paragraph|clause|form|house|"
    r"apartment|plot|volume|issue|number|no\.?|ref\w*)\s$",
    re.I,
)
_ADDRESS = re.compile(
    r"\s(?:street|road|avenue|close|house|court|lane|terrace|gardens|place|drive|way|crescent|square)\b", re.I
)
_FIGURES = re.compile(
    r"(?<![\w/.£-])(?P<day>\d{1,2})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<year>20\d\d)(?![\w/])"
)
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
    if _SAYS_SO.search(text):
        return
    for found in (*_NAMED.finditer(text), *_MONTH_FIRST.finditer(text), *_FIGURES.finditer(text), *_ISO.finditer(text)):
        month = found["month"]
        number = (
            int(month)
            if month.isdigit()
            else next(n for n, m in enumerate(MONTHS, 1) if m.startswith(month.lower()[:3]))
        )
        if _NO_DATE.search(text[: found.start()]) or _ADDRESS.match(text[found.end() :]):
            continue
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
