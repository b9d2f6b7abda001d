"""Slips told in rarer words, and what looks like a slip and is none."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from checker.facts.table_parts import table_parts
from checker.facts.table_sums import table_sums
from tests.facts.making import clause, found, lines, table

CODED = ("Criterion", "Weighting")
SUB = ("Criterion", "Weight", "Sub-criterion", "Sub-weight")


def values(name: str, *texts: str) -> list[object]:
    return [fact.value for fact in find_facts(lines(*texts)).many(name)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Contract period: 1 April 2026 to 31 March 2029", "That contract ends on 31 March 2026."),
        ("Interviews: 4 May 2026", "Data and presentations accepted: 9 November 2026"),
        ("Samples collected after evaluation: 9 June 2026", "Samples received: 1 June 2026"),
        ("Pilot go-live: 1 May 2026", "Go-live: 1 June 2026"),
    ],
)
def test_days_of_other_things_do_not_clash(texts: tuple[str, str]) -> None:
    facts = find_facts(lines(*texts))
    assert not [
        fact for name in ("contract_end", "interview_day", "samples_day", "go_live_day") for fact in facts.many(name)
    ]


def test_samples_and_the_go_live_may_have_two_days() -> None:
    texts = ("Samples received: 1 June 2026", "Samples must be delivered no later than 4 June 2026.")
    assert values("samples_day", *texts) == ["2026-06-01", "2026-06-04"]
    texts = ("Platform go-live: 1 June 2026", "Go-live: 4 June 2026")
    assert values("go_live_day", *texts) == ["2026-06-01", "2026-06-04"]


def test_a_go_live_is_no_second_start_of_the_contract() -> None:
    assert values("start", "Contract start: 1 May 2026", "Go-live: 1 June 2026") == ["2026-05-01"]
    assert values("start", "Go-live: 1 June 2026") == ["2026-06-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Final date for Council's responses: 4 May 2026",
        "Tendered prices shall be fixed until 31 July 2028.",
        "Questions and answers session for suppliers: 4 May 2026",
    ],
)
def test_other_days_are_no_deadline_for_bids_or_answers(text: str) -> None:
    facts = find_facts(lines("Deadline for tenders: 11 May 2026", "Answers published: 6 May 2026", text))
    assert [fact.value for fact in facts.many("submission_deadline")] == ["2026-05-11"]
    assert "2026-05-11" not in [fact.value for fact in facts.many("answers_deadline")]


def test_return_by_on_a_cover_is_a_deadline() -> None:
    texts = ("Return by: 12 noon, Friday 8 May 2026", "Closing date for tenders: 1 May 2026")
    assert values("submission_deadline", *texts) == ["2026-05-08", "2026-05-01"]


def test_a_reference_with_two_characters_changed_about() -> None:
    texts = ("Tender reference: QRS-IT-0527", "To the Borough of Northam. Our offer for QRS-IT-0572.")
    assert values("own_reference", *texts) == ["QRS-IT-0527", "QRS-IT-0572"]


def test_the_reference_of_an_earlier_list_is_no_slip() -> None:
    assert not values("own_reference", "Tender reference: QRS/RD/1127", "The existing list (QRS/RD/0873) ends in May.")


def test_a_day_by_which_invoices_arrive_is_no_day_of_payment() -> None:
    assert (
        values("payment_days", "Invoices must be received within 60 days of the work; later ones are not paid.") == []
    )


def test_what_a_sister_company_spends_is_no_value() -> None:
    assert (
        values("value_annual", "Its trading company may use it too; spend by the company is below £4,000 a year.") == []
    )
    assert values("value_total", "The paid media budget for the term is between £20,000 and £30,000.") == []


def test_rows_under_lot_belong_to_their_lot() -> None:
    rows = (("1", "Gritting", "£200,000"), ("2 - Verges", "Cutting", "£90,000"))
    facts = found(*table(("Lot", "Title", "Estimated annual spend"), *rows))
    assert (facts["value_annual/1"], facts["value_annual/2"]) == (200000, 90000)


def test_parts_with_a_code_miss_their_criterion() -> None:
    rows = (("Price", "40%"), ("Quality", "60%"), ("MS1 Plan", "20%"), ("MS2 Staff", "25%"), ("MS3 Vans", "18%"))
    facts = found(*table(CODED, *rows))
    assert (facts["table_sum"], facts["table_sum_said"], facts["table_sum_row"]) == (63, 60, "Quality")


def test_parts_in_a_column_of_their_own_miss_their_criterion() -> None:
    rows = (
        ("Price", "50%", "Total price", "50%"),
        ("Quality", "50%", "Trial", "20%"),
        ("", "", "Stock", "20%"),
        ("", "", "Care", "15%"),
    )
    facts = found(*table(SUB, *rows))
    assert (facts["table_sum"], facts["table_sum_said"]) == (55, 50)


@pytest.mark.parametrize(
    "rows",
    [
        (("Price", "40%"), ("Quality", "60%"), ("MS1 Plan", "20%"), ("MS2 Staff", "25%"), ("MS3 Vans", "15%")),
        (("Price", "40%"), ("Quality", "60%"), ("MS1 Plan", "50%"), ("MS2 Staff", "30%"), ("MS3 Vans", "20%")),
        (("Price", "40%"), ("Quality", "60%"), ("MS1 Plan", "20%"), ("MS3 Staff", "25%"), ("MS4 Vans", "18%")),
        (("Price", "40%"), ("Quality", "50%"), ("MS1 Plan", "20%"), ("MS2 Staff", "20%"), ("MS3 Vans", "13%")),
    ],
)
def test_parts_that_fit_or_may_fit_are_left_alone(rows: tuple[tuple[str, str], ...]) -> None:
    assert table_parts(table(CODED, *rows)) == ()


def test_weights_by_lot_miss_their_total() -> None:
    columns = ("Criterion", "Lot 1", "Lot 2")
    rows = (("Price", "60%", "70%"), ("Q1 Vans", "30%", "30%"), ("Q2 Care", "15%", "–"), ("Total", "100%", "100%"))
    assert found(*table(columns, *rows))["table_sum"] == 105


def test_a_total_in_the_second_column() -> None:
    rows = (("A1", "Plan", "45"), ("A2", "Staff", "30"), ("P", "Price", "30"), ("", "Total", "100"))
    (total, *_) = table_sums(table(("Ref", "Criterion", "Weight"), *rows))
    assert (total.name, total.value) == ("table_sum", 105)


def test_an_envelope_with_the_tender_reference_beside_a_portal() -> None:
    told = (
        clause("Proposals are to be uploaded to the portal.", place=0),
        clause("Tenders should be enclosed in a plain envelope marked with the tender reference.", place=1),
    )
    assert [fact.value for fact in find_facts(told).many("bids_sent")] == ["through a portal", "on paper"]


FAR = ("The yard is swept.", "Gates are shut at six.", "Keys are kept in the office.", "Lamps are lit at dusk.")


def test_paper_copies_asked_for_far_from_a_portal_that_is_the_only_way() -> None:
    only = "Tenders must be submitted through the e-tendering portal only."
    copies = "Two paper copies of the tender shall also be delivered to the front desk."
    assert values("bids_sent", only, *FAR, copies) == ["through a portal alone", "on paper or by hand"]
    asked = "If asked, two paper copies of the tender shall be delivered to the front desk."
    assert not values("bids_sent", only, *FAR, asked)
    assert not values("bids_sent", "Questions go through the portal only.", *FAR, copies)
