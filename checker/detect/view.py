"""The pack as rules look at it: each sentence with the headings above it and the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.domain import Access, Clause, Facts, Named, Role, Sentence
from checker.model import Guess, Model
from checker.words import plain


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence or row to look at."""

    sentence: Sentence
    clause: Clause
    text: str  # of the sentence, in plain form
    under: str  # headings, lead-in and column names
    beside: str  # the rest of the clause, and the sentence before and after


@dataclass(frozen=True, slots=True)
class View:
    spots: tuple[Spot, ...]
    clauses: tuple[Clause, ...]
    facts: Facts
    named: tuple[Named, ...]
    whole: str  # all text in plain form, a sentence a line
    hints: Mapping[str, Sequence[int]] | None = None  # pattern -> spots where it may match; None: anywhere
    model: Model | None = None
    files: tuple[tuple[str, Access], ...] = ()  # accessibility, by name of the document
    heard: Mapping[int, Guess] = field(default_factory=dict)  # spot -> what the model makes of it

    def where(self, patterns: Sequence[str]) -> Iterator[tuple[Spot, Sequence[str]]]:
        """The spots in which any of the patterns may match, in order, each with the patterns that may."""
        if self.hints is None:
            yield from ((spot, patterns) for spot in self.spots)
            return
        chances: dict[int, list[str]] = defaultdict(list)
        for pattern in patterns:
            for index in self.hints.get(pattern, ()):
                chances[index].append(pattern)
        yield from ((self.spots[index], chances[index]) for index in sorted(chances))

    @property
    def words(self) -> int:
        return len(self.whole.split())

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(clause.role for clause in self.clauses)

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(clause.document for clause in self.clauses))


def view_of(clauses: tuple[Clause, ...], facts: Facts, named: tuple[Named, ...] = ()) -> View:
    """The clauses laid out for rules to look at."""
    spots = tuple(_spots(clauses))
    return View(spots, clauses, facts, named, "\n".join(spot.text for spot in spots))


def _spots(clauses: tuple[Clause, ...]) -> Iterator[Spot]:
    for index, clause in enumerate(clauses):
        before = clauses[index - 1] if index and clauses[index - 1].document == clause.document else None
        after = (
            clauses[index + 1] if index + 1 < len(clauses) and clauses[index + 1].document == clause.document else None
        )
        above = plain(" > ".join((*clause.headings, clause.lead_in)))
        for position, sentence in enumerate(clause.sentences):
            around = [other.text for other in clause.sentences if other is not sentence]
            if position == 0 and before and before.sentences:
                around.insert(0, before.sentences[-1].text)
            if position == len(clause.sentences) - 1 and after and after.sentences:
                around.append(after.sentences[0].text)
            under = plain(" > ".join((above, *sentence.columns)))
            yield Spot(sentence, clause, plain(sentence.text), under, plain(" \u00b6 ".join(around)))
