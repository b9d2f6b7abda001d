"""Tables to rows; and to headings, paragraphs and items where the table is only layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.ingest.pdf_drafts import Draft, ended
from checker.ingest.pdf_drawn import Drawn
from checker.ingest.pdf_glyphs import Box
from checker.ingest.pdf_lines import make_lines, reading_order
from checker.ingest.pdf_marks import is_number
from checker.ingest.pdf_paragraphs import Body, make_paragraphs
from checker.ingest.pdf_tables import Cell, Table
from checker.ingest.pdf_words import Word, letters

MOST = 0.75  # of the table's width: a cell that wide runs over the columns
PROSE = 110  # words: a longer cell is text laid out in a table
TITLE = 14  # words of a row that runs over all columns as a heading


def table_drafts(table: Table, index: int, page: int, body: Body, drawn: Drawn) -> list[Draft]:
    """One row a table row; headings, paragraphs and items where the table is only layout."""
    wide = len(table.columns)
    if wide < 2 or not table.rows:
        return [draft for row in table.rows for cell in row for draft in _cell_drafts(cell, page, body)]
    numbered = _is_numbered_text(table)
    headers = _header_rows(table, drawn)
    drafts: list[Draft] = []
    for place, row in enumerate(table.rows):
        filled = [cell for cell in row if cell.words]
        if numbered and len(filled) <= 2:
            drafts += _numbered_row(filled, page, body)
        elif len(filled) == 1 and (filled[0].span > 1 or _is_wide(filled[0], table)):
            drafts += _wide_row(filled[0], page, body, drawn)
        elif len(filled) <= 2 and max(len(cell.words) for cell in filled) > PROSE and _is_prose(filled, page, body):
            drafts += _prose_row(filled, page, body)
        else:
            drafts.append(_row(row, wide, index, table, page, body, header=place in headers))
    return drafts


def _is_wide(cell: Cell, table: Table) -> bool:
    return cell.column == 0 and cell.box[2] - cell.box[0] > MOST * (table.box[2] - table.box[0])


def _cell_drafts(cell: Cell, page: int, body: Body) -> list[Draft]:
    regions = reading_order(cell.words, cell.box[2] - cell.box[0])
    drafts = [draft for lines in regions for draft in make_paragraphs(lines, page, body)]
    return [replace(draft, full=False) for draft in drafts]  # only what plainly runs on may join the next page


def cell_text(words: Sequence[Word], page: int, body: Body) -> tuple[str, int]:
    """The text of a cell on one line, list marks kept; and how many characters were left out."""
    drafts = make_paragraphs(make_lines(words), page, body)
    parts = [f"{draft.number} {draft.text}" if draft.number else draft.text for draft in drafts]
    return " ".join(parts), sum(draft.dropped for draft in drafts)


def _row(row: Sequence[Cell], wide: int, index: int, table: Table, page: int, body: Body, *, header: bool) -> Draft:
    cells = [""] * wide
    dropped = 0
    for cell in row:
        text, lost = cell_text(cell.words, page, body)
        cells[cell.column] = f"{cells[cell.column]} {text}".strip()
        dropped += lost
    return row_draft(cells, page, index, table.columns, header=header, dropped=dropped)


def row_draft(
    cells: Sequence[str], page: int, table: int, columns: tuple[int, ...], *, header: bool = False, dropped: int = 0
) -> Draft:
    return Draft(
        text=" | ".join(cell for cell in cells if cell),
        kind="row",
        page=page,
        cells=tuple(cells),
        header=header,
        table=table,
        columns=columns,
        dropped=dropped,
        placed=False,
    )


def _is_numbered_text(table: Table) -> bool:
    """Whether a table of two columns has clause numbers in the first and text in the second."""
    if len(table.columns) != 2:
        return False
    firsts = [" ".join(word.text for word in cell.words) for row in table.rows for cell in row if cell.column == 0]
    filled = [text for text in firsts if text]
    numbers = sum(1 for text in filled if is_number(text))
    if any(text.isdigit() for text in filled) and not _counts_up(filled):
        return False
    long = any(len(cell.words) > 12 for row in table.rows for cell in row if cell.column == 1)
    return long and numbers >= 0.6 * len(filled) and numbers > 0


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether plain numbers are those of points and not of a scale: 1, 2, 3 … under no column name."""
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 10]
    return (
        bool(numbers)
        and numbers[0] > 0
        and is_number(texts[0])
        and all(after > before for before, after in pairwise(numbers))
    )


