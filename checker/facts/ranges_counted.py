"""Things that one table counts and another numbers one by one: "7 columns" in area F, and F1 to F6 in the list.

A false one accuses, so three areas or more must agree in both tables, and one alone differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_RANGE = re.compile(r"\W{0,2}(?P<area>[A-Z])1 ?(?:[-–—]|to) ?(?P=area)(?P<last>\d{1,3})\W{0,2}")
_AREA = re.compile(r"(?P<area>[A-Z])(?:[.):]|\s?[-–—]| )\s?[A-Z][a-z]")
_COUNT = re.compile(r"(?P<number>\d{1,3}) (?P<what>[a-z]{3,}(?: [a-z]{3,})?)")
_NOT_THINGS = re.compile(r"(?:days?|weeks?|months?|years?|hours?|minutes?|metres?|per|to|times|visits?|miles?)\b")
_LEAST = 3  # areas that agree, or labels that run from 1 without a gap
_SPAN = re.compile(
    r"(?<![\w.])(?P<letters>[A-Z]{1,3})1 ?(?:[-–—]|to|through) ?(?P=letters)?(?P<last>\d{1,2})(?![\w.]*\w)"
)
_LABEL = re.compile(r"^\W{0,2}(?:Question )?(?P<letters>[A-Z]{1,3})(?P<number>\d{1,2})(?![\w.]*\w)")
_ANYWHERE = re.compile(r"(?<![\w.])(?P<letters>[A-Z]{1,3})(?P<number>\d{1,2})(?![\w.]*\w)")
_ASKED = re.compile(r"\b(?:questions?|answers?|responses?|sections?|envelopes?|criteri\w+|method statements?)\b", re.I)
_PERIODS = re.compile(r"\b(?:quarter\w*|payments?|reports?|paper|sizes?|drawings?|prints?)\b", re.IGNORECASE)
_FURTHEST = 3  # labels beyond the last


def ranges_counted(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`range_counted`, `conflicting`: the number of things in one area ("7 columns") and its list ("F1–F6"); or a
    range ("Q1 to Q6") and the last label that the document has ("Q5").
    """
    told = [s for s in statements(clauses) if own_words(s)]
    return _areas([s for s in told if s.sentence.cells]) or _spans(told)


def _spans(told: Sequence[Statement]) -> tuple[Fact, ...]:
    """The first range that runs on beyond the last label, which stands nowhere else in its document."""
    for document in dict.fromkeys(statement.clause.document for statement in told):
        own = [s for s in told if s.clause.document == document]
        for statement in own:
            if not _ASKED.search(f"{statement.text} {statement.heading}") or _PERIODS.search(statement.text):
                continue
            for found in _SPAN.finditer(statement.text):
                letters, last = found["letters"], int(found["last"])
                heads, named = _labels(own, letters)
                end = max(heads, default=0)
                if (
                    set(heads) == set(range(1, end + 1))
                    and _LEAST <= end < last <= end + _FURTHEST
                    and max(named) <= end
                ):
                    said = Said(value=found.group(), statement=statement, start=found.start(), end=found.end())
                    return clashes(
                        "range_counted", [[said, Said(value=f"{letters}{end} as the last", statement=heads[end])]]
                    )
    return ()


def _labels(told: Sequence[Statement], letters: str) -> tuple[dict[int, Statement], set[int]]:
    """The numbers that open a line, a cell or a heading after these letters, and all that stand anywhere else than as
    the end of a range.
    """
    heads: dict[int, Statement] = {}
    named = {0}
    for statement in told:
        number = _LABEL.match(statement.clause.number or "")
        for opened in (number, *(_LABEL.match(text) for text in (statement.text, *statement.cells))):
            if opened and opened["letters"] == letters and not _SPAN.match(statement.text):
                heads.setdefault(int(opened["number"]), statement)
        for found in _ANYWHERE.finditer(_SPAN.sub(" ", statement.text)):
            if found["letters"] == letters:
                named.add(int(found["number"]))
    return heads, named


def _areas(rows: Sequence[Statement]) -> tuple[Fact, ...]:
    """The one area whose count misses its list."""
    numbered, counted = _numbered(rows), _counted(rows)
    both = [area for area in numbered if area in counted]
    odd = [area for area in both if numbered[area][0] != counted[area][0]]
    if len(odd) != 1 or len(both) - 1 < _LEAST:
        return ()
    (area,) = odd
    return clashes("range_counted", [[counted[area][1], numbered[area][1]]])


def _numbered(rows: Sequence[Statement]) -> dict[str, tuple[int, Said]]:
    """Each area's last number and the cell; an area listed twice is left out."""
    found: dict[str, list[tuple[int, Said]]] = {}
    for row in rows:
        for cell in row.cells:
            listed = _RANGE.fullmatch(cell)
            if listed:
                found.setdefault(listed["area"], []).append((int(listed["last"]), _said(row, cell)))
    return {area: each[0] for area, each in found.items() if len(each) == 1}


def _counted(rows: Sequence[Statement]) -> dict[str, tuple[int, Said]]:
    """Each area's first count, at the head of the cell next to its name; an area counted twice is left out."""
    found: dict[str, list[tuple[int, Said]]] = {}
    for row in rows:
        area = _AREA.match(row.cells[0]) if len(row.cells) > 1 else None
        count = _COUNT.match(row.cells[1]) if area else None
        if area and count and not _NOT_THINGS.match(count["what"]):
            found.setdefault(area["area"], []).append((int(count["number"]), _said(row, count.group())))
    return {area: each[0] for area, each in found.items() if len(each) == 1}


def _said(row: Statement, words: str) -> Said:
    start = max(0, row.text.find(words))
    return Said(value=words.strip(), statement=row, start=start, end=start + len(words))
