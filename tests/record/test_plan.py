"""The brief before drafting: law only where it is known to apply, levels from the policy, days from the table."""

from __future__ import annotations

from datetime import date

import pytest

from checker.policy import Policy
from checker.record.plan import Plan, plan_of
from checker.record.plan_pages import plan_html, plan_text
from checker.rulefile import RuleSet

DAY = date(2026, 6, 1)
COUNCIL = {"kind": "services", "authority_type": "council", "jurisdiction": "england", "procedure": "open"}


@pytest.fixture
def plan(rules: RuleSet, policy: Policy):
    def make(**given: str | float) -> Plan:
        return plan_of(tuple((COUNCIL | given).items()), rules, policy, DAY)

    return make


def cites(plan: Plan) -> set[str]:
    return {row.cite for _, rows in plan.sections for row in rows if row.cite}


def test_above_the_threshold(plan) -> None:
    made = plan(value_total=600_000)
    assert {"Procurement Act 2023, s.12(4)", "Procurement Act 2023, s.18", "Procurement Act 2023, s.22(3)(b)"} <= cites(
        made
    )
    assert "Procurement Act 2023, s.86(1)" not in cites(made)
    assert "25 days" in plan_text(made)


def test_below_the_threshold(plan) -> None:
    made = plan(value_total=90_000)
    assert {"Procurement Act 2023, s.86(1)", "Procurement Act 2023, s.85(1)", "Procurement Act 2023, s.88"} <= cites(
        made
    )
    assert not any("s.22" in cite or "s.12(4)" in cite for cite in cites(made))
    assert not any("s.22" in row.cite for _, rows in made.watch for row in rows)


@pytest.mark.parametrize("given", [{"jurisdiction": "wales"}, {"regime": "psr"}, {"bound": "no"}])
def test_no_procurement_law_is_shown_where_it_is_not_known_to_bind(plan, given: dict[str, str]) -> None:
    made = plan(value_total=600_000, **given)
    assert not any("Procurement" in cite for cite in cites(made))
    assert made.watch == ()


def test_a_school_is_outside_part_6_and_the_payment_terms(plan) -> None:
    for value in (90_000, 600_000):
        found = cites(plan(value_total=value, authority_type="school"))
        assert not any(section in cite for cite in found for section in ("s.85", "s.86", "s.68", "s.88"))
    assert "Procurement Act 2023, s.22(3)(b)" in cites(plan(value_total=600_000, authority_type="school"))


def test_the_earliest_deadline_falls_on_a_working_day(plan) -> None:
    made = plan(value_total=600_000, issued="2026-06-02")
    assert "If it is issued on 2 June 2026: 29 June 2026 (27 June 2026 is no working day)." in " ".join(
        plan_text(made).split()
    )


def test_levels_are_called_ours(plan) -> None:
    rows = {
        row.what: row for _, rows in plan(value_total=90_000, term_months=36, title="Cleaning").sections for row in rows
    }
    assert rows["Public liability"].text.startswith("Up to £5 million")
    assert rows["Professional indemnity"].text.startswith("None")
    assert rows["Public liability"].label == rows["Years of accounts"].label == "Our yardstick (yours to change)"


def test_what_is_missing_is_named_with_its_option(rules: RuleSet, policy: Policy) -> None:
    made = plan_of((), rules, policy, DAY)
    assert "value of the whole contract (--value-total)" in made.missing
    assert made.watch == ()
    assert "nothing that you told us" in plan_text(made)


def test_hostile_words_are_shown_as_text(plan) -> None:
    page = plan_html(plan(title="<script>alert(1)</script>\u202e")).decode()
    assert "<script" not in page
    assert "\u202e" not in page
