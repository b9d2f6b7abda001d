"""The weight of one question in two places: the table of criteria and the form, or two tables.

A false one accuses, so the two must bear one number and share a word of their titles, or stand in tables of one length
of which all other rows agree.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from checker.domain import Clause, Fact
from checker.facts.criteria import PRICE, TOTAL
from checker.facts.labelled import title_words
from checker.facts.percent import find_percents
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, full_tables, lot_at, own_words, statements

_COLUMN = re.compile(r"\bweight\w*\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\W{0,2}(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent|marks|points)?\W{0,2}$", re.IGNORECASE)
_ID = re.compile(r"^\W*(?:question |criterion |q\.? ?)?(?P<id>[A-Z]{1,3}\.?\d{1,2}(?:\.\d{1,2})?)\W*$", re.IGNORECASE)
_PRICE = re.compile(
    rf"^\W*(?:total |overall |tendered |whole[\s-]life )?{PRICE}"
    rf"(?: (?:and|&|of|submission|schedule|criteri\w+|{PRICE}))*\W*$",
    re.IGNORECASE,
)
_PRICE_FIRST = re.compile(rf"^\W*(?:total |overall |tendered )?{PRICE}\b", re.IGNORECASE)
_LABELLED = re.compile(r"^\W*weight\w*:?\s?(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)\W*$", re.IGNORECASE)
_BRACKET = re.compile(
    r"\((?:weight\w*:? ?|worth )?(?P<number>\d{1,2}(?:\.\d{1,2})?) ?(?:%|per ?cent|marks|points)(?: weight\w*)?[,;)]",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^\W*(?P<id>[A-Z]{0,3}\.?\d{1,2}(?:\.\d{1,2}){0,2})\W*$")
_RUN_IN = re.compile(r"^\W*(?:question|q)\s?(?P<id>\d{1,2}(?:\.\d{1,2})?)\b[\s:.–-]*(?P<title>[A-Z].*)$", re.I | re.S)
_MOST_TITLE = 14  # words of a question's title
_LEAST_ALIKE = 3  # questions of one title in both places
_LEAST_ROWS = 4
_STEM = 5  # letters that two words have in common when they are forms of one


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    words: frozenset[str]
    weight: float
    statement: Statement
    is_price: bool


def question_weights(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`question_weight` (and `_2`, `_3`): the weights in percent that one question has in two places, `conflicting`."""
    told = [s for s in statements(clauses) if own_words(s) and lot_at(s, 0) is None]
    tables = list(_tables(told))
    groups: dict[tuple[int, int], tuple[_Entry, _Entry]] = {}
    for one, other in combinations(tables, 2):
        for first, second in (*_by_id(one, other), *_by_title(one, other), *_in_order(one, other)):
            groups.setdefault((first.statement.index, second.statement.index), (first, second))
    return clashes("question_weight", [[_said(entry) for entry in pair] for pair in groups.values()])


def _said(entry: _Entry) -> Said:
    return Said(value=f"{entry.weight:g}", statement=entry.statement)


def _tables(told: Sequence[Statement]) -> Iterator[list[_Entry]]:
    """The rows of each table with a column of weights, and the questions of a part that bear theirs in their titles."""
    for rows in full_tables(told):
        entries = [entry for statement in rows if (entry := _entry(statement))]
        if entries and len({entry.words for entry in entries}) == len(entries):
            yield entries
    yield from _forms(told)


def weighted_questions(told: Sequence[Statement]) -> Iterator[list[tuple[float, Statement]]]:
    """The questions of each part of a form with the share that each bears in its own words."""
    for entries in _forms(told):
        yield [(entry.weight, entry.statement) for entry in entries]


def _forms(told: Sequence[Statement]) -> Iterator[list[_Entry]]:
    lines: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for _, group in groupby((s for s in told if not s.sentence.cells), key=lambda s: id(s.clause)):
        line = _line(list(group))
        if line:
            family = line.id.rpartition(".")[0] or line.id.rstrip("0123456789")
            lines[line.statement.clause.document, family].append(line)
    yield from (entries for entries in lines.values() if len({entry.id for entry in entries}) == len(entries))


