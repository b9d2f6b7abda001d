"""Small clauses, facts and rules for tests of single stages."""

from __future__ import annotations

from checker.domain import Clause, Document, Fact, Facts, FactValue, Ledger
from checker.ingest.text import blocks_of_text
from checker.rulefile import Rule
from checker.structure import clauses_of

BOUND: dict[str, FactValue] = {
    "regime": "pa23", "threshold_band": "above", "bound": "yes", "jurisdiction": "england", "authority_type": "council",
}  # fmt: skip


def clauses(text: str, name: str = "itt.txt") -> tuple[Clause, ...]:
    blocks = blocks_of_text(text, name)
    return clauses_of(Document(name=name, role="unknown", blocks=blocks, pages=None, ledger=Ledger()))


def facts(**values: FactValue) -> Facts:
    return Facts(tuple(Fact(name=name, value=value) for name, value in values.items()))


def rule(**changes: object) -> Rule:
    base: dict[str, object] = {
        "id": "finance.widget-cover",
        "catalogue": "X1",
        "title": "Widget cover",
        "step": "enter",
        "message": "Bidders need widget cover of {amount}.",
        "why": "It costs money.",
        "detect": {"kind": "pattern", "any": ["widget cover (?:of )?(?P<amount>{money})"]},
        "assess": {"cases": [{"severity": "medium", "because": "It is asked for."}]},
        "rewrite": [{"text": "{Bidders} need widget cover that fits the work."}],
        "examples": [{"pass": "nothing"}],
    }
    return Rule.model_validate({**base, **changes})
