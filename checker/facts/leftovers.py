"""Words of another job that were left in: "the Council" in a hospital's tender, catering equipment in an interpreter's.

A false one accuses, so a buyer's word counts only where the pack calls its buyer something else throughout and names no
such body, and words of a trade only where one sentence of the whole pack, a duty or an offer, speaks of that trade.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, listed
from checker.facts.statements import Statement, own_words, statements
from checker.facts.strays import LEAST_WORDS, strays

_ROLES = (
    "Council",
    "Trust",
    "University",
    "College",
    "School",
    "Academy",
    "Authority",
    "Association",
    "Department",
    "Commissioner",
    "Agency",
    "Charity",
    "Employer",
    "Client",
    "Customer",
    "Buyer",
    "Purchaser",
)
_STRAY = ("Council", "Trust", "University", "College", "School", "Academy", "Association")
_ROLE = re.compile(
    rf"\b(?:[Tt]he|THE) (?P<role>{'|'.join(_ROLES)})\b(?! (?:of|for|Tax|House|Offices?|Hall|Chamber|Act)\b)",
)
_ACTS = re.compile(
    r"^(?:[’']s\b|\s(?:will|shall|may|must|reserves?|does|is|has|considers?|intends?|requires?|accepts?|expects?|"
    r"cannot|in writing|at its|against|for (?:its|their)|under|in respect)\b)"
)
_FOR_US = re.compile(
    r"\b(?:to|by|with|from|for|of|on behalf of|provider to|supplier to|acceptable to|approved by)\s$", re.IGNORECASE
)
_CLOSES = re.compile(r"^(?:[.,;:)]|$|[’']s\b|\s(?:and|or|in|on|at|within|before|after|for|if|under)\b)")
_EUROPEAN = re.compile(r"\bEuropean\b|\bDirective\b|\b(?:EU|EC|EEC)\b|\bof Ministers\b")
_TOGETHER = re.compile(r"\bjoint(?:ly)?\b|\bon behalf of\b|\bpartner\w*|\bcollaborat\w+|\bNHS\b", re.IGNORECASE)
_LEAST, _MOST = 12, 2  # mentions of the buyer as it is called here, and of the stray one
_MANY = 40  # mentions after which other bodies of the stray one's kind, spoken of in small letters, are no party
_KINDS = ("Borough", "County", "City", "District", "Parish")
_DUTY = re.compile(r"\b(?:shall|must|will|should|are to|is to|offer|undertake|agree)\b", re.IGNORECASE)
_NO_DUTY = re.compile(
    r"\b(?:for example|such as|e\.g|including|similar|experience|other|neither|nor|without|not (?:include|apply)|"
    r"excluding|policy|policies|insurance|may|if|where|area|premises|provided by|separate)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade by the words that name its goods or services, and all words that belong to it."""

    named: re.Pattern[str]
    words: re.Pattern[str]


def _trade(named: str, words: str) -> Trade:
    return Trade(re.compile(rf"\b(?:{named})\b", re.IGNORECASE), re.compile(rf"\b(?:{words})\w*", re.IGNORECASE))


TRADES = (
    _trade(r"catering (?:equipment|services?|contract|staff|supplies|outlets?)", r"cater|kitchen|canteen"),
    _trade(r"cleaning (?:services?|contract|operatives?|staff|materials|equipment|schedule)", r"clean|janitor|caretak"),
    _trade(
        r"grounds? maintenance \w+|grass[- ]cutting|hedge[- ]cutting|horticultural (?:works?|services?)",
        r"grounds?[- ]maintenance|grass|mow|hedge|horticult",
    ),
    _trade(
        r"(?<!information )(?<!cyber )(?<!data )(?<!\bit )(?<!ict )security (?:officers?|guards?|guarding)|"
        r"guarding services?",
        r"guard|patrol|security officer|sia",
    ),
    _trade(r"(?:refuse|waste) collection (?:services?|vehicles?|rounds?|contract)", r"refuse|waste|recycl|bins?\b"),
    _trade(r"engineers? (?:attending|visiting) (?:the )?sites?|service engineers?|gas engineers?", r"engineer|boiler"),
    _trade(r"software licen[cs]es?|hosted software|software solution", r"software|system|digital|ict|computer"),
    _trade(r"laundry services?|linen (?:supply|services?|hire)", r"laundr|linen"),
    _trade(
        r"passenger transport (?:services?|vehicles?)|school transport|minibus(?:es)? services?|vehicle hire",
        r"transport|vehicle|driver|minibus",
    ),
    _trade(
        r"temporary agency workers|recruitment services?|agency staff supplied", r"recruit|agency (?:worker|staff)|temp"
    ),
    _trade(r"office furniture|furniture supplied|furniture items?", r"furni|chair|desk"),
    _trade(r"printing services?|printed materials? supplied|print(?:ing)? contract", r"print"),
    _trade(r"legal services|legal panel", r"legal|solicitor|lawyer"),
    _trade(r"(?:vending|catering) machines?", r"vend|cater|machine"),
    _trade(r"window cleaning|pest control services?", r"window|pest|clean"),
    _trade(r"play (?:equipment|areas?)", r"play(?!er)"),
    _trade(r"caretaking (?:staff|duties|services?)|caretakers?", r"caretak|janitor"),
    _trade(r"certificate of making good(?: defects)?|making good defects", r"making good|defect|snag"),
    _trade(r"leisure centre(?: managers?)?|swimming pools?", r"leisure|sport|swim|pool|gym"),
    _trade(r"audiology (?:patients?|services?|clinics?)|hearing aids?", r"audiolog|hearing"),
    _trade(r"timetabling system", r"timetabling"),
    _trade(r"payroll (?:system|services?)", r"payroll|salar|pension"),
    _trade(r"library management system|library books", r"librar"),
    _trade(
        r"operator[’']?s[’']? licen[cs]es?",
        r"operator.{0,3} licen|transport|haul|vehicle|driver|fleet|coach|bus\b|lorr|truck|plant",
    ),
    _trade(
        r"playgrounds?|pupils|(?:outside )?term[- ]time",
        r"playground|pupil|school|college|play area|term[- ]time|teach|child|educat|nurser",
    ),
    _trade(r"void properties|tenanted properties|tenants[’'] homes|gas servicing", r"void|tenan|hous|dwelling|gas\b"),
    _trade(r"training ammunition|ammunition", r"ammunition|munition|weapon|firearm"),
    _trade(r"planning supervisor", r"planning supervisor"),
    _trade(
        r"clerk of (?:the )?works|resident engineer", r"clerk of|resident engineer|construct|building work|architect"
    ),
    _trade(
        r"patients[’'] (?:notes|records|homes)|ward (?:staff|sisters?|managers?)",
        r"patient|wards?\b|clinic|health|medical|nurs|hospital",
    ),
    _trade(r"airside", r"aircraft|airside|airport|aviation|flight|runway"),
    _trade(r"roofing works?|scaffolding|asbestos removal|building works", r"roof|scaffold|asbestos|building|construct"),
)


