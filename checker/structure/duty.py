"""Who is bound by a sentence: the grammatical subject of its main verb, by word lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.domain import Duty, Role
from checker.structure.obligation import is_imperative
from checker.structure.words import AUTHORITY, AUTHORITY_WORD, BIDDER, BIDDER_WORD, PAPER_WORD, PAPERS, any_of

_ADVERBS = r"(?:also|only|not|then|always|normally|therefore|further|fully|at all times|in all cases|each|all|both|,)"
_VERB = re.compile(
    r"\b(?:must|shall|will|should|may|can|cannot|would|could|ought|might|(?:is|are|be|was|were)(?= )|has|have|had|"
    r"needs? to|reserves?|undertakes?|agrees?|warrants?|accepts?|acknowledges?|represents|indemnif(?:y|ies)|requires?|"
    r"expects?|intends?|wish(?:es)?|invites?|seeks|wants?|recommends?|encourages?|retains|expressly|does|do|did|aims|"
    r"considers|believes|operates|provides?|pays?|confirms?|certif(?:y|ies)|declares?|offers?|submits?|comprises?)\b",
    re.I,
)
_OPENER = re.compile(
    r"\W*(?:if|where|when|should(?= (?:a|an|any|the|you|we|it|there|no|this))|before|after|prior to|subject to|in the "
    r"event|upon|for|in|by|following|unless|as|during|once|without|notwithstanding|at|on|save|except|to|while|whilst|"
    r"until|within|under|from|with|given|having|provided|although|because|since|due to|whenever|wherever|throughout)\b",
    re.I,
)
_FILLER = re.compile(
    r"\W*(?:(?:for the avoidance of doubt|in (?:particular|addition)|for (?:clarity|example)|however|"
    r"therefore|please note that|"
    r"(?:bidders|tenderers|suppliers|you|applicants) (?:should|are (?:advised|asked) to) (?:note|be aware) that|"
    r"it should be noted that|furthermore|accordingly|also|similarly|in all (?:cases|circumstances)|"
    r"additionally)\b,?\s*)+",
    re.I,
)
_MAIN_STARTS = re.compile(
    r"\s*(?:and )?(?:then )?(?:the|a|an|any|all|each|every|no|such|this|these|it|they|you|your|we|our|both|neither|"
    r"only|bidders?|tender\w*|suppliers?|contractors?|providers?|applicants?|candidates?|consultants?|organisations?|"
    r"responses?|submissions?|prices?|failure|please|[A-Z]\w+)\b"
)
_BEHIND = re.compile(
    r"\b(?:by|from|to|of|for|with|on|against|between|at|under|in|than|if|where|that|which|"
    r"who)\s+(?:(?:the|an?|any|each|all|its|our|your|their|such|one)\s+)?(?:\w+\s+)?$",
    re.I,
)
_QUANTITY = re.compile(
    r"\b(?:each|any|all|none|one|both|either|neither|some|most|every|part|behalf) of (?:the |our |"
    r"its )?(?:\w+ )?$",
    re.I,
)
_POSSESSED = re.compile(r"[’']s?\s+(\w+(?: \w+)?)")
_PERSON = re.compile(
    r"\b(?:representatives?|officers?|staff|managers?|employees?|team|agents?|advis[eo]rs?|panel|"
    r"personnel)\b",
    re.I,
)
_RESPONSIBLE = re.compile(
    r"\b(?:(?:sole |full )?responsibility (?:of|lies with|rests with|falls (?:on|to))|(?:borne|"
    r"met) by|incumbent (?:up)?on|"
    r"a matter for|obligation on) (?:the |any |each |all |our |its )?(?:\w+ ){0,2}?",
    re.I,
)
_OWN_RESPONSIBILITY = re.compile(
    r"\b(\w+)(?:[’']s?)? (?:own |sole |entire )*(?:responsibility|expense|risk|own cost)\b", re.I
)
_ASKS = re.compile(
    r"\s*(?:also |further |will |only |therefore )*(?:requires?|expects?|requests?|"
    r"(?<!will )asks?|needs (?:a|an|the|all|bidders|suppliers|firms)|"
    r"wants|encourages?|"
    r"recommends?|advises?|would (?:like|expect|prefer|welcome))\b",
    re.I,
)
_BE = (
    rf"(?:must|shall|will|should|may|can|cannot|could|is|are|(?:has|have|needs?|ought|is|"
    rf"are) to)\s+(?:{_ADVERBS}\s+)*(?:be|been|being)?\s*(?:{_ADVERBS}\s+)*"
)
# What the buyer does to papers and bidders …
_BUYER_ACTS = re.compile(
    rf"\s*{_BE}(?:\w+ly )?(?:evaluated|assessed|scored|moderated|ranked|awarded|published|paid|"
    rf"appointed|notified|informed|"
    r"contacted|shortlisted|short-listed|debriefed|selected|weighted|reimbursed|issued|circulated|reviewed|opened|"
    r"checked|verified|told|given|advised (?:of|in writing|by)|considered|compared|calculated|taken into account|"
    r"sent a|provided with|treated (?:equally|fairly|alike)|"
    r"shared|disclosed|allocated|converted|ranked|marked (?:out|on|against|by|according|using))\b",
    re.I,
)
# … and what bidders and suppliers do to papers and services.
_BIDDER_ACTS = re.compile(
    rf"\s*{_BE}(?:\w+ly )?(?:submitted|returned|provided|completed|received|sent|signed|supplied|delivered|e-?mailed|"
    r"uploaded|priced|quoted|held|maintained|included|accompanied|addressed|marked|enclosed|attached|answered|made|"
    r"carried out|performed|undertaken|executed|installed|cleaned|kept|worn|used|employed|trained|insured|obtained|met|"
    r"complied|adhered|followed|observed|raised|directed|reported|rejected|excluded|disqualified|eliminated|deemed|"
    r"accepted|written|typed|limited|removed|stored|repaired|replaced|notified|demonstrated|evidenced|confirmed|stated|"
    r"labelled|placed|posted|registered|worded|bound|fixed|inclusive|exclusive|valid|clearly|in (?:english|writing|"
    r"sterling)|received|by (?:e-?mail|post)|via|through|firm|not considered|dated|lodged|presented|"
    r"entered|inserted)\b",
    re.I,
)
_FAILURE = re.compile(
    r"\W*(?:any |a |such )?(?:failure|non-?compliance|attempt|omission|canvassing|collusion|"
    r"no (?:tender|bid|proposal|response|submission))\b",
    re.I,
)
_PAPER_FIRST = re.compile(
    rf"\W*(?:(?:all|any|each|the|your|no|every|such|late|completed|additional)\s+){{0,3}}{any_of(PAPERS)}(?![’'-])",
    re.I,
)
_AFTER_HEAD = re.compile(r"\b(?:of|in|on|for|by|from|to|that|which|with|at|as)\b", re.I)
_ANY_OF = re.compile(r"\b(?:each|any|all|none|one|both|either|part|copies|copy|\d+) of (?:the|your|its|these)?\b", re.I)
# "Bins must be emptied": without a doer it is the supplier who does it, unless the papers themselves are spoken of.
_PASSIVE = re.compile(
    r"\s*(?:must|shall|should|(?:is|are|has|have|needs?) to) (?:\w+ly |also |not |only |all )*be \w+", re.I
)
_NO_TASK = re.compile(
    r"\b(?:agreements?|contracts?|clauses?|provisions?|terms|conditions|disputes?|payments?|decisions?|awards?|laws?|"
    r"part(?:y|ies)|"
    r"nothing|headings?|references to|definitions?|liability|variations?|section|document|itt|there)\b",
    re.I,
)
_NO_ACT = re.compile(
    r"\s*\w+ (?:to )?(?:not )?be (?:\w+ly )?(?:governed|construed|interpreted|defined|read|regarded|"
    r"determined|effective|"
    r"understood|noted|borne in mind|possible|able|entitled|seen|taken to mean)\b",
    re.I,
)
_REMAIN = re.compile(
    r"\s*(?:must|shall|should|will|may|(?:is|are) to) (?:remain|stay|be (?:kept|held)) (?:open|valid|fixed|firm)\b",
    re.I,
)
_BINDING = re.compile(r"\s*(?:must|shall|should|(?:is|are|has|have|needs?|ought) to)\b", re.I)
_ATTENTION = re.compile(
    r"\b(?:attention|thought|regard|consideration|heed|wages?|salar(?:y|ies)|subcontractors)\b", re.I
)
_FATAL = re.compile(
    rf"\s*{_BE}(?:\w+ly )?(?:rejected|excluded|disqualified|eliminated|discounted|set aside|not be|"
    rf"considered|accepted|opened)\b",
    re.I,
)
_NEGATIVE = re.compile(r"\s*\w+ not\b|\s*cannot", re.I)
_AGENT = re.compile(
    r"\bby (?:the |an? |each |any |all |its |our )?(?:successful |winning |preferred |prospective |"
    r"potential |service )?(\w+(?: \w+)?)",
    re.I,
)
_TOLD = re.compile(
    r"\s*(?:must|shall|should|is to|are to|has to) (?:also |immediately )?be (?:\w+ly )?(?:notified|"
    r"informed|told|consulted|indemnified|"
    r"provided with|given|copied|contacted|invoiced|allowed)\b",
    re.I,
)
_PAYMENT = re.compile(
    r"\b(?:payments?|contract|framework|award|decision|feedback|amendments?|addend(?:um|a)|"
    r"notice of award)\b",
    re.I,
)
_SERVICES = re.compile(
    r"\b(?:services?|works?|goods|deliverables|products?|supplies|deliver(?:y|ies)|waste|repairs|site|"
    r"meals|rooms|areas|uniforms?)\b",
    re.I,
)
_END = 60  # characters at the end of a lead-in in which its last subject stands
_NEAR = 18  # characters in which an item that has a subject of its own names it
_DECLARES = re.compile(
    r"\W*(?:i ?/ ?we\b|i (?:hereby|certify|declare|confirm|agree|undertake)\b|we,? (?:the undersigned|"
    r"(?:also |further )?(?:hereby|certify|declare|offer to)))",
    re.I,
)
_PARTY_ACTS = re.compile(rf"\b(?:{'|'.join((*BIDDER, *AUTHORITY))}|we) (?:must|shall|should|will|may)\b", re.I)
_WE_BID = re.compile(r"\b(?:i/we|we|our|i|us)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sides:
    """How the two sides are called in this document and section."""

    role: Role = "unknown"
    buyers: re.Pattern[str] | None = None  # the buyer's own names, learnt from the document

    def of(self, words: str) -> Duty:
        """The side a noun belongs to."""
        if self.role == "form" and _WE_BID.search(words):
            return "bidder"
        if self.buyers and self.buyers.search(words):
            return "authority"
        bidder, authority = BIDDER_WORD.search(words), AUTHORITY_WORD.search(words)
        if bidder and authority:
            return "bidder" if bidder.end() > authority.end() else "authority"
        return "bidder" if bidder else "authority" if authority else "unstated"

    def nouns(self, text: str) -> Iterator[tuple[int, int, Duty]]:
        """Every noun for one side or the other, in order."""
        found: dict[int, tuple[int, int, Duty]] = {}
        for hit in AUTHORITY_WORD.finditer(text):
            ours = self.role == "form" and _WE_BID.fullmatch(hit.group())
            found[hit.start()] = (*hit.span(), "bidder" if ours else "authority")
        for hit in BIDDER_WORD.finditer(text):
            found.setdefault(hit.start(), (*hit.span(), "bidder"))
        if self.buyers:
            found.update({hit.start(): (*hit.span(), "authority") for hit in self.buyers.finditer(text)})
        return iter(sorted(found.values()))


def duty_of(text: str, lead_in: str = "", sides: Sides = Sides()) -> Duty:
    """The side a sentence binds; of a list item without a subject of its own, the side its lead-in binds."""
    own = _own_duty(text, sides)
    if not lead_in:
        return own
    led = _led_duty(lead_in, sides)
    goes_on = text[:1].islower() and next(sides.nouns(text[:_NEAR]), None) is None
    return led if led != "unstated" and (goes_on or own == "unstated") else own


def _led_duty(lead_in: str, sides: Sides) -> Duty:
    """The side a lead-in binds: of "where the Council asks …, the Supplier shall:" the one at its end."""
    at_end = [hit.group() for hit in _PARTY_ACTS.finditer(lead_in[-_END:])]
    return sides.of(at_end[-1]) if at_end else _own_duty(lead_in, sides)


def _own_duty(text: str, sides: Sides) -> Duty:
    if is_imperative(text) or _DECLARES.match(text):
        return "bidder"
    if found := _by_responsibility(text, sides):
        return found
    start = _main_clause(text)
    verb = _main_verb(text, start, sides)
    subject = text[start : verb.start()] if verb else ""
    if verb is None or not subject.strip():
        return "unstated"
    return _by_subject(subject, text[verb.start() :], sides)


def _by_responsibility(text: str, sides: Sides) -> Duty | None:
    if hit := _RESPONSIBLE.search(text):
        side = sides.of(text[hit.end() : hit.end() + 30].split(",")[0])
        if side != "unstated":
            return side
    if hit := _OWN_RESPONSIBILITY.search(text):
        side = sides.of(hit[1])
        return side if side != "unstated" else None
    return None


def _main_clause(text: str) -> int:
    """Where the main clause starts, behind "If the Council asks, …" and the like."""
    filler = _FILLER.match(text)
    begin = filler.end() if filler else 0
    if not _OPENER.match(text, begin):
        return begin
    for comma in re.compile(r"[,;:]| then ").finditer(text, begin):
        rest = text[comma.end() : comma.end() + 160]
        if _MAIN_STARTS.match(rest) and _VERB.search(rest) and not _OPENER.match(rest):
            return comma.end()
    party = _PARTY_ACTS.search(text, begin)  # "If you agree you should sign"
    return party.start() if party else begin


def _main_verb(text: str, start: int, sides: Sides) -> re.Match[str] | None:
    """The first verb that is not inside "which …", "who …" or "that …" of the subject."""
    first: re.Match[str] | None = None
    for hit in _VERB.finditer(text, start):
        if hit.start() - start > 260:
            break
        before = text[start : hit.start()]
        if not before.strip():
            continue
        first = first or hit
        if not re.search(r"\b(?:which|who|that|whose|whom)\s+(?:\w+\s+){0,3}$", before, re.I):
            return hit
    return first


def _by_subject(subject: str, rest: str, sides: Sides) -> Duty:
    if _PAPER_FIRST.match(subject):
        return _of_thing(subject, rest, sides)
    for start, end, side in sides.nouns(subject):
        before = subject[:start]
        if _BEHIND.search(before) and not _QUANTITY.search(before):
            continue
        owned = _POSSESSED.match(subject, end)
        if owned and not (side == "bidder" or _PERSON.search(owned[1])):
            return _of_thing(subject[owned.start(1) :], rest, sides)
        if subject[start:end].lower() in ("our", "us"):
            return side if _PERSON.search(subject[end:]) else _of_thing(subject[end:], rest, sides)
        return _of_party(side, rest)
    return _of_thing(subject, rest, sides)


def _of_party(side: Duty, rest: str) -> Duty:
    if side == "bidder" and _BUYER_ACTS.match(rest) and not _NEGATIVE.match(rest):
        return "authority"
    if side == "authority" and (_ASKS.match(rest) or _TOLD.match(rest)):
        return "bidder"
    return side


def _of_thing(subject: str, rest: str, sides: Sides) -> Duty:
    """The side behind a subject that is a thing: what is done to it, and by whom."""
    agent = _AGENT.search(rest[:60])
    if agent and (side := sides.of(agent[1])) != "unstated":
        return side
    if _PAYMENT.search(subject) and not PAPER_WORD.match(subject.strip().split(" ")[0] if subject.strip() else ""):
        acts = _BUYER_ACTS.match(rest) or re.match(r"\s*(?:will|shall|must) be made", rest, re.I)
        return "authority" if acts else "unstated"
    if PAPER_WORD.search(_head(subject)):
        return _of_paper(rest)
    if _FAILURE.match(subject) or _REMAIN.match(rest):
        return "bidder"
    if _ATTENTION.search(subject):
        return "bidder" if re.match(r"\s*(?:must|shall|should|is to)\b", rest, re.I) else "unstated"
    if _BUYER_ACTS.match(rest):
        return "authority"
    if not _BINDING.match(rest) or _NO_TASK.search(subject) or _NO_ACT.match(rest):
        return "unstated"
    return "bidder" if _BIDDER_ACTS.match(rest) or _SERVICES.search(subject) or _PASSIVE.match(rest) else "unstated"


def _of_paper(rest: str) -> Duty:
    """The side behind a bidder's paper: it must be sent by the bidder, will be scored by the buyer."""
    if _FATAL.match(rest) and (_NEGATIVE.match(rest) or not _BUYER_ACTS.match(rest)):
        return "bidder"
    if _BUYER_ACTS.match(rest):
        return "authority"
    return "bidder" if _BINDING.match(rest) or _BIDDER_ACTS.match(rest) or _REMAIN.match(rest) else "unstated"


def _head(subject: str) -> str:
    """The noun a subject is about: "the price" of "the price of the tender", "responses" of "all of the responses"."""
    return _AFTER_HEAD.split(_ANY_OF.sub(" ", subject), maxsplit=1)[0]
