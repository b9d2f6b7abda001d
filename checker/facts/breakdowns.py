"""A criterion whose own table makes another sum: quality 30% among the criteria, and 6 + 10 + 5 + 3 + 7 below it.

A false one accuses, so both must be told in percent, the criterion's table must hold a price beside it, the second one
must stand under a heading that names the criterion, and a sum that is too small counts only where nothing else earns
marks for it (an interview, a trial).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.criteria import TOTAL, class_of
from checker.facts.percent import cell_number
from checker.facts.question_weights import weighted_questions
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, lot_at, own_words, statements

_NAME = r"(?P<name>quality|technical|social value|sustainability|non-?price)"
_CRITERION = re.compile(rf"^\W*(?:[\dA-Z.]{{1,4}}\W+)?(?:(?:overall|total|the) )?{_NAME}\b", re.IGNORECASE)
_HEADING = re.compile(
    rf"^\W*(?:[\dA-Z.]{{1,6}}\W+)?(?:the |breakdown of (?:the )?)?{_NAME}(?: (?:breakdown|criteria|criterion|"
    r"questions?|evaluation|sub-?criteria|scoring|weight\w*|assessment|marks|score|element|and|responses?|submission|"
    r"method|"
    r"statements?))*\W*(?:\(\d{1,2}%\)\W*)?$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    rf"^[^.;]{{0,60}}\b{_NAME} (?:sub-?)?(?:criteria|questions|marks|score|element|weight\w*)\b[^.;]{{0,60}}:\W*$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:\((?:weight\w*:? ?)?|[–:-] ?(?:weight\w*:? ?)?)(?P<number>\d{1,2})\s?(?:%|per ?cent)[^()\d]{0,20}\)?\W*$",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"\bweight\w*|%|\bper ?cent", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:interviews?|presentations?|demonstrations?|trials?|samples?|visits?|clarification meetings?|social value|"
    r"tasting|case stud\w+)\b[^.]{0,120}(?:%|\bper ?cent|\bmarks\b|\bpoints\b)",
    re.IGNORECASE,
)
_LEAST = 3  # parts
_FURTHEST = 0.3  # of the criterion: a sum further off is of something else
_NEAR_HUNDRED = 10  # parts that are weighed within the criterion make about a hundred


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    percent: float
    statement: Statement


def breakdowns(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`parts_and_whole`, `conflicting`: the weight of a criterion ("30") and the parts in its own table."""
    told = [s for s in statements(clauses) if own_words(s) and lot_at(s, 0) is None]
    tables = [rows for table in full_tables(told) if (rows := _read(table))]
    wholes = [(criterion, row) for rows in tables for criterion, row in _criteria(rows)]
    groups = list(_under_headings(told, tables))
    for rows in tables:
        above = rows[0].statement
        heading = _HEADING.match(above.heading) or _LEAD_IN.match(above.clause.lead_in)
        if heading and len(rows) >= _LEAST and not _has_price(rows):
            named = [row for criterion, row in wholes if criterion == heading["name"].lower() and row not in rows]
            if len({row.percent for row in named}) == 1 and _is_off(named[0], rows, told):
                groups.append(_told(named[0], rows))
    return clashes("parts_and_whole", groups)


def _under_headings(told: Sequence[Statement], tables: Sequence[Sequence[_Row]]) -> Iterator[tuple[Said, Said]]:
    """Rows or questions below a heading that tells their weight ("Method statements (60%)")."""
    forms = [[_Row("", weight, s) for weight, s in questions] for questions in weighted_questions(told)]
    for rows in (*tables, *forms):  # a question whose share is not read makes the sum of a form too small
        above = {row.statement.heading for row in rows}
        share = _SHARE.search(next(iter(above))) if len(above) == 1 and len(rows) >= _LEAST else None
        if share and not _has_price(rows):
            heading = share.string
            home = rows[0].statement.clause.document
            found = (s for s in told if s.clause.document == home and s.sentence.kind == "heading")
            said = next((s for s in found if heading.endswith(s.text.strip())), None)
            whole = _Row("", float(share["number"]), said) if said else None
            short = rows in forms and sum(row.percent for row in rows) < float(share["number"])
            if whole and not short and _is_off(whole, rows, told):
                yield _told(whole, rows)


def _read(table: Sequence[Statement]) -> list[_Row]:
    """The rows of a table with one column of percentages, but not its total."""
    columns = table[0].sentence.columns
    places = [place for place, name in enumerate(columns) if place and _COLUMN.search(name)]
    last = table[-1].sentence.cells
    places = places or [place for place in range(1, len(columns)) if cell_number(last[place], signed=True) is not None]
    if len(places) != 1:
        return []
    rows = []
    for statement in table:
        cells = statement.sentence.cells
        number = cell_number(cells[places[0]])
        label = " ".join(cell for cell in cells[: places[0]] if re.search(r"[A-Za-z]{3}", cell))
        if number is not None and not TOTAL.match(label):
            rows.append(_Row(label, number, statement))
    return rows


def _has_price(rows: Sequence[_Row]) -> bool:
    return any(class_of(row.label) == "price_weight" for row in rows)


def _criteria(rows: Sequence[_Row]) -> Iterator[tuple[str, _Row]]:
    """The name and the row of each criterion, of a table with a price that makes a hundred."""
    if _has_price(rows) and sum(row.percent for row in rows) == 100:
        for row in rows:
            named = _CRITERION.match(row.label)
            if named:
                yield named["name"].lower(), row


def _is_off(whole: _Row, rows: Sequence[_Row], told: Sequence[Statement]) -> bool:
    total = sum(row.percent for row in rows)
    if abs(total - 100) <= _NEAR_HUNDRED or not 0.01 < abs(total - whole.percent) <= _FURTHEST * whole.percent:
        return False
    return total > whole.percent or not any(_ELSEWHERE.search(s.text) for s in told)


def _told(whole: _Row, rows: Sequence[_Row]) -> tuple[Said, Said]:
    working = " + ".join(f"{row.percent:g}" for row in rows) + f" = {sum(row.percent for row in rows):g}"
    return Said(value=f"{whole.percent:g}", statement=whole.statement), Said(value=working, statement=rows[0].statement)
