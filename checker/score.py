"""The range of the score: 0 to 100, a low end that may be claimed and a high end that is the best it could be.

It counts problems, not passages: however often, in however many pieces or documents a rule speaks, its problem costs
once, at its worst. The high end takes what was found. The low end takes what could not be known for a barrier, so that
leaving out a fact or a document widens the range downwards and never raises what may be claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import re2

from checker.domain import SEVERITIES, Clause, Facts, Named, Severity, Verdict

WEIGHT: dict[Severity, float] = {"critical": 14.0, "high": 8.0, "medium": 3.0, "low": 0.5, "info": 0.0}
MOST_A_THEME = 20.0  # points that one theme can take away
MOST_OWN = 5.0  # points that language and the tool's own yardsticks together can take away
UNSEEN = WEIGHT["high"]  # what a fact or a document that is not known may hide in a theme
MOST_NAMED = 5  # absent documents that are counted
# Any one of these facts will do; without all of them the themes may hide a barrier.
_NEEDED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("value_total", "value_annual"), ("finance", "insurance", "experience", "lots", "risk")),
    (("term_months",), ("lots", "risk")),
    (("issued",), ("time",)),
    (("submission_deadline",), ("time",)),
    (("price_weight", "quality_weight"), ("evaluation",)),
)
# Facts that say which law applies, and with it how much a point weighs.
_LAW = ("regime", "threshold_band", "jurisdiction", "bound")
_TERMS = r"(?i)\b(?:terms?|conditions?|contract)\b"
_LINK = r"(?i)(?:https?://|\bwww\.)"
_FEWEST_WORDS = 25  # under which the terms are a heading or a pointer, not terms
_TERMS_THEMES = ("payment", "risk")


def score_range(
    verdicts: tuple[Verdict, ...], facts: Facts, named: tuple[Named, ...], clauses: tuple[Clause, ...] | None = None
) -> tuple[int, int]:
    """The low and the high end. `clauses` show whether any terms were read; None where that is not to be judged."""
    lawless = any(facts.value(name) in (None, "unknown") for name in _LAW)
    heavier = lawless or facts.get("value_annual") is None
    found = _lost(v for v in verdicts if v.outcome == "barrier")
    feared = _lost(verdicts, lawless=lawless, heavier=heavier)
    for theme, points in _unseen(facts, named, clauses).items():
        feared[theme] += points
    high = 100 - _sum(found)
    low = 100 - _sum(feared) - UNSEEN / 2 * min(MOST_NAMED, len({item.name for item in named}))
    return max(0, round(low)), max(0, round(high))


def _lost(verdicts: Iterable[Verdict], *, lawless: bool = False, heavier: bool = False) -> defaultdict[str, float]:
    """Points by theme, each problem at its worst; those of language and own yardsticks under no theme's name.

    `lawless`: which law applies is not known, so a yardstick may turn out to be law. `heavier`: what a point weighs
    hangs on something unknown, so it counts a step more.
    """
    worst: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    for verdict in verdicts:
        style = verdict.chapter in ("language", "file")
        own = style or (verdict.force == "tool" and not lawless)
        feared = verdict.outcome == "review" or (heavier and not style)
        weight = (_feared(verdict) if feared else WEIGHT[verdict.severity]) / (2 if own else 1)
        # a rule's problem is one, save that a pack can contradict itself on several facts
        key = ("" if own else verdict.theme, verdict.rule_id, str(dict(verdict.finding.values).get("fact", "")))
        worst[key] = max(worst[key], weight)
    lost: defaultdict[str, float] = defaultdict(float)
    for (theme, _, _), points in sorted(worst.items()):
        lost[theme] += points
    return lost


def _feared(verdict: Verdict) -> float:
    """What a point may weigh once what is not known is known: a step more."""
    return WEIGHT[SEVERITIES[max(0, SEVERITIES.index(verdict.severity) - 1)]]


def _sum(lost: dict[str, float]) -> float:
    return sum(min(MOST_A_THEME if theme else MOST_OWN, points) for theme, points in sorted(lost.items()))


def _unseen(facts: Facts, named: tuple[Named, ...], clauses: tuple[Clause, ...] | None) -> dict[str, float]:
    """What facts that are not known and terms that were not read may hide, by theme."""
    hidden: defaultdict[str, float] = defaultdict(float)
    for needed, themes in _NEEDED:
        if all(facts.get(name) is None for name in needed):
            for theme in themes:
                hidden[theme] += UNSEEN
    absent = any(re2.search(_TERMS, item.name) for item in named)
    if absent or (clauses is not None and not terms_were_read(clauses)):
        for theme in _TERMS_THEMES:
            hidden[theme] += MOST_A_THEME
    return hidden


def terms_were_read(clauses: Iterable[Clause]) -> bool:
    """Whether the pack holds terms of some length, and does not say that they lie behind a link."""
    texts = set()  # what is said twice is no longer for it
    for clause in clauses:
        text = clause.text
        if re2.search(_LINK, text) and re2.search(_TERMS, text):
            return False
        if clause.role == "terms":
            texts.add(text)
    return sum(len(text.split()) for text in texts) >= _FEWEST_WORDS
