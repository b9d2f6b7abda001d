"""Rows of marks or weights that do not make the total their own table states, or the sum of their parent row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.percent import cell_number
from checker.facts.statements import Statement, make_fact, own_words, statements, tables

LEAST_ROWS = 2  # rows above a total that may be added up
FURTHEST = 0.3  # of the total: a sum further off is of other rows, or a table read in part
_TOTAL = re.compile(r"^\W*(?:grand |overall )?total\b.{0,30}$", re.I)
_PART_TOTAL = re.compile(r"\bsub-?\s?total\b", re.I)
_SCORED = re.compile(r"\b(?:weight\w*|marks?|points|scor(?:e|es|ing)|maximum|available|%|per\s?cent)", re.I)
_NUMBER = re.compile(r"^\W{0,2}(\d{1,4}(?:\.\d{1,2})?)\s?(?:%|marks|points)?\W{0,2}$", re.I)
_NIL = re.compile(r"^\s*[-\u2013\u2014]\s*$")  # a criterion that does not count for this lot
_PARENT = re.compile(r"^\W*(?:\d{1,2}\.\d[\d.]*|[A-Z][.)]|\d{1,2}[.)]?)\s+\S")
_CHILD = re.compile(r"^\W*(?:\(?[ivx]{1,4}[.)]|\(?[a-z][.)])\s*\S")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its words and the number in one column."""

    label: str
    number: float
    statement: Statement


def table_sums(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`table_sum` (the sum of the rows, with the working in `how`), `table_sum_said` (what the table says),
    `table_sum_row` (the row that says it) and `table_sum_gap` (the difference), of the first table that contradicts
    itself. Only tables under a column of marks or weights are added up.
    """
    for rows in tables(s for s in statements(clauses) if own_words(s)):
        for place, column in enumerate(rows[0].sentence.columns):
            if _SCORED.search(column) or _is_shares(rows, place):
                found = _contradiction(rows, place)
                if found:
                    return found
    return ()


def _is_shares(rows: Sequence[Statement], place: int) -> bool:
    """Whether every cell of a column is a percentage or a dash, and the last a hundred: weights by lot."""
    cells = [row.sentence.cells[place] for row in rows if place < len(row.sentence.cells)]
    shares = all(cell_number(cell, signed=True) is not None or _NIL.match(cell) for cell in cells)
    return bool(cells) and shares and bool(re.match(r"\W{0,2}100\s?%", cells[-1]))


def _contradiction(rows: Sequence[Statement], place: int) -> tuple[Fact, ...]:
    read = [_row(statement, place) for statement in rows]
    if None in read or any(row and _PART_TOTAL.search(row.label) for row in read):
        return ()
    known = [row for row in read if row]
    totals = [row for row in known if _TOTAL.match(row.label)]
    addends = known[:-1]
    if len(totals) != 1 or totals[0] is not known[-1] or len(addends) < LEAST_ROWS:
        return ()
    parents = [row for row in addends if _PARENT.match(row.label)]
    if len(parents) >= LEAST_ROWS and len(parents) < len(addends):
        return _of_children(addends, parents, totals[0])
    if any(_CHILD.match(row.label) for row in addends):
        return ()
    return told_sum(addends, totals[0]) if _is_off(addends, totals[0].number) else ()


def _row(statement: Statement, place: int) -> Row | None:
    """The row with its number in the column; from the right where the row has fewer cells than the table columns."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    if len(cells) != len(columns) or not place:
        return None
    label = next((cell.strip() for cell in cells[:place] if cell.strip()), "")
    number = _NUMBER.match(cells[place])
    if label and _NIL.match(cells[place]):
        return Row(label, 0.0, statement)
    return Row(label, float(number[1]), statement) if number and label else None


def _of_children(addends: Sequence[Row], parents: Sequence[Row], total: Row) -> tuple[Fact, ...]:
    """The first parent whose own rows miss it, where the parents make the total and another parent's rows fit."""
    if sum(row.number for row in parents) != total.number:
        return ()
    families = list(_families(addends, parents))
    fits = [not _differs(children, parent.number) for parent, children in families if children]
    for parent, children in families:
        if children and _differs(children, parent.number) and any(fits):
            return told_sum(children, parent)
    return ()


def _families(addends: Sequence[Row], parents: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    for parent in parents:
        start = addends.index(parent) + 1
        after = [place for place in range(start, len(addends)) if addends[place] in parents]
        yield parent, list(addends[start : after[0] if after else len(addends)])


def _differs(rows: Sequence[Row], said: float) -> bool:
    return abs(sum(row.number for row in rows) - said) > 0.01


def _is_off(rows: Sequence[Row], said: float) -> bool:
    return _differs(rows, said) and abs(sum(row.number for row in rows) - said) <= FURTHEST * said


def told_sum(rows: Sequence[Row], said: Row) -> tuple[Fact, ...]:
    """The four facts of one contradiction, with the addends in `how`."""
    total = sum(row.number for row in rows)
    addends = " + ".join(f"{row.label[:60]} {row.number:g}" for row in rows)
    how = f"{addends} = {total:g}, and the table says {said.number:g}."
    return (
        make_fact("table_sum", _plain(total), said.statement, how=how, status="derived"),
        make_fact("table_sum_said", _plain(said.number), said.statement, how=how, status="derived"),
        make_fact("table_sum_gap", _plain(abs(total - said.number)), said.statement, how=how, status="derived"),
        make_fact("table_sum_row", said.label[:80], said.statement, how=how, status="derived"),
    )


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value
