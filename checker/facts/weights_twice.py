"""A criterion with one weight here and another a few lines on: "quality 60%" and then "quality (50%)".

A false one accuses, so only sentences of one clause and rows of one table are compared, and only where each speaks of
weights; a part of a criterion, an earlier draft or a pass mark is no second weight.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.percent import cell_number
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, full_tables, lot_names, own_words, statements

_NUMBER = r"(?<![\w.,£-])(?P<number>\d{1,3}(?:\.\d)?)"
_SHARE = rf"{_NUMBER}\s?(?P<unit>%|per ?cent|of \d{{1,3}}(?!\d)|marks|points)"
_NAME = r"(?P<name>[a-z][a-z-]{3,}(?: (?:and )?[a-z][a-z-]{3,}){0,2})"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NAME}[\s,:]{{0,2}}\(?(?:(?:has|have|carries|is|at|with|bears|gets|counts?(?: for)?|worth|weighted|"
        r"weighs)\b[\s:]?(?:(?:weighted|worth|given|a|the) (?:at )?)?(?:weight(?:ing)? of )?|"
        rf"weight(?:ing)?:? )?\(?{_SHARE}",
        rf"{_SHARE}(?: (?:of the (?:marks|points|score|total)|available|weighting))*,? "
        rf"(?:(?:is|are|goes|go|being) )?(?:for|on|to) (?:the )?{_NAME}",
        rf"\b{_NAME} \([^)\d]{{3,30}}\)[^.;\d]{{0,20}}{_SHARE}",
        rf"\((?P<name>[a-z][a-z-]{{3,}})\) (?:carries|has|is worth|counts for) {_SHARE}",
    )
)
_SPEAKS = re.compile(
    r"\b(?:weight\w*|marks?|points|judged|scor\w+|evaluat\w+|criteri\w+|available|quality and|and price|"
    r"question \d)\b",
    re.I,
)
_LEFT_OUT = re.compile(
    r"\b(?:draft|previous\w*|earlier|was|were|usual\w*|normally|formerly|changed|instead|example|within|of which|"
    r"sub-?\w+|threshold|minimum|pass mark|at least|if|each|lot|stage|phase)\b|^\W*\[",
    re.IGNORECASE,
)
_OF_THE_NEXT = re.compile(
    r",? ?(?:of the (?:marks|points|score|total) )?(?:is |goes )?(?:on|for|to) (?:the )?[a-z]", re.IGNORECASE
)
_SMALL = frozenset(
    {
        "about", "and", "available", "bid", "bids", "carries", "equally", "first", "from", "half", "have",
        "highest", "judged", "lowest", "mark", "marks", "merit", "of", "over", "panel", "points", "question",
        "rate", "score", "taken", "tender", "tenders", "than", "that", "the", "then", "this", "total", "under",
        "weight", "weighting", "will", "with", "worth",
    }
)  # fmt: skip
_COLUMN = re.compile(r"\bweight\w*|\bshare\b|\bmarks\b|\bpoints\b|%", re.IGNORECASE)


def weights_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`criterion_weight` (`_2`, `_3`), `conflicting`: a criterion with each of its weights ("quality: 60%")."""
    found: dict[tuple[int, str], list[Said]] = defaultdict(list)
    told = [s for s in statements(clauses) if own_words(s) and not lot_names(s.text) and not _LEFT_OUT.search(s.text)]
    for statement in told:
        for name, words, start, end in _in_sentence(statement):
            said = Said(value=f"{name}: {words}", statement=statement, start=start, end=end)
            found[id(statement.clause), name].append(said)
    groups = [first_of_each(said) for said in found.values()]
    return clashes("criterion_weight", [*(group for group in groups if len(group) == 2), *_in_tables(told)])


def _in_sentence(statement: Statement) -> Iterator[tuple[str, str, int, int]]:
    """The last word of each criterion's name, its weight as told, and where that stands."""
    if statement.cells or not _SPEAKS.search(statement.text):
        return
    seen: set[int] = set()
    for form in _FORMS:
        for found in form.finditer(statement.text):
            if form is _FORMS[0] and _OF_THE_NEXT.match(statement.text[found.end() :]):
                continue
            name = next((w for w in reversed(found["name"].lower().split()) if w not in _SMALL), "")
            if name and found.start("number") not in seen:
                seen.add(found.start("number"))
                unit = found["unit"].lower()
                words = f"{float(found['number']):g}{'%' if unit in ('%', 'per cent', 'percent') else f' {unit}'}"
                yield name, words, found.start(), found.end()


def _in_tables(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """A criterion named again below rows that already make a hundred, with another weight."""
    for rows in full_tables(told):
        seen: dict[str, tuple[float, Statement]] = {}
        for statement in rows:
            for name, number in _in_row(statement):
                first, home = seen.setdefault(name.lower(), (number, statement))
                if first != number and sum(weight for weight, _ in seen.values()) == 100:
                    yield (
                        Said(value=f"{name}: {first:g}", statement=home),
                        Said(value=f"{name}: {number:g}", statement=statement),
                    )


def _in_row(statement: Statement) -> Iterator[tuple[str, float]]:
    cells, columns = statement.sentence.cells, statement.sentence.columns
    places = [n for n, name in enumerate(columns) if n and _COLUMN.search(name)]
    named = [cell.strip() for cell in cells if re.search(r"[A-Za-z]{4}", cell)]
    number = cell_number(cells[places[0]]) if len(places) == 1 and len(named) == 1 else None
    if number is not None:
        yield named[0], number
