"""At the very edge: a contract of exactly the threshold amount, the day an amount changes, the last day of a period."""

from __future__ import annotations

from datetime import date

import pytest

from checker.domain import Fact, Facts
from checker.facts.derived import derive
from checker.facts.working_days import working_days
from tests.facts.test_derived import ENGLISH_COUNCIL, derived
from tests.facts.test_law_threshold import band

PENNY = 0.01

# Each amount of the law at the first day of its time, and some at the last: (issued, kind, body, amount).
CONTRACTS = [
    ("2026-01-01", "goods", "central", 135_018),
    ("2026-01-01", "services", "council", 207_720),
    ("2026-01-01", "works", "council", 5_193_000),
    ("2026-05-01", "light-touch", "council", 663_540),
    ("2025-02-24", "services", "central", 139_688),
    ("2025-02-24", "goods", "council", 214_904),
    ("2025-12-31", "services", "council", 214_904),
    ("2025-02-24", "works", "central", 5_372_609),
    ("2025-02-24", "concession", "council", 5_372_609),
    ("2025-02-24", "light-touch", "central", 663_540),
    ("2024-01-01", "goods", "central", 139_688),
    ("2024-01-01", "services", "council", 214_904),
    ("2025-02-23", "goods", "council", 214_904),
    ("2024-01-01", "works", "council", 5_372_609),
    ("2022-01-01", "services", "central", 138_760),
    ("2022-01-01", "goods", "council", 213_477),
    ("2023-12-31", "services", "council", 213_477),
    ("2022-01-01", "works", "central", 5_336_937),
    ("2022-01-01", "light-touch", "council", 663_540),
    ("2025-02-23", "light-touch", "council", 663_540),
]


@pytest.mark.parametrize(("issued", "kind", "body", "amount"), CONTRACTS)
def test_a_contract_of_exactly_the_amount_is_above_and_a_penny_less_is_below(
    issued: str, kind: str, body: str, amount: int
) -> None:
    at = {"issued": issued, "kind": kind, "authority_type": body}
    assert band(**at, value_total=amount)[0] == "above"
    assert band(**at, value_total=amount - PENNY)[0] == "below"


def test_a_concession_is_above_only_if_that_of_light_touch_is_too() -> None:
    at = {"issued": "2026-05-01", "kind": "concession"}
    values = (5_192_999, 5_193_000, 5_372_608, 5_372_609)
    assert [band(**at, value_total=value)[0] for value in values] == ["below", "unknown", "unknown", "above"]


@pytest.mark.parametrize(
    ("before", "first", "kind", "value", "was", "becomes"),
    [
        ("2025-12-31", "2026-01-01", "services", 210_000, "below", "above"),
        ("2025-12-31", "2026-01-01", "works", 5_200_000, "below", "above"),
        ("2025-12-31", "2026-01-01", "concession", 5_200_000, "below", "unknown"),
        ("2023-12-31", "2024-01-01", "services", 214_000, "above", "below"),
        ("2023-12-31", "2024-01-01", "works", 5_350_000, "above", "below"),
        ("2021-12-31", "2022-01-01", "services", 300_000, "unknown", "above"),
        ("2021-12-31", "2022-01-01", "light-touch", 700_000, "unknown", "above"),
        ("2025-02-23", "2025-02-24", "concession", 6_000_000, "unknown", "above"),
    ],
)
def test_an_amount_counts_from_its_first_day(
    before: str, first: str, kind: str, value: int, was: str, becomes: str
) -> None:
    assert band(issued=before, kind=kind, value_total=value)[0] == was
    assert band(issued=first, kind=kind, value_total=value)[0] == becomes


def test_the_amounts_of_the_older_law_stay_with_it() -> None:
    older = Fact(name="regime", value="pcr15", status="given")
    assert band(older, issued="2026-05-01", value_total=210_000)[0] == "below"
    assert band(older, issued="2026-05-01", value_total=9_000_000, kind="concession")[0] == "unknown"


def test_under_a_year_the_yearly_value_is_tested_whole() -> None:
    assert band(value_annual=207_720, term_months=6)[0] == "above"
    assert band(value_annual=207_720 - PENNY, term_months=11)[0] == "below"
    assert band(value_annual=103_860, term_months=24)[0] == "above"
    assert band(value_annual=103_860 - PENNY, term_months=24)[0] == "below"


