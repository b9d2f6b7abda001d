"""The short summary in plain text that a terminal shows."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from checker.domain import Report
from checker.report import labels
from checker.report.arrange import arrange
from checker.report.changes import Change
from checker.report.points import Point, as_points
from checker.report.sentences import change_line, could_it_go_out, counts_line, reading_lines, title, what_first
from checker.report.words import sentence, shorten, visible

_WIDTH = 100  # columns
_LONGEST = 300  # characters of one line before it is cut
_POINTS, _NOTES = 3, 2


def summary_text(report: Report) -> str:
    """What was read, could it go out, the counts in words and the first three points; no line end last."""
    notes = [sentence(note) for note in report.notes[:_NOTES] if note.strip()]
    lines = [title(report), *reading_lines(report), *notes, "", could_it_go_out(report), counts_line(report), ""]
    lines += _first(report)
    return "\n".join(_laid_out(line) for line in [*lines, labels.CAVEAT])


def _first(report: Report) -> list[str]:
    """The changes to make first; where there are none, the first points."""
    chapters = arrange(report)
    points = as_points(chapters.first, report)
    if chapters.changes:
        leading = [points[change.verdicts[0].finding.id] for change in chapters.changes]
        return _changes(chapters.changes, leading, what_first(report, chapters))
    lines = [f"{point.number}. {_worded(point)}" for point in list(points.values())[:_POINTS]]
    return lines or [what_first(report, chapters)]


def _changes(changes: Sequence[Change], points: Sequence[Point], lead: str) -> list[str]:
    """Each change with the point that leads it."""
    lines = [lead]
    for number, (change, point) in enumerate(zip(changes, points, strict=True), start=1):
        lines.append(f"{number}. {change.do} ({change_line(change)}). {_worded(point)}")
    return lines


def _worded(point: Point) -> str:
    return f"{point.severity_word}: {point.heading}" + (f" ({point.where})" if point.where else "")


def _laid_out(line: str) -> str:
    return fill(shorten(visible(line), _LONGEST), _WIDTH, subsequent_indent="   ") if line else ""
