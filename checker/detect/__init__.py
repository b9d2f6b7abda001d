"""Clauses and facts to findings: each rule looks at the text it reads; the same problem is one finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.detect.gate import candidates
from checker.detect.heard import fused, hear
from checker.detect.kinds import DETECTORS
from checker.detect.merge import merge
from checker.detect.view import View, view_of
from checker.domain import Access, Clause, Credit, Facts, Finding, Named
from checker.model import Model
from checker.rulefile import Rule, RuleSet

__all__ = ["View", "detect", "find_with", "hear", "view_of"]


def detect(
    clauses: tuple[Clause, ...],
    facts: Facts,
    named: tuple[Named, ...],
    rules: RuleSet,
    model: Model | None = None,
    files: tuple[tuple[str, Access], ...] = (),
) -> tuple[tuple[Finding, ...], tuple[Credit, ...]]:
    """Findings and credits of all rules, in order of document, place and rule; with a model also what it hears.

    `files` is what the readers saw of the accessibility of each document, by its name.
    """
    view = replace(view_of(clauses, facts, named), files=files)
    view = hear(model, view) if model else view
    view = replace(view, hints=candidates(rules, [spot.text for spot in view.spots]))
    findings: list[Finding] = []
    good: list[Credit] = []
    for rule in rules:
        if rule.is_credit:
            good += [_credit(rule, finding) for finding in find_with(rule, view, rules)]
        else:
            findings += find_with(rule, view, rules)
    return merge(fused(findings, rules, view), rules), tuple(sorted(good, key=_credit_order))


def find_with(rule: Rule, view: View, rules: RuleSet) -> Iterable[Finding]:
    """What one rule finds: one finding a passage, nothing merged yet."""
    return DETECTORS[rule.detect.kind](rule, view, rules.pieces)


def _credit(rule: Rule, finding: Finding) -> Credit:
    return Credit(rule_id=rule.id, catalogue=rule.catalogue, place=finding.place, message=rule.message)


def _credit_order(credit: Credit) -> tuple[str, int, int, str]:
    location = credit.place.location
    return (
        (location.document, location.block, location.start, credit.rule_id)
        if location
        else ("", -1, -1, credit.rule_id)
    )
