"""Lines of one column to headings, paragraphs and list items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.domain import BlockKind
from checker.ingest.pdf_drafts import Draft, ended, opens_low
from checker.ingest.pdf_hyphens import SHORT_LEADER, Vocabulary, join_lines
from checker.ingest.pdf_lines import Line
from checker.ingest.pdf_marks import Mark, find_mark, unglue

SPACING = 1.3  # times the usual distance between lines: more begins a new paragraph
HEADING_WORDS = 16
BIGGER = 1.12  # times the size of body text
LEADER_LINE = re.compile(r"[.·…_]{6,}|(\.\s){6}|[.·…]{4,}\s*\d{0,4}$")
VERBS = frozenset(
    ("is", "are", "must", "shall", "will", "should", "may", "has", "have", "can", "was", "were", "be", "do", "does")
)
SECTION = re.compile(r"(section|part|appendix|annex|schedule|lot|stage|volume|chapter)\s+[\w.]{1,5}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """What is usual in a file: the size of its type, and its words."""

    size: float
    vocabulary: Vocabulary


@dataclass(slots=True)
class _Group:
    lines: list[Line]
    mark: Mark | None

    @property
    def text_x0(self) -> float:
        """Where the text behind the mark begins."""
        first = self.lines[0]
        skip = self.mark.words if self.mark else 0
        return first.words[skip].x0 if len(first.words) > skip else first.x0


def make_paragraphs(lines: Sequence[Line], page: int, body: Body, *, margin: float = 0.0) -> list[Draft]:
    """Drafts of the lines of one column, top to bottom; `margin` is where its right margin must be at least."""
    if not lines:
        return []
    edges = _edges(lines, margin)
    leading = _leading(lines)
    groups: list[_Group] = []
    for given in lines:
        right = edges[round(given.size)]
        before = groups[-1] if groups else None
        fresh = before is None or _is_fresh(before, given, right, leading)
        line = Line(unglue(given.words)) if fresh else given
        mark = find_mark(line.words, fresh=fresh)
        if before is None or mark is not None or _is_footnote(line) or _breaks(before, line, right, leading):
            groups.append(_Group([line], mark))
        else:
            before.lines.append(line)
    return [_draft(group, page, body, edges[round(group.lines[-1].size)]) for group in groups]


def _edges(lines: Sequence[Line], margin: float) -> dict[int, float]:
    """The right edge of the text of each size: larger type is often set narrower."""
    right = max(right_edge(lines), margin)
    edges: dict[int, float] = {}
    for size in {round(line.size) for line in lines}:
        same = [line for line in lines if round(line.size) == size and len(line.words) >= 5]
        edges[size] = right_edge(same) if len(same) >= 5 and right_edge(same) > 0.7 * right else right
    return edges


def _is_footnote(line: Line) -> bool:
    """Whether a line begins with a small raised number."""
    first = line.words[0]
    raised = first.size < 0.8 * line.size and first.base < line.base - 0.15 * line.size
    return raised and len(line.words) > 1 and first.text[:2].isdigit()


def right_edge(lines: Sequence[Line]) -> float:
    """Where lines of text end at the right."""
    long = [line.x1 for line in lines if len(line.words) >= 5]
    return max(long or [line.x1 for line in lines])


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance from line to line, as a multiple of the size of the type."""
    steps = [
        (after.base - before.base) / max(before.size, 1.0)
        for before, after in pairwise(lines)
        if 0 < after.base - before.base < 2.2 * before.size and abs(after.size - before.size) < 1
    ]
    if not steps:
        return 1.2
    counts = Counter(round(step * 20) / 20 for step in steps)
    common, times = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    usual = common if times >= 3 else median([step for step in steps if step < min(steps) * 1.35])
    return min(max(usual, 1.0), 1.9)


def _is_fresh(before: _Group, line: Line, right: float, leading: float) -> bool:
    last = before.lines[-1]
    listed = before.mark is not None and line.x0 < before.lines[0].x0 + 3
    if LEADER_LINE.search(last.text):
        return True
    return listed or ended(last.text) or _is_apart(last, line, leading) or _would_fit(last, line, right)


def _is_apart(last: Line, line: Line, leading: float) -> bool:
    size = max(last.size, line.size) if abs(last.size - line.size) > 2 else last.size
    step = line.base - last.base
    running_on = opens_low(line.text) and not ended(last.text)
    return step > (SPACING if not running_on else 1.45) * leading * size or step < -0.5 * size


