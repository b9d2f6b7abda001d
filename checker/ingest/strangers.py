"""Documents that look like a tender and are not one: guides, procurement rules, exercises, answers, foreign requests.

Each sort has several signs, and each sign counts once; one sign, a title say, is never enough. Against them stand the
signs of a single competition: a reader who is invited, a date to answer by, duties of a supplier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.domain import Block

_MOST_TEXT = 100_000  # characters looked at
_OPENING = 3_000  # characters: about the first page
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}[ ,-]{{1,2}}20\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d)"


@dataclass(frozen=True, slots=True)
class _Sign:
    pattern: str
    worth: int = 1
    times: int = 1  # how often it must be said
    opening: bool = False  # on the first page only

    def shows(self, text: str) -> bool:
        found = re.finditer(self.pattern, text[:_OPENING] if self.opening else text, re.IGNORECASE)
        return any(index >= self.times for index, _ in enumerate(found, 1))


@dataclass(frozen=True, slots=True)
class _Sort:
    reason: str
    signs: tuple[_Sign, ...]
    least: int


_GUIDE = _Sort(
    "It reads as a general guide to procurement, not as a document of one competition.",
    (
        _Sign(
            r"\b(?:guide|handbook|toolkit|hints and tips|how to (?:tender|bid|sell"
            r"|do business))\b",
            1,
            opening=True,
        ),
        _Sign(r"\bthis (?:guide|handbook|toolkit|booklet|leaflet)\b", 2),
        _Sign(
            r"\b(?:aims? to (?:help|explain|demystif)|de-?mystif|jargon|top tips|useful (?:links"
            r"|contacts|websites))",
            2,
        ),
        _Sign(
            r"\bwhat (?:is|are|does|do) (?:an? |the )?(?:public )?(?:procurement|tender|framework"
            r"|e-?tender|contract)",
            1,
        ),
        _Sign(
            r"\b(?:suppliers|businesses|companies|SMEs|schools) (?:wishing|looking|wanting"
            r"|interested|who (?:wish|want))"
        ),
        _Sign(r"\bour (?:suppliers|procurement team|supply chain|contracts register)\b"),
        _Sign(r"\bhow (?:to|do I|do we|can I) (?:become|find|win|bid|sell|register|do business|choose|run)\b"),
        _Sign(r"\b(?:usually|normally|typically|generally|often|where(?:ver)? possible)\b", 1, times=3),
        _Sign(
            r"\b(?:tenders|quotes|quotations|contracts|procurements|opportunities) (?:that exceed"
            r"|over|above|below|under)\b"
        ),
        _Sign(r"\bforeword\b|\bwho we are\b|\bbefore (?:we|you) begin\b|\bglossary\b"),
        _Sign(
            r"\b(?:you|your (?:school|organisation|business)) (?:will need|should consider"
            r"|may (?:wish|want)|can find)\b"
        ),
    ),
    5,
)
_RULES = _Sort(
    "It reads as an organisation's own rules for buying (a policy, procedure or standing orders), not as a tender.",
    (
        _Sign(
            r"\bstanding (?:orders|financial instructions)\b|\bcontract (?:procedure"
            r"|standing) (?:rules|orders)\b",
            2,
        ),
        _Sign(r"\bfinancial (?:regulations|procedures?|instructions)\b|\bscheme of (?:delegation|reservation)\b"),
        _Sign(
            r"\bbudget[- ]holders?\b|\bauthori[sz]ed officers?\b|\bheads? of (?:procurement"
            r"|service|finance)\b",
            1,
            times=2,
        ),
        _Sign(r"\b(?:policy|procedure|standing orders|procurement rules)\b", 1, opening=True),
        _Sign(r"\bthis (?:policy|procedure|code of practice)\b|\bthese (?:rules|regulations|standing orders)\b", 2),
        _Sign(
            r"\b(?:next |policy )?review date\b|\bnext review\b|\bapproved by\b|\bpolicy (?:lead"
            r"|owner|release|number)\b"
        ),
        _Sign(
            r"\b(?:waivers?|exemptions?|exceptions?|tender waiver|single (?:tender|supplier"
            r"|source))\b",
            1,
            times=2,
        ),
        _Sign(r"\b(?:three|3) (?:\(3\) )?(?:written |competitive )?(?:quotations|quotes|tenders)\b"),
        _Sign(
            r"\b(?:opening of tenders|tender opening|tenders? (?:shall|must|will) be opened"
            r"|register of tenders)\b"
        ),
        _Sign(r"\b(?:officers|members of staff|employees|staff) (?:must|shall|should|are|may)\b", 1, times=2),
        _Sign(r"\bequality impact assessment\b|\bversion control\b|\bdocument (?:control|information)\b"),
    ),
    6,
)
_EXERCISE = _Sort(
    "It reads as a student's exercise, not as a tender.",
    (
        _Sign(r"\bpartial fulfil+ment\b", 3),
        _Sign(
            r"\b(?:associate|bachelor|master|foundation)(?:'|\u2019)?s? (?:of \w+ )?(?:degree"
            r"|programme|program)\b",
            1,
        ),
        _Sign(
            r"\b(?:coursework|course work|term paper|class project|capstone|dissertation"
            r"|student (?:number|id|name))\b",
            2,
        ),
        _Sign(
            r"\b(?:submitted to|prepared for|presented to|instructor|professor|tutor"
            r"|lecturer)\b",
            1,
            opening=True,
        ),
        _Sign(r"\b(?:college|university|school of|faculty|department of)\b", 1, opening=True),
        _Sign(
            r"\b(?:assignment|module|semester|learning outcomes?|case study|fictional|fictitious"
            r"|hypothetical)\b"
        ),
    ),
    4,
)
_ANSWER = _Sort(
    "It reads as a bidder's own proposal, not as a document that asks for one.",
    (
        _Sign(
            r"\b(?:is|are) (?:pleased|delighted|proud) to (?:submit|present|offer|respond)\b"
            r"|\bseeks to provide\b",
            2,
        ),
        _Sign(r"\b(?:our|this) (?:proposal|bid|quote|quotation)\b", 1, times=2),
        _Sign(r"\bour (?:team|clients?|customers?|experience|certifications?|company|firm)\b", 1, times=4),
        _Sign(
            r"\bin working with\b|\bworking with us\b|\bwhy choose\b"
            r"|\bwe have (?:over )?\d+ years\b|\bproven (?:results|track)"
        ),
        _Sign(r"\b(?:dear (?:mr|ms|mrs|sir)|sincerely|yours faithfully)\b"),
        _Sign(r"\b(?:CEO|managing director|founder)\b"),
    ),
    5,
)
_FOREIGN = _Sort(
    "It reads as a request from outside the United Kingdom; the checker knows the law of the United Kingdom only.",
    (
        _Sign(r"(?:US|AU|CA|NZ)?\$ ?\d|\bUSD\b|\bdollars\b", 2, times=3),
        _Sign(r"\bofferors?\b|\bsolicitation\b|\bproponents?\b|\brespondents? shall\b", 2, times=2),
        _Sign(r"(?-i:\b(?:State|Commonwealth|County|City) of [A-Z][a-z]+|, [A-Z]{2} \d{5}\b)|\bzip code\b"),
        _Sign(r"\b(?:federal|U\.S\.|United States|NIST|FAR \d|Internal Revenue|W-9|EIN)\b", 1, times=2),
        _Sign(
            r"\b(?:Canada|Ontario|Australia|New Zealand|India|Nigeria|Kenya|South Africa"
            r"|(?<!Northern )Ireland|Texas)\b",
            1,
            times=3,
        ),
        _Sign(
            r"\b(?:earnest money|B-BBEE|GST|HST|sales tax|INR|lakhs?|crores?|ABN|EMD)\b|\u20b9"
            r"|\bRs\.? ?\d",
            2,
            times=2,
        ),
        _Sign(r"\u20ac ?\d|\bEUR\b|\beuros?\b", 1, times=3),
        _Sign(r"\b(?:labor|color|organization|program|center|defense|authorization)\b", 1, times=3),
    ),
    4,
)
_HOME = (
    _Sign(r"\u00a3 ?\d|\bGBP\b|\bpounds sterling\b", 2),
    _Sign(r"\bUnited Kingdom\b|\bUK\b|\bEngland\b|\bScotland\b|\bWales\b|\bNorthern Ireland\b|\bLondon\b", 2),
    _Sign(r"\bVAT\b|\bTUPE\b|\bNHS\b|\bCompanies House\b|\bHMRC\b|\bCabinet Office\b", 1),
    _Sign(
        r"\bPublic Contracts (?:\(Scotland\) )?Regulations\b|\bProcurement Act\b"
        r"|\bFind a Tender\b|\bContracts Finder\b",
        2,
    ),
)
_HOME_ENOUGH = 2
_COMPETITION = (
    _Sign(r"\byou are (?:hereby )?invited\b|\bhereby invites?\b|\binvites? (?:you|tenders|bids"
          r"|proposals|quotations)\b"
          r"|\bis (?:inviting|seeking) (?:tenders|bids|proposals|quotations|quotes)\b", 2),
    _Sign(rf"\b(?:deadline|closing date|no later than|not later than|returned by|submitted by|received by|return date)"
          rf"\b[^\n]{{0,120}}{_DATE}", 3),
    _Sign(r"\bthis (?:ITT|ITQ|RFP|RFQ|PQQ|SQ|invitation|tender(?: exercise)?|procurement"
          r"|competition|DPS|questionnaire"
          r"|further competition|contract|agreement|schedule|lot|specification)\b", 2, times=4),
    _Sign(r"\bthe (?:supplier|contractor|provider|service provider|consultant) (?:shall|must|will)\b", 2, times=8),
    _Sign(r"\b(?:tenderers?|bidders?|applicants?|potential suppliers?) (?:must|shall|should)\b", 1, times=8),
    _Sign(r"\b(?:contract|tender|project|procurement|ITT|our) ref(?:erence)?(?: no| number)?\b"),
)  # fmt: skip


def not_a_tender(name: str, blocks: Sequence[Block]) -> str | None:
    """Why a document is taken for something else than a part of a tender, in one sentence; None for a tender.

    The name is one sign among the others: it counts as words of the first page.
    """
    text = _text(name, blocks)
    case = _weigh(_COMPETITION, text)
    for sort in (_EXERCISE, _ANSWER, _RULES, _GUIDE):
        if _weigh(sort.signs, text) >= sort.least + _extra(case):
            return sort.reason
    foreign = _weigh(_FOREIGN.signs, text) >= _FOREIGN.least and _weigh(_HOME, text) < _HOME_ENOUGH
    return _FOREIGN.reason if foreign else None


def _text(name: str, blocks: Sequence[Block]) -> str:
    shown = (block.text for block in blocks if block.pending != "deleted" and block.part != "comment")
    return "\n".join((name.replace("_", " ").replace("-", " "), *shown))[:_MOST_TEXT]


def _weigh(signs: Sequence[_Sign], text: str) -> int:
    return sum(sign.worth for sign in signs if sign.shows(text))


def _extra(case: int) -> int:
    """The more a text speaks as one competition, the more it takes to hold it for something else."""
    return max(0, case - 2)
