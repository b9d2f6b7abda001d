"""The tool's own yardsticks, and those of a network or an authority; whether a condition on facts holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import re2

from checker.domain import Facts, FactValue
from checker.resources import folder
from checker.rulefile import When
from checker.yamlfile import Strict, load_yaml

UNKNOWN = (None, "unknown")


def holds(when: When, facts: Facts) -> bool | None:
    """Whether the condition holds: True, False, or None where it hangs on a fact that is not known."""
    answers = [*_listed(when, facts), *_amounts(when, facts)]
    if False in answers:
        return False
    return None if None in answers else True


def _listed(when: When, facts: Facts) -> Iterable[bool | None]:
    for name in ("regime", "threshold_band", "authority_type", "kind", "procedure", "jurisdiction", "bound"):
        wanted = getattr(when, name)
        values = readings(name, facts)
        if wanted:
            yield _all_agree(None if value in UNKNOWN else value in wanted for value in values)
        barred = getattr(when, f"not_{name}", ())
        if any(value in barred for value in values):
            yield False  # an exception needs the fact to be known; without it the usual case is taken


def readings(name: str, facts: Facts) -> tuple[FactValue | None, ...]:
    """Every value that the pack leaves open for a fact: one, or several where it contradicts itself."""
    fact = facts.get(name)
    if fact is None or fact.status != "conflicting":
        return (fact.value if fact else None,)
    return tuple(rival.value for rival in facts.many(name))


def _all_agree(answers: Iterable[bool | None]) -> bool | None:
    """The answer of every reading; None where they differ."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def _amounts(when: When, facts: Facts) -> Iterable[bool | None]:
    for name, amount in when.over.items():
        number = facts.number(name)
        yield None if number is None else number > amount
    for name, amount in when.under.items():
        number = facts.number(name)
        yield None if number is None else number <= amount


class LimitBand(Strict):
    """One line of a yardstick: the first whose conditions hold is used."""

    amount: float
    when: When = When()
    title: str | None = None  # a pattern that the tender's title must match


class PolicyFile(Strict):
    name: str
    limits: dict[str, tuple[LimitBand, ...]] = {}
    reasons: tuple[str, ...] = ()  # words that show that a reason is given
    switched_off: dict[str, str] = {}  # rule id -> why it is switched off


@dataclass(frozen=True, slots=True)
class Policy:
    name: str
    limits: tuple[tuple[str, tuple[LimitBand, ...]], ...]
    reasons: tuple[str, ...]
    off: tuple[tuple[str, str], ...]
    digest: str

    def limit(self, name: str, facts: Facts) -> float | None:
        """The yardstick for this tender in its own unit; None where it hangs on a fact that is not known."""
        for band in dict(self.limits)[name]:
            answer = holds(band.when, facts)
            if answer and band.title and not re2.search("(?i)" + band.title, str(facts.value("title") or "")):
                continue
            if answer is None:
                return None
            if answer:
                return band.amount
        return None


def load_policy(extra: Path | None = None) -> Policy:
    """The tool's own yardsticks, with an authority's file laid over them."""
    paths = [folder("rules") / "_policy.yaml", *([extra] if extra else [])]
    files = [load_yaml(PolicyFile, path) for path in paths]
    limits: dict[str, tuple[LimitBand, ...]] = {}
    off: dict[str, str] = {}
    for file in files:
        limits |= file.limits
        off |= file.switched_off
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]
    reasons = tuple(reason for file in files for reason in file.reasons)
    return Policy(files[-1].name, tuple(limits.items()), reasons, tuple(off.items()), digest)