def leftovers(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`leftover` for each (value: the words), with `leftovers` (how many) and `leftovers_list`."""
    told = [s for s in statements(clauses) if own_words(s)]
    return listed("leftover", [*_roles(told), *_councils(told), *_trades(told), *strays(told)], "leftovers")


def _roles(told: Sequence[Statement]) -> Iterator[Said]:
    counts = Counter(found["role"] for statement in told for found in _ROLE.finditer(statement.text))
    for stray in _STRAY:
        usual, times = counts.most_common(1)[0] if counts else ("", 0)
        if times < _LEAST or stray == usual or not 0 < counts[stray] <= _MOST or _is_somebody(told, stray, times):
            continue
        for statement in told:
            for found in _ROLE.finditer(statement.text):
                if found["role"] == stray and _is_party(statement.text, found):
                    yield Said(value=f"the {stray}", statement=statement, start=found.start(), end=found.end())


def _is_party(text: str, role: re.Match[str]) -> bool:
    """Whether a sentence gives the role something to do, or does something to or for it."""
    after = text[role.end() :]
    if _EUROPEAN.search(text):
        return False
    return bool(_ACTS.match(after) or (_FOR_US.search(text[: role.start()]) and _CLOSES.match(after)))


def _councils(told: Sequence[Statement]) -> Iterator[Said]:
    """ "the Borough Council" once in a pack that says "the Council" throughout and speaks of no other borough."""
    usual = sum(found["role"] == "Council" for s in told for found in _ROLE.finditer(s.text))
    for kind in _KINDS if usual >= _LEAST else ():
        named = re.compile(rf"\b{kind}\b", re.IGNORECASE)
        each = [(s, found) for s in told for found in named.finditer(f"{s.heading} {s.text}")]
        own = [(s, found) for s in told if (found := re.search(rf"\bthe {kind} Council\b", s.text))]
        if len(each) == len(own) == 1:
            ((statement, found),) = own
            yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())


def _is_somebody(told: Sequence[Statement], role: str, usual: int) -> bool:
    """Whether the pack names or defines such a body ("Kelham Town Council", "(the “Trust”)"), or speaks of several;
    where the buyer is called by another word throughout, bodies in small letters ("the constituent councils") are none.
    """
    small = rf"|\b(?:a|an|each|any|every|another|other|local|{role.lower()}) {role}\b|\b{role}s\b|\b{role.lower()}s?\b"
    alone = usual >= _MANY and not any(_TOGETHER.search(statement.text) for statement in told)
    body = re.compile(
        rf"\b(?!(?:The|THE)\b)[A-Z][\w’'-]+ (?:(?:and|of|&|NHS|Foundation) )*{role}\b|[“\"'‘](?:the )?{role}[”\"'’]"
        f"{'' if alone else small}",
    )
    return any(body.search(statement.text) for statement in told)


def _trades(told: Sequence[Statement]) -> Iterator[Said]:
    if sum(len(statement.text.split()) for statement in told) < LEAST_WORDS:
        return
    for trade in TRADES:
        spoken = [statement for statement in told if trade.words.search(f"{statement.text} {statement.heading}")]
        if len(spoken) != 1 or spoken[0].sentence.cells or spoken[0].sentence.kind == "heading":
            continue
        (statement,) = spoken
        found = trade.named.search(statement.text)
        if (
            found
            and _DUTY.search(statement.text)
            and not _NO_DUTY.search(statement.text[max(0, found.start() - 60) :][:120])
        ):
            yield Said(value=found.group(), statement=statement, start=found.start(), end=found.end())
