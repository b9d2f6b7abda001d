"""The threshold band: the amounts of the day, the body and the kind, with every open question worked out both ways."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from checker.domain import Fact, Facts
from checker.facts.law import apply_law
from checker.facts.tables import thresholds

TODAY = date(2026, 11, 23)


def band(*more: Fact, as_of: date = TODAY, **values: str | int | float) -> tuple[str, str]:
    base: dict[str, str | int | float] = {"authority_type": "council", "kind": "services", "vat_basis": "inc"}
    stated = tuple(Fact(name=n, value=v) for n, v in {**base, **values}.items() if v != "")
    fact = apply_law(Facts((*stated, *more)), (), as_of, None).get("threshold_band")
    assert fact is not None
    return str(fact.value), fact.how


@pytest.mark.parametrize(
    ("value", "expected"), [(207_719.99, "below"), (207_720, "above"), (207_721, "above"), (207_719, "below")]
)
def test_not_less_than_the_amount_is_above(value: float, expected: str) -> None:
    assert band(value_total=value, issued="2026-05-01")[0] == expected


def test_the_amounts_change_with_the_year() -> None:
    assert band(value_total=210_000, issued="2025-12-31")[0] == "below"
    assert band(value_total=210_000, issued="2026-01-01")[0] == "above"
    found, how = band(value_total=210_000, submission_deadline="2026-02-10")
    assert found == "unknown"
    assert "207,720" in how
    assert "214,904" in how


def test_an_nhs_trust_has_the_amounts_of_central_government() -> None:
    for kind in ("nhs", "central"):
        assert band(value_total=135_018, authority_type=kind, issued="2026-05-01")[0] == "above"
        assert band(value_total=135_017, authority_type=kind, issued="2026-05-01")[0] == "below"
    assert band(value_total=135_018, issued="2026-05-01")[0] == "below"
    assert band(value_total=140_000, buyer="Mid Anyshire Integrated Care Board", authority_type="nhs")[0] == "unknown"


def test_kinds_have_amounts_of_their_own() -> None:
    assert band(value_total=663_539, kind="light-touch")[0] == "below"
    assert band(value_total=663_540, kind="light-touch")[0] == "above"
    assert band(value_total=5_192_999, kind="works")[0] == "below"
    assert band(value_total=5_193_000, kind="works")[0] == "above"
    assert band(value_total=5_372_609, kind="concession")[0] == "above"
    assert band(value_total=5_200_000, kind="concession")[0] == "unknown"


def test_schools_have_the_amounts_of_other_bodies_that_are_not_central() -> None:
    assert band(value_total=207_720, authority_type="school")[0] == "above"
    assert band(value_total=150_000, authority_type="school")[0] == "below"


def test_vat_is_added_and_an_unknown_basis_is_worked_out_both_ways() -> None:
    assert band(value_total=173_100, vat_basis="ex")[0] == "above"
    assert band(value_total=173_099, vat_basis="ex")[0] == "below"
    found, how = band(value_total=180_000, vat_basis="")
    assert found == "unknown"
    assert "includes VAT" in how
    assert "without VAT" in how
    assert band(value_total=100_000, vat_basis="")[0] == "below"
    assert band(value_total=300_000, vat_basis="both")[0] == "above"


def test_the_quote_of_the_value_tells_its_vat_before_the_pack_does() -> None:
    value = Fact(name="value_total", value=180_000, quote="The estimated value is £180,000 excluding VAT.")
    assert band(value, vat_basis="inc")[0] == "above"


def test_light_touch_services_may_bear_no_vat() -> None:
    assert band(value_total=600_000, kind="light-touch", vat_basis="ex")[0] == "unknown"


def test_before_2022_no_amounts_are_held() -> None:
    assert band(value_total=900_000, vat_basis="ex", issued="2021-12-31")[0] == "unknown"
    assert band(value_total=213_477, vat_basis="inc", issued="2022-01-01")[0] == "above"


def test_the_yearly_value_counts_over_term_and_extension() -> None:
    assert band(value_annual=60_000, term_months=36)[0] == "below"
    assert band(value_annual=60_000, term_months=36, extension_months=12)[0] == "above"
    assert band(value_annual=150_000, term_months=6)[0] == "below"


def test_a_derived_total_gives_way_to_the_yearly_value() -> None:
    derived = Fact(name="value_total", value=180_000, status="derived")
    assert band(derived, value_annual=60_000, term_months=36, extension_months=12)[0] == "above"


def test_values_that_conflict_are_all_tested() -> None:
    two = [Fact(name="value_total", value=v, status="conflicting") for v in (150_000, 250_000)]
    assert band(*two)[0] == "unknown"


def test_an_unknown_kind_or_body_is_worked_out_every_way() -> None:
    assert band(value_total=100_000, kind="", authority_type="")[0] == "below"
    assert band(value_total=9_000_000, kind="", authority_type="")[0] == "above"
    assert band(value_total=500_000, kind="")[0] == "unknown"
    assert band(value_total=150_000, authority_type="other")[0] == "unknown"


def test_without_value_or_with_another_law_there_is_no_band() -> None:
    assert band()[0] == "unknown"
    assert band(value_total=9_000_000, issued="2014-05-01")[0] == "unknown"
    assert band(value_total=9_000_000, buyer="Fife Council")[0] == "unknown"
    assert band(value_total=9_000_000, buyer="Powys County Council")[0] == "unknown"


def test_every_amount_has_a_source_and_amounts_of_a_series_do_not_repeat_a_day() -> None:
    table = thresholds()
    for amount in table.amounts:
        assert table.sources[amount.source].url.startswith("https://www.legislation.gov.uk/")
    keys = sorted((a.regime, kind, a.authority, a.begins) for a in table.amounts for kind in a.kinds)
    assert all(one != two for one, two in pairwise(keys))
