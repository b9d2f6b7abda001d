"""Rules and model together: one passage is one finding, and who found it is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.assess import assess
from checker.detect import View, find_with, hear, view_of
from checker.detect.heard import DOUBTED_FROM, FEWEST_WORDS, fused
from checker.detect.kinds import NO_WORD
from checker.domain import Finding, Verdict
from checker.model import Guess
from checker.pipeline import check_pack
from checker.policy import Policy, load_policy
from checker.rulefile import Rule, RuleSet, load_rules
from checker.settings import Settings
from tests.making import clauses, facts, rule
from tests.model.making import LABELS, tiny_model
from tests.test_packs import AS_OF

TEXT = "You need widget cover of all kinds."
_SAYS = [
    {"severity": "medium", "because": "Sure: {words}.", "when": {"regime": ["no"]}},
    {"severity": "low", "outcome": "review", "because": "Heard at {chance}: {words}."},
]


def heard_rule(**changes: object) -> Rule:
    detect = {"kind": "classifier", "label": "turnover", "speaks": "barrier"}
    return rule(**{"id": "finance.heard-turnover", "detect": detect, "assess": {"cases": _SAYS}, **changes})


def word_rule(**detect: object) -> Rule:
    return rule(detect={"kind": "pattern", "any": ["widget cover"], **detect})


def heard(label: str, chance: float, harmless: float = 0.0, text: str = TEXT) -> View:
    chances = (*(chance if name == label else 0.0 for name in LABELS[:-1]), harmless)
    view = view_of(clauses(text), facts())
    return replace(view, model=tiny_model(), heard={0: Guess(chances, label, chance, harmless)})


def found(view: View, *rules: Rule) -> list[Finding]:
    kept = RuleSet(rules, (("money", r"£\d+"),), "")
    return fused([finding for one in rules for finding in find_with(one, view, kept)], kept, view)


def verdict(view: View, *rules: Rule) -> Verdict:
    kept = RuleSet(rules, (), "")
    (judged,) = assess(tuple(found(view, *rules)), view.clauses, view.facts, kept, load_policy())
    return judged


def test_a_passage_found_by_both_is_one_finding_that_names_both() -> None:
    (finding,) = found(heard("turnover", 0.95), word_rule(), heard_rule())
    assert finding.rule_id == "finance.widget-cover"
    assert finding.detectors == ("rule", "classifier")
    assert finding.confidence == 1.0


def test_another_theme_at_the_same_words_is_no_agreement_and_no_second_finding() -> None:
    other = heard_rule(id="risk.heard-turnover")
    (finding,) = found(heard("turnover", 0.95), word_rule(), other)
    assert finding.detectors == ("rule",)


def test_what_the_model_alone_finds_shows_its_words_and_chance() -> None:
    (finding,) = found(heard("turnover", 0.7), heard_rule())
    assert finding.detectors == ("classifier",)
    assert finding.confidence == 0.7
    assert dict(finding.values)["words"] == "cover, widget"
    assert finding.place.quote == TEXT


def test_between_the_thresholds_it_is_a_question_and_above_a_barrier() -> None:
    asked, sure = verdict(heard("turnover", 0.7), heard_rule()), verdict(heard("turnover", 0.95), heard_rule())
    assert (asked.outcome, asked.because) == ("review", "Heard at 70: cover, widget.")
    assert (sure.outcome, sure.severity) == ("barrier", "medium")


def test_a_label_that_may_only_ask_never_claims() -> None:
    shy = heard_rule(detect={"kind": "classifier", "label": "turnover", "speaks": "question"})
    assert verdict(heard("turnover", 0.999), shy).outcome == "review"


@pytest.mark.parametrize(("label", "chance"), [("turnover", 0.49), ("fee", 0.99)])
def test_below_the_threshold_or_under_another_label_nothing_is_said(label: str, chance: float) -> None:
    assert found(heard(label, chance), heard_rule()) == []


def test_what_the_model_takes_for_harmless_is_asked_about_and_not_claimed() -> None:
    view = heard("turnover", 0.0, harmless=DOUBTED_FROM)
    (finding,) = found(view, word_rule())
    assert finding.detectors == ("rule", "classifier")
    assert finding.confidence < 0.5
    assert verdict(view, word_rule()).outcome == "review"


def test_a_little_less_sure_and_the_rule_stands() -> None:
    (finding,) = found(heard("turnover", 0.0, harmless=DOUBTED_FROM - 0.01), word_rule())
    assert (finding.detectors, finding.confidence) == (("rule",), 1.0)


def test_an_amount_that_was_read_is_not_doubted() -> None:
    view = heard("turnover", 0.0, harmless=1.0, text="You need widget cover of £500 or more.")
    (finding,) = found(view, word_rule(any=["widget cover of (?P<amount>{money})"]))
    assert (finding.detectors, finding.confidence) == (("rule",), 1.0)


def test_without_a_model_nothing_is_heard() -> None:
    view = view_of(clauses(TEXT), facts())
    assert found(view, heard_rule()) == []
    assert [finding.detectors for finding in found(view, word_rule())] == [("rule",)]


def test_headings_and_scraps_are_not_judged() -> None:
    text = f"# Widget cover of any kind\n\nWidget cover.\n\n{TEXT}"
    view = hear(tiny_model(), view_of(clauses(text), facts()))
    assert [view.spots[index].text for index in view.heard] == [TEXT]
    assert len(TEXT.split()) >= FEWEST_WORDS


def test_rules_only_leaves_out_what_the_model_finds(tmp_path: Path, rules: RuleSet, policy: Policy) -> None:
    """A clause that a heard-rule gives as its own example is found with the model and not without."""
    alone = next(rule for rule in load_rules() if rule.detect.kind == "classifier")
    text = "\n\n".join(f"# {e.heading}\n\n{e.text}" for e in alone.examples if e.flag and not e.columns)
    (tmp_path / "itt.txt").write_text(text or alone.examples[0].text, encoding="utf-8")
    both = check_pack(tmp_path, rules, policy, Settings(as_of=AS_OF))
    without = check_pack(tmp_path, rules, policy, Settings(as_of=AS_OF, rules_only=True))
    assert without.versions.model == ""
    assert both.versions.model
    assert all(verdict.finding.detectors == ("rule",) for verdict in without.verdicts)
    assert any("classifier" in verdict.finding.detectors for verdict in both.verdicts)


def test_a_rule_may_ask_for_more_than_the_model_s_own_threshold() -> None:
    strict = heard_rule(detect={"kind": "classifier", "label": "turnover", "at_least": 0.8})
    assert found(heard("turnover", 0.7), strict) == []
    assert len(found(heard("turnover", 0.8), strict)) == 1


def test_where_no_single_word_weighed_the_verdict_says_so() -> None:
    judged = verdict(heard("turnover", 0.95, text="Nothing of this is known."), heard_rule())
    assert judged.because == f"Sure: {NO_WORD}."
