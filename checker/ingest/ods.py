"""OpenDocument spreadsheets (.ods, .ots) -> Document: the text that each cell shows, which the file itself holds."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.domain import Document, Gap
from checker.ingest.odf import DRAW, OBJECT, OFFICE, SVG, TABLE, TEXT, XLINK, OdfStyles, open_odf, title_of, whole
from checker.ingest.odt_walk import texts_of
from checker.ingest.sheets import Note, Sheet, Workbook, document_of

_DISPLAY = f"{TABLE}display"
_WRAPPERS = frozenset(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns")
)
_CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_MOST_COPIES = 100  # of a filled cell or row that stands for many alike


def read_ods(data: bytes, name: str) -> Document:
    """The document in an OpenDocument spreadsheet; a filled row that is repeated more than 100 times is cut there.

    Raises Unreadable: damaged, encrypted, hostile, too-large or empty.
    """
    package = open_odf(data)
    content = package.tree("content.xml")
    shared = package.tree("styles.xml") if "styles.xml" in package.entries else None
    book = Workbook(title=title_of(package), parts_present=1, parts_read=1)
    styles = OdfStyles(shared, content)
    for table in content.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"):
        hidden = styles.property("table", table.get(f"{TABLE}style-name"), "table", _DISPLAY) == "false"
        sheet = Sheet(table.get(f"{TABLE}name", ""), hidden=hidden)
        book.sheets.append(sheet)
        _read_rows(table, sheet, styles, book)
        _read_shapes(table, sheet, book)
    return document_of(book, name)


def _read_rows(table: etree._Element, sheet: Sheet, styles: OdfStyles, book: Workbook) -> None:
    number = 1
    for row in _rows(table):
        copies = whole(row.get(f"{TABLE}number-rows-repeated"), 1, _MOST_ROWS)
        filled = _filled(row)
        for copy in range(min(copies, _MOST_COPIES) if filled else 0):
            if not _take_row(row, filled, number + copy, sheet, styles, book):
                return
        number += copies


def _take_row(
    row: etree._Element, filled: dict[int, etree._Element], number: int, sheet: Sheet, styles: OdfStyles, book: Workbook
) -> bool:
    """Puts a row into the sheet; False once there is no room."""
    for column, cell in filled.items():
        text = _text(cell)
        if text.strip() and not book.room.take(text):
            book.cut(sheet.name, number)
            return False
        if text.strip():
            sheet.rows.setdefault(number, {})[column] = text
            if styles.is_bold("table-cell", cell.get(f"{TABLE}style-name")):
                sheet.bold.add((number, column))
    sheet.hidden_rows += number in sheet.rows and row.get(f"{TABLE}visibility", "visible") != "visible"
    sheet.notes += [note for cell in filled.values() for note in _comments(cell, number)]
    return True


def _filled(row: etree._Element) -> dict[int, etree._Element]:
    """Cells of a row that hold anything, by their columns."""
    filled: dict[int, etree._Element] = {}
    column = 1
    for cell in row:
        if cell.tag in _CELLS:
            copies = whole(cell.get(f"{TABLE}number-columns-repeated"), 1, _MOST_COLUMNS)
            if len(cell):
                filled |= {column + copy: cell for copy in range(min(copies, _MOST_COPIES))}
            column += copies
    return filled


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _text(cell: etree._Element) -> str:
    """The paragraphs of a cell on lines of their own."""
    return "\n".join("".join(texts_of(child)) for child in cell if child.tag in (f"{TEXT}p", f"{TEXT}h"))


def _comments(cell: etree._Element, row: int) -> list[Note]:
    notes = ("\n".join("".join(texts_of(p)) for p in a.iter(f"{TEXT}p")) for a in cell.iterfind(f"{OFFICE}annotation"))
    return [Note("comment", text, f"row {row}") for text in notes if text.strip()]


def _read_shapes(table: etree._Element, sheet: Sheet, book: Workbook) -> None:
    """Text boxes, descriptions of pictures and embedded objects, wherever on the sheet they are anchored."""
    for shape in table.iter():
        if not str(shape.tag).startswith(DRAW):
            continue
        if shape.tag in (f"{DRAW}object", f"{DRAW}object-ole"):
            book.parts_present += 1
            where = shape.get(f"{XLINK}href", "").removeprefix("./") or "an object"
            book.gaps.append(Gap(where=where, reason=OBJECT))
            continue
        own = (child for child in shape if child.tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"))
        text = "\n".join("".join(texts_of(child)) for child in own)
        if text.strip():
            sheet.notes.append(Note("text box", text))
        described = " ".join(filter(None, (shape.findtext(f"{SVG}title"), shape.findtext(f"{SVG}desc"))))
        if described:
            sheet.notes.append(Note("alt text", described))
