"""Words to the cells of ruled tables, and cells to rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.ingest.pdf_glyphs import Box
from checker.ingest.pdf_grids import TOLERANCE, cell_at, height, outline, touches
from checker.ingest.pdf_words import Word

NARROW = 15.0  # points: columns nearer than this and never filled together are one


@dataclass(frozen=True, slots=True)
class Cell:
    column: int
    span: int  # columns it covers
    words: tuple[Word, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, empty ones included, with the box and the left edges of the columns."""

    rows: tuple[tuple[Cell, ...], ...]
    box: Box
    columns: tuple[int, ...]


def take_tables(words: Sequence[Word], grids: Sequence[Sequence[Box]]) -> tuple[list[Table], list[Word]]:
    """The tables with their words, and the words that stand in none."""
    left = list(words)
    tables: list[Table] = []
    for grid in grids:
        inside: dict[Box, list[Word]] = {box: [] for box in grid}
        rest: list[Word] = []
        box = outline(grid)
        for word in left:
            cell = cell_at(word.middle, height(word), grid) if touches(word, box) else None
            (inside[cell] if cell else rest).append(word)
        left = rest
        if any(inside.values()):
            tables.append(_table(inside, box))
    return vertical_order(tables), left


def _table(inside: dict[Box, list[Word]], outer: Box) -> Table:
    edges = sorted({box[0] for box in inside})
    tops = sorted({box[1] for box in inside})
    rows: list[tuple[Cell, ...]] = []
    for top in tops:
        cells = [
            Cell(edges.index(box[0]), sum(1 for x in edges if box[0] <= x < box[2] - 1), tuple(words), box)
            for box, words in inside.items()
            if box[1] == top
        ]
        rows.append(tuple(sorted(cells, key=lambda cell: cell.column)))
    rows = _merge_columns(rows, edges)
    used = sorted({cell.column for row in rows for cell in row if cell.words})
    return _without_empty_columns(Table(tuple(rows), outer, tuple(round(edges[column]) for column in used)), used)


def _merge_columns(rows: list[tuple[Cell, ...]], edges: Sequence[float]) -> list[tuple[Cell, ...]]:
    """Columns whose left edges differ a little, and which no row fills both, are one column drawn twice."""
    filled = [{cell.column for cell in row if cell.words} for row in rows]
    place = list(range(len(edges)))
    for column in range(1, len(edges)):
        before = place[column - 1]
        if edges[column] - edges[before] < NARROW and not any({before, column} <= columns for columns in filled):
            place[column] = before
            filled = [{before if c == column else c for c in columns} for columns in filled]
    return [tuple(replace(cell, column=place[cell.column]) for cell in row) for row in rows]


def _without_empty_columns(table: Table, used: Sequence[int]) -> Table:
    """Columns that hold nothing in any row are spacing."""
    place = {column: index for index, column in enumerate(used)}
    rows = tuple(
        tuple(
            replace(cell, column=place[cell.column], span=max(1, _covered(cell, used)))
            for cell in row
            if cell.column in place
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(row for row in rows if any(cell.words for cell in row)))


def _covered(cell: Cell, columns: Sequence[int]) -> int:
    return sum(1 for column in columns if cell.column <= column < cell.column + cell.span)


def vertical_order(tables: Sequence[Table]) -> list[Table]:
    """Tables from top to bottom, side by side ones from left to right."""
    return sorted(tables, key=lambda table: (round(table.box[1] / TOLERANCE), table.box[0]))
