"""Lots, zones or parts that are counted in words and listed in another number: "five lots", and Lot 1 to Lot 4."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Clause, Fact
from checker.facts.numerals import WORDS, read_number
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_COUNTED = re.compile(
    r"\b(?:divided|split|broken down|let|tendered|made up|consists?|comprises?|awarded) "
    rf"(?:of |in |into |as )?(?:a total of )?(?P<number>\d{{1,2}}|{WORDS})(?: \(\d{{1,2}}\))? "
    r"(?:(?:separate|geographic\w*|distinct|individual|regional) )?(?P<kind>lot|zone)s\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^\W*(?P<kind>lot|zone)\s?(?:no\.?\s?)?(?P<id>\d{1,2}|[A-Z])(?![\w.])", re.IGNORECASE)
_COLUMN = re.compile(r"^\W*(?P<kind>lot|zone)(?: (?:no\.?|number|ref\w*))?\W*$", re.IGNORECASE)
_CELL = re.compile(r"^\W*(?P<id>\d{1,2}|[A-Z])\W*$")


def lots_counted(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`lots_counted`: the number of lots (or zones) in words, and the number that the document lists, `conflicting`.

    Only where the listed ones run from 1 or A without a gap, so that none was lost in reading.
    """
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = [s for s in statements(tuple(c for c in clauses if c.document == document)) if own_words(s)]
        for statement in told:
            found = _COUNTED.search(statement.text)
            number = read_number(found["number"]) if found else None
            if found and number:
                kind = found["kind"].lower()
                ids, last = _listed(told, kind)
                if last and 2 <= len(ids) != int(number) and _is_whole(ids):
                    said = Said(value=f"{number:g} {kind}s", statement=statement, start=found.start(), end=found.end())
                    return clashes(
                        "lots_counted", [[said, Said(value=f"{len(ids)} {kind}s in the list", statement=last)]]
                    )
    return ()


def _listed(told: Sequence[Statement], kind: str) -> tuple[set[str], Statement | None]:
    """The lots that open a heading, a line or a row, and the last of these passages."""
    ids: set[str] = set()
    last = None
    for statement in told:
        columns, cells = statement.sentence.columns, statement.sentence.cells
        column = _COLUMN.match(columns[0]) if columns and cells else None
        listed = _LISTED.match(statement.text)
        if listed and listed["kind"].lower() == kind:
            ids.add(listed["id"].upper())
            last = statement
        elif column and column["kind"].lower() == kind and (cell := _CELL.match(cells[0])):
            ids.add(cell["id"].upper())
            last = statement
    return ids, last


def _is_whole(ids: set[str]) -> bool:
    numbers = sorted(int(item) if item.isdigit() else ord(item) - 64 for item in ids)
    return numbers == list(range(1, len(numbers) + 1))
