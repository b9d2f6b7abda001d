"""Parts that do not make their whole: 60 marks "shared as follows: 25, 15 and 10", a loss split 50%, 35% and 25%.

A false one accuses, so the whole must be said (in the sentence, in the last row, or by the word "split"), every part
must stand beside it, and a sum far off is left alone, since other parts may stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checker.domain import Clause, Fact
from checker.facts.criteria import TOTAL
from checker.facts.percent import cell_number, find_percents
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, own_words, statements

_FURTHEST = 0.3  # of the whole
_ROUNDED = 1.5  # percent that rounding may add up to
_LEAST = 3  # parts
_SHARED = re.compile(
    r"(?<![\w.,£-])(?P<whole>\d{2,3})(?P<percent>\s?%| per ?cent)? "
    r"(?:\w+ ){0,4}?(?:marks|points|per cent|weighting|score|quality|technical|available)?[^.;:\d]{0,60}\b"
    r"(?:shared|split|divided|made up|broken down|allocated|distributed|apportioned|comprises?|"
    r"consists?)\b[^.:;\d]{0,40}[:\s]\s?(?P<parts>[A-Za-z(][^.;]{6,220}|\d[^.;]{6,220})",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<![\w.,£-])(\d{1,3}(?:\.\d)?)(?!\.?\d)(?:\s?%| per ?cent| marks| points)?", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(?:(?:split|shared|divided|apportioned|allocated|borne|distributed)\b[^.;]{0,60}\b"
    r"(?:between|among\w*|across|as|at|by|in|to)|in the proportions?|pro ?rata)\b",
    re.IGNORECASE,
)
_NOT_PARTS = re.compile(
    r"\b(?:each|every|minimum|at least|up to|pass|threshold|between \d|VAT|interest|increase|discount|or|if|retention|"
    r"remainder|rest|balance|of which)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^\W*(?:all|whole|entire|overall|sum|together|in all|every)\b|\b(?:as a whole|in total|combined)\W*$", re.I
)
_OUT_OF = re.compile(
    r"\b(?:marked|scored|judged|marks?|points) (?:will be |are |is )?(?:given )?out of (?:a (?:total|maximum) of )?"
    r"(?P<whole>100)(?!\d)",
    re.IGNORECASE,
)


def parts_whole(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`parts_and_whole` (`_2`, `_3`), `conflicting`: the whole as said ("60") and its parts ("25 + 15 + 10 = 50")."""
    told = [s for s in statements(clauses) if own_words(s)]
    return clashes(
        "parts_and_whole", [*(slip for s in told for slip in _in_sentence(s)), *_out_of(told), *_in_tables(told)]
    )


def _in_sentence(statement: Statement) -> Iterator[tuple[Said, Said]]:
    text = statement.text
    if statement.cells or _NOT_PARTS.search(text):
        return
    shared = _SHARED.search(text)
    if shared:
        yield from _off(
            float(shared["whole"]), [float(n) for n in _PART.findall(shared["parts"])], statement, statement
        )
        return
    split, shares = _SPLIT.search(text), find_percents(text)
    if split and len(shares) >= _LEAST and shares[0].start > split.start():
        yield from _off(100, [share.percent for share in shares], statement, statement)


def _out_of(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """ "Marked out of 100" and the column of marks right below it, when it makes another number."""
    for place, statement in enumerate(told):
        out_of = _OUT_OF.search(statement.text)
        if not out_of or statement.cells:
            continue
        below = next((n for n in (place + 1, place + 2) if n < len(told) and told[n].cells), None)
        rows = _marks_below(told[below:]) if below else []
        if len(rows) >= _LEAST:
            yield from _off(float(out_of["whole"]), [mark for _, mark in rows], statement, rows[0][0])


def _marks_below(told: Sequence[Statement]) -> list[tuple[Statement, float]]:
    """The rows of one table of a name and a whole number each; none where a row is of another shape."""
    rows: list[tuple[Statement, float]] = []
    for statement in takewhile(lambda s: s.sentence.cells and s.clause.document == told[0].clause.document, told):
        cells = statement.sentence.cells
        number = cell_number(cells[-1]) if len(cells) == 2 and cells[0].strip() else None
        if number is not None and not TOTAL.search(cells[0]):
            rows.append((statement, number))
        elif rows or not re.fullmatch(
            r"\W*(?:max\w*\.? )?(?:marks|points|weight\w*)(?: available)?\W*", cells[-1], re.I
        ):
            return []
    return rows


def _in_tables(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """A column of numbers whose last row, of all the others together, says a hundred."""
    for *parts, last in full_tables(told):
        if len(parts) < _LEAST or not _ALL.search(last.sentence.cells[0]):
            continue
        for place in range(1, len(last.sentence.cells)):
            numbers = [n for row in parts if (n := cell_number(row.sentence.cells[place])) is not None]
            if len(numbers) == len(parts) and cell_number(last.sentence.cells[place]) == 100:
                yield from _off(100, numbers, last, parts[0])
                break


def _off(whole: float, parts: Sequence[float], said: Statement, counted: Statement) -> Iterator[tuple[Said, Said]]:
    total = sum(parts)
    if len(parts) >= _LEAST and max(parts) < whole and _ROUNDED < abs(total - whole) <= _FURTHEST * whole:
        working = " + ".join(f"{part:g}" for part in parts) + f" = {total:g}"
        yield Said(value=f"{whole:g}", statement=said), Said(value=working, statement=counted)
