"""Calendar dates as UK tenders write them; day before month always."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = r"(?:(?P<weekday>(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s{0,2}(?:the\s)?)?"
_CLOCK = r"(?!\d|:|\.\d|\s?(?:noon|midday|[ap]\.?m\b|h(?:ou)?rs|days|weeks|months|years|%))"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:(?<![\d/.,£-])(?P<d1>\d{{1,2}})\s?(?:st|nd|rd|"
    rf"th)?(?:\s(?:day\s)?of)?[\s./,–-]{{0,3}}{_MONTH.format('m1')}"
    rf"[\s./,–-]{{0,3}}(?P<y1>\d{{4}}(?!\d)|['’]?\d{{2}}{_CLOCK})"
    rf"|(?<![a-z]){_MONTH.format('m2')}\s(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})(?!\d)"
    r"|(?<![\d/.£-])(?P<y3>(?:19|20)\d{2})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
    r"|(?<![\d/.£])(?P<d4>\d{1,2})(?P<sep>\s?[/.-]\s?)(?P<m4>\d{1,2})(?P=sep)\s?(?P<y4>\d{4}|\d{2})(?![\d/]|\.\d))",
    re.I,
)
_CLAUSE = re.compile(r"(?:see|clauses?|sections?|paras?|paragraphs?|version|v|conditions?|no|item)\.?\s*$", re.I)
_MONTH_YEAR = re.compile(rf"(?<![a-z]){_MONTH.format('month')},?\s(?P<year>20\d{{2}})(?![\d/-])", re.I)
_TIME = re.compile(
    r"(?<!\d)(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)\s?h(?:ou)?rs"
    r"|(?<![\d/.:])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>[ap]\.?m\b\.?|noon|midday)?"
    r"|(?P<word>noon|midday|midnight)",
    re.I,
)
_WEEK = re.compile(r"(?:w\s?/\s?c|week (?:commencing|beginning|of)|wb)\W{0,3}$", re.I)
_LINK = re.compile(
    r"[\s,]{0,3}(?:-|–|—|to|until|till|through(?: to)?|and (?:ending|expir\w+|end\w*)(?: on)?|"
    r"up to(?: and including)?|ending(?: on)?|expiring(?: on)?|and (?:last|runn|"
    r"continu)ing (?:until|to))[\s:]{1,3}|\s?[-–—]\s?",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text; `weekday_fits` is False where the weekday beside it belongs to another date."""

    day: date
    start: int
    end: int
    time: str | None = None  # "HH:MM"
    weekday_fits: bool | None = None  # None where no weekday is given
    week_commencing: bool = False
    month_only: bool = False  # `day` is then the first of the month

    @property
    def value(self) -> str:
        """The date as facts write it: YYYY-MM-DD, a month alone YYYY-MM."""
        return self.day.isoformat()[:7] if self.month_only else self.day.isoformat()


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every full date of a text, in order. Dates without a year, or that no calendar has, are left out."""
    return tuple(_found(text))


def find_months(text: str) -> tuple[FoundDate, ...]:
    """Every month with its year and no day ("September 2026"), in order; none where a full date stands too."""
    if _DATE.search(text):
        return ()
    return tuple(
        FoundDate(day=date(int(m["year"]), _month(m["month"]), 1), start=m.start(), end=m.end(), month_only=True)
        for m in _MONTH_YEAR.finditer(text)
    )


def _found(text: str) -> Iterator[FoundDate]:
    spans = [(match, day) for match in _DATE.finditer(text) if (day := _day(match, text)) is not None]
    for place, (match, day) in enumerate(spans):
        left = spans[place - 1][0].end() if place else 0
        right = spans[place + 1][0].start() if place + 1 < len(spans) else len(text)
        yield FoundDate(
            day=day,
            start=match.start(),
            end=match.end(),
            time=_time(
                text[max(left, match.start() - 28) : match.start()], text[match.end() : min(right, match.end() + 28)]
            ),
            weekday_fits=_fits(match["weekday"], day),
            week_commencing=bool(_WEEK.search(text[max(0, match.start() - 20) : match.start()])),
        )


def _day(match: re.Match[str], text: str) -> date | None:
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    numeric = match["m3"] or match["m4"]
    name = match["m1"] or match["m2"]
    month = int(numeric) if numeric else _month(name)
    number = int(match["d1"] or match["d2"] or match["d3"] or match["d4"])
    if match["d4"] and "/" not in match["sep"] and _CLAUSE.search(text[max(0, match.start() - 14) : match.start()]):
        return None  # a clause number such as 4.2.21
    full = int(year.strip("'’"))
    try:
        return date(full + 2000 if full < 100 else full, month, number)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _fits(weekday: str | None, day: date) -> bool | None:
    return None if not weekday else _DAYS[day.weekday()].startswith(weekday.lower()[:3])


def _time(before: str, after: str) -> str | None:
    """The time of day beside a date; a bare number is none."""
    for words, wanted in ((after, 0), (before, -1)):
        times = [clock for found in _TIME.finditer(words) if (clock := _clock(found)) is not None]
        if times:
            return times[wanted]
    return None


def clock_of(words: str) -> str | None:
    """The first time of day in a few words, as HH:MM; None where there is none. A bare number is no time."""
    return next((clock for found in _TIME.finditer(words) if (clock := _clock(found)) is not None), None)


def _clock(found: re.Match[str]) -> str | None:
    if found["word"]:
        return "00:00" if found["word"].lower() == "midnight" else "12:00"
    if found["h4"]:
        return f"{found['h4']}:{found['m4']}"
    half = (found["half"] or "").lower().replace(".", "")
    if not half and not found["m"]:
        return None
    hour = int(found["h"])
    if half in {"noon", "midday"}:
        return "12:00"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{found['m'] or '00'}"


def date_ranges(text: str) -> tuple[tuple[FoundDate, FoundDate], ...]:
    """Pairs of dates joined by a dash, "to", "until" or "and ending on"."""
    dates = find_dates(text)
    return tuple(
        (first, second)
        for first, second in pairwise(dates)
        if _LINK.fullmatch(text[first.end : second.start]) and first.day < second.day
    )


def months_between(first: date, last: date) -> int:
    """Whole months of a period whose first and last day are given, to the nearest."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months + (1 if after.day - first.day > 15 else -1 if first.day - after.day > 15 else 0)
