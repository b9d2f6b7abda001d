"""A standard with "or equivalent" in one passage, and its certificate alone in another that bidders must answer.

A false one accuses, so the second passage must ask for the certificate itself, and neither it nor the words around it
may leave another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_STANDARD = re.compile(
    r"\b(?:(?P<iso>ISO(?:/IEC)?|BS(?: EN)?(?: ISO)?) ?(?P<number>\d{4,5})|"
    r"(?P<scheme>SafeContractor|CHAS|Constructionline|Cyber Essentials(?: Plus)?|Investors in People|FORS))\b",
    re.IGNORECASE,
)
_EQUAL = re.compile(
    r"\b(?:or|and/or|/) ?(?:an? )?(?:\w+ ){0,3}?(?:equivalent|equal|similar|comparable)\b", re.IGNORECASE
)
_ROOM = re.compile(
    r"\bequivalent|\bequal\b|\bsimilar|\bcomparable|\balternative|\bor\b|\binstead\b|\bworking towards\b|\bif\b|"
    r"\bwhere\b|\bany\b|\bnot\b|\bdesirable\b|\bpreferred\b|\bsuch as\b|\be\.g\b|\bexample\b|\bother\b|\brelevant\b",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(r"\bcertificat\w+|\baccredit\w+|\bcertified\b|\bregist(?:ered|ration)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:attach\w*|enclos\w*|provide|give|submit|upload|send|supply|must|shall|required|pass ?/ ?fail|mandatory|"
    r"please|do you|does your|are you|number)\b|\?",
    re.IGNORECASE,
)
_SUPPLY = re.compile(r"\b(?:product|goods|materials?|manufactur\w+|paint|fittings?|panels?|tested to)\b", re.IGNORECASE)


def equivalents(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`equal_standard`, `conflicting`: "ISO 9001 or equivalent", and the words that ask for the certificate alone."""
    told = [s for s in statements(clauses) if own_words(s)]
    equal: dict[str, Said] = {}
    for name, said in _named(told):
        if _EQUAL.search(said.statement.text):
            equal.setdefault(name, said)
    for name, said in _named(told):
        if name in equal and _asks_alone(said.statement):
            open_one = equal[name]
            told_open = Said(
                value=f"{open_one.value} or equivalent", statement=open_one.statement, start=open_one.start,
                end=open_one.end,
            )  # fmt: skip
            alone = Said(value=f"{said.value} certificate", statement=said.statement, start=said.start, end=said.end)
            return clashes("equal_standard", [[told_open, alone]])
    return ()


def _named(told: Sequence[Statement]) -> Iterator[tuple[str, Said]]:
    """Each standard by its number or scheme, with the words that name it."""
    for statement in told:
        for found in _STANDARD.finditer(statement.text):
            name = (found["number"] or found["scheme"]).lower()
            yield name, Said(value=found.group(), statement=statement, start=found.start(), end=found.end())


def _asks_alone(statement: Statement) -> bool:
    """Whether a passage asks bidders for the certificate and neither it nor what introduces it leaves another way."""
    near = (statement.sentence,) if statement.cells else statement.clause.sentences
    words = " ".join((statement.context, *(sentence.text for sentence in near)))
    asked = statement.clause.role in ("questionnaire", "form") or _ASKS.search(statement.text)
    return bool(
        asked
        and _CERTIFICATE.search(statement.text)
        and not _ROOM.search(words)
        and not statement.sentence.negated
        and not _SUPPLY.search(statement.text)
    )
