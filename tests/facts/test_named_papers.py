"""Papers by the pack's own name, terms kept elsewhere, policies to follow, standard papers known by number."""

from __future__ import annotations

import pytest

from checker.domain import Clause, Pack, Sentence
from checker.facts.named import named_not_given
from checker.facts.paper_names import titles_of
from tests.facts.test_named import Line, document, names, of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orders are placed on terms and conditions given out later, and issued to the preferred firm.", []),
        ("The work is placed on terms and conditions provided by us to the preferred supplier.", ["terms and conditions"]),
        ("The conditions of contract will be made available after award.", ["conditions of contract"]),
        ("Work is done under the standard Contract for Surveys which can be viewed at:", ["standard Contract for Surveys"]),
        ("Our Terms of Business are available on request.", ["Terms of Business"]),
        ("Our standard terms and conditions can be found on our website.", ["standard terms and conditions"]),
        ("The contract will be issued to the successful firm for signature.", []),
        ("The contract will be awarded to the preferred supplier.", []),
        ("The supplier's own terms and conditions will be sent to the preferred buyer.", []),
        ("Terms and conditions of use of the portal can be found on our website.", []),
        ("Please price with the templates uploaded beside this letter.", ["templates uploaded"]),
    ],
)  # fmt: skip
def test_terms_behind_a_link_or_kept_for_the_winner(text: str, expected: list[str]) -> None:
    assert of(text) == expected


def test_a_heading_over_the_sentence_is_not_the_terms_themselves() -> None:
    text = "The work is placed on terms and conditions provided by us to the preferred supplier."
    doc = document("itt.pdf", [("heading", "Terms and Conditions"), text])
    place = doc.blocks[1].location
    clause = Clause(
        document="itt.pdf", number=None, headings=("Terms and Conditions",), role="terms",
        sentences=(Sentence(text=text, location=place),), location=place,
    )  # fmt: skip
    (named,) = named_not_given((clause,), Pack(name="pack", documents=(doc,)))
    assert named.name == "terms and conditions"
    assert of(text, ("heading", "Terms and Conditions")) == []  # a heading elsewhere is


def test_terms_said_to_be_in_the_pack_are_missed_where_it_holds_none() -> None:
    text = "I take on the Conditions of Contract enclosed with this invitation."
    assert of(text) == ["Conditions of Contract"]
    assert of(text, ("heading", "Conditions of Contract")) == []
    assert names(document("itt.pdf", [text]), document("Conditions of Contract.pdf", ["We pay."])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Contractor shall comply with the Council's Lone Working Policy.", ["Council's Lone Working Policy"]),
        ("You will comply with the law and applicable Parks Trust policies.", ["Parks Trust policies"]),
        ("Please confirm adherence with the Harbour Supplier Code of Conduct.", ["Harbour Supplier Code of Conduct"]),
        ("All Parks Trust policies which contractors must follow are online.", ["Parks Trust policies"]),
        ("The Contractor shall comply with its own Lone Working Policy.", []),
        ("The supplier must follow your Safety Policy.", []),
        ("We will conduct ourselves in line with the Group Buying Policy.", []),
        ("The Supplier complies with Procurement Policy Note 08/21.", []),
        ("The Supplier heeds the Home Office Code of Conduct.", []),
    ],
)
def test_policies_that_bidders_are_to_follow(text: str, expected: list[str]) -> None:
    assert of(text) == expected


def test_a_policy_that_stands_in_the_pack_is_not_missed() -> None:
    text = "The Contractor shall comply with the Council's Lone Working Policy."
    assert of(text, ("heading", "The Council's Lone Working Policy")) == []
    assert names(document("itt.pdf", [text]), document("Council lone working policy v2.pdf", ["Call in."])) == []


def test_standard_papers_known_by_number_are_one_name_for_each_family() -> None:
    lines: tuple[Line, ...] = (
        "DEFCON 5 (Labels)", "DEFCON 68 (Supply)", "DEFCON 76 (Staff)", "DEFCON 90 (Copies)", "Return DEFFORM 10.",
    )  # fmt: skip
    assert of(*lines) == ["DEFCON 5, 68, 76 and 1 more", "DEFFORM 10"]
    assert of("DEFCON 5 applies.", ("heading", "DEFCON 5 Labels"), "Mark each box.") == []


def test_a_section_of_the_pack_that_no_heading_and_no_file_bears() -> None:
    text = "The lease stands in Section B of this tender pack."
    entry = ("item", "Section B: Terms and Conditions, made up of:")
    assert of(text) == ["Section B"]
    assert of(text, entry) == ["Section B (Terms and Conditions)"]
    assert of(text, ("heading", "Section B: Terms")) == []
    assert of("See Section B of the Act.") == []