def _entry(statement: Statement) -> _Entry | None:
    cells, columns = statement.sentence.cells, statement.sentence.columns
    weights = [
        float(found[1])
        for cell, column in zip(cells, columns, strict=True)
        if (_COLUMN.search(column) and (found := _NUMBER.match(cell))) or (found := _LABELLED.match(cell))
    ]
    label = next((cell for cell in cells if len(re.findall(r"[a-z]{3}", cell, re.I)) >= 1 and not _ID.match(cell)), "")
    if len(weights) != 1 or not label or TOTAL.search(label):
        return None
    numbered = _ID.match(cells[0])
    price = bool(_PRICE.match(label) or _PRICE_FIRST.match(label))
    return _Entry(numbered["id"].upper() if numbered else "", title_words(label), weights[0], statement, price)


def _line(clause: Sequence[Statement]) -> _Entry | None:
    """A question of a form, "M1 Working together (15%, 750 words)": its number, its words and its one share.

    The share may stand behind the question ("2.3 People. Who does what? (10%)").
    """
    shares = [(s, found) for s in clause for found in _BRACKET.finditer(s.text)]
    first = clause[0]
    number = _DOTTED.match(first.clause.number or "")
    run_in = _RUN_IN.match(first.text)
    if len(shares) != 1 or not (number or run_in) or len([p for s in clause for p in find_percents(s.text)]) > 1:
        return None
    title = re.split(r"[(:?]|\.(?:\s|$)| [–-] ", run_in["title"] if run_in else first.text, maxsplit=1)[0]
    if not title_words(title) or len(title.split()) > _MOST_TITLE:
        return None
    ((statement, found),) = shares
    label = run_in["id"] if run_in else number["id"] if number else ""
    return _Entry(label.upper(), title_words(title), float(found["number"]), statement, False)


def _by_id(one: Sequence[_Entry], other: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Entries of one number and one title with two weights, where most of those shared agree."""
    there = {entry.id: entry for entry in other if entry.id}
    pairs = [(entry, there[entry.id]) for entry in one if entry.id in there]
    alike = [(a, b) for a, b in pairs if a.words and b.words and _akin(a.words, b.words)]
    odd = [(a, b) for a, b in alike if a.weight != b.weight]
    if len(alike) >= 3 and len(odd) * 2 < len(alike):
        yield from odd


def _by_title(one: Sequence[_Entry], other: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Entries of one title with two weights, where most of those shared agree."""
    mine, theirs = ({e.words: e for e in table if len(e.words) > 1 or not e.is_price} for table in (one, other))
    alike = [(mine[words], theirs[words]) for words in mine if words in theirs]
    odd = [(a, b) for a, b in alike if a.weight != b.weight]
    if len(alike) >= _LEAST_ALIKE and len(odd) * 3 <= len(alike):
        yield from odd


def _in_order(one: Sequence[_Entry], other: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """The one row that differs between two tables of quality criteria with the same rows in the same order."""
    mine, theirs = ([e for e in table if not e.is_price] for table in (one, other))
    if len(mine) != len(theirs) or len(mine) < _LEAST_ROWS or _is_by_id(mine, theirs):
        return
    pairs = list(zip(mine, theirs, strict=True))
    odd = [(a, b) for a, b in pairs if a.weight != b.weight]
    same = [(a, b) for a, b in pairs if a.weight == b.weight]
    akin = sum(_akin(a.words, b.words) for a, b in same)
    if len(odd) == 1 and len({a.weight for a, _ in same}) > 1 and akin * 4 >= len(same) * 3:
        yield odd[0]


def _is_by_id(mine: Sequence[_Entry], theirs: Sequence[_Entry]) -> bool:
    return all(a.id and a.id == b.id for a, b in zip(mine, theirs, strict=True))


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles share a word of five letters or more, or the beginning of one."""
    stems = {word[:_STEM] for word in other if len(word) >= _STEM} | {word for word in other if len(word) == 4}
    return any(word[:_STEM] in stems for word in one if len(word) >= 4)
