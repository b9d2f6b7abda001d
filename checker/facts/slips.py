"""Slips of the pen: what a pack says of itself that cannot all be right, or cannot be meant as it stands."""

from __future__ import annotations

from checker.domain import Clause, Fact, Facts
from checker.facts.barred_ways import barred_ways
from checker.facts.breakdowns import breakdowns
from checker.facts.circular import circular
from checker.facts.cited_numbers import cited_numbers
from checker.facts.code_spans import code_spans
from checker.facts.column_totals import column_totals
from checker.facts.counted_dates import counted_dates
from checker.facts.deadline_twice import deadline_twice
from checker.facts.equivalents import equivalents
from checker.facts.events_twice import events_twice
from checker.facts.final_report import final_report
from checker.facts.form_titles import form_titles
from checker.facts.glossed import glossed
from checker.facts.left_empty import left_empty
from checker.facts.leftovers import leftovers
from checker.facts.limits_twice import limits_twice
from checker.facts.lots_counted import lots_counted
from checker.facts.misdirected import misdirected
from checker.facts.misplaced import misplaced
from checker.facts.neighbours import neighbours
from checker.facts.next_door import next_door
from checker.facts.odd_dates import odd_dates
from checker.facts.old_law import old_law
from checker.facts.opposites import opposites
from checker.facts.out_of_order import out_of_order
from checker.facts.own_numbers import own_numbers
from checker.facts.parts_whole import parts_whole
from checker.facts.quantities_twice import quantities_twice
from checker.facts.question_weights import question_weights
from checker.facts.ranges_counted import ranges_counted
from checker.facts.return_ways import return_ways
from checker.facts.said_twice import said_twice
from checker.facts.shares import shares
from checker.facts.table_parts import table_parts
from checker.facts.table_sums import table_sums
from checker.facts.targets_twice import targets_twice
from checker.facts.term_twice import term_twice
from checker.facts.terms_numbers import other_topics
from checker.facts.twins import twins
from checker.facts.two_names import two_names
from checker.facts.weekdays import wrong_weekdays
from checker.facts.weights_twice import weights_twice
from checker.facts.wrong_way import wrong_way


def find_slips(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """The facts of every finder of slips; `facts` are those that the other finders read."""
    return (
        *wrong_weekdays(clauses, facts),
        *odd_dates(clauses),
        *out_of_order(clauses, facts),
        *_stages(clauses, facts),
        *deadline_twice(clauses, facts),
        *counted_dates(clauses, facts),
        *final_report(clauses),
        *_references(clauses),
        *wrong_way(clauses),
        *circular(clauses),
        *said_twice(clauses),
        *limits_twice(clauses),
        *cited_numbers(clauses),
        *targets_twice(clauses),
        *question_weights(clauses),
        *lots_counted(clauses),
        *ranges_counted(clauses),
        *code_spans(clauses),
        *column_totals(clauses),
        *quantities_twice(clauses),
        *term_twice(clauses, facts),
        *glossed(clauses),
        *_sums(clauses, facts),
        *twins(clauses),
        *opposites(clauses),
        *equivalents(clauses),
        *(return_ways(clauses) or barred_ways(clauses)),
        *own_numbers(clauses),
        *_strangers(clauses, facts),
        *old_law(clauses),
        *left_empty(clauses),
    )


def _stages(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """Stages with two dates or times, in the whole pack and then in neighbouring sentences; each stage told once."""
    told = events_twice(clauses)
    names = frozenset(fact.name for fact in (*told, *facts.all) if fact.status == "conflicting")
    again = names | ({"start_day"} if "start" in names else set())
    return (*told, *neighbours(clauses, again))


def _sums(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """Shares, weights and parts that do not make their whole; a table is told once."""
    tables = () if facts.get("weights_sum") else table_sums(clauses) or table_parts(clauses)
    split = shares(clauses, facts)
    once = bool(tables) or facts.get("weights_sum") is not None or any(fact.name == "share_sum" for fact in split)
    twice = () if len({fact.value for fact in facts.many("price_weight")}) > 1 else weights_twice(clauses)
    return (*split, *(() if once else parts_whole(clauses) or breakdowns(clauses)), *twice, *tables)


def _references(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """Forms under two labels, references under another part's title, those to a clause that speaks of something
    else; each passage told once.
    """
    found: tuple[Fact, ...] = ()
    for finder in (two_names, misdirected, misplaced, other_topics, next_door):
        told = {fact.location for fact in found}
        new = finder(clauses)
        again = {fact.name for fact in new if fact.location in told}
        found = (*found, *(fact for fact in new if fact.name not in again))
    return found


def _strangers(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """Words of another job, and the title of a form that offers one; each passage told once."""
    told = leftovers(clauses)
    places = {fact.location for fact in told}
    titles = form_titles(clauses, facts)
    return told if any(fact.location in places for fact in titles) else (*told, *titles)
