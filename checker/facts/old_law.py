"""A law named as if it bound this tender, where the pack says that it runs under a later one.

A false one accuses, so the pack must say in its own instructions that the later law governs, and a framework, an
earlier contract, the history of a rule or a law that was kept in force is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.law_words import mentions
from checker.facts.slip_facts import Said, listed
from checker.facts.statements import Statement, own_words, statements
from checker.facts.tables import law_words

_LAWS = ("pcr06", "pcr15", "pa23")  # oldest first
_RUNS = re.compile(
    r"\b(?:procurement|tender|competition|process|exercise|contract|award|procedure|invitation|quotation)\b.{0,120}\b"
    r"(?:under|in accordance with|pursuant to|conducted|governed by|subject to|regulated by|in compliance with)\b|"
    r"\b(?:procedure|contracts?) under\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:framework|call-?off|dps|dynamic purchasing|existing|previous\w*|current contract|present contract|earlier|"
    r"formerly|former|before|until|prior|replac\w+|supersed\w+|repeal\w*|revok\w*|sav(?:ed|ing|ings)|transition\w*|"
    r"continu\w*|as amended by the procurement act|began|commenced|advertised|experience|rather than|instead of|"
    r"no longer|made under|let under|another contract|means|guidance|breach\w*|remains?|governed by the framework|"
    r"convicted|offences?|conviction|\bnot (?:apply|under|subject)|does not|or (?:the )?(?:public contracts|"
    r"procurement)|"
    r"last|was|were|had been|\bunder which)\b",
    re.IGNORECASE,
)
_OLD_TEST = re.compile(r"\bMEAT\b|\b[Mm]ost [Ee]conomically [Aa]dvantageous [Tt]ender\b")
_FOOD = re.compile(
    r"\b(?:cuts|minced|diced|joints|sliced|poultry|fish|food|butcher\w*|menus?|meals?|dairy|halal|kosher|cooked|beef|lamb|pork|vegetables?)\b",
    re.I,
)


def old_law(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`old_law` for each (value: the words), with `old_laws` (how many) and `old_laws_list`."""
    told = [s for s in statements(clauses) if own_words(s)]
    ours = _governing(clauses)
    if ours is None:
        return ()
    return listed("old_law", [*_regulations(told, ours), *(_tests(told) if ours == "pa23" else ())], "old_laws")


def _governing(clauses: tuple[Clause, ...]) -> str | None:
    """The newest law that a sentence of the instructions or the notice says the procurement runs under."""
    named = {
        mention.law
        for mention in mentions(clauses)
        if mention.clause.role in ("instructions", "notice", "unknown")
        and mention.law in _LAWS
        and mention.conducted
        and _RUNS.search(mention.sentence.text)
        and not _HISTORY.search(mention.sentence.text)
    }
    return max(named, key=_LAWS.index, default=None)


def _regulations(told: Sequence[Statement], ours: str) -> Iterator[Said]:
    """Older regulations, by name."""
    words = law_words().laws
    for law in _LAWS[: _LAWS.index(ours)]:
        for pattern in words[law]:
            compiled = re.compile(pattern, re.IGNORECASE)
            for statement in told:
                found = compiled.search(statement.text)
                if found and _is_binding(statement):
                    yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())


def _tests(told: Sequence[Statement]) -> Iterator[Said]:
    """The test of the older law for the best tender, which the later one put away."""
    for statement in told:
        found = _OLD_TEST.search(statement.text)
        if found and _is_binding(statement) and not _FOOD.search(statement.text):
            yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())


def _is_binding(statement: Statement) -> bool:
    return statement.sentence.voice == "plain" and not _HISTORY.search(f"{statement.heading} {statement.text}")
