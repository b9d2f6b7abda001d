"""The HTML pages of the record: the look of the report, escaping on, nothing from outside, no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker import report
from checker.report import labels, words
from checker.report.points import where

_HERE = Path(report.__file__).parent


def render(template: str, **context: Any) -> bytes:
    """One page as UTF-8; the same values always give the same bytes."""
    style = (_HERE / "static" / "report.css").read_text(encoding="utf-8")
    page = _environment().get_template(template)
    return page.render(style=Markup(style), labels=labels, **context).encode("utf-8")  # noqa: S704 (our own file)


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
        "clauses": words.clauses,
        "count_word": words.count_word,
        "listing": words.listing,
        "plural": words.plural,
        "sentence": words.sentence,
        "shorten": words.shorten,
        "uk_date": words.uk_date,
        "where": lambda place: where((place,)),
    }
    return environment


def _finalize(value: object) -> object:
    """Every text that enters the page goes through here, so no unseen character gets in by any way."""
    return words.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
