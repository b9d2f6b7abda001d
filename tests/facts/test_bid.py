"""The work of a bid: each thing to return once, lengths added up, hours as a range that follows from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import Bid, Clause, Fact, Facts, Location, Role, Sentence
from checker.facts.bid import work_of_bid
from checker.facts.tables import bid_hours


def clause(*sentences: Sentence, lead_in: str = "", heading: str = "", role: Role = "instructions") -> Clause:
    return Clause(
        document="itt.pdf", number="3.1", headings=(heading,) if heading else (), role=role,
        sentences=sentences, location=sentences[0].location, lead_in=lead_in,
    )  # fmt: skip


def said(text: str, **changes: object) -> Sentence:
    place = Location(document="itt.pdf", page=4, block=0, start=0, end=len(text))
    base = Sentence(text=text, location=place, obligation="must", duty_on="bidder", phase="bid")
    return replace(base, **changes)  # type: ignore[arg-type]


def bid(*clauses: Clause, facts: Facts | None = None) -> Bid:
    return work_of_bid(clauses, facts or Facts())


def returned(*clauses: Clause) -> list[tuple[str, str]]:
    return [(item.kind, item.name) for item in bid(*clauses).returnables]


def entry(text: str, lead_in: str = "The following documents must be returned:") -> Clause:
    return clause(said(text, kind="item"), lead_in=lead_in)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Form of Tender", "form"),
        ("Completed pricing schedule", "price"),
        ("Health and safety policy", "policy"),
        ("Certificate of public liability insurance", "certificate"),
        ("Responses to the quality questions", "answer"),
        ("Signed covering letter", "signature"),
    ],
)
def test_the_kind_of_a_checklist_entry(text: str, kind: str) -> None:
    assert returned(entry(text)) == [(kind, text)]


def test_an_entry_has_its_place() -> None:
    (item,) = bid(entry("Form of Tender")).returnables
    assert (item.clause, item.location.document, item.location.page) == ("3.1", "itt.pdf", 4)


def test_a_list_under_a_checklist_heading_counts_and_tick_boxes_do_not() -> None:
    row = said(
        "Appendix B | Tender declaration | Yes / No", kind="row", cells=("Appendix B", "Tender declaration", "Yes / No")
    )
    assert returned(clause(row, heading="Checklist of documents")) == [("form", "Tender declaration")]


def test_lists_of_other_things_are_not_returned() -> None:
    assert returned(entry("Form of contract", lead_in="The Council will provide the following:")) == []
    assert returned(entry("Grass cutting", lead_in="The service consists of:")) == []
    late = "Before award the preferred bidder may be asked for proof of insurance"
    assert returned(entry(late)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must complete the Conflict of Interest Declaration.", [("form", "Conflict of Interest Declaration")]),
        ("Tenderers must submit the pricing schedule.", [("price", "pricing schedule")]),
        ("Please provide copies of your insurance certificates.", [("certificate", "copies of your insurance")]),
        ("Bidders must attach their equality and diversity policy.", [("policy", "equality and diversity policy")]),
        ("Bidders must include audited accounts.", [("other", "audited accounts")]),
        ("Please complete Annex 3.", [("form", "Annex 3")]),
        (
            "Bidders must sign and return the Form of Tender.",
            [("form", "Form of Tender"), ("signature", "signature of Form of Tender")],
        ),
    ],
)
def test_things_asked_for_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert returned(clause(said(text))) == expected


def test_what_is_not_asked_of_a_bidder_now_does_not_count() -> None:
    text = "The Contractor must provide a project plan."
    assert returned(clause(said(text, phase="delivery"))) == []
    assert returned(clause(said(text, phase="award"))) == []
    assert returned(clause(said(text), role="terms")) == []
    assert returned(clause(said("You need not submit audited accounts.", negated=True))) == []
    assert returned(clause(said("The Council must complete the Order Form.", duty_on="authority"))) == []


def test_the_same_thing_said_twice_is_returned_once() -> None:
    found = returned(
        entry("Form of Tender"),
        entry("Completed and signed Form of Tender"),
        clause(said("Bidders must return the Form of Tender (Appendix B).")),
        entry("Conflict of interest form"),
    )
    assert found == [
        ("form", "Form of Tender"),
        ("signature", "signature of Form of Tender"),
        ("form", "Conflict of interest form"),
    ]


def test_questions_are_counted_in_questionnaires_only() -> None:
    asked = (said("Describe how you will staff the service."), said("Are you registered for VAT?"))
    assert bid(clause(*asked, role="questionnaire")).questions == 2
    assert bid(clause(*asked, heading="Quality questions")).questions == 2
    assert bid(clause(*asked, heading="Clarification questions")).questions is None
    assert bid(clause(*asked)).questions is None


@pytest.mark.parametrize(
    ("texts", "words", "pages"),
    [
        (("Maximum 500 words.", "No more than 1,000 words."), 1500, None),
        (("Answer in 750 words maximum.", "Word limit: 250"), 1000, None),
        (("Maximum 2 x A4 pages for section 1.", "Limited to two sides of A4."), None, 4),
        (("Your whole proposal must not exceed 3,000 words.", "Maximum 500 words."), 3000, None),
        (("Up to 10 pages.",), None, 10),
        (("The contract has 400 pages.", "Three words of thanks."), None, None),
    ],
)
def test_lengths_are_added_up_unless_one_holds_for_all(
    texts: tuple[str, ...], words: int | None, pages: int | None
) -> None:
    found = bid(*(clause(said(text)) for text in texts))
    assert (found.words_asked, found.pages_asked) == (words, pages)


def test_a_page_limit_that_was_given_is_used() -> None:
    found = bid(clause(said("Be brief.")), facts=Facts((Fact(name="page_limit", value=8, status="given"),)))
    assert found.pages_asked == 8


def test_hours_follow_from_the_table() -> None:
    per, text = bid_hours().per, "Maximum 500 words."
    found = bid(clause(said(text)), entry("Form of Tender"))
    assert found.hours is not None
    low = per["form"].low + per["words_500"].low
    high = per["form"].high + per["words_500"].high
    assert found.hours[0] <= low
    assert high <= found.hours[1] <= high + 1
    assert "1 form" in found.how
    assert "500 words" in found.how
    assert "tool's own" in found.how


def test_a_question_without_a_limit_widens_the_range() -> None:
    open_question = clause(said("Describe your approach."), role="questionnaire")
    short = clause(said("Are you registered for VAT?"), role="questionnaire")
    wide, narrow = bid(open_question).hours, bid(short).hours
    assert wide is not None
    assert narrow is not None
    assert wide[1] - wide[0] > narrow[1] - narrow[0]


def test_where_nothing_is_asked_there_are_no_hours() -> None:
    found = bid(clause(said("The park is green.")))
    assert (found.hours, found.questions, found.returnables) == (None, None, ())
    assert "nothing" in found.how


def test_rows_of_a_table_of_returnable_documents_count_and_its_head_does_not() -> None:
    columns = ("Ref", "Document", "Format")
    head = said("Ref | Document | Format", kind="row", cells=columns)
    row = said(
        "X1 | Price workbook | Spreadsheet", kind="row", cells=("X1", "Price workbook", "Spreadsheet"), columns=columns
    )
    assert returned(clause(head, heading="Returnable documents"), clause(row, heading="Returnable documents")) == [
        ("price", "Price workbook")
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Attach your Cyber Essentials certificate", ("certificate", "Cyber Essentials certificate")),
        ("Upload certificates to ISO 9001 and ISO 14001", ("certificate", "certificates to ISO 9001 and ISO 14001")),
        ("Two written references from past clients", ("other", "written references")),
        ("Upload your policies on equality and training", ("policy", "policies on equality")),
    ],
)
def test_a_row_of_a_questionnaire_asks_for_what_it_names(cell: str, expected: tuple[str, str]) -> None:
    columns = ("No.", "Question", "Result")
    row = said(f"C4 | {cell} | Pass / Fail", kind="row", cells=("C4", cell, "Pass / Fail"), columns=columns)
    assert returned(clause(row, role="questionnaire")) == [expected]


def test_the_heading_of_a_form_is_a_thing_to_return() -> None:
    head = said("Form B: Selection questionnaire", kind="heading", obligation="unstated", duty_on="unstated")
    assert returned(clause(head, role="questionnaire")) == [("form", "Form B: Selection questionnaire")]
    assert returned(clause(head, role="instructions")) == []


def test_what_a_complete_tender_consists_of_is_returned() -> None:
    told = said("Complete tenders consist of the pricing schedule and a method statement.", obligation="unstated")
    assert returned(clause(told)) == [("price", "pricing schedule"), ("answer", "method statement")]
