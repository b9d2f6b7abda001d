"""Clauses made by hand for the tests of fact finders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def written(text: str, *, document: str = "pack.docx", role: Role = "instructions") -> tuple[Clause, ...]:
    """A document as lines: "# heading", "a | b" for a row, "! a | b" for the row that names the columns."""
    clauses: list[Clause] = []
    heading = ""
    columns: list[str] = []
    for line in (line.strip() for line in text.strip().splitlines()):
        cells = [cell.strip() for cell in line.removeprefix("!").split("|")]
        if line.startswith("#"):
            heading, columns = line.lstrip("# "), []
            made = clause(heading, place=len(clauses), role=role)
        elif len(cells) > 1:
            columns = cells if line.startswith("!") else columns
            made = clause(cells=cells, columns=columns, heading=heading, place=len(clauses), role=role)
        else:
            columns = []
            made = clause(line, heading=heading, place=len(clauses), role=role)
        clauses.append(_in_document(made, document))
    return tuple(clauses)


def _in_document(made: Clause, document: str) -> Clause:
    sentences = tuple(replace(s, location=replace(s.location, document=document)) for s in made.sentences)
    return replace(made, document=document, sentences=sentences, location=replace(made.location, document=document))
