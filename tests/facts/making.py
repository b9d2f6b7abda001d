"""Clauses made by hand for the tests of fact finders."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain import Clause, FactValue, Location, Role, Sentence, Voice
from checker.facts import find_facts


def clause(
    text: str = "",
    *,
    heading: str = "",
    cells: Sequence[str] = (),
    columns: Sequence[str] = (),
    lead_in: str = "",
    place: int = 0,
    voice: Voice = "plain",
    negated: bool = False,
    role: Role = "instructions",
) -> Clause:
    """One clause of one sentence, or of one table row."""
    words = " | ".join(cell for cell in cells if cell) if cells else text
    location = Location(document="pack.docx", page=None, block=place, start=0, end=len(words))
    sentence = Sentence(
        text=words,
        location=location,
        kind="row" if cells else "paragraph",
        cells=tuple(cells),
        columns=tuple(columns),
        voice=voice,
        negated=negated,
    )
    return Clause(
        document="pack.docx",
        number=str(place + 1),
        headings=(heading,) if heading else (),
        role=role,
        sentences=(sentence,),
        location=location,
        lead_in=lead_in,
    )


def lines(*texts: str, heading: str = "") -> tuple[Clause, ...]:
    """One clause a line."""
    return tuple(clause(text, heading=heading, place=place) for place, text in enumerate(texts))


def table(columns: Sequence[str], *rows: Sequence[str], heading: str = "", start: int = 0) -> tuple[Clause, ...]:
    """The rows of one table."""
    return tuple(
        clause(cells=cells, columns=columns, heading=heading, place=place) for place, cells in enumerate(rows, start)
    )


def found(*clauses: Clause) -> dict[str, FactValue]:
    """What the finders make of clauses, by name; values by lot as "name/lot"."""
    return {
        fact.name if fact.lot is None else f"{fact.name}/{fact.lot}": fact.value for fact in find_facts(clauses).all
    }


def told(text: str) -> dict[str, FactValue]:
    """The facts of one sentence."""
    return found(clause(text))
