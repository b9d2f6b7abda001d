"""Clauses to facts: what a pack says of itself, in the words and codes of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from checker.domain import Clause, Fact, Facts, FactValue
from checker.facts.insurance import find_insurance
from checker.facts.kind import find_kind
from checker.facts.parties import find_parties
from checker.facts.rivalry import rivalry
from checker.facts.route import find_route
from checker.facts.set_up import set_up
from checker.facts.slips import find_slips
from checker.facts.standing import by_standing, chosen
from checker.facts.statements import UNITS
from checker.facts.term import find_term
from checker.facts.terms import find_terms
from checker.facts.timetable import find_timetable
from checker.facts.value import find_value
from checker.facts.weights import find_weights

Finder = Callable[[tuple[Clause, ...]], Iterable[Fact]]
FINDERS: tuple[Finder, ...] = (
    find_parties, find_kind, find_terms,
    find_route, find_value, find_term, find_timetable, find_weights, find_insurance,
)  # fmt: skip
__all__ = ["FINDERS", "find_facts"]
_NONE: Mapping[str, FactValue] = MappingProxyType({})


def find_facts(clauses: tuple[Clause, ...], given: Mapping[str, FactValue] = _NONE) -> Facts:
    """All facts that the clauses state and the officer gave.

    A fact stated in two ways comes once for each, as `conflicting`. Values by lot do not conflict with
    each other. A given fact wins; another value in the text is kept as `conflicting`. In a pack of several
    documents each speaks by its standing: a form for later orders does not contradict the invitation.
    Slips of the pen (`checker.facts.slips`) come last.
    """
    found = {
        rank: tuple(fact for finder in FINDERS for fact in finder(group))
        for rank, group in by_standing(clauses).items()
    }
    stated = _conflicts(_without_months(_once_each(chosen(found))))
    wins = [Fact(name=name, value=value, unit=UNITS.get(name), status="given") for name, value in given.items()]
    kept = [_against(fact, given) for fact in stated]
    facts = Facts(all=(*wins, *(fact for fact in kept if fact is not None)))
    return Facts(all=(*facts.all, *find_slips(clauses, facts), *rivalry(clauses), *set_up(clauses, facts)))


def _once_each(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first place of every value."""
    first: dict[tuple[str, str | None, FactValue], Fact] = {}
    for fact in facts:
        first.setdefault((fact.name, fact.lot, fact.value), fact)
    return tuple(first.values())


def _without_months(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A month alone ("2026-09") says nothing more where the day is known too."""
    days = {(fact.name, str(fact.value)[:7]) for fact in facts if fact.unit == "date" and len(str(fact.value)) == 10}
    return tuple(fact for fact in facts if fact.unit != "date" or (fact.name, fact.value) not in days)


def _conflicts(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    values: dict[tuple[str, str | None], int] = {}
    for fact in facts:
        values[fact.name, fact.lot] = values.get((fact.name, fact.lot), 0) + 1
    return tuple(
        replace(fact, status="conflicting") if values[fact.name, fact.lot] > 1 and fact.status == "stated" else fact
        for fact in facts
    )


def _against(fact: Fact, given: Mapping[str, FactValue]) -> Fact | None:
    """A stated fact beside a given one: gone when equal, conflicting when not."""
    if fact.name not in given or fact.lot is not None:
        return fact
    return None if fact.value == given[fact.name] else replace(fact, status="conflicting")
