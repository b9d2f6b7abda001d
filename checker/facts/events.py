"""Labels of a procurement's timetable, and the facts they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OFFER = (
    r"(?:tenders?|bids?|quotations?|quotes?|itt|rfp|rfq|itq|proposals?|submissions?|offers?|"
    r"responses?|applications?|mini[\s-]competition|expressions? of interest|returns?|competition)"
)
_END = (
    r"(?:deadline|clos(?:e|es|ing|ure)|latest|last date|last day|last time|final date|"
    r"cut[\s-]?off|end(?:s|ing)?\b|expir\w+|no later than|not later than|before|until|"
    r"\bby\b(?=\W*$|\s(?:\d|noon|midday|midnight|the (?:closing|deadline|date|end)|end|close))|"
    r"due\b|must be)"
)
_ASK = r"(?:clarif\w*|quer(?:y|ies)|questions?\b|enquir\w+|inquir\w+)"
_LATE = r"(?:received|arriv\w*|reach\w*|submitted|returned|delivered|uploaded|sent|raised|put)\b.{0,40}\bafter\b"
_NOT_STAGE = (
    r"evaluat|moderat|assess(?:ment|ing)|interview|presentation|site visit|standstill|"
    r"stand[\s-]still|mobilis|transition|bidders?['’]? (?:day|event)|briefing|scor(?:e|ing)\b"
)
_SELECTION = (
    r"\b(?:sq|psq|pqq|pre[\s-]?qualif\w*|selection (?:questionnaire|stage)|shortlist\w*|"
    r"expressions? of interest|eoi)\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """How labels of one date are worded; of several tiers found, only the best is kept."""

    name: str
    tier: int
    label: re.Pattern[str]
    but_not: re.Pattern[str]


def _event(name: str, tier: int, label: str, but_not: str) -> Event:
    return Event(name, tier, re.compile(label, re.I), re.compile(but_not, re.I))


_ANSWERS = (
    r"respon(?:d\w*|se\w*) (?:to|issued|published|by the|by)|(?:responses?|answers?|repl(?:y|"
    r"ies)) (?:\w+ ){0,4}(?:issued|published|sent|provided|circulated|uploaded|released|given|"
    r"posted)|"
    r"(?:answers?|repl(?:y|ies)|respond\w*|respon(?:se|ding)) (?:\w+ ){0,3}(?:to|for|of) (?:\w+ ){0,4}"
    + _ASK
    + "|"
    + _ASK
    + r" (?:\w+ ){0,2}(?:responses?|answers?|repl(?:y|ies))|(?:answer|respond)\w* (?:to )?(?:\w+ ){0,3}"
    + _ASK
    + r"|meeting|(?:opens?|opening|starts?|"
    r"begins?|commence\w*)\b(?!.{0,40}(?:clos|end))"
)
_ON_TERMS = (  # remarks on a draft contract close on a day of their own
    r"\b(?:comments?|feedback|mark-?ups?|clarif\w*|quer(?:y|ies)|questions?|concerns?|amendments?)\b[\s/,]{1,3}"
    r"(?:on|about|to|of) (?:the |our )?(?:(?:draft|form of|proposed|framework|call[\s-]off|contract) )*"
    r"(?:agreement|terms|conditions)\b|\b(?:revisions?|comments?|feedback|concerns|quer(?:y|ies)) (?:[\w/]+ ){0,3}"
    r"(?:on|about|to) (?:the |our )?(?:draft|proposed|form of)\b|"
    r"\babout (?:the )?(?:form|draft) of (?:the )?(?:\w+ )?\w*(?:agreement|contract)\b"
)
_NO_OFFER = (
    rf"{_NOT_STAGE}|{_ASK}(?!.{{0,60}}(?:tenders?|bids?) (?:must|shall|should|are to))|"
    rf"open for acceptance|remain\w* (?:open|valid)|valid\w*|award|notif|opening of|"
    r"\btax\b|on or after|opened|commenc|contract start|accounts|insurance|reference|withdraw|"
    r"retain|(?:issue|publication|publish\w*|despatch) (?:of|date)|\bissued\b|start(?:s|ing)? date|"
    r"requests? for (?:an )?extension|interest(?:ed)? in|register\w*|attend|incorporat|"
    r"financial year|terminat|invoice|payment|prices? (?:shall |will |must |to )?(?:be |remain )?(?:fixed|held|firm)|"
    rf"\b(?:council|authority|trust|client|buyer|university|association|college|department)['’]?s?['’]? (?:responses?|"
    rf"repl(?:y|ies)|answers?)\b|\b(?:responses?|repl(?:y|ies)) (?:will be (?:given|made) )?(?:by|from) (?:the |our )?"
    rf"(?:council|authority|trust|client|buyer|university|association|college|department|consultant|architect|surveyor|"
    rf"employer|contract administrator|procurement (?:team|officer)|commissioner|agency|board|executive)\b(?!['’])|"
    r"expiry of|acknowledg|\bshared\b|circulated|\banswers?\b"
)
_EVENTS = (
    _event(
        "clarification_deadline",
        1,
        rf"{_ASK}.{{0,90}}{_END}|{_END}.{{0,90}}{_ASK}|{_ASK}.{{0,40}}{_LATE}",
        rf"{_NOT_STAGE}|{_ANSWERS}|{_ON_TERMS}",
    ),
    _event(
        "answers_deadline",
        1,
        rf"(?:responses?|answers?|repl(?:y|ies)|respond\w*|responding|answered)\b.{{0,70}}{_ASK}|"
        rf"{_ASK}.{{0,40}}\b(?:responses?|answers?|repl(?:y|ies)|answered|responded)\b|"
        r"\bpublish\w*.{0,25}\banswers?\b|\banswers?\b.{0,30}\b(?:published|issued|given|posted|sent|"
        r"circulated|released|uploaded)\b|"
        r"\bresponses\b.{0,30}\b(?:shared|circulated|published to all)\b|"
        r"\bdate (?:for|of) (?:the )?(?:council|authority|"
        r"trust|client|buyer|university)['’]s (?:responses|replies|answers)\b|^\W*answers?(?: by| published| due)?\W*$",
        rf"{_NOT_STAGE}|\b(?:session|webinar|event|workshop)s?\b|submission of (?:clarif|quest)|"
        rf"(?:submit|raise|send|receipt of|closing date for|deadline for|"
        rf"last da(?:y|te) for) (?:(?!answer|respon|repl)\w+ ){{0,3}}{_ASK}|meeting|no (?:response|answer|"
        rf"reply)|not be (?:answered|respond)|"
        rf"\b(?:questions?|queries) (?:received|submitted|after)",
    ),
    _event(
        "clarification_deadline",
        2,
        rf"^\W*(?:submission of |submit |raise |receipt of |all )?(?:tender(?:er)?s?['’]? |"
        rf"bidders?['’]? |supplier |itt )?{_ASK}(?: questions?| requests?| quer\w+| date| period|"
        rf" submitted| received)?\W*$",
        _ANSWERS,
    ),
    _event(
        "submission_deadline",
        1,
        rf"{_OFFER}.{{0,80}}{_END}|{_END}.{{0,80}}{_OFFER}|{_OFFER}.{{0,12}}(?:return|submission|due|"
        rf"receipt)|(?:return|submission|submit|receipt|returned|received|uploaded).{{0,40}}{_OFFER}|"
        rf"^\W*(?:date|time|date and time|date/time)? ?(?:for |of )?(?:tender )?(?:closing date|"
        rf"return date|submission date|deadline(?: date)?|closing date and time)(?: and time)?\W*$|"
        rf"^\W*return(?:ed)? by\W*(?:(?:\d|noon|mid).{{0,25}})?$|"
        rf"{_OFFER} {_LATE}",
        rf"{_NO_OFFER}|{_SELECTION}",
    ),
    _event(
        "submission_deadline",
        2,
        r"(?:received|arrive|return(?:ed)?|submitted|submit|delivered|uploaded|clos(?:es|ing)).{0,60}"
        r"(?:no later than|not later than|before|\bby\b|on|date|at)\b|^\W*submission(?: date)?\W*$|"
        r"\bsend (?:us )?(?:in )?(?:your|the|a) (?:completed )?(?:price|quot\w+|tender|bid|offer|"
        r"proposal)\b.{0,90}\bby\b",
        rf"{_NO_OFFER}|{_SELECTION}|sample",
    ),
    _event(
        "submission_deadline",
        3,
        rf"(?:{_END}|return|submission).{{0,60}}{_SELECTION}|{_SELECTION}.{{0,60}}(?:{_END}|return|"
        rf"submission|due)",
        rf"{_ASK}|evaluat|outcome|notif|issue|publi",
    ),
    _event(
        "issued",
        1,
        r"(?:issue|issued|issuing|publish\w*|publication|despatch\w*|dispatch\w*|release\w*|sent out|"
        r"made available|launch\w*|advert\w*|available (?:from|on)).{0,60}(?:tender|itt|rfp|rfq|itq|"
        r"notice|opportunity|documents?|invitation|procurement|quotation|competition|"
        r"contracts? finder|portal|pack)|(?:tender|itt|rfp|rfq|itq|notice|advert(?:isement)?|opportunity|documents?|"
        r"invitation to \w+|procurement|quotation|competition|pack).{0,40}(?:issue|issued|publish\w*|"
        r"publication|despatch\w*|dispatch\w*|release\w*|made available|available\W*$|launch\w*|advert\w*|live\b|"
        r"go(?:es)? live|uploaded|sent|commence\w*|start(?:s|ed)?\b|opens?\b)|^\W*(?:issue date|"
        r"date of issue|date issued|issued(?: on)?|publication date|published(?: date)?|"
        r"date published|launch date)\W*$",
        rf"{_NOT_STAGE}|{_ASK}|award|letter|standstill|contract (?:commence|start|issued)|result|"
        rf"outcome|\b(?:sq|psq|pqq|pre[\s-]?qualif\w*)\b|submission|return|deadline|clos|receipt|"
        rf"respon|complet|terms|version|amend|regulation|policy statement|revis|addend|"
        rf"prior information|pin\b|\bterm\b|framework (?:commence|start|go)|market engagement|"
        rf"\b(?:leave|keep|hold|stays?|remains?)\b.{{0,20}}\bopen\b",
    ),
    _event("issued", 2, r"^\W*(?:date|dated|version \d[\d.]*|v\d[\d.]*)\W*$", r"signature"),
    _event(
        "award",
        1,
        r"award\w*.{0,50}(?:contract|decision|date|notif|notice|framework)|(?:contract|framework|"
        r"notif\w*|target|date of|final|anticipated|intended|intention|decision|letter|"
        r"tender).{0,50}\baward\w*|appoint\w*.{0,30}(?:supplier|contractor|provider|bidder|consultant|"
        r"tenderer)|^\W*(?:contract )?award(?: of contract| date| stage| made)?\W*$|(?:contractor|"
        r"supplier|provider|consultant)s? appoint\w*|(?:preferred|successful|winning) (?:bidder|"
        r"supplier|tenderer|contractor|provider).{0,40}(?:decision|appoint\w*)|"
        r"decision.{0,20}(?:preferred|successful|winning)",
        rf"evaluat(?!.{{0,120}}award of (?:the )?contract)|award criteri|intent\w* to award|notif|"
        rf"\b(?:days?|weeks?|months?) (?:after|before|following)\b|decision|announce|letter|awarded (?:for|"
        rf"over|from|will)\b|\bduration|period of|standstill|"
        rf"interview|presentation|recommend|commence|mobilis|contracts? finder|publish|publication|"
        rf"subject to award|after (?:the )?award|following (?:the )?award|{_SELECTION}|report|"
        rf"date of contract award and|before (?:the )?award",
    ),
    _event(
        "award",
        2,
        r"notif\w*.{0,40}(?:result|outcome|decision|bidder|tenderer|supplier|provider|success|award)|"
        r"award\w*.{0,30}(?:decision|notif\w*|letters?|announce\w*)|(?:decision|letter|announce\w*).{0,40}award|"
        r"decision.{0,20}(?:preferred|successful|winning)|(?:preferred|successful) .{0,40}decision|"
        r"(?:bidder|tenderer|supplier|applicant)s?.{0,30}(?:notified|informed|advised)|(?:result|"
        r"outcome|decision).{0,40}(?:notif\w*|letter|announce\w*|communicated)|final decision|"
        r"preferred (?:bidder|supplier|tenderer)|decision (?:letters?|made|date)|"
        r"\bresults? (?:sent|issued|announced|given)|\bwe (?:will |shall |expect to |aim to )?decide\b|who "
        r"has won|(?:tell|told)\b.{0,25}(?:bidders|tenderers|suppliers).{0,25}(?:result|outcome)|"
        r"inform\w* (?:successful|unsuccessful|bidders|tenderers)|intent(?:ion)? to award",
        rf"{_NOT_STAGE}|{_SELECTION}|{_ASK}|late\b|sign(?:ing|ature|ed)|"
        rf"\b(?:days?|weeks?|months?) (?:after|before|following)\b|\b(?:begins|starts|commences)\b",
    ),
    _event(
        "award",
        2,
        r"\bassessment summar(?:y|ies)\b|\baward notices?\b",
        rf"standstill|\b(?:days?|weeks?|months?) (?:after|before|following)\b|\b(?:begins|starts|commences)\b|{_ASK}",
    ),
    _event(
        "award",
        3,
        r"contract.{0,30}(?:sign\w*|conclu\w*|execut\w*|complet(?:ed|ion of contract documents)|"
        r"seal\w*)|sign\w*.{0,20}contract",
        r"expir|date of completion of contract|commenc|terminat|by the (?:contractor|supplier)",
    ),
    _event(
        "start",
        1,
        r"(?:contract|service|services|agreement|framework|works?|delivery|supply|provision|project|call[\s-]off|site|"
        r"term|operation\w*).{0,40}(?:commenc\w*|starts?\b|starting|go(?:es)?[\s-]?live|begins?\b|beginning|effective|"
        r"live date)|(?:commenc\w*|start(?:s|ing)?\b|go[\s-]?live|begins?|beginning|effective date|possession).{0,50}"
        r"(?:contract|service|services|agreement|framework|works?|delivery|supply|provision|term|project|site|"
        r"operation)|"
        r"^\W*(?:anticipated |proposed |estimated |target |planned |expected |approximate |likely |intended |"
        r"indicative )?(?:commencement(?: date)?|start(?: date)?|go[\s-]?live(?: date)?|start on site|"
        r"date of commencement)\W*$",
        rf"evaluat|tender(?:s|ing)? (?:commenc|start|period)|{_ASK}|interview|standstill|\bvisits? to\b|"
        rf"procurement (?:commenc|start|begin|process)|commenc\w* (?:of )?(?:the )?(?:tender|"
        rf"procurement|evaluation|review)|extension|option(?:al)? period|previous|current contract|"
        rf"existing contract|incumbent|negotiation|since|financial year|insurance|complet\w+ (?:date|"
        rf"of)|transfer of data|founded|established|expir\w*|\bend date|terminat|(?:mobilis\w+|"
        rf"transition|handover|implementation|onboarding)(?: period| phase| stage|"
        rf" meeting)?\W*(?:to )?(?:commenc|start|begin)|(?:commenc\w*|start|"
        rf"beginning) (?:of )?(?:the )?(?:mobilis|transition|handover|implementation)",
    ),
    _event(
        "start",
        2,
        r"^\W*(?:contract|framework|agreement)\s(?:period|term|duration|dates)\b|"
        r"\b(?:contract|framework|agreement)\b.{0,50}\bfrom\W*$|"
        r"\b(?:contractor|supplier|provider|consultant|service)\b.{0,40}\b(?:years?|months) from\W*$|"
        r"\bservices?\b.{0,40}\bfully operational\b|\b(?:commencement|start|effective) date\W{1,3}(?:means|is|"
        r"shall be)\b",
        r"exten[ds]|\bif\b|previous|current|existing|expir|\bend\b|within",
    ),
)
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}[.)]?|stage \d{1,2}:?|step \d{1,2}:?|[ivx]{1,4}[.)])\s+", re.I)


def events_of(label: str) -> Iterator[tuple[str, int]]:
    """Names of the facts that a label speaks of, with the tier of its wording; one a label."""
    label = _NUMBERING.sub("", " ".join(label.split()))
    done: set[str] = set()
    for event in _EVENTS:
        if event.name not in done and event.label.search(label) and not event.but_not.search(label):
            done.add(event.name)
    if "submission_deadline" in done and done & {"clarification_deadline", "award", "start"}:
        done.discard("submission_deadline")
    if "issued" in done and len(done) > 1:
        done.discard("issued")
    for event in _EVENTS:
        if event.name in done and event.label.search(label) and not event.but_not.search(label):
            done.discard(event.name)
            yield event.name, event.tier
