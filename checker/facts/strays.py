"""Sentences of another trade that no neighbour of it would write: late journeys and charterers in a brief for design.

A false one accuses, so each counts only where it binds somebody, stands once or twice in a long pack, and the pack
hardly speaks of anything near that trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.facts.slip_facts import Said
from checker.facts.statements import Statement

LEAST_WORDS = 2500  # of a pack in which one mention of a trade is out of place
_MOST = 2  # sentences that hold the words
_BINDS = re.compile(
    r"\b(?:shall|must|will|are to|is to|should note|undertakes?|agrees?|deemed)\b|\bno payment\b|\bdeduct",
    re.IGNORECASE,
)
_BY_THE_WAY = re.compile(
    r"\b(?:for example|such as|e\.g|including|similar|experience|where (?:applicable|relevant)|if applicable|policy|"
    r"provided by|employed by|our own|present|existing|incumbent|not (?:include|apply)|excluding|tidy)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stray:
    """Words of one trade, the words that packs near that trade use, and how many sentences may hold those."""

    named: re.Pattern[str]
    near: re.Pattern[str]
    most: int
    but_not: re.Pattern[str]


def _stray(named: str, near: str, most: int, but_not: str = r"(?!)") -> Stray:
    first, second, third = (re.compile(pattern, re.IGNORECASE) for pattern in (named, near, but_not))
    return Stray(first, second, most, third)


_TRAVEL = (
    r"\b(?:drivers?|passenger assistants?|escorts?|vehicles?|journeys?|minibus(?:es)?|coaches|routes?|fleet|taxis?)\b"
)
_STRAYS = (
    _stray(
        r"^\W*cleaning (?:operatives?|staff|teams?)(?= (?:must|shall|are to|will)\b)|"
        r"^\W*cleaners(?= (?:must|shall|are to)\b)",
        r"\bclean\w*|\bjanitor\w*|\bcaretak\w*|\bfacilities\b|\bhygiene\b",
        2,
        r"\bdata\b",
    ),
    _stray(
        r"\bcharterers?\b(?= (?:should|must|shall|are|is|will))",
        r"\bcharterers?\b|\bcharter part|\bdemurrage|\b(?:time|voyage|bareboat)[- ]charter|"
        r"\b(?:hire|charter) of (?:a |an |the )?(?:vessel|ship|boat|craft)|"
        r"\b(?:aircraft|ferry|ferries|shipping line)\b",
        2,
    ),
    _stray(
        r"\bjourneys?(?= (?:shall|will|is to|are to) be (?:treated|deemed|regarded|counted) as (?:not|un|lost|missed))|"
        r"(?<=establish )(?:the )?journey times\b|\bjourney times(?= and vehicle)|\blost mileage\b",
        _TRAVEL,
        12,
    ),
)


def strays(told: Sequence[Statement]) -> Iterator[Said]:
    """The words of each, as they stand."""
    if sum(len(statement.text.split()) for statement in told) < LEAST_WORDS:
        return
    for stray in _STRAYS:
        near = [s for s in told if stray.near.search(s.text) and not stray.but_not.search(f"{s.text} {s.heading}")]
        held = [(s, found) for s in told if (found := stray.named.search(s.text))]
        if len(near) > stray.most or len(held) > _MOST:
            continue
        for statement, found in held:
            plain = statement.sentence.kind in ("paragraph", "item") and statement.sentence.voice == "plain"
            if plain and _BINDS.search(statement.text) and not _BY_THE_WAY.search(statement.text):
                words = found.group().strip(" •-")
                yield Said(value=words, statement=statement, start=found.start(), end=found.end())
