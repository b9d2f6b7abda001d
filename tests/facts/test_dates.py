"""Dates in every form a UK tender uses; the day always before the month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.dates import MONTHS, date_ranges, find_dates, months_between

MAY_5 = [
    "5 May 2026",
    "5th May 2026",
    "05 May 2026",
    "5 May, 2026",
    "5th of May 2026",
    "the 5th day of May 2026",
    "5-May-2026",
    "05-May-26",
    "5 May '26",
    "5 May 26",
    "05/05/2026",
    "5/5/26",
    "05.05.2026",
    "5.5.26",
    "05-05-2026",
    "2026-05-05",
    "May 5, 2026",
    "May 5 2026",
    "May 5th, 2026",
    "Tuesday 5 May 2026",
    "Tues 5 May 2026",
    "Tuesday, 5th May 2026",
    "Tuesday the 5th of May 2026",
    "5MAY2026",
    "5 MAY 2026",
    "12 noon on 5 May 2026",
    "5 May 2026 at 12:00",
    "w/c 5 May 2026",
    "05 / 05 / 2026",
    "(5 May 2026)",
    "by 5 May 2026.",
    "5th\u00a0May 2026",
]
OTHER = [
    ("28th March 2022", "2022-03-28"),
    ("28/03/2022", "2022-03-28"),
    ("28.3.22", "2022-03-28"),
    ("1 Sept 2026", "2026-09-01"),
    ("28-Mar-2022 12:00", "2022-03-28"),
    ("3 June 2026", "2026-06-03"),
    ("03/06/2026", "2026-06-03"),
    ("29 Feb 2028", "2028-02-29"),
    ("31 December 2026", "2026-12-31"),
    ("2nd Jan 2027", "2027-01-02"),
    ("11/12/2026", "2026-12-11"),
    ("22nd Aug. 2026", "2026-08-22"),
]
NONE = [
    "05/13/2026",
    "31 April 2026",
    "29 February 2026",
    "5 May",
    "May 2026",
    "[insert date]",
    "DD/MM/YYYY",
    "xx May 2026",
    "TBC",
    "clause 4.5.21",
    "section 5.4.16",
    "2026/27",
    "12.30",
    "£5.05.26",
    "tel. 0121 555 0199",
    "version 1.2.26",
    "24/7 cover",
    "1/2 day",
    "spring 2026",
    "00/00/2026",
]
TIMES = [
    ("12 noon on Monday 28 March 2022", "12:00"),
    ("28 March 2022 at 5pm", "17:00"),
    ("28 March 2022 at 17.00", "17:00"),
    ("28 March 2022, 12:00 hours", "12:00"),
    ("1200hrs on 28 March 2022", "12:00"),
    ("28 March 2022 at 9.30am", "09:30"),
    ("midnight on 28 March 2022", "00:00"),
    ("28 March 2022 by midday", "12:00"),
    ("28 March 2022 12 noon", "12:00"),
    ("28/03/2022 14:00", "14:00"),
    ("28 March 2022 - by 12.00 noon", "12:00"),
    ("noon, 28 March 2022", "12:00"),
    ("28 March 2022", None),
    ("item 7 of 28 March 2022", None),
    ("5:00 p.m. on 28 March 2022", "17:00"),
]
WEEKDAYS = [
    ("Monday 28 March 2022", True),
    ("Tuesday 28 March 2022", False),
    ("Mon 28/03/2022", True),
    ("28 March 2022", None),
    ("Friday, 28th March 2022", False),
    ("Monday, March 28, 2022", True),
]
RANGES = [
    ("1 April 2026 to 31 March 2029", 36),
    ("1 April 2026 – 31 March 2027", 12),
    ("1 April 2026 until 30 September 2026", 6),
    ("01/09/2026-31/08/2028", 24),
    ("15 May 2026 to 14 August 2026", 3),
    ("1 April 2026 and ending on 31 March 2028", 24),
    ("from 1 April 2026 up to and including 31 March 2027", 12),
    ("1 April 2026 to 1 April 2029", 36),
]


@pytest.mark.parametrize("text", MAY_5)
def test_forms_of_one_day(text: str) -> None:
    assert [found.value for found in find_dates(text)] == ["2026-05-05"]


@pytest.mark.parametrize(("text", "value"), OTHER)
def test_other_days(text: str, value: str) -> None:
    assert [found.value for found in find_dates(text)] == [value]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_full_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_time_of_day(text: str, time: str | None) -> None:
    assert [found.time for found in find_dates(text)] == [time]


@pytest.mark.parametrize(("text", "fits"), WEEKDAYS)
def test_a_weekday_that_does_not_fit_is_told(text: str, fits: bool | None) -> None:
    assert [found.weekday_fits for found in find_dates(text)] == [fits]


def test_week_commencing_is_told() -> None:
    assert [found.week_commencing for found in find_dates("w/c 4 May 2026, then 11 May 2026")] == [True, False]


@pytest.mark.parametrize(("text", "months"), RANGES)
def test_ranges_of_dates_have_a_length(text: str, months: int) -> None:
    ((first, last),) = date_ranges(text)
    assert months_between(first.day, last.day) == months


def test_dates_backwards_or_apart_are_no_range() -> None:
    assert date_ranges("31 March 2029 to 1 April 2026") == ()
    assert date_ranges("Questions by 1 April 2026; tenders by 30 April 2026") == ()


@given(st.dates(date(2000, 1, 1), date(2068, 12, 31)))
def test_any_day_reads_back_in_any_form(day: date) -> None:
    month = MONTHS[day.month - 1].title()
    forms = (
        f"{day.day} {month} {day.year}",
        f"{day.day}th {month[:3]} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
        f"{day:%A} {day.day} {month} {day.year}",
        f"{day.day:02d}-{month[:3]}-{day.year}",
    )
    for text in forms:
        (found,) = find_dates(f"Returned by {text} at the latest")
        assert found.day == day
        assert found.weekday_fits is not False


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 60))
def test_whole_months_read_back(start: date, months: int) -> None:
    first = start.replace(day=1)
    after = date(first.year + (first.month - 1 + months) // 12, (first.month - 1 + months) % 12 + 1, 1)
    assert months_between(first, after - timedelta(days=1)) == months


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_dates(text))
