"""Contract terms and templates that a sentence says stand behind a link, are given later, or only to the winner.

The words themselves keep the paper out of the pack, so no more than a heading with text of its own speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEAD = r"(?:standard|general|model|draft|proposed|full|final|special|corporate|current)"
_TITLE = (
    rf"(?P<title>(?:{_LEAD} ){{0,2}}(?:(?!The\b|This\b|Our\b|Your\b|Any\b|All\b)[A-Z][\w&’'-]* ){{0,4}}(?:{_LEAD} )?"
    r"(?:(?i:terms and conditions|terms & conditions|conditions of (?:contract|purchase|appointment)|"
    r"contract (?:terms|conditions)|terms of (?:contract|business|purchase|appointment)|form of (?:contract|agreement)|"
    r"t&cs?)(?: of (?:[Cc]ontract|[Pp]urchase|[Aa]greement|[Aa]ppointment))?"
    r"|(?:[Cc]ontract|[Aa]greement) for [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,2}"
    rf"|(?<=[a-z] )(?:[Cc]ontract|[Aa]greement)|(?:Terms|Conditions)))"
)
_WIDER = r"(?: ?\([^)]{1,12}\))?(?: (?:of|for) [^,.;]{1,40}?)?,?"
_WINNER = (
    r"(?:to|with) the (?:\w+ ){0,2}(?:preferred|successful|winning|appointed|selected)\b"
    r"|(?:following|after|on|upon|once|at) (?:\w+ ){0,4}(?:award(?:ed)?|appoint(?:ed|ment)|selected|preferred)\b"
)
_GIVEN = r"(?:provided|issued|sent|supplied|made available|shared|disclosed|released|notified|finalised|drawn up)"
_LATER = re.compile(
    rf"\b{_TITLE}{_WIDER} (?:(?:which|that) )?(?:(?:will|shall|to|would|may) (?:only )?be |(?:is"
    rf"|are) (?:to be )?)?{_GIVEN}\b[^.;]{{0,60}}?\b(?:{_WINNER})"
)
_SEEN = r"(?:viewed|found|seen|read|downloaded|accessed|obtained|consulted|inspected|requested)"
_PLACE = (
    r"(?:https?:|\bwww\.|\bweb-? ?(?:site|page)s?\b|\bonline\b|\bintranet\b|\b(?:up)?on (?:written )?request\b"
    r"|\blinks?\b"
    r"|\bfrom the (?:buyer|office|clerk)\b|\bat:?\s*$|\bhere:?\s*$|:\s*$)"
)
_LINKED = re.compile(
    rf"\b{_TITLE}{_WIDER} (?:(?:which|that) )?(?:(?:can|may) (?:also )?be {_SEEN}|(?:(?:is|are) )?(?:\w+ )?(?:available"
    rf"|published|found|located|hosted|set out))\b[^.;]{{0,80}}?{_PLACE}"
)
_COPIED = (
    re.compile(  # "the Site Rules, a copy of which is held at the office", "the head lease, which is confidential"
        r"\b(?P<title>(?:[A-Z][\w&’'-]* (?:for |of )?){0,4}(?:[a-z]+ ){0,2}?(?i:terms(?: and conditions)?"
        r"|conditions(?: of [a-z]+)?"
        r"|agreement|lease|rules|regulations|standing orders|polic(?:y|ies)|manual|code|handbook))(?: apply)?,? (?:"
        r"(?:a |the )?cop(?:y|ies) (?:of which )?(?:may|can|will|is|are|being) (?!(?:\w+ )?(?:attached|enclosed|annexed"
        r"|appended|included|in |at (?:Annex|Appendix|Schedule)))"
        r"|which (?:is|are) (?:not (?:reproduced|supplied|annexed|attached|enclosed|included)|confidential"
        r"|being (?:drafted|drawn up|written|settled|finalised)))"
    )
)
_IN_THE_PACK = re.compile(
    rf"\b{_TITLE}{_WIDER} (?:(?:which|that) )?(?:(?:is|are) )?(?:attached|enclosed|appended|identified|included"
    r"|contained|set out|provided|issued) (?:to|in|with|as part of) (?:this|the|these) (?:bid pack|tender pack|pack|itt"
    r"|rfp|rfq|invitation|tender documents?)\b",
    re.IGNORECASE,
)
_NOT_TERMS = re.compile(
    r"\bterms and conditions of (?:use|website|the (?:portal|website|system))\b|\b(?:your|supplier['’]s|bidder['’]s|"
    r"tenderer['’]s|contractor['’]s) (?:own |standard )?(?:terms|conditions|contract)|\bfor signature\b"
    r"|\bsigned (?:copy|contract)\b|\bin the form (?:attached|at|in|of)\b|\bemployment\b|"
    r"\btemplate (?:terms|contract) of\b"
    r"|\bsub-?contract"
    r"|\bnotice\b|\bfound (?:to be|guilty)\b",
    re.IGNORECASE,
)
_UPLOADED = re.compile(r"\b(?P<title>templates?)(?: which)?(?: (?:have|has) been| are| is)? uploaded\b")
_LEADING = re.compile(r"^(?:(?:the|and|or|our|all|any|an?|of|this|in) )+", re.IGNORECASE)
_VAGUE = frozenset({"contract", "agreement"})


def terms_elsewhere(text: str) -> Iterator[str]:
    """Titles of the terms that a sentence puts behind a link, or keeps until a supplier is chosen."""
    if _NOT_TERMS.search(text):
        return
    for pattern in (_LATER, _LINKED, _COPIED):
        for match in pattern.finditer(text):
            title = _LEADING.sub("", match["title"])
            if title.lower() not in _VAGUE:
                yield title


def terms_in_the_pack(text: str) -> Iterator[str]:
    """Titles of the terms that a sentence says are in or with this pack."""
    if not _NOT_TERMS.search(text):
        yield from (m["title"] for m in _IN_THE_PACK.finditer(text) if m["title"].lower() not in _VAGUE)


def templates_uploaded(text: str) -> Iterator[str]:
    """ "Templates" that a sentence says are uploaded beside it."""
    yield from (f"{match['title']} uploaded" for match in _UPLOADED.finditer(text))
