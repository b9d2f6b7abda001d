"""Dates of the procurement, told by their labels."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from checker.facts import find_facts
from tests.facts.making import clause, found, lines, table, told

EVENTS = {"issued", "clarification_deadline", "submission_deadline", "award", "start"}


def _dates(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    return {name: value for name, value in facts.items() if name in EVENTS}


SENTENCES = [
    ("Tenders must be received by 12 noon on Friday 29 May 2026.", "submission_deadline", "2026-05-29"),
    ("The closing date is 29 May 2026 at 12:00.", "submission_deadline", "2026-05-29"),
    (
        "Questions about this tender must be sent through the portal by 5pm on 15 May 2026.",
        "clarification_deadline",
        "2026-05-15",
    ),
    ("Any queries should be raised no later than 15/05/2026.", "clarification_deadline", "2026-05-15"),
    ("The deadline for submitting your quotation is 29.05.26.", "submission_deadline", "2026-05-29"),
    ("We expect to award the contract on 22 June 2026.", "award", "2026-06-22"),
    ("The contract will start on 1 September 2026.", "start", "2026-09-01"),
    ("The services shall commence on 1 September 2026 and go on until 31 August 2029.", "start", "2026-09-01"),
    ("The contract notice was published on Find a Tender on 1 May 2026.", "issued", "2026-05-01"),
    ("Date of issue: 1 May 2026", "issued", "2026-05-01"),
    ("Return date: 29 May 2026", "submission_deadline", "2026-05-29"),
    ("Please return completed documents to the Clerk by noon on 29 May 2026", "submission_deadline", "2026-05-29"),
    ("Start date: 1 September 2026", "start", "2026-09-01"),
    (
        "All submissions to be uploaded via the portal before 14:00 on 29th May 2026.",
        "submission_deadline",
        "2026-05-29",
    ),
    ("Bidders will be notified of the outcome on 22 June 2026.", "award", "2026-06-22"),
    ("Works to commence on site: 6 July 2026", "start", "2026-07-06"),
    ("The last date for receipt of bidder questions is 15 May 2026.", "clarification_deadline", "2026-05-15"),
    ("Quotations to be returned no later than 29 May 2026", "submission_deadline", "2026-05-29"),
    ("29 May 2026 is the deadline for tenders.", "submission_deadline", "2026-05-29"),
]
OTHER = [
    "Tenders shall remain valid until 30 November 2026.",
    "The Procurement Act 2023 came into force on 24 February 2025.",
    "A site visit will be held on 12 May 2026.",
    "The current contract ends on 31 August 2026.",
    "Responses to questions will be issued by 18 May 2026.",
    "Accounts for the year ending 31 March 2025 must be supplied with tenders.",
    "The policy was approved by Council on 3 March 2024.",
    "Interviews will take place on 8 June 2026.",
    "Evaluation of tenders will begin on 1 June 2026.",
    "The standstill period ends on 2 July 2026.",
    "Tax returns lodged with the tax office after 3 November 2014 must be correct.",
    "Tenders must be returned by [insert date].",
    "The contract as awarded will last for three months (until 31 March 2027).",
    "Requests for extension of the return date must be made by 9 May 2026.",
]
LABELS = [
    ("Tender documents published", "issued"),
    ("Issue of Invitation to Tender", "issued"),
    ("ITT issued", "issued"),
    ("Contract notice published", "issued"),
    ("Advertisement of opportunity", "issued"),
    ("Opportunity goes live", "issued"),
    ("Despatch of tender documents", "issued"),
    ("RFQ issue date", "issued"),
    ("Tender launch", "issued"),
    ("Last day for questions", "clarification_deadline"),
    ("Deadline for clarification questions", "clarification_deadline"),
    ("Clarification deadline", "clarification_deadline"),
    ("Closing date for queries", "clarification_deadline"),
    ("Cut-off for bidder questions", "clarification_deadline"),
    ("End of clarification period", "clarification_deadline"),
    ("Final date for enquiries", "clarification_deadline"),
    ("Clarification questions", "clarification_deadline"),
    ("Tenders due back", "submission_deadline"),
    ("Deadline for receipt of tenders", "submission_deadline"),
    ("Tender return date", "submission_deadline"),
    ("Closing date for quotations", "submission_deadline"),
    ("Bid submission deadline", "submission_deadline"),
    ("Closing date", "submission_deadline"),
    ("Deadline", "submission_deadline"),
    ("Submission of proposals", "submission_deadline"),
    ("RFP responses due", "submission_deadline"),
    ("Contract awarded", "award"),
    ("Award of contract", "award"),
    ("Notification of award decision", "award"),
    ("Preferred supplier appointed", "award"),
    ("Contract award", "award"),
    ("Outcome notified to bidders", "award"),
    ("Service starts", "start"),
    ("Contract commencement", "start"),
    ("Go live", "start"),
    ("Start on site", "start"),
    ("Commencement date", "start"),
    ("Contract start date", "start"),
    ("Framework commences", "start"),
    ("Service go-live", "start"),
]
OTHER_LABELS = [
    "Site visits",
    "Evaluation",
    "Interviews",
    "Answers published",
    "Standstill ends",
    "Mobilisation period begins",
    "Evaluation of tenders starts",
    "Responses to clarification questions issued",
    "Bidder day",
    "Contract expiry date",
    "Moderation meeting",
    "Clarification meetings",
    "Presentations by bidders",
]


@pytest.mark.parametrize(("text", "name", "value"), SENTENCES)
def test_a_sentence_gives_its_date(text: str, name: str, value: str) -> None:
    assert _dates(told(text)) == {name: value}


@pytest.mark.parametrize("text", OTHER)
def test_dates_of_other_events_are_left(text: str) -> None:
    assert _dates(told(text)) == {}


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_a_row_is_told_by_its_label(label: str, name: str) -> None:
    assert _dates(found(*table(("Stage", "Date"), (label, "12 noon, 29 May 2026"), heading="Timetable"))) == {
        name: "2026-05-29"
    }


@pytest.mark.parametrize(("label", "name"), LABELS)
def test_the_label_may_stand_on_the_right(label: str, name: str) -> None:
    assert _dates(found(*table(("Date", "Stage"), ("29/05/2026", label), heading="Timetable"))) == {name: "2026-05-29"}


@pytest.mark.parametrize("label", OTHER_LABELS)
def test_rows_of_other_events_are_left(label: str) -> None:
    assert _dates(found(*table(("Stage", "Date"), (label, "29 May 2026"), heading="Timetable"))) == {}


WHOLE = {
    "issued": "2026-05-01",
    "clarification_deadline": "2026-05-15",
    "submission_deadline": "2026-05-29",
    "award": "2026-06-22",
    "start": "2026-09-01",
}


def test_a_timetable_that_was_read_as_one_paragraph() -> None:
    text = (
        "Issue of ITT 1 May 2026 Deadline for clarification questions 15 May 2026 Deadline for return of tenders "
        "29 May 2026 Evaluation 1 June 2026 Contract award 22 June 2026 Contract start date 1 September 2026"
    )
    assert _dates(told(text)) == WHOLE


def test_dates_before_their_labels() -> None:
    text = (
        "1 May 2026 – tender issued; 15 May 2026 – last date for queries; 29 May 2026 – tender return; "
        "22 June 2026 – contract award; 1 September 2026 – contract commencement"
    )
    assert _dates(told(text)) == WHOLE


def test_dates_under_column_names() -> None:
    columns = ("Issue date", "Questions close", "Closing date", "Award date", "Contract start")
    row = ("1 May 2026", "15 May 2026", "29 May 2026", "22 June 2026", "1 September 2026")
    assert _dates(found(*table(columns, row))) == WHOLE


def test_a_label_on_the_line_above() -> None:
    assert _dates(found(*lines("Deadline for tenders", "12 noon on Friday 29 May 2026"))) == {
        "submission_deadline": "2026-05-29"
    }


def test_a_label_wrapped_round_its_date() -> None:
    assert _dates(told("Notification of result of 22 June 2026 the competition to bidders")) == {"award": "2026-06-22"}


def test_the_time_behind_a_date_is_no_label() -> None:
    assert _dates(told("Deadline date: 9 September 2026 1200 hours")) == {"submission_deadline": "2026-09-09"}


def test_a_label_in_the_lead_in() -> None:
    item = clause("It arrives no later than noon on 29 May 2026;", lead_in="A tender will be accepted only if:")
    assert _dates(found(item)) == {"submission_deadline": "2026-05-29"}


def test_the_return_date_with_and_without_time_is_one_date() -> None:
    facts = find_facts(lines("Tenders must be received by 12 noon on 29 May 2026.", "Tender return date: 29/05/2026"))
    assert [(f.value, f.status) for f in facts.many("submission_deadline")] == [("2026-05-29", "stated")]


def test_two_return_dates_conflict() -> None:
    facts = find_facts(lines("Tenders must be received by 29 May 2026.", "Tender return date: 1 June 2026"))
    assert [f.status for f in facts.many("submission_deadline")] == ["conflicting", "conflicting"]


def test_the_date_on_the_cover_is_the_issue_when_nothing_else_is() -> None:
    assert _dates(found(*lines("Invitation to Tender", "Window Cleaning", "1 May 2026"))) == {"issued": "2026-05-01"}
    assert _dates(found(*lines("Date: 2 May 2026", "The ITT was issued on 1 May 2026."))) == {"issued": "2026-05-01"}


def test_a_bare_date_under_another_label_is_no_issue() -> None:
    assert _dates(found(*lines("Contract end date", "30 September 2026"))) == {}


def test_the_end_of_a_range_is_no_event() -> None:
    assert _dates(told("Contract start and handover 1 September 2026 – 5 September 2026")) == {"start": "2026-09-01"}


def test_the_award_and_the_news_of_the_decision_do_not_conflict() -> None:
    rows = table((), ("Notification of award decision", "22 June 2026"), ("Contract award", "3 July 2026"))
    assert [(f.value, f.status) for f in find_facts(rows).many("award")] == [("2026-07-03", "stated")]


def test_the_end_of_the_contract_is_not_its_start() -> None:
    assert _dates(found(*table((), ("Contract period", "Contract expiry date: 31 March 2029")))) == {}


def test_a_wrong_weekday_is_remarked() -> None:
    wrong, right = "Tenders are due by Monday 29 May 2026.", "Tenders are due by Friday 29 May 2026."
    assert [fact.how for fact in find_facts((clause(wrong),)).many("submission_deadline")] == [
        "the weekday does not fit the date"
    ]
    assert [fact.how for fact in find_facts((clause(right),)).many("submission_deadline")] == [""]
