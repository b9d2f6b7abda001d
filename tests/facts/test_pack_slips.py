"""Mistakes in the pack: stages out of order, rows that miss their total, empty lists and appendices, time to set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.domain import Clause
from checker.facts import find_facts
from tests.facts.making import clause, found, lines, table

MARKS = ("Criterion", "Marks")


def heading(text: str, place: int, page: int, above: str = "Appendices") -> Clause:
    made = clause(text, heading=above, place=place)
    (sentence,) = made.sentences
    location = replace(sentence.location, page=page)
    return replace(made, sentences=(replace(sentence, kind="heading", location=location),))


def slips(*rows: Sequence[str]) -> object:
    return found(*table(("Stage", "Date"), *rows)).get("timetable_slips_list")


def test_final_offers_before_negotiation_are_out_of_order() -> None:
    told = slips(("Start of negotiation", "9 June 2026"), ("Best and final offers", "3 June 2026"))
    assert told == "best and final offers (3 June 2026) before the start of negotiation (9 June 2026)"


def test_a_letter_and_its_timetable_are_compared() -> None:
    clauses = lines("Award of contract: 4 May 2026", "Deadline for tenders: 8 May 2026")
    facts = find_facts(clauses)
    assert [fact.status for fact in facts.many("timetable_slip")] == ["conflicting", "conflicting"]
    assert facts.value("deadline_slips") is None


def test_questions_that_end_before_the_issue_are_counted_as_a_deadline() -> None:
    facts = found(*lines("Tenders are issued on 4 May 2026.", "Last day for questions: 1 May 2026"))
    assert facts["deadline_slips"] == 1


def test_questions_that_end_on_the_day_of_issue_are_a_short_time_and_no_slip() -> None:
    facts = found(*lines("Tenders are issued on 1 May 2026.", "Last day for questions: 1 May 2026"))
    assert "timetable_slips" not in facts


@pytest.mark.parametrize(
    "rows",
    [
        [("Start of negotiation", "3 June 2026"), ("Best and final offers", "3 June 2026")],
        [("Deadline for tenders", "8 May 2026"), ("Award of contract", "8 May 2026")],
        [("Award of contract", "4 May 2026"), ("Extension of the tender deadline", "8 May 2026")],
        [("Deadline for tenders, lot 2", "8 May 2026"), ("Award of contract, lot 1", "4 May 2026")],
    ],
)
def test_what_may_be_in_order_is_no_slip(rows: list[tuple[str, str]]) -> None:
    assert slips(*rows) is None


@pytest.mark.parametrize(("start", "days"), [("1 May 2026", 1), ("30 April 2026", 0), ("28 April 2026", -2)])
def test_a_contract_signed_as_it_starts(start: str, days: int) -> None:
    rows = (("Contract signature", "30 April 2026"), ("Contract start", start))
    assert found(*table(("Stage", "Date"), *rows))["signature_to_start"] == days


def test_a_contract_signed_two_days_before_is_not_told() -> None:
    rows = (("Contract signature", "30 April 2026"), ("Contract start", "2 May 2026"))
    assert "signature_to_start" not in found(*table(("Stage", "Date"), *rows))


def test_rows_that_miss_the_total() -> None:
    facts = found(*table(MARKS, ("Staffing", "30"), ("Method", "25"), ("Total", "60")))
    assert (facts["table_sum"], facts["table_sum_said"], facts["table_sum_gap"]) == (55, 60, 5)


def test_rows_that_miss_their_own_parent() -> None:
    rows = (("2.1 Staff", "20"), ("i) Rota", "10"), ("ii) Training", "10"), ("2.2 Quality", "20"), ("Checks", "15"),
            ("Total", "40"))  # fmt: skip
    facts = found(*table(MARKS, *rows))
    assert (facts["table_sum_row"], facts["table_sum"], facts["table_sum_said"]) == ("2.2 Quality", 15, 20)


@pytest.mark.parametrize(
    "rows",
    [
        [("Staffing", "30"), ("Method", "30"), ("Total", "60")],
        [("2.1 Staff", "20"), ("i) Rota", "10"), ("ii) Training", "10"), ("2.2 Quality", "20"), ("Total", "40")],
        [("Staffing", "30"), ("Method", ""), ("Total", "60")],  # a row that was not read in full
        [("Staffing", "30"), ("Method", "5"), ("Total", "100")],  # too far off to be these rows
        [("Staffing", "30"), ("Subtotal", "30"), ("Method", "20"), ("Total", "60")],
    ],
)
def test_tables_that_fit_or_may_fit_are_left_alone(rows: list[tuple[str, str]]) -> None:
    assert "table_sum" not in found(*table(MARKS, *rows))


def test_only_columns_of_marks_are_added_up() -> None:
    assert "table_sum" not in found(*table(("Item", "Hours"), ("Desk", "30"), ("Site", "25"), ("Total", "60")))


def test_a_list_that_never_comes() -> None:
    clauses = lines(
        "Judges will also take account of:",
        "In addition, what each tender costs the school in later years is looked at.",
    )
    facts = found(*clauses)
    assert (facts["lists_empty"], facts["list_empty"]) == (1, "Judges will also take account of")


def test_a_list_cut_off_by_the_next_section() -> None:
    first = replace(clause("Tenders will be judged against the following criteria:"), number="5.2")
    after = replace(heading("Interviews", 1, 1), number="5.3")
    assert found(first, after)["lists_empty"] == 1
    assert "lists_empty" not in found(first, replace(after, number="5.2.1"))


@pytest.mark.parametrize("entry", ["Price counts for 60 marks.", "Our price is what decides:", "Quality"])
def test_a_list_whose_entries_are_plain_lines_is_not_empty(entry: str) -> None:
    assert "lists_empty" not in found(*lines("Tenders will be judged against the following criteria:", entry))


def bare(first: str, page: int = 8, sent: str = "The rooms are in Appendix A.") -> object:
    clauses = (clause(sent), heading(first, 1, 7), heading("B Tender form", 2, page), clause("Fill in.", place=3))
    return found(*clauses).get("appendices_bare_list")


def test_an_appendix_with_a_page_of_its_own_and_no_text() -> None:
    assert bare("A Rooms to be cleaned") == "Appendix A"
    assert bare("Appendix A: Rooms to be cleaned") == "Appendix A"


@pytest.mark.parametrize(
    ("title", "page", "sent"),
    [
        ("A Site plan", 8, "The rooms are in Appendix A."),  # a picture that we do not read
        ("A Rooms to be cleaned", 7, "The rooms are in Appendix A."),  # a list of contents
        ("A Rooms to be cleaned", 8, "The rooms are shown to the winner."),  # nobody is sent to it
    ],
)
def test_an_appendix_that_may_hold_something_is_left_alone(title: str, page: int, sent: str) -> None:
    assert bare(title, page, sent) is None


def test_a_handover_after_the_award_is_time_to_set_up() -> None:
    clauses = lines("Award of contract: 1 May 2026", "The handover period is to be complete by 30 June 2026.")
    assert found(*clauses)["set_up_days"] == 60
    assert found(*lines("The mobilisation period is eight weeks."))["set_up_days"] == 56


@pytest.mark.parametrize(
    "text", ["The exit plan covers a handover period of eight weeks.", "Mobilisation plan: 8 weeks"]
)
def test_other_handovers_are_none(text: str) -> None:
    assert "set_up_days" not in found(clause(text))


def test_research_is_work_at_a_desk_and_cleaning_is_not() -> None:
    assert found(*lines("Invitation to tender for research on bus fares"))["desk_work"] == 1
    assert "desk_work" not in found(*lines("Invitation to tender for office cleaning and advice"))


def test_a_later_version_is_no_first_issue() -> None:
    facts = found(*lines("Request for Proposal", "V1.2", "3 January 2025"))
    assert (facts["issued"], facts["issued_revised"]) == ("2025-01-03", 1)
    assert "issued_revised" not in found(*lines("Request for Proposal", "V1.0", "3 January 2025"))
    assert "issued_revised" not in found(*lines("V1.2", "Tenders are issued on 3 January 2025."))


def test_the_date_of_a_letter_is_the_day_of_issue() -> None:
    assert found(clause(cells=("To all firms", "Our reference: 77 Date: 10/10/2026")))["issued"] == "2026-10-10"
    assert "issued" not in found(clause("Return date: 29 May 2026"))


def test_remarks_on_the_draft_contract_close_on_a_day_of_their_own() -> None:
    facts = found(*lines("Deadline for comments and questions on the draft terms: 1 May 2026",
                         "Deadline for questions: 20 May 2026"))  # fmt: skip
    assert facts["clarification_deadline"] == "2026-05-20"
