"""Derived facts: sums that can be checked by hand, and silence where an input is missing."""

from __future__ import annotations

from datetime import date

import pytest

from checker.domain import CheckerError, Fact, Facts
from checker.facts.derived import derive, stage_of

TODAY = date(2026, 11, 23)
ENGLISH_COUNCIL: dict[str, str | int | float] = {
    "regime": "pa23", "bound": "yes", "jurisdiction": "england", "threshold_band": "above",
    "authority_type": "council", "procedure": "open", "kind": "services", "issued": "2026-06-01",
}  # fmt: skip


def facts(**values: str | int | float) -> Facts:
    return Facts(tuple(Fact(name=n, value=v) for n, v in values.items()))


def derived(**values: str | int | float) -> Facts:
    return derive(facts(**values), TODAY)


def minimum(**changes: str | int | float) -> object:
    return derived(**{**ENGLISH_COUNCIL, **changes}).value("minimum_days")


def test_the_yearly_value_is_the_total_over_the_term_without_extensions() -> None:
    fact = derived(value_total=90_000, term_months=36, extension_months=24).get("value_annual")
    assert fact is not None
    assert (fact.value, fact.unit, fact.status) == (30_000, "GBP", "derived")
    assert "36 months" in fact.how


def test_under_a_year_the_yearly_value_is_the_total() -> None:
    assert derived(value_total=15_000, term_months=3).value("value_annual") == 15_000
    assert derived(value_total=15_000, term_months=12).value("value_annual") == 15_000


def test_without_a_term_the_yearly_value_is_at_most_the_total() -> None:
    fact = derived(value_total=140_000).get("value_annual")
    assert fact is not None
    assert (fact.value, "at most" in fact.how) == (140_000, True)


@pytest.mark.parametrize("shared", ["framework", "dynamic-market"])
def test_the_ceiling_of_a_framework_is_no_yearly_value_of_one_contract(shared: str) -> None:
    assert derived(value_total=500_000_000, term_months=48, orders_under=shared).get("value_annual") is None


def test_the_total_is_the_yearly_value_over_term_and_extension() -> None:
    assert derived(value_annual=15_000, term_months=36, extension_months=24).value("value_total") == 75_000
    assert derived(value_annual=15_000, term_months=36).value("value_total") == 45_000
    assert derived(value_annual=15_000, term_months=6).value("value_total") == 15_000


def test_nothing_comes_of_half_the_inputs() -> None:
    found = derived(issued="2026-06-01", award="2026-08-01", insurance_pl=5_000_000)
    assert {fact.name for fact in found.all if fact.status == "derived"} == set()
    assert derived(value_total=90_000, term_months=0).get("value_annual") is None


def test_stated_and_given_facts_are_not_derived_again() -> None:
    assert len(derived(value_total=90_000, term_months=36, value_annual=31_000).many("value_annual")) == 1
    given = Facts((*facts(issued="2026-06-01", submission_deadline="2026-06-30").all,
                   Fact(name="days_to_bid", value=3, status="given")))  # fmt: skip
    assert derive(given, TODAY).value("days_to_bid") == 3
    once = derived(value_total=90_000, term_months=36)
    assert derive(once, TODAY) == once


def test_days_do_not_count_the_first() -> None:
    found = derived(
        issued="2026-05-01",
        clarification_deadline="2026-05-11",
        answers_deadline="2026-05-20",
        submission_deadline="2026-05-26",
        award="2026-06-10",
        start="2026-07-01",
        jurisdiction="england",
    )
    names = (
        "days_to_bid", "working_days_to_bid", "days_for_questions", "days_answers_to_deadline", "days_award_to_start"
    )  # fmt: skip
    assert [found.value(name) for name in names] == [25, 15, 10, 6, 21]


def test_working_days_follow_the_nation_and_say_which_when_it_is_not_known() -> None:
    dates = {"issued": "2026-04-01", "submission_deadline": "2026-04-08"}
    assert derived(**dates, jurisdiction="england").value("working_days_to_bid") == 3
    assert derived(**dates, jurisdiction="scotland").value("working_days_to_bid") == 4
    fact = derived(**dates).get("working_days_to_bid")
    assert fact is not None
    assert "not known" in fact.how
    early = derived(issued="2011-04-01", submission_deadline="2011-05-08")
    assert early.value("days_to_bid") == 37
    assert early.get("working_days_to_bid") is None


def test_a_deadline_before_the_issue_or_half_a_date_gives_no_days() -> None:
    assert derived(issued="2026-05-10", submission_deadline="2026-05-01").get("days_to_bid") is None
    assert derived(issued="2026-05", submission_deadline="2026-05-01").get("days_to_bid") is None


