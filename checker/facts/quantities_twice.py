"""Quantities of one thing that differ between two tables: five fans in the list of lots, six in the price schedule.

A false one accuses, so both tables must have a column of quantities, the thing must bear one name (and one lot, where
lots are given), and a third table, or every other thing of the two, must agree with one of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.labelled import title_words
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, own_words, statements

_COLUMN = re.compile(
    r"^\W*(?:qty|quantit(?:y|ies)|number|no\.? (?:of|required)|number (?:of|required)|total (?:qty|number))\b"
    r"(?!.{0,30}(?:option|further|max|per\b|a year|hours|weeks|trained|copies))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:existing|spare|replace|dispose|present|current|optional|basket|trade.?in|retained|sample|loan|annual use|"
    r"allocation|history|last year|estimated|indicative)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:year|phase|stage|option|site|school|lot) ?(?:\d|one|two|[A-D]\b)|\bschool\b", re.IGNORECASE)
_LOT = re.compile(r"^\W*lots?\b", re.IGNORECASE)
_TAIL = re.compile(r"[,(;–—]| (?:complete|with|to|incl\w*|as|per|for|in|and) ", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,4}(?:,\d{3})?)\s*")
_LEAST_SHARED = 3  # things that two tables both count


@dataclass(frozen=True, slots=True)
class _Counted:
    """The things of one table, by lot and name, each with its number."""

    things: dict[tuple[str, frozenset[str]], tuple[int, Statement]]


def quantities_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`quantity` (`_2`, `_3`), `conflicting`: a thing with each of its numbers ("PPV fan: 6", "PPV fans: 5")."""
    told = [s for s in statements(clauses) if own_words(s)]
    counted = [table for rows in full_tables(told) if (table := _counted(rows)).things]
    if any(_APART.search(s.heading) for table in counted for _, s in table.things.values()):
        return ()
    pairs = [pair for n, one in enumerate(counted) for other in counted[n + 1 :] for pair in _odd(one, other)]
    each: dict[tuple[str, frozenset[str]], tuple[Said, Said]] = {}
    for key, pair in pairs:
        each.setdefault(key, pair)
    return clashes("quantity", list(each.values()))


def _counted(rows: Sequence[Statement]) -> _Counted:
    columns = rows[0].sentence.columns
    places = [n for n, column in enumerate(columns) if n and _COLUMN.search(column)]
    found: defaultdict[tuple[str, frozenset[str]], list[tuple[int, Statement]]] = defaultdict(list)
    if len(places) == 1 and not _OTHER.search(f"{rows[0].heading} {' '.join(columns[: places[0] + 1])}"):
        for row in rows:
            cells = row.sentence.cells
            number = _NUMBER.fullmatch(cells[places[0]])
            lot = cells[0].strip() if _LOT.match(columns[0]) else ""
            label = next((c for c in cells[bool(lot) : places[0]] if re.search(r"[A-Za-z]{3}", c)), "")
            name = title_words(_TAIL.split(f"{label} ")[0]) - {"new"}
            if number and name and not _OTHER.search(label):
                found[lot, name].append((int(number[1].replace(",", "")), row))
    return _Counted({key: said[0] for key, said in found.items() if len(said) == 1})


def _odd(one: _Counted, other: _Counted) -> Iterator[tuple[tuple[str, frozenset[str]], tuple[Said, Said]]]:
    """The one thing in which two tables differ, where they agree in all others that both have."""
    matched = [(key, first, second) for key, first in one.things.items() if (second := _same(key, other)) is not None]
    odd = [item for item in matched if item[1][0] != item[2][0]]
    if len(odd) == 1 and len(matched) >= _LEAST_SHARED:
        key, (count, home), (again, there) = odd[0]
        name = " ".join(sorted(key[1]))
        yield key, (Said(value=f"{count} ({name})", statement=home), Said(value=f"{again} ({name})", statement=there))


def _same(key: tuple[str, frozenset[str]], table: _Counted) -> tuple[int, Statement] | None:
    """The one thing of a table under the same lot whose name holds, or is held by, this name."""
    lot, name = key
    held = [said for (there, words), said in table.things.items() if there == lot and (words <= name or name <= words)]
    return held[0] if len(held) == 1 else None
