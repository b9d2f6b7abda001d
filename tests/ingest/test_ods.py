"""OpenDocument spreadsheets: the text that the cells show, repeats, hidden sheets, notes."""

from __future__ import annotations

from checker.ingest.kinds import kind_of
from checker.ingest.ods import read_ods
from tests.ingest.odf_maker import odf

_HIDDEN = (
    '<style:style style:name="H" style:family="table"><style:table-properties table:display="false"/></style:style>'
)
_BOLD = (
    '<style:style style:name="B" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
)


def _cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def test_rows_repeats_and_hidden_sheets() -> None:
    far = _row('<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048000"')
    body = (
        '<table:table table:name="Pricing">' + _row(_cell("Item", 'table:style-name="B"'), _cell("Rate", 'table:style-name="B"'))
        + _row(_cell("Cleaning"), _cell("£5.00", 'office:value="5"')) + _row("<table:table-cell/>", more='table:number-rows-repeated="3"')
        + _row(_cell("x", 'table:number-columns-repeated="2"'), more='table:number-rows-repeated="2" table:visibility="collapse"')
        + far + '</table:table><table:table table:name="Lists" table:style-name="H">' + _row(_cell("Yes")) + "</table:table>"
    )  # fmt: skip
    data = odf("spreadsheet", body, _HIDDEN + _BOLD)
    document = read_ods(data, "a.ods")
    assert kind_of(data, "a.ods") == "ods"
    assert [(b.kind, b.number, b.text, b.header) for b in document.blocks] == [
        ("heading", None, "Pricing", False), ("row", "row 1", "Item | Rate", True), ("row", "row 2", "Cleaning | £5.00", False),
        ("row", "row 6", "x | x", False), ("row", "row 7", "x | x", False), ("heading", None, "Lists", False), ("row", "row 1", "Yes", False),
    ]  # fmt: skip
    assert ["hidden rows: 2" in document.warnings[0], "'Lists' is hidden" in document.warnings[1]] == [True, True]


def test_comments_text_boxes_and_objects() -> None:
    annotation = "<office:annotation><dc:creator>A</dc:creator><text:p>For each hour</text:p></office:annotation>"
    shapes = (
        "<table:shapes><draw:custom-shape><text:p>Fill in all rows.</text:p></draw:custom-shape>"
        '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></table:shapes>'
    )
    cell = f"<table:table-cell>{annotation}<text:p>Rate</text:p></table:table-cell>"
    document = read_ods(odf("spreadsheet", f'<table:table table:name="P">{shapes}{_row(cell)}</table:table>'), "a.ods")
    assert [(b.part, b.number, b.text) for b in document.blocks[1:]] == [
        ("body", "row 1", "Rate"), ("comment", "row 1", "For each hour"), ("text box", None, "Fill in all rows."),
    ]  # fmt: skip
    assert [gap.where for gap in document.ledger.gaps] == ["Object 1"]


def test_a_cell_repeated_without_end_is_cut() -> None:
    row = _row(_cell("x", 'table:number-columns-repeated="999999999"'), more='table:number-rows-repeated="999999999"')
    document = read_ods(odf("spreadsheet", f'<table:table table:name="P">{row}</table:table>'), "a.ods")
    assert (len(document.blocks), len(document.blocks[1].cells)) == (101, 100)
