"""The facts of a tender by themselves: as a table for the terminal and as JSON."""

from __future__ import annotations

import json
import textwrap

from checker.domain import Fact, Facts
from checker.report import words
from checker.report.as_json import fact_as_dict

WIDTH, NAME, VALUE = 100, 30, 32  # characters: the line, and its first two columns


def facts_as_json(facts: Facts) -> str:
    """A JSON list of the facts in the form of report.json."""
    return json.dumps([fact_as_dict(fact) for fact in facts.all], ensure_ascii=False, indent=2)


def facts_as_text(facts: Facts) -> str:
    """A line or more a fact: name, value, status and place, and below it the words or the working."""
    if not facts.all:
        return "No facts were found."
    return "\n".join(line for fact in facts.all for line in _lines(fact))


def _lines(fact: Fact) -> list[str]:
    name = words.fact_name(fact.name) + (f" (lot {fact.lot})" if fact.lot else "")
    value = words.visible(words.fact_value(fact.name, fact.value, fact.unit))
    lines = [f"{name:<{NAME}} {value:<{VALUE}} {fact.status}{_place(fact)}"]
    said = f"“{words.visible(' '.join(fact.quote.split()))}”" if fact.quote else fact.how
    return lines + textwrap.wrap(said, WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 4)


def _place(fact: Fact) -> str:
    if fact.location is None:
        return ""
    page = f", page {fact.location.page}" if fact.location.page else ""
    clause = f", {words.clauses([fact.clause])}" if fact.clause else ""
    return f" in {words.visible(fact.location.document)}{page}{clause}"
