"""Findings to verdicts: how bad for this contract, how binding for this authority on this date, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import re2

from checker.domain import (
    SEVERITIES,
    Certainty,
    Clause,
    Credit,
    Facts,
    FactValue,
    Finding,
    Force,
    Location,
    Outcome,
    Place,
    Severity,
    Source,
    Verdict,
)
from checker.policy import Policy, holds
from checker.rulefile import Rule, RuleSet, SourceSpec, When
from checker.words import filled

_RECOGNISED = "These words were recognised from a picture of the page: check them against it."
_STRENGTH: tuple[Force, ...] = ("law", "duty", "policy", "good", "tool")


@dataclass(frozen=True, slots=True)
class Opinion:
    severity: Severity
    outcome: Outcome
    because: str
    known: bool = True  # whether every amount that decides was known
    message: str | None = None  # where the case has its own


def assess(
    findings: tuple[Finding, ...], clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet, policy: Policy
) -> tuple[Verdict, ...]:
    """A verdict for each finding; rules that the policy switches off give none."""
    by_id = {rule.id: rule for rule in rules}
    off = dict(policy.off)
    nearby = {sentence.location: clause.text for clause in clauses for sentence in clause.sentences}

    def around(finding: Finding) -> str:
        return nearby.get(finding.sentence.location, "") if finding.sentence else ""

    judged = (
        verdict_of(finding, by_id[finding.rule_id], around(finding), facts, policy)
        for finding in findings
        if finding.rule_id not in off
    )
    pictured = {_block(s.location) for clause in clauses for s in clause.sentences if s.recognised}
    return tuple(_with_doubt(verdict, pictured) for verdict in judged if verdict is not None)


def _block(location: Location) -> tuple[str, int]:
    return location.document, location.block


def _with_doubt(verdict: Verdict, pictured: set[tuple[str, int]]) -> Verdict:
    """The verdict; on words that were recognised in a picture of a page it says so, and asks to check them."""
    place = verdict.finding.place
    if place.location is None or not place.quote or _block(place.location) not in pictured:
        return verdict
    return replace(verdict, because=f"{verdict.because} {_RECOGNISED}".strip(), certainty="please-check")


def verdict_of(finding: Finding, rule: Rule, nearby: str, facts: Facts, policy: Policy) -> Verdict | None:
    """The opinion on one finding, with its reason and the sources that apply here; None within the yardstick."""
    values = dict(finding.values)
    opinion = _opinion(rule, values, facts, policy)
    if opinion is None:
        return None
    opinion = _doubted(finding, rule, opinion)
    sources = tuple(_source(spec) for spec in rule.sources if _applies(spec, facts))
    force: Force = min((source.force for source in sources), key=_STRENGTH.index, default="tool")
    severity = _capped(opinion.severity, force)
    because = opinion.because
    if rule.assess and rule.assess.reason_steps_down and opinion.outcome == "barrier" and _reasoned(nearby, policy):
        severity = _down(severity)
        because += " A reason is given nearby, so it counts one step less."
    words = _words(values, facts)
    message = opinion.message or rule.message
    return Verdict(
        finding=finding, rule_id=rule.id, catalogue=rule.catalogue, theme=rule.theme, chapter=rule.chapter,
        step=rule.step, owner=rule.owner, severity=severity, force=force, outcome=opinion.outcome,
        certainty=_certainty(finding, opinion), title=rule.title, message=filled(message, words),
        because=filled(because, words), why=" ".join(rule.why.split()), sources=sources,
        today=rule.today if rule.today and facts.value("regime") in ("pcr15", "pcr06") and _england(facts) else "",
    )  # fmt: skip


def _words(values: Mapping[str, Any], facts: Facts) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for fact in facts.all:
        if fact.lot is None:
            known[fact.name] = facts.value(fact.name)
    return known | dict(values)


def _opinion(rule: Rule, values: Mapping[str, FactValue], facts: Facts, policy: Policy) -> Opinion | None:
    assess = rule.assess
    if assess is None:
        raise AssertionError(f"{rule.id} is a credit and has no verdict")
    if rule.detect.kind == "classifier":  # the first case when the model is sure, else the last
        case = assess.cases[0 if values.get("sure") else -1]
        return Opinion(case.severity, case.outcome, case.because, message=case.message)
    for case in assess.cases:
        answer = holds(case.when, facts) and (case.said is None or case.said in values)
        if answer and not (assess.ratio and case.when == When() and case.said is None):
            return Opinion(case.severity, case.outcome, case.because, message=case.message)
    if assess.ratio is None:
        raise AssertionError(f"{rule.id} has no case that always holds")
    of = _amount(assess.ratio.of, values, facts, policy)
    to = _amount(assess.ratio.to, values, facts, policy)
    if of is None or not to:
        unknown = assess.unknown
        assert unknown is not None
        return Opinion(unknown.severity, unknown.outcome, unknown.because, known=False)
    ratio = of / to
    for band in assess.bands:
        if ratio > band.over:
            return Opinion(band.severity, "barrier", filled(band.because, {"ratio": ratio, "yardstick": to}))
    return None


def _doubted(finding: Finding, rule: Rule, opinion: Opinion) -> Opinion:
    """Where the wording model takes a rule's passage for harmless, the claim becomes a question."""
    doubted = rule.detect.kind != "classifier" and "classifier" in finding.detectors and finding.confidence < 0.5
    if not doubted or opinion.outcome == "review":
        return opinion
    return replace(opinion, outcome="review", because=opinion.because + " The wording reads as harmless: please check.")


