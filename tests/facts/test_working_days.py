"""Working days: the first day does not count, Christmas and Easter do not either."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import CheckerError
from checker.facts.tables import bank_holidays
from checker.facts.working_days import add_working_days, held, is_working_day, working_days

DAYS = st.dates(date(2014, 1, 1), date(2027, 5, 31))
NATIONS = st.sampled_from(["england", "wales", "scotland", "ni"])


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computation, to check the listed days against."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - ((b - (b + 8) // 25 + 1) // 3) + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - (c % 4)) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def test_the_first_day_is_not_counted_and_the_last_is() -> None:
    monday = date(2026, 6, 1)
    assert working_days(monday, monday, "england") == 0
    assert working_days(monday, date(2026, 6, 2), "england") == 1
    assert working_days(monday, date(2026, 6, 8), "england") == 5
    assert working_days(date(2026, 6, 5), date(2026, 6, 7), "england") == 0
    assert working_days(date(2026, 6, 8), monday, "england") == 0


def test_christmas() -> None:
    # 25 December 2026 is a Friday; Boxing Day is kept on Monday 28 December
    assert working_days(date(2026, 12, 24), date(2027, 1, 4), "england") == 4
    assert working_days(date(2026, 12, 24), date(2027, 1, 4), "scotland") == 3
    assert add_working_days(date(2026, 12, 24), 1, "england") == date(2026, 12, 29)


def test_easter_monday_is_a_holiday_but_not_in_scotland() -> None:
    assert working_days(date(2026, 4, 2), date(2026, 4, 7), "england") == 1
    assert working_days(date(2026, 4, 2), date(2026, 4, 7), "scotland") == 2


def test_days_of_one_nation_only() -> None:
    assert not is_working_day(date(2026, 3, 17), "ni")
    assert is_working_day(date(2026, 3, 17), "wales")
    assert not is_working_day(date(2026, 11, 30), "scotland")
    assert not is_working_day(date(2022, 9, 19), "england")


@pytest.mark.parametrize("year", range(2013, 2028))
def test_the_listed_days_hold_easter_christmas_and_mondays(year: int) -> None:
    english = set(bank_holidays().nations["england-wales"][year])
    assert {easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)} <= english
    assert all(day.year == year and day.weekday() < 5 for day in english)
    assert 8 <= len(english) <= 10
    for nation in ("scotland", "ni"):
        assert easter(year) - timedelta(days=2) in bank_holidays().nations[nation][year]


@given(start=DAYS, days=st.integers(1, 120), nation=NATIONS)
def test_counting_and_adding_agree(start: date, days: int, nation: str) -> None:
    end = add_working_days(start, days, nation)
    assert is_working_day(end, nation)
    assert working_days(start, end, nation) == days


@given(start=DAYS, gap=st.integers(0, 200), nation=NATIONS)
def test_adding_back_what_was_counted_ends_on_the_last_working_day(start: date, gap: int, nation: str) -> None:
    end = start + timedelta(days=gap)
    count = working_days(start, end, nation)
    back = add_working_days(start, count, nation)
    assert start <= back <= end
    assert working_days(back, end, nation) == 0


def test_what_cannot_be_counted_is_an_error() -> None:
    with pytest.raises(CheckerError, match="1999"):
        working_days(date(1999, 1, 1), date(1999, 2, 1), "england")
    with pytest.raises(CheckerError, match="atlantis"):
        working_days(date(2026, 1, 1), date(2026, 2, 1), "atlantis")
    with pytest.raises(ValueError, match="negative"):
        add_working_days(date(2026, 1, 1), -1, "england")
    assert not held(date(2027, 12, 1), date(2028, 1, 5), "england")
    assert held(date(2026, 12, 1), date(2027, 1, 5), "ni")
