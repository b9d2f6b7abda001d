"""References to an entry that a table does not hold: "criterion H" where the criteria run from A to G."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.domain import Clause
from checker.facts.slip_facts import Said
from checker.facts.statements import Statement, own_words, statements

_KINDS = r"criteri(?:on|a)|lots?|zones?|KPIs?|deliverables?|milestones?"
_REFERENCE = re.compile(rf"\b(?P<kind>{_KINDS}) (?P<id>[A-Z]{{0,2}}\d{{1,2}}|[A-Z])(?![\w.]*\w)", re.IGNORECASE)
_HEAD = re.compile(
    rf"^\W*(?:award |evaluation |sub-?|quality )?(?P<kind>{_KINDS})(?: (?:no\.?|number|ref\w*))?\W*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^\W*(?P<id>[A-Z]{0,2}\d{1,2}|[A-Z])(?:[.):]|\s[-–—]|$|(?=\s[A-Z]))")
_FOREIGN = re.compile(
    r"\b(?:act|regulations?|directive|framework|annex|schedule|ESPD|model award|MAC)\b",
    re.IGNORECASE,
)
_METHODS = re.compile(
    r"\bmethod statements (?:MS ?)?1 ?(?:[-–—]|to) ?(?:MS ?)?(?P<last>\d{1,2})(?![\w.])", re.IGNORECASE
)
_METHOD = re.compile(r"^\W*(?:MS ?|method statement )(?P<number>\d{1,2})(?!\w|\.\d)", re.IGNORECASE)
_LEAST, _FURTHEST = 3, 3  # entries of a list, and how far beyond its last a label may lie to be meant as one of it


def off_list(clauses: tuple[Clause, ...]) -> Iterator[Said]:
    """Each label ("criterion H") beyond the last entry of the one table whose first column bears that name, and each
    range of method statements that runs beyond the last of them.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    families = _families(told)
    for statement in told:
        if statement.sentence.kind == "heading" or _FOREIGN.search(statement.text):
            continue
        for found in _REFERENCE.finditer(statement.text):
            ids = families.get(_kind(found["kind"]))
            if ids and not found["id"].islower() and _is_beyond(found["id"].upper(), ids):
                yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())
    yield from _methods(told)


def _methods(told: Sequence[Statement]) -> Iterator[Said]:
    """ "Method statements 1 to 9" where the pack has MS1 to MS8."""
    opens = (_METHOD.match(text) for s in told for text in (s.clause.number or "", s.text, *s.cells[:1]))
    ids = frozenset(f"MS{int(found['number'])}" for found in opens if found)
    for statement in told:
        for found in _METHODS.finditer(statement.text):
            if _is_beyond(f"MS{int(found['last'])}", ids):
                yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())


def _kind(word: str) -> str:
    return word.lower()[:6].removesuffix("s")


def _families(told: Sequence[Statement]) -> Mapping[str, frozenset[str]]:
    """The labels in first cells, and those that open a heading or line, by kind."""
    families: defaultdict[str, set[str]] = defaultdict(set)
    for statement in told:
        columns, cells = statement.sentence.columns, statement.sentence.cells
        head = _HEAD.match(columns[0]) if columns and cells else None
        opens = _OPENS.match(cells[0]) if head else None
        if head and opens:
            families[_kind(head["kind"])].add(opens["id"].upper())
        line = _REFERENCE.match(statement.text.lstrip(" •-"))
        if line and (statement.sentence.kind == "heading" or len(statement.text.split()) <= 12):
            families[_kind(line["kind"])].add(line["id"].upper())
    return {kind: frozenset(ids) for kind, ids in families.items()}


def _is_beyond(label: str, ids: frozenset[str]) -> bool:
    """Whether labels of this form run from the first without a gap and stop a little before it."""
    form = _split(label)
    places = sorted(place for prefix, place in map(_split, ids) if prefix == form[0])
    whole = len(places) >= _LEAST and places == list(range(1, len(places) + 1))
    return whole and len(places) < form[1] <= len(places) + _FURTHEST


def _split(label: str) -> tuple[str, int]:
    found = re.fullmatch(r"([A-Z]{0,2})(\d{1,2})", label)
    return (found[1] or "9", int(found[2])) if found else ("A", ord(label[0]) - 64)
