"""Words to lines, and lines to reading order: one column after the other, never interleaved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.ingest.pdf_words import Word

GUTTER = 9.0  # points of white between two columns
GAP = 1.3  # of the size of the type: more than this between words is more than a space
COLUMN_LINES = 6
PROSE_WORDS = 4.0  # words a line; lists of labels and values have fewer


@dataclass(frozen=True)
class Line:
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def tallest(self) -> Word:
        return max(self.words, key=lambda word: (word.size, len(word.text)))

    @cached_property
    def base(self) -> float:
        return self.tallest.base

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """Height of most of the type, in points."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
        return max(weights, key=lambda size: (weights[size], size))

    @cached_property
    def bold(self) -> bool:
        marked = [word.bold for word in self.words if any(c.isalnum() for c in word.text)]
        return bool(marked) and all(marked)

    @cached_property
    def text(self) -> str:
        return spell(self.words)

    @cached_property
    def segments(self) -> tuple[tuple[Word, ...], ...]:
        """The words between gaps that are wider than a space."""
        found: list[list[Word]] = []
        for word in self.words:
            if found and word.x0 - found[-1][-1].x1 <= GAP * max(word.size, found[-1][-1].size):
                found[-1].append(word)
            else:
                found.append([word])
        return tuple(tuple(words) for words in found)

    @property
    def broken(self) -> bool:
        return self.words[-1].broken


def spell(words: Sequence[Word]) -> str:
    """Words with a space between, but for pieces of one word ("28" and a raised "th")."""
    text = ""
    before: Word | None = None
    for word in words:
        touching = before is not None and word.joined and word.x0 - before.x1 < 0.2 * max(word.size, before.size)
        text += word.text if before is None or touching else " " + word.text
        before = word
    return text


def make_lines(words: Iterable[Word]) -> list[Line]:
    """Lines from top to bottom; raised and lowered pieces stay with the line they belong to."""
    groups: list[list[Word]] = []
    leaders: list[Word] = []  # the tallest word of each group, which sets its base
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        if groups and _same_line(leaders[-1], word, groups[-1]):
            groups[-1].append(word)
            if word.size > leaders[-1].size:
                leaders[-1] = word
        else:
            groups.append([word])
            leaders.append(word)
    return [Line(tuple(sorted(group, key=lambda word: word.x0))) for group in groups]


def _same_line(leader: Word, word: Word, group: list[Word]) -> bool:
    apart = abs(word.base - leader.base)
    if apart <= 0.2 * min(word.size, leader.size):
        return True
    small = min(word.size, leader.size) < 0.8 * max(word.size, leader.size)
    if apart > (0.62 if small else 0.42) * max(word.size, leader.size):
        return False
    # Further off only small raised or lowered pieces belong here, and nothing that would lie over other words
    return not any(word.x0 < other.x1 - 1 and word.x1 > other.x0 + 1 for other in group)


def reading_order(words: Sequence[Word], width: float) -> list[list[Line]]:
    """Regions of lines in the order they are read; each region is one column."""
    lines = make_lines(words)
    cut = _gutter(lines, width)
    if cut is None:
        return [lines] if lines else []
    first, last, x = cut
    inside = [word for line in lines[first : last + 1] for word in line.words]
    regions = reading_order([word for line in lines[:first] for word in line.words], width)
    regions += reading_order([word for word in inside if word.middle < x], width)
    regions += reading_order([word for word in inside if word.middle >= x], width)
    regions += reading_order([word for line in lines[last + 1 :] for word in line.words], width)
    return regions


def _gutter(lines: list[Line], width: float) -> tuple[int, int, float] | None:
    """The longest run of lines with the same white strip through prose: first line, last line, its middle."""
    if len(lines) < COLUMN_LINES:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    best: tuple[int, tuple[int, int, float]] | None = None
    step = max((right - left) / 100, 2.0)
    x = left + (right - left) * 0.25
    while x < left + (right - left) * 0.75:
        for first, last in _clear_runs(lines, x):
            found = _column_lines(lines[first : last + 1], x, width)
            if found and (best is None or found > best[0]):
                best = (found, (first, last, x))
        x += step
    return best[1] if best else None


def _clear_runs(lines: list[Line], x: float) -> Iterable[tuple[int, int]]:
    """Runs of consecutive lines with nothing within half a gutter of `x`."""
    start: int | None = None
    for index, line in enumerate(lines):
        crossed = any(word.x0 < x + GUTTER / 2 and word.x1 > x - GUTTER / 2 for word in line.words)
        if crossed and start is not None:
            yield start, index - 1
            start = None
        elif not crossed and start is None:
            start = index
    if start is not None:
        yield start, len(lines) - 1


def _column_lines(lines: list[Line], x: float, width: float) -> int:
    """How many lines stand in columns on both sides of `x`; 0 where it is not prose on both."""
    if len(lines) < COLUMN_LINES:
        return 0
    sides = [
        make_lines([word for line in lines for word in line.words if (word.middle < x) == is_left])
        for is_left in (True, False)
    ]
    if any(not _is_column(side, width) for side in sides):
        return 0
    return min(len(side) for side in sides)


def _is_column(lines: list[Line], width: float) -> bool:
    if len(lines) < COLUMN_LINES:
        return False
    wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    whole = sum(1 for line in lines if len(line.segments) == 1 or len(line.segments[0]) == 1)
    full = sum(1 for line in lines if line.x1 - line.x0 > 0.6 * wide)
    words = sum(len(line.words) for line in lines) / len(lines)
    return wide > 0.2 * width and full >= len(lines) / 2 and whole >= 0.8 * len(lines) and words >= PROSE_WORDS
