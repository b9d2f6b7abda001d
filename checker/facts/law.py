"""What law applies to the procurement: nation, regime, whether the buyer is bound, and the threshold band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from checker.domain import Clause, Fact, Facts
from checker.facts.authority import bound
from checker.facts.began import began
from checker.facts.nation import NAMES, jurisdiction
from checker.facts.readings import codes, one_of
from checker.facts.regime import regime
from checker.facts.threshold import threshold_band

LEGAL = ("jurisdiction", "regime", "bound", "threshold_band")
BEGUN_FROM, BEGUN_BEFORE = "begun_from", "begun_before"


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


def applies(when: Mapping[str, Sequence[str]], facts: Facts, as_of: date) -> bool | None:
    """Whether the condition holds: True, False, or None where it hangs on a fact that is not known.

    Each key is a fact with the values that it may have (`not_` before the name: must not have); all keys must hold.
    `begun_from` and `begun_before` take one ISO date each and look at the day the procurement began.
    """
    answers = [_holds(name, tuple(values), facts, as_of) for name, values in when.items() if values]
    if False in answers:
        return False
    return None if None in answers else True


def citable(facts: Facts) -> tuple[bool, str]:
    """Whether anything may be shown as law for this buyer, and if not the reason in a plain sentence."""
    binding, nation = one_of(facts.get("bound")), one_of(facts.get("jurisdiction"))
    if binding == "no":
        return False, "Procurement law does not bind this buyer, so nothing is shown as law."
    if nation in ("scotland", "wales", "ni"):
        return False, f"The buyer is in {NAMES[nation]}, whose procurement rules this tool does not cover."
    if binding != "yes":
        return False, "It is not known whether procurement law binds this buyer, so nothing is shown as law."
    if nation != "england":
        return False, "It is not known in which nation the buyer is, so nothing is shown as law."
    return True, ""


def _given(facts: Facts, name: str) -> Fact | None:
    return next((f for f in facts.many(name) if f.status == "given" and f.lot is None), None)


def _holds(name: str, allowed: tuple[str, ...], facts: Facts, as_of: date) -> bool | None:
    if name in (BEGUN_FROM, BEGUN_BEFORE):
        return _begun(name, date.fromisoformat(allowed[0]), facts, as_of)
    plain = name.removeprefix("not_")
    found = codes(facts, plain) or {"unknown"}
    hits = {None if value == "unknown" and "unknown" not in allowed else value in allowed for value in found}
    if len(hits) > 1 or None in hits:
        return None
    return next(iter(hits)) is (plain == name)


def _begun(name: str, limit: date, facts: Facts, as_of: date) -> bool | None:
    when = began(facts, as_of, None)
    if (when.earliest >= limit) != (when.latest >= limit):
        return None
    return (when.earliest >= limit) is (name == BEGUN_FROM)
