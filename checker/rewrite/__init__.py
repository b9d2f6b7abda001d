"""Verdicts to words an officer could paste: the rule's template fitted to this tender, then proved; else a question."""

from __future__ import annotations

from checker.domain import Clause, Facts, Rewrite, Verdict
from checker.policy import Policy
from checker.rewrite.bench import Bench, Prove
from checker.rewrite.choice import choose, plainer
from checker.rewrite.question import last_question
from checker.rewrite.voice import BIDDERS, usual_bidder
from checker.rulefile import RuleSet

__all__ = ["BIDDERS", "Prove", "drafts", "rewrite", "usual_bidder"]


def rewrite(
    verdicts: tuple[Verdict, ...],
    clauses: tuple[Clause, ...],
    facts: Facts,
    rules: RuleSet,
    prove: Prove,
    policy: Policy | None = None,
) -> tuple[Rewrite, ...]:
    """One rewrite a verdict: a text that passed every proof, else a question; and plainer words for heavy sentences.

    Where a rule's own texts and questions all fail, the question names the clause's words and asks whether they stay.
    """
    bench = Bench.of(clauses, facts, rules, prove, policy)
    made = tuple(_offered(verdict, bench) for verdict in verdicts)
    return (*made, *plainer(verdicts, made, bench))


def drafts(
    verdicts: tuple[Verdict, ...],
    clauses: tuple[Clause, ...],
    facts: Facts,
    rules: RuleSet,
    prove: Prove,
    policy: Policy | None = None,
) -> tuple[Rewrite, ...]:
    """A wording for every verdict, those that do not hold up among them; only for proving rules."""
    bench = Bench.of(clauses, facts, rules, prove, policy)
    return tuple(choose(verdict, bench) for verdict in verdicts)


def _offered(verdict: Verdict, bench: Bench) -> Rewrite:
    made = choose(verdict, bench)
    return made if made.checked else last_question(verdict, bench)
