"""Tables without rules whose cells wrap: columns that begin at one place, rows set apart by white space."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.ingest.pdf_lines import Line, make_lines
from checker.ingest.pdf_marks import BULLETS, is_number
from checker.ingest.pdf_tables import Cell, Table
from checker.ingest.pdf_words import Word

SAME = 1.5  # points: pieces of one column begin as near to each other
STARTS = 3  # lines that begin a piece at one place before it is taken for a column
SPACE = 0.35  # of the size: the least gap before a column
WIDE = 1.3  # of the size: justified text has no such gaps at one place, ragged cells have some
ROW_GAP = 1.28  # times the usual distance of lines: more begins a new row
SHORT_ROW = 4  # lines: rows no higher than this on average are a table even where all cells are of one height
ROW_LINES = 14  # more lines a row are columns of text, not a table


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table and the lines it takes, from `first` to `last`."""

    first: int
    last: int
    table: Table


def find_aligned(words: Sequence[Word]) -> tuple[list[Line], Aligned | None]:
    """The lines of the words, and the largest aligned table among them."""
    lines = make_lines(words)
    best: Aligned | None = None
    for x in _column_starts(lines):
        for first, last in _runs(lines, x):
            if best and last - first <= best.last - best.first:
                continue
            if table := _table(lines[first : last + 1]):
                best = Aligned(first, last, table)
    return lines, best


def _column_starts(lines: Sequence[Line]) -> list[float]:
    """Places right of the margin where several lines begin a piece."""
    left = min(line.x0 for line in lines) if lines else 0.0
    starts = Counter(round(word.x0 / SAME) for line in lines for word in _openers(line, left))
    near = {x: starts[x - 1] + starts[x] + starts[x + 1] for x in starts}
    peaks = [x for x, times in near.items() if times >= STARTS and starts[x] >= max(starts[x - 1], starts[x + 1])]
    return [x * SAME for x in sorted(peaks, key=lambda x: (-near[x], x))[:12]]


def _openers(line: Line, left: float) -> Iterator[Word]:
    """Words behind a gap, and the first where it stands well to the right."""
    if line.x0 > left + 2 * line.size:
        yield line.words[0]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 >= SPACE * word.size:
            yield word


def _runs(lines: Sequence[Line], x: float) -> Iterator[tuple[int, int]]:
    """Consecutive lines that nothing crosses at `x`, from the first to the last that begins a piece there."""
    first: int | None = None
    last = 0
    for index, line in enumerate(lines):
        side = _side(line, x)
        if side == "crossed":
            if first is not None:
                yield first, last
            first = None
        elif side == "begins" and first is None:
            first = last = index
        elif first is not None and (side != "left" or index - last <= 2):
            last = index
    if first is not None:
        yield first, last


def _side(line: Line, x: float) -> str:
    left = [word for word in line.words if word.x0 < x - 2 * SAME]
    right = [word for word in line.words if word.x0 >= x - 2 * SAME]
    if left and max(word.x1 for word in left) > x + 0.5:
        return "crossed"
    if not right:
        return "left"
    if abs(right[0].x0 - x) <= 2 * SAME:
        return "begins"
    text_runs_on = left and right[0].x0 - max(word.x1 for word in left) < WIDE * line.size
    return "crossed" if text_runs_on else "right"


def _table(lines: Sequence[Line]) -> Table | None:
    columns = _columns(lines)
    if len(columns) < 2 or len(lines) < 4:
        return None
    bands = _bands(lines, columns)
    if len(bands) < (2 if len(columns) > 2 else 3) or len(lines) > ROW_LINES * len(bands):
        return None
    rows = tuple(_row(band, columns) for band in bands)
    return Table(rows, _box(lines), tuple(round(x) for x in columns)) if _is_table(rows) else None


def _columns(lines: Sequence[Line]) -> list[float]:
    """The left edge, and every place that all lines leave free and several begin at."""
    found = [min(line.x0 for line in lines)]
    for x in sorted(_column_starts(lines)):
        sides = [_side(line, x) for line in lines]
        enough = sides.count("begins") >= min(STARTS, len(lines) // 3 + 1)
        if "crossed" not in sides and enough and x - found[-1] > 12 and _is_ragged(lines, x):
            found.append(x)
    return found


def _is_ragged(lines: Sequence[Line], x: float) -> bool:
    """Whether the text left of `x` often ends well before it, or is not there."""
    gaps: list[float] = []
    for line in lines:
        left = [word.x1 for word in line.words if word.x0 < x - 2 * SAME]
        if left and any(word.x0 >= x - 2 * SAME for word in line.words):
            gaps.append((x - max(left)) / line.size)
    alone = sum(1 for line in lines if abs(line.x0 - x) <= 2 * SAME)
    return alone >= len(lines) / 2 or sum(1 for gap in gaps if gap >= WIDE) >= max(2, 0.3 * len(gaps))


def _bands(lines: Sequence[Line], columns: Sequence[float]) -> list[list[Line]]:
    """The lines of each row; a gap within one column only does not begin a row."""
    steps = [after.base - before.base for before, after in pairwise(lines)]
    usual = Counter(round(step) for step in steps if step > 0.9 * lines[0].size).most_common()
    if not usual:
        return []
    common = min(step for step, times in usual if times >= usual[0][1] / 3)
    bands = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        filled = {_column(word, columns) for word in line.words}
        if step > ROW_GAP * common and (len(filled) > 1 or 0 in filled):
            bands.append([line])
        else:
            bands[-1].append(line)
    return bands


def _column(word: Word, columns: Sequence[float]) -> int:
    return max(index for index, x in enumerate(columns) if index == 0 or word.x0 >= x - 2 * SAME)


def _row(band: Sequence[Line], columns: Sequence[float]) -> tuple[Cell, ...]:
    words: list[list[Word]] = [[] for _ in columns]
    for line in band:
        for word in line.words:
            words[_column(word, columns)].append(word)
    box = _box(band)
    return tuple(Cell(index, 1, tuple(cell), box) for index, cell in enumerate(words))


def _box(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    return (
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Cells that wrap, of uneven height, in two columns at least besides those of mere marks."""
    if sum(1 for column in range(len(rows[0])) if not _is_marks(rows, column)) < 2 or _is_contents(rows):
        return False
    heights = [[len({round(word.base) for word in cell.words}) for cell in row] for row in rows]
    wrapped = sum(1 for row in heights if max(row) > 1 and sum(1 for high in row if high) > 1)
    uneven = sum(1 for row in heights if len(set(row)) > 1 or max(row) == 1)
    short = sum(max(row) for row in heights) <= SHORT_ROW * len(rows)
    return wrapped >= max(2, len(rows) / 3) and (short or uneven >= len(rows) / 2)


def _is_marks(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether most cells of a column hold clause numbers or bullets and nothing else."""
    filled = [row[column].words for row in rows if row[column].words]
    return sum(1 for words in filled if all(_is_mark(word.text) for word in words)) >= len(filled) / 2


def _is_mark(text: str) -> bool:
    return is_number(text) or text in BULLETS or len(text) <= 3


def _is_contents(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the last column is page numbers."""
    last = [word.text for row in rows for word in row[-1].words if word.text.lower() != "page"]
    numbers = [int(text) for text in last if text.isdecimal() and len(text) < 4]
    return len(numbers) > 3 and len(numbers) == len(last) and numbers == sorted(numbers)
