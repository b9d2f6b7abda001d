"""The short summary in plain text that a terminal shows."""

from __future__ import annotations

from textwrap import fill

from checker.domain import Report
from checker.report import labels
from checker.report.arrange import arrange
from checker.report.points import as_points
from checker.report.sentences import could_it_go_out, counts_line, reading_lines, title, what_first
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
    chapters = arrange(report)
    points = as_points(chapters.first[:_POINTS], report).values()
    lines = [f"{p.number}. {p.severity_word}: {p.heading}" + (f" ({p.where})" if p.where else "") for p in points]
    return lines or [what_first(report, chapters)]


def _laid_out(line: str) -> str:
    return fill(shorten(visible(line), _LONGEST), _WIDTH, subsequent_indent="   ") if line else ""