def _numbered_row(filled: Sequence[Cell], page: int, body: Body) -> list[Draft]:
    first = " ".join(word.text for word in filled[0].words)
    if len(filled) < 2 or not is_number(first):
        return [draft for cell in filled for draft in _cell_drafts(cell, page, body)]
    drafts = _cell_drafts(filled[1], page, body)
    if not drafts or drafts[0].number:
        return [*_cell_drafts(filled[0], page, body), *drafts]
    number = first.rstrip(".:")
    lost = letters(first) - len(number)
    head = replace(drafts[0], number=number, depth=number.count(".") + 1, dropped=drafts[0].dropped + lost)
    if head.kind == "paragraph" and len(drafts) > 1 and len(head.text.split()) <= 8 and not ended(head.text):
        head = replace(head, kind="heading")
    return [head, *drafts[1:]]


def _wide_row(cell: Cell, page: int, body: Body, drawn: Drawn) -> list[Draft]:
    """A cell over several columns: the title of what follows, or text."""
    drafts = _cell_drafts(cell, page, body)
    if len(drafts) == 1 and len(cell.words) <= TITLE and not drafts[0].text.endswith((".", ";")):
        only = drafts[0]
        if only.bold or _is_shaded(cell.box, drawn):
            return [replace(only, kind="heading")]
    return drafts


def _is_prose(filled: Sequence[Cell], page: int, body: Body) -> bool:
    return len(_cell_drafts(max(filled, key=lambda cell: len(cell.words)), page, body)) > 1


def _prose_row(filled: Sequence[Cell], page: int, body: Body) -> list[Draft]:
    """A label and several paragraphs: the label is the heading of the text."""
    if is_number(" ".join(word.text for word in filled[0].words)):
        return _numbered_row(filled, page, body)
    drafts: list[Draft] = []
    for place, cell in enumerate(filled):
        found = _cell_drafts(cell, page, body)
        if place == 0 and len(filled) == 2 and len(cell.words) <= TITLE and len(found) == 1:
            found = [replace(found[0], kind="heading")]
        drafts += found
    return drafts


def _header_rows(table: Table, drawn: Drawn) -> set[int]:
    """The first row with several cells, where bold type, shading or plain words set it off from those below."""
    rows = [(place, [cell for cell in row if cell.words]) for place, row in enumerate(table.rows)]
    several = [(place, cells) for place, cells in rows if len(cells) >= 2]
    if len(several) < 2 or several[0][0] > 2 or len(several[0][1]) < len(table.columns) - 1:
        return set()
    place, first = several[0]
    if any(len(cell.words) > 25 for cell in first):
        return set()
    others = [cells for _, cells in several[1:]]
    bold = _all_bold(first) and not all(_all_bold(cells) for cells in others)
    shaded = _all_shaded(first, drawn) and not all(_all_shaded(cells, drawn) for cells in others)
    named = first[0].column > 0 and all(len(cell.words) <= 4 and not _has_digit(cell) for cell in first)
    return {place} if bold or shaded or named or _plain_header(first, others) else set()


def _all_bold(cells: Sequence[Cell]) -> bool:
    return all(word.bold for cell in cells for word in cell.words if any(c.isalnum() for c in word.text))


def _all_shaded(cells: Sequence[Cell], drawn: Drawn) -> bool:
    return bool(drawn.shades) and all(_is_shaded(cell.box, drawn) for cell in cells)


def _is_shaded(box: Box, drawn: Drawn) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(s[0] <= x <= s[2] and s[1] <= y <= s[3] and s[3] - s[1] < 2 * (box[3] - box[1]) for s in drawn.shades)


def _has_digit(cell: Cell) -> bool:
    return any(c.isdigit() for word in cell.words for c in word.text)


def _plain_header(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Short words without figures above a column of figures."""
    if any(len(cell.words) > 6 or _has_digit(cell) for cell in first):
        return False
    below = [[cell for row in others for cell in row if cell.column == head.column] for head in first if head.column]
    return any(column and all(_has_digit(cell) for cell in column) for column in below)
