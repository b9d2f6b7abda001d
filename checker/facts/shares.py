"""Shares that do not make a whole, and full marks for price that are not its weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Clause, Fact, Facts
from checker.facts.percent import cell_number
from checker.facts.readings import numbers
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, make_fact, own_words, statements

_SHARE = re.compile(
    r"\b(?:share|proportion|percentage|per cent|split) of\b|\b(?:%|share|proportion) (?:of )?(?:total|all|whole)\b",
    re.I,
)
_PART_OF = re.compile(r"\bweight|\bmarks?\b|\bscore|\bgrowth|\bincrease|\bchange|\btarget|\bdiscount", re.I)
_LEAST_ROWS, _NEAR = (
    3,
    10,
)  # rows of a table of shares, and percent by which their sum may miss a hundred to be meant so
_ROUNDED = 1.5  # percent that rounding may add up to
_FULL = re.compile(
    r"\blowest\b[^.;]{0,90}\b(?:receiv\w+|award\w*|scor\w+|gets?|given|allocated|earns?|giving|achieve\w*|"
    r"attract\w*)\b[^.;]{0,40}?(?:the )?(?:full|maximum|max\.?|all)(?: available)?"
    r"(?: (?:score|marks|points|of|price|the|\w+))?(?: of)? (?P<number>\d{1,2})\s?(?P<unit>%|per cent|marks|points)",
    re.IGNORECASE,
)


_TIMES = re.compile(
    r"\blowest\b[^.;]{0,60}\b(?:receiv\w+|scor\w+|gets?|earns?|(?:is|are) (?:given|"
    r"awarded|allocated))(?: the| all| full| maximum| of)*"
    r" (?P<full>[1-9]\d) ?(?:marks|points|%)[^;]{0,140}(?:divided by|÷|/)[^.;]{0,60}?"
    r"(?:multiplied by|times|x|×) ?(?P<times>[1-9]\d)(?!\d|\.\d)",
    re.IGNORECASE,
)


def shares(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`share_sum` (percent, of the first table of shares that misses a hundred) with `share_gap` (percent, never below
    zero), and `price_marks`: full marks of price and its weight, `conflicting`, where they differ.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    return (*_sums(told), *(_price_marks(told, facts) or _formula_marks(told)))


def _sums(told: Sequence[Statement]) -> tuple[Fact, ...]:
    for rows in full_tables(told):
        for place, column in enumerate(rows[0].sentence.columns):
            cells = [n for row in rows if (n := cell_number(row.sentence.cells[place], signed=True)) is not None]
            if not _SHARE.search(column) or _PART_OF.search(column) or not _LEAST_ROWS <= len(rows) == len(cells):
                continue
            total = sum(cells)
            if _ROUNDED < abs(total - 100) <= _NEAR:
                how = " + ".join(f"{cell:g}" for cell in cells) + f" = {total:g}"
                return (
                    make_fact("share_sum", _plain(total), rows[0], how=how, status="derived"),
                    make_fact("share_gap", _plain(abs(total - 100)), rows[0], how=how, status="derived"),
                )
    return ()


def _price_marks(told: Sequence[Statement], facts: Facts) -> tuple[Fact, ...]:
    weights, weight = numbers(facts, "price_weight"), facts.get("price_weight")
    home = next((s for s in told if weight and weight.location and _stands_at(s, weight)), None)
    passages = [(s, found) for s in told if (found := _FULL.search(s.text))]
    if len(weights) != 1 or len(passages) != 1 or home is None:
        return ()
    ((statement, found),) = passages
    if float(found["number"]) == weights[0] or statement.clause.document != home.clause.document:
        return ()
    said = Said(
        value=f"{found['number']} for the lowest price", statement=statement, start=found.start(), end=found.end()
    )
    return clashes("price_marks", [[Said(value=f"{weights[0]:g}% for price", statement=home), said]])


def _formula_marks(told: Sequence[Statement]) -> tuple[Fact, ...]:
    """The marks that the lowest price gets and those that the formula of the same sentence gives it."""
    for statement in told:
        found = _TIMES.search(statement.text)
        if found and found["full"] != found["times"]:
            full = Said(value=f"{found['full']} for the lowest price", statement=statement,
                        start=found.start("full"), end=found.end("full"))  # fmt: skip
            times = Said(value=f"{found['times']} by the formula", statement=statement,
                         start=found.start("times"), end=found.end())  # fmt: skip
            return clashes("price_marks", [[full, times]])
    return ()


def _stands_at(statement: Statement, fact: Fact) -> bool:
    place = statement.sentence.location
    return fact.location is not None and (place.document, place.block) == (fact.location.document, fact.location.block)


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value
