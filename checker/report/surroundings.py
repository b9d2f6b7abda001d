"""The clause around a passage: what stands before and behind the quoted words, and the columns of a row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from checker.domain import Clause, Location, Place, Report, Sentence

_BEFORE, _AFTER = 240, 160  # characters of a clause shown around the quote


@dataclass(frozen=True, slots=True)
class Around:
    """Words of the clause before and behind the quote, cut to a few lines; `columns` heads the cells of a row."""

    before: str = ""
    after: str = ""
    columns: tuple[str, ...] = ()


class Surroundings:
    """Finds the clause that a place lies in; made once for a report."""

    def __init__(self, report: Report) -> None:
        self._clauses: dict[tuple[str, int], list[Clause]] = defaultdict(list)
        for clause in report.clauses:
            for block in dict.fromkeys(sentence.location.block for sentence in clause.sentences):
                self._clauses[clause.document, block].append(clause)

    def of(self, place: Place) -> Around:
        """What stands around the quote of a place; empty where the place or its clause is not known."""
        at = place.location
        if at is None:
            return Around()
        for clause in self._clauses.get((at.document, at.block), ()):
            own = next((s for s in clause.sentences if _overlap(s.location, at)), None)
            if own is not None:
                return _around(clause, own, at)
        return Around()


def _around(clause: Clause, own: Sentence, at: Location) -> Around:
    if own.kind == "row":
        return Around(columns=tuple(column for column in own.columns if column.strip()))
    apart = [s for s in clause.sentences if not _overlap(s.location, at)]
    before = [s.text for s in apart if _order(s.location) < _order(at)]
    after = [s.text for s in apart if _order(s.location) > _order(at)]
    lead_in = [clause.lead_in] if clause.lead_in and clause.lead_in not in before else []
    return Around(_ending(" ".join([*lead_in, *before])), _beginning(" ".join(after)))


def _order(location: Location) -> tuple[int, int]:
    return location.block, location.start


def _overlap(one: Location, other: Location) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _ending(text: str) -> str:
    """The last words of a text."""
    return text if len(text) <= _BEFORE else f"[…] {text[-_BEFORE:].partition(' ')[2]}"


def _beginning(text: str) -> str:
    """The first words of a text."""
    return text if len(text) <= _AFTER else f"{text[:_AFTER].rpartition(' ')[0]} […]"
