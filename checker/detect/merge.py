"""One finding a problem: passages of one rule in one document become places of the strongest wording."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from checker.domain import SEVERITIES, Finding, Location
from checker.rulefile import Case, Pattern, Rule, RuleSet

_FORCE = {"must": 0, "unstated": 1, "should": 2, "may": 3}
MOST_PLACES = 10  # more than an officer reads; the strongest wordings are kept
_IF_ANY = re.compile(r"\bif any\b|\bif applicable\b|\bwhere applicable\b", re.IGNORECASE)
_USUAL = (False, SEVERITIES.index("medium"))  # of a rule that weighs an amount, and has no case for the rest
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
    gathered = (_gathered(group, _ranks(by_id[group[0].rule_id])) for group in groups.values())
    return tuple(sorted(gathered, key=order_of))


def _ranks(rule: Rule) -> dict[str, int]:
    """The named groups that a case asks for: those judged low or milder than the rest come last."""
    cases = rule.assess.cases if rule.assess else ()
    usual = max((_weight(case) for case in cases if not case.said), default=_USUAL)
    said = [case for case in cases if case.said]
    last = [case.severity == "low" or _weight(case) > usual for case in said]
    return {str(case.said): 1 if last[place] else place - len(said) for place, case in enumerate(said)}


def _weight(case: Case) -> tuple[bool, int]:
    """A claim before a question, a grave one before a mild one."""
    return case.outcome == "review", SEVERITIES.index(case.severity)


def _yields(rule: Rule, finding: Finding, taken: set[tuple[str, Location]]) -> bool:
    return finding.sentence is not None and any((other, finding.sentence.location) in taken for other in rule.yields_to)


def _problem(rule: Rule, finding: Finding) -> tuple[str, ...]:
    if rule.detect.kind in ("conflict", "limit", "missing"):
        return (rule.id, finding.id)
    same = rule.detect.same if isinstance(rule.detect, Pattern) else None
    value = str(dict(finding.values).get(same, "")) if same else ""
    return (rule.id, finding.document, value.lower())


def _gathered(group: list[Finding], ranks: dict[str, int]) -> Finding:
    """The strongest wording leads and the next strongest follow in their order; a repeat is no further evidence."""
    lead, *others = sorted(group, key=lambda finding: (_rank(finding, ranks), _strength(finding)))
    kept = [lead]
    for finding in others:
        if len(kept) < MOST_PLACES and not _repeats(finding, kept):
            kept.append(finding)
    places = [finding.place for finding in sorted(kept[1:], key=order_of)]
    return replace(lead, places=(*lead.places, *places))


def _strength(finding: Finding) -> tuple[bool, bool, int, float, Order]:
    """Words before headings, what applies before what may not, must before may, then the largest amount."""
    force = _FORCE[finding.sentence.obligation] if finding.sentence else 0
    conditional = _IF_ANY.search(finding.place.quote) is not None
    return (_is_heading(finding), conditional, force, -_largest(finding), order_of(finding))


def _rank(finding: Finding, ranks: dict[str, int]) -> int:
    return min((ranks[name] for name, _ in finding.values if name in ranks), default=0)


def _is_heading(finding: Finding) -> bool:
    return finding.sentence is not None and finding.sentence.kind == "heading"


def _repeats(finding: Finding, kept: list[Finding]) -> bool:
    words = finding.place.quote.casefold().split()
    return any(
        finding.place.location == one.place.location or words == one.place.quote.casefold().split() for one in kept
    )


def _largest(finding: Finding) -> float:
    return max((float(value) for _, value in finding.values if isinstance(value, int | float)), default=0.0)
