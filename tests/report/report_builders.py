"""Short ways to make the values a report is built from."""

from __future__ import annotations

from datetime import date
from typing import Any

from checker.domain import (
    Block,
    Document,
    Fact,
    Finding,
    Ledger,
    Location,
    Place,
    Source,
    Verdict,
)

CHECKED = date(2026, 11, 20)
ACT = Source(
    cite="Procurement Act 2023, section 22(3)(a)",
    url="https://www.legislation.gov.uk/ukpga/2023/54/section/22",
    checked=CHECKED,
    force="law",
)
DUTY = Source(
    cite="Procurement Act 2023, s.12(4)",
    url="https://www.legislation.gov.uk/ukpga/2023/54/section/12",
    checked=CHECKED,
    force="duty",
)
GUIDE = Source(
    cite="Guidance: Assessing competitive tenders",
    url="https://www.gov.uk/government/publications/procurement-act-2023-guidance-documents",
    checked=CHECKED,
    force="good",
)


def at(document: str, page: int | None, block: int = 0) -> Location:
    """A location in a document; the block stands for the order in it."""
    return Location(document=document, page=page, block=block, start=0, end=10)


def place(quote: str, match: str, page: int | None, clause: str | None, document: str = "itt.pdf") -> Place:
    """Exact words on a page; the page gives the order, too."""
    return Place(clause=clause, quote=quote, match=match, location=at(document, page, page or 1))


def verdict(key: str, rule_id: str, where: Place, **changes: Any) -> Verdict:
    """A verdict with plain defaults; `places` and `looked_in` go to its finding."""
    evidence = {
        name: changes.pop(name) for name in ("places", "looked_in", "detectors", "confidence") if name in changes
    }
    opinion: dict[str, Any] = {
        "catalogue": "G1",
        "theme": rule_id.partition(".")[0],
        "chapter": "barriers",
        "step": "enter",
        "owner": "officer",
        "severity": "medium",
        "force": "good",
        "outcome": "barrier",
        "certainty": "plain",
        "title": rule_id,
        "message": f"Message of {rule_id}.",
        "because": "",
        "why": "",
    }
    finding = Finding(id=key, rule_id=rule_id, place=where, **evidence)
    return Verdict(finding=finding, rule_id=rule_id, **(opinion | changes))


NOWHERE = Place(clause=None, quote="", match="", location=None)


def fact(name: str, value: str | int | float, unit: str | None = None, page: int | None = 2, **more: Any) -> Fact:
    """A fact stated in itt.pdf, or as `more` has it."""
    location = at("itt.pdf", page) if page else None
    return Fact(**({"name": name, "value": value, "unit": unit, "location": location, "clause": "1.2"} | more))


def document(name: str, role: Any, words: int, pages: int | None, **more: Any) -> Document:
    block = Block(text=" ".join(["word"] * words), kind="paragraph", location=at(name, 1 if pages else None))
    return Document(name=name, role=role, blocks=(block,), pages=pages, **({"ledger": Ledger()} | more))
