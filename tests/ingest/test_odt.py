"""OpenDocument texts: everything that carries text, numbers as shown, changes as accepted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Document
from checker.ingest.kinds import kind_of
from checker.ingest.odt import read_odt
from checker.ingest.unreadable import Unreadable
from tests.ingest.odf_maker import levels, odf

_BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def _read(body: str, styles: str = "", shared: str = "") -> Document:
    data = odf("text", body, styles, shared=shared)
    assert kind_of(data, "a.odt") == "odt"
    document = read_odt(data, "a.odt")
    assert document.ledger.characters_read == document.ledger.characters_placed
    return document


def _item(text: str, more: str = "", inner: str = "") -> str:
    return f"<text:list-item {more}><text:p>{text}</text:p>{inner}</text:list-item>"


def _list(*items: str, more: str = "") -> str:
    return f'<text:list text:style-name="L" {more}>{"".join(items)}</text:list>'


def _numbers(body: str, styles: str) -> list[str | None]:
    return [block.number for block in _read(body, styles).blocks]


def test_headings_paragraphs_and_blanks() -> None:
    body = '<text:h text:outline-level="2">Scope</text:h><text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four</text:p>'
    assert [(b.kind, b.level, b.text) for b in _read(body).blocks] == [
        ("heading", 2, "Scope"), ("paragraph", None, "One two three\nfour"),
    ]  # fmt: skip


def test_nested_lists_show_all_their_levels() -> None:
    styles = levels(
        ("1", 'style:num-suffix="."'),
        ("1", 'text:display-levels="2"'),
        ("a", 'style:num-prefix="(" style:num-suffix=")"'),
    )
    deep = _list(_item("c"), _item("d"))
    body = _list(_item("a", inner=_list(_item("b", inner=deep), _item("e"))), _item("f", inner=_list(_item("g"))))
    assert _numbers(body, styles) == ["1", "1.1", "(a)", "(b)", "1.2", "2", "2.1"]


def test_lists_restart_go_on_and_begin_where_they_say() -> None:
    styles = levels(("1", ""))
    body = _list(_item("a"), _item("b"), more='xml:id="x"') + _list(_item("c")) + "<text:p>Between</text:p>"
    body += _list(_item("d"), more='text:continue-numbering="true"') + _list(_item("e"), more='text:continue-list="x"')
    body += _list(_item("f", 'text:start-value="9"'), _item("g")) + _list(_item("h"))
    assert _numbers(body, styles) == ["1", "2", "1", None, "2", "3", "9", "10", "1"]


def test_a_later_paragraph_of_an_item_has_no_number() -> None:
    body = _list("<text:list-item><text:p>a</text:p><text:p>more</text:p></text:list-item>", _item("b"))
    assert _numbers(body, levels(("1", ""))) == ["1", None, "2"]


def test_a_skipped_level_counts() -> None:
    styles = levels(("1", ""), ("1", 'text:display-levels="2"'))
    body = _list(f"<text:list-item>{_list(_item('a'))}</text:list-item>", _item("b"))
    assert _numbers(body, styles) == ["1.1", "2"]


def test_bullets() -> None:
    style = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>'
    assert [(b.kind, b.number) for b in _read(_list(_item("a")), style).blocks] == [("item", None)]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = "".join(
        f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
        for at in (1, 2)
    )
    shared = f"<office:styles><text:outline-style>{outline}</text:outline-style></office:styles>"
    plain = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'
    heads = [("1", ""), ("2", ""), ("2", ""), ("1", 'text:style-name="N"'), ("1", "")]
    body = "".join(
        f'<text:h text:outline-level="{at}" {more}>Head</text:h><text:p>Words here.</text:p>' for at, more in heads
    )
    found = [b.number for b in _read(body, plain, shared).blocks if b.kind == "heading"]
    assert found == ["1", "1.1", "1.2", None, "2"]


def test_tables_with_headers_merged_and_covered_cells() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>" + cell.format("Item") + cell.format("Rate")
        + cell.format("Unit") + "</table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2"><text:p>Cleaning</text:p></table:table-cell>'
        "<table:covered-table-cell/>" + cell.format("hour") + "</table:table-row></table:table>"
    )  # fmt: skip
    assert [(b.header, b.cells) for b in _read(body).blocks] == [
        (True, ("Item", "Rate", "Unit")), (False, ("Cleaning", "", "hour")),
    ]  # fmt: skip


def test_tracked_changes_read_as_accepted() -> None:
    body = (
        '<text:tracked-changes><text:changed-region xml:id="i" text:id="i"><text:insertion><office:change-info>'
        "<dc:creator>A Person</dc:creator></office:change-info></text:insertion></text:changed-region>"
        '<text:changed-region xml:id="d" text:id="d"><text:deletion><office:change-info><dc:creator>B</dc:creator>'
        "</office:change-info><text:p>five years</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Trading for <text:change text:change-id="d"/><text:change-start text:change-id="i"/>at least two years'
        '<text:change-end text:change-id="i"/></text:p><text:p>After.</text:p>'
    )
    document = _read(body)
    assert [(b.pending, b.text) for b in document.blocks] == [
        ("inserted", "Trading for at least two years"), ("deleted", "five years"), ("none", "After."),
    ]  # fmt: skip
    assert "Open tracked changes: 2" in document.warnings[0]


def test_notes_comments_boxes_and_pictures() -> None:
    body = (
        '<text:p>Text<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>A footnote.</text:p></text:note-body></text:note><office:annotation><dc:creator>A Person</dc:creator>"
        "<text:p>Is this right?</text:p></office:annotation> goes on.<draw:frame><draw:text-box><text:p>In a box.</text:p>"
        "</draw:text-box></draw:frame><draw:frame><draw:image/><svg:title>A map</svg:title></draw:frame>"
        "<draw:frame><draw:image/></draw:frame></text:p>"
    )
    document = _read(body)
    assert [(b.part, b.text) for b in document.blocks] == [
        ("body", "Text goes on."), ("text box", "In a box."), ("alt text", "A map"), ("footnote", "A footnote."),
        ("comment", "Is this right?"),
    ]  # fmt: skip
    assert "without alternative text: 1" in document.warnings[0]


def test_headers_footers_forms_and_contents() -> None:
    shared = (
        "<office:master-styles><style:master-page><style:header><text:p>Tender 12</text:p></style:header>"
        "<style:footer><text:p>Draft</text:p></style:footer></style:master-page></office:master-styles>"
    )
    body = (
        '<office:forms><form:form><form:checkbox form:id="c" form:label="Agreed" form:current-state="checked"/></form:form>'
        '</office:forms><text:table-of-content><text:table-of-content-source/><text:index-body><text:p>Scope 3</text:p>'
        '</text:index-body></text:table-of-content><text:p>Tick: <draw:control draw:control="c"/></text:p>'
    )  # fmt: skip
    assert [(b.part, b.text) for b in _read(body, shared=shared).blocks] == [
        ("contents", "Scope 3"), ("body", "Tick: \u2612 Agreed"), ("header", "Tender 12"), ("footer", "Draft"),
    ]  # fmt: skip


def test_embedded_objects_are_gaps() -> None:
    document = _read('<text:p>Sum:<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>')
    assert [gap.where for gap in document.ledger.gaps] == ["Object 1"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (odf("text", ""), "empty"), (odf("text", "<text:p>x"), "damaged"),
        (odf("text", "", parts={"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}), "encrypted"),
        (odf("text", "", parts={"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "hostile"),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_cannot_be_read_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_odt(data, "a.odt")
    assert caught.value.kind == kind


def test_names_that_are_given_twice_do_no_harm() -> None:
    body = _list(_item("a"), more='xml:id="x"') + _list(_item("b"), more='xml:id="x"')
    assert len(_read(body).blocks) == 2


_SPAN = st.sampled_from(
    ["<text:span>{}</text:span>", "{}", '<text:a xlink:href="x">{}</text:a>', "<text:date>{}</text:date>"]
)
_WRAP = st.sampled_from(
    [
        "<text:p>{}</text:p>", "<text:section><text:p>{}</text:p></text:section>", '<text:h text:outline-level="1">{}</text:h>',
        "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "<table:table><table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row></table:table>",
        "<text:p><draw:g><draw:custom-shape><text:p>{}</text:p></draw:custom-shape></draw:g></text:p>",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.tuples(_WRAP, _SPAN, st.text("abcd. 12", min_size=1, max_size=9)), min_size=1, max_size=8))
def test_no_character_is_lost(pieces: list[tuple[str, str, str]]) -> None:
    body = "".join(wrap.format(span.format(text)) for wrap, span, text in pieces)
    try:
        document = read_odt(odf("text", body), "a.odt")
    except Unreadable:
        assert not any(text.strip() for _, _, text in pieces)
        return
    assert document.ledger.characters_placed == sum(len("".join(text.split())) for _, _, text in pieces)
