"""What law applies to the procurement: nation, regime, whether the buyer is bound, and the threshold band."""

from __future__ import annotations

from datetime import date

from checker.domain import Clause, Fact, Facts
from checker.facts.authority import bound
from checker.facts.began import began
from checker.facts.nation import jurisdiction
from checker.facts.regime import regime
from checker.facts.threshold import threshold_band

LEGAL = ("jurisdiction", "regime", "bound", "threshold_band")


def apply_law(facts: Facts, clauses: tuple[Clause, ...], as_of: date, stage: str | None) -> Facts:
    """The facts with `jurisdiction`, `regime`, `bound` and `threshold_band`; given ones are kept as they are.

    `stage` is what the user says of the pack (plan, draft, live, past) or None. Each fact's `how` is one sentence.
    """
    given = {name: _given(facts, name) for name in LEGAL}
    stated = Facts(tuple(fact for fact in facts.all if fact.name not in LEGAL))
    when = began(stated, as_of, stage)
    nation = given["jurisdiction"] or jurisdiction(stated, clauses)
    law = given["regime"] or regime(stated, clauses, when, str(nation.value))
    binding = given["bound"] or bound(stated, clauses)
    band = given["threshold_band"] or threshold_band(stated, when, str(law.value), str(nation.value))
    return Facts((*stated.all, nation, law, binding, band))


def _given(facts: Facts, name: str) -> Fact | None:
    return next((f for f in facts.many(name) if f.status == "given" and f.lot is None), None)
