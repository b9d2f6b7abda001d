"""Verdicts to words an officer could paste: the rule's template filled with this tender's facts, then proved."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from checker.domain import SEVERITIES, Clause, Facts, Rewrite, Severity, Verdict
from checker.rulefile import RewriteSpec, Rule, RuleSet
from checker.words import filled, gaps

Prove = Callable[[str, Verdict], Severity]  # the worst severity that a text raises in the verdict's place
BIDDERS = ("tenderer", "bidder", "supplier", "applicant", "candidate", "contractor", "provider", "consultant")
_BIDDER = re.compile(
    r"\b(tenderer|bidder|supplier|applicant|candidate|contractor|provider|consultant)s?\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 3  # letters: pay, pays and payment are one subject
_EMPTY = frozenset(  # words that say nothing of a subject
    (
        "the", "and", "for", "you", "are", "not", "any", "all", "our", "its", "has", "had", "was", "who", "how", "why",
        "may", "can", "will", "your", "that", "this", "with", "from", "have", "they", "them", "than", "then", "when",
        "what", "which", "must", "each", "such", "been", "only", "also", "into", "over", "more", "most", "some",
        "other", "their", "there", "these", "those", "does", "need", "needs", "would", "could", "should", "shall",
    )
)  # fmt: skip


def rewrite(
    verdicts: tuple[Verdict, ...], clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet, prove: Prove
) -> tuple[Rewrite, ...]:
    """At most one rewrite a verdict: the first of its rule whose gaps can all be filled, if it holds up."""
    return tuple(new for new in drafts(verdicts, clauses, facts, rules, prove) if new.checked)


def drafts(
    verdicts: tuple[Verdict, ...], clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet, prove: Prove
) -> tuple[Rewrite, ...]:
    """A wording for every verdict, those that do not hold up among them; only for proving rules."""
    by_id = {rule.id: rule for rule in rules}
    usual = usual_bidder(clauses)
    return tuple(_rewrite(verdict, by_id[verdict.rule_id], facts, usual, prove) for verdict in verdicts)


def usual_bidder(clauses: tuple[Clause, ...]) -> str:
    """The word that the pack uses most for those who bid."""
    counts = dict.fromkeys(BIDDERS, 0)
    for clause in clauses:
        if clause.role != "terms":
            for found in _BIDDER.finditer(clause.text):
                counts[found[1].lower()] += 1
    return max(BIDDERS, key=lambda word: counts[word])


def _rewrite(verdict: Verdict, rule: Rule, facts: Facts, usual: str, prove: Prove) -> Rewrite:
    values = _values(verdict, facts, usual)
    spec = next(spec for spec in rule.rewrite if set(spec.needs) <= set(values))
    text = filled(spec.text, values)
    return Rewrite(
        finding_id=verdict.finding.id, kind=spec.kind, text=text, checked=_holds_up(spec, text, verdict, prove)
    )


def _values(verdict: Verdict, facts: Facts, usual: str) -> dict[str, Any]:
    found = _BIDDER.search(verdict.finding.place.quote)
    word = found[1].lower() if found else usual
    known = {fact.name: facts.value(fact.name) for fact in facts.all if fact.lot is None}
    voice = {"bidder": word, "bidders": word + "s", "Bidder": word.capitalize(), "Bidders": word.capitalize() + "s"}
    return known | dict(verdict.finding.values) | voice


def _holds_up(spec: RewriteSpec, text: str, verdict: Verdict, prove: Prove) -> bool:
    """Whether the text raises nothing worse than low and still speaks of the same thing."""
    if gaps(text):
        return False
    if spec.kind in ("ask", "delete"):
        return True
    worst = prove(text, verdict)
    return SEVERITIES.index(worst) >= SEVERITIES.index("low") and _same_subject(text, verdict)


def _same_subject(text: str, verdict: Verdict) -> bool:
    about = f"{verdict.finding.place.quote} {verdict.title} {verdict.message} {verdict.why}"
    return bool(_stems(about) & _stems(text))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY}
