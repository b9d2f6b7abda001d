"""report.html: one page that needs nothing from outside, is whole without script, and prints whole."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.domain import COPY_OF_OURS, Report
from checker.report import labels, page_parts, sentences, stages, words
from checker.report.arrange import Chapters, arrange
from checker.report.entries import Entry, as_entries
from checker.report.packmap import COLUMNS, LETTER, pack_map
from checker.report.pictures import pictures
from checker.report.points import Point, as_points, cited, where

_HERE = Path(__file__).parent
_CREDITS = 5
_SENTENCES = 5  # worst of the language chapter, shown unfolded
_SHAPES = {
    "critical": "stop", "likely-to-stop-small-firms": "stop", "high": "warn", "some-friction": "warn",
    "medium": "diamond", "low": "dot", "question": "ask", "could-not-tell": "ask", "clear": "tick", "credit": "tick",
}  # fmt: skip


def as_html(report: Report) -> bytes:
    """The report as one UTF-8 page; the same report always gives the same bytes."""
    page = _environment().get_template("report.html.j2").render(_context(report))
    return page.encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.globals["shapes"] = _SHAPES
    environment.globals["copy_of_ours"] = COPY_OF_OURS
    environment.filters |= {
        "clauses": words.clauses,
        "count_word": words.count_word,
        "listing": words.listing,
        "lower_first": words.lower_first,
        "number": words.number,
        "percent": words.percent,
        "plural": words.plural,
        "sentence": words.sentence,
        "short": words.shorten,
        "uk_date": words.uk_date,
        "uk_time": words.uk_time,
        "where": where,
    }
    return environment


def _finalize(value: object) -> object:
    """Every text that enters the page goes through here, so no unseen character gets in by any way."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _own_file(name: str) -> str:
    return (_HERE / "static" / name).read_text(encoding="utf-8")


def _script_hash() -> str:
    """What the page's policy allows to run: our script and nothing else."""
    return "sha256-" + base64.b64encode(hashlib.sha256(_own_file("report.js").encode()).digest()).decode()


def _context(report: Report) -> dict[str, Any]:
    chapters = arrange(report)
    in_order = chapters.in_page_order()
    points = as_points(in_order, report)
    entries = as_entries(report, points)
    return {
        "report": report,
        "labels": labels,
        "past": report.stage == "past",
        "style": Markup(_own_file("report.css")),  # noqa: S704 (our own file)
        "script": Markup(_own_file("report.js")),  # noqa: S704 (our own file)
        "script_hash": _script_hash(),
        "title": sentences.title(report),
        "reading": sentences.reading_lines(report),
        "notes": [note for note in report.notes if note.strip()],
        "keep_until": words.uk_date(report.keep_until) if report.keep_until else "",
        "working_copy": sentences.working_copy(report),
        "answer": page_parts.answer(report),
        "owners": sentences.owners_line(report),
        "counts": sentences.counts_line(report),
        "what_first": sentences.what_first(report, chapters),
        "first_heading": stages.FIRST_HEADING[stages.manner(report.stage)],
        "may_keep": stages.MAY_KEEP[stages.manner(report.stage)],
        "state_means": stages.state_means(report.stage),
        "closing": stages.closing_line(report),
        "bid_figures": page_parts.bid_figures(report.bid),
        "steps": tuple(page_parts.step(state, points) for state in report.journey),
        "pictures": pictures(report),
        "maps": pack_map(report, points),
        "letters": LETTER,
        "columns": COLUMNS,
        "filters": page_parts.filters(report, [entries[verdict.finding.id] for verdict in in_order]),
        "cited_sources": cited(report),
        "facts": page_parts.fact_rows(report),
        "facts_not_found": page_parts.facts_not_found(report),
        "credits": page_parts.credit_rows(report.credits),
        "credits_shown": _CREDITS,
        "decisions": page_parts.decision_rows(report, points),
        **_chapters(chapters, points, entries),
    }


def _chapters(chapters: Chapters, points: dict[str, Point], entries: dict[str, Entry]) -> dict[str, Any]:
    """The entries of each chapter; chapters name those that stand in full above, too."""
    early = (*chapters.first, *chapters.questions)
    above = {theme: tuple(v for v in early if v.chapter == "barriers" and v.theme == theme) for theme in labels.THEME}
    later = dict(chapters.themes)
    language = tuple(entries[verdict.finding.id] for verdict in chapters.language)
    return {
        "changes": [page_parts.change_row(change, points) for change in chapters.changes],
        "later": [page_parts.change_row(change, points) for change in chapters.later],
        "first": tuple(entries[verdict.finding.id] for verdict in chapters.first),
        "questions": tuple(entries[verdict.finding.id] for verdict in chapters.questions),
        "mistakes": tuple(entries[verdict.finding.id] for verdict in chapters.mistakes),
        "mistakes_above": tuple(entries[v.finding.id] for v in early if v.chapter == "mistakes"),
        "themes": tuple(
            {
                "name": labels.THEME.get(theme, theme.capitalize()),
                "counts": _counts([points[v.finding.id] for v in (*above.get(theme, ()), *later.get(theme, ()))]),
                "above": tuple(entries[verdict.finding.id] for verdict in above.get(theme, ())),
                "points": tuple(entries[verdict.finding.id] for verdict in later.get(theme, ())),
            }
            for theme in dict.fromkeys([*labels.THEME, *later])
            if above.get(theme) or later.get(theme)
        ),
        "sentences_shown": language[:_SENTENCES],
        "sentences_folded": language[_SENTENCES:],
        "files": tuple(entries[verdict.finding.id] for verdict in chapters.files),
        "standing": tuple(
            {
                "line": fold.line,
                "newer": fold.newer,
                "unseen": len(fold.unseen),
                "points": tuple(entries[verdict.finding.id] for verdict in verdicts),
            }
            for fold, verdicts in chapters.standing
        ),
    }


def _counts(points: list[Point]) -> str:
    return sentences.theme_counts([point.severity for point in points])
