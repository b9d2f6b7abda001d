"""A way of sending a bid that one sentence bars and the next asks for: "no other form", then "two paper copies".

A false one accuses, so only sentences that stand close together count, the first must shut the way, and the second must
ask the bidder for the bid itself that way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_NEAR = 3  # statements between the two
_PLACE = (
    r"(?:portal|e-?tender\w*(?: \w+)?|(?:e-?)?sourcing (?:system|suite|site|platform)|online form|web ?form|platform|"
    r"collaboration site|electronic system|e-?procurement \w+|website|(?:tender|bidding) (?:system|site)|online)"
)
_ONLY_PORTAL = re.compile(
    rf"\b(?:only|solely|exclusively)\b[^.]{{0,50}}\b{_PLACE}|"
    rf"\b{_PLACE}\b[^.]{{0,70}}\b(?:only|alone|sole (?:means|way|route)|nothing else|no other|"
    r"any other (?:form|way|means|route|method)|other (?:means|methods|routes) (?:will|are|is))|"
    rf"\b{_PLACE}\b[^.]*; ?nothing else",
    re.IGNORECASE,
)
_DENIED = r"(?:no|not|never|cannot|neither|refused|rejected)\b"
_NO_PAPER = re.compile(
    r"\b(?:no (?:tenders?|bids?|submissions?|offers?|quotes?|hard cop\w+|paper \w+)|(?:hard|paper) copies|"
    r"paper (?:tenders?|bids?)|(?:tenders?|bids?|submissions?|offers?|quotes?)\b[^.]{0,40}\b"
    rf"(?:by post|by hand|on paper|posted))\b[^.]{{0,60}}\b(?:{_DENIED}|may be (?:made|sent)|"
    r"(?:will|shall|should|must|can) be)[^.]{0,60}",
    re.IGNORECASE,
)
_NO_EMAIL = re.compile(
    rf"\be-?mail\w*\b[^.]{{0,30}}\b{_DENIED}|\b{_DENIED}[^.]{{0,50}}\bby e-?mail|\bno e-?mailed\b", re.IGNORECASE
)
_POST = (
    r"(?:by (?:recorded |special |first class )?(?:post|hand|delivery|courier|mail)|recorded delivery|"
    r"in the post)"
)
_ON_PAPER = re.compile(
    r"\b(?:sealed envelope|plain envelope|(?:bound|paper|hard|printed|signed) "
    rf"(?:\w+ )?(?:cop(?:y|ies)|originals?|sets?)|{_POST}|memory stick|usb \w+|cd-?rom|handed in|in an envelope|"
    r"(?:mail|post) (?:it|them))\b",
    re.IGNORECASE,
)
_BY_EMAIL = re.compile(
    r"\bby e-?mail\b|\be-?mail (?:it|them|your|the)\b|\be-?mailed to\b|\bmail it over\b|\bscan\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:please|kindly|must|shall|should|are to|is to|send|return|deliver|forward|submit|post|mail|bring|hand)\b",
    re.IGNORECASE,
)
_BID = re.compile(
    r"\b(?:tenders?|bids?|submissions?|applications?|responses?|offers?|quotes?|quotations?|proposals?|priced bills?|"
    r"pricing (?:schedule|document)|cop(?:y|ies))\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"\b(?:we|panel|council|authority|association|trust|university|force|department|employer)"
    r"\b[^.]{0,20}\b(?:will|shall) print|"
    r"\bin addition\b|\badditionally\b|\balso\b|\bas well\b|"
    r"\bused to\b|\bno longer\b|\bif\b|\bunless\b|\bor\b|\bsamples?\b|\bquestions?\b|\bafter award|\bsuccessful\b|"
    r"\bcontract documents?\b|\bwithdraw\w*|\bunavailable\b|\bfails?\b|\binvoices?\b|\bnot\b|\bno\b|\breferences?\b|"
    r"\bconfirmation\b|\bmodel\b|\bdrawings\b",
    re.IGNORECASE,
)
_METHOD = re.compile(  # "Return method: portal only", "Tenders must be submitted through the portal only"
    r"^\W*(?:method of )?(?:return|submission|tender return)(?: method| route| of (?:tenders?|bids?))?\b|"
    r"\b(?:tenders?|bids?|submissions?|offers?|quotations?|proposals?|responses?)\b[^.;]{0,30}\b(?:must|shall|should|will|"
    r"can|may|are to|is to)\b[^.;]{0,20}\b(?:submitted|returned|sent|uploaded|made|accepted|received)\b",
    re.IGNORECASE,
)
_COPIES = re.compile(
    r"\b(?:hard|paper|bound|printed) cop(?:y|ies) of (?:the|your|their|its|each) (?:\w+ )?(?:tender|bid|submission|"
    r"offer|quotation|proposal|response)\b[^.;]{0,80}\b(?:must|shall|should|are to|is to|will need to) (?:also )?"
    r"(?:be )?(?:delivered|sent|posted|received|provided|submitted|reach|handed)\b",
    re.IGNORECASE,
)
_NOT_OF_ALL = re.compile(
    r"\b(?:if|unless|on request|when asked|requested|successful|winning|preferred|shortlisted|not|no|optional|may)\b",
    re.IGNORECASE,
)
_WAYS = (
    (_ONLY_PORTAL, "through a portal alone", ((_ON_PAPER, "on paper or by hand"), (_BY_EMAIL, "by e-mail"))),
    (_NO_PAPER, "in no case on paper", ((_ON_PAPER, "on paper or by hand"),)),
    (_NO_EMAIL, "in no case by e-mail", ((_BY_EMAIL, "by e-mail"),)),
)


def barred_ways(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`bids_sent`, `conflicting`: the way that is shut ("through a portal alone"), and the one asked for."""
    told = [s for s in statements(clauses) if own_words(s) and s.clause.role not in ("terms", "specification")]
    for place, first in enumerate(told):
        for pattern, shut, others in _WAYS:
            barred = pattern.search(first.text)
            if (
                not barred
                or not (_BID.search(f"{first.text} {first.heading}") or _METHOD.search(first.text))
                or re.search(r"\bquestions?\b", first.text, re.I)
            ):
                continue
            asked = _asked(told[place + 1 : place + 1 + _NEAR], first, others)
            if not asked and pattern is _ONLY_PORTAL and _METHOD.search(first.text):
                asked = next((said for other in told if (said := _copies(other))), None)
            if asked:
                said = Said(value=shut, statement=first, start=barred.start(), end=barred.end())
                return clashes("bids_sent", [[said, asked]])
    return ()


def _copies(statement: Statement) -> Said | None:
    """A sentence of the instructions, wherever it stands, that asks every bidder for paper copies of the bid."""
    found = _COPIES.search(statement.text)
    if not found or statement.sentence.cells or _NOT_OF_ALL.search(statement.text[: found.end()]):
        return None
    return Said(value="on paper or by hand", statement=statement, start=found.start(), end=found.end())


def _asked(near: Sequence[Statement], first: Statement, others: Sequence[tuple[re.Pattern[str], str]]) -> Said | None:
    for statement in near:
        if statement.clause.headings != first.clause.headings or statement.clause.document != first.clause.document:
            break
        for pattern, way in others:
            found = pattern.search(statement.text)
            bound = _ASKS.search(statement.text) and _BID.search(statement.text)
            if found and bound and not _BESIDES.search(statement.text):
                return Said(value=way, statement=statement, start=found.start(), end=found.end())
    return None
