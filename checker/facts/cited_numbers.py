"""A number that a sentence takes from another paragraph, and that paragraph has a different one.

"The visit fee of £60 (paragraph 4.3)", where 4.3 says £65. A false one accuses, so each side must have one number of
the unit, the words close to the two numbers must be shared, and nothing may make room between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.labelled import Reference, references_of
from checker.facts.numbered import Paragraphs, paragraphs_of, telling
from checker.facts.numerals import WORDS, read_number
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, lot_names, own_words, statements

_UNITS = (
    r"(?:(?:working|calendar|business) )?days?|hours?|minutes?|weeks?|months?|years?|per cent|percent|%|points?|"
    r"marks?|copies|pages|sides|words|times a year|visits|references|lots"
)
_QUANTITY = re.compile(
    rf"£ ?(?P<pounds>\d[\d,]*(?:\.\d\d?)?(?: ?(?:million|m|k)\b)?)|(?<![\w.£/-])(?P<number>\d{{1,3}}(?:,\d{{3}})*|"
    rf"\b{WORDS})(?:\s?\(\d{{1,3}}\))?[\s-]?(?P<unit>{_UNITS})(?!\w)",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(
    r"(?:\(\s?(?:see |as |in |under )?(?:the )?|\b(?:as (?:set out|stated|described|given|required|defined|specified|"
    r"provided|explained)|set out|stated|described|given|specified|laid down|referred to|provided(?: for)?|required|"
    r"allowed|in accordance with|see|as) (?:in|by|at|under|with)?\s?)$",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:up to|more than|less than|fewer than|over|under|exceed\w*|additional|further|extra|another|in addition|"
    r"instead|unless|except|notwithstanding|subject to|other than|each lot|if|where|per lot|example|between|reduc\w+|"
    r"increas\w*|remaining|balance|half|maximum of the)\b",
    re.IGNORECASE,
)
_REACH = 120  # characters from the number to the reference
_CLOSE = 70  # characters around a number that say what it is of
_LEAST = 2  # telling words shared by the two


def cited_numbers(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`cited_number` (and `_2`, `_3`), `conflicting`: what the sentence says, and what the paragraph it names says."""
    groups: list[tuple[Said, Said]] = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = [s for s in statements(tuple(c for c in clauses if c.document == document)) if own_words(s)]
        paragraphs = paragraphs_of(told)
        groups += [slip for statement in told for slip in _in_statement(statement, paragraphs)]
    return clashes("cited_number", groups)


def _in_statement(statement: Statement, paragraphs: Paragraphs) -> Iterator[tuple[Said, Said]]:
    own = (statement.clause.number or "").strip(".")
    if statement.sentence.voice != "plain" or statement.sentence.negated or lot_names(statement.text):
        return
    for reference in references_of(statement):
        if reference.kind == "section" and reference.id in paragraphs.said and not own.startswith(reference.id):
            yield from _against(reference, paragraphs)


def _against(reference: Reference, paragraphs: Paragraphs) -> Iterator[tuple[Said, Said]]:
    """The number in front of the reference, and the one of its unit in the paragraph."""
    statement = reference.statement
    if not _NAMES_IT.search(statement.text[: reference.start]) or _ROOM.search(statement.text):
        return
    here = [
        found
        for found in _QUANTITY.finditer(statement.text)
        if found.end() <= reference.start and reference.start - found.end() <= _REACH
    ]
    if len(here) != 1:
        return
    (found,) = here
    there = [
        (s, other)
        for s in paragraphs.said[reference.id]
        for other in _QUANTITY.finditer(s.text)
        if _unit(other) == _unit(found) and _amount(other) is not None
    ]
    if len(there) != 1:
        return
    ((home, other),) = there
    shared = telling(_around(statement.text, found)).keys() & telling(_around(home.text, other)).keys()
    if _amount(found) in (None, _amount(other)) or _ROOM.search(home.text) or len(shared) < _LEAST:
        return
    said = Said(value=found.group().strip(), statement=statement, start=found.start(), end=found.end())
    yield said, Said(value=other.group().strip(), statement=home, start=other.start(), end=other.end())


def _around(text: str, found: re.Match[str]) -> str:
    return f"{text[max(0, found.start() - _CLOSE) : found.start()]} {text[found.end() : found.end() + _CLOSE]}"


def _unit(found: re.Match[str]) -> str:
    if found["pounds"]:
        return "£"
    unit = re.sub(r"\s+", " ", found["unit"].lower())
    return "%" if unit in ("per cent", "percent", "%") else unit.removesuffix("s")


def _amount(found: re.Match[str]) -> float | None:
    words = (found["pounds"] or found["number"]).lower().strip()
    scale = 1_000_000 if words.endswith(("million", "m")) else 1_000 if words.endswith("k") else 1
    number = read_number(re.sub(r"\s?(?:million|m|k)$", "", words))
    return None if number is None else number * scale
