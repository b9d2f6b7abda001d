"""What part a document plays in a pack, told by its name, its headings and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from checker.domain import RECOGNISED, Block, Role
from checker.ingest.strangers import not_a_tender

__all__ = ["not_a_tender", "role_of"]

_LEAST_SCORE = 2.0
_NAME_WORTH = 3.0
_TITLE_WORTH = 2.0
_HEADING_WORTH = 0.5
_FIRST_BLOCKS = 8
_MOST_HEADINGS = 4  # headings that count for one role

_TITLES: tuple[tuple[Role, str], ...] = (
    ("notice", r"(?:contract|tender|transparency|award|prior information|preliminary market engagement) notice"),
    ("questionnaire", r"questionnaire|\b(?:SQ|PQQ|PSQ|DPSQ|SAQ)\b|selection questions|pre-?qualification"),
    ("pricing", r"pric(?:e|es|ing)\b|bills? of quantit|\bBoQ\b|rate card|cost (?:model|schedule"
                r"|template)|commercial response"
                r"|charges|schedule of rates"),
    ("form", r"(?:tender|order|bid|application|appointment|response|variation|commitment"
             r"|reply) form\b|form of tender"
             r"|declaration|certificate|return label|response (?:template|document)|non-?collusion|undertaking"),
    ("specification", r"specification|statement of (?:requirements?|work)|scope of (?:work"
                      r"|services?)|service requirements?"
                      r"|requirements document|\bbrief\b|buyer needs"),
    ("terms", r"terms (?:and|&) conditions|conditions of contract|\bterms\b|draft contract"
              r"|\bagreement\b|call-?off contract"
              r"|(?:joint|order|dps|framework|call-?off|contract) schedule|\bdeed\b|data processing|processing data"
              r"|definitions|indemnit|guarantee"),
    ("instructions", r"invitation to (?:tender|quote|bid|participate)|\b(?:ITT|ITQ|RFP|RFQ|ITPD|ISFT)\b"
                     r"|requests? for (?:proposals?|quotations?|quotes?|tenders?)|instructions? (?:to|for)"
                     r"|about the (?:procurement|framework)|\bneeds\b|tender (?:guidance|document|pack)|bid pack"
                     r"|evaluation (?:criteria|methodology)|procurement (?:document|pack)|read (?:me )?first"),
)  # fmt: skip
_HEADINGS: tuple[tuple[Role, str], ...] = (
    ("instructions", r"how to (?:apply|bid|respond|submit|tender)|submission of tenders?"
                     r"|tender (?:timetable|evaluation)"
                     r"|(?:evaluation|award|selection) (?:criteria|process|of)|timetable|clarification|instructions"
                     r"|(?:procurement|tender) process|scoring|canvassing|deadline"),
    ("specification", r"(?:service|technical|mandatory|functional|operational) requirements?|scope"
                      r"|background|deliverables"
                      r"|service levels?|performance standards?|frequency|objectives"),
    ("terms", r"termination|liability|indemnit|intellectual property|force majeure|governing law|dispute"
              r"|confidential|assignment|definitions|interpretation|default|warrant"),
    ("questionnaire", r"potential supplier information|exclusion grounds|economic and financial"
                      r"|technical and professional"
                      r"|mandatory exclusion|grounds for|modern slavery|self-?declaration|insurance questions?"),
    ("pricing", r"pricing|price schedule|rates|charges|costs"),
    ("form", r"signature|signed|declaration|applicant details|company details"),
)  # fmt: skip
_WORDS: tuple[tuple[Role, str, float], ...] = (
    ("instructions", r"\b(?:tenderers?|bidders?|applicants?|potential suppliers?) (?:must|should"
                     r"|shall|may|are)\b", 0.5),
    ("instructions", r"\b(?:you are|hereby) invited?\b|\binvites? (?:you|tenders|bids|proposals|quotations)", 2.0),
    ("instructions", r"\b(?:your|all) (?:tenders?|bids?|proposals?|quotations?) (?:must|should|will)\b", 0.5),
    ("terms", r"\b(?:supplier|contractor|provider|buyer|authority|customer|client|guarantor|tenant) shall\b", 0.1),
    ("terms", r"\bthis (?:agreement|contract|deed|schedule)\b", 0.2),
    ("specification", r"\b(?:supplier|contractor|provider) (?:will|must) (?:be|provide|ensure"
                      r"|deliver|carry|clean)\b", 0.1),
    ("questionnaire", r"\bplease (?:provide|state|confirm|indicate|answer|describe|give)\b", 0.15),
    ("questionnaire", r"\b(?:yes\s*/\s*no|yes \u2610|pass\s*/\s*fail)\b", 0.2),
    ("form", r"_{6,}|\.{12,}|\[(?:insert|enter)\b|\bsigned\b|\bsignature\b", 0.15),
)  # fmt: skip
_MOST_FOR_WORDS = 2.5

_TITLE_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _TITLES)
_HEADING_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADINGS)
_WORD_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE), worth) for role, pattern, worth in _WORDS)


def role_of(name: str, blocks: Sequence[Block]) -> Role:
    """The part a document plays; "other" when it has text that fits none, "unknown" when there is nothing to judge."""
    body = [block for block in blocks if block.part in ("body", "text box", RECOGNISED) and block.pending != "deleted"]
    if not body:
        return "unknown"
    scores: dict[Role, float] = {}
    _score_name(name, scores)
    _score_title(body, scores)
    _score_headings(body, scores)
    _score_words(body, scores)
    order = [role for role, _ in _TITLES]
    best = max(order, key=lambda role: (scores.get(role, 0.0), -order.index(role)))
    return best if scores.get(best, 0.0) >= _LEAST_SCORE else "other"


def _add(scores: dict[Role, float], role: Role, worth: float) -> None:
    scores[role] = scores.get(role, 0.0) + worth


def _score_name(name: str, scores: dict[Role, float]) -> None:
    """The first role named in the file name; folder names are shared by too many files to tell."""
    stem = PurePosixPath(name).stem.replace("_", " ")
    role = _first_role(stem)
    if role is not None:
        _add(scores, role, _NAME_WORTH)


def _score_title(body: Sequence[Block], scores: dict[Role, float]) -> None:
    first = [block for block in body[:_FIRST_BLOCKS] if len(block.text) <= 160]
    for block in first:
        role = _first_role(block.text)
        if role is not None:
            _add(scores, role, _TITLE_WORTH)
            return


def _first_role(text: str) -> Role | None:
    """The role named last: names go from the pack to the part ("ITT, schedule 3: pricing")."""
    found = [(match.end(), role) for role, pattern in _TITLE_PATTERNS for match in pattern.finditer(text)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _score_headings(body: Sequence[Block], scores: dict[Role, float]) -> None:
    headings = [block.text for block in body if block.kind == "heading"]
    for role, pattern in _HEADING_PATTERNS:
        hits = sum(1 for heading in headings if pattern.search(heading))
        _add(scores, role, _HEADING_WORTH * min(hits, _MOST_HEADINGS))


def _score_words(body: Sequence[Block], scores: dict[Role, float]) -> None:
    """Hits for a thousand words, so that a long document does not win by its length."""
    text = "\n".join(block.text for block in body)
    thousands = max(1.0, sum(len(block.text.split()) for block in body) / 1000)  # a list of all words would be huge
    for role, pattern, worth in _WORD_PATTERNS:
        hits = sum(1 for _ in pattern.finditer(text))
        _add(scores, role, min(_MOST_FOR_WORDS, worth * hits / thousands))
