"""What a section is for: the document's role, overridden by the headings it stands under."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.domain import Role

_TITLE_WORDS = 14  # a longer heading is a sentence, not a title

# Titles that change the role wherever they stand.
_STRONG: tuple[tuple[Role, str], ...] = (
    ("form", r"\b(?:form of (?:tender|offer|bid|quotation|agreement to tender)|(?:tender|offer|quotation|bid) form|"
             r"certificate (?:of|as to|in relation)|non-?collusion|anti-?collusion|bona fide tender|"
             r"(?:tender|bidder|supplier|tenderer)[’']?s? declaration|declaration (?:of|by|form)|"
             r"conflicts? of interest declaration|parent company guarantee form|"
             r"freedom of information (?:form|exemption)|signature page|contact details form|checklist|"
             r"form of undertaking|tender return label)\b"),
    ("questionnaire", r"\b(?:selection questionnaire|pre-?qualification|pqq|sq|standard selection|"
                      r"suitability (?:assessment|questionnaire)|supplier questionnaire|questionnaire|"
                      r"quality questions|method statement questions|technical questions|"
                      r"(?:quality|technical|supplier|tender|bidder) response|response document|selection criteria|"
                      r"mandatory exclusion|discretionary exclusion|grounds for (?:mandatory )?exclusion)\b"),
    ("pricing", r"\b(?:pricing (?:schedule|document|matrix|form|sheet|response)|price (?:schedule|list)|"
                r"schedule of rates|bills? of quantities|schedule of prices|commercial (?:response|schedule|submission|"
                r"envelope)|cost (?:schedule|breakdown)|fee (?:schedule|proposal))\b"),
    ("terms", r"\b(?:(?:terms|conditions) (?:and|&) conditions|"
              r"(?:special|standard(?:i[sz]ed)?|draft|contract(?:ing)?|purchase|model) (?:contract(?:ing)? )?"
              r"(?:terms|conditions)|general terms|general conditions of (?!tender)|"
              r"conditions of (?:contract|purchase|appointment)|terms of (?:contract|business|"
              r"appointment)|form of contract|agreement for (?:the )?(?:purchase|provision|supply|"
              r"services)|(?:short|long) form (?:contract|agreement)|(?:draft|framework|services|"
              r"call-?off|consultancy|supply) "
              r"(?:contract|agreement)|articles of agreement|data processing agreement)\b"),
    ("instructions", r"\b(?:instructions? (?:to|for) (?:tenderers?|bidders?|suppliers?|applicants?|candidates?)|"
                     r"conditions of (?:tender(?:ing)?|rfp|itt|rfq|bidding)|(?:tender|tendering|"
                     r"proposal|bid|rfp|itt) (?:conditions|instructions|rules)|"
                     r"invitation to (?:tender|quote|bid|participate|negotiate|submit)|request for (?:quotations?|"
                     r"proposals?|tender)|(?:tender|procurement|bid) (?:process|timetable|procedure)|"
                     r"tender evaluation|award criteria|evaluation (?:approach|criteria|methodology|"
                     r"model|process|of|stages?)|assessment of (?:tenders|bids)|"
                     r"guidance (?:to|for) (?:tenderers?|bidders?|suppliers?|applicants?))\b"),
    ("specification", r"^\W*(?:the |draft |detailed |full )?specification(?: document)?\W*$|"
                      r"\b(?:(?:service|technical|performance|output|works|contract|detailed) specifications?|"
                      r"specification of (?:requirements?|services|works)|statement of (?:requirements?|work)|"
                      r"scope of (?:works?|services?)|schedule of works?|"
                      r"(?:project|client|design|cleaning|service) brief|terms of reference|"
                      r"employer[’']?s requirements)\b"),
    ("notice", r"\b(?:contract notice|tender notice|advertisement|prior information notice)\b"),
)  # fmt: skip

# Titles that count for a whole section, and not where a contract's own clauses carry them.
_WEAK: tuple[tuple[Role, str], ...] = (
    ("instructions", r"\b(?:evaluation|timetable|timescales?|submission|award of (?:the )?contract|scoring|weightings?|"
                     r"clarifications?|how to (?:tender|bid|apply|respond)|tendering|canvassing|tender \w+|"
                     r"key dates|deadline|clarification questions)\b"),
    ("pricing", r"^(?:\W*(?:pric(?:e|es|ing)|costs?|rates|fees|charges))\W*$|\bpricing\b"),
    ("specification",
        r"\b(?:specifications?|deliverables|service (?:levels?|standards?|requirements)|services required|"
        r"(?:the|our|detailed|technical|project) requirements?|outputs)\b"),
    ("terms", r"\b(?:contract terms|terms|indemnit(?:y|ies)|termination|intellectual property|liability|governing law|"
              r"force majeure|data processing)\b"),
    ("questionnaire", r"\b(?:method statements?|about your (?:organisation|company)|(?:company|supplier|organisation"
                      r"|bidder) (?:information|details)|(?:economic and )?financial standing|"
                      r"technical and professional ability|references|insurances?)\b"),
)  # fmt: skip

# What a title may join: "Specification, Instructions and Conditions of Contract" heads three parts, not one.
_JOINED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:specifications?|brief|scope of (?:works?|services?)|statement of requirements?)\b",
        r"\b(?:instructions?|invitation to (?:tender|quote|bid)|conditions of tender(?:ing)?|request for \w+)\b",
        r"\b(?:(?:conditions|form|terms) of contract|contract (?:terms|conditions)|terms (?:and|&) conditions)\b",
        r"\b(?:pric(?:e|es|ing)(?: schedule)?|schedule of rates)\b",
    )
)
_JOIN = re.compile(r",|/|&|\band\b", re.I)

_SPLIT = re.compile(
    r"^\W*(?i:schedule|annexe?|appendix|attachment|volume|part|section)\s+(?:\d{1,2}|[A-Z]{1,2}\d?|"
    r"[IVX]{1,5}|(?i:one|two|three|four|five|six))\b"
)


def _compiled(table: tuple[tuple[Role, str], ...]) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(pattern, re.I)) for role, pattern in table)


_STRONG_ROLES, _WEAK_ROLES = _compiled(_STRONG), _compiled(_WEAK)


@lru_cache(maxsize=4096)
def role_under(base: Role, headings: tuple[str, ...]) -> Role:
    """The role of text under these headings (outermost first) in a document of role `base`."""
    role = base
    for heading in headings:
        role = _step(role, heading)
    return role


def _step(role: Role, heading: str) -> Role:
    if len(heading.split()) > _TITLE_WORDS:
        return role
    if _joins_parts(heading):
        return "unknown" if role != "terms" else role
    strong = _first(_STRONG_ROLES, heading)
    if strong is not None:
        # A contract's clause may speak of a questionnaire or the tender; only a schedule of it changes the role.
        return strong if role != "terms" or _SPLIT.match(heading) or strong == "form" else role
    if _SPLIT.match(heading) or role in ("unknown", "other"):
        return _first(_WEAK_ROLES, heading) or role
    if role in ("instructions", "specification"):
        return _first(_WEAK_ROLES[1:4] if role == "instructions" else _WEAK_ROLES[:1], heading) or role
    return role


def _joins_parts(heading: str) -> bool:
    """Whether a title names parts of several roles, so that the headings below it must tell them apart."""
    return bool(_JOIN.search(heading)) and sum(bool(part.search(heading)) for part in _JOINED) > 1


def _first(table: tuple[tuple[Role, re.Pattern[str]], ...], heading: str) -> Role | None:
    return next((role for role, pattern in table if pattern.search(heading)), None)


def opens_a_part(heading: str) -> bool:
    """Whether a heading without number or level is the title of a part of its own."""
    return len(heading.split()) <= 8 and _first(_STRONG_ROLES, heading) is not None
