"""Numbers that one phrase gives twice and differently: "ninety days (60 days)", and lists that miss their own count.

A false one accuses, so the two must count the same thing, and a list must be plain names from the word to the full
stop. A single small number with bare figures behind it ("two (3)") is a pattern rule's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.domain import Clause, Fact
from checker.facts.numerals import FIGURES, WORDS, from_words, read_number
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_UNIT = (
    r"(?:(?:working|calendar|clear|business|consecutive) )?(?:days?|weeks?|months?|years?|hours?|minutes?)|per ?cent|"
    r"%|"
    r"pages?|sides?|words?|copies|pounds"
)
_WORDS_FIRST = re.compile(
    rf"(?<![\w.-])(?P<one>{WORDS})(?:[\s-](?P<unit>{_UNIT}))?,?\s?\(\s?(?:£\s?)?(?P<other>{FIGURES})\s?"
    rf"(?P<unit2>{_UNIT})?\s?\)",
    re.IGNORECASE,
)
_FIGURES_FIRST = re.compile(
    rf"(?<![\w.,/-])(?:£\s?)?(?P<one>{FIGURES})(?:[\s-]?(?P<unit>{_UNIT}))?,?\s?\(\s?(?P<other>{WORDS})"
    rf"(?:\s(?P<unit2>{_UNIT}))?\s?\)",
    re.IGNORECASE,
)
_TOLD_ELSEWHERE = 99  # the largest number that, bare in brackets, `clarity.number-and-word-differ` may tell
_YEARS = range(1900, 2101)  # figures that may be a year
_LABEL = re.compile(
    r"\b(?:section|clause|paragraph|schedule|part|appendix|annex|note|article|regulation|chapter|lot)"
    r"\s$",
    re.IGNORECASE,
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])"
_LISTED = re.compile(
    rf"\b(?P<number>{_COUNT}) (?:[\w-]+ ){{0,3}}?(?P<noun>[a-z]{{3,}}s)\b(?P<gap>[^.;:,|]{{0,60}}?)(?: are(?: "
    rf"as follows)?:?"
    r"|:| namely:?,?) (?P<list>[A-Z][^.;:()|]{3,200})\.?\s*$"
)
_NO_LIST = re.compile(
    r"\b(?:includ\w+|such as|mainly|chiefly|among|of (?:them|these|which)|either|or|for example)\b", re.I
)
_NUMBER_OF = re.compile(r"^\W*(?:number|no\.?|total) of (?P<noun>[a-z][a-z ]{2,40})$", re.IGNORECASE)
_ITEM = re.compile(r"[A-Z0-9][\w’'&/-]*(?: [\w’'&/-]+){0,3}")


def glossed(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`number_glossed` (`_2`, `_3`): a number in words and its figures; `list_counted` (`_2`, `_3`): how many things a
    passage speaks of, and how many it then names. `conflicting`.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    glosses = [slip for statement in told for slip in _glosses(statement)]
    lists = [*(slip for statement in told for slip in _lists(statement)), *_rows(told)]
    return (*clashes("number_glossed", glosses), *clashes("list_counted", lists))


def _glosses(statement: Statement) -> Iterator[tuple[Said, Said]]:
    for pattern in (_WORDS_FIRST, _FIGURES_FIRST):
        for found in pattern.finditer(statement.text):
            one, other = read_number(found["one"]), read_number(found["other"])
            if one is None or other is None or one == other or _LABEL.search(statement.text[: found.start()]):
                continue
            if _counts_alike(found, one, other):
                unit = f" {(found['unit'] or found['unit2'] or '').lower()}".rstrip()
                yield (
                    Said(value=f"{found['one']}{unit}", statement=statement, start=found.start(), end=found.end()),
                    Said(value=f"{found['other']}{unit}", statement=statement, start=found.start(), end=found.end()),
                )


def _counts_alike(found: re.Match[str], one: float, other: float) -> bool:
    """Whether both numbers count one thing: the same unit, or large bare figures that are no year and no footnote."""
    units = [_plain_unit(found[name]) for name in ("unit", "unit2")]
    if all(units):
        return units[0] == units[1]
    figures = other if from_words(found["one"]) is not None else one
    return not units[1] and one > _TOLD_ELSEWHERE and other > _TOLD_ELSEWHERE and figures not in _YEARS


def _plain_unit(unit: str | None) -> str:
    return re.sub(r"per ?cent", "%", (unit or "").lower()).removesuffix("s")


def _lists(statement: Statement) -> Iterator[tuple[Said, Said]]:
    found = _LISTED.search(statement.text)
    if found and not _NO_LIST.search(statement.text):
        number, names = read_number(found["number"]), _names(found["list"])
        if number and len(names) > 1 and len(names) != int(number):
            yield _told(statement, found["noun"], int(number), len(names), statement)


def _rows(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """A row "Number of stations | 5" and the next, "Stations | Eastgate, Moor Lane and Westfield"."""
    for one, other in pairwise(told):
        if len(one.cells) != 2 or len(other.cells) != 2 or one.clause.document != other.clause.document:
            continue
        counted, names = _NUMBER_OF.match(one.cells[0]), _names(other.cells[1])
        number = read_number(one.cells[1])
        if counted and number and len(names) > 1 and int(number) != len(names):
            noun = counted["noun"].strip().lower()
            if noun.split()[-1] in other.cells[0].lower():
                yield _told(one, noun, int(number), len(names), other)


def _names(text: str) -> list[str]:
    """The things of a plain list of names; nothing where a part of it is more than a name."""
    head, joined, last = text.strip(" .").rpartition(" and ")
    parts = [part.strip() for part in [*(head.split(",") if joined else last.split(",")), *([last] if joined else [])]]
    parts = [part for part in parts if part]
    return parts if all(_ITEM.fullmatch(part) and " and " not in part for part in parts) else []


def _told(one: Statement, noun: str, number: int, names: int, other: Statement) -> tuple[Said, Said]:
    return Said(value=f"{number} {noun}", statement=one), Said(value=f"{names} {noun} by name", statement=other)
