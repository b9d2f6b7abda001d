"""What a document of a pack may tell of the contract: the invitation first, forms for later orders last."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

from checker.domain import Clause, Fact, Role

FRONT, CONTRACT, SCHEDULE, LATER = range(4)
_FRONT_NAME = re.compile(
    r"read[\s_-]?(?:me[\s_-]?)?first|\bneeds\b|invitation|(?<![a-z])(?:itt|rfp|rfq|itq|ispd|itpd)(?![a-z])|"
    r"instructions?\b|\bnotice\b|\badvert|about[\s_-]the[\s_-]procurement|request[\s_-]for[\s_-](?:quot|prop|tend)",
    re.I,
)
_LATER_NAME = re.compile(
    r"\b(?:order|call[\s_-]?offs?)\b[\s_-]{0,3}(?:\w+[\s_-]){0,3}?(?:schedules?|forms?|procedure|contract|"
    r"tender|terms)\b|"
    r"\btemplates?\b|\bexample\b|\bsample\b",
    re.I,
)
_SCHEDULE_NAME = re.compile(r"\b(?:schedule|annexe?|appendix)\b", re.I)
_MAIN_TERMS = re.compile(r"terms[\s_-](?:and|&)[\s_-]conditions|conditions[\s_-]of|core[\s_-]terms|\bcontract\b", re.I)
_OF_THE_CONTRACT = frozenset(
    {"payment_days", "insurance_el", "insurance_pl", "insurance_pi", "vat_basis", "procedure", "lots"}
)
_FROM_THE_BEST_ONLY = frozenset(
    {
        "buyer", "authority_type", "title", "kind", "procedure", "lots", "value_total", "value_annual", "vat_basis",
        "price_weight", "quality_weight", "social_value_weight", "weights_sum", "page_limit",
    }
)  # fmt: skip


def by_standing(clauses: tuple[Clause, ...]) -> dict[int, tuple[Clause, ...]]:
    """The clauses of the documents of each standing, best first; all in one group where there is one document."""
    roles: dict[str, Counter[Role]] = {}
    for clause in clauses:
        roles.setdefault(clause.document, Counter())[clause.role] += 1
    standings = {name: standing(name, counts.most_common(1)[0][0]) for name, counts in roles.items()}
    if len(standings) < 2:
        return {FRONT: clauses} if clauses else {}
    return {
        rank: tuple(clause for clause in clauses if standings[clause.document] == rank)
        for rank in sorted(set(standings.values()))
    }


def standing(document: str, role: Role) -> int:
    """FRONT, CONTRACT, SCHEDULE or LATER, by a document's name and what most of it is."""
    name = PurePosixPath(document).stem.replace("_", " ")
    if _FRONT_NAME.search(name) and not _LATER_NAME.search(name):
        return FRONT
    if _LATER_NAME.search(name) or role == "form":
        return LATER
    if role in {"instructions", "notice"}:
        return FRONT
    if role == "terms" and _SCHEDULE_NAME.search(name) and not _MAIN_TERMS.search(name):
        return SCHEDULE
    return CONTRACT


def chosen(found: dict[int, tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Of the facts by standing those to keep: of each name the best standing that states it, and its neighbour.

    The invitation and the terms may contradict each other. A schedule or a form for later orders says nothing against
    the invitation, and alone it is heard only on payment, insurance and the like.
    """
    best: dict[str, int] = {}
    for rank in sorted(found):
        for fact in found[rank]:
            best.setdefault(fact.name, rank)
    return tuple(fact for rank in sorted(found) for fact in found[rank] if _kept(fact.name, rank, best[fact.name]))


def _kept(name: str, rank: int, best: int) -> bool:
    if rank >= SCHEDULE:
        return rank == best and name in _OF_THE_CONTRACT
    return rank == best or name not in _FROM_THE_BEST_ONLY
