"""One finding a problem: passages of one rule in one document become places of the strongest wording."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from checker.domain import Finding, Location
from checker.rulefile import Pattern, Rule, RuleSet

_FORCE = {"must": 0, "unstated": 1, "should": 2, "may": 3}
Order = tuple[str, int, int, str]


def order_of(finding: Finding) -> Order:
    """Document, place, rule; what is missing comes first."""
    location = finding.place.location
    return (
        (location.document, location.block, location.start, finding.rule_id)
        if location
        else ("", -1, -1, finding.rule_id)
    )


def merge(findings: list[Finding], rules: RuleSet) -> tuple[Finding, ...]:
    """The findings with yielding ones dropped and the same problem gathered, in order."""
    by_id = {rule.id: rule for rule in rules}
    taken = {(f.rule_id, f.sentence.location) for f in findings if f.sentence}
    kept = [f for f in findings if not _yields(by_id[f.rule_id], f, taken)]
    groups: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in kept:
        groups[_problem(by_id[finding.rule_id], finding)].append(finding)
    return tuple(sorted((_gathered(group) for group in groups.values()), key=order_of))


def _yields(rule: Rule, finding: Finding, taken: set[tuple[str, Location]]) -> bool:
    return finding.sentence is not None and any((other, finding.sentence.location) in taken for other in rule.yields_to)


def _problem(rule: Rule, finding: Finding) -> tuple[str, ...]:
    if rule.detect.kind in ("conflict", "limit", "missing"):
        return (rule.id, finding.id)
    same = rule.detect.same if isinstance(rule.detect, Pattern) else None
    value = str(dict(finding.values).get(same, "")) if same else ""
    return (rule.id, finding.document, value.lower())


def _gathered(group: list[Finding]) -> Finding:
    """The strongest wording leads: what must be done before what may be, then the largest amount, then the place."""
    lead = min(group, key=lambda f: (_FORCE[f.sentence.obligation] if f.sentence else 0, -_largest(f), order_of(f)))
    others = sorted((f for f in group if f is not lead), key=order_of)
    seen = {lead.place.location}
    places = [f.place for f in others if not (f.place.location in seen or seen.add(f.place.location))]  # type: ignore[func-returns-value]
    return replace(lead, places=(*lead.places, *places))


def _largest(finding: Finding) -> float:
    return max((float(value) for _, value in finding.values if isinstance(value, int | float)), default=0.0)
