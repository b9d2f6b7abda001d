"""The length of a contract worked out from the day it starts and the day it ends, where they stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Fact
from checker.facts.dates import FoundDate, find_dates, months_between
from checker.facts.events import events_of
from checker.facts.statements import Statement, lot_names, make_fact

_OF = (
    r"(?:(?:anticipated|estimated|proposed|expected|planned|intended|initial|target|provisional|the|contract|service|"
    r"services|framework|agreement|term|period)\s)*"
)
_START = re.compile(rf"^\W*{_OF}(?:start(?:s|ing)?|commence\w*|from|begins?|effective)(?: date| on)?\W*$", re.I)
_END = re.compile(
    rf"^\W*{_OF}(?:end(?:s|ing)?|expir\w+|finish(?:es)?|until|to)(?: date| on)?"
    r"(?: of (?:the )?(?:initial )?(?:contract|term|agreement|framework|period))?(?:\s?\((?:excluding|before|"
    r"without) .{0,40}\))?\W*$",
    re.I,
)
_ENDS = re.compile(
    r"\b(?:contract|agreement|framework|appointment|initial (?:term|period)|"
    r"term)\b(?:(?!\bexten)[^.;]){0,70}?\b(?:expir\w+|ends?|"
    r"ending|terminates?|runs? (?:until|to)|continues? until|until|comes? to an end)\b[^.;\d]{0,30}$",
    re.I,
)
_NOT_OURS = re.compile(
    r"\b(?:current|existing|previous|incumbent|present|extend\w*|extension|insurance|certificate|lease)\b", re.I
)
_LONGEST = 180  # months


def term_from_dates(told: list[Statement]) -> Iterator[Fact]:
    """`term_months` from one start and one end; nothing where either is missing, or given in two ways."""
    starts: dict[str, FoundDate] = {}
    ends: dict[str, tuple[FoundDate, Statement, int]] = {}
    for statement in told:
        if lot_names(statement.text):
            continue
        for label, found, offset in _labelled(statement):
            if _NOT_OURS.search(label):
                continue
            prefix = "" if statement.sentence.cells else statement.text[: found.start]
            if _START.match(label) or any(name == "start" and tier == 1 for name, tier in events_of(label)):
                starts.setdefault(found.value, found)
            elif _END.match(label) or _ENDS.search(prefix):
                ends.setdefault(found.value, (found, statement, offset))
    if len(starts) != 1 or len(ends) != 1:
        return
    (start,), ((end, statement, offset),) = starts.values(), ends.values()
    months = months_between(start.day, end.day)
    if 2 <= months <= _LONGEST:
        yield make_fact(
            "term_months", months, statement, offset + end.start, offset + end.end,
            how=f"from {start.value} to {end.value}",
        )  # fmt: skip


def _labelled(statement: Statement) -> Iterator[tuple[str, FoundDate, int]]:
    """Each date with the words before it, or the names of its row and column."""
    sentence = statement.sentence
    if not sentence.cells:
        last = 0
        for found in find_dates(statement.text):
            before = statement.text[last : found.start]
            alone = not re.search(r"[a-z]{2}", before, re.I) and not last and len(statement.before) < 60
            yield (statement.before if alone else before), found, 0
            last = found.end
        return
    label = next((cell for cell in sentence.cells if re.search(r"[a-z]{2}", cell, re.I) and not find_dates(cell)), "")
    for place, cell in enumerate(sentence.cells):
        dates = find_dates(cell)
        column = sentence.columns[place] if place < len(sentence.columns) else ""
        if len(dates) == 1:
            offset = max(0, statement.text.find(cell))
            yield (column if _START.match(column) or _END.match(column) else label), dates[0], offset
