"""What the facts say when a pack says a thing more than once: all readings of a fact, and its dates."""

from __future__ import annotations

from datetime import date

from checker.domain import Fact, Facts, FactStatus

_RANKS: tuple[tuple[FactStatus, ...], ...] = (("given",), ("stated", "conflicting"), ("derived",))


def readings(facts: Facts, name: str) -> tuple[Fact, ...]:
    """The facts to reckon with, none of a single lot: the given ones, else all stated ones, else the derived."""
    found = [fact for fact in facts.many(name) if fact.lot is None]
    for rank in _RANKS:
        held = tuple(fact for fact in found if fact.status in rank)
        if held:
            return held
    return ()


def numbers(facts: Facts, name: str) -> tuple[float, ...]:
    """All readings that are numbers, smallest first, each once."""
    return tuple(sorted({float(f.value) for f in readings(facts, name) if isinstance(f.value, int | float)}))


def codes(facts: Facts, name: str) -> frozenset[str]:
    """All readings as code words; empty when the fact is not known."""
    return frozenset(str(fact.value) for fact in readings(facts, name))


def as_date(value: object) -> date | None:
    """A full ISO date at the head of the value; None for a month alone or anything else."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def dates(facts: Facts, name: str) -> tuple[date, ...]:
    """All readings that are full dates, earliest first, each once."""
    return tuple(sorted({d for f in readings(facts, name) if (d := as_date(f.value)) is not None}))


def one_of(fact: Fact | None, default: str = "unknown") -> str:
    """The fact's code word, or the default when there is none."""
    return default if fact is None else str(fact.value)
