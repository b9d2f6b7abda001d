"""Whether a sentence demands something itself, defines a word, guides the drafter, or recites a law."""

from __future__ import annotations

import re

from checker.domain import Voice

_TITLE = 200  # characters of a heading that are looked at
_DEFINING_HEADING = re.compile(
    r"\b(?:definitions?|interpretation|glossary|defined terms|abbreviations|terminology)\b", re.I
)
_MEANS = re.compile(
    r"\b(?:(?<!what )(?<!other )(?<!any )(?<!by )means?(?! (?:to|of|by)\b)|has the (?:same )?meaning|"
    r"have the (?:same )?meanings?|shall mean|refers? to|is defined|are defined|stands for|"
    r"shall be (?:construed|interpreted))\b",
    re.I,
)
_QUOTED_MEANS = re.compile(
    r"^\W*(?:the (?:term|expression|word)s? )?[\"“‘'][^\"”’]{2,70}[\"”’'](?: or [\"“‘'][^\"”’]{2,50}[\"”’'])?"
    r"[\s:–-]*(?:\([^)]{0,80}\) )?(?:,? ?in this \w+,? )?"
    r"(?:means?|has the|have the|shall mean|shall have the meaning|refers? to|is defined|includes?)\b",
    re.I,
)
_BARE_MEANS = re.compile(
    r"^\W*(?:the )?(?:[A-Z][\w&/-]*(?: (?:of|and|the|for))? ){1,6}(?:\([^)]*\) )?(?:means|"
    r"shall mean|has the meaning)\b(?! (?:to|that|of|by)\b)"
)
_FOR_PURPOSES = re.compile(
    r"\b(?:words|references|terms|expressions) (?:importing|in the singular|to (?:any|a|"
    r"the) (?:statute|clause|gender|party|person))\b",
    re.I,
)

_BRACKETED = re.compile(r"\[[^\[\]]{0,400}\]|\{[^{}]{0,400}\}|<[^<>]{3,80}>")
_FILL_IN = re.compile(
    r"\b(?:insert|delete|amend|complete|add|enter|tbc|to be (?:confirmed|completed|inserted)|name of|"
    r"drafting|note|select|choose|specify|if applicable|as (?:applicable|appropriate)|include)\b",
    re.I,
)
_DRAFTING = re.compile(
    r"\b(?:guidance notes?(?=\s*[:–-])|notes? (?:to|for) (?:the )?"
    r"(?:buyers?|drafts?(?:er|man|person|ing officer)?s?|authors?|officers?|procurement (?:officer|lead|team)s?|"
    r"users?)\b|drafting (?:note|guidance|instruction)|\(?delete "
    r"(?:as|if|where|whichever|this|one|the|paragraph|clause|section)(?:\s\w+)? ?"
    r"(?:applicable|appropriate|necessary|not|required|section|note|text|paragraph|of)|"
    r"delete before (?:issue|publish|issuing|publication|sending)|"
    r"this (?:template|note|paragraph|section|clause|box|text) (?:must|should|is to|can|may) be "
    r"(?:deleted|removed|tailored|amended|adapted)|(?:remove|delete) (?:this|the) "
    r"(?:highlighted|yellow|red|italic|guidance|note|text|wording)|"
    r"(?:officers?|the buyer|project leads?) (?:should|must) "
    r"(?:amend|tailor|insert|adapt|complete|choose|select|delete)|"
    r"if this (?:clause|section|paragraph|option) is (?:not )?used|"
    r"use this (?:clause|wording|template|paragraph|section|option) (?:if|where|when|for)|"
    r"optional (?:clause|wording|paragraph)(?=\s*[:–-])|tailor (?:this|the) (?:template|section|text|wording)|"
    r"for internal use)\b",
    re.I,
)
_OPENS_INSERT = re.compile(
    r"^\W*(?:drafting note|(?:buyer|officer|authority|council|trust|college|university|"
    r"client) to (?:insert|amend|complete|delete|select|choose|confirm|tailor|populate))\b|"
    r"^\W*\[?insert (?!(?:your|the price|prices?|rates?|a|an|company|tenderer|bidder|supplier))\w+",
    re.I,
)

