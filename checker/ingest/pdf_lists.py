"""Labels and values without rules: lines whose second piece begins at the same place become rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_hyphens import Vocabulary, join_lines
from checker.ingest.pdf_lines import Line
from checker.ingest.pdf_marks import find_mark
from checker.ingest.pdf_rows import row_draft
from checker.ingest.pdf_words import Word

SAME = 2.5  # points
WIDE = 1.4  # of the size of the type: the least gap before a value
LABEL_WORDS = 9
CLOSE = 1.5  # of the size: the distance of a wrapped line


@dataclass(frozen=True, slots=True)
class ListRows:
    """Consecutive rows, each a tuple of cells, each cell the lines in it."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    columns: tuple[int, ...]


def find_lists(lines: Sequence[Line]) -> list[list[Line] | ListRows]:
    """The lines in order, with runs of labels and values taken together."""
    found: list[list[Line] | ListRows] = []
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        taken = _list_at(lines, index)
        if taken is None:
            plain.append(lines[index])
            index += 1
            continue
        rows, index = taken
        if plain:
            found.append(plain)
            plain = []
        found.append(rows)
    if plain:
        found.append(plain)
    return found


def list_drafts(rows: ListRows, table: int, page: int, vocabulary: Vocabulary) -> list[Draft]:
    drafts = []
    for row in rows.rows:
        texts = [join_lines(cell, vocabulary) if cell else ("", 0) for cell in row]
        cells = [text for text, _ in texts]
        header = row is rows.rows[0] and _is_header(rows)
        dropped = sum(lost for _, lost in texts)
        drafts.append(row_draft(cells, page, table, rows.columns, header=header, dropped=dropped))
    return drafts


def _is_header(rows: ListRows) -> bool:
    """Whether the first row is bold in every cell, and the others are not."""
    bold = [all(line.bold for cell in row for line in cell) for row in rows.rows]
    return bold[0] and not any(bold[1:]) and sum(1 for cell in rows.rows[0] if cell) > 1


def _pieces(line: Line) -> list[tuple[Word, ...]]:
    """The segments of a line, a clause number or bullet together with the text behind it."""
    segments = list(line.segments)
    if len(segments) > 1 and (mark := find_mark(line.words)) and len(segments[0]) == mark.words:
        segments = [segments[0] + segments[1], *segments[2:]]
    return segments


def _list_at(lines: Sequence[Line], start: int) -> tuple[ListRows, int] | None:
    first = _pieces(lines[start])
    if not _may_open(first, lines[start]):
        return None
    columns = [piece[0].x0 for piece in first]
    rows: list[list[list[Line]]] = [[[Line(piece)] for piece in first]]
    full = 1
    index = start + 1
    while index < len(lines):
        pieces = _pieces(lines[index])
        places = _places(pieces, columns) or _new_column(pieces, columns, rows)
        if places is None:
            break
        close = lines[index].base - lines[index - 1].base < CLOSE * lines[index].size
        if len(pieces) > 1 and 0 in places:
            rows.append([[] for _ in columns])
            full += 1
        elif not close or (0 in places and _label_done(rows[-1])):
            if 0 not in places or not _list_goes_on(lines, index + 1, columns):
                break
            rows.append([[] for _ in columns])
        for place, piece in zip(places, pieces, strict=True):
            rows[-1][place].append(Line(piece))
        index += 1
    if full < 2 or not _is_list(rows):
        return None
    return ListRows(tuple(tuple(tuple(cell) for cell in row) for row in rows), tuple(round(x) for x in columns)), index


def _may_open(pieces: Sequence[tuple[Word, ...]], line: Line) -> bool:
    if not 2 <= len(pieces) <= 6 or len(pieces[0]) > LABEL_WORDS:
        return False
    gaps = [after[0].x0 - before[-1].x1 for before, after in pairwise(pieces)]
    return min(gaps) > WIDE * line.size


def _places(pieces: Sequence[tuple[Word, ...]], columns: Sequence[float]) -> list[int] | None:
    """The column of each piece; None where one stands in none or runs over into the next."""
    places: list[int] = []
    for piece in pieces:
        place = next((i for i, x in enumerate(columns) if abs(piece[0].x0 - x) <= SAME), None)
        if place is None or (place + 1 < len(columns) and piece[-1].x1 > columns[place + 1] - 2):
            return None
        places.append(place)
    return places


def _new_column(
    pieces: Sequence[tuple[Word, ...]], columns: list[float], rows: Sequence[list[list[Line]]]
) -> list[int] | None:
    """A further column to the right, which only some of the lines have; added to `columns` and `rows`."""
    places = _places(pieces[:-1], columns)
    last = pieces[-1][0]
    if places is None or len(places) != len(columns) or len(pieces) < 2 or last.x0 < columns[-1] + WIDE * last.size:
        return None
    if any(line.x1 > last.x0 - 2 for row in rows for line in row[-1]):
        return None
    columns.append(last.x0)
    for row in rows:
        row.append([])
    return [*places, len(columns) - 1]


def _label_done(row: Sequence[Sequence[Line]]) -> bool:
    """Whether the label of the last row cannot go on: it ends in a colon, or its value has wrapped beyond it."""
    return not row[0] or row[0][-1].text.endswith(":") or any(len(cell) > len(row[0]) for cell in row[1:])


def _list_goes_on(lines: Sequence[Line], index: int, columns: Sequence[float]) -> bool:
    if index >= len(lines):
        return False
    pieces = _pieces(lines[index])
    places = _places(pieces, columns)
    return places is not None and 0 in places and len(pieces) > 1


def _is_list(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Short labels, and no column of mere marks: those are numbered clauses."""
    labels = [line.text for row in rows for line in row[0]]
    if not labels or any(len(label.split()) > LABEL_WORDS for label in labels):
        return False
    return any(len(label) > 2 and any(c.isalpha() for c in label) for label in labels)
