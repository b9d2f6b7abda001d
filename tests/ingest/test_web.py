"""Web pages: headings, lists, tables as shown; scripts and hidden text left out; nothing else lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Document
from checker.ingest.unreadable import Unreadable
from checker.ingest.web import read_html


def _read(body: str) -> Document:
    document = read_html(f"<html><head><title>Lots</title></head><body>{body}</body></html>".encode(), "a.html")
    assert document.ledger.characters_read == document.ledger.characters_placed
    return document


def _shown(body: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.number, block.text) for block in _read(body).blocks]


def test_headings_paragraphs_and_inline_marks() -> None:
    assert _shown("<h2>Scope</h2><p>One <b>two</b>\nthree<br>four</p>loose<div>five<p>six</div>") == [
        ("heading", None, "Scope"), ("paragraph", None, "One two three\nfour"), ("paragraph", None, "loose"),
        ("paragraph", None, "five"), ("paragraph", None, "six"),
    ]  # fmt: skip
    assert (_read("<h2>Scope</h2>").title, _read("<h2>Scope</h2>").blocks[0].level) == ("Lots", 2)


def test_lists_show_their_numbers() -> None:
    body = '<ol start="3"><li>a<ol type="a"><li>b<li>c</ol><li>d<li value="9">e</ol><ul><li><p>f</p><p>g</p></ul>'
    assert _shown(body) == [
        ("item", "3", "a"), ("item", "a", "b"), ("item", "b", "c"), ("item", "4", "d"), ("item", "9", "e"),
        ("item", None, "f"), ("paragraph", None, "g"),
    ]  # fmt: skip


def test_tables_with_heads_and_merged_cells() -> None:
    body = (
        "<table><caption>Prices</caption><thead><tr><td>Item<td>Rate<td>Unit</thead><tr><td rowspan=2>Cleaning<td>5<td>hour"
        "<tr><td>6<td>day<tr><td colspan=2>Windows<td>job</table>"
    )
    assert [(b.header, b.cells or b.text) for b in _read(body).blocks] == [
        (False, "Prices"), (True, ("Item", "Rate", "Unit")), (False, ("Cleaning", "5", "hour")), (False, ("", "6", "day")),
        (False, ("Windows", "", "job")),
    ]  # fmt: skip


def test_scripts_and_hidden_text_are_left_out_and_told() -> None:
    body = (
        '<script>alert("x")</script><style>p{}</style><noscript>n</noscript><template>t</template><p hidden>no</p>'
        '<p style="color:red; DISPLAY : none">no</p><div style="visibility:hidden">no</div><p>Shown</p><!-- no -->'
    )
    document = _read(body)
    assert [block.text for block in document.blocks] == ["Shown"]
    assert "hidden text: 3" in document.warnings[0]


def test_forms_and_pictures() -> None:
    body = '<p><input type=checkbox checked>Yes <input value="Your name"><input type=hidden value=x></p><img alt="A map"><img src=x><img alt="">'
    document = _read(body)
    assert [(b.part, b.text) for b in document.blocks] == [("body", "\u2612 Yes Your name"), ("alt text", "A map")]
    assert "without alternative text: 1" in document.warnings[0]


@pytest.mark.parametrize(
    "data",
    ["<p>£5</p>".encode(), '<meta charset="iso-8859-1"><p>£5</p>'.encode("latin-1"), "<p>£5</p>".encode("utf-16"), b"<p>\xa35</p>"],
)  # fmt: skip
def test_encodings(data: bytes) -> None:
    assert [block.text for block in read_html(data, "a.html").blocks] == ["£5"]


def test_a_page_nested_too_deep_is_read_as_plain_text() -> None:
    page = b"<html><head><script>no</script></head>" + b"<div>" * 100_000 + b"The last &pound;5<p>words.<a <b"
    document = read_html(page, "a.html")
    assert [block.text for block in document.blocks] == ["The last £5", "words.<a <b"]
    assert "nested too deep" in document.warnings[-1]


def test_rows_that_cover_others_without_end_stay_few() -> None:
    document = _read("<table>" + "<tr><td rowspan=99999 colspan=999>x<td>y" * 200 + "</table>")
    assert max(len(block.cells) for block in document.blocks) < 300


def test_no_text_is_empty() -> None:
    with pytest.raises(Unreadable):
        read_html(b"<html><script>x()</script></html>", "a.html")


_PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<ul><li>", "<li>", "</ul>", "<ol>", "<table>", "<tr>", "<td>", "<th rowspan=3>", "</table>", "<h1>", "</h1>",
        "<b>", "</b>", "<br>", "<div>", "</div>", "<pre>\n", "<select><option>", "<textarea>", "<svg>", "<math>", "words", " and ", "<a", "&lt;",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=30))
def test_no_character_of_any_page_is_lost(pieces: list[str]) -> None:
    try:
        document = read_html(("<html><body>" + "".join(pieces)).encode(), "a.html")
    except Unreadable:
        return
    assert document.ledger.characters_read == document.ledger.characters_placed
    assert document.read == "whole"
