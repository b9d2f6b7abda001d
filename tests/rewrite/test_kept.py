"""No amount, denial or term that was not the barrier is lost: over every example of every rule, and 2,000 sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.domain import Rewrite, Severity, Verdict
from checker.policy import Policy, load_policy
from checker.rewrite import rewrite
from checker.rewrite.proof import negations, numbers, terms
from checker.rulecheck import case_of, verdicts_of
from checker.rulefile import Example, Rule, RuleSet, load_rules


@cache
def every_rule() -> tuple[RuleSet, Policy]:
    return load_rules(), load_policy()


def passes(text: str, verdict: Verdict) -> Severity:
    """Whatever our own rules would say of a text: here only what is kept counts."""
    return "info"


def made(rule: Rule, example: Example) -> tuple[Verdict, Rewrite] | None:
    """The rewrite of the first finding of an example; None where the rule is silent."""
    rules, policy = every_rule()
    case = case_of(rule, example)
    verdicts = verdicts_of(rule, case, rules, policy)[:1]
    if not verdicts:
        return None
    new = rewrite(verdicts, case.clauses, case.facts, rules.only([rule]), passes, policy)
    return verdicts[0], new[0]


def losses(verdict: Verdict, new: Rewrite) -> Iterator[str]:
    """What of the quote outside the barrier and the words exchanged is not in a replacement."""
    place = verdict.finding.place
    if new.kind not in ("replace", "delete"):
        return
    start, end = (0, len(place.quote)) if new.start is None or new.end is None else (new.start, new.end)
    outside = f"{place.quote[:start]} {place.quote[end:]}"
    at = place.quote.find(place.match, start)
    within = place.quote[start:end] if at < 0 else f"{place.quote[start:at]} {place.quote[at + len(place.match) : end]}"
    rest = outside if named_words_are_cut(new) else f"{outside} {within}"
    yield from (f"number {number}" for number in numbers(rest) - numbers(new.text))
    if negations(rest) > negations(new.text):
        yield "a denial"
    yield from (f"term {term}" for term in terms(outside) if term not in new.text.lower())


def named_words_are_cut(new: Rewrite) -> bool:
    """Whether only a few words are exchanged, all of them the barrier by the rule's own account."""
    return new.start is not None


RULES = tuple(rule for rule in every_rule()[0] if not rule.is_credit)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_example_loses_anything_and_every_one_gets_words(rule: Rule) -> None:
    for example in rule.examples:
        if example.flag is None:
            continue
        found = made(rule, example)
        assert found is not None, example.text
        verdict, new = found
        assert new.checked
        assert new.text or new.kind == "delete"
        assert "{" not in new.text
        assert list(losses(verdict, new)) == [], f"{example.text} -> {new.text}"


WORDED = tuple(
    (rule, example.text.rstrip(".;"))
    for rule in RULES
    if any(spec.kind == "replace" for spec in rule.rewrite) and rule.detect.kind == "pattern"
    for example in rule.examples
    if example.flag and "|" not in example.text and "\n" not in example.text and not example.lead
)
TAILS = (
    "except on 3 May 2026", "for 45 days", "and not before 7.30am", "at £1,250 a visit", "within 12% of the Target Sum",
    "unless the Site Manager says otherwise", "and 14 days' notice is given", "as in Schedule 7", "and never on Sundays",
    "in line with the Village Plan", "without any charge of £40", "in Lots 2 and 3",
)  # fmt: skip
HEADS = ("", "From 1 June 2027, ", "In Lot 4, ", "Not counting the first 10 days, ", "Under the Estates Policy, ")


@settings(max_examples=2000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(WORDED), st.sampled_from(HEADS), st.lists(st.sampled_from(TAILS), max_size=2, unique=True))
def test_no_generated_sentence_loses_anything(worded: tuple[Rule, str], head: str, tails: list[str]) -> None:
    rule, core = worded
    first = core if not head else core[:1].lower() + core[1:]
    example = Example.model_validate({"flag": f"{head}{first}{''.join(f', {tail}' for tail in tails)}."})
    found = made(rule, example)
    if found is None:
        return  # the rule is silent on the longer sentence
    verdict, new = found
    assert list(losses(verdict, new)) == [], f"{example.text} -> {new.text}"
