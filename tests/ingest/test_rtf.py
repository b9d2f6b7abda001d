"""Rich text: characters of every sort, numbers as shown, tables, notes; no file makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Document
from checker.ingest.rtf import read_rtf
from checker.ingest.unreadable import Unreadable

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 Cyr;}}"
    r"{\stylesheet{Normal;}{\s1 heading 1;}{\*\cs2 heading 2;}}{\info{\title Lots}{\author A Person}}"
)


def _read(body: str) -> Document:
    document = read_rtf((_HEAD + body + "}").encode("latin-1"), "a.rtf")
    assert document.ledger.characters_read == document.ledger.characters_placed
    return document


def _text(body: str) -> str:
    (block,) = _read(body).blocks
    return block.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'a35 million \endash  a year\par", "£5 million – a year"), (r"\u8364?100\par", "€100"),
        (r"{\uc2\u163\'a3\'a35}\par", "£5"), (r"\u-10179?\u-8704?\par", "\U0001f600"), (r"a\~b\_c\{d\}\\\par", "a b-c{d}\\"),
        (r"{\f2\'e4\'e0}\par", "да"), (r"one\line two\tab three\par", "one\ntwo three"), ("split\r\nword\\par", "splitword"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}\par", "a link"), (r"{\*\unknown hidden}{\pict ff}shown\par", "shown"),
        (r"{\bin5 {}}{}x\par", "x"), (r"{\upr{a}{\*\ud{\u8364?}}}\par", "€"),
    ],
)  # fmt: skip
def test_characters(body: str, text: str) -> None:
    assert _text(body) == text


def test_headings_and_title() -> None:
    document = _read(r"\pard\s1 Scope\par\pard Words that follow it.\par\pard\outlinelevel2 Deep\par")
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Scope"), ("paragraph", None, "Words that follow it."), ("heading", 3, "Deep"),
    ]  # fmt: skip
    assert document.title == "Lots"


def test_numbers_and_bullets_are_those_the_file_shows() -> None:
    body = r"\pard{\listtext 4.2.1.\tab}A clause of words.\par\pard{\listtext (a)\tab}an item\par"
    body += r"\pard{\listtext\f1\'d8\tab}a bullet\par\pard{\pntext\'b7\tab}another\par\pard No list\par"
    assert [(b.kind, b.number, b.text) for b in _read(body).blocks] == [
        ("paragraph", "4.2.1", "A clause of words."), ("item", "(a)", "an item"), ("item", None, "a bullet"),
        ("item", None, "another"), ("paragraph", None, "No list"),
    ]  # fmt: skip


def test_tables() -> None:
    row = r"\trowd{}\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = row.replace("{}", r"\trhdr", 1).format("Item", "Rate") + row.replace("{}", "", 1).format(r"One\par Two", "5")
    document = _read(body + r"\pard After the table.\par" + row.replace("{}", "", 1).format("Next", "6"))
    assert [(b.table, b.header, b.cells or b.text) for b in document.blocks] == [
        (0, True, ("Item", "Rate")), (0, False, ("One\nTwo", "5")), (None, False, "After the table."), (1, False, ("Next", "6")),
    ]  # fmt: skip


def test_notes_margins_and_changes() -> None:
    body = (
        r"{\header Tender 12\par}{\footer Draft\par}Text{\footnote A note.}{\*\atnid x}{\*\annotation A remark.} goes"
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box.\par}}} on.\par Trading for {\deleted five}{\revised at least two} years.\par"
    )
    document = _read(body)
    assert [(b.part, b.pending, b.text) for b in document.blocks] == [
        ("body", "none", "Text goes on."), ("body", "none", "Trading for at least two years."), ("body", "deleted", "five"),
        ("header", "none", "Tender 12"), ("footer", "none", "Draft"), ("footnote", "none", "A note."),
        ("comment", "none", "A remark."), ("text box", "none", "In a box."),
    ]  # fmt: skip


def test_what_is_missing_is_told() -> None:
    document = read_rtf(
        (_HEAD + r"Words{\object{\*\objdata 00}{\result{\pict 00}}} of it {\v secret}\par").encode(), "a.rtf"
    )
    assert [gap.where for gap in document.ledger.gaps] == ["an object", "end of the file"]
    assert ["Pictures: 1" in w or "hidden text: 1" in w for w in document.warnings] == [True, True]


def test_no_text_is_empty() -> None:
    with pytest.raises(Unreadable):
        read_rtf(b"{\\rtf1 }", "a.rtf")


def test_deep_groups_are_read() -> None:
    assert "deep" in _text("{" * 50_000 + "deep" + "}" * 50_000 + r"\par")


_PIECES = st.sampled_from(
    [
        "{", "}", r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\pard ", r"\trowd ", r"{\footnote ", r"{\*", r"\u8364 ", r"\uc3 ",
        r"\'a3", r"\listtext ", r"{\fonttbl", r"\f9 ", r"\fcharset128 ", r"\bin3 ", r"\stylesheet ", r"\upr ", r"\ud ", "text", "\\", "\\'",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_no_order_of_tokens_fails(pieces: list[str]) -> None:
    try:
        document = read_rtf(("{\\rtf1 " + "".join(pieces)).encode("latin-1"), "a.rtf")
    except Unreadable:
        return
    assert document.ledger.characters_read == document.ledger.characters_placed