def test_a_yearly_value_without_term_tests_nothing() -> None:
    assert "no value" in band(value_annual=9_000_000)[1]
    assert "no value" in band(term_months=24)[1]


def test_a_total_is_said_to_hold_its_extension_only_where_there_is_one() -> None:
    assert "taken to hold any extension" in band(value_total=900_000, extension_months=12)[1]
    assert "extension" not in band(value_total=900_000)[1]


def test_two_values_are_told_in_order() -> None:
    two = [Fact(name="value_total", value=v, status="conflicting") for v in (400_000, 300_000)]
    assert "total value is £300,000 or £400,000" in band(*two)[1]


def test_a_basis_that_was_given_counts_before_the_words_of_the_value() -> None:
    value = Fact(name="value_total", value=180_000, quote="The estimated value is £180,000 excluding VAT.")
    given = Fact(name="vat_basis", value="inc", status="given")
    assert band(value, given, vat_basis="")[0] == "below"


def test_the_amount_that_decides_is_told_with_its_basis() -> None:
    assert "£207,720 with VAT" in band(value_total=900_000)[1]
    assert "on every reading" not in band(value_total=900_000)[1]
    assert "on every reading" in band(value_total=900_000, vat_basis="")[1]


def test_of_several_amounts_the_one_hardest_to_pass_is_told() -> None:
    above, below = band(value_total=9_000_000, kind="")[1], band(value_total=1_000, kind="", authority_type="")[1]
    assert "an amount of £5,193,000 with VAT" in above
    assert "an amount of £135,018 with VAT" in below


def test_england_and_wales_together_have_one_calendar() -> None:
    assert working_days(date(2026, 4, 2), date(2026, 4, 7), "england-wales") == 1


def minimum(**changes: str | int | float) -> Fact:
    fact = derived(**{**ENGLISH_COUNCIL, **changes}).get("minimum_days")
    assert fact is not None
    return fact


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"kind": "light-touch"}, "the contract is under the light touch rules"),
        ({"threshold_band": "below"}, "the contract is below the threshold"),
        ({"procedure": "call-off"}, "the route is a call-off"),
        ({"procedure": "direct"}, "the route is direct"),
    ],
)
def test_why_there_is_no_minimum_is_told(change: dict[str, str], because: str) -> None:
    fact = minimum(**change)
    assert (fact.value, fact.unit) == ("none", None)
    assert because in fact.how


def test_without_a_day_of_issue_a_period_is_not_moved() -> None:
    known = {**ENGLISH_COUNCIL, "regime": "pcr15"}
    del known["issued"]
    assert derived(**known).value("minimum_days") == 30


def test_a_period_that_was_moved_says_so_and_one_that_was_not_does_not() -> None:
    moved, kept = minimum(regime="pcr15", issued="2023-05-25"), minimum(regime="pcr15", issued="2023-05-23")
    assert (moved.value, kept.value) == (32, 30)  # the 30th days are Saturday 24 and Thursday 22 June 2023
    assert "next working day, which makes 32" in moved.how
    assert "working day" not in kept.how


def test_a_period_of_years_without_listed_holidays_is_not_moved() -> None:
    assert minimum(regime="pcr15", issued="2011-05-26").value == 30  # the 30th day is Saturday 25 June 2011


def test_where_one_reading_of_the_route_has_no_minimum_there_is_none() -> None:
    routes = tuple(Fact(name="procedure", value=v, status="conflicting") for v in ("open", "other"))
    known = tuple(Fact(name=n, value=v) for n, v in ENGLISH_COUNCIL.items() if n != "procedure")
    assert derive(Facts((*known, *routes)), date(2026, 11, 23)).get("minimum_days") is None


def test_of_two_readings_of_the_route_the_shorter_period_counts() -> None:
    routes = tuple(Fact(name="procedure", value=v, status="conflicting") for v in ("open", "dynamic-market"))
    known = tuple(Fact(name=n, value=v) for n, v in ENGLISH_COUNCIL.items() if n != "procedure")
    assert derive(Facts((*known, *routes)), date(2026, 11, 23)).value("minimum_days") == 10
