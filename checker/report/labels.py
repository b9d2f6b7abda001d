"""The words a reader sees for the codes that the stages pass around. Plain UK English; no markup."""

from __future__ import annotations

from collections.abc import Mapping

SEVERITY: Mapping[str, str] = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "info": "Note",
}
SEVERITY_MEANS: Mapping[str, str] = {
    "critical": "likely to stop most small firms, or to spoil the competition for everyone",
    "high": "likely to stop many small firms that could do the work",
    "medium": "makes bidding harder or dearer for a small firm than it need be",
    "low": "a small hurdle, easily put right",
    "info": "worth knowing; nothing has to change",
}
FORCE: Mapping[str, str] = {
    "law": "The law says",
    "duty": "You must consider",
    "policy": "Government policy",
    "good": "Good practice",
    "tool": "Our yardstick (yours to change)",
}
FORCE_MEANS: Mapping[str, str] = {
    "law": "a rule in an Act or in Regulations, for a contract like this one as we read it",
    "duty": "the law asks you to think about it, and leaves the answer to you",
    "policy": "the Government asks public bodies to do this; ask who it binds",
    "good": "published guidance, or what many buyers do",
    "tool": "no rule: a level that we chose, and that you can change in the settings",
}
CERTAINTY: Mapping[str, str] = {"plain": "Quite sure", "likely": "Likely", "please-check": "Please check"}
CERTAINTY_MEANS: Mapping[str, str] = {
    "plain": "the words leave little room for another reading",
    "likely": "the words probably mean this; a look at the page will settle it",
    "please-check": "we may have misread it, or a fact is missing; look before you act",
}
OWNER: Mapping[str, str] = {
    "officer": "you, the procurement officer",
    "client": "the service that needs the contract",
    "legal": "your legal team",
    "insurance": "your insurance or risk adviser",
    "finance": "your finance team",
    "hr": "your HR team",
    "it": "your IT team",
}
OWNER_SHORT: Mapping[str, str] = {
    "officer": "procurement",
    "client": "the service",
    "legal": "legal",
    "insurance": "insurance",
    "finance": "finance",
    "hr": "HR",
    "it": "IT",
}
_SMALL_COUNCIL = ("parish council", "town council", "community council", "parish meeting")
_OWNER_IN_A_SMALL_COUNCIL: Mapping[str, str] = {
    "officer": "you, or the clerk",
    "client": "you, or the councillor who knows the work",
    "legal": "whoever advises the council on law",
    "insurance": "the council's insurer or broker",
    "finance": "the clerk, who keeps the accounts",
    "hr": "whoever advises the council on staff",
    "it": "whoever looks after the council's computers",
}
_OWNER_SHORT_IN_A_SMALL_COUNCIL: Mapping[str, str] = {
    "officer": "the clerk",
    "client": "the council",
    "legal": "an adviser on law",
    "insurance": "the insurer or broker",
    "finance": "the clerk for the accounts",
    "hr": "an adviser on staff",
    "it": "whoever does the computers",
}
STEP: Mapping[str, str] = {
    "find": "Find it",
    "enter": "Be let in",
    "afford": "Afford it",
    "win": "Win it",
    "live": "Live with it",
}
STEP_ASKS: Mapping[str, str] = {
    "find": "Can a small firm see this tender in time and tell what is wanted?",
    "enter": "Can a firm that is able to do the work meet the conditions for bidding?",
    "afford": "Can it afford the bid, the cover and the wait for payment?",
    "win": "Can it tell how marks are earned, and does it have a fair chance?",
    "live": "Can it carry the risks and terms if it wins?",
}
STATE: Mapping[str, str] = {
    "clear": "Clear",
    "some-friction": "Some friction",
    "likely-to-stop-small-firms": "Likely to stop small firms",
    "could-not-tell": "Could not tell",
}
STATE_MEANS: Mapping[str, str] = {
    "clear": "We found nothing here that should hold a small firm back.",
    "some-friction": "A small firm can get through, with more effort than it need take.",
    "likely-to-stop-small-firms": "Some small firms that could do the work are likely to give up here.",
    "could-not-tell": "What we were given does not say enough to judge this.",
}
THEME: Mapping[str, str] = {
    "finance": "Money and financial tests",
    "insurance": "Insurance",
    "experience": "Experience and references",
    "specification": "Accreditations, brands and standards",
    "lots": "Lots, scale and route to market",
    "time": "Time",
    "process": "How to bid",
    "evaluation": "How bids are marked",
    "payment": "Price and payment",
    "risk": "Liability and terms",
    "policy": "Policies and social value",
    "clarity": "Clear and complete documents",
}
CHAPTER: Mapping[str, str] = {
    "barriers": "Barrier",
    "mistakes": "Mistake",
    "language": "Language",
    "file": "File",
}
STAGE: Mapping[str, str] = {
    "plan": "a plan",
    "draft": "a draft",
    "live": "a tender that is already out",
    "past": "a tender that has closed",
}
ROLE: Mapping[str, str] = {
    "instructions": "Instructions",
    "specification": "Specification",
    "terms": "Terms",
    "questionnaire": "Questionnaire",
    "pricing": "Pricing",
    "notice": "Notice",
    "form": "Form",
    "other": "Other",
    "unknown": "Not known",
}
SKIP: Mapping[str, str] = {
    "unsupported": "a kind of file we do not read",
    "encrypted": "locked with a password",
    "damaged": "damaged",
    "empty": "empty",
    "too-large": "too large",
    "hostile": "built to do harm",
    "scanned": "a scan without text",
    "timed-out": "took too long to read",
    "out-of-memory": "needed too much memory",
    "not-a-document": "not a document",
    "other": "could not be read",
}
RETURNABLE: Mapping[str, str] = {
    "form": "Form",
    "answer": "Written answer",
    "certificate": "Certificate",
    "policy": "Policy",
    "price": "Price",
    "signature": "Signature",
    "other": "Other",
}
STATUS: Mapping[str, str] = {
    "stated": "Stated in the pack",
    "derived": "Worked out",
    "given": "Given to us",
    "conflicting": "The pack says more than one thing",
}
FACT: Mapping[str, str] = {
    "buyer": "Buyer",
    "title": "Title",
    "kind": "Kind of contract",
    "authority_type": "Kind of authority",
    "jurisdiction": "Where",
    "bound": "Bound by procurement law",
    "regime": "Law assumed",
    "procedure": "Procedure",
    "threshold_band": "Against the threshold",
    "value_total": "Value of the whole contract",
    "value_annual": "Value a year",
    "vat_basis": "VAT",
    "term_months": "Length of the contract",
    "extension_months": "Extensions",
    "issued": "Issued",
    "clarification_deadline": "Last day for questions",
    "answers_deadline": "Last day for answers",
    "submission_deadline": "Bids due",
    "award": "Award",
    "start": "Start",
    "lots": "Lots",
    "price_weight": "Weight of price",
    "quality_weight": "Weight of quality",
    "social_value_weight": "Weight of social value",
    "weights_sum": "Weights add up to",
    "insurance_el": "Employers' liability insurance",
    "insurance_pl": "Public liability insurance",
    "insurance_pi": "Professional indemnity insurance",
    "min_turnover": "Least turnover asked for",
    "payment_days": "Days to payment",
    "page_limit": "Page limit",
    "days_to_bid": "Days to bid",
    "working_days_to_bid": "Working days to bid",
    "minimum_days": "Fewest days the law allows",
    "days_for_questions": "Days to ask questions",
    "days_answers_to_deadline": "Days from answers to the deadline",
    "days_award_to_start": "Days from award to start",
    "signature_to_start": "Days from signature to start",
    "set_up_days": "Days to set up",
    "pl_to_annual": "Public liability cover for each £1 of yearly value",
    "pi_to_annual": "Professional indemnity cover for each £1 of yearly value",
    "turnover_to_annual": "Turnover asked for, for each £1 of yearly value",
}
CODE: Mapping[str, Mapping[str, str]] = {
    "regime": {
        "pa23": "Procurement Act 2023",
        "pcr15": "Public Contracts Regulations 2015",
        "pcr06": "Public Contracts Regulations 2006",
        "psr": "Provider Selection Regime",
        "scotland": "Scottish procurement law",
        "other": "Other",
        "unknown": "Not known",
    },
    "jurisdiction": {
        "england": "England",
        "wales": "Wales",
        "scotland": "Scotland",
        "ni": "Northern Ireland",
        "unknown": "Not known",
    },
    "bound": {"yes": "Yes", "no": "No", "unknown": "Not known"},
    "kind": {
        "goods": "Goods",
        "services": "Services",
        "works": "Works",
        "light-touch": "Light-touch services",
        "concession": "Concession",
    },
    "authority_type": {
        "council": "Council",
        "nhs": "NHS body",
        "university": "University",
        "police": "Police",
        "housing": "Housing provider",
        "school": "School",
        "central": "Central government",
        "other": "Other",
    },
    "threshold_band": {"above": "Above", "below": "Below", "unknown": "Not known"},
    "procedure": {
        "open": "Open",
        "restricted": "Restricted",
        "competitive-flexible": "Competitive flexible",
        "negotiated": "Negotiated",
        "framework": "Framework",
        "call-off": "Call-off from a framework",
        "dynamic-market": "Dynamic market",
        "quotation": "Quotation",
        "direct": "Direct award",
        "other": "Other",
    },
    "vat_basis": {"inc": "Included", "ex": "Not included", "both": "Stated with and without"},
}
CAVEAT = "The checker flags and explains; people decide. Nobody has reviewed this report."
LIMITS = (  # what a report cannot tell
    "Whether the tender follows the law. A line of law shows where to look; your lawyers decide what it means for you.",
    "Whether you had a good reason. A high requirement can be right for this contract.",
    "What stands in drawings, pictures, web pages and files that were not given or could not be read.",
    "How your market looks, or who would have bid.",
    "That all is well where it is silent. It misses barriers, above all those that are worded in a new way, and some "
    "of what it flags is harmless.",
    "That a suggested wording is right for you. “Passes our own rules” says only that our rules find nothing worse "
    "than a small point in it.",
)


def owners(buyer: object) -> Mapping[str, str]:
    """Who can change a point, in words: a parish has a clerk, and no teams."""
    name = str(buyer or "").lower()
    return _OWNER_IN_A_SMALL_COUNCIL if any(small in name for small in _SMALL_COUNCIL) else OWNER


def short_owners(buyer: object) -> Mapping[str, str]:
    """The same in a word or two."""
    return OWNER_SHORT if owners(buyer) is OWNER else _OWNER_SHORT_IN_A_SMALL_COUNCIL
