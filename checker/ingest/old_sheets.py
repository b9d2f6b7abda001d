"""Excel workbooks in binary form (.xls, .xlsb) -> Document: the values of their cells, by python-calamine."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from checker.domain import Document, Gap
from checker.ingest.sheet_numbers import plain_number
from checker.ingest.sheets import Sheet, Workbook, document_of
from checker.ingest.unreadable import Unreadable

_LOCKED = "The file is locked with a password: save a copy without one and check that."
_DAMAGED = "The file is damaged: open it in Excel, save it as .xlsx and check that copy."
_SHEET_DAMAGED = "the sheet is damaged: save the workbook as .xlsx from Excel"
_MOST_AREA = 20_000_000  # cells between the first and the last filled one, which the library lays out in memory
_TOO_WIDE = "its cells stand too far apart to be read: save the workbook as .xlsx from Excel"
_DRAWN = "comments and text boxes of an old workbook are not read: save it as .xlsx from Excel"
_BOX_RECORD = b"\xb6\x01\x12\x00"  # TXO of [MS-XLS] 2.4.329: the text of a comment or a text box
_OBJECT_STORE = "MBD0".encode("utf-16-le")  # how Excel names the stores of embedded objects
_OBJECT = "embedded objects were not read: put them into the pack as files of their own"
_BOX_PARTS = (b"xl/comments", b"xl/drawings/drawing")

_Value = int | float | str | bool | time | date | datetime | timedelta


def read_old_sheets(data: bytes, name: str) -> Document:
    """The document in an .xls or .xlsb workbook: values without their formats, but dates as dates.

    Raises Unreadable: damaged, encrypted or empty. Comments, text boxes and embedded objects become gaps.
    """
    book = Workbook()
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as source:
            for index, about in enumerate(source.sheets_metadata):
                if about.typ not in (SheetTypeEnum.Vba, SheetTypeEnum.MacroSheet):
                    sheet = Sheet(about.name, hidden=about.visible != SheetVisibleEnum.Visible)
                    book.sheets.append(sheet)
                    _read_sheet(source, index, sheet, book)
    except PasswordError as error:
        raise Unreadable("encrypted", _LOCKED) from error
    except CalamineError as error:
        raise Unreadable("damaged", _DAMAGED) from error
    if _OBJECT_STORE in data:
        book.parts_present += 1
        book.gaps.append(Gap(where="embedded objects", reason=_OBJECT))
    if _BOX_RECORD in data or any(part in data for part in _BOX_PARTS):
        book.parts_present += 1
        book.gaps.append(Gap(where="comments and text boxes", reason=_DRAWN))
    return document_of(book, name)


def _read_sheet(source: CalamineWorkbook, index: int, sheet: Sheet, book: Workbook) -> None:
    where = f"sheet '{sheet.name}'"
    book.parts_present += 1
    try:
        cells = source.get_sheet_by_index(index)
    except CalamineError:
        book.gaps.append(Gap(where=where, reason=_SHEET_DAMAGED))
        return
    if cells.height * cells.width > _MOST_AREA:
        book.gaps.append(Gap(where=where, reason=_TOO_WIDE))
        return
    book.parts_read += 1
    _take_cells(cells, sheet, book)


def _take_cells(cells: CalamineSheet, sheet: Sheet, book: Workbook) -> None:
    if cells.start is None:
        return
    for number, row in enumerate(cells.iter_rows(), 1):  # from the first row of the sheet, but its first filled column
        for column, value in enumerate(row, 1):
            text = shown_value(value)
            if not text.strip():
                continue
            if not book.room.take(text):
                book.cut(sheet.name, number)
                return
            sheet.rows.setdefault(number, {})[column] = text


def shown_value(value: _Value) -> str:
    """A value as text: dates as 05/05/2026, TRUE and FALSE, whole numbers without a point."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return plain_number(value)
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y" if value.time() == time.min else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return value if isinstance(value, str) else str(value)
