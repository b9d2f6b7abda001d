"""Facts that were worked out or read from deciding words, with a plain sentence that says how."""

from __future__ import annotations

from checker.domain import Clause, Fact, FactValue, Sentence

Evidence = tuple[Clause, Sentence]


def worked_out(
    name: str, value: FactValue, how: str, evidence: Evidence | None = None, unit: str | None = None
) -> Fact:
    """A derived fact; a stated one with quote and place when `evidence` holds the words that decided."""
    sentence = how.strip()
    how = f"{sentence[:1].upper()}{sentence[1:]}" + ("" if sentence.endswith(".") else ".")
    if evidence is None:
        return Fact(name=name, value=value, unit=unit, status="derived", how=how)
    clause, source = evidence
    return Fact(
        name=name, value=value, unit=unit, status="stated", how=how,
        quote=source.text, clause=clause.number, location=source.location,
    )  # fmt: skip
