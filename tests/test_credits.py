"""What a pack does well: gathered apart from the findings, in reading order, and only where no barrier disputes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.assess import assess, undisputed
from checker.detect import detect
from checker.domain import Credit, Severity, Verdict
from checker.rulefile import Rule, RuleSet
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES


def credit(name: str, words: str) -> Rule:
    return rule(id=f"credits.{name}", detect={"kind": "pattern", "any": [words]}, message=f"Good: {name}.",
                assess=None, rewrite=[])  # fmt: skip


def credits_in(text: str, *rules: Rule) -> tuple[Credit, ...]:
    return detect(clauses(text), facts(), (), RuleSet(rules, PIECES, ""))[1]


def test_a_credit_is_no_finding() -> None:
    findings, good = detect(clauses("We pay early."), facts(), (), RuleSet((credit("early", "pay early"),), PIECES, ""))
    assert findings == ()
    assert [(c.rule_id, c.message, c.place.match) for c in good] == [("credits.early", "Good: early.", "pay early")]


def test_credits_stand_in_reading_order_and_not_by_rule() -> None:
    text = "We send feedback, and we pay early.\n\nWe pay early again."
    good = credits_in(text, credit("a-early", "pay early"), credit("b-feedback", "feedback"))
    assert [c.place.match for c in good] == ["pay early", "feedback", "pay early"]
    assert [c.rule_id for c in good] == ["credits.a-early", "credits.b-feedback", "credits.a-early"]


def test_credits_of_one_block_stand_by_place() -> None:
    good = credits_in(
        "We send feedback. We pay early.", credit("a-early", "pay early"), credit("b-feedback", "feedback")
    )
    assert [c.rule_id for c in good] == ["credits.b-feedback", "credits.a-early"]


def test_a_credit_for_something_left_out_comes_first() -> None:
    absent = rule(id="credits.z-silent", detect={"kind": "missing", "any": ["fee"], "least_words": 1},
                  message="No fee.", assess=None, rewrite=[])  # fmt: skip
    good = credits_in("We pay early.", credit("early", "pay early"), absent)
    assert [c.rule_id for c in good] == ["credits.z-silent", "credits.early"]


def barrier(severity: Severity, text: str = "You need widget cover of £1m.") -> tuple[Verdict, ...]:
    some = rule(assess={"cases": [{"severity": severity, "because": "So."}]})
    rules, read = RuleSet((some,), PIECES, ""), clauses(text)
    return assess(detect(read, facts(), (), rules)[0], read, facts(), rules, POLICY)


@pytest.mark.parametrize(("severity", "stays"), [("high", False), ("medium", False), ("low", True), ("info", True)])
def test_words_that_are_a_barrier_of_weight_are_no_credit(severity: Severity, stays: bool) -> None:
    good = credits_in("You need widget cover of £1m.", credit("cover", "widget cover"))
    assert (undisputed(good, barrier(severity)) == good) is stays


def test_other_words_of_a_barrier_leave_the_credit() -> None:
    text = "You need widget cover of £1m, to be bought by the start."
    good = credits_in(text, credit("later", "bought by the start"))
    assert undisputed(good, barrier("high", text)) == good


def test_a_question_takes_no_credit_away() -> None:
    good = credits_in("You need widget cover of £1m.", credit("cover", "widget cover"))
    asked = tuple(replace(verdict, outcome="review") for verdict in barrier("high"))
    assert undisputed(good, asked) == good


def test_every_passage_of_a_barrier_disputes_its_credit() -> None:
    text = "You need widget cover of £1m.\n\nAgain widget cover of £1m.\n\nOne more hat with widget cover."
    good = credits_in(text, credit("cover", "widget cover"))
    assert [c.place.quote for c in undisputed(good, barrier("high", text))] == ["One more hat with widget cover."]
