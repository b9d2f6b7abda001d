"""Criteria whose parts do not make the weight of the criterion above them, in a table without a total.

A false one accuses, so the criteria themselves must make a hundred, and the parts must be told from them by a code of
their own (MS1, MS2 ...) or by a column of their own ("Sub-weight").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.percent import cell_number
from checker.facts.statements import Statement, own_words, statements, tables
from checker.facts.table_sums import FURTHEST, Row, told_sum

_WEIGHT = re.compile(r"\bweight\w*|%|\bmarks\b|\bpoints\b", re.IGNORECASE)
_SUB = re.compile(r"\bsub\b|\bsub-?(?:weight|criteri|mark|score)", re.IGNORECASE)
_CODE = re.compile(r"^\W*(?P<letters>[A-Z]{1,3})\s?(?P<number>\d{1,2})(?![\w.])")
_LEAST_PARTS = 3
Part = tuple[Row, list[Row]]  # a criterion and what it is made of


def table_parts(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """The facts of `table_sums` for the first criterion whose parts make another sum; nothing where there is none."""
    for rows in tables(s for s in statements(clauses) if own_words(s)):
        for parts in (list(_coded(rows)), list(_in_columns(rows))):
            found = _first_off(parts)
            if found:
                return found
    return ()


def _first_off(parts: Sequence[Part]) -> tuple[Fact, ...]:
    if len(parts) < 2 or abs(sum(parent.number for parent, _ in parts) - 100) > 0.01:
        return ()
    for parent, children in parts:
        total = sum(row.number for row in children)
        gap = abs(total - parent.number)
        if len(children) >= _LEAST_PARTS and 0.01 < gap <= FURTHEST * parent.number and abs(total - 100) > 0.01:
            return told_sum(children, parent)
    return ()


def _coded(rows: Sequence[Statement]) -> Iterator[Part]:
    """Criteria without a code, each with the coded rows under it, numbered from 1 in step."""
    columns = rows[0].sentence.columns
    places = [place for place, name in enumerate(columns) if place and _WEIGHT.search(name)]
    if len(places) != 1:
        return
    read = [_row(statement, 0, places[0]) for statement in rows]
    parts: list[Part] = []
    for row in read:
        if row is None:
            return
        code = _CODE.match(row.label)
        if code is None:
            parts.append((row, []))
        elif not parts or int(code["number"]) != len(parts[-1][1]) + 1:
            return
        else:
            parts[-1][1].append(row)
    yield from parts


def _in_columns(rows: Sequence[Statement]) -> Iterator[Part]:
    """Criteria with their weight in one column, and each row's part in a column of sub-weights."""
    columns = rows[0].sentence.columns
    whole = [place for place, name in enumerate(columns) if _WEIGHT.search(name) and not _SUB.search(name)]
    sub = [place for place, name in enumerate(columns) if _WEIGHT.search(name) and _SUB.search(name)]
    if len(whole) != 1 or len(sub) != 1 or not 0 < whole[0] < sub[0] - 1:
        return
    parts: list[Part] = []
    for statement in rows:
        parent, part = _row(statement, 0, whole[0]), _row(statement, sub[0] - 1, sub[0])
        if part is None or (parent is None and (not parts or any(statement.sentence.cells[: whole[0] + 1]))):
            return
        if parent is not None:
            parts.append((parent, []))
        parts[-1][1].append(part)
    yield from parts


def _row(statement: Statement, label: int, place: int) -> Row | None:
    cells = statement.sentence.cells
    if len(cells) != len(statement.sentence.columns):
        return None
    share = cell_number(cells[place])
    return Row(cells[label].strip(), share, statement) if share is not None and cells[label].strip() else None