_LAW = (
    r"(?:(?:regulations?|reg\.?|sections?|s\.|articles?|schedule|paragraphs?|"
    r"part) ?\d+[A-Z]?(?:\(\w+\))*(?:(?: and| or|,| to) ?\d+[A-Z]?(?:\(\w+\))*)*"
    r"(?: (?:of|to) (?:the )?[^.;]{0,90}?)?|(?:the )?[\w ’',()&-]{0,80}?\b(?:Acts?|Regulations?|"
    r"Directive|Order|Code|Rules|GDPR|Legislation|legislation|"
    r"Statute)\b(?: \(?\d{4}\)?(?:/\d+)?)?(?: \([^)]*\))?(?: \d{4})?(?: \([^)]*\))?)"
)
_RECITES = re.compile(
    rf"^\W*(?:under |in accordance with |pursuant to |by virtue of )?{_LAW},? (?:also |further |currently )?"
    r"(?:provides?|requires?|states?|says?|sets? out|prohibits?|defines?|makes? it (?:unlawful|"
    r"an offence|a duty)|gives?|places? (?:a|an) (?:duty|obligation)|imposes?|"
    r"obliges?|entitles?|permits?|allows?|came into force|applies|apply|introduced|implements?|"
    r"lays? down|creates?|establish(?:es)?|covers?|prescribes?|stipulates?|forbids?|means)\b",
    re.I,
)
_LAW_NAMED = re.compile(
    r"\b(?:Acts?|Regulations?|Directive|GDPR|[Ll]egislation|[Rr]eg(?:ulation|\.)? ?\d|[Ss]ection \d|"
    r"[Aa]rticle \d|Order \d{4}|[Bb]y law|[Ss]tatutor)"
)
_UNDER_LAW = re.compile(
    r"^\W*(?:under|by virtue of|pursuant to|in line with|as required by) (?:the (?:provisions|"
    r"terms) of )?[^,]{3,140}\b(?:Acts?|Regulations?|Directive|GDPR|legislation|Order)\b[^,]{0,60},? "
    r"(?:(?:a |an |any |the |all |every |every |public |contracting |certain |"
    r"commercial )*(?:public bod(?:y|ies)|public authorit(?:y|ies)|contracting authorit(?:y|ies)|"
    r"authorit(?:y|ies)|council|trust|university|compan(?:y|ies)|organisations?|employers?|"
    r"individuals?|members of the public|persons?|people|anyone|everyone|data subjects?|"
    r"commercial organisations?|it))\b",
    re.I,
)
_OF_THIS_PAPER = re.compile(
    r"^\W*(?:(?:section|schedule|part|paragraph|article|appendix) \w+ (?:of this|to this|below|above|"
    r"provides? (?:the |further )?(?:details|information|guidance|background)))|^\W*(?:section|"
    r"schedule|part|paragraph) ?[\d.]+ (?:requires|sets|states|says|provides|gives|covers)\b",
    re.I,
)
_ADDRESSES_BIDDERS = re.compile(
    r"\b(?:bidders?|tenderers?|suppliers?|contractors?|providers?|applicants?|candidates?|"
    r"consultants?|you) (?:must|shall|will|should|are required|is required|may not|need)\b",
    re.I,
)


def voice_of(text: str, headings: tuple[str, ...] = (), lead_in: str = "") -> Voice:
    """The voice of a sentence; plain where in doubt."""
    if _is_template(text):
        return "template"
    if _is_definition(text, headings):
        return "definition"
    if _is_law(text) or (lead_in and not _ADDRESSES_BIDDERS.search(lead_in) and _is_law(lead_in)):
        return "quoted-law"
    return "plain"


def _is_template(text: str) -> bool:
    if _DRAFTING.search(text) or _OPENS_INSERT.match(text):
        return True
    holes = [hole.group() for hole in _BRACKETED.finditer(text)]
    guiding = [hole for hole in holes if _FILL_IN.search(hole)]
    # One blank in a sentence for bidders leaves it a sentence; one that is mostly blanks is a form for the buyer.
    return bool(guiding) and 2 * sum(map(len, holes)) > len(text.strip())


def _is_definition(text: str, headings: tuple[str, ...]) -> bool:
    if _QUOTED_MEANS.match(text) or _BARE_MEANS.match(text):
        return True
    under = any(_DEFINING_HEADING.search(heading[:_TITLE]) for heading in headings[-1:])
    return under and bool(" | " in text or _MEANS.search(text) or _FOR_PURPOSES.search(text))


def _is_law(text: str) -> bool:
    if not _LAW_NAMED.search(text) or _ADDRESSES_BIDDERS.search(text) or _OF_THIS_PAPER.match(text):
        return False
    return bool(_RECITES.match(text) or _UNDER_LAW.match(text))
