"""Rewrites: filled with this tender's facts and words, and shown as checked only when they hold up."""

from __future__ import annotations

from checker.assess import assess
from checker.detect import detect
from checker.domain import Facts, Rewrite
from checker.rewrite import rewrite, usual_bidder
from checker.rulefile import Rule, RuleSet
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES


def all_rewritten(some: Rule, text: str, known: Facts | None = None, worst: str = "info") -> tuple[Rewrite, ...]:
    rules, read, known = RuleSet((some,), PIECES, ""), clauses(text), known or facts()
    findings, _ = detect(read, known, (), rules)
    verdicts = assess(findings, read, known, rules, POLICY)
    return rewrite(verdicts, read, known, rules, lambda *_: worst)  # type: ignore[arg-type]


def rewritten(some: Rule, text: str, known: Facts | None = None) -> Rewrite:
    return all_rewritten(some, text, known)[0]


def test_it_speaks_of_bidders_as_the_sentence_does() -> None:
    made = rewritten(rule(), "Tenderers must show widget cover of £1m.")
    assert made.text == "Tenderers need widget cover that fits the work."
    assert made.checked


def test_else_as_the_pack_does() -> None:
    text = "Applicants apply. Applicants wait. Bidders are rare.\n\nBring widget cover of £1m."
    assert rewritten(rule(), text).text.startswith("Applicants")
    assert usual_bidder(clauses(text)) == "applicant"


def test_the_first_text_whose_facts_are_known_is_used() -> None:
    some = rule(
        rewrite=[{"needs": ["value_annual"], "text": "Widget cover for {value_annual}."}, {"text": "Widget cover."}]
    )
    assert rewritten(some, "Bring widget cover of £1m.", facts(value_annual=7500)).text == "Widget cover for £7,500."
    assert rewritten(some, "Bring widget cover of £1m.").text == "Widget cover."


def test_a_text_that_is_itself_flagged_is_not_offered() -> None:
    assert all_rewritten(rule(), "Bring widget cover of £1m.", worst="medium") == ()
    assert len(all_rewritten(rule(), "Bring widget cover of £1m.", worst="low")) == 1


def test_a_text_about_something_else_is_not_offered() -> None:
    assert all_rewritten(rule(rewrite=[{"text": "Tea at noon."}]), "Bring widget cover of £1m.") == ()


def test_a_text_with_an_unfilled_gap_is_not_offered() -> None:
    some = rule(rewrite=[{"text": "Widget cover of {nobody_knows}."}])
    assert all_rewritten(some, "Bring widget cover of £1m.") == ()