def test_dates_in_doubt_are_counted_as_leaves_most_time_and_that_is_told() -> None:
    two = tuple(
        Fact(name="submission_deadline", value=v, status="conflicting") for v in ("2026-05-29", "2026-05-26T12:00")
    )
    found = derive(Facts((*facts(issued="2026-05-01").all, *two)), TODAY)
    fact = found.get("days_to_bid")
    assert fact is not None
    assert fact.value == 28
    assert "more than one way, the latest" in fact.how
    assert found.value("days_to_bid_doubt") == found.value("working_days_to_bid_doubt") == 1
    assert derived(issued="2026-05-01", submission_deadline="2026-05-29").get("days_to_bid_doubt") is None


def test_days_to_the_start_are_not_counted_from_an_award_in_doubt() -> None:
    two = tuple(Fact(name="award", value=v, status="conflicting") for v in ("2026-05-29", "2026-05-26"))
    assert derive(Facts((*facts(start="2026-06-08").all, *two)), TODAY).get("days_award_to_start") is None
    assert derived(award="2026-05-29", start="2026-06-08").value("days_award_to_start") == 10


def test_ratios() -> None:
    found = derived(value_annual=50_000, insurance_pl=5_000_000, insurance_pi=1_000_000, min_turnover=100_000)
    assert [found.value(n) for n in ("pl_to_annual", "pi_to_annual", "turnover_to_annual")] == [100, 20, 2]
    by_term = derived(value_total=150_000, term_months=36, insurance_pl=5_000_000)
    assert by_term.value("pl_to_annual") == 100


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 25),
        ({"procedure": "competitive-flexible"}, 10),
        ({"procedure": "competitive-flexible", "authority_type": "nhs"}, 25),
        ({"procedure": "dynamic-market"}, 10),
        ({"procedure": "framework", "authority_type": "central"}, 25),
        ({"procedure": "call-off"}, "none"),
        ({"kind": "light-touch"}, "none"),
        ({"threshold_band": "below"}, "none"),
        ({"threshold_band": "unknown"}, None),
        ({"procedure": "other"}, None),
        ({"bound": "unknown"}, None),
        ({"jurisdiction": "scotland"}, None),
        ({"jurisdiction": "wales"}, None),
        ({"regime": "unknown"}, None),
        ({"regime": "psr"}, None),
        ({"regime": "pcr15", "issued": "2024-06-03"}, 30),
        ({"regime": "pcr15", "procedure": "restricted", "issued": "2024-06-03"}, 10),
        ({"regime": "pcr15", "procedure": "restricted", "authority_type": "central", "issued": "2024-06-03"}, 25),
        ({"regime": "pcr15", "procedure": "negotiated", "issued": "2024-06-03"}, None),
    ],
)
def test_the_legal_minimum(changes: dict[str, str], expected: object) -> None:
    assert minimum(**changes) == expected


def test_the_legal_minimum_names_the_entry_it_assumes() -> None:
    fact = derived(**ENGLISH_COUNCIL).get("minimum_days")
    assert fact is not None
    assert "s.54" in fact.how
    assert "electronically" in fact.how
    assert "urgency" in fact.how
    assert fact.unit == "days"


def test_under_the_older_law_a_period_runs_on_to_a_working_day() -> None:
    # 30 days after Thursday 25 May 2023 is Saturday 24 June
    assert minimum(regime="pcr15", issued="2023-05-25") == 32
    assert minimum(regime="pcr15", issued="2024-11-25") == 32  # Christmas and Boxing Day
    assert minimum(issued="2026-11-30") == 25  # the Act moves nothing: Christmas Day stays


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "draft"),
        ({"issued": "2027-01-10", "submission_deadline": "2027-02-10"}, "draft"),
        ({"submission_deadline": "2026-12-01"}, "live"),
        ({"submission_deadline": "2026-11-23T12:00"}, "live"),
        ({"submission_deadline": "2026-11-22"}, "past"),
        ({"issued": "2022-01-01"}, "past"),
        ({"issued": "2026-11-01"}, "live"),
        ({"start": "2024-04-01"}, "past"),
        ({"award": "2027-04-01"}, "live"),
    ],
)
def test_the_stage_of_a_pack(values: dict[str, str], expected: str) -> None:
    assert stage_of(facts(**values), TODAY, None) == expected


def test_a_given_stage_wins() -> None:
    assert stage_of(facts(submission_deadline="2020-01-01"), TODAY, "plan") == "plan"
    with pytest.raises(CheckerError, match="draft"):
        stage_of(facts(), TODAY, "soon")
