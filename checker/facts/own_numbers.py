"""The tender's own reference number, and the version of its document, where they are given in two forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, own_words, statements

_NUMBERED = r"(?P<token>[A-Z0-9]{1,8}(?:[/-][A-Z0-9]{1,8}){1,5})(?![\w/-])"
_REFERENCE = re.compile(
    r"\b(?i:(?:tender|contract|procurement|itt|rfq|rfp|quotation|invitation|project)(?: reference| ref)?"
    rf"(?: number| no)?|our ref(?:erence)?)\b[\s.:|(]{{1,5}}{_NUMBERED}|\({_NUMBERED.replace('token', 'bare')}\)"
)
_ANY = re.compile(_NUMBERED.replace("token", "any"))
_SHORT_FORM = re.compile(
    r"\b(?i:tender|contract|procurement|itt|rfq|rfp|quotation|invitation)(?i: reference| ref\.?)?(?i: number|"
    r" no\.?)?[ :]"
    r" ?(?P<token>\d{2,4}[/-]\d{2,5})(?![\w/-])"
)
_OTHER_TENDER = re.compile(
    r"\b(?:existing|previous|current|present|expir\w+|earlier|former|last|superseded|replac\w+|framework)\b", re.I
)
_VERSION = re.compile(r"(?<![\w.])v(?:ersion)?\s?\.?(?P<version>\d{1,2}\.\d{1,2})(?![\w.])", re.IGNORECASE)
_OTHER_VERSION = re.compile(
    r"\b(?:history|superseded|template|model|word|excel|adobe|acrobat|wcag|microsoft|edition|conditions|policy|"
    r"standard|specification v|code|cloud|windows|pdf/a|published|dated|schedule|agreement|amend\w*)\b",
    re.IGNORECASE,
)
_COVER, _LAST = 40, 4  # statements at the head and at the end of a document
_SHORT = 16  # words of a line that states the version of its own document


def own_numbers(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`own_reference` for each form of the tender's reference ("ABC/2026/014"), and `own_version` for each version of
    one document on its cover and in its last lines; nothing where there is one only.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    references = first_of_each(_references(told))
    versions = [slip for slip in _versions(told) if len(slip) > 1]
    odd = [references] if len(references) > 1 else []
    return (*clashes("own_reference", odd), *clashes("own_version", versions, 1))


def _references(told: Sequence[Statement]) -> list[Said]:
    """The labelled references that are of one shape with the commonest, that one first."""
    said = [
        Said(value=token, statement=s, start=found.start(), end=found.end())
        for s in told
        if not _OTHER_TENDER.search(s.text)
        for found in _REFERENCE.finditer(s.text)
        if _is_reference(token := found["token"] or found["bare"])
    ]
    if not said:
        return []
    (main, _), *_ = Counter(item.value for item in said).most_common(1)
    alike = [item for item in said if _shape(str(item.value)) == _shape(str(main))]
    return [*alike, *_transposed(told, str(main)), *_shortened(told, str(main))]


def _transposed(told: Sequence[Statement], main: str) -> Iterator[Said]:
    """References without a label that are the tender's own with two characters changed about."""
    for statement in told:
        for found in _ANY.finditer(statement.text):
            token = found["any"]
            if token != main and _shape(token) == _shape(main) and sorted(token) == sorted(main):
                yield Said(value=token, statement=statement, start=found.start(), end=found.end())


def _shortened(told: Sequence[Statement], main: str) -> Iterator[Said]:
    """The end of the reference after a word such as "RFQ" ("RFQ 18/013"), with two figures changed about."""
    for statement in told:
        for found in _SHORT_FORM.finditer(statement.text):
            tail = main[-len(found["token"]) :]
            whole = not main[: -len(found["token"])] or main[-len(found["token"]) - 1] in "/-"
            if whole and tail != found["token"] and _ends(tail) == _ends(found["token"]):
                yield Said(value=found["token"], statement=statement, start=found.start(), end=found.end())


def _ends(token: str) -> tuple[list[str], list[int]]:
    """What is left of a number when the order of its figures is forgotten, with the lengths of its parts."""
    return sorted(token), [len(part) for part in re.split(r"[/-]", token)]


def _is_reference(token: str) -> bool:
    return (
        bool(re.search(r"[A-Z]{2}", token))
        and bool(re.search(r"\d{2}", token))
        and len(re.findall(r"[/-]", token)) >= 2
    )


def _shape(token: str) -> tuple[str, ...]:
    """The first part as it stands, of the others how long they are and whether they are numbers."""
    first, *rest = re.split(r"[/-]", token)
    return (first, *(f"{'9' if part.isdigit() else part}{len(part)}" for part in rest))


def _versions(told: Sequence[Statement]) -> Iterator[tuple[Said, ...]]:
    for document in dict.fromkeys(statement.clause.document for statement in told):
        lines = [statement for statement in told if statement.clause.document == document]
        ends = [*lines[:_COVER], *lines[max(_COVER, len(lines) - _LAST) :]]
        said = [
            Said(value=f"version {found['version']}", statement=s, start=found.start(), end=found.end())
            for s in ends
            if len(s.text.split()) <= _SHORT
            and not _OTHER_VERSION.search(f"{s.context} {s.text}")
            and len(list(_VERSION.finditer(s.text))) == 1
            and (found := _VERSION.search(s.text))
        ]
        yield first_of_each(said)
