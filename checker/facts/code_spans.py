"""Things numbered in a row and counted elsewhere: drawings "K/11/01 to 05" and "01 to 06", "14 windows" and W1 to W15.

Also damages for delay whose rate for a day and rate for a week cannot both hold. A false one accuses, so the prefix of
the row must be the same, and a count must point at the table whose labels run from 1 without a gap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.numerals import WORDS, read_number
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, own_words, statements

_SPAN = re.compile(
    r"(?<![\w/.-])(?P<prefix>[A-Z][A-Z0-9]*(?:[/-][A-Z0-9]+)*[/-])(?P<first>\d{1,3}) ?(?:to|[–—-]) ?(?P<last>\d{1,3})"
    r"(?![\w/-])"
)
_PAPERS = re.compile(r"\b(?:drawings?|plans?|sheets?|documents?)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:lots?|phase|section|floors?|only|shows?|showing|details?|elevations?)\b", re.IGNORECASE)
_COUNT = re.compile(
    rf"\b(?:there are|comprises?|consists? of|covers?) (?P<number>\d{{1,3}}|{WORDS}) (?P<what>[a-z]{{3,}}s)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:table|schedule|list|below|as follows|following|shown|listed)\b", re.IGNORECASE)
_LABELS = re.compile(
    r"^\W*(?P<letters>[A-Z]{1,3})(?P<first>\d{1,2})(?: ?(?:[–—-]|to) ?(?P=letters)?(?P<last>\d{1,2}))?\W*$"
)
_LEAST, _FURTHEST = 5, 3  # labels in a row, and how far a count may lie off and still be meant for them
_NEAR = 3  # statements between a count and its table
_DAMAGES = re.compile(
    r"\b(?:liquidated (?:and ascertained )?damages|LADs?|LDs)\b[^.;]{0,60}?£ ?(?P<sum>\d[\d,]*(?:\.\d\d)?) ?(?:per|a|"
    r"an|each|for each|for every|/) ?(?:calendar |working )?(?P<unit>day|week)\b",
    re.IGNORECASE,
)
_WORKING_WEEKS = (5, 6, 7)  # days of a week for which damages may run


def code_spans(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`code_span`, `label_count` and `damages_rate`, `conflicting`: two ends of one row of codes, a count and the
    labels of its table, and damages a day that make no rate a week.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    counted = clashes("label_count", list(_counted(told))[:1])
    return (*clashes("code_span", _ends(told), 1), *counted, *clashes("damages_rate", _damages(told), 1))


def _ends(told: Sequence[Statement]) -> list[tuple[Said, ...]]:
    """The ends of each row of codes that has two."""
    found: defaultdict[tuple[str, int], dict[int, Said]] = defaultdict(dict)
    for statement in told:
        for span in _SPAN.finditer(statement.text):
            first, last = int(span["first"]), int(span["last"])
            if first < last and _PAPERS.search(statement.text) and not _PART.search(statement.text):
                said = Said(value=span.group(), statement=statement, start=span.start(), end=span.end())
                found[span["prefix"], first].setdefault(last, said)
    near = (ends for ends in found.values() if len(ends) == 2 and max(ends) - min(ends) <= _FURTHEST)
    return [tuple(ends.values()) for ends in near]


def _counted(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """A count that points at a table, and the last label of that table."""
    for place, statement in enumerate(told):
        count = _COUNT.search(statement.text)
        if not count or not _POINTS.search(statement.text[count.end() :] + _next(told, place)):
            continue
        rows = list(_labelled(told[place + 1 :], statement))
        number, last = int(read_number(count["number"]) or 0), rows[-1][1] if rows else 0
        if last >= _LEAST and number and 0 < abs(last - number) <= _FURTHEST:
            here = Said(value=f"{count['number']} {count['what']}", statement=statement, start=count.start("number"),
                        end=count.end())  # fmt: skip
            yield here, Said(value=f"{rows[0][0]}1 to {rows[0][0]}{last}", statement=rows[-1][2])


def _next(told: Sequence[Statement], place: int) -> str:
    follows = told[place + 1] if place + 1 < len(told) else None
    return "" if follows is None or follows.sentence.cells else follows.text


def _labelled(told: Sequence[Statement], home: Statement) -> Iterator[tuple[str, int, Statement]]:
    """Letters, last number and row of the table that follows, while its labels run on from 1 without a gap."""
    letters, last, columns = "", 0, None
    for statement in told:
        cells = statement.sentence.cells
        if not cells:
            if columns is not None or statement.place - home.place > _NEAR:
                return
            continue
        found = _LABELS.match(cells[0])
        if not found and not letters and statement.place - home.place <= _NEAR:
            continue  # the names of the columns
        if not found or (columns is not None and statement.sentence.columns != columns):
            return
        if int(found["first"]) != last + 1 or (letters and letters != found["letters"]):
            return
        letters, columns = found["letters"], statement.sentence.columns
        last = int(found["last"] or found["first"])
        yield letters, last, statement


def _damages(told: Sequence[Statement]) -> list[tuple[Said, ...]]:
    """The rate for a day and the rate for a week, where no working week makes the one of the other."""
    rates: defaultdict[str, list[tuple[float, Said]]] = defaultdict(list)
    for statement in told:
        if re.search(r"\b(?:section|phase)s? \w", statement.text, re.IGNORECASE):
            continue  # each of them may have a rate of its own
        for found in _DAMAGES.finditer(statement.text.replace(" | ", " : ")):
            said = Said(value=found.group()[found.start("sum") - found.start() - 1 :].strip(), statement=statement)
            rates[found["unit"].lower()].append((float(found["sum"].replace(",", "")), said))
    if not rates["day"] or not rates["week"]:
        return []
    fits = any(abs(day * n - week) < 1 for day, _ in rates["day"] for week, _ in rates["week"] for n in _WORKING_WEEKS)
    return [] if fits else [first_of_each([rates["day"][0][1], rates["week"][0][1]])]
