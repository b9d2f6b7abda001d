"""Periods, first terms and extensions as tenders word them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.durations import find_durations, range_months, read_term

PERIODS = [
    ("36 months", 36),
    ("three years", 36),
    ("three-year", 36),
    ("3-year", 36),
    ("3 yrs", 36),
    ("12 calendar months", 12),
    ("36 (thirty six) months", 36),
    ("twelve (12) months", 12),
    ("eighteen months", 18),
    ("one year", 12),
    ("10 weeks", 2),
    ("52 weeks", 12),
    ("2 x 12 months", 24),
    ("2 × 1 year", 24),
    ("two periods of 12 months", 24),
    ("two further years", 24),
    ("two further periods of one year each", 24),
    ("two 12-month extensions", 24),
    ("3 optional one-year periods", 36),
    ("(3+1+1)", 60),
    ("3 + 1 + 1 years", 60),
    ("2+2 years", 48),
    ("1.5 years", 18),
    ("twenty-four months", 24),
    ("an 18 month period", 18),
    ("5 years", 60),
    ("one hundred and twenty months", 120),
]
NO_PERIOD = [
    "2026",
    "12 noon",
    "3 lots",
    "years",
    "[insert] months",
    "xx years",
    "£36",
    "30 days",
    "monthly",
    "a few years",
]
TERMS = [
    ("3 years plus 2 x 12 months", 36, 24),
    ("two years with the option to extend for a further 12 months", 24, 12),
    ("(3+1+1)", 36, 24),
    ("a three-year period", 36, None),
    ("an extension of two years may be agreed (3years, +1year, +1year)", 36, 24),
    ("twelve months, renewable each year for a further 2 years", 12, 24),
    ("three years with up to two further periods of 12 months each", 36, 24),
    ("2 years with the option to extend by two years in one-year increments", 24, 24),
    ("24 months with two optional 12-month extensions", 24, 24),
    ("3 years, with an optional extension to 6 years", 36, 36),
    ("3 years, with an extension of up to 6 months", 36, 6),
    ("3 years, extendable to a maximum of 5 years", 36, 24),
    ("five years plus one year plus one year", 60, 24),
    ("two (2) years with an option to extend for a further period of up to one (1) year", 24, 12),
    ("3 + 1 + 1 years", 36, 24),
    ("extended past the first 30 months for up to a further 18 months", 30, 18),
    ("4 years, subject to 3 months' notice", 48, None),
    ("an initial term of 3 years with options to extend for 1 year plus 1 year", 36, 24),
    ("up to 4 years (2+1+1)", 24, 24),
    ("2 years with an option to extend for a further 2 years, giving a total term of 4 years", 24, 24),
    ("an option to extend by up to 24 months in periods of up to 12 months", None, 24),
    ("one year plus the option of a second year: 1 year + 1 year", 12, 12),
    ("a total of five years including extensions: three years plus two optional years", 36, 24),
    ("3 years and an optional extension of 6 months", 36, 6),
    ("18 months with a possible extension of 6 months", 18, 6),
    ("5 years with a break at year three", 60, None),
    ("2 years, extendable by 12 months and then a further 12 months", 24, 24),
    ("3 years, and may be extended for up to two further years", 36, 24),
    ("3 years + 1 year + 1 year", 36, 24),
    ("an initial two years, with a further two one-year options", 24, 24),
    ("may be extended for a further 2 years (1 plus 1)", None, 24),
    ("two years, with an option of two, 12-month extensions", 24, 24),
    ("an initial three years, then a further two years followed by a further period of three years", 36, 60),
    (
        "may extend the duration of the dynamic market for one or several periods of time up to a"
        " maximum of one + one year",
        None,
        24,
    ),
    ("4 years, with the duration extendable by one + one year (24 months)", 48, 24),
]


@pytest.mark.parametrize(("text", "months"), PERIODS)
def test_a_period_reads_as_months(text: str, months: int) -> None:
    assert [duration.months for duration in find_durations(text)] == [months]


@pytest.mark.parametrize("text", NO_PERIOD)
def test_what_is_no_period(text: str) -> None:
    assert find_durations(text) == ()


@pytest.mark.parametrize(("text", "first", "extension"), TERMS)
def test_first_term_and_extensions_are_told_apart(text: str, first: int | None, extension: int | None) -> None:
    term = read_term(text)
    assert term is not None
    assert (term.months, term.extension) == (first, extension)


def test_a_notice_period_alone_is_no_term() -> None:
    assert read_term("Either side may end it by giving three months' notice.") is None


def test_a_range_of_dates_is_a_length() -> None:
    found = range_months("It runs from 1 April 2026 to 31 March 2029 at the latest.")
    assert found is not None
    assert found[0] == 36


@given(st.integers(1, 20), st.integers(1, 5), st.integers(1, 24))
def test_years_and_options_read_back(years: int, times: int, months: int) -> None:
    term = read_term(f"{years} years with an option to extend by {times} x {months} months")
    assert term is not None
    assert (term.months, term.extension) == (years * 12, times * months)


@given(st.integers(1, 240))
def test_months_read_back(months: int) -> None:
    for text in (f"{months} months", f"{months}-month", f"a period of {months} calendar months"):
        assert [duration.months for duration in find_durations(text)] == [months]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(0 <= d.start < d.end <= len(text) for d in find_durations(text))
    read_term(text)
