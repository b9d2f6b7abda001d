"""Dates to propose: the earliest lawful deadline, and working days counted on, with bank holidays left out."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import as_file, files

from checker.domain import Facts
from checker.yamlfile import Strict, load_yaml

_CALENDARS = {"scotland": "scotland", "ni": "ni"}  # England and Wales share theirs
_TENDERING = 20  # working days to prepare a tender: our yardstick
_VALIDITY = 90  # days that an offer is held: our yardstick
_SET_UP = 30  # days between signature and start: our yardstick
_TO_DECIDE = 7  # days that a proposed deadline leaves before the award, at the least
_ANSWERS = 6  # days before the deadline that the last answer is out
_ALL_AT_ONCE = 25  # days, where tenders are electronic and every document comes with the notice: 2023 Act, s.54(4)
_SOME_LATER = 30  # days, where a document comes later or tenders are not electronic: the same


class Calendar(Strict):
    """Days on which offices are closed, by nation and year."""

    sources: tuple[dict[str, object], ...] = ()
    nations: dict[str, dict[int, tuple[date, ...]]]


@cache
def _calendar() -> Calendar:
    with as_file(files("checker").joinpath("data", "bank_holidays.yaml")) as path:
        return load_yaml(Calendar, path)


def safe_minimum(facts: Facts) -> int | None:
    """The days to propose as a minimum; None where the law's is not known.

    No fact says that every document comes with the notice, so the 25 days for that case are proposed as 30
    (Procurement Act 2023, s.54(4)).
    """
    minimum = facts.number("minimum_days")
    if minimum is None:
        return None
    later = facts.value("regime") == "pa23" and minimum == _ALL_AT_ONCE
    return _SOME_LATER if later else int(minimum)


def proposed_dates(facts: Facts) -> dict[str, str]:
    """ISO dates to propose, by name; one is left out where a fact that it hangs on is not known.

    `earliest_deadline` keeps the safe legal minimum, `fair_deadline` gives 20 working days and no less than that
    minimum, `last_answers` is six days before the deadline, `offer_until` 90 days after it, `fair_start` 30 days after
    the award; each on a working day.
    A date that would be no later than what the pack says is no proposal, nor a deadline that reaches the award or the
    start: the dates that follow it would have to move too.
    """
    issued, deadline, award, start = (_day(facts, name) for name in ("issued", "submission_deadline", "award", "start"))
    nation = _CALENDARS.get(str(facts.value("jurisdiction")), "england-wales")
    minimum = safe_minimum(facts)
    earliest = issued and minimum and _open_day(issued + timedelta(days=minimum), nation)
    fair = issued and _add_working_days(issued, _TENDERING, nation)
    found = {
        "earliest_deadline": earliest,
        "fair_deadline": max(fair, earliest) if fair and earliest else fair,
        "last_answers": deadline and _open_day_before(deadline - timedelta(days=_ANSWERS), nation),
        "offer_until": deadline and _open_day_before(deadline + timedelta(days=_VALIDITY), nation),
        "fair_start": award and _open_day(award + timedelta(days=_SET_UP), nation),
    }
    today = {"earliest_deadline": deadline, "fair_deadline": deadline, "fair_start": start}
    next_date = min((day for day in (award, start) if day), default=date.max)
    latest = {name: next_date - timedelta(days=_TO_DECIDE) for name in ("earliest_deadline", "fair_deadline")}
    return {
        name: value.isoformat()
        for name, value in found.items()
        if isinstance(value, date) and (today.get(name) or date.min) < value <= latest.get(name, date.max)
    }


def _day(facts: Facts, name: str) -> date | None:
    try:
        return date.fromisoformat(str(facts.value(name)))
    except ValueError:
        return None


def _closed(day: date, nation: str) -> bool:
    """Whether offices are closed; in a year without listed holidays only the weekends are."""
    return day.weekday() >= 5 or day in _calendar().nations.get(nation, {}).get(day.year, ())


def _open_day(day: date, nation: str) -> date:
    while _closed(day, nation):
        day += timedelta(days=1)
    return day


def _open_day_before(day: date, nation: str) -> date:
    while _closed(day, nation):
        day -= timedelta(days=1)
    return day


def _add_working_days(day: date, count: int, nation: str) -> date:
    while count:
        day += timedelta(days=1)
        count -= not _closed(day, nation)
    return day
