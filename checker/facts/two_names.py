"""One form under two labels: "Form of Tender (Appendix C)" here and "Appendix E: Form of Tender" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from checker.domain import Clause, Fact
from checker.facts.statements import Statement, make_fact, statements

MOST = 3  # forms that are told
_KIND = r"(?P<kind>Form|Appendix|Annexe?|Schedule|Attachment|Enclosure|Document|Return)"
_ID = r"(?P<id>[A-Z]\d?|\d{1,2}[A-Za-z]?)"
_NOUN = (
    r"(?:form|form of tender|schedule|questionnaire|declaration|certificate|undertaking|checklist|workbook|matrix|"
    r"template|agreement|specification|conditions of contract)"
)
_NAME = rf"(?P<name>(?:[A-Za-z][\w’'-]* ){{0,4}}?{_NOUN})"
_BEHIND = re.compile(rf"\b{_NAME} ?\((?:at |see |in )?{_KIND} {_ID}\)", re.IGNORECASE)  # form of tender (Appendix C)
_BEFORE = re.compile(  # Appendix C: form of tender; nothing may follow, or it could be another form
    rf"^{_KIND} {_ID}\s?(?:[-–—:|(]\s?){{1,2}}(?:the )?{_NAME}\)?\s*[.;,]?$", re.IGNORECASE
)
_INSIDE = re.compile(rf"\b{_KIND} {_ID},? \((?:the )?{_NAME}\)", re.IGNORECASE)
_IS = re.compile(rf"\b(?:the |our )?{_NAME} is {_KIND} {_ID}(?= of this|[.;]|$)", re.IGNORECASE)
_KIND_ALONE = re.compile(_KIND, re.IGNORECASE)
_ID_ALONE = re.compile(_ID)
_NAME_ALONE = re.compile(_NAME, re.IGNORECASE)
_SMALL = frozenset(
    {
        "the", "a", "an", "of", "and", "to", "for", "in", "on", "at", "by", "with", "is", "are", "be", "must", "shall",
        "should", "will", "complete", "completed", "return", "returned", "sign", "signed", "submit", "attached",
        "enclosed", "each", "every", "all", "your", "their", "our", "using", "use", "fill", "filled", "this", "that",
        "see", "please", "signs", "keep",
    }
)  # fmt: skip
_BARE = frozenset({"form", "schedule", "declaration", "certificate", "template", "agreement", "undertaking"})
_FOREIGN = re.compile(r"\b(?:act|regulations?|order|directive) (?:19|20)\d\d\b|\bframework\b|\blots?\b", re.IGNORECASE)


def two_names(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`form_two_names`, and `form_two_names_2` and `_3` for further forms: one `conflicting` fact for each label.

    The value is the label with the form's name. Only labels of one kind in one document count: an appendix may well
    hold a schedule, and two contracts may each have a Schedule 1.
    """
    labels: dict[tuple[str, str, str], dict[str, Fact]] = defaultdict(dict)
    for statement in statements(clauses):
        if statement.sentence.voice in ("plain", "template") and not _FOREIGN.search(statement.text):
            for kind, number, name, start, end in _named(statement):
                value = f"{kind.capitalize()} {number.upper()} ({' '.join(name.split())})"
                fact = make_fact("form_two_names", value, statement, start, end, status="conflicting")
                labels[statement.clause.document, kind.lower(), _key(name)].setdefault(number.upper(), fact)
    twice = [tuple(found.values()) for found in labels.values() if len(found) > 1]
    return tuple(
        replace(fact, name=f"form_two_names_{index + 1}") if index else fact
        for index, facts in enumerate(twice[:MOST])
        for fact in facts
    )


def _named(statement: Statement) -> Iterator[tuple[str, str, str, int, int]]:
    """Kind, number and name of each label with a name beside it."""
    if statement.sentence.cells:
        yield from _in_row(statement)
    text = statement.text
    whole = [_BEFORE.match(text)] if len(text.split()) <= 12 else []
    for found in (*whole, *_BEHIND.finditer(text), *_INSIDE.finditer(text), *_IS.finditer(text)):
        if found is not None and _key(found["name"]):
            yield found["kind"], found["id"], _plain(found["name"]), found.start(), found.end()


def _in_row(statement: Statement) -> Iterator[tuple[str, str, str, int, int]]:
    """A row such as "R5 | Pricing workbook" in a column that is headed "Return"."""
    columns, cells = statement.sentence.columns, statement.sentence.cells
    if len(cells) < 2 or not columns or not (kind := _KIND_ALONE.fullmatch(columns[0].strip())):
        return
    number, name = _ID_ALONE.fullmatch(cells[0].strip()), _NAME_ALONE.fullmatch(cells[1].strip())
    if number and name and _key(name["name"]):
        yield kind["kind"], number["id"], _plain(name["name"]), 0, len(statement.text)


def _plain(name: str) -> str:
    """The name without the words of the sentence that lead up to it."""
    words = name.split()
    first = max((place for place, word in enumerate(words) if word.lower() in _SMALL - {"of"}), default=-1)
    return " ".join(words[first + 1 :])


def _key(name: str) -> str:
    """The weighty words of a name; empty where it says no more than "form"."""
    words = [word.lower() for word in _plain(name).split() if word.lower() not in _SMALL]
    return "" if len(words) < 2 and set(words) <= _BARE else " ".join(words)
