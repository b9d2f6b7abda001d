"""Paragraphs and tables of a Word file -> blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from checker.domain import Block, BlockKind, Location, Pending
from checker.ingest.numbers import heading_level, is_number, reads_as_sentence, split_typed
from checker.ingest.tidy import count_characters, tidy
from checker.ingest.word_walk import Cell, Chunk, Item, Paragraph, Row, Table

NOTE_PARTS = frozenset({"footnote", "endnote", "comment", "chart", "diagram"})
_MARGINS = frozenset({"header", "footer"})
_LONGEST_COLUMN_NAME = 60  # characters
_PARAGRAPHS_PER_HEADING = 100  # fewer styled headings than this and the look of lines is asked too


@dataclass(slots=True)
class BlockMaker:
    """Makes blocks one after another, and counts the written characters that got a place."""

    name: str
    read_chunk: Callable[[str], Sequence[Block]]
    blocks: list[Block] = field(default_factory=list)
    sources: list[tuple[Paragraph, ...]] = field(default_factory=list)  # of each block, what its text was made of
    placed: int = 0
    tables: int = 0
    guess_headings: bool = False
    marked_headings: int = 0  # by a style or an outline level
    unmarked_headings: int = 0  # by their look alone
    empty_headings: int = 0
    unmarked_headers: int = 0  # tables whose first row names the columns by its look alone
    _margins: set[tuple[str, str]] = field(default_factory=set)

    def add_story(self, items: Sequence[Item], part: str) -> None:
        """All blocks of one story; `part` is "body", "header", "footnote" …"""
        for item in items:
            if isinstance(item, Paragraph):
                self._paragraph(item, part)
            elif isinstance(item, Table):
                self._table(item, part)
            else:
                self._chunk(item, part)

    def add(self, text: str, kind: BlockKind, part: str, *sources: Paragraph, **more: object) -> None:
        """One block, unless it is empty or repeats a header or footer word for word."""
        if not text or (part, text) in self._margins:
            return
        if part in _MARGINS:
            self._margins.add((part, text))
        place = Location(document=self.name, page=None, block=len(self.blocks), start=0, end=len(text))
        self.blocks.append(Block(text=text, kind=kind, location=place, part=part, **more))  # type: ignore[arg-type]
        self.sources.append(sources)

    def _paragraph(self, paragraph: Paragraph, part: str) -> None:
        self.placed += paragraph.counted
        part = "contents" if paragraph.contents and part == "body" else part
        self._accepted(paragraph, part)
        self._deleted(paragraph, part)
        self._hanging(paragraph)

    def _accepted(self, paragraph: Paragraph, part: str) -> None:
        number, bullet, text = _taken_apart(paragraph)
        level = self._heading_level(paragraph, text, number, bullet, part)
        pending = _pending(paragraph)
        if part in NOTE_PARTS:
            self.add(text, "note", part, paragraph, number=number, pending=pending)
        elif level is not None:
            self._count_heading(paragraph, text)
            title = text.replace("\n", " ")
            self.add(title, "heading", part, paragraph, number=number, level=level or None, pending=pending)
        else:
            listed = bullet or (number is not None and "." not in number)
            self.add(text, "item" if listed else "paragraph", part, paragraph, number=number, pending=pending)

    def _heading_level(
        self, paragraph: Paragraph, text: str, number: str | None, bullet: bool, part: str
    ) -> int | None:
        """Level of a heading, 0 for one of unknown level, None for other text."""
        if part == "body" and paragraph.heading is not None and _is_empty(paragraph):
            self.empty_headings += 1
        if bullet or part not in ("body", "text box") or not any(map(str.isalpha, text)):
            return None
        if paragraph.heading is not None:
            return None if reads_as_sentence(text) else paragraph.heading
        bold = _is_bold(paragraph)  # authors set headings in bold by hand beside those that they style
        return heading_level(text, number, bold=bold) if bold or self.guess_headings else None

    def _count_heading(self, paragraph: Paragraph, text: str) -> None:
        if paragraph.heading is None:
            self.unmarked_headings += bool(text)
        elif text:
            self.marked_headings += 1

    def _deleted(self, paragraph: Paragraph, part: str) -> None:
        self.add(tidy(paragraph.text(deleted=True)), "paragraph", part, pending="deleted")

    def _hanging(self, paragraph: Paragraph) -> None:
        for box in paragraph.boxes:
            self.add_story(box, "text box")
        for described in paragraph.pictures:
            self.add(tidy(described), "note", "alt text")
        for mark in paragraph.watermarks:
            self.add(tidy(mark), "note", "watermark")

    def _chunk(self, chunk: Chunk, part: str) -> None:
        for block in self.read_chunk(chunk.relation):
            place = replace(block.location, document=self.name, block=len(self.blocks))
            self.blocks.append(replace(block, location=place, part=part if block.part == "body" else block.part))
            self.sources.append(())

    def _table(self, table: Table, part: str) -> None:
        if all(len(row.cells) <= 1 for row in table.rows):  # a frame around text, not a table
            for row in table.rows:
                for cell in row.cells:
                    self.add_story(cell.items, part)
            return
        index, self.tables = self.tables, self.tables + 1
        guessed = not any(row.header for row in table.rows) and len(table.rows) > 1
        for place, row in enumerate(table.rows):
            by_look = guessed and place == 0 and _names_columns(row, table.bold_first_row)
            self.unmarked_headers += by_look
            names_columns = row.header or by_look
            self._row(row, part, index, names_columns)

    def _row(self, row: Row, part: str, table: int, header: bool) -> None:
        cells = _row_cells(row)
        text = " | ".join(filter(None, cells))
        first = next(filter(None, cells), "")
        number = first.rstrip(".") if is_number(first) and not header else None
        pending = _row_pending(row)
        lines = [item for cell in row.cells for item in cell.items if isinstance(item, Paragraph)]
        self.add(text, "row", part, *lines, cells=cells, header=header, table=table, number=number, pending=pending)
        for cell in row.cells:
            for item in cell.items:
                if isinstance(item, Paragraph):
                    self.placed += item.counted
                    self._deleted(item, part)
                    self._hanging(item)
                else:
                    self.add_story([item], part)


def wants_guessing(items: Sequence[Item]) -> bool:
    """Whether a body has too few headings by style, so that the look of its lines has to tell."""
    paragraphs = [item for item in items if isinstance(item, Paragraph) and item.text().strip()]
    styled = sum(item.heading is not None and not reads_as_sentence(tidy(item.text())) for item in paragraphs)
    return styled < max(2, len(paragraphs) / _PARAGRAPHS_PER_HEADING)


def _taken_apart(paragraph: Paragraph) -> tuple[str | None, bool, str]:
    """Number, whether there is a bullet, and text."""
    shown = paragraph.listed
    if shown is not None and (shown.number or shown.bullet):
        return shown.number, shown.bullet, tidy(paragraph.text())
    typed = split_typed(paragraph.text())
    return typed.number, typed.bullet, tidy(typed.text)


def _is_empty(paragraph: Paragraph) -> bool:
    """Whether a paragraph shows nothing, and holds no break of a page or column that needs it."""
    return not (paragraph.runs or paragraph.boxes or paragraph.pictures or paragraph.watermarks)


def _row_cells(row: Row) -> tuple[str, ...]:
    cells = [""] * row.skipped
    for cell in row.cells:
        cells += [_cell_text(cell), *[""] * (cell.columns - 1)]
    return tuple(cells)


def _cell_text(cell: Cell) -> str:
    """Paragraphs of a cell on lines of their own, with their numbers and bullets as shown."""
    lines = (_line(item) for item in cell.items if isinstance(item, Paragraph))
    return "\n".join(filter(None, lines))


def _line(paragraph: Paragraph) -> str:
    text, shown = tidy(paragraph.text()), paragraph.listed
    if shown is None:
        return text
    return f"{shown.number or ''} {text}".strip() if not shown.bullet or not text else f"\u2022 {text}"


def _names_columns(row: Row, bold_by_style: bool) -> bool:
    """Whether a first row looks like column names: short cells, all bold."""
    paragraphs = [item for cell in row.cells for item in cell.items if isinstance(item, Paragraph)]
    filled = [paragraph for paragraph in paragraphs if paragraph.text().strip()]
    short = all(len(text) <= _LONGEST_COLUMN_NAME and not text.endswith(".") for text in _row_cells(row))
    enough = sum(1 for text in _row_cells(row) if text) >= 2
    return enough and short and all(bold_by_style or _is_bold(paragraph) for paragraph in filled)


def _is_bold(paragraph: Paragraph) -> bool:
    shown = [run for run in paragraph.runs if run.state != "deleted" and run.text.strip()]
    return bool(shown) and all(run.bold for run in shown)


def _pending(*paragraphs: Paragraph) -> Pending:
    """ "inserted" when most of the text that stands is a tracked insertion."""
    runs = [run for paragraph in paragraphs for run in paragraph.runs if run.state != "deleted"]
    new = sum(count_characters(run.text) for run in runs if run.state == "inserted")
    return "inserted" if 2 * new > sum(count_characters(run.text) for run in runs) else "none"


def _row_pending(row: Row) -> Pending:
    return _pending(*(item for cell in row.cells for item in cell.items if isinstance(item, Paragraph)))