def _amount(name: str, values: Mapping[str, FactValue], facts: Facts, policy: Policy) -> float | None:
    if name.startswith("policy."):
        return policy.limit(name.removeprefix("policy."), facts)
    value = values.get(name)
    return float(value) if isinstance(value, int | float) else facts.number(name)


def _england(facts: Facts) -> bool:
    return facts.value("jurisdiction") in ("england", None) and facts.value("bound") in ("yes", None)


def _applies(spec: SourceSpec, facts: Facts) -> bool:
    """Whether a source may be shown: what is law or a duty needs a buyer in England that the law binds."""
    binding = spec.force in ("law", "duty", "policy")
    if binding and not (facts.value("bound") == "yes" and facts.value("jurisdiction") == "england"):
        return False
    return holds(spec.when, facts) is True


def _source(spec: SourceSpec) -> Source:
    return Source(cite=spec.cite, url=spec.url, checked=spec.checked, force=spec.force)


def _capped(severity: Severity, force: Force) -> Severity:
    """Critical is only what is on its face outside the law that applies here."""
    return "high" if severity == "critical" and force != "law" else severity


def _down(severity: Severity) -> Severity:
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, SEVERITIES.index("low"))] if severity != "info" else "info"


def _reasoned(nearby: str, policy: Policy) -> bool:
    return any(re2.search("(?i)" + reason, nearby) for reason in policy.reasons)


def _certainty(finding: Finding, opinion: Opinion) -> Certainty:
    if opinion.outcome == "review" or not opinion.known:
        return "please-check"
    plain = finding.sentence is None or finding.sentence.obligation == "must"
    return "plain" if plain and finding.confidence >= 0.9 else "likely"


def undisputed(credits: tuple[Credit, ...], verdicts: tuple[Verdict, ...]) -> tuple[Credit, ...]:
    """The credits whose words are not also those of a barrier of medium weight or worse; the rest of a passage may be
    one: "£10m of cover, or an undertaking to obtain it by the start".
    """
    grave = SEVERITIES[: SEVERITIES.index("medium") + 1]
    taken: dict[Location | None, list[Place]] = {}
    for verdict in verdicts:
        if verdict.outcome == "barrier" and verdict.severity in grave and verdict.finding.sentence:
            for place in (verdict.finding.place, *verdict.finding.places):
                taken.setdefault(place.location, []).append(place)
    return tuple(
        credit
        for credit in credits
        if not any(_same_words(credit.place, place) for place in taken.get(credit.place.location, ()))
    )


def _same_words(one: Place, other: Place) -> bool:
    """Whether what gave two findings of one passage away overlaps; also where either cannot be found again."""
    starts = [place.quote.find(place.match) for place in (one, other)]
    if one.quote != other.quote or min(starts) < 0:
        return True
    return starts[0] < starts[1] + len(other.match) and starts[1] < starts[0] + len(one.match)
