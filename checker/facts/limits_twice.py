"""Limits of pages or words that differ for one answer: "Technical proposal: 20 sides" and "(max. 25 sides)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.labelled import title_words
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_names, own_words, statements

_LIMIT = re.compile(
    r"(?<![\w.,£-])(?P<number>\d{1,3}(?:,\d{3})|\d{1,5}) ?(?:x |× )?(?:sides?|pages?|(?P<words>words))\b", re.IGNORECASE
)
_COLUMN = re.compile(
    r"\b(?P<words>word)s? (?:limit|count|max\w*)|\bpage (?:limit|count|max\w*)|\bmax\w* (?:pages|sides|(?P<w>words))",
    re.I,
)
_LABEL = re.compile(r"^\W*(?:[A-Z]?\d{0,2}[.)]\s|[A-Z]\s)?(?P<name>[A-Z][^(:|\d]{4,70}?)\s?(?:\(|:|–|-\s)")
_ID = re.compile(
    r"^\W*(?:question |q)?(?P<id>[A-Z]\d{1,2}(?:\.\d)?)(?!\w)|^\W*question (?P<number>\d{1,2})(?!\w)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:each|per|every|additional|further|extra|summary|example|plus|total of all|translation)\b",
    re.I,
)


def limits_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`answer_limit` (`_2`, `_3`): the limits of one answer ("Technical proposal: 20 pages"), `conflicting`.

    Only in one document, and only for answers of one name or one number such as "C3".
    """
    found: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for statement in statements(clauses):
        if own_words(statement) and not lot_names(statement.text) and not _NOT_ONE.search(statement.text):
            for name, number, unit, start, end in _in_statement(statement):
                said = Said(value=f"{name}: {number} {unit}", statement=statement, start=start, end=end)
                found[statement.clause.document, _key(name), unit].append(said)
    twice = []
    for passages in found.values():
        numbers = {str(item.value).rsplit(": ", 1)[1] for item in passages}
        if len(numbers) == 2:
            each = first_of_each(passages)
            other = next(s for s in each if str(s.value).rsplit(": ", 1)[1] != str(each[0].value).rsplit(": ", 1)[1])
            twice.append((each[0], other))
    return clashes("answer_limit", twice)


def _key(name: str) -> str:
    return name.lower() if _ID.match(name) else " ".join(sorted(title_words(name)))


def _in_statement(statement: Statement) -> Iterator[tuple[str, str, str, int, int]]:
    """Name of the answer, number, unit, and where the number stands; nothing where a sentence has several limits."""
    limits = list(_LIMIT.finditer(statement.text)) or list(_by_column(statement))
    if len(limits) != 1:
        return
    name = _name(statement)
    if name:
        limit = limits[0]
        words = limit.groupdict().get("words") or limit.re is _BARE_WORDS
        yield name, limit["number"].replace(",", ""), "words" if words else "pages", limit.start(), limit.end()


_BARE_WORDS = re.compile(r"(?<![\w.,£-])(?P<number>\d{1,2},\d{3}|\d{2,5})(?![\w.,%])")
_BARE_PAGES = re.compile(r"(?<![\w.,£-])(?P<number>\d{1,3})(?![\w.,%])")


def _by_column(statement: Statement) -> Iterator[re.Match[str]]:
    """The bare number of a cell under "Word limit" or "Page limit"."""
    sentence = statement.sentence
    if len(sentence.cells) != len(sentence.columns):
        return
    for cell, column in zip(sentence.cells, sentence.columns, strict=True):
        head = _COLUMN.search(column)
        if head and cell.strip():
            pattern = _BARE_WORDS if head["words"] or head["w"] else _BARE_PAGES
            at = statement.text.rfind(cell)
            found = at >= 0 and pattern.fullmatch(cell.strip()) and pattern.search(statement.text, at)
            if found:
                yield found


def _name(statement: Statement) -> str:
    """The answer's number, else its name of two title_words words or more; empty where neither is plain."""
    cells = statement.cells
    first = cells[0] if cells else statement.text
    numbered = _ID.match(first)
    if numbered:
        return numbered["id"].upper() if numbered["id"] else f"Question {numbered['number']}"
    if cells:
        names = [
            cell
            for cell in cells
            if len(title_words(cell)) >= 2 and len(cell.split()) <= 8 and not re.search(r"\d", cell)
        ]
        named = names[0] if names else next((m["name"] for cell in cells if (m := _LABEL.match(cell))), "")
    else:
        labelled = _LABEL.match(statement.text)
        named = labelled["name"] if labelled else ""
    return named.strip() if len(title_words(named)) >= 2 else ""
