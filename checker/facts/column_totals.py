"""Totals of hours, areas, quantities or money that the rows above them, or the cells beside them, do not make.

A false one accuses, so the table must be whole: every row read with a number in the column, one after the other, one
total at the foot and no subtotal; and a total beside a row counts only where those of two other rows fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, own_words, statements

_TOTAL = re.compile(r"^\W*(?:(?:grand|overall|combined) )?totals?\b[^|]{0,30}$", re.IGNORECASE)
_NOT_PLAIN = re.compile(
    r"\b(?:sub-?\s?totals?|vat|average|mean|carried|brought|of which|contingenc\w*|discount|less|plus|per|each|"
    r"included|"
    r"excluding|including|max\w*|min\w*|rate)\b",
    re.IGNORECASE,
)
_TAKEN_OFF = re.compile(r"\bof which\b|\bless\b|\bincome\b|\bdiscount|\bsome\b|\bcredits?\b", re.IGNORECASE)
_TOLD_ELSEWHERE = re.compile(r"\bweight|\bmarks?\b|\bscore|\bpoints\b|%|\bper\s?cent|\bavailable\b", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"\b(?:rate|average|per (?:hour|unit|item|visit|m2|person)|year|date|no\.?|ref\w*|unit (?:price|cost|rate)|"
    r"price each|"
    r"height|length|width|depth|floors?|cumulative|max\w*|min\w*|grade|level|age|band|ratio)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:approx\w*|about|circa|estimat\w*|rounded|indicative|millions?|thousands?)\b|£m|£k|£?000", re.IGNORECASE
)
_CELL = re.compile(
    r"^\s*£?\s?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,2})?)\s?(?:m2|m²|sqm|hours|hrs|ha|km|m)?\s*$"
)
_NIL = re.compile(r"^\s*(?:[-–—]|nil|0)\s*$", re.IGNORECASE)
_LEAST, _FURTHEST = 3, 0.2  # rows above a total; of the total, beyond which other rows belong to it
_LEAST_FITTING = 2  # rows whose own total fits


def column_totals(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`column_total` (`_2`, `_3`), `conflicting`: the total as the table has it and as its rows or cells make it."""
    told = [s for s in statements(clauses) if own_words(s)]
    found = [slip for rows in full_tables(told) for slip in (*_at_foot(rows), *_at_side(rows))]
    return clashes("column_total", found)


def _at_foot(rows: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """The columns whose last row is the total of all the others and says another number."""
    *above, last = rows
    labels = [next((cell for cell in row.sentence.cells if cell.strip()), "") for row in rows]
    totals = [label for label in labels if _TOTAL.match(label)]
    whole = last.place - rows[0].place == len(rows) - 1
    if not whole or len(above) < _LEAST or len(totals) != 1 or not _TOTAL.match(labels[-1]):
        return
    if (
        any(_TAKEN_OFF.search(label) for label in labels)
        or _NOT_PLAIN.search(labels[-1])
        or any("total" in label.lower() for label in labels[:-1])
    ):
        return
    for place, column in enumerate(last.sentence.columns):
        cells = [_number(row.sentence.cells[place]) for row in above]
        said = _number(last.sentence.cells[place])
        if not place or said is None or None in cells or not _is_added(column):
            continue
        numbers = [cell for cell in cells if cell is not None]
        gap = abs(sum(numbers) - said)
        slack = len(numbers) / 2 if _ABOUT.search(column) else 0.05
        if slack < gap <= _FURTHEST * said and sum(numbers) / 2 not in numbers:
            yield _slip(last, said, sum(numbers), labels[-1])


def _at_side(rows: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """The one row whose cells do not make the last cell under "Total", where those of the others do."""
    columns = rows[0].sentence.columns
    if not _TOTAL.match(columns[-1]) or _NOT_PLAIN.search(columns[-1]) or _TOLD_ELSEWHERE.search(" ".join(columns)):
        return
    odd, fitting = [], 0
    for row in rows:
        cells = [_number(cell) for cell in row.sentence.cells[1:]]
        numbers = [cell for cell in cells if cell is not None]
        if len(numbers) != len(cells) or len(numbers) < 3:
            return
        *parts, said = numbers
        if abs(sum(parts) - said) <= 0.01:
            fitting += 1
        else:
            odd.append((row, said, sum(parts)))
    if len(odd) == 1 and fitting >= _LEAST_FITTING:
        row, said, total = odd[0]
        yield _slip(row, said, total, columns[-1])


def _is_added(column: str) -> bool:
    return not (_TOLD_ELSEWHERE.search(column) or _NOT_ADDED.search(column))


def _slip(statement: Statement, said: float, total: float, label: str) -> tuple[Said, Said]:
    words = f"{said:,.10g}"
    return (
        Said(value=f"{words} ({label.strip()})", statement=statement),
        Said(value=f"{total:,.10g} by adding up", statement=statement),
    )


def _number(cell: str) -> float | None:
    found = _CELL.match(cell)
    if found:
        return float(found[1].replace(",", ""))
    return 0.0 if _NIL.match(cell) else None
