"""Ruled tables as boxes: drawn edges to cells, and words cut where they run from cell to cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from checker.ingest.pdf_drawn import Drawn, Edge
from checker.ingest.pdf_glyphs import Box
from checker.ingest.pdf_words import Word, bare, make_word

TOLERANCE = 3.0
EDGES_A_PAGE = 1_500
CROSSINGS_A_PAGE = 3_000  # the search for cells grows with their square
CLOSE_GLYPHS = 0.08  # of the size: the distance of characters of one word


def find_grids(drawn: Drawn) -> list[list[Box]] | None:
    """The cells of each ruled table on a page, as boxes; None where too much is drawn to look for any."""
    edges = [edge for edge in merge_edges(drawn.edges, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE) if _long(edge)]
    if not edges:
        return []
    if len(edges) > EDGES_A_PAGE:
        return None
    crossings = edges_to_intersections(edges, TOLERANCE, TOLERANCE)
    if len(crossings) > CROSSINGS_A_PAGE:
        return None
    return [list(table) for table in cells_to_tables(intersections_to_cells(crossings))]


def _long(edge: Edge) -> bool:
    return bool(max(edge["width"], edge["height"]) >= TOLERANCE)


def split_at_cells(words: Sequence[Word], grids: Sequence[Sequence[Box]]) -> tuple[list[Word], list[list[Box]]]:
    """Words and cells made to fit: a rule through the middle of a word is no border, other words are cut there."""
    fitted = [_whole_cells(_without_crossed_rules(words, grid), words) for grid in grids]
    pieces: list[Word] = []
    for word in words:
        grid = next((grid for grid in fitted if touches(word, outline(grid))), None)
        pieces += [bare(word)] if grid is None else _split(word, grid)
    return pieces, fitted


def _without_crossed_rules(words: Sequence[Word], grid: Sequence[Box]) -> list[Box]:
    """The cells, those joined that a word runs through (bars in the margin cross tables in marked-up drafts)."""
    boxes = list(grid)
    frame = outline(boxes)
    for word in words:
        if not touches(word, frame) or len(word.glyphs) < 2:
            continue
        high = height(word)
        for before, after in pairwise(word.glyphs):
            if after.x0 - before.x1 > CLOSE_GLYPHS * word.size:
                continue
            one = cell_at((before.x0 + before.x1) / 2, high, boxes)
            other = cell_at((after.x0 + after.x1) / 2, high, boxes)
            if one and other and one != other and one[1] == other[1] and one[3] == other[3]:
                boxes = [box for box in boxes if box not in (one, other)]
                boxes.append((min(one[0], other[0]), one[1], max(one[2], other[2]), one[3]))
    return boxes


def _whole_cells(grid: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """The cells, those joined that a rule cuts which no other column has: of labels, and empty ones."""
    left = min(box[0] for box in grid)
    boxes = sorted(grid, key=lambda box: (box[0], box[2], box[1]))
    whole: list[Box] = []
    for box in boxes:
        before = whole[-1] if whole else None
        stacked = before and before[0] == box[0] and before[2] == box[2] and abs(before[3] - box[1]) < 1
        joins = box[0] == left or _is_empty(box, words) or (before is not None and _is_empty(before, words))
        if before and stacked and joins and _only_here(box, grid):
            whole[-1] = (before[0], before[1], box[2], box[3])
        else:
            whole.append(box)
    return whole


def _only_here(box: Box, grid: Sequence[Box]) -> bool:
    """Whether the upper edge of a cell runs into the side of another cell, and ends at none."""
    others = [other for other in grid if other[2] <= box[0] + 1 or other[0] >= box[2] - 1]
    ends = any(abs(other[1] - box[1]) < 2 or abs(other[3] - box[1]) < 2 for other in others)
    return not ends and any(other[1] < box[1] < other[3] for other in others)


def _is_empty(box: Box, words: Sequence[Word]) -> bool:
    return not any(box[0] <= word.middle <= box[2] and box[1] <= height(word) <= box[3] for word in words)


def outline(grid: Sequence[Box]) -> Box:
    """The box around all cells."""
    return min(b[0] for b in grid), min(b[1] for b in grid), max(b[2] for b in grid), max(b[3] for b in grid)


def touches(word: Word, box: Box) -> bool:
    """Whether a word lies over a box, even in part."""
    return word.x1 >= box[0] and word.x0 <= box[2] and word.bottom >= box[1] and word.top <= box[3]


def _split(word: Word, grid: Sequence[Box]) -> list[Word]:
    high = height(word)
    at = [cell_at((glyph.x0 + glyph.x1) / 2, high, grid) for glyph in word.glyphs]
    cuts = [index for index in range(1, len(at)) if at[index] != at[index - 1]]
    pieces: list[Word] = []
    for start, end in pairwise([0, *cuts, len(at)]):
        last = end == len(at)
        joined, broken = word.joined and not start, word.broken and last
        piece = make_word(word.glyphs[start:end], word.size, bold=word.bold, joined=joined, broken=broken)
        pieces.append(replace(piece, glyphs=()))
    return pieces


def height(word: Word) -> float:
    """The middle of the small letters of a word."""
    return word.base - 0.25 * word.size


def cell_at(x: float, y: float, grid: Sequence[Box]) -> Box | None:
    """The cell that a point lies in."""
    return next((box for box in grid if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
