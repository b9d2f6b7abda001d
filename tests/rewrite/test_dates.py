"""Dates to propose, from the legal minimum and the bank holidays."""

from __future__ import annotations

from checker.rewrite.dates import proposed_dates, safe_minimum
from tests.making import facts


def test_the_earliest_lawful_deadline_is_a_working_day() -> None:
    found = proposed_dates(facts(issued="2026-03-10", minimum_days=25, submission_deadline="2026-03-20"))
    assert found["earliest_deadline"] == "2026-04-07"  # 4 April is a Saturday, then come Easter Sunday and Monday


def test_twenty_working_days_leave_out_bank_holidays() -> None:
    found = proposed_dates(facts(issued="2025-12-12", submission_deadline="2025-12-22"))
    assert found["fair_deadline"] == "2026-01-14"


def test_scotland_has_its_own_days() -> None:
    usual = facts(issued="2026-07-20", submission_deadline="2026-07-21")
    scottish = facts(issued="2026-07-20", submission_deadline="2026-07-21", jurisdiction="scotland")
    assert proposed_dates(usual)["fair_deadline"] == "2026-08-17"
    assert proposed_dates(scottish)["fair_deadline"] == "2026-08-18"


def test_dates_that_give_no_more_are_no_proposal() -> None:
    found = proposed_dates(
        facts(
            issued="2026-03-02",
            minimum_days=25,
            submission_deadline="2026-06-01",
            award="2026-07-01",
            start="2026-12-01",
        )
    )
    assert set(found) == {"last_answers", "offer_until"}


def test_without_dates_nothing_is_proposed() -> None:
    assert proposed_dates(facts(minimum_days="none", issued="soon")) == {}


def test_as_documents_may_come_later_thirty_days_are_proposed_for_twenty_five() -> None:
    known = facts(issued="2026-05-04", regime="pa23", minimum_days=25, submission_deadline="2026-05-18")
    assert safe_minimum(known) == 30
    assert proposed_dates(known)["earliest_deadline"] == "2026-06-03"
    assert proposed_dates(known)["fair_deadline"] == "2026-06-03"  # 20 working days would be 2 June
    assert safe_minimum(facts(regime="pa23", minimum_days=10)) == 10
    assert safe_minimum(facts(regime="pcr15", minimum_days=25)) == 25
    assert safe_minimum(facts(regime="pa23", minimum_days="none")) is None


def test_no_deadline_is_proposed_that_reaches_the_award_or_the_start() -> None:
    known = {"issued": "2026-05-04", "submission_deadline": "2026-05-18", "minimum_days": 30}
    assert "fair_deadline" in proposed_dates(facts(**known, award="2026-06-10"))
    for later in ({"award": "2026-06-08"}, {"award": "2026-07-01", "start": "2026-06-04"}):
        assert not {"fair_deadline", "earliest_deadline"} & set(proposed_dates(facts(**known, **later)))
