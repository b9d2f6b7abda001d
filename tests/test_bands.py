"""The bands of real rules at their edges: what is exactly at an edge belongs to the milder side."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from checker.policy import Policy
from checker.rulecheck import case_of, verdicts_of
from checker.rulefile import Example, RuleSet

FLOOR = "Bidders must have a minimum annual turnover of £{}."
CAP = "The Supplier's total liability shall not exceed £{}."


def severity(rules: RuleSet, policy: Policy, rule_id: str, text: str, **known: FactValue) -> str | None:
    rule = rules.get(rule_id)
    verdicts = verdicts_of(rule, case_of(rule, Example.model_validate({"flag": text, "facts": known})), rules, policy)
    return verdicts[0].severity if verdicts else None


@pytest.mark.parametrize(
    ("floor", "expected"),
    [("300,001", "high"), ("300,000", "medium"), ("150,001", "medium"), ("150,000", "low"), ("1,000", "low")],
)
def test_a_turnover_floor_is_grave_over_twice_the_yearly_value(
    rules: RuleSet, policy: Policy, floor: str, expected: str
) -> None:
    found = severity(
        rules, policy, "finance.turnover-minimum", FLOOR.format(floor), value_annual=150_000, regime="pcr15"
    )
    assert found == expected


def test_a_turnover_floor_is_against_the_older_law_only_over_twice_the_value(rules: RuleSet, policy: Policy) -> None:
    known = {"regime": "pcr15", "value_total": 500_000}
    floors = ("1,000,001", "1,000,000")
    found = [severity(rules, policy, "finance.turnover-over-cap", FLOOR.format(floor), **known) for floor in floors]
    assert found == ["critical", None]


@pytest.mark.parametrize(
    ("cap", "expected"), [("500,001", "high"), ("500,000", "medium"), ("200,001", "medium"), ("200,000", None)]
)
def test_a_cap_on_liability_is_grave_over_five_times_the_yearly_value(
    rules: RuleSet, policy: Policy, cap: str, expected: str | None
) -> None:
    assert severity(rules, policy, "risk.liability-cap-high", CAP.format(cap), value_annual=100_000) == expected


@pytest.mark.parametrize(("years", "expected"), [("six", "low"), ("seven", "medium"), ("a dozen", "medium")])
def test_cover_kept_up_beyond_six_years_counts_more(rules: RuleSet, policy: Policy, years: str, expected: str) -> None:
    text = f"Your insurance must be kept up for {years} years after the end of the contract."
    assert severity(rules, policy, "insurance.run-off-long", text, kind="services") == expected
