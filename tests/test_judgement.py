"""Judgement at its edges: which line of a rule decides, how sure it is, which law it may name, what is offered instead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.assess import assess, verdict_of
from checker.detect import detect
from checker.domain import SEVERITIES, Fact, Facts, FactValue, Force, Rewrite, Severity, Verdict
from checker.policy import LimitBand, Policy
from checker.rewrite import rewrite, usual_bidder
from checker.rulefile import Rule, RuleSet
from tests.making import BOUND, clauses, facts, rule
from tests.test_assess import LAW, POLICY, judged
from tests.test_detect import PIECES

COVER = "You must have widget cover of £1m."


def case(severity: Severity = "high", **more: object) -> dict[str, object]:
    return {"severity": severity, "because": f"It is {severity}.", **more}


def cases(*lines: dict[str, object], **more: object) -> Rule:
    return rule(assess={"cases": list(lines), **more})


def verdict(some: Rule, text: str = COVER, known: Facts | None = None, policy: Policy = POLICY) -> Verdict:
    (only,) = judged(some, text, known or facts(), policy)
    return only


def test_the_first_case_that_surely_holds_decides() -> None:
    some = cases(case("high", when={"kind": ["works"]}), case("low", when={"kind": ["goods"]}), case("medium"))
    found = [verdict(some, known=known).severity for known in (facts(kind="works"), facts(kind="goods"), facts())]
    assert found == ["high", "low", "medium"]


RATIO = {
    "ratio": {"of": "amount", "to": "value_annual"},
    "bands": [{"over": 2, "severity": "high", "because": "{ratio:.1f} times {yardstick}."}],
    "unknown": {"severity": "low", "because": "Not known."},
}


def test_a_case_goes_before_the_ratio() -> None:
    some = rule(assess={**RATIO, "cases": [case("critical", when={"kind": ["works"]}), case("medium")]})
    assert verdict(some, known=facts(kind="works", value_annual=1)).because == "It is critical."
    assert verdict(some, known=facts(kind="goods", value_annual=1)).because == "1000000.0 times £1."


@pytest.mark.parametrize("known", [facts(), facts(value_annual=0)])
def test_no_yardstick_is_a_question(known: Facts) -> None:
    found = verdict(rule(assess=RATIO), known=known)
    assert (found.severity, found.because) == ("low", "Not known.")
    assert (found.outcome, found.certainty) == ("review", "please-check")


def test_a_guess_that_stays_a_barrier_is_to_be_checked() -> None:
    some = rule(assess={**RATIO, "unknown": {"outcome": "barrier", "because": "Not known."}})
    assert (verdict(some).outcome, verdict(some).certainty) == ("barrier", "please-check")


def test_a_yardstick_of_the_policy_is_taken_by_its_name() -> None:
    policy = Policy("test", (("widgets", (LimitBand(amount=250_000),)),), (), (), "")
    some = rule(assess={**RATIO, "ratio": {"of": "amount", "to": "policy.widgets"}})
    assert verdict(some, policy=policy).because == "4.0 times £250,000."


def test_a_captured_value_goes_before_a_fact_of_that_name_and_words_do_not() -> None:
    some = rule(assess={**RATIO, "ratio": {"of": "amount", "to": "value_annual"}})
    assert verdict(some, known=facts(amount=9, value_annual=100_000)).because == "10.0 times £100,000."
    worded = rule(detect={"kind": "pattern", "any": ["widget cover of (?P<amount>any size)"]}, assess=RATIO)
    found = verdict(worded, "Widget cover of any size.", facts(amount=900, value_annual=100))
    assert found.because == "9.0 times £100."


@pytest.mark.parametrize(
    ("text", "certainty"),
    [(COVER, "plain"), ("You may have widget cover of £1m.", "likely"), ("Widget cover of £1m.", "likely")],
)
def test_only_what_must_be_done_is_plain(text: str, certainty: str) -> None:
    assert verdict(rule(), text).certainty == certainty


@pytest.mark.parametrize(("confidence", "certainty"), [(0.9, "plain"), (0.89, "likely")])
def test_a_doubtful_find_is_only_likely(confidence: float, certainty: str) -> None:
    finding = replace(verdict(rule()).finding, confidence=confidence)
    found = verdict_of(finding, rule(), "", facts(), POLICY)
    assert found is not None
    assert found.certainty == certainty


def test_something_missing_is_plain() -> None:
    absent = rule(detect={"kind": "missing", "any": ["tea"], "least_words": 1}, message="No tea.")
    assert verdict(absent).certainty == "plain"


REASON = " We ask this because of the risk."


@pytest.mark.parametrize(
    ("severity", "eased"),
    [("critical", "medium"), ("high", "medium"), ("medium", "low"), ("low", "low"), ("info", "info")],
)
def test_a_reason_eases_one_step_and_never_below_low(severity: Severity, eased: Severity) -> None:
    found = verdict(cases(case(severity)), COVER + REASON)
    assert found.severity == eased
    assert found.because.endswith("it counts one step less.")
    assert found.because.startswith(f"It is {severity}.")


def test_a_reason_eases_no_question_and_no_rule_that_bars_it() -> None:
    assert verdict(cases(case("high", outcome="review")), COVER + REASON).severity == "high"
    assert verdict(cases(case("high"), reason_steps_down=False), COVER + REASON).severity == "high"


def test_a_reason_in_another_clause_eases_nothing() -> None:
    assert verdict(cases(case("high")), f"{COVER}\n\n{REASON}").severity == "high"


def source(force: Force, **more: object) -> dict[str, object]:
    return {**LAW, "cite": f"The {force}", "force": force, "when": {}, **more}


@pytest.mark.parametrize(
    ("forces", "strongest"),
    [
        (("good", "law"), "law"),
        (("policy", "duty"), "duty"),
        (("good", "policy"), "policy"),
        (("tool", "good"), "good"),
    ],
)
def test_the_strongest_source_is_the_force(forces: tuple[Force, ...], strongest: Force) -> None:
    some = rule(sources=[source(force) for force in forces])
    assert verdict(some, known=facts(**BOUND)).force == strongest


@pytest.mark.parametrize("force", ["law", "duty", "policy"])
def test_what_binds_is_named_only_to_a_buyer_in_england_that_is_bound(force: Force) -> None:
    some = rule(sources=[source(force)])
    for change in ({"bound": "no"}, {"jurisdiction": "wales"}):
        assert verdict(some, known=facts(**{**BOUND, **change})).sources == ()
    for left_out in ("bound", "jurisdiction"):
        known: dict[str, FactValue] = {name: value for name, value in BOUND.items() if name != left_out}
        assert verdict(some, known=facts(**known)).sources == ()


@pytest.mark.parametrize("force", ["duty", "policy", "good", "tool"])
def test_only_law_is_critical(force: Force) -> None:
    some = rule(sources=[source(force)], assess={"cases": [case("critical")]})
    assert verdict(some, known=facts(**BOUND)).severity == "high"


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"regime": "pcr15"}, True),
        ({"regime": "pcr06"}, True),
        ({"regime": "pa23"}, False),
        ({}, False),
        ({"regime": "pcr15", "jurisdiction": "england", "bound": "yes"}, True),
        ({"regime": "pcr15", "jurisdiction": "wales"}, False),
        ({"regime": "pcr15", "bound": "unknown"}, False),
    ],
)
def test_todays_law_is_told_of_older_english_packs_only(known: dict[str, FactValue], told: bool) -> None:
    assert bool(verdict(rule(today="Today it differs."), known=facts(**known)).today) is told


def test_sentences_are_filled_from_the_text_before_the_pack_and_never_from_one_lot() -> None:
    some = rule(
        message="{amount} for {kind}, {term_months}.", assess={"cases": [{"severity": "low", "because": "Of {kind}."}]}
    )
    known = Facts((*facts(amount=5, kind="goods").all, Fact(name="term_months", value=9, lot="1")))
    assert verdict(some, known=known).message == "£1 million for goods, {term_months}."
    assert verdict(some, known=known).because == "Of goods."


def test_why_is_one_line() -> None:
    assert verdict(rule(why="It costs\n  money.")).why == "It costs money."


def test_a_switched_off_rule_silences_no_other() -> None:
    both = RuleSet((rule(), rule(id="finance.other", detect={"kind": "pattern", "any": ["must have"]})), PIECES, "")
    policy = Policy("council", (), (), (("finance.widget-cover", "we need it"),), "")
    read = clauses(COVER)
    findings, _ = detect(read, facts(), (), both)
    assert [v.rule_id for v in assess(findings, read, facts(), both, policy)] == ["finance.other"]


def offered(some: Rule, text: str, known: Facts | None = None, worst: Severity = "info") -> tuple[Rewrite, ...]:
    rules, read, known = RuleSet((some,), PIECES, ""), clauses(text), known or facts()
    verdicts = assess(detect(read, known, (), rules)[0], read, known, rules, POLICY)
    return rewrite(verdicts, read, known, rules, lambda *_: worst)


@pytest.mark.parametrize("worst", SEVERITIES)
def test_where_a_text_raises_more_than_low_a_question_is_asked(worst: Severity) -> None:
    (made,) = offered(rule(), COVER, worst=worst)
    assert made.kind == ("replace" if worst in ("low", "info") else "ask")


def test_a_question_needs_no_proof_but_its_gaps_filled() -> None:
    (made,) = offered(rule(rewrite=[{"kind": "ask", "text": "Tea at noon?"}]), COVER, worst="critical")
    assert made.text.endswith("”: Tea at noon?")
    (other,) = offered(rule(rewrite=[{"kind": "ask", "text": "Tea for {nobody}?"}]), COVER)
    assert "nobody" not in other.text


def test_a_text_shares_a_long_word_with_what_it_replaces() -> None:
    assert offered(rule(rewrite=[{"text": "Insure the WIDGETS."}]), COVER)[0].kind == "replace"
    assert offered(rule(rewrite=[{"text": "You of £1m."}]), COVER)[0].kind == "ask"


@pytest.mark.parametrize(
    "word", ["tenderer", "bidder", "supplier", "applicant", "candidate", "contractor", "provider", "consultant"]
)
def test_the_pack_is_spoken_to_in_its_own_word(word: str) -> None:
    assert usual_bidder(clauses(f"The {word} waits. {word.upper()}S wait. A bidder waits.")) == word


def test_terms_do_not_say_how_bidders_are_called() -> None:
    terms = tuple(replace(clause, role="terms") for clause in clauses("The contractor pays. The contractor waits."))
    assert usual_bidder((*terms, *clauses("Suppliers wait."))) == "supplier"


def test_the_word_of_the_passage_goes_before_that_of_the_pack() -> None:
    text = "Applicants wait. Applicants ask.\n\nSuppliers must have widget cover of £1m."
    assert [made.text for made in offered(rule(), text)] == ["Suppliers need widget cover that fits the work."]


def test_one_or_many_small_or_capital() -> None:
    some = rule(rewrite=[{"text": "{Bidder}, {bidder}, {Bidders}, {bidders}: widget cover."}])
    (made,) = offered(some, "SUPPLIERS must have widget cover of £1m.")
    assert made.text == "Supplier, supplier, Suppliers, suppliers: widget cover."


def test_a_text_is_filled_from_the_passage_before_the_pack_and_never_from_one_lot() -> None:
    some = rule(
        rewrite=[
            {"needs": ["term_months"], "text": "Widget cover for {term_months}."},
            {"text": "Widget cover of {amount}."},
        ]
    )
    known = Facts((*facts(amount=5).all, Fact(name="term_months", value=9, lot="1")))
    assert [made.text for made in offered(some, COVER, known)] == ["Widget cover of £1 million."]


def test_a_case_for_words_speaks_where_they_are_said_and_goes_before_the_ratio() -> None:
    words = {"kind": "pattern", "any": ["(?P<soft>felt )?hat of (?P<amount>{money})"]}
    lines = [case("low", said="soft"), case("medium")]
    plain = rule(detect=words, assess={"cases": lines})
    assert [verdict(plain, f"Bring a {hat} of £1m.").severity for hat in ("felt hat", "hat")] == ["low", "medium"]
    weighed = rule(detect=words, assess={**RATIO, "cases": lines})
    known = facts(value_annual=1)
    assert verdict(weighed, "Bring a felt hat of £1m.", known).because == "It is low."
    assert verdict(weighed, "Bring a hat of £1m.", known).because == "1000000.0 times £1."


@pytest.mark.parametrize(("confidence", "outcome"), [(0.49, "review"), (0.5, "barrier")])
def test_where_the_wording_model_doubts_a_claim_it_becomes_a_question(confidence: float, outcome: str) -> None:
    some = cases(case("high"))
    (found,) = detect(clauses(COVER), facts(), (), RuleSet((some,), PIECES, ""))[0]
    doubted = replace(found, detectors=("rule", "classifier"), confidence=confidence)
    told = verdict_of(doubted, some, "", facts(), POLICY)
    assert told
    assert told.outcome == outcome
    alone = verdict_of(replace(doubted, detectors=("rule",)), some, "", facts(), POLICY)
    assert alone
    assert alone.outcome == "barrier"
