"""What the texts of one pack are fitted with and proved by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from checker.domain import Clause, Facts, Location, Sentence, Severity, Verdict
from checker.policy import Policy, holds
from checker.rewrite.dates import proposed_dates, safe_minimum
from checker.rewrite.voice import Habits, Voice, habits, usual_bidder, voice_of
from checker.rulefile import Rule, RuleSet, When

Prove = Callable[[str, Verdict], Severity]  # the worst severity that a text raises in the verdict's place
_NONE = 1  # a yardstick of £1 stands for no cover at all
_BEFORE, _AFTER = 3, 4  # sentences that a reader takes in with a passage


@dataclass(frozen=True, slots=True)
class Bench:
    """What the texts of a pack are fitted with and proved by."""

    sentences: dict[Location, tuple[Sentence, Clause]]  # by place, in reading order
    order: tuple[Location, ...]
    numbers: dict[Location, int]  # where a sentence stands in `order`
    facts: Facts
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
        sentences = {sentence.location: (sentence, clause) for clause in clauses for sentence in clause.sentences}
        return cls(
            sentences=sentences,
            order=tuple(sentences),
            numbers={location: number for number, location in enumerate(sentences)},
            facts=facts,
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

    def holds(self, when: When) -> bool:
        """Whether the tender is known to be such a one."""
        return holds(when, self.facts) is True

    def near(self, verdict: Verdict) -> str:
        """The headings, the lead-in and the sentences just before and after a passage, of the same document."""
        clause = self.clause_of(verdict)
        said = (*clause.headings, clause.lead_in) if clause else ()
        return " \n ".join((*said, *self.before(verdict), *self.after(verdict)))

    def before(self, verdict: Verdict) -> tuple[str, ...]:
        """The sentences just before a passage, in reading order."""
        return self._beside(verdict, -_BEFORE, 0)

    def after(self, verdict: Verdict) -> tuple[str, ...]:
        """The sentences just after a passage, in reading order."""
        return self._beside(verdict, 1, _AFTER + 1)

    def followed_by(self, verdict: Verdict) -> tuple[Sentence | None, bool]:
        """The sentence right after a passage in its document, and whether both stand in one paragraph."""
        at = self.numbers.get(verdict.finding.sentence.location) if verdict.finding.sentence else None
        if at is None or at + 1 >= len(self.order) or self.order[at + 1].document != self.order[at].document:
            return None, False
        return self.sentences[self.order[at + 1]][0], self.order[at + 1].block == self.order[at].block

    def _beside(self, verdict: Verdict, first: int, last: int) -> tuple[str, ...]:
        at = self.numbers.get(verdict.finding.sentence.location) if verdict.finding.sentence else None
        if at is None:
            return ()
        places = self.order[max(at + first, 0) : max(at + last, 0)]
        return tuple(self.sentences[place][0].text for place in places if place.document == self.order[at].document)

    def voice_of(self, verdict: Verdict) -> Voice:
        speech = self.speech.get(verdict.finding.document) or next(iter(self.speech.values()), Habits())
        return voice_of(verdict, self.clause_of(verdict), speech, self.usual)
