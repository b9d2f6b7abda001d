"""Who is who in a tender: the words for the bidder's and the buyer's side, and for the bidder's papers."""

from __future__ import annotations

import re
from collections.abc import Iterable

BIDDER = (
    "bidders?", "tenderers?", "suppliers?", "contractors?", "sub-?contractors?", "providers?", "applicants?",
    "candidates?", "consultants?", "consultanc(?:y|ies)", "organisations?", "organizations?", "respondents?",
    "consorti(?:um|a)", "lead members?", "economic operators?", "vendors?", "firms?", "operators?", "installers?",
    "manufacturers?", "sellers?", "joint ventures?", "licensors?", "processors?", "quoters?", "offerors?",
    "participants?", "companies", "company", "proposers?", "you", "your", "haulier", "agenc(?:y|ies) worker supplier",
    "facilitators?", "researchers?", "designers?", "caterers?", "surveyors?",
    # the supplier's people
    "staff", "personnel", "operatives?", "employees", "cleaners?", "drivers?", "guards?", "engineers?", "workers?",
    "supervisors?", "tutors?", "site managers?", "carers?", "technicians?", "key persons?",
)  # fmt: skip
AUTHORITY = (
    "authorit(?:y|ies)", "councils?", "trusts?", "universit(?:y|ies)", "colleges?", "schools?", "academ(?:y|ies)",
    "clients?", "customers?", "employer", "buyers?", "purchasers?", "(?:the )?board", "governors", "commissioners?",
    "ombudsman", "departments?", "ministry", "minister", "secretary of state", "constabulary", "police force",
    "chief constable", "the force", "contracting bod(?:y|ies)", "contract administrator", "project manager",
    "architect", "superintendent", "(?:evaluation |scoring |interview |tender )?panel", "evaluators?", "committee",
    "procurement (?:team|officer|lead|manager|department|service)", "officers?", "councillors", "landlord", "the crown",
    "commission", "housing association", "association", "museum", "gallery", "charity", "institute", "society", "nhs",
    "nhs england", "(?:integrated care board|icb|ccg)", "hospital", "contract manager", "government", "executive",
    "parish clerk", "the clerk", "authorised officer", "supervising officer", "framework manager", "the agency",
    "trustees", "town council", "parish council", "court", "home office", "cabinet office", "fire service",
)  # fmt: skip
# The bidder's papers and prices: what they "must" do binds the bidder.
PAPERS = (
    "tenders?", "bids?", "proposals?", "responses?", "submissions?", "quotations?", "quotes?", "offers?", "answers?",
    "prices?", "rates", "invoices?", "method statements?", "insurances?", "polic(?:y|ies)", "cover", "applications?",
    "queries", "quer(?:y|ies)", "questions?", "clarification (?:questions|requests)", "requests", "questionnaires?",
    "forms?", "envelopes?", "packages?", "cvs?", "references?", "certificates?", "pricing", "vehicles?", "equipment",
    "plant", "machinery", "materials", "turnover", "team", "costs?", "fees?", "expressions of interest", "attachments?",
    "variant(?: bids)?", "samples?", "case studies", "documents", "documentation", "evidence", "declarations?",
)  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """One regular expression for whole words."""
    return rf"\b(?:{'|'.join(words)})\b"


BIDDER_WORD = re.compile(any_of(BIDDER), re.I)
AUTHORITY_WORD = re.compile(rf"{any_of(AUTHORITY)}|\b(?:we|us|our)\b", re.I)
PAPER_WORD = re.compile(any_of(PAPERS), re.I)

# Sentences in which a buyer speaks of itself by name: "Moorside Homes reserves the right to …".
_BUYER_SPEAKS = re.compile(
    r"(?:\b[Tt]he )?\b((?:[A-Z][\w&’'-]*)(?: (?:of|for|and|the|&|[A-Z][\w&’'-]*)){0,6}),? (?:\([^()]{2,40}\) )?"
    r"(?:reserves? the right|invites|is inviting|is seeking|seeks to (?:appoint|procure)|wishes to (?:appoint|procure|"
    r"award|engage|establish)|intends to (?:award|appoint|enter)|is looking to (?:appoint|procure)|will evaluate|"
    r"will award|does not bind itself|is tendering|is not bound to|has a requirement|will not reimburse|"
    r"is subject to (?:the )?(?:\w+ of the )?Freedom)"
)
_NO_NAME = re.compile(
    rf"^(?:(?:the|this|that|it|we|they|you|he|she|which|and|if|where|who|in|any)\b|{any_of(BIDDER)}|{any_of(PAPERS)})",
    re.I,
)


def buyer_names(texts: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for the names by which a document's buyer calls itself, learnt from its own sentences."""
    found = {hit[1].strip() for text in texts for hit in _BUYER_SPEAKS.finditer(text)}
    names = sorted((name for name in found if not _NO_NAME.search(name)), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names[:40]))})(?!\w)") if names else None
