"""When a sentence binds: while bidding, at award, or while the contract is carried out."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.domain import Phase, Role

_AWARD = re.compile(
    r"\b(?:(?:on|upon|at|before|prior to|following|after|until|between) (?:the )?(?:contract |formal |"
    r"final )?(?:award|signature|signing|execution|commencement|appointment)\b(?! criteria)|"
    r"before (?:the )?(?:contract|work|services?) (?:is|are|starts?|begins?|commences?|can)|"
    r"award of (?:the |any |this |a )?(?:contract|framework)|"
    r"contract (?:award|signature|signing|execution|start date)|enter(?:ing)? into (?:the |a |an |"
    r"any )?(?:\w+ )?(?:contract|agreement)|sign (?:the|a) (?:\w+ )?(?:contract|agreement)|"
    r"standstill|mobilis(?:e|ation)|letter of (?:intent|acceptance|appointment)|notification of award|"
    r"award (?:decision|letter|notice)|intention to award|"
    r"preferred (?:bidder|supplier|tenderer|contractor|provider))\b",
    re.I,
)
_WINNER = re.compile(
    r"\b(?:successful|winning|appointed|selected|preferred) (?:\w+ )?(?:bidders?|tenderers?|"
    r"suppliers?|contractors?|providers?|applicants?|candidates?|organisations?|consultants?|"
    r"compan(?:y|ies)|firms?|consorti(?:um|a)|partners?)\b",
    re.I,
)
_UNSUCCESSFUL = re.compile(r"\bunsuccessful (?:bidders?|tenderers?|suppliers?|applicants?|candidates?)\b", re.I)

_BID_STRONG = re.compile(
    r"\b(?:tenderers?|bidders?|applicants?|candidates?|potential (?:providers?|suppliers?)|"
    r"prospective (?:suppliers?|contractors?)|(?:your|their|a|each|the|any|its) "
    r"(?:tender|bid|proposal|submission|response|quotation|application)|tenders|bids|proposals|submissions|quotations|"
    r"clarification (?:questions?|period|requests?|deadline)|closing date|"
    r"tender(?:ing)? (?:process|period|documents?|submission|return|price|response|evaluation)|deadline for|"
    r"return date|evaluation|questionnaire|award criteria|selection (?:criteria|stage|questionnaire)|"
    r"expressions? of interest|shortlist(?:ed|ing)?|interviews?|consorti(?:um|a)|pass ?/ ?fail|marks|"
    r"scor(?:e|ed|es|ing)|weighting|invitation to (?:tender|quote)|this (?:itt|rfq|rfp|procurement|competition)|"
    r"procurement (?:process|procedure|exercise)|bidding|canvass\w*|collu\w+|e-?tendering|portal|"
    r"late (?:tenders|bids|submissions|responses)|submit(?:ted|ting)?|quote|envelope)\b",
    re.I,
)
_DELIVERY_STRONG = re.compile(
    r"\b(?:(?:during|throughout|over|for|within) (?:the )?(?:\w+ )?(?:term|duration|life|lifetime|period|currency) of "
    r"(?:the|this) (?:contract|agreement|framework|commission)|"
    r"contract (?:period|term|manager|year|management|review|monitoring|meetings?)|invoic\w+|purchase orders?|"
    r"call-?off|variations?|terminat\w+|indemnif\w+|(?<!professional )indemnity|"
    r"(?<!public )(?<!product )(?<!products )(?<!employers )(?<!s[’'] )(?<![’']s )liabilit(?:y|ies)|"
    r"service (?:levels?|credits?|users?|standards?)|key performance|kpis?|on site|on-site|premises|working hours|"
    r"monthly|weekly|quarterly|daily|annually|performance of (?:the|this)|default|breach|defects?|retention|"
    r"liquidated damages|practical completion|deliver(?:y|ed|ing|s)? "
    r"(?:of )?(?:the )?(?:services?|goods|works?|note|address)|"
    r"(?:provide|perform|carry out|deliver|undertake|execute) the (?:\w+ )?(?:services?|works?|goods)|"
    r"intellectual property|exit|handover|sub-?contract(?:s|ing)?|call-?outs?|uniforms?|equipment|vehicles?|shifts?|"
    r"rota|cleaning|maintenance|repairs?|patients?|pupils|residents|tenants|visitors|this (?:agreement|contract)|"
    r"(?:either|the other|other|both|the|each|receiving|disclosing) part(?:y|ies)|force majeure|assign(?:ment)?|waste|"
    r"toolbox|risk assessments?|method of working|staff(?:ing)?|personnel|operatives?)\b",
    re.I,
)
_SUPPLIER_ACTS = re.compile(
    r"\b(?:the |a |any )?(?:suppliers?|contractors?|providers?|service providers?|consultants?|"
    r"sub-?contractors?)[’']?s?(?: \w+)? (?:must|shall|will|should|may|is|are|undertakes?|agrees?|"
    r"warrants?)\b",
    re.I,
)

_PRIOR: dict[Role, Phase] = {
    "instructions": "bid", "questionnaire": "bid", "pricing": "bid", "form": "bid", "notice": "bid",
    "terms": "delivery", "specification": "delivery",
}  # fmt: skip
# Points, not odds: one strong word outweighs what the section is for, except in a contract, which seldom speaks of
# bidding.
_ROLE_POINTS: dict[Role, float] = {
    "terms": 3.5,
    "specification": 2.5,
    "questionnaire": 2.5,
    "form": 2.5,
    "instructions": 1.5,
}
_BID_HEADING = re.compile(
    r"\b(?:tender(?:s|ing|ers?)?|bid(?:s|ders?)?|submission|evaluation|award criteria|questionnaire|"
    r"clarifications?|timetable|selection|scoring|instructions|response|quotation|procurement process|"
    r"eligib\w+|deadline)\b",
    re.I,
)
_DELIVERY_HEADING = re.compile(
    r"\b(?:specification|service|services|contract management|payment|invoic\w+|performance|"
    r"monitoring|termination|liability|indemnit\w+|obligations|warrant\w+|staffing|personnel|"
    r"health and safety|working|delivery|cleaning|maintenance|scope|insurance|equipment|materials|"
    r"variations?|confidentiality|intellectual property|data protection|requirements?|"
    r"conditions of contract)\b",
    re.I,
)


def phase_of(text: str, lead_in: str = "", role: Role = "unknown", headings: tuple[str, ...] = ()) -> Phase:
    """The phase with most points from the words, the lead-in, the nearest headings and the section's role."""
    points: dict[Phase, float] = {"bid": 0.0, "award": 0.0, "delivery": 0.0}
    for words, weight in ((text, 1.0), (lead_in, 0.6)):
        for phase, value in _word_points(words).items():
            points[phase] += weight * value
    for heading in headings[-2:]:
        bid, delivery = _heading_points(heading)
        points["bid"] += bid
        points["delivery"] += delivery
    if prior := _PRIOR.get(role):
        points[prior] += _ROLE_POINTS.get(role, 1.0)
    best = max(points, key=lambda phase: points[phase])
    return best if points[best] >= 1.0 else "unstated"


@lru_cache(maxsize=1024)
def _heading_points(heading: str) -> tuple[float, float]:
    """Points of a heading for bid and delivery; it is asked for every sentence that stands under it."""
    return 0.8 * bool(_BID_HEADING.search(heading)), 0.8 * bool(_DELIVERY_HEADING.search(heading))


def _word_points(words: str) -> dict[Phase, float]:
    if not words:
        return {}
    bid = min(3, sum(1 for _ in _BID_STRONG.finditer(words)))
    delivery = min(3, sum(1 for _ in _DELIVERY_STRONG.finditer(words)))
    found: dict[Phase, float] = {"bid": 1.2 * bid, "delivery": 1.1 * delivery}
    if _SUPPLIER_ACTS.search(words):
        found["delivery"] += 1.0
    if _WINNER.search(words):  # "the successful bidder" is no bidder any more
        found["bid"] = max(0.0, found["bid"] - 2.4)
        found["delivery"] += 1.6
    found["award"] = (
        2.6 * min(2, sum(1 for _ in _AWARD.finditer(words)))
        + 0.6 * bool(_WINNER.search(words))
        + 1.5 * bool(_UNSUCCESSFUL.search(words))
    )
    return found
