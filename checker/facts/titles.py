"""Titles of tenders: labelled, on the cover, or in the sentence of invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Fact
from checker.facts.bodies import BODY
from checker.facts.dates import find_dates
from checker.facts.kind_words import kind_of
from checker.facts.statements import Statement, make_fact

_INVITATION = (
    r"(?:invitations? to (?:tender|quote|bid|negotiate|submit (?:a )?(?:tender|quotation|"
    r"proposal)s?)|requests? for (?:proposals?|quotations?|tenders?|quotes?)|tender(?: documents?|"
    r" pack| specification)?|quotation|bid pack|contract|itt|rfp|rfq|itq|specification|"
    r"framework agreement)"
)
_LABELLED = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:itt|rfp|rfq|tender|contract|project|procurement|opportunity|"
    r"framework|requirement)\s)?(?:title|name)(?: of (?:the )?(?:contract|tender|project|"
    r"procurement|requirement|framework))?\s?(?::|\||-|–)\s*(?P<title>.{6,200})",
    re.I,
)
_TITLE_ROW = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:(?:itt|rfp|rfq|tender|contract|project|procurement|opportunity|"
    r"framework|requirement|service)\s)?(?:title|contract name|"
    r"project name)(?: of (?:the )?(?:contract|tender|project|procurement|requirement))?\W*$|"
    r"^\W*(?:contract|project|tender) name\W*$",
    re.I,
)
_FOR = re.compile(
    rf"\b{_INVITATION}\W{{0,3}}(?:\([A-Z]{{2,4}}\)\s?)?(?:\W{{0,3}}(?:reference|"
    rf"ref)\W.{{0,30}}?[-–—]\s?|\s?for\b:?|:|\s[-–—])\s?(?:the )?(?P<title>[A-Z(\w].{{5,180}})",
    re.I,
)
_LEADING_FOR = re.compile(r"^\W*for:?\s(?:the )?(?P<title>\S.{5,180})", re.I)
_WANTED = re.compile(
    r"\b(?:inviting|invites?|seeking|seeks?|invited to|invite) (?:\w+ ){0,4}(?:tenders?|"
    r"quotations?|bids?|proposals?|quotes?|offers?|submissions?|tender)\b.{0,60}?\bfor (?:the |a |"
    r"an |its )?(?P<title>[^.;]{6,140})",
    re.I,
)
_NOT_TITLE = re.compile(
    r"\d\s?%|£|\b(?:are|is|we|who|which)\b|^(?:one|any|either|several|both|each|some)\b.*\b(?:zones?|lots?|"
    r"areas?|several|all)\b|^(?:submission|return|receipt|the attention|"
    r"further information|example|evaluation|completion|use|information|guidance|your|any|all|"
    r"bidders|tenderers|suppliers|clarification|reference|(?-i:[Ii]t)\b|this|more|which|a period|"
    r"instructions)|\b(?:must|shall|should|will|please|you|your)\b|\.{4}|^\W*$",
    re.I,
)


_ADDRESS = re.compile(
    r"\b(?:headquarters|directorate|town hall|county hall|civic centre|chambers|moot hall|guildhall)\b.*,|"
    r",.*\b(?:road|street|lane|avenue)\b\s*(?:,|$)|"
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    re.I,
)
_REFERENCE = re.compile(r"(?=\S*\d)\S+|(?:[^a-zA-Z]|(?<![a-zA-Z])[a-zA-Z]{1,3}(?![a-zA-Z]))+")


def find_titles(told: list[Statement]) -> Iterator[tuple[int, Fact, Statement]]:
    """Candidates with a rank, lower is better."""
    for statement in told:
        text = statement.text
        if len(statement.cells) >= 2 and _TITLE_ROW.search(statement.cells[0]):
            yield from _title(0, statement, statement.cells[1])
        labelled = _LABELLED.match(text)
        if labelled and statement.place < 150 and not statement.sentence.cells:
            yield from _title(1, statement, labelled["title"])
        if statement.place < 25 and len(statement.cells) < 2:
            yield from _cover(statement)
        elif statement.place < 120:
            wanted = _WANTED.search(text)
            if wanted:
                yield from _title(60, statement, wanted["title"])


def _cover(statement: Statement) -> Iterator[tuple[int, Fact, Statement]]:
    """Titles on the first page: behind the words of invitation, or as a line of their own."""
    text = statement.text
    for source in dict.fromkeys((text, f"{statement.before} {text}" if len(statement.before) < 60 else text)):
        found = _FOR.search(source)
        if found and len(source) < 260 and found.start() < 60 and not text.rstrip().endswith("."):
            yield from _title(10 + statement.place, statement, found["title"])
    leading = _LEADING_FOR.match(f"For {text}" if re.fullmatch(r"\W*for\W*", statement.before, re.I) else text)
    if leading and len(text) < 200:
        yield from _title(12 + statement.place, statement, leading["title"])
    if (
        statement.place < 12
        and len(text) < 130
        and re.match(
            r"\W*(?:the )?(?:provision|supply|delivery|maintenance|construction|refurbishment|framework|"
            r"appointment) (?:of|for|agreement)\b",
            text,
            re.I,
        )
    ):
        yield from _title(14 + statement.place, statement, text)
    if (
        statement.place < 10
        and 8 < len(text) < 100
        and kind_of(text)
        and _says_more_than_a_name(text)
        and not _ADDRESS.search(text)
        and not text.rstrip().endswith((".", ":"))
        and not re.match(rf"\W*{_INVITATION}\b", text, re.I)
    ):
        yield from _title(35 + statement.place, statement, text)
    wanted = _WANTED.search(text)
    if wanted:
        yield from _title(50, statement, wanted["title"])
    if (
        statement.before
        and re.fullmatch(rf"\W*{_INVITATION}(?:\s\([A-Z]{{2,4}}\))?\W*", statement.before, re.I)
        and 8 < len(text) < 130
        and not BODY.fullmatch(text.strip())
    ):
        yield from _title(30 + statement.place, statement, text)


def _says_more_than_a_name(text: str) -> bool:
    """Whether a line holds no body's name, or goes on to say what is wanted there."""
    rest = BODY.sub(" ", text)
    return rest == text or (bool(re.search(r"[:–-]\s", text)) and bool(kind_of(rest)) and len(rest.split()) >= 4)


def _title(rank: int, statement: Statement, words: str) -> Iterator[tuple[int, Fact, Statement]]:
    """A candidate, if its words can be a title; those of forms and schedules come behind all others."""
    title = " ".join(words.split()).strip(" :;,.-–—|\"“”'’")
    title = re.split(
        r"\s(?:[-–—]\s(?:RFQ|ITT|RFP|ITQ)\b|for (?:the|a) period|with a |which |Ref(?:erence)?\b|Tender Ref|"
        r"Contract Ref|Closing|Deadline|Issue Date|Date:|Version)|"
        r"(?<=[a-z])\.\s",
        title,
    )[0]
    if (
        6 <= len(title) <= 180
        and re.search(r"[a-z]{3}", title, re.I)
        and not _REFERENCE.fullmatch(title)
        and (rank < 5 or not (_NOT_TITLE.search(title) or find_dates(title)))
        and not re.search(r"\[|<|_{3}", title)
    ):
        at = max(0, statement.text.find(title))
        late = 100 if statement.clause.role in {"form", "terms", "pricing", "questionnaire"} else 0
        yield rank + late, make_fact("title", title, statement, at, at + len(title)), statement
