"""Slips inside neighbouring sentences and one table: numbers, parts, weights, days, ways and opposite orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import Clause
from checker.facts import find_facts
from tests.facts.making import clause, table


def paragraph(text: str) -> tuple[Clause, ...]:
    """One clause of several sentences."""
    made = [clause(part if part.endswith(".") else f"{part}.") for part in text.split(". ")]
    return (replace(made[0], sentences=tuple(one.sentences[0] for one in made)),)


def told(name: str, text: str) -> list[str]:
    return [str(fact.value) for fact in find_facts(paragraph(text)).many(name) if fact.status == "conflicting"]


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("number_glossed", "Invoices are paid in thirty days (45 days).", ["thirty days", "45 days"]),
        ("number_glossed", "A fee of four per cent (6%) is kept back.", ["four per cent", "6 per cent"]),
        ("list_counted", "The three depots are North Yard and Mill Lane.", ["3 depots", "2 depots by name"]),
        ("parts_and_whole", "The 70 technical marks are split as follows: method 30, people 20, safety 10.",
         ["70", "30 + 20 + 10 = 60"]),
        ("criterion_weight", "Bids are judged 30% on staffing and 70% on price. The panel marks staffing (40%) first.",
         ["staffing: 30%", "staffing: 40%"]),
        ("submission_deadline_time", "Bids must be in by 10am on 3 July. A bid after 2pm on 3 July is not read.",
         ["10:00", "14:00"]),
        ("start_day", "The contract starts on 1 June 2026. It runs for a year from its start on 8 June 2026.",
         ["1 June 2026", "8 June 2026"]),
        ("bids_sent", "Tenders come in on the portal only. Please post three bound copies of your tender to the depot.",
         ["through a portal alone", "on paper or by hand"]),
        ("opposites", "Section D must be completed by everyone. Leave Section D blank.",
         ["Section D must be completed", "Leave Section D blank"]),
    ],
)  # fmt: skip
def test_a_slip_in_neighbouring_sentences_is_told(name: str, text: str, values: list[str]) -> None:
    assert told(name, text) == values


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("number_glossed", "Invoices are paid in thirty (30) days."),
        ("number_glossed", "Notice is two years (24 months)."),
        ("list_counted", "The three depots are North Yard, Mill Lane and Quay."),
        ("list_counted", "There are three depots, and two of them are North Yard and Mill Lane."),
        ("parts_and_whole", "The 70 technical marks are split as follows: method 30, people 20, safety 20."),
        (
            "criterion_weight",
            "Bids are judged 30% on staffing and 70% on price. In the draft staffing had 40% of marks.",
        ),
        (
            "submission_deadline_time",
            "Bids must be in by 10am on 3 July. If you want a receipt, send it by 9am on 3 July.",
        ),
        ("start_day", "The contract starts on 1 June 2026. The first review is on 8 June 2026."),
        ("bids_sent", "Tenders come in on the portal only. We will print two bound copies of each tender."),
        ("opposites", "Section D must be completed by everyone. Leave Section E blank."),
    ],
)
def test_what_agrees_or_makes_room_is_no_slip(name: str, text: str) -> None:
    assert told(name, text) == []


def test_the_last_row_of_a_table_says_the_whole() -> None:
    rows = (("North", "40%"), ("South", "40%"), ("West", "30%"), ("All areas", "100%"))
    facts = find_facts(table(("Area", "Expected hours"), *rows))
    assert [fact.value for fact in facts.many("parts_and_whole")] == ["100", "40 + 40 + 30 = 110"]


def test_rounds_of_one_list_have_days_of_their_own() -> None:
    text = "Applications for round one close on 3 March 2026. Applications for round two close on 3 June 2026."
    days = find_facts(paragraph(text)).many("submission_deadline")
    assert [fact.value for fact in days] == ["2026-03-03"]


@pytest.mark.parametrize(
    "text", ["Bids close on June 31st.", "Bids close on 2026-02-30.", "Bids close on 31 Sept 2026."]
)
def test_other_ways_to_write_a_day_that_is_none(text: str) -> None:
    assert find_facts((clause(text),)).value("dates_odd") == 1


@pytest.mark.parametrize(
    "text", ["See Part 31 April 2026.", "There is no such day as 31 June.", "We meet at 31 June Street."]
)
def test_a_number_beside_a_month_that_is_no_day(text: str) -> None:
    assert find_facts((clause(text),)).value("dates_odd") is None
