"""Slips of the pen as facts: two passages that cannot both be right, or single ones that are wrong in themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checker.domain import Fact
from checker.facts.statements import Statement, make_fact

MOST = 3  # pairs of one kind that are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one passage says, in the words of a report, and the characters of its sentence that say it."""

    value: str | int
    statement: Statement
    start: int = 0
    end: int | None = None


def clashes(name: str, groups: Iterable[Sequence[Said]], most: int = MOST) -> tuple[Fact, ...]:
    """A `conflicting` fact for each passage; the second group of passages is called `name_2`, the third `name_3`."""
    return tuple(
        make_fact(
            name if number == 1 else f"{name}_{number}",
            said.value,
            said.statement,
            said.start,
            said.end,
            status="conflicting",
        )
        for number, group in enumerate(list(groups)[:most], 1)
        for said in group
    )


def listed(name: str, slips: Iterable[Said], plural: str = "") -> tuple[Fact, ...]:
    """A derived fact for each slip and, with them, `plural` (how many; default the name with an s) and `plural_list`.

    The same words are told once; nothing where there are none.
    """
    each = {str(said.value): said for said in reversed(list(slips))}
    facts = [make_fact(name, s.value, s.statement, s.start, s.end, status="derived") for s in reversed(each.values())]
    if not facts:
        return ()
    plural = plural or f"{name}s"
    words = "; ".join(str(fact.value) for fact in facts)
    count, told = (plural, len(facts)), (f"{plural}_list", words)
    return (*facts, *(replace(facts[0], name=name, value=value) for name, value in (count, told)))


def first_of_each(said: Iterable[Said]) -> tuple[Said, ...]:
    """The first passage of every value, in order."""
    first: dict[str | int, Said] = {}
    for item in said:
        first.setdefault(item.value, item)
    return tuple(first.values())
