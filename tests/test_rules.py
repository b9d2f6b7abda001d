"""Every rule is proved by its own examples; each is a test named for its rule."""

from __future__ import annotations

import re

import pytest

from checker.policy import Policy, load_policy
from checker.rulecheck import case_of, example_problems, fewest, outcome, problems, unproved
from checker.rulefile import RuleSet, load_rules

RULES, POLICY = load_rules(), load_policy()
EXAMPLES = [(rule, number) for rule in RULES for number in range(len(rule.examples))]


@pytest.mark.parametrize(("rule", "number"), EXAMPLES, ids=[f"{rule.id}[{number + 1}]" for rule, number in EXAMPLES])
def test_example(rule, number: int) -> None:
    case = case_of(rule, rule.examples[number])
    assert list(example_problems(rule, case, RULES, POLICY)) == []


@pytest.mark.parametrize("rule", RULES.rules, ids=[rule.id for rule in RULES])
def test_every_line_is_needed(rule) -> None:
    cases = [case_of(rule, example) for example in rule.examples]
    assert list(unproved(rule, cases, RULES, POLICY)) == []


@pytest.mark.parametrize("rule", RULES.rules, ids=[rule.id for rule in RULES])
def test_has_enough_examples(rule) -> None:
    flags = sum(example.flag is not None for example in rule.examples)
    assert flags >= fewest(rule)
    assert len(rule.examples) - flags >= fewest(rule)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.detect.kind == "pattern"], ids=lambda rule: rule.id)
def test_a_broken_pattern_is_noticed(rule, rules: RuleSet, policy: Policy) -> None:
    for index in range(len(rule.detect.any)):
        broken = (*rule.detect.any[:index], "nothing reads like this", *rule.detect.any[index + 1 :])
        other = rule.model_copy(update={"detect": rule.detect.model_copy(update={"any": broken})})
        cases = [case_of(rule, example) for example in rule.examples]
        assert any(outcome(other, case, rules, policy) != outcome(rule, case, rules, policy) for case in cases)


def test_no_message_blames_or_rules_on_the_law() -> None:
    for rule in RULES:
        said = f"{rule.message} {rule.why} {rule.title}".lower()
        for word in ("unlawful", "illegal", "compliant with the law", "you failed", "excessive", "discriminat"):
            assert word not in said, f"{rule.id} says '{word}'"


def test_messages_are_short() -> None:
    for rule in RULES:
        assert len(rule.message.split()) <= 20, f"{rule.id}: {rule.message}"


def test_law_is_cited_from_the_statute_book() -> None:
    for rule in RULES:
        for source in rule.sources:
            if source.force in ("law", "duty"):
                assert source.url.startswith("https://www.legislation.gov.uk/"), rule.id
                assert source.when.regime, f"{rule.id}: {source.cite} does not say under which law it holds"


def test_a_rule_without_examples_is_not_proved(rules: RuleSet, policy: Policy) -> None:
    bare = rules.rules[0].model_copy(update={"examples": ()})
    assert list(problems(bare, rules, policy))


@pytest.mark.parametrize("rule", RULES.rules, ids=[rule.id for rule in RULES])
def test_each_law_is_cited_only_where_it_holds(rule) -> None:
    for source in rule.sources:
        if source.force not in ("law", "duty"):
            continue
        if "Procurement Act 2023" in source.cite or "Procurement Regulations 2024" in source.cite:
            assert source.when.regime == ("pa23",), source.cite
        if "Public Contracts Regulations 2015" in source.cite:
            assert source.when.regime == ("pcr15",), source.cite
            first = int(re.search(r"regs? (\d+)", source.cite)[1])
            if first < 109:  # Part 2 binds only at or above the threshold
                assert source.when.threshold_band == ("above",), source.cite


def test_a_policy_note_is_never_law() -> None:
    for rule in RULES:
        for source in rule.sources:
            if source.cite.startswith(("PPN", "Procurement Policy Note")) or "gov.uk/government" in source.url:
                assert source.force in ("policy", "good"), f"{rule.id}: {source.cite}"
