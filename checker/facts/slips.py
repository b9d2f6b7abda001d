"""Slips of the pen: what a pack says of itself that cannot all be right, or cannot be meant as it stands."""

from __future__ import annotations

from checker.domain import Clause, Fact, Facts
from checker.facts.events_twice import events_twice
from checker.facts.left_empty import left_empty
from checker.facts.leftovers import leftovers
from checker.facts.limits_twice import limits_twice
from checker.facts.lots_counted import lots_counted
from checker.facts.misdirected import misdirected
from checker.facts.misplaced import misplaced
from checker.facts.odd_dates import odd_dates
from checker.facts.opposites import opposites
from checker.facts.out_of_order import out_of_order
from checker.facts.own_numbers import own_numbers
from checker.facts.return_ways import return_ways
from checker.facts.said_twice import said_twice
from checker.facts.shares import shares
from checker.facts.table_parts import table_parts
from checker.facts.table_sums import table_sums
from checker.facts.term_twice import term_twice
from checker.facts.twins import twins
from checker.facts.two_names import two_names
from checker.facts.weekdays import wrong_weekdays
from checker.facts.wrong_way import wrong_way


def find_slips(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """The facts of every finder of slips; `facts` are those that the other finders read."""
    return (
        *wrong_weekdays(clauses, facts),
        *odd_dates(clauses),
        *out_of_order(clauses, facts),
        *events_twice(clauses),
        *_references(clauses),
        *wrong_way(clauses),
        *said_twice(clauses),
        *limits_twice(clauses),
        *lots_counted(clauses),
        *term_twice(clauses, facts),
        *shares(clauses, facts),
        *twins(clauses),
        *opposites(clauses),
        *return_ways(clauses),
        *own_numbers(clauses),
        *leftovers(clauses),
        *left_empty(clauses),
        *(() if facts.get("weights_sum") else table_sums(clauses) or table_parts(clauses)),
    )


def _references(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """Forms under two labels, references under another part's title, those to a clause that speaks of something
    else; each passage told once.
    """
    found: tuple[Fact, ...] = ()
    for finder in (two_names, misdirected, misplaced):
        told = {fact.location for fact in found}
        new = finder(clauses)
        again = {fact.name for fact in new if fact.location in told}
        found = (*found, *(fact for fact in new if fact.name not in again))
    return found
