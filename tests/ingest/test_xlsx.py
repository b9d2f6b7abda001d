"""Excel workbooks: every filled cell in its row, as shown; notes; limits; what is not read is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from checker.domain import Block, Document
from checker.ingest import sheets
from checker.ingest.unreadable import Unreadable
from checker.ingest.xlsx import read_xlsx
from checker.structure import clauses_of
from tests.ingest.docx_maker import relations
from tests.ingest.sheet_maker import raw_xlsx, saved


def _rows(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind == "row"]


def _refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_xlsx(data, "a.xlsx")
    assert caught.value.reason.endswith(".")
    return caught.value.kind


def _pricing() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Pricing"
    sheet["A1"] = "Enter your prices"
    sheet.append([])
    for row in (["Item", "Rate", "From"], ["Cleaning", 1250.5, date(2026, 5, 4)], ["Windows", None, None]):
        sheet.append(row)
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    sheet["B4"].number_format = "£#,##0.00"
    sheet["C4"].number_format = "d mmmm yyyy"
    return book


def test_rows_stand_under_their_sheet_with_their_numbers_and_columns() -> None:
    document = read_xlsx(saved(_pricing()), "p.xlsx")
    assert [(b.kind, b.number, b.text) for b in document.blocks] == [
        ("heading", None, "Pricing"), ("row", "row 1", "Enter your prices"), ("row", "row 3", "Item | Rate | From"),
        ("row", "row 4", "Cleaning | £1,250.50 | 4 May 2026"), ("row", "row 5", "Windows"),
    ]  # fmt: skip
    assert [(b.header, b.cells) for b in document.blocks[2:]] == [
        (True, ("Item", "Rate", "From")), (False, ("Cleaning", "£1,250.50", "4 May 2026")), (False, ("Windows", "", "")),
    ]  # fmt: skip
    assert document.ledger.characters_read == document.ledger.characters_placed > 0
    assert document.read == "whole"


def test_a_clause_of_a_sheet_names_its_row_and_columns() -> None:
    clauses = clauses_of(read_xlsx(saved(_pricing()), "p.xlsx"))
    (clause,) = [clause for clause in clauses if "Cleaning" in clause.text]
    assert (clause.number, clause.headings) == ("row 4", ("Pricing",))
    assert clause.sentences[0].columns == ("Item", "Rate", "From")


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    book = _pricing()
    secret = book.create_sheet("Lists")
    secret["A1"] = "Yes"
    secret.sheet_state = "veryHidden"
    book["Pricing"].row_dimensions[4].hidden = True
    document = read_xlsx(saved(book), "p.xlsx")
    assert "Yes" in [block.text for block in document.blocks]
    assert [("'Lists' is hidden" in w, "hidden rows: 1" in w) for w in document.warnings] == [
        (False, True),
        (True, False),
    ]


def test_merged_cells_give_their_text_once() -> None:
    book = _pricing()
    book["Pricing"].merge_cells("A1:C1")
    assert sum("Enter your prices" in row.text for row in _rows(read_xlsx(saved(book), "p.xlsx"))) == 1


def test_comments_headers_and_tables() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Item", "Rate"])
    sheet.append(["Cleaning", 5])
    sheet["B2"].comment = Comment("Price for each hour", "Buyer")
    sheet.oddHeader.center.text = "Tender 12"
    sheet.oddFooter.right.text = "&P of &N"
    sheet.add_table(Table(displayName="T", ref="A1:B2"))
    document = read_xlsx(saved(book), "p.xlsx")
    assert [(b.part, b.number, b.text) for b in document.blocks if b.part != "body"] == [
        ("header", None, "Tender 12"), ("comment", "B2", "Price for each hour"),
    ]  # fmt: skip
    assert [row.header for row in _rows(document)] == [True, False]


_DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="n" '
    'descr="A logo"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Fill in </a:t></a:r><a:r><a:t>all rows.</a:t></a:r></a:p>'
    "<a:p><a:r><a:t>Prices exclude VAT.</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
)


def test_text_boxes_and_descriptions() -> None:
    links = relations(("r1", "drawing", "../drawings/drawing1.xml"))
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": links, "xl/drawings/drawing1.xml": _DRAWING}
    document = read_xlsx(raw_xlsx("<sheetData/>", parts), "p.xlsx")
    assert [(b.kind, b.part, b.text) for b in document.blocks[1:]] == [
        ("paragraph", "text box", "Fill in all rows.\nPrices exclude VAT."), ("note", "alt text", "A logo"),
    ]  # fmt: skip


def test_values_of_all_kinds() -> None:
    cells = (
        '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1&amp;B1</f><v>joined</v></c>'
        '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>no</t></rPh></is></c><c><v>abc</v></c>'
        '<c t="s"><v>7</v></c><c><f>1+1</f><v>2</v></c>'
    )
    (row,) = _rows(read_xlsx(raw_xlsx(f"<sheetData><row>{cells}</row></sheetData>"), "p.xlsx"))
    assert row.text == "TRUE | #REF! | joined | inline | abc | 2"


def test_one_far_cell_costs_one_column() -> None:
    far = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>' \
          '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row></sheetData>'  # fmt: skip
    assert [(row.number, row.cells) for row in _rows(read_xlsx(raw_xlsx(far), "p.xlsx"))] == [
        ("row 1", ("1", "2")), ("row 1048576", ("3",)),
    ]  # fmt: skip


def test_a_table_of_one_cell_in_each_column_stays_small() -> None:
    rows = "".join(f'<row><c r="{_letters(at)}{at}"><v>{at}</v></c></row>' for at in range(1, 600))
    found = _rows(read_xlsx(raw_xlsx(f"<sheetData>{rows}</sheetData>"), "p.xlsx"))
    assert max(len(row.cells) for row in found) == 1


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def test_a_sheet_with_too_many_cells_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets.Workbook, "__init__", _small_book)
    rows = "".join(f"<row><c><v>{at}</v></c></row>" for at in range(9))
    document = read_xlsx(raw_xlsx(f"<sheetData>{rows}</sheetData>"), "p.xlsx")
    assert len(_rows(document)) == 3
    (gap,) = document.ledger.gaps
    assert gap.where == "sheet 'Pricing'"
    assert "before 4" in gap.reason


_whole_book = sheets.Workbook.__init__


def _small_book(self: sheets.Workbook) -> None:
    _whole_book(self, room=sheets.Room(cells=3))


def test_a_sheet_that_breaks_off_keeps_what_came_before() -> None:
    document = read_xlsx(raw_xlsx("<sheetData><row><c><v>1</v></c></row><row><c><v>2</x>"), "p.xlsx")
    assert _rows(document)[0].text == "1"
    assert document.read == "partly"


def test_embedded_files_are_gaps() -> None:
    parts = {"xl/embeddings/file1.docx": b"x"}
    document = read_xlsx(raw_xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", parts), "p.xlsx")
    assert [gap.where for gap in document.ledger.gaps] == ["xl/embeddings/file1.docx"]
    assert document.ledger.parts_present == document.ledger.parts_read + 1


def test_hostile_and_empty_files_are_refused() -> None:
    assert _refused(raw_xlsx("<sheetData/>")) == "empty"
    assert _refused(b"PK\x03\x04") == "damaged"
    doctype = '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>'
    assert _refused(raw_xlsx("", {"xl/worksheets/sheet1.xml": doctype})) == "hostile"


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf")), max_size=12), max_size=4),
        max_size=6,
    )
)
def test_no_character_of_any_cell_is_lost(rows: list[list[str]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append([f"'{cell}" for cell in row])
    try:
        document = read_xlsx(saved(book), "p.xlsx")
    except Unreadable:
        assert not any(rows)
        return
    assert document.ledger.characters_read == document.ledger.characters_placed
    shown = "".join("".join(row.text.split()) for row in _rows(document)).replace("|", "")
    wanted = "".join("".join(f"'{cell}".split()) for row in rows for cell in row).replace("|", "")
    assert shown == wanted
