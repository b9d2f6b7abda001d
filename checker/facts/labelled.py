"""Labelled parts of a document with their titles ("Appendix G: Form of Tender", "6. Evaluation"), and references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.facts.statements import Statement

MOST_WORDS = 12  # of a title
_KINDS = r"Appendix|Annexe?|Schedule|Section|Part|Form|Attachment|Enclosure|Volume|Document|Return"
_ID = r"[A-Z]\d{1,2}(?:\.\d{1,2}){1,2}|[A-Z]\d{0,2}|\d{1,2}[A-Z]?|\d{1,2}(?:\.\d{1,2}){1,3}"
_OPENS = re.compile(
    rf"^\W{{0,2}}(?:(?:Appendix|Annexe?) )?(?P<kind>{_KINDS}) (?P<id>{_ID})(?![\w.]*\w)[\s|:.–—-]*(?P<title>.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W{0,2}(?P<id>\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+\|?\s?(?P<title>[A-Z].*)$")
_REFERENCE = re.compile(
    rf"\b(?:(?:Appendix|Annexe?) )?(?P<kind>{_KINDS}|clause|paragraph|para) "
    rf"(?P<id>{_ID})(?![\w]|\.\d|[ ]?(?:\(\d|/|%))",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^\W*(?P<id>[A-Z])[.:)]?\s[\s|]*(?P<title>[A-Z].*)$")
_FAMILY = re.compile(
    r"^\W*(?:list of )?(?P<kind>append|annex|schedule|attachment|enclosure)(?:ices|es|s)\b", re.IGNORECASE
)
_DOTTED = re.compile(r"\b(?:in|at|see|by|under|of) (?P<id>(?:[A-Z]\d{1,2}|\d{1,2})(?:\.\d{1,2}){1,3})(?![\w%]|\.\d)")
_NUMBER = re.compile(r"(?:[A-Z]?\d{1,2})(?:\.\d{1,2}){0,3}")
_RUN_IN = re.compile(r"^[A-Z][\w’'&, -]{2,60}\.$")
_TAIL = re.compile(r"\s*(?:[|(;]|\s[–—-]\s|\.{2,}|…|\s\d{1,3}$).*$")
_WORD = re.compile(r"[a-z][a-z0-9’'-]*")
_SMALL = frozenset(
    {
        "a", "an", "and", "any", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "our", "the", "their",
        "this", "to", "with", "your", "see", "please", "completed", "attached", "all",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A labelled part: "annex", "G", "Form of Tender"."""

    kind: str
    id: str
    title: str
    statement: Statement

    @property
    def bag(self) -> frozenset[str]:
        """The words that say what the title is about."""
        return title_words(self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The label of a part in running text."""

    kind: str
    id: str
    label: str  # as written
    statement: Statement
    start: int
    end: int


def title_words(text: str) -> frozenset[str]:
    """The words that say what a title is about, in lower case and without a plural s."""
    return frozenset(w.removesuffix("s") for w in _WORD.findall(text.lower().replace("’", "'")) if w not in _SMALL)


def family(kind: str) -> str:
    """The kind under which a label is looked up: appendix and annex are one, and so are section and paragraph."""
    word = kind.lower()
    if word.startswith(("append", "annex")):
        return "annex"
    return "section" if word in ("section", "clause", "paragraph", "para") else word


def parts_of(told: Iterable[Statement]) -> Iterator[Part]:
    """Every part that a heading, a list of contents or a short line names with a title."""
    for statement in told:
        text, number = statement.text.strip(), (statement.clause.number or "").strip(".")
        opens = _OPENS.match(text)
        if opens and len(text.split()) <= MOST_WORDS + 6:
            yield from _part(family(opens["kind"]), opens["id"], opens["title"], statement)
        elif _NUMBER.fullmatch(number) and (statement.sentence.kind == "heading" or _is_run_in(statement)):
            yield from _part("section", number, text, statement)
        elif (above := _FAMILY.match(statement.heading)) and (letter := _LETTERED.match(text)):
            yield from _part(family(above["kind"]), letter["id"], letter["title"], statement)
        elif (found := _NUMBERED.match(text)) and statement.sentence.kind in ("heading", "row"):
            yield from _part("section", found["id"], found["title"], statement)


def _is_run_in(statement: Statement) -> bool:
    """Whether a sentence is a clause's title on the line of its text ("4.2 Insurance. Tenderers must hold …")."""
    sentences = statement.clause.sentences
    first = len(sentences) > 1 and sentences[0] is statement.sentence
    return first and bool(_RUN_IN.match(statement.text)) and len(statement.text.split()) <= 6


def _part(kind: str, number: str, words: str, statement: Statement) -> Iterator[Part]:
    title = _TAIL.sub("", words).strip(" :.|–—-")
    plain = bool(title) and title[0].isupper() and len(title.split()) <= MOST_WORDS and not _REFERENCE.search(title)
    if plain and title_words(title):
        yield Part(kind=kind, id=number.upper(), title=title, statement=statement)


def references_of(statement: Statement) -> Iterator[Reference]:
    """Every label in a sentence, but not the one that opens a heading or an entry of a list."""
    for bare in _DOTTED.finditer(statement.text):
        yield Reference(
            kind="section", id=bare["id"], label=bare["id"], statement=statement, start=bare.start("id"),
            end=bare.end("id"),
        )  # fmt: skip
    for found in _REFERENCE.finditer(statement.text):
        opening = not statement.text[: found.start()].strip(" •-|") and len(statement.text.split()) <= MOST_WORDS
        if not (opening or statement.sentence.kind == "heading") and not found["id"].islower():
            yield Reference(
                kind=family(found["kind"]), id=found["id"].upper(), label=found.group(), statement=statement,
                start=found.start(), end=found.end(),
            )  # fmt: skip
