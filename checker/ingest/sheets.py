"""Sheets of cells -> Document: what all spreadsheet formats share once their cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.domain import Block, BlockKind, Document, Gap, Ledger, Location
from checker.ingest.tidy import count_characters, tidy
from checker.ingest.unreadable import Unreadable

MOST_CELLS = 200_000  # filled cells of one file that are read; a tender's largest workbooks hold some ten thousand
MOST_TEXT = 20_000_000  # characters of these cells in all
_MOST_COLUMNS = 256  # of one table; of a wider one the empty cells are left out, or they would fill the memory
_LONGEST_COLUMN_NAME = 100  # characters
_NAMES_NOTHING = re.compile(r"[\d\s.,:%£$€()/+-]*")
_EMPTY = "The file holds no text: check that the right version was put into the pack."

Row = dict[int, str]


@dataclass(frozen=True, slots=True)
class Note:
    """Text of a sheet that stands in no cell."""

    part: str  # comment, text box, header, footer, chart, alt text, form field
    text: str
    cell: str | None = None  # "B4", where it hangs on one


@dataclass(slots=True)
class Sheet:
    """One sheet; rows and columns count from 1, empty cells are left out."""

    name: str | None  # None for a file that is one table without a name
    hidden: bool = False
    rows: dict[int, Row] = field(default_factory=dict)
    bold: set[tuple[int, int]] = field(default_factory=set)  # cells in bold
    headers: set[int] = field(default_factory=set)  # rows that the file itself marks as naming the columns
    notes: list[Note] = field(default_factory=list)
    hidden_rows: int = 0  # filled ones


@dataclass(slots=True)
class Room:
    """What may still be taken from one file, so that no file fills the memory."""

    cells: int = MOST_CELLS
    text: int = MOST_TEXT

    def take(self, text: str) -> bool:
        """Whether a cell of this text still has room; False from the first that has none."""
        self.cells -= 1
        self.text -= len(text)
        return self.cells >= 0 and self.text >= 0


@dataclass(slots=True)
class Workbook:
    """All that was read of one file, and what was not."""

    sheets: list[Sheet] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    parts_present: int = 0
    parts_read: int = 0
    title: str | None = None
    room: Room = field(default_factory=Room)

    def cut(self, sheet: str | None, row: int) -> None:
        """Notes that a sheet was read up to a row and no further."""
        where = f"sheet '{sheet}'" if sheet else "table"
        reason = f"only the rows before {row} were read, as the file has more cells than a tender holds: split it"
        self.gaps.append(Gap(where=where, reason=reason))


def document_of(book: Workbook, name: str) -> Document:
    """The document of a workbook: a heading for each sheet, a row for each row with text, then its notes.

    A row's number is "row 12", as the sheet counts. Raises Unreadable("empty") when nothing holds text.
    """
    maker = _Maker(name)
    for sheet in book.sheets:
        maker.add_sheet(sheet)
    if not maker.filled and not book.gaps:
        raise Unreadable("empty", _EMPTY)
    read = sum(_characters(sheet) for sheet in book.sheets)
    if read > maker.placed:
        book.gaps.append(Gap(where="text", reason=f"{read - maker.placed} characters of the file could not be placed"))
    ledger = Ledger(
        characters_read=read, characters_placed=maker.placed, parts_present=book.parts_present,
        parts_read=book.parts_read, gaps=tuple(book.gaps),
    )  # fmt: skip
    return Document(
        name=name, role="unknown", blocks=tuple(maker.blocks), pages=None, ledger=ledger,
        warnings=(*_warnings(book.sheets), *book.warnings), title=book.title,
    )  # fmt: skip


def _characters(sheet: Sheet) -> int:
    cells = sum(count_characters(text) for row in sheet.rows.values() for text in row.values())
    return cells + sum(count_characters(note.text) for note in sheet.notes)


def _warnings(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.hidden and (sheet.rows or sheet.notes):
            yield f"The sheet '{sheet.name}' is hidden; it was read, and bidders can open it too."
        if sheet.hidden_rows:
            where = f"The sheet '{sheet.name}'" if sheet.name else "The table"
            yield f"{where} has hidden rows: {sheet.hidden_rows}; they were read, and bidders can open them too."


@dataclass(slots=True)
class _Maker:
    """Blocks of a file, one after another."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    placed: int = 0
    tables: int = 0
    filled: bool = False

    def add(self, text: str, kind: BlockKind, **more: object) -> None:
        if text:
            place = Location(document=self.name, page=None, block=len(self.blocks), start=0, end=len(text))
            self.blocks.append(Block(text=text, kind=kind, location=place, **more))  # type: ignore[arg-type]

    def add_sheet(self, sheet: Sheet) -> None:
        if not sheet.rows and not sheet.notes:
            return
        self.filled = True
        if sheet.name:
            self.add(tidy(sheet.name), "heading", level=1)
        for rows in _tables(sheet.rows):
            self._add_table(sheet, rows)
        for note in sheet.notes:
            self.placed += count_characters(note.text)
            self.add(
                tidy(note.text), "paragraph" if note.part == "text box" else "note", part=note.part, number=note.cell
            )

    def _add_table(self, sheet: Sheet, rows: list[int]) -> None:
        """Columns that the table leaves empty are left out, so that one far cell costs one column."""
        columns = sorted({column for row in rows for column in sheet.rows[row]})
        for order, row in enumerate(rows):
            shown = columns if len(columns) <= _MOST_COLUMNS else sorted(sheet.rows[row])
            cells = tuple(tidy(sheet.rows[row].get(column, "")) for column in shown)
            self.placed += sum(count_characters(cell) for cell in cells)
            header = row in sheet.headers or (order == 0 and len(rows) > 1 and _names_columns(sheet, row))
            self.add(
                " | ".join(filter(None, cells)), "row", cells=cells, number=f"row {row}", header=header,
                table=self.tables,
            )  # fmt: skip
        self.tables += 1


def _tables(rows: dict[int, Row]) -> Iterator[list[int]]:
    """Runs of rows that belong together: a blank row ends a table, and rows of one cell above it are its titles."""
    run: list[int] = []
    for row in sorted(rows):
        is_title = bool(run) and len(rows[run[-1]]) == 1 and len(run) == 1
        if run and (is_title or row != run[-1] + 1):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _names_columns(sheet: Sheet, row: int) -> bool:
    """Whether the first row of a table names its columns: short words, three or more, or two in bold."""
    cells = sheet.rows[row]
    short = all(len(text) <= _LONGEST_COLUMN_NAME and not text.endswith(".") for text in cells.values())
    words = not any(_NAMES_NOTHING.fullmatch(text) for text in cells.values())
    bold = len(cells) == 2 and all((row, column) in sheet.bold for column in cells)
    return short and words and (bold or len(cells) > 2)