def _would_fit(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line had room at the end of the line before, so the break is deliberate."""
    first = line.words[0]
    return last.x1 + 0.4 * last.size + (first.x1 - first.x0) < right - 0.015 * right


def _breaks(before: _Group, line: Line, right: float, leading: float) -> bool:
    last = before.lines[-1]
    if _is_apart(last, line, leading) or LEADER_LINE.search(last.text):
        return True
    if LEADER_LINE.search(line.text):
        running_on = opens_low(line.text) and not ended(last.text)
        return not running_on and _would_fit(last, line, right)
    if abs(last.size - line.size) > 0.15 * last.size and not opens_low(line.text):
        return True
    if _is_styled(before) != line.bold and (line.bold or len(before.lines) < 3) and _style_ends(before, line, right):
        return True
    if opens_low(line.text) and not ended(last.text):
        return False
    if _would_fit(last, line, right):
        return not (last.bold and line.bold and _is_centred_pair(last, line))
    indent = line.x0 - (before.text_x0 if len(before.lines) == 1 else before.lines[-1].x0)
    outdented = indent < -2.0 * line.size and len(before.lines) > 1
    return (outdented or indent > 2.0 * line.size) and ended(last.text)


def _is_styled(group: _Group) -> bool:
    return all(line.bold for line in group.lines)


def _style_ends(before: _Group, line: Line, right: float) -> bool:
    """Whether the change between bold and plain is one of paragraph, not of emphasis within it."""
    last = before.lines[-1]
    if line.bold:
        return ended(last.text) or _would_fit(last, line, right)
    return _would_fit(last, line, right) or (not opens_low(line.text) and not last.text.endswith((",", "and", "or")))


def _is_centred_pair(last: Line, line: Line) -> bool:
    return abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 6 and abs(last.x0 - line.x0) > 6


def _draft(group: _Group, page: int, body: Body, right: float) -> Draft:
    mark = group.mark
    text, dropped = join_lines(group.lines, body.vocabulary, skip=mark.words if mark else 0)
    contents = _is_contents(group.lines[-1])
    number = mark.number if mark else None
    if mark:
        printed = sum(len(word.text) for word in group.lines[0].words[: mark.words])
        dropped += printed - len(number or "")
    last = group.lines[-1]
    bold = _is_styled(group)
    size = group.lines[0].size
    if not text and number:
        text, number = number, None
    return Draft(
        text=text,
        kind="paragraph" if contents else _kind(text, mark, body, size, bold=bold, lines=len(group.lines)),
        page=page,
        number=number,
        depth=mark.depth if mark else 0,
        size=size,
        bold=bold,
        x0=group.lines[0].x0,
        full=last.x1 > right - 0.2 * (right - last.x0),
        dropped=dropped,
        part="footnote" if _is_footnote(group.lines[0]) else "body",
    )


def _is_contents(line: Line) -> bool:
    """Whether a line ends in a page number set apart, as in a table of contents."""
    last = line.words[-1]
    gap = last.x0 - line.words[-2].x1 if len(line.words) > 1 else 0.0
    return last.text.isdigit() and len(last.text) < 4 and gap > 2 * last.size


def _kind(text: str, mark: Mark | None, body: Body, size: float, *, bold: bool, lines: int) -> BlockKind:
    if _is_heading(text, mark, body, size, bold=bold, lines=lines):
        return "heading"
    return "item" if mark and mark.listed else "paragraph"


def _is_heading(text: str, mark: Mark | None, body: Body, size: float, *, bold: bool, lines: int) -> bool:
    words = text.split()
    if not words or len(words) > HEADING_WORDS or lines > 3 or not any(c.isalpha() for c in text):
        return False
    if mark and mark.number is None:
        return False  # a bullet
    if text.endswith((";", ",", " and", " or")) or SHORT_LEADER in text or opens_low(text):
        return False
    if text.endswith("."):
        return bool(bold and mark and not mark.listed and len(words) <= 8 and not _has_verb(words))
    bigger = size > BIGGER * body.size
    capitals = text.upper() == text and any(len(word) > 3 and word.isalpha() for word in words)
    if bigger or bold:
        return True
    if text.endswith(":") or lines > 1:
        return False
    if capitals and len(words) <= 12:
        return True
    if SECTION.match(text) and len(words) <= 8:
        return True
    return bool(mark and not mark.listed and mark.depth >= 2 and len(words) <= 8 and not _has_verb(words))


def _has_verb(words: Sequence[str]) -> bool:
    """A short numbered clause ("Tenders must be signed") is a clause, not a heading."""
    return any(word.lower().strip("?,:") in VERBS for word in words)
