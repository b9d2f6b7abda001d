"""Copies that this tool marked are not read as further documents of the tender."""

from __future__ import annotations

import pytest

from checker.domain import COPY_OF_OURS, Block, Document, Ledger, Location
from checker.ingest.own_copies import without_own_copies
from checker.report.marked.comments import short_comment, title_comment
from checker.report.marked.names import names_of_copies

COMMENT = "How sure: plain. Point 3 in report.html."


def file(name: str, comment: str = "") -> Document:
    """A Word file with a line of text, and a comment where one is given."""
    parts = [("Tenders are sent by noon.", "body"), *([(comment, "comment")] if comment else [])]
    blocks = tuple(
        Block(
            text=text,
            kind="paragraph",
            part=part,
            location=Location(document=name, page=None, block=number, start=0, end=len(text)),
        )
        for number, (text, part) in enumerate(parts)
    )
    return Document(name=name, role="unknown", blocks=blocks, pages=None, ledger=Ledger())


def left_out(*files: Document) -> list[str]:
    """The names of the files that are said to be copies."""
    found = without_own_copies(files)
    assert [each.name for each in found] == [each.name for each in files]
    return [each.name for each in found if (each.not_a_tender or "").startswith(COPY_OF_OURS)]


@pytest.mark.parametrize("comment", [COMMENT, *short_comment(4), title_comment([], 2, 0)[-1]])
def test_a_copy_beside_its_file_is_told_by_its_name_and_by_what_our_comments_say(comment: str) -> None:
    (name,) = names_of_copies(["terms/sla.docx"]).values()
    assert left_out(file("terms/sla.docx"), file(name, comment)) == [name]


def test_a_second_copy_and_one_in_another_folder_are_told_too() -> None:
    copies = [file("itt (checked) 2.docx", COMMENT), file("old/ITT (checked).docx", COMMENT)]
    assert left_out(file("itt.docx"), *copies) == ["itt (checked) 2.docx", "old/ITT (checked).docx"]


@pytest.mark.parametrize(
    "other",
    [
        file("itt (checked).docx"),
        file("itt (checked).docx", "Please confirm the date."),
        file("itt v2.docx", COMMENT),
        file("terms (checked).docx", COMMENT),
    ],
    ids=["no comment", "somebody else's comment", "another name", "the file itself is not there"],
)
def test_what_somebody_else_made_is_read(other: Document) -> None:
    assert left_out(file("itt.docx"), other) == []