def test_a_list_of_separate_files_by_section_names_each_once_whatever_letter_comes_later() -> None:
    lines: tuple[Line, ...] = (
        ("item", "List of Appendices (see our website for separate attached documents)"),
        ("row", "Section A: | Terms of Mowing"),
        ("row", "Section B: | Form of Offer | (to be returned)"),
        "Please sign the Form of Offer (see Appendix Section A).",
    )
    assert of(*lines) == ["Section A (Terms of Mowing)", "Section B (Form of Offer)"]
    found = names(document("itt.pdf", lines), document("Form of offer.docx", ["I offer"]))
    assert found == ["Section A (Terms of Mowing)"]


def test_one_paper_under_a_title_and_under_a_letter_is_named_once() -> None:
    assert of("Conditions of Contract – separate document", "The contract conditions are shown at Appendix L.") == [
        "Conditions of Contract"
    ]
    assert of("For the plans see Appendix C.", "The contract conditions are shown at Appendix L.") == [
        "Appendix C", "Appendix L",
    ]  # fmt: skip


def test_the_terms_of_the_contract_are_one_paper_whatever_they_are_called() -> None:
    linked = "Work is done under the standard Contract for Surveys which can be viewed at:"
    accepted = "I take on the Conditions of Contract enclosed with this invitation."
    later = "The terms and conditions will be issued to the preferred supplier."
    assert of(linked, accepted, later) == ["standard Contract for Surveys"]
    assert of(accepted, later) == ["Conditions of Contract"]
    assert of(accepted, "Our Data Terms of Business are available on request.") == [
        "Conditions of Contract", "Data Terms of Business",
    ]  # fmt: skip


CONTENTS: tuple[Line, ...] = (
    ("row", "A | Rooms"), ("row", "B | Offer form"), ("row", "C | Safety questions"), ("row", "ANNEX 1 | Site drawings"),
    "Drawings stand in Annex 1 to help you.",
)  # fmt: skip
HELD: tuple[Line, ...] = (("heading", "A ROOMS"), ("heading", "B OFFER"), ("heading", "C SAFETY QUESTIONS"))


def test_an_entry_of_the_contents_is_missed_where_the_others_have_headings_and_it_has_none() -> None:
    assert of(*CONTENTS, *HELD) == ["Annex 1 (Site drawings)"]
    assert of(*CONTENTS, *HELD, ("heading", "Annex 1")) == []
    assert of(*CONTENTS, *HELD, ("heading", "SITE DRAWINGS")) == []
    assert of(*CONTENTS, HELD[0]) == []  # most of the list is not kept either: no list of what is inside


def test_a_heading_with_another_title_does_not_give_a_label_that_only_resembles_it() -> None:
    text = "Use the table in Appendix 3: Reserved Matters."
    assert of(text, ("heading", "APPENDIX A3, DIVERSITY FORM")) == ["Appendix 3 (Reserved Matters)"]
    assert of(text, ("heading", "APPENDIX A3, RESERVED MATTERS")) == []


def test_a_gap_in_a_family_of_schedules() -> None:
    text = "Prices are set out in Order Schedule 4 (Prices)."
    files = [document(f"Order Schedule {number} - {name}.docx", ["Text"]) for number, name in ((1, "A"), (2, "B"))]
    third = document("Order Schedule 3 - Exit.docx", ["Text"])
    assert names(document("terms.pdf", [text]), *files, third) == ["Order Schedule 4 (Prices)"]
    assert names(document("terms.pdf", [text]), *files) == []
    prices = document("Joint Schedule 4 - Prices.docx", ["Text"])
    assert names(document("terms.pdf", [text]), *files, third, prices) == []


def test_the_notice_is_named_once_where_something_stands_in_it() -> None:
    assert of("As set out in the Contract Notice, lots are small.", "It is in the OJEU notice.") == ["Contract Notice"]
    assert of("A tender notice was published on 5 May.") == []


def test_the_title_of_a_label_is_the_one_used_most_and_the_shortest_of_equals() -> None:
    doc = document("a.pdf", ["Annex 1 (Rates)", "Annex 1 (Rates)", "Annex 1 – Prices", "Annex 2 – Hours Worked Here",
                             "Annex 2 – Hours Worked"])  # fmt: skip
    found = titles_of(Sentence(text=block.text, location=block.location) for block in doc.blocks)
    assert dict(found) == {"annex 1": "Rates", "annex 2": "Hours Worked"}
