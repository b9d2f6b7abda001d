"""Policies and codes that a sentence binds the bidder to, and numbered standard conditions and forms it relies on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Sentence

_END = (
    r"(?:Polic(?:y|ies)|Codes? of (?:Conduct|Practice)|Handbook|Standing Orders|Procedures|Charter|Procedure Rules|"
    r"Guidelines|Manual|Site Rules)"
)
_TITLE = (
    r"(?:the |our |its )?(?P<title>(?:[A-Z][\w&’'-]*,? (?:and |of |for )?){1,6}?"
    rf"(?:{_END}|(?<=[a-z] )(?:policies|policy|code of conduct)))\b(?! [A-Z])"
)
_BOUND = (
    r"\b(?:(?:[Cc]ompl(?:y|ies|iance|iant)|[Aa]dher\w*|[Cc]onform\w*|[Aa]ccordance|[Ll]ine|[Aa]gree\w*) (?:with|to)"
    r"|[Aa]bide by|[Bb]ound by|[Oo]bserve|[Ff]ollow|[Ss]ubject to|[Hh]ave regard to)"
)
_OWNED = (
    r"(?:the |our )?(?P<title>(?:[A-Z][\w&-]* ){0,3}[A-Z][\w&-]*['’]s? (?:[a-z-]+ ){0,2}"
    r"(?:policies|standing orders|rules|codes? of (?:conduct|practice)|handbook|manual|byelaws"
    r"|financial regulations))\b"
)
_FOLLOW_OWNED = re.compile(rf"{_BOUND} (?:\w+ ){{0,2}}?(?:all |any |each )?(?:relevant |applicable )?{_OWNED}")
_FOLLOW = re.compile(rf"{_BOUND} (?:\w+ ){{0,2}}?(?:all |any |each )?(?:relevant |applicable )?{_TITLE}")
_FOLLOW_LONG = re.compile(rf"{_BOUND}[^.;]{{4,160}}? and (?:with |to )?(?:applicable |relevant )?{_TITLE}")
_EXPECTED = re.compile(
    rf"\b{_TITLE} (?:that|which|with which) (?:the )?(?:suppliers?|bidders?|tenderers?|contractors?|providers?)"
    r"(?: \w+){0,3} (?:comply|adhere|follow|observe|abide)"
)
_OF_THE_BIDDER = re.compile(
    r"\b(?:your|their|its own|suppliers?['’]s?|bidders?['’]s?|tenderers?['’]s?|contractors?['’]s?|providers?['’]s?|"
    r"applicants?['’]s?|companys?['’]s?|company|organi[sz]ation['’]?s?)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(  # codes of practice made under an Act, and papers of other bodies that bind the buyer
    r"\b(?:Lord Chancellor|Information Commissioner|Secretary of State|issued under|under (?:Part|section)|Cabinet|ACoP"
    r"|Approved Code|Freedom of Information|Privacy|Cookie|Complaints|HM Revenue)\b"
)
_IS_BIDDER = re.compile(
    r"\b(?:suppliers?|bidders?|tenderers?|contractors?|providers?|applicants?|consultants?|you|confirm\w*|staff|"
    r"operatives|personnel)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:we|council|trust|authority) (?:will|shall|is|are|has|have)\b[^.;]{0,60}$", re.IGNORECASE)
_CODED = re.compile(r"\b(?P<family>DEFCON|DEFFORM) ?(?P<id>\d{1,3}[A-Z]{0,2})(?![\w/])")
_ASKED = re.compile(
    r"\b(?:complet|attach|return|submit|includ|enclos|updat|provid|appl(?:y|ies)|accordance)\w*", re.IGNORECASE
)


def policies_to_follow(sentence: Sentence) -> Iterator[str]:
    """Titles of the buyer's or another body's policies that the sentence binds the bidder to."""
    text = sentence.text
    if sentence.negated or _PUBLIC.search(text):
        return
    bidder = sentence.duty_on == "bidder" or _IS_BIDDER.search(text) is not None
    for pattern in (_FOLLOW, _FOLLOW_LONG, _FOLLOW_OWNED, _EXPECTED):
        for match in pattern.finditer(text) if bidder else ():
            title = match["title"]
            before = text[: match.start("title")]
            if not _OF_THE_BIDDER.search(f"{before[-25:]}{title}") and not _DENIED.search(before):
                yield re.sub(r"^(?:All|Any|The|Relevant|Applicable) ", "", title)


def coded_papers(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Family and number of the standard conditions and forms that the line opens with, or tells to use."""
    for match in _CODED.finditer(sentence.text):
        opens = not sentence.text[: match.start()].strip(" (•-–")
        if opens or match["family"] == "DEFCON" or _ASKED.search(sentence.text):
            yield match["family"], match["id"]
