"""Which finding of an earlier draft is which of the new one: by its words, wherever they stand now.

The same words are the same problem in another clause or document, too. Words of the same rule that have changed are a
pair when they are the nearest left over. Everything is one to one and in a fixed order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from checker.domain import Clause, Finding

Likeness = Literal["same", "changed"]
_WORD = re.compile(r"\w+")
# A reference to a numbered part changes when clauses are renumbered; the requirement does not.
_REFERENCE = re.compile(
    r"\b(clause|paragraph|para|section|annex|appendix|schedule|table|question)s? \d{1,3}(?:\.\d{1,3}){0,5}",
    re.IGNORECASE,
)
_LONGEST = 400  # words that are compared
_ALIKE_HERE, _ALIKE_ELSEWHERE = 0.3, 0.6  # least likeness within one document, and between two


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is needed of a finding to know it again."""

    id: str
    rule: str
    document: str
    clause: str | None
    quote: str
    also: tuple[str, ...] = ()  # words of its further places


@dataclass(frozen=True, slots=True)
class Pair:
    old: int  # index of the earlier problem
    new: int  # index of the later one
    likeness: Likeness


def problem_of(finding: Finding) -> Problem:
    """A finding as what is compared."""
    return Problem(
        id=finding.id,
        rule=finding.rule_id,
        document=finding.document,
        clause=finding.place.clause,
        quote=finding.place.quote,
        also=tuple(place.quote for place in finding.places if place.quote),
    )


def same_words(text: str) -> str:
    """The words of a text without case, spacing and marks, and without the numbers of other clauses it points to."""
    return " ".join(_WORD.findall(_REFERENCE.sub(r"\1 #", text).lower()))


def pairs(old: Sequence[Problem], new: Sequence[Problem]) -> tuple[Pair, ...]:
    """The pairs, each problem in one at most, in the order of `old`; earlier ones in `old` choose first."""
    found: list[Pair] = []
    for step in (_by_id, _by_words, _by_likeness):
        taken_old, taken_new = {pair.old for pair in found}, {pair.new for pair in found}
        left_old = [i for i in range(len(old)) if i not in taken_old]
        left_new = [i for i in range(len(new)) if i not in taken_new]
        found += step(old, new, left_old, left_new)
    return tuple(sorted(found, key=lambda pair: pair.old))


def texts_of(clauses: Sequence[Clause]) -> tuple[str, ...]:
    """The clauses as `stands_in` reads them."""
    return tuple(f" {same_words(clause.text)} " for clause in clauses)


def stands_in(quote: str, texts: Sequence[str]) -> bool:
    """Whether the words of a quote stand in one of `texts_of`; nothing stands anywhere for an empty quote."""
    words = same_words(quote)
    return bool(words) and any(f" {words} " in text for text in texts)


def _by_id(old: Sequence[Problem], new: Sequence[Problem], left_old: list[int], left_new: list[int]) -> list[Pair]:
    at = {new[i].id: i for i in reversed(left_new) if new[i].id}
    found: list[Pair] = []
    for i in left_old:
        hit = at.pop(old[i].id, None)
        # An id changed by hand must not carry a decision to other words.
        if hit is not None and same_words(old[i].quote) == same_words(new[hit].quote):
            found.append(Pair(i, hit, "same"))
    return found


def _by_words(old: Sequence[Problem], new: Sequence[Problem], left_old: list[int], left_new: list[int]) -> list[Pair]:
    """The same rule and the same leading words, or leading words that were a further place before."""
    options: list[tuple[int, int, int, int]] = []
    for i in left_old:
        known = {same_words(words) for words in (old[i].quote, *old[i].also)} - {""}
        lead = same_words(old[i].quote)
        for j in left_new:
            words = same_words(new[j].quote)
            if new[j].rule == old[i].rule and words in known:
                far = (new[j].document != old[i].document) + (new[j].clause != old[i].clause)
                options.append((words != lead, far, i, j))
    return _chosen(options, "same")


def _by_likeness(
    old: Sequence[Problem], new: Sequence[Problem], left_old: list[int], left_new: list[int]
) -> list[Pair]:
    options: list[tuple[int, int, int, int]] = []
    for i in left_old:
        words = same_words(old[i].quote).split()[:_LONGEST]
        if not words:
            continue
        for j in left_new:
            if new[j].rule != old[i].rule or not new[j].quote:
                continue
            other = same_words(new[j].quote).split()[:_LONGEST]
            ratio = SequenceMatcher(None, words, other, autojunk=False).ratio()
            here = new[j].document == old[i].document
            least = 0 if here and old[i].clause and new[j].clause == old[i].clause else _ALIKE_HERE
            if ratio >= (least if here else _ALIKE_ELSEWHERE):
                options.append((not here, -round(ratio * 1000), i, j))
    return _chosen(options, "changed")


def _chosen(options: list[tuple[int, int, int, int]], likeness: Likeness) -> list[Pair]:
    """The best options first, each problem once."""
    used_old: set[int] = set()
    used_new: set[int] = set()
    found: list[Pair] = []
    for _, _, i, j in sorted(options):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            found.append(Pair(i, j, likeness))
    return found
