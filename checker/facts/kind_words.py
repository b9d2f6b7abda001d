"""The kind of contract that the words of a title tell: works, goods, services, light-touch services, concession."""

from __future__ import annotations

import re

_KINDS: tuple[tuple[str | None, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern, re.I))
    for code, pattern in (
        (
            "concession",
            r"\bconcession (?:contract|agreement|opportunity|for)\b|\b(?:caf[eé]|kiosk|catering|ice cream|"
            r"parking) concession\b",
        ),
        (
            "light-touch",
            r"\b(?:alternative (?:education|provision)|special educational needs|homecare|"
            r"home[\s-]to[\s-]school care)\b|"
            r"\b(?:domiciliary|home|residential|nursing|extra|respite|day) care\b|\bsocial care\b|"
            r"\bsupported living\b|\bhomeless\w*|\badvocacy\b|\bfoster\w*|\bshort breaks?\b|"
            r"\bhealth (?:visiting|service|checks?)\b|\bcounselling\b|\bdomestic abuse\b|\bcarers?\b|"
            r"\blegal services\b|\bhousing[\s-]related support\b|\byouth (?:service|work)|\bchildcare\b|"
            r"\bnursery (?:place|provision)|\bsubstance (?:misuse|use)\b|\bschool (?:meals|catering)\b|\bhotel\b",
        ),
        (
            "services",  # advice on building is not building
            r"\b(?:consultan\w+|architect\w*|surveyors?|quantity surveying|employer['’]?s agent|design team|"
            r"project manage\w*|professional (?:team|services)|contract administrat\w+|principal designer|"
            r"clerk of works|feasibility|engineering advice|cost management|lead designer)\b",
        ),
        (None, r"\bsecurity guard\w*|\bmanned guarding\b"),  # services, and of light touch under some codes only
        (
            None,  # fitting may make works of a supply
            r"\bsupply (?:and|&) install\w*\W*$|"
            r"\bsupply,? .{0,30}\b(?:install\w*|fit(?:ting)?) of (?!(?:\w+[\s-]){0,3}(?:equipment|furniture|computers?|"
            r"laptops?|hardware|machines?|bins?|desks|chairs|appliances)\b)",
        ),
        (
            "goods",
            r"\bsupply,? .{0,30}\b(?:install\w*|fit(?:ting)?) of (?:\w+[\s-]){0,3}(?:equipment|furniture|computers?|"
            r"laptops?|hardware|machines?|bins?|desks|chairs|appliances)\b",
        ),
        (
            "works",
            r"\b(?:construction|refurbishment|demolition|re-?roofing|roof(?:ing)? (?:works?|replacement|"
            r"repairs?)|building works?|resurfacing|civil engineering|extension works|remodelling|"
            r"replacement (?:windows|boilers?|roof|kitchens?)|installation of|renovation|conversion|"
            r"play area|drainage works|groundworks|highway works|capital works|kitchen and bathroom|"
            r"external works|new[\s-]build|fit[\s-]out|erection of|landscaping works|repair works|"
            r"improvement works)\b",
        ),
        (
            "goods",
            r"^\W*(?:\w+ )?(?:furniture|laptops?|tablets|desks|chairs|uniforms?|stationery|vehicles|vans|"
            r"workwear) for\b",
        ),
        (
            "goods",
            r"\b(?:supply|purchase|provision|supply and delivery|procurement|"
            r"delivery) of (?:\w+[\s-]){0,3}(?:equipment|vehicles?|furniture|goods|uniforms?|laptops?|"
            r"tablets|computers?|hardware|materials?|food|paper|stationery|consumables|machinery|"
            r"tractors?|mowers?|bins?|clothing|PPE|fuel|salt|books?|chairs|desks|printers|medical devices|"
            r"products|supplies|playground equipment|vans?|milk|bread|fruit|vegetables|meat|workwear)\b|"
            r"\b(?:equipment|vehicles?|furniture|uniforms?|laptops?|stationery|machinery) (?:purchase|supply|"
            r"supplies|procurement)\b|"
            r"^\W*supply (?:and delivery )?of\b(?!.*service)",
        ),
        (
            "services",
            r"\b(?:services?|consultan\w+|maintenance|cleaning|support|management|advice|training|design|"
            r"research|evaluation|survey\w*|study|audit|collection|transport|catering|security|software|"
            r"audit\w*|hosting|cutting|clearance|inspections?|repairs?|testing|recruitment|printing|marketing|expert|"
            r"agency staff|temporary staff|hire of|servicing|translation|interpreting|courier|removals|"
            r"landscape care)\b",
        ),
    )
)


def kind_of(title: str) -> str | None:
    """The kind of contract that a title's words tell, the narrower kinds first; None where they tell none."""
    return next((code for code, pattern in _KINDS if pattern.search(title)), None)
