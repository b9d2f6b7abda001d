"""What the texts of one pack are fitted with and proved by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from checker.domain import Clause, Facts, Location, Sentence, Severity, Verdict
from checker.policy import Policy
from checker.rewrite.dates import proposed_dates, safe_minimum
from checker.rewrite.voice import Habits, Voice, habits, usual_bidder, voice_of
from checker.rulefile import Rule, RuleSet

Prove = Callable[[str, Verdict], Severity]  # the worst severity that a text raises in the verdict's place
_NONE = 1  # a yardstick of £1 stands for no cover at all


@dataclass(frozen=True, slots=True)
class Bench:
    """What the texts of a pack are fitted with and proved by."""

    sentences: dict[Location, tuple[Sentence, Clause]]  # by place
    speech: dict[str, Habits]  # by document
    headings: tuple[tuple[str, ...], ...]
    usual: str
    known: dict[str, Any]
    rules: dict[str, Rule]
    pieces: tuple[tuple[str, str], ...]
    prove: Prove

    @classmethod
    def of(
        cls, clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet, prove: Prove, policy: Policy | None
    ) -> Bench:
        """The bench for one pack."""
        names = dict.fromkeys(clause.document for clause in clauses)
        known = {fact.name: facts.value(fact.name) for fact in facts.all if fact.lot is None}
        limits = dict(policy.limits) if policy else {}
        buyer = str(known.get("buyer") or "")
        scaled = {f"limit_money_{name}": policy.limit(name, facts) for name in limits} if policy else {}
        return cls(
            sentences={sentence.location: (sentence, clause) for clause in clauses for sentence in clause.sentences},
            speech={name: habits((c for c in clauses if c.document == name), buyer) for name in names},
            headings=tuple(dict.fromkeys(clause.headings for clause in clauses if clause.headings)),
            usual=usual_bidder(clauses),
            known=known
            | proposed_dates(facts)
            | {"safe_minimum": safe_minimum(facts)}
            | {name: amount for name, amount in scaled.items() if amount and amount > _NONE},
            rules={rule.id: rule for rule in rules},
            pieces=rules.pieces,
            prove=prove,
        )

    def clause_of(self, verdict: Verdict) -> Clause | None:
        sentence = verdict.finding.sentence
        return self.sentences.get(sentence.location, (None, None))[1] if sentence else None

    def voice_of(self, verdict: Verdict) -> Voice:
        speech = self.speech.get(verdict.finding.document) or next(iter(self.speech.values()), Habits())
        return voice_of(verdict, self.clause_of(verdict), speech, self.usual)
