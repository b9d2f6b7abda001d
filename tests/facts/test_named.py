"""Documents named and not given. Every "not given" that is false accuses somebody, so most tests are of silence."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.domain import Block, BlockKind, Clause, Document, Gap, Ledger, Location, Pack, Sentence, Skipped
from checker.facts.named import named_not_given

Line = str | tuple[BlockKind, str]


def document(name: str, lines: Sequence[Line], gaps: tuple[Gap, ...] = (), title: str | None = None) -> Document:
    blocks = []
    for index, line in enumerate(lines):
        kind, text = ("paragraph", line) if isinstance(line, str) else line
        place = Location(document=name, page=1, block=index, start=0, end=len(text))
        blocks.append(Block(text=text, kind=kind, location=place))
    return Document(
        name=name, role="instructions", blocks=tuple(blocks), pages=1, ledger=Ledger(gaps=gaps), title=title
    )


def names(*documents: Document, skipped: tuple[Skipped, ...] = ()) -> list[str]:
    clauses = []
    for doc in documents:
        for block in doc.blocks:
            sentence = Sentence(text=block.text, location=block.location, kind=block.kind)
            clauses.append(
                Clause(
                    document=doc.name, number=None, headings=(), role="instructions",
                    sentences=(sentence,), location=block.location,
                )
            )  # fmt: skip
    found = named_not_given(tuple(clauses), Pack(name="pack", documents=documents, skipped=skipped))
    return [named.name for named in found]


def of(*lines: Line) -> list[str]:
    return names(document("itt.pdf", lines))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices go into the workbook attached as Schedule 5.", "Schedule 5"),
        ("For the site plans see Appendix C.", "Appendix C"),
        ("The draft contract is at Annex 2 to this invitation.", "Annex 2"),
        ("The specification is in Attachment 3.", "Attachment 3"),
        ("Document 4 is a separate spreadsheet on the portal.", "Document 4"),
        ("The Pricing Workbook is provided as a separate file.", "Pricing Workbook"),
        ("Conditions of Contract – separate document", "Conditions of Contract"),
        ("Please complete Tender-Prices.xlsx and upload it.", "Tender-Prices.xlsx"),
    ],
)
def test_a_document_of_this_tender_that_is_not_there_is_named(text: str, expected: str) -> None:
    assert of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Schedule 1 to the Modern Slavery Act 2015 lists the bodies.",
        "The contract is listed in Schedule 3 of the Public Contracts Regulations 2015.",
        "Annex XIV of Directive 2014/24 says so.",
        "Keep to Annex A of the framework agreement.",
        "Use DEFFORM 47 Annex A when you deliver.",
        "The rules are those of NEC4 Schedule 2.",
        "An adviser under paragraph 4 of Schedule 1 may attend.",
        "Form 12 (also known as Appendix 5) is for later use.",
        "Attach your safety policy as Appendix 2.",
        "Add two examples as an annex to your bid.",
        "Put this in your Appendix 1.",
        "If applicable, Schedule 9 will be used.",
        "Document 3 tells how marks are given.",
        "Save your answers as BidderName.pdf please.",
        "Guidance is at www.example.org/guide.pdf if you want to use it.",
        "Each lot has a separate budget.",
        "Answers will be sent separately to every bidder.",
    ],
)
def test_what_is_no_document_of_this_tender_is_left_alone(text: str) -> None:
    assert of(text) == []


def test_a_heading_in_the_same_or_another_file_gives_the_document() -> None:
    reference = "For the site plans see Appendix C."
    assert of(reference, ("heading", "APPENDIX C – SITE PLANS")) == []
    assert of(reference, "Appendix C Site plans and maps") == []
    assert of(reference, ("heading", "Part 4: Appendix C")) == []
    assert names(document("itt.pdf", [reference]), document("more.docx", [("heading", "Appendix C")])) == []
    assert of("See Appendix 1.", ("heading", "Appendix A1, method statement")) == []
    assert of("See Annexe 1.", ("heading", "ANNEX 01")) == []
    assert of("See Annex 1.", ("heading", "Appendix 1: risk scores")) == []
    assert of(reference, "The plans in Appendix C were drawn to scale by the surveyor who was then in office.") == [
        "Appendix C"
    ]


@pytest.mark.parametrize(
    "file", ["Appendix C.pdf", "plans/App_C site.pdf", "ITT - Appendix-C v2.docx", "AppendixC.xlsx"]
)
def test_a_file_of_that_name_gives_it(file: str) -> None:
    assert names(document("itt.pdf", ["For the site plans see Appendix C."]), document(file, ["Plan"])) == []


def test_a_file_that_could_not_be_read_is_there_all_the_same() -> None:
    skipped = (Skipped(name="Appendix C.dwg", kind="unsupported", reason="A drawing."),)
    assert names(document("itt.pdf", ["See Appendix C."]), skipped=skipped) == []


def test_nothing_is_said_of_labels_that_unread_text_may_hold() -> None:
    partly = document("itt.pdf", ["See Appendix C."], gaps=(Gap(where="page 9", reason="a scan"),))
    assert names(partly) == []
    scanned = (Skipped(name="annexes.pdf", kind="scanned", reason="A scan."),)
    assert names(document("itt.pdf", ["See Appendix C."]), skipped=scanned) == []


def test_a_list_of_separate_files_does_not_give_them() -> None:
    lines = ("List of annexes (issued as separate documents):", "Annex 1 – Terms", "Annex 2 – Prices", "Questions?")
    assert of(*lines) == ["Annex 1 (Terms)", "Annex 2 (Prices)"]
    assert of(*lines[:3], ("heading", "Annex 1"), "The terms are these.") == ["Annex 2 (Prices)"]
    assert names(document("itt.pdf", lines), document("Annex 2 prices.xlsx", ["Price"])) == ["Annex 1 (Terms)"]


def test_a_list_of_separate_files_without_labels() -> None:
    lines: tuple[Line, ...] = (
        "The following are on our website as separate documents:",
        ("item", "Pricing schedule"),
        ("item", "Site plans"),
        "Questions go to the portal.",
        ("item", "Grass cutting"),
    )
    assert of(*lines) == ["Pricing schedule", "Site plans"]
    assert names(document("itt.pdf", lines), document("Pricing Schedule.xlsx", ["Price"])) == ["Site plans"]
    assert of("The Terms and Conditions are available on our website as separate documents.") == [
        "Terms and Conditions"
    ]


def test_a_bare_number_names_no_document() -> None:
    assert of("The following are separate documents:", ("item", "05"), ("item", "Site plans")) == ["Site plans"]


def test_a_contents_list_without_such_words_gives_what_it_lists() -> None:
    assert of("Contents", "Appendix C Site plans 42", "See Appendix C.") == []


def test_words_that_make_it_a_separate_file_outweigh_a_heading_that_describes_it() -> None:
    lines: tuple[Line, ...] = (("heading", "Document 1 – Declaration"), "Document 1 is a separate file to complete.")
    assert of(*lines) == ["Document 1 (Declaration)"]
    assert names(document("itt.pdf", lines), document("Document 1 declaration.docx", ["I declare"])) == []


def test_a_title_is_given_by_a_file_or_heading_with_its_words() -> None:
    text = "The Pricing Workbook is provided as a separate file."
    assert names(document("itt.pdf", [text]), document("workbook for pricing.xlsx", ["Price"])) == []
    assert of(text, ("heading", "Pricing workbook")) == []
    assert names(document("itt.pdf", [text]), document("x1.xlsx", ["Price"], title="Pricing Workbook 2026")) == []


def test_each_document_is_named_once_with_the_first_place() -> None:
    doc = document(
        "itt.pdf", ["See Appendix C.", "APPENDIX C holds the plans of every site that is to be looked after."]
    )
    sentence = Sentence(text=doc.blocks[0].text, location=doc.blocks[0].location)
    clause = Clause(
        document="itt.pdf", number=None, headings=(), role="instructions",
        sentences=(sentence, sentence), location=sentence.location,
    )  # fmt: skip
    (named,) = named_not_given((clause,), Pack(name="pack", documents=(document("itt.pdf", ["See Appendix C."]),)))
    assert (named.quote, named.location) == ("See Appendix C.", doc.blocks[0].location)
