"""The length of the contract, said in two ways: "three years" and "1 April 2026 to 31 March 2028"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.domain import Clause, Fact, Facts
from checker.facts.dates import date_ranges, months_between
from checker.facts.durations import find_durations, is_notice, read_term
from checker.facts.readings import numbers
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, lot_names, own_words, statements

_OURS = re.compile(
    r"\b(?:contract|framework|agreement|appointment|term|initial period|services? will (?:run|be)|duration)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(?:experience|accounts|turnover|insurance|warrant\w*|guarantee|current|existing|previous|incumbent|present|"
    r"past|last|preceding|financial years?|strategy|plan|programme|census|survey|retain\w*|records|defects|"
    r"rectification|valid\w*|open for|mobilis\w*|transition|evaluat\w*|in years? \w+|price|rates|trial|pilot|phase|"
    r"stage|lease)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:maximum|total|overall) (?:possible |potential )?(?:(?:contract|framework) )?"
    r"(?:term|period|duration|length|life)\b[^.;]{0,50}$|\bexten\w+ to (?:a |an )?(?:maximum|total) "
    r"(?:term |period |duration )?of $",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:maximum|total|overall|including|inclusive|if (?:fully )?extended|with (?:all )?extensions)\b",
    re.I,
)
_TOLERANCE = 1  # months by which a period may miss its dates


def term_twice(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`term_said`, one `conflicting` fact a length, where first terms, dates or the whole with all extensions differ.

    The first of: two first terms; a sentence whose period misses its own dates; one term and a whole that is not the
    term with its extensions.
    """
    terms = _first_terms(facts)
    if len({fact.value for fact in terms}) > 1:
        return tuple(
            replace(fact, name="term_said", value=f"{fact.value} months", unit=None, status="conflicting")
            for fact in terms
        )
    told = [s for s in statements(clauses) if own_words(s) and not lot_names(s.text) and not s.sentence.negated]
    for group in (*_dated(told), *_wholes(told, facts, terms)):
        return clashes("term_said", [group])
    return ()


def _first_terms(facts: Facts) -> list[Fact]:
    """The lengths without those that take in the extensions."""
    terms = [fact for fact in facts.many("term_months") if fact.lot is None and isinstance(fact.value, int | float)]
    more = numbers(facts, "extension_months")
    sums = {term.value + extension for term in terms for extension in more if isinstance(term.value, int | float)}
    return [fact for fact in terms if fact.value not in sums and not _IN_ALL.search(fact.quote)]


def _dated(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """Sentences that give a period and its first and last day, and the two do not fit."""
    for statement in told:
        ranges = date_ranges(statement.text)
        if (
            len(ranges) != 1
            or not _OURS.search(f"{statement.heading} {statement.text}")
            or _NOT_OURS.search(statement.text)
        ):
            continue
        first, last = ranges[0]
        durations = [d for d in find_durations(statement.text) if not is_notice(statement.text, d) and d.months >= 3]
        term = read_term(statement.text)
        months = months_between(first.day, last.day)
        lengths = {d.months for d in durations} | {sum(d.months for d in durations)}
        if term is None or term.months is None or not durations or months < 3:
            continue
        if all(abs(months - length) > _TOLERANCE for length in lengths):
            duration = durations[0]
            yield (
                Said(value=f"{term.months} months", statement=statement, start=duration.start, end=duration.end),
                Said(value=f"{months} months by its dates", statement=statement, start=first.start, end=last.end),
            )


def _wholes(told: Sequence[Statement], facts: Facts, terms: Sequence[Fact]) -> Iterator[tuple[Said, Said]]:
    """A whole that is not the one first term with the one length of all extensions."""
    more, extension = numbers(facts, "extension_months"), facts.get("extension_months")
    if len({fact.value for fact in terms}) != 1 or len(more) != 1 or extension is None:
        return
    first = float(terms[0].value)
    home = next((s for s in told if _stands_at(s, extension)), None)
    for statement in told:
        for duration in find_durations(statement.text):
            months = duration.months
            whole = _WHOLE.search(statement.text[: duration.start]) and months > first
            if whole and abs(months - first - more[0]) > _TOLERANCE and home and home is not statement:
                yield (
                    Said(value=f"{first:g} and {more[0]:g} months", statement=home),
                    Said(value=f"{months} months in all", statement=statement, start=duration.start, end=duration.end),
                )


def _stands_at(statement: Statement, fact: Fact) -> bool:
    place = statement.sentence.location
    return fact.location is not None and (place.document, place.block) == (fact.location.document, fact.location.block)
