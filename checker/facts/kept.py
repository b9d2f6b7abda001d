"""Documents that a sentence keeps out of the pack: to be seen at an office, in preparation, or given to the winner."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAPER = (
    r"(?:conditions|terms|drawings?|(?:floor |site )?plans?|surveys?|registers?|reports?|polic(?:y|ies)|manual|"
    r"workbook|specification|schedule|calculator|strategy|procedures|asbestos \w+|list of [a-z]+)"
)
_NAME = (
    rf"(?P<title>(?:(?:[A-Z][\w&'’-]*|of|and|the) ){{0,5}}(?:[a-z]+ )?(?i:{_PAPER})(?: (?:of|for) [A-Z]\w+)?"
    r"(?: \((?:Section|Part|Schedule|Appendix|Annex) [A-Z\d]{1,2}\))?"
    r"|(?:Part|Section) (?:\d{1,2}|[A-Z])(?:, the [a-z]+ [a-z]+| is the [a-z]+ [a-z]+)?)"
)
_KEPT = (  # words that keep a document elsewhere, or make it one that is still to come
    r"(?: as [^,.;]{1,40})?(?:,? which)? (?:may|can) (?:only )?be "
    r"(?:inspected|viewed|seen|read|consulted) (?:at|by appointment|in|on request|"
    r"following|after|once)\b"
    r"|,? (?:is|are) (?:still )?(?:in preparation|being prepared|not yet (?:available|ready)|to follow)\b"
    r"|(?:,? which [^,.;]{1,60},)? (?:will|is to|are to) (?:only )?be (?:handed|given|issued|released|made available)"
    r"[^.;]{0,60}?\b(?:following|after|on|once|upon)\b[^.;]{0,20}\b(?:award|contract|appointment|signed|signature)\b"
)
_TITLE_KEPT = re.compile(rf"(?:^|\bthe |\bThe |[,;:] |['’]s ){_NAME},?(?:{_KEPT})")
_THING = (
    r"(?:notes?|lists?|spreadsheets?|calculator|strategy|form|toolkit|workbook|drawings?|plans?|register|report"
    r"|surveys?"
    r"|conditions|manual|procedures)"
)
_AFTER = r"(?: (?:of|with|for) (?:[\w’'-]+ ){0,5}[\w’'-]+)?(?:, version [^,.;]{1,30})?"
_LATER = r"(?:handover|mobilisation|award|appointment|contract start|signature)"
_PLACED = (
    re.compile(  # "a note of the questions is on the portal", "the form, which is attached to the notice"
        rf"\b(?i:an?|the|its|our|['’]s) (?P<title>(?:[a-z-]+ ){{0,2}}{_THING}{_AFTER}),?"
        r"(?: (?:which|that))? (?:is|are) "
        r"(?:(?:published|available|held|kept) )?(?:on (?:the|its|our) (?:e-tendering |tender )?"
        r"(?:portal|intranet|extranet)\b"
        r"|attached to the (?:contract |tender )?notice\b)"
    ),
    re.compile(  # "a list with postcodes is given to the supplier during handover"
        rf"\b(?i:an?|the) (?P<title>(?:[a-z-]+ ){{0,2}}{_THING}{_AFTER}) (?:is|are|will be) "
        rf"(?:given|issued|handed|shown|released|made available) to the (?:\w+ )?"
        r"(?:supplier|contractor|provider|tenderer|bidder)\b[^.;]{0,25}?"
        rf"\b(?:during|after|on|at|following|upon) (?:the )?{_LATER}\b"
    ),
)
_RELIED_ON = (
    re.compile(  # "explained in the strategy which it adopted in 2025"
        r"\b(?:in|with|by) (?:the|its|our) (?P<title>(?:[\w’'-]+ ){0,2}(?:strategy|policy|plan|charter) "
        r"(?:(?:which|that) )?(?:(?:it|we|the \w+) )?(?:adopted|approved|published) in (?:19|20)\d\d)\b"
    ),
    re.compile(  # "as set out in the contract notice"
        r"\b(?:in|with) the (?P<title>(?:[A-Z]{2,5} |Find a Tender )?(?:[Cc]ontract|[Tt]ender|OJEU) [Nn]otice)\b"
    ),
)
_OWNER = re.compile(r"^(?:[Tt]he )?(?:[A-Z]\w+['’]s )?")


def kept_elsewhere(text: str) -> Iterator[str]:
    """Titles of the documents that the sentence keeps elsewhere, without article and owner."""
    for match in _TITLE_KEPT.finditer(text):
        yield _OWNER.sub("", match["title"]).replace(" is the ", ", the ")
    placed = (match["title"] for pattern in (*_PLACED, *_RELIED_ON) for match in pattern.finditer(text))
    yield from (re.sub(r" (?:which|that)$", "", title) for title in placed)


def bare(title: str) -> str:
    """The title without its part number: "Part 3, the pricing workbook" is the pricing workbook."""
    return re.sub(r"^(?:Part|Section) \w+, the ", "", title)
