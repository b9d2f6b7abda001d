"""The role a section shows by its own words, for sections whose headings do not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Block, Role
from checker.structure.headings import heading_of

_CONTRACT = re.compile(
    r"\b(?:this agreement|either party|(?:the|both) parties|(?:the )?other party|hereunder|hereby|hereto|"
    r"indemnif(?:y|ies)|governing law|force majeure|without prejudice)\b",
    re.I,
)
_SERVICE = re.compile(
    r"\b(?:supplier|contractor|(?:service )?provider|consultant|company) (?:shall|will|must|is to|should)\b", re.I
)
_TENDERING = re.compile(
    r"\b(?:tenderers?|bidders?|tenders|bids|proposals|submissions?|submit\w*|responses?|evaluat\w+|deadline|itt|rfp|"
    r"rfq|procurement)\b",
    re.I,
)
_LEAST_HITS, _PER_THOUSAND = 3, 7  # hits a section must show, in all and for every thousand words
_OUTER, _SCHEDULE = 10, 5  # ranks of a first-level heading and of a schedule


def roles_by_evidence(blocks: Sequence[Block]) -> dict[int, Role]:
    """The role of each block's outermost section, by place; a section that shows none is left out."""
    roles: dict[int, Role] = {}
    for places in _sections(blocks):
        role = _role_of(" ".join(blocks[place].text for place in places))
        if role is not None:
            roles.update(dict.fromkeys(places, role))
    return roles


def _sections(blocks: Sequence[Block]) -> Iterator[list[int]]:
    section: list[int] = []
    limit = _OUTER
    for place, block in enumerate(blocks):
        rank = heading_of(block).rank if block.kind == "heading" else None
        if rank is not None and rank <= limit:
            limit = _SCHEDULE if rank <= _SCHEDULE else _OUTER  # a schedule is judged whole, with its own clauses
            if section:
                yield section
            section = []
        section.append(place)
    if section:
        yield section


def _role_of(text: str) -> Role | None:
    words = max(1, len(text.split()))
    contract, service, tendering = (
        sum(1 for _ in pattern.finditer(text)) for pattern in (_CONTRACT, _SERVICE, _TENDERING)
    )
    enough = max(_LEAST_HITS, _PER_THOUSAND * words / 1000)
    if contract >= enough and contract > tendering / 2:
        return "terms"
    return "specification" if service >= enough and service > tendering else None
