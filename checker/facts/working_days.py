"""Days on which offices are open: Monday to Friday without the bank holidays of the nation."""

from __future__ import annotations

from datetime import date, timedelta

from checker.domain import CheckerError
from checker.facts.tables import bank_holidays

CALENDARS = {"england": "england-wales", "wales": "england-wales", "england-wales": "england-wales",
             "scotland": "scotland", "ni": "ni"}  # fmt: skip
_DAY = timedelta(days=1)


def working_days(start: date, end: date, nation: str) -> int:
    """Working days after `start` up to and including `end`: the first day is not counted; 0 if `end` is not later.

    `nation` is a jurisdiction code; CheckerError for an unknown one or for years without listed bank holidays.
    """
    count, moment = 0, start
    while moment < end:
        moment += _DAY
        count += is_working_day(moment, nation)
    return count


def add_working_days(start: date, days: int, nation: str) -> date:
    """The day on which `days` working days after `start` have passed; `start` itself for 0. Errors as above."""
    if days < 0:
        raise ValueError("the number of working days must not be negative")
    moment = start
    while days:
        moment += _DAY
        days -= is_working_day(moment, nation)
    return moment


def is_working_day(day: date, nation: str) -> bool:
    """Whether offices are open; errors as above."""
    return day.weekday() < 5 and day not in _holidays(day.year, nation)


def held(first: date, last: date, nation: str) -> bool:
    """Whether the bank holidays of all years from `first` to `last` are listed for the nation."""
    years = bank_holidays().nations.get(CALENDARS.get(nation, ""), {})
    return all(year in years for year in range(first.year, last.year + 1))


def _holidays(year: int, nation: str) -> tuple[date, ...]:
    years = bank_holidays().nations.get(CALENDARS.get(nation, ""))
    if years is None:
        raise CheckerError(f"There is no calendar of bank holidays for '{nation}'; use one of {', '.join(CALENDARS)}.")
    if year not in years:
        raise CheckerError(f"No bank holidays are listed for {year}; add them to checker/data/bank_holidays.yaml.")
    return years[year]
