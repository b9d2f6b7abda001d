"""report.html: one page that needs nothing from outside, no script, and prints whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.domain import Credit, Fact, Report, StepState
from checker.report import labels, sentences, words
from checker.report.arrange import Chapters, arrange
from checker.report.points import Passage, Point, as_points, cited, cut, where
from checker.settings import FACTS

_HERE = Path(__file__).parent
_CREDITS = 5
_POINTS = 8  # links a step of the journey shows
_SENTENCES = 5  # worst of the language chapter, shown unfolded


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
    environment.filters |= {
        "count_word": words.count_word,
        "listing": words.listing,
        "number": words.number,
        "percent": words.percent,
        "plural": words.plural,
        "sentence": words.sentence,
        "uk_date": words.uk_date,
        "uk_time": words.uk_time,
        "where": where,
    }
    return environment


def _finalize(value: object) -> object:
    """Every text that enters the page goes through here, so no unseen character gets in by any way."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _context(report: Report) -> dict[str, Any]:
    chapters = arrange(report)
    points = as_points(chapters.in_page_order(), report)
    return {
        "report": report,
        "labels": labels,
        "style": Markup((_HERE / "static" / "report.css").read_text(encoding="utf-8")),  # noqa: S704 (our own file)
        "title": sentences.title(report),
        "reading": sentences.reading_lines(report),
        "could_it_go_out": sentences.could_it_go_out(report),
        "counts": sentences.counts_line(report),
        "what_first": sentences.what_first(report, chapters),
        "bid_sizes": sentences.bid_sizes(report),
        "steps": tuple(_step(state, points) for state in report.journey),
        "cited_sources": cited(report),
        "facts": tuple(_fact_row(fact) for fact in report.facts.all),
        "facts_not_found": _facts_not_found(report),
        "credits": _credit_rows(report.credits),
        "credits_shown": _CREDITS,
        **_chapters(chapters, points),
    }


def _chapters(chapters: Chapters, points: dict[str, Point]) -> dict[str, Any]:
    """The points of each chapter; chapters name the points that stand in full above, too."""
    early = (*chapters.first, *chapters.questions)
    above = {theme: tuple(v for v in early if v.chapter == "barriers" and v.theme == theme) for theme in labels.THEME}
    later = dict(chapters.themes)
    language = tuple(points[verdict.finding.id] for verdict in chapters.language)
    return {
        "first": tuple(points[verdict.finding.id] for verdict in chapters.first),
        "questions": tuple(points[verdict.finding.id] for verdict in chapters.questions),
        "mistakes": tuple(points[verdict.finding.id] for verdict in chapters.mistakes),
        "mistakes_above": tuple(points[v.finding.id] for v in early if v.chapter == "mistakes"),
        "themes": tuple(
            {
                "name": labels.THEME.get(theme, theme.capitalize()),
                "counts": _counts([points[v.finding.id] for v in (*above.get(theme, ()), *later.get(theme, ()))]),
                "above": tuple(points[verdict.finding.id] for verdict in above.get(theme, ())),
                "points": tuple(points[verdict.finding.id] for verdict in later.get(theme, ())),
            }
            for theme in dict.fromkeys([*labels.THEME, *later])
            if above.get(theme) or later.get(theme)
        ),
        "sentences_shown": language[:_SENTENCES],
        "sentences_folded": language[_SENTENCES:],
        "files": tuple(points[verdict.finding.id] for verdict in chapters.files),
    }


def _step(state: StepState, points: dict[str, Point]) -> dict[str, Any]:
    known = sorted((points[key] for key in state.findings if key in points), key=lambda point: point.number)
    return {"step": state.step, "state": state.state, "points": known[:_POINTS], "more": len(known[_POINTS:])}


def _counts(points: list[Point]) -> str:
    return sentences.theme_counts([point.severity for point in points])


def _fact_row(fact: Fact) -> dict[str, Any]:
    place = f"page {fact.location.page}" if fact.location and fact.location.page is not None else ""
    clause = f"clause {fact.clause}" if fact.clause else ""
    document = fact.location.document if fact.location else ""
    return {
        "name": words.fact_name(fact.name) + (f", lot {fact.lot}" if fact.lot else ""),
        "value": words.fact_value(fact.name, fact.value, fact.unit),
        "where": ", ".join(part for part in (document, place, clause) if part),
        "quote": fact.quote,
        "status": labels.STATUS[fact.status],
        "conflicting": fact.status == "conflicting",
        "how": words.sentence(fact.how),
    }


def _facts_not_found(report: Report) -> tuple[str, ...]:
    known = {fact.name for fact in report.facts.all}
    return tuple(name for code, name in labels.FACT.items() if code in FACTS and code not in known)


def _credit_rows(credits: tuple[Credit, ...]) -> tuple[dict[str, Any], ...]:
    """One row a kind of good practice: its first words, and every place of it."""
    kinds: dict[str, list[Credit]] = {}
    for credit in credits:
        kinds.setdefault(credit.rule_id, []).append(credit)
    return tuple(
        {"message": same[0].message, "passage": Passage(where([c.place for c in same]), cut(same[0].place))}
        for same in kinds.values()
    )
