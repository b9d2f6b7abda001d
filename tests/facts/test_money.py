"""Amounts of money in every form a UK tender uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.money import find_money, find_vat

ONE_AMOUNT = [
    ("£2.5m", 2_500_000),
    ("£2,500,000.00", 2_500_000),
    ("two million pounds", 2_000_000),
    ("£250k p.a.", 250_000),
    ("GBP 5,000", 5_000),
    ("GBP5,000", 5_000),
    ("£ 1,200", 1_200),
    ("£1.75 million", 1_750_000),
    ("£3bn", 3e9),
    ("£3 billion", 3e9),
    ("£10M", 10_000_000),
    ("£10 M", 10_000_000),
    ("£450K", 450_000),
    ("£0.5m", 500_000),
    ("5 million pounds", 5_000_000),
    ("5,000 pounds sterling", 5_000),
    ("one hundred thousand pounds", 100_000),
    ("seventy-five thousand pounds", 75_000),
    ("£twenty thousand", 20_000),
    ("£1.5mn", 1_500_000),
    ("£2mil", 2_000_000),
    ("£99.99", 99.99),
    ("£12,345,678", 12_345_678),
    ("£1 million pounds", 1_000_000),
    ("£5 000 000", 5_000_000),
    ("£5 million (five million pounds)", 5_000_000),
    ("five million pounds sterling (£5,000,000)", 5_000_000),
    ("10 million pounds (£10m)", 10_000_000),
    ("£10,000,000 (ten million pounds)", 10_000_000),
    ("£ 5m", 5_000_000),
    ("£10,000,000 (Ten Million Pounds Sterling)", 10_000_000),
    ("£500 thousand", 500_000),
    ("£5Million", 5_000_000),
    ("1.2 million GBP", 1_200_000),
    ("two hundred and fifty thousand pounds", 250_000),
    ("up to £40k", 40_000),
    ("circa £85,000", 85_000),
    ("c.£85k", 85_000),
    ("(£30,000)", 30_000),
    ("£30,000.", 30_000),
    ("£30,000;", 30_000),
    ("around £1.25m,", 1_250_000),
    ("~£60k", 60_000),
    ("a sum of £7,500 only", 7_500),
    ("£6,000-00", 6_000),
]
RANGES = [
    ("£80,000 to £95,000", 80_000, 95_000),
    ("£75k-£100k", 75_000, 100_000),
    ("£75-100k", 75_000, 100_000),
    ("£50,000 - £60,000", 50_000, 60_000),
    ("£50,000 – 60,000", 50_000, 60_000),
    ("£1m to £1.5m", 1e6, 1.5e6),
    ("between £50,000 and £60,000", 50_000, 60_000),
    ("£2 - £3m", 2e6, 3e6),
    ("from £5,000 to £7,500", 5_000, 7_500),
    ("£100,000—£120,000", 100_000, 120_000),
    ("£1.1m – £1.3m a year", 1.1e6, 1.3e6),
]
PERIODS = [
    ("£250k p.a.", "year"),
    ("£250,000 per annum", "year"),
    ("£250,000 a year", "year"),
    ("£250,000 each year", "year"),
    ("£250,000 annually", "year"),
    ("£250,000 per year", "year"),
    ("£250,000/year", "year"),
    ("£250,000 pa", "year"),
    ("£250,000 (excluding VAT) per annum", "year"),
    ("£250,000 ex VAT per year", "year"),
    ("£2,000 a month", "month"),
    ("£2,000 per calendar month", "month"),
    ("£45 per hour", "hour"),
    ("£600 per day", "day"),
    ("£90 per week", "week"),
    ("£90 weekly", "week"),
    ("£1m per financial year", "year"),
    ("£1,500 monthly", "month"),
    ("£250,000", None),
    ("£250,000 over the term", None),
    ("£100,000 per lot", None),
    ("£250,000 a yearly", None),
]
NONE = [
    "£xx",
    "£[insert]",
    "£TBC",
    "£XXX,XXX",
    "£_____",
    "5 million people",
    "50,000 homes",
    "€50m",
    "$2m",
    "two million",
    "25% of the price",
    "the pound",
    "£",
    "GBP",
    "a price in pounds sterling",
    "12,500 square metres",
    "pounds and pence",
]
VAT = [
    ("£100,000 ex VAT", "ex"),
    ("£100,000 (excl. VAT)", "ex"),
    ("£100,000 exclusive of VAT", "ex"),
    ("£9k plus VAT", "ex"),
    ("£9k + VAT", "ex"),
    ("£9k net of VAT", "ex"),
    ("£9k excluding any VAT", "ex"),
    ("£100,000 inc VAT", "inc"),
    ("£100,000 incl. VAT", "inc"),
    ("£100,000 including VAT", "inc"),
    ("£100,000 inclusive of VAT", "inc"),
    ("£100,000 (VAT inclusive)", "inc"),
    ("£100,000 VAT exclusive", "ex"),
    ("£100,000 excluding value added tax", "ex"),
    ("£100,000 ex-VAT", "ex"),
    ("£9k exclusive of travel and VAT", "ex"),
    ("£100,000", None),
    ("£1 (VAT number 12)", None),
]


@pytest.mark.parametrize(("text", "pounds"), ONE_AMOUNT)
def test_an_amount_reads_as_its_pounds(text: str, pounds: float) -> None:
    assert [money.pounds for money in find_money(text)] == [pounds]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_is_one_amount_with_two_ends(text: str, low: float, high: float) -> None:
    assert [(money.low, money.pounds) for money in find_money(text)] == [(low, high)]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_the_period_is_read_behind_the_amount(text: str, period: str | None) -> None:
    assert [money.per for money in find_money(text)] == [period]


@pytest.mark.parametrize("text", NONE)
def test_placeholders_other_currencies_and_plain_numbers_are_no_money(text: str) -> None:
    assert find_money(text) == ()


@pytest.mark.parametrize(("text", "basis"), VAT)
def test_vat_basis_stands_beside_the_amount(text: str, basis: str | None) -> None:
    assert [money.vat for money in find_money(text)] == [basis]


def test_two_amounts_joined_by_and_are_two() -> None:
    assert [m.pounds for m in find_money("£5m for any one event and £10m in all")] == [5_000_000, 10_000_000]


def test_the_span_covers_the_amount_and_its_repetition_in_words() -> None:
    text = "a sum of £5 million (five million pounds) in all"
    (money,) = find_money(text)
    assert text[money.start : money.end] == "£5 million (five million pounds)"


def test_both_vat_bases_are_found() -> None:
    assert [v.basis for v in find_vat("£100,000 excluding VAT, which is £120,000 including VAT")] == ["ex", "inc"]


@given(st.integers(1, 999_999_999))
def test_whole_pounds_read_back(pounds: int) -> None:
    for text in (
        f"£{pounds}",
        f"£{pounds:,}",
        f"£{pounds:,}.00",
        f"GBP {pounds:,}",
        f"{pounds:,} pounds",
        f"(£{pounds:,})",
    ):
        assert [money.pounds for money in find_money(text)] == [pounds]


@given(st.integers(1, 9_999), st.sampled_from([("k", 1_000), ("m", 1_000_000), (" million", 1_000_000), ("bn", 10**9)]))
def test_scaled_pounds_read_back(tenths: int, scale: tuple[str, int]) -> None:
    assert [money.pounds for money in find_money(f"£{tenths / 10}{scale[0]}")] == [round(tenths / 10 * scale[1], 2)]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(0 <= money.start < money.end <= len(text) for money in find_money(text))
