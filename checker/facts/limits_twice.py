"""Limits of pages or words that differ for one answer: "Technical proposal: 20 sides" and "(max. 25 sides)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.labelled import title_words
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_at, own_words, statements

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
_WHOLE = re.compile(
    r"^\W*(?:[A-Z]?\d{0,2}[.)] |[A-Z] )?(?:(?:the|your|our|all|a|full|completed|written) )*"
    r"(?P<name>(?:(?:technical|quality|project|business) )?"
    r"(?:proposal|tender|bid|quotation|submission|method statement|expression of interest))s?\b"
    r"(?P<between>(?:[^.;\d]|(?<=max)\.){0,120})$",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(
    r"\b(?:CVs?|answers?|questions?|sections?|appendi\w+|annex\w*|statements?|forms?|covers?|polic\w+|stud\w+|pric\w+|"
    r"which|accompan\w+|with|contain\w*|includ\w*|inclusive|letters?|responses?|diagrams?|presentations?|plan)\b",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"\d|^\W*(?:pass|fail|yes|no|scored|not scored|for information|mandatory)\b", re.IGNORECASE)
_AFTER = 25  # characters behind a limit that may say "for each question"


def limits_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`answer_limit` (`_2`, `_3`): the limits of one answer ("Technical proposal: 20 pages"), `conflicting`.

    Only for answers of one name or one number such as "C3" in one document, and for the whole return in any.
    """
    found: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for statement in statements(clauses):
        if own_words(statement) and lot_at(statement, 0) is None:
            for name, number, unit, start, end in _in_statement(statement):
                said = Said(value=f"{name}: {number} {unit}", statement=statement, start=start, end=end)
                home = "" if _WHOLE.match(name) else statement.clause.document
                found[home, _key(name), unit].append(said)
    twice: dict[tuple[int, int], tuple[Said, Said]] = {}
    for passages in found.values():
        if len({_limit_of(item) for item in passages}) == 2:
            each = first_of_each(passages)
            other = next(item for item in each if _limit_of(item) != _limit_of(each[0]))
            if not _in_one_table(each[0].statement, other.statement):
                twice.setdefault((each[0].statement.index, other.statement.index), (each[0], other))
    return clashes("answer_limit", twice.values())


def _in_one_table(one: Statement, other: Statement) -> bool:
    """Whether both are rows of one table, where a name that stands twice is that of a group of questions."""
    rows = bool(one.sentence.cells and one.sentence.columns)
    return rows and one.sentence.columns == other.sentence.columns and one.clause.headings == other.clause.headings


def _limit_of(said: Said) -> str:
    return str(said.value).rsplit(": ", 1)[1]


def _key(name: str) -> str:
    return name.lower() if _ID.match(name) else " ".join(sorted(title_words(name)))


def _in_statement(statement: Statement) -> Iterator[tuple[str, str, str, int, int]]:
    """Names of the answer, number, unit, and where the number stands; nothing where a sentence has several limits."""
    limits = list(_LIMIT.finditer(statement.text)) or list(_by_column(statement))
    if len(limits) != 1:
        return
    limit = limits[0]
    whole = _whole(statement, limit)
    names = [whole] if whole else [] if _NOT_ONE.search(statement.text) else [_number(statement), _title(statement)]
    for name in filter(None, names):
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


def _whole(statement: Statement, limit: re.Match[str]) -> str:
    """The name of the whole return ("Proposal") where the limit is of it and of no part or attachment of it."""
    text = statement.text
    found = _WHOLE.match(text[: limit.start()])
    after = text[limit.end() :]
    if not found or _OF_A_PART.search(found["between"]) or _NOT_ONE.search(text[: limit.end() + _AFTER]):
        return ""
    return "" if re.search(r"\binclu(?:ding|sive|des)\b", after, re.I) else found["name"].capitalize()


def _number(statement: Statement) -> str:
    """The answer's number, "C3" or "Question 4"; empty where there is none."""
    numbered = _ID.match(statement.cells[0] if statement.cells else statement.text)
    if not numbered:
        return ""
    return numbered["id"].upper() if numbered["id"] else f"Question {numbered['number']}"


def _title(statement: Statement) -> str:
    """The answer's name of two title words or more; empty where there is none."""
    cells = statement.cells
    if cells:
        names = [
            cell
            for cell in cells
            if len(title_words(cell)) >= 2 and len(cell.split()) <= 8 and not _NO_TITLE.search(cell)
        ]
        named = names[0] if names else next((m["name"] for cell in cells if (m := _LABEL.match(cell))), "")
    else:
        labelled = _LABEL.match(statement.text)
        named = labelled["name"] if labelled else ""
    return named.strip() if len(title_words(named)) >= 2 else ""
