"""A sentence that stands in the pack twice, word for word but for one number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_LEAST_WORDS, _LEAST_APART = 12, 3  # of a sentence; statements between the two
_NUMBER = re.compile(r"(?<![\w.£-])(?:£\s?)?\d[\d,.]*\d|(?<![\w.£-])\d(?![\w.])")
_COUNTED = re.compile(
    r"\b(?:lot|zone|stage|phase|step|level|tier|part|year|question|option|area|region|section|clause|paragraph|"
    r"schedule|annex|appendix|form|table|item|kpi|indicator|category|band|grade|score|type|regulation|act|condition|"
    r"article|example|case|site|building|school|reference|no)s?\.?\s?$",
    re.IGNORECASE,
)
_RANGED = re.compile(
    r"\b(?:less than|more than|over|under|below|above|between|up to|if|where|small\w*|large\w*)\b",
    re.IGNORECASE,
)


def twins(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`twin` (`_2`, `_3`): the number in one of two such sentences and in the other, each with the word behind it."""
    groups: dict[tuple[str, str], list[tuple[Statement, re.Match[str]]]] = defaultdict(list)
    for statement in statements(clauses):
        if (
            own_words(statement)
            and statement.sentence.kind in ("paragraph", "item")
            and not _RANGED.search(statement.text)
        ):
            found = _only_number(statement.text)
            if found and len(statement.text.split()) >= _LEAST_WORDS:
                shape = _NUMBER.sub("#", statement.text).lower()
                groups[statement.clause.document, " ".join(re.findall(r"[a-z#]+", shape))].append((statement, found))
    return clashes("twin", [pair for group in groups.values() for pair in _pairs(group)])


def _only_number(text: str) -> re.Match[str] | None:
    """The one number of a sentence, where it counts something."""
    found = list(_NUMBER.finditer(text))
    return found[0] if len(found) == 1 and not _COUNTED.search(text[: found[0].start()]) else None


def _pairs(group: Sequence[tuple[Statement, re.Match[str]]]) -> Iterator[tuple[Said, Said]]:
    """The two sentences of a group of two that differ and do not follow each other."""
    if len(group) == 2:
        (one, first), (other, second) = group
        if first.group() != second.group() and other.place - one.place > _LEAST_APART:
            yield _said(one, first), _said(other, second)


def _said(statement: Statement, found: re.Match[str]) -> Said:
    after = re.match(r"\s?(?:%|[\w-]+)(?: (?:days?|weeks?|months?|years?|hours?))?", statement.text[found.end() :])
    words = f"{found.group()}{after.group() if after else ''}"
    return Said(value=words, statement=statement, start=found.start(), end=found.end())
