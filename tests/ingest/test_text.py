"""Plain text and Markdown: blocks, numbers, wrapped lines, and no letter lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Block
from checker.ingest.text import blocks_of_text, read_text
from checker.ingest.unreadable import Unreadable


def _kinds(text: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.number, block.text) for block in blocks_of_text(text, "x.txt")]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The supplier must hold public liability\ncover of \u00a35 million for the whole\nof the term.\n\nA second one."
    )
    assert [kind[2] for kind in _kinds(text)] == [
        "The supplier must hold public liability cover of \u00a35 million for the whole of the term.",
        "A second one.",
    ]


def test_a_figure_at_the_start_of_a_wrapped_line_is_no_number() -> None:
    assert len(_kinds("The supplier must have been trading for at least\n3 Years before the tender was sent out.")) == 1


def test_a_line_cut_short_ends_its_paragraph() -> None:
    text = "How we score\nThe panel reads every answer and gives each of them\na mark.\nRules\n"
    text += "1. Answer in English.\n2. Be brief."
    assert [kind[2] for kind in _kinds(text)] == [
        "How we score", "The panel reads every answer and gives each of them a mark.", "Rules", "Answer in English.",
        "Be brief.",
    ]  # fmt: skip


def test_a_name_on_a_wrapped_line_stays_in_its_sentence() -> None:
    assert len(_kinds("The bidder must hold\nCyber Essentials.")) == 1


def test_lines_with_labels_stay_apart() -> None:
    assert [kind[2] for kind in _kinds("Deadline: 5 May\nContract value: \u00a33m\nTerm: two years")] == [
        "Deadline: 5 May", "Contract value: \u00a33m", "Term: two years",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "level", "number", "title"),
    [
        ("# Insurance", 1, None, "Insurance"), ("### 3.2 Insurance", 3, "3.2", "Insurance"),
        ("Insurance\n=========", 1, None, "Insurance"), ("Insurance\n---", 2, None, "Insurance"),
        ("3 Insurance", 1, "3", "Insurance"), ("3.2 Insurance and turnover", 2, "3.2", "Insurance and turnover"),
        ("INSURANCE", None, None, "INSURANCE"), ("**Insurance**", None, None, "Insurance"),
    ],
)  # fmt: skip
def test_headings(text: str, level: int | None, number: str | None, title: str) -> None:
    (block,) = blocks_of_text(text, "x.md")
    assert (block.kind, block.level, block.number, block.text) == ("heading", level, number, title)


def test_lists_and_numbers() -> None:
    text = (
        "You must send:\n- a price\n- two references,\n  both recent\n1) a plan\n(a) a policy\n2.1 The buyer may ask."
    )
    assert _kinds(text) == [
        ("paragraph", None, "You must send:"), ("item", None, "a price"),
        ("item", None, "two references, both recent"), ("item", "1)", "a plan"), ("item", "(a)", "a policy"),
        ("paragraph", "2.1", "The buyer may ask."),
    ]  # fmt: skip


def test_three_numbered_lines_in_a_row_are_a_list() -> None:
    kinds = {kind for kind, _, _ in _kinds("1. Price\n2. Quality\n3. Social value")}
    assert kinds == {"item"}


def test_markdown_tables_are_rows() -> None:
    blocks = blocks_of_text("| Item | Weight |\n|---|---:|\n| Price | 60% |\n|  | 40% |\n\n| A | B |\n", "x.md")
    assert [block.cells for block in blocks] == [("Item", "Weight"), ("Price", "60%"), ("", "40%"), ("A", "B")]
    assert [block.header for block in blocks] == [True, False, False, False]
    assert [block.table for block in blocks] == [0, 0, 0, 1]
    assert blocks[2].text == "40%"


def test_page_lines_and_form_feeds_are_nothing_special() -> None:
    assert [block.text for block in blocks_of_text("One.\f\n=== page 3 ===\n\nTwo.", "x")][-1] == "Two."
    assert any("page 3" in block.text for block in blocks_of_text("One.\f\n=== page 3 ===\n\nTwo.", "x"))


def test_locations() -> None:
    for index, block in enumerate(blocks_of_text("# A title\n\nText.\n\n- item", "pack/a.md")):
        assert (block.location.document, block.location.page) == ("pack/a.md", None)
        assert (block.location.block, block.location.start, block.location.end) == (index, 0, len(block.text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    document = read_text("Cover of \u00a35m \u2013 \u201ceach claim\u201d.".encode(encoding), "x.txt")
    assert document.blocks[0].text == "Cover of \u00a35m \u2013 \u201ceach claim\u201d."
    assert document.warnings == ()
    assert document.read == "whole"


def test_bytes_without_meaning_are_a_warning() -> None:
    assert read_text(b"Cover \x81\xff of \xa35m", "x.txt").warnings


def test_no_text_is_empty() -> None:
    with pytest.raises(Unreadable) as caught:
        read_text(b"---\n\n", "x.txt")
    assert caught.value.kind == "empty"


_LINE = st.sampled_from(
    [
        "# Head", "===", "---", "| a | b |", "|---|---|", "- point", "3.2 The buyer", "(a) thing;", "12", "3 May 2027",
        "CAPITALS HERE", "**bold**", "Value: 3", "x | y", "ends here.", "1. One", "", "   ", "\f", "\u2022", "4)",
    ]
) | st.text(st.characters(exclude_categories=("Cs",)), max_size=60)  # fmt: skip


def _letters(text: str) -> str:
    """Letters and figures in order; "o" is left out, for it also serves as a bullet."""
    return "".join(character for character in text if character.isalnum() and character != "o")


def _read_back(blocks: tuple[Block, ...]) -> str:
    return "".join((block.number or "") + ("".join(block.cells) or block.text) for block in blocks)


@given(st.lists(_LINE, max_size=12).map("\n".join))
def test_no_letter_is_lost_doubled_or_moved(text: str) -> None:
    blocks = blocks_of_text(text, "x.txt")
    assert _letters(_read_back(blocks)) == _letters(text)
    assert all(block.text.strip() for block in blocks)


@given(st.text(st.sampled_from("abc \u00a3%&@!?'\"/;,<>{}[]^~$\n"), max_size=200))
def test_no_sign_that_is_not_markup_is_lost(text: str) -> None:
    assert "".join(_read_back(blocks_of_text(text, "x.txt")).split()) == "".join(text.split())


@given(st.lists(_LINE, max_size=12).map("\n".join))
def test_the_ledger_of_a_text_is_even(text: str) -> None:
    try:
        document = read_text(text.encode(), "x.txt")
    except Unreadable:
        return
    assert document.read == "whole"
