"""Table rows: which row names the columns, and the sentences of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Block
from checker.structure.sentences import Span, sentences_between, split_text

_LONG_CELL = 40  # words: a longer cell gives its sentences one by one, so that a quote is never a page
_NAME_WORDS = 6  # words a column name has at most
_NUMERIC = re.compile(r"[£$€]|^\W*\d|\d{2,}")
# In a table of two columns a first row of two short cells may as well be "Buyer | Moorside Council".
_COLUMN_WORDS = re.compile(
    r"\b(?:criteri(?:on|a)|weight(?:ing)?s?|item|description|requirements?|response|question|answer|date|stage|"
    r"activity|event|score|price|rate|unit|quantity|qty|ref(?:erence)?|marks?|points?|comments?|evidence|type|role|"
    r"name|lot|task|frequency|area|standard|measure|target|total|cost|element|section|document|value|level|milestone|"
    r"pass/fail|definition|meaning|term|service|kpi|percentage|yes/no|no)\b",
    re.I,
)


def columns_by_row(blocks: Sequence[Block]) -> dict[int, tuple[str, ...]]:
    """Column names for each row, by its place in `blocks`; a row that names columns has none itself."""
    columns: dict[int, tuple[str, ...]] = {}
    for places in _tables(blocks):
        names: tuple[str, ...] = ()
        guess = _first_row_names([blocks[place] for place in places])
        for order, place in enumerate(places):
            if blocks[place].header or (guess and order == 0):
                names = blocks[place].cells
            elif len(blocks[place].cells) == len(names):
                columns[place] = names
    return columns


def _tables(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Places of the rows of each table."""
    run: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind != "row":
            continue
        if run and (block.table != blocks[run[-1]].table or (block.table is None and place != run[-1] + 1)):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _first_row_names(rows: list[Block]) -> bool:
    """Whether the first row of a table without marked header names its columns."""
    cells = rows[0].cells
    if any(row.header for row in rows) or len(rows) < 3 or len(cells) < 2:
        return False
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < max(2, len(cells) - 1) or any(len(row.cells) != len(cells) for row in rows[:3]):
        return False
    if any(len(cell.split()) > _NAME_WORDS or _NUMERIC.search(cell) for cell in filled):
        return False
    return len(cells) > 2 or all(_COLUMN_WORDS.search(cell) for cell in filled)


def number_of_row(block: Block) -> str | None:
    """ "row 12" for a row of a spreadsheet, which has no clauses to be found by; None for a row of any other table."""
    return block.number if block.number and block.number.startswith("row ") else None


def row_spans(block: Block) -> tuple[Span, ...]:
    """Sentence spans of a row: the whole row when its cells are short, else long cells sentence by sentence."""
    cells = _cell_spans(block)
    if all(len(block.text[slice(*cell)].split()) <= _LONG_CELL for cell in cells):
        return sentences_whole(block.text)
    spans: list[Span] = []
    short: list[Span] = []
    for cell in cells:
        if len(block.text[slice(*cell)].split()) <= _LONG_CELL:
            short.append(cell)
            continue
        spans += _joined(short)
        spans += _of_cell(block.text, cell)
        short = []
    return tuple(spans + _joined(short))


def sentences_whole(text: str) -> tuple[Span, ...]:
    """The whole text as one span, white space trimmed; none when it is blank."""
    stripped = text.strip()
    start = text.find(stripped)
    return ((start, start + len(stripped)),) if stripped else ()


def _joined(cells: list[Span]) -> list[Span]:
    return [(cells[0][0], cells[-1][1])] if cells else []


def _of_cell(text: str, cell: Span) -> list[Span]:
    start, end = cell
    parts = split_text(text[start:end])
    spans = [(start + one, start + two) for part in parts for one, two in part.spans]
    return spans or list(sentences_between(text, start, end))


def _cell_spans(block: Block) -> list[Span]:
    """Where each filled cell stands in the row's text; by the " | " between them where a cell is not found."""
    spans: list[Span] = []
    cursor = 0
    for cell in block.cells:
        wanted = cell.strip()
        at = block.text.find(wanted, cursor) if wanted else -1
        if at >= 0:
            spans.append((at, at + len(wanted)))
            cursor = at + len(wanted)
    covered = sum(end - start for start, end in spans)
    if covered >= 0.9 * len(block.text.replace(" | ", "").strip()):
        return spans
    return [found.span() for found in re.finditer(r"(?:[^|]|\|(?! ))+", block.text) if found.group().strip()]
