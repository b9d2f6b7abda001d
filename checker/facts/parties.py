"""Who buys, under what title, and what kind of authority that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.bodies import BODY, NAME, ROLE, authority_type, clean_name
from checker.facts.statements import Statement, make_fact, own_words, statements
from checker.facts.titles import find_titles

_DEFINED = re.compile(
    rf"(?P<name>{NAME})(?:\s\([A-Z]{{2,8}}\))?,?\s\(?(?:\(?(?i:hereinafter|hereafter|referred to|"
    rf"known|herein)[\w\s,]{{0,40}})?(?:as\s)?\(?(?:the\s)?[“\"‘'](?:the\s)?(?P<role>{ROLE}|"
    rf"[A-Z]{{2,8}}|we|us)[”\"’']"
)
_MEANS = re.compile(
    rf"[“\"‘']?(?:the\s)?\b(?P<role>Authority|Council|Client|Customer|Contracting Authority|"
    rf"Contracting Body|Buyer|Purchaser|Employer|Trust)[”\"’']?\s?(?:means|is|:|–|-)\s(?:the\s|"
    rf"The\s)?(?P<name>{NAME})"
)
_ROW = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:name of (?:the )?)?(?:contracting (?:authority|body|entity)|buyer|"
    r"purchaser|customer|client|commissioning (?:authority|body|organisation)|authority|employer|"
    r"organisation|issued (?:by|on behalf of)|awarding (?:authority|body)|procuring (?:authority|"
    r"body))(?: name| organisation)?\W*$",
    re.I,
)
_COLON = re.compile(
    rf"\b(?:(?i:contracting (?:authority|body)|buyer|client|customer|purchaser)(?:\s?[:|–-]\s?)|"
    rf"(?i:issued by|issued on behalf of|prepared by|on behalf of):?\s)(?:the |"
    rf"The )?(?P<name>{NAME})"
)
_INVITES = re.compile(
    rf"(?P<name>{NAME})(?:\s\([^)]{{2,20}}\))?\s(?:is|are|invites?|wish(?:es)?|intends?|seeks?|"
    rf"requires?|would like|has|have)\s?(?:now |currently |hereby |today )?(?:carrying out|seeking|"
    rf"looking|inviting|undertaking|conducting|tendering|procuring|issuing|to (?:appoint|invite|"
    rf"procure|receive|tender)|tenders|quotations|bids|proposals|offers|a (?:suitably|contractor|"
    rf"supplier|provider)|issued|you to)"
)
_WE_MEAN = re.compile(rf"[“\"‘']?\b(?:[Ww]e|us|our|US|OUR)[”\"’']? (?:we )?means? (?:the |The )?(?P<name>{NAME})")
_ON_LOAN = re.compile(r"framework|agreement|\bRM\s?\d{3,4}|\bterms\b|standard|website|guidance|model", re.I)
_COPYRIGHT = re.compile(rf"(?:©|(?i:copyright)|\([cC]\))\s?(?:©\s?)?(?:\d{{4}}\s)?(?P<name>{NAME})")
_INITIALS = re.compile(r"\b([A-Z]{3,8})(?:[’']s\b|\sreserves the right|\sis (?:seeking|inviting|looking))")
_NOT_INITIALS = re.compile(
    r"(?:ITT|RFP|RFQ|ITQ|VAT|UK|SMEs?|KPIs?|NHS|HMRC|TUPE|GDPR|FOIA|ISO|CVs?|SLA|HSE|DBS|PQQ|SQ|"
    r"MEAT|MAT|CEO|LOT)$"
)


def find_parties(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `buyer`, `authority_type` and `title`."""
    told = [s for s in statements(clauses) if own_words(s)]
    buyer = _buyer(told)
    if buyer is not None:
        yield buyer
        yield from _authority(buyer, told)
    title = next(iter(sorted(find_titles(told), key=lambda item: item[0])), None)
    if title is not None:
        yield title[1]


def _buyer(told: list[Statement]) -> Fact | None:
    """The organisation with the most and the plainest signs of being the buyer."""
    scores: Counter[str] = Counter()
    places: dict[str, tuple[Statement, int, int]] = {}
    for statement in told:
        for name, points, start in _signs(statement):
            cleaned = clean_name(name)
            if cleaned is None:
                continue
            scores[cleaned] += points
            places.setdefault(cleaned, (statement, start, start + len(name)))
    if not scores or max(scores.values()) < 3:
        return _by_initials(told)
    best = max(scores, key=lambda name: (_with_parts(name, scores), len(name)))
    statement, start, end = places[best]
    return make_fact("buyer", best, statement, start, end)


def _by_initials(told: list[Statement]) -> Fact | None:
    """A buyer that is only ever named by its initials, told by what is called its own."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Statement, int, int]] = {}
    for statement in told:
        for found in _INITIALS.finditer(statement.text):
            if not _NOT_INITIALS.match(found[1]):
                counts[found[1]] += 1
                first.setdefault(found[1], (statement, found.start(1), found.end(1)))
    name, times = next(iter(counts.most_common(1)), ("", 0))
    if times < 4:
        return None
    statement, start, end = first[name]
    return make_fact("buyer", name, statement, start, end)


def _with_parts(name: str, scores: Counter[str]) -> int:
    """Points of a name, and half of those given to a shorter form of it."""
    return scores[name] + sum(
        points // 2 for other, points in scores.items() if other != name and f" {other.lower()} " in f" {name.lower()} "
    )


def _signs(statement: Statement) -> Iterator[tuple[str, int, int]]:
    text = statement.text
    if len(statement.cells) >= 2 and _ROW.search(statement.cells[0]):
        name = statement.cells[1][:120].split("\n")[0]
        if not re.search(r"\[|_{3}|\.{4}|insert", name):
            yield re.split(r",|\s\(", name)[0], 40, max(0, text.find(name))
    early = 3 if statement.place < 30 else 2 if statement.place < 120 else 1
    for pattern, points in (
        (_DEFINED, 30),
        (_COLON, 15),
        (_MEANS, 15),
        (_WE_MEAN, 15),
        (_INVITES, 10),
        (_COPYRIGHT, 12),
    ):
        for found in pattern.finditer(text[:1500]):
            if BODY.search(found["name"]) or (
                pattern in (_DEFINED, _INVITES, _COLON) and len(found["name"].split()) > 1
            ):
                yield found["name"], points * early // 2, found.start("name")
    words = text[:1500]
    for found in BODY.finditer(words):
        if not _lends_its_framework(found, words):
            yield found.group(), early, found.start()
    if (
        re.search(r"\b(?:issued by|on behalf of)(?:\sthe)?\W*$", statement.before, re.I)
        and len(text) < 90
        and BODY.search(text)
    ):
        yield text, 25, 0
    for heading in statement.clause.headings[:1]:
        if statement.place < 30:
            yield from ((found.group(), 1, 0) for found in BODY.finditer(heading))


def _lends_its_framework(found: re.Match[str], words: str) -> bool:
    """Whether the central purchasing body is only named as the owner of a framework that somebody else uses."""
    return found.group().startswith("Crown Commercial") and bool(_ON_LOAN.search(words))


def _authority(buyer: Fact, told: list[Statement]) -> Iterator[Fact]:
    name = str(buyer.value)
    code = authority_type(name)
    statement = next((s for s in told if s.sentence.location == buyer.location or name in s.text), None)
    if code and statement is not None:
        at = max(0, statement.text.find(name))
        yield make_fact("authority_type", code, statement, at, at + len(name), how="from the buyer's name")
