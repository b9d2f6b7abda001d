"""Comma-separated values (.csv, .tsv) -> Document: one table, its separator and encoding told by the content."""

from __future__ import annotations

import csv
from io import StringIO

from checker.domain import Document, Gap
from checker.ingest.sheets import Sheet, Workbook, document_of
from checker.ingest.text import decode

_SEPARATORS = ",;\t|"
_SAMPLE = 50  # lines
_LONGEST_LINE = 10_000  # characters of a sample line
_STRANGE = "Some characters could not be decoded: save the file as UTF-8."
_DAMAGED = "the rows from {} on could not be told apart: save it again from Excel as .csv or .xlsx"


def read_csv(data: bytes, name: str) -> Document:
    """The document in a file of separated values. Raises Unreadable("empty") when no cell is filled."""
    text, clean = decode(data)
    book = Workbook(parts_present=1, parts_read=1, warnings=[] if clean else [_STRANGE])
    sheet = Sheet(None)
    book.sheets.append(sheet)
    _read_rows(text.replace("\0", ""), sheet, book)
    return document_of(book, name)


def _read_rows(text: str, sheet: Sheet, book: Workbook) -> None:
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator_of(text))
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                if not cell.strip():
                    continue
                if not book.room.take(cell):
                    book.cut(None, number)
                    return
                sheet.rows.setdefault(number, {})[column] = cell
    except csv.Error:  # a cell longer than the library takes
        book.gaps.append(Gap(where="table", reason=_DAMAGED.format(number + 1)))


def separator_of(text: str) -> str:
    """The sign that parts the first lines into equally many cells, and into most; a comma when none does."""
    lines = [line[:_LONGEST_LINE] for line in text[: _SAMPLE * _LONGEST_LINE].splitlines()[:_SAMPLE] if line.strip()]
    best, most = ",", 0.0
    for sign in _SEPARATORS:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        worth = counts.count(usual) / len(counts) * min(usual, 20) if usual else 0.0
        if worth > most:
            best, most = sign, worth
    return best
