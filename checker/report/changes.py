"""The few changes to make first: points that one decision mends stand together, so that a reader sees what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.domain import SEVERITIES, STEPS, Verdict
from checker.report.harm import SPOILS, harm_of

CHANGES = 3  # as many as a reader takes away who reads no more
_NAMED = 4  # points named with each
_ENOUGH = 2  # serious mistakes from which on putting them right comes before what is only as serious
_CONDITIONS = frozenset({"finance", "insurance", "experience"})
_AT_THE_DOOR = frozenset({"specification", "policy", "process"})  # conditions too, where they decide who is let in
_DO = {
    "mistakes": "Put right what the pack says twice or wrongly",
    "time": "Give bidders enough time",
    "conditions": "Ease the conditions for being let in",
    "process": "Make it free and simple to get the papers and to bid",
    "lots": "Let smaller firms bid for a part",
    "information": "Tell bidders what they need to know to price",
    "evaluation": "Say how marks are given, and give them for the offer",
    "specification": "Ask for what the work needs, and let equals in",
    "payment": "Pay sooner and more surely",
    "policy": "Ask for fewer policies and promises",
    "risk": "Leave with the supplier only the risks that it can carry",
}
_OTHER = "Deal with what else stops small firms"  # for a theme of an authority's own
_WEIGHT = {"critical": 12, "high": 4, "medium": 1}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do, with the findings that it mends, worst first."""

    do: str
    verdicts: tuple[Verdict, ...]

    @property
    def named(self) -> tuple[Verdict, ...]:
        """The worst few, one of each message."""
        return tuple({verdict.message: verdict for verdict in reversed(self.verdicts)}.values())[::-1][:_NAMED]


def changes_of(ranked: Sequence[Verdict]) -> tuple[Change, ...]:
    """Changes for findings that stand in order of urgency, the most pressing first; points of low weight make none.

    The first CHANGES of them are what a reader should take away.
    """
    groups: dict[str, list[Verdict]] = {}
    for verdict in ranked:
        if verdict.severity in _WEIGHT:
            groups.setdefault(_group(verdict), []).append(verdict)
    worst_first = sorted(groups, key=lambda name: _urgency(name, groups[name]))
    return tuple(Change(_DO.get(name, _OTHER), tuple(groups[name])) for name in worst_first)


def _group(verdict: Verdict) -> str:
    if verdict.chapter == "mistakes":
        return "mistakes"
    if verdict.theme in _CONDITIONS or (verdict.step == "enter" and verdict.theme in _AT_THE_DOOR):
        return "conditions"
    return "information" if verdict.theme == "clarity" else verdict.theme


def _urgency(name: str, group: Sequence[Verdict]) -> tuple[int, ...]:
    """Worst severity first, then how many are as bad, then harm, then the step where a firm meets it first."""
    worst = min(SEVERITIES.index(verdict.severity) for verdict in group)
    as_bad = [verdict for verdict in group if SEVERITIES.index(verdict.severity) == worst]
    kinds = {verdict.rule_id for verdict in as_bad}
    spoils = name == "mistakes" and sum(harm_of(verdict) <= SPOILS for verdict in as_bad) >= _ENOUGH
    critical = SEVERITIES[worst] == "critical"
    return (
        worst,
        0 if spoils else 1,
        -len(kinds) if critical else -_sum(group),
        0 if critical else min(harm_of(verdict) for verdict in as_bad),
        min(STEPS.index(verdict.step) for verdict in as_bad),
    )


def _sum(group: Iterable[Verdict]) -> int:
    """Weight of all that a change mends, each rule once."""
    return sum({verdict.rule_id: _WEIGHT[verdict.severity] for verdict in reversed(list(group))}.values())
