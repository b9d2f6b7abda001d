"""How bad and how binding: amounts against the contract, sources against the law that applies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import Document, Fact, Facts, FactValue, Ledger, Pack, Skipped, Verdict
from checker.policy import Policy, holds
from checker.rulefile import Rule, RuleSet, When
from checker.summary import journey_of, summary_of
from tests.making import BOUND, clauses, facts, rule
from tests.test_detect import PIECES

TENDER = Document(name="itt.txt", role="instructions", blocks=(), pages=None, ledger=Ledger())
PACK = Pack(name="pack", documents=(TENDER,))
# Terms of a length that can be called terms.
_ENOUGH = " ".join(f"We pay you for part {number} of the work." for number in range(10))
TERMS = tuple(replace(clause, role="terms") for clause in clauses(_ENOUGH))
POLICY = Policy("test", (), (r"\bbecause (?:\w+ ){0,6}risk",), (), "")
LAW = {
    "cite": "Procurement Act 2023, s.22",
    "url": "https://www.legislation.gov.uk/ukpga/2023/54/section/22",
    "checked": "2026-11-23",
    "force": "law",
    "when": {"regime": ["pa23"], "threshold_band": ["above"]},
}
GOOD = {**LAW, "cite": "Guidance", "url": "https://www.gov.uk/x", "force": "good", "when": {}}


def judged(some: Rule, text: str, known: Facts, policy: Policy = POLICY) -> list[Verdict]:
    rules = RuleSet((some,), PIECES, "")
    read = clauses(text)
    findings, _ = detect(read, known, (), rules)
    return list(assess(findings, read, known, rules, policy))


def critical(**more: object) -> Rule:
    return rule(sources=[LAW, GOOD], assess={"cases": [{"severity": "critical", "because": "On its face."}]}, **more)


def ratio(amounts: list[tuple[float, str]]) -> Rule:
    bands = [{"over": over, "severity": severity, "because": "It is {ratio:.1f} times."} for over, severity in amounts]
    unknown = {"because": "The yearly value was not found."}
    return rule(assess={"ratio": {"of": "amount", "to": "value_annual"}, "bands": bands, "unknown": unknown})


@pytest.mark.parametrize(("value", "severity"), [(500_000, "low"), (499_999, "medium"), (100_000, "high")])
def test_an_amount_is_weighed_against_the_contract(value: int, severity: str) -> None:
    some = ratio([(5, "high"), (2, "medium"), (1, "low")])
    assert judged(some, "You need widget cover of £1m.", facts(value_annual=value))[0].severity == severity


def test_a_case_may_say_something_else_than_its_rule() -> None:
    case = {"when": {"kind": ["works"]}, "severity": "low", "message": "Works are another matter.", "because": "So."}
    some = rule(message="It is so.", assess={"cases": [case, {"severity": "medium", "because": "So."}]})
    text = "You need widget cover of £1m."
    said = [judged(some, text, facts(kind=kind))[0].message for kind in ("works", "services")]
    assert said == ["Works are another matter.", "It is so."]


def test_an_amount_within_the_yardstick_is_no_finding() -> None:
    assert judged(ratio([(1, "low")]), "You need widget cover of £1m.", facts(value_annual=1_000_000)) == []


def test_the_sum_is_shown() -> None:
    verdict = judged(ratio([(1, "high")]), "You need widget cover of £1m.", facts(value_annual=400_000))[0]
    assert verdict.because == "It is 2.5 times."
    assert verdict.message == "Bidders need widget cover of £1 million."


def test_an_unknown_amount_is_a_question() -> None:
    verdict = judged(ratio([(1, "high")]), "You need widget cover of £1m.", facts())[0]
    assert (verdict.outcome, verdict.certainty) == ("review", "please-check")


def test_law_is_shown_where_it_applies() -> None:
    verdict = judged(critical(), "You need widget cover of £1m.", facts(**BOUND))[0]
    assert (verdict.severity, verdict.force) == ("critical", "law")
    assert [source.cite for source in verdict.sources] == ["Procurement Act 2023, s.22", "Guidance"]


@pytest.mark.parametrize(
    "change",
    [
        {"regime": "pcr15"}, {"threshold_band": "below"}, {"threshold_band": "unknown"}, {"bound": "unknown"},
        {"bound": "no"}, {"jurisdiction": "scotland"}, {"jurisdiction": "wales"}, {"jurisdiction": "ni"}, {"regime": "unknown"},
    ],
)  # fmt: skip
def test_nothing_is_law_where_that_law_does_not_surely_apply(change: dict[str, FactValue]) -> None:
    verdict = judged(critical(), "You need widget cover of £1m.", facts(**{**BOUND, **change}))[0]
    assert (verdict.severity, verdict.force) == ("high", "good")
    assert [source.cite for source in verdict.sources] == ["Guidance"]


def test_without_a_source_it_is_our_own_yardstick() -> None:
    assert judged(rule(), "You need widget cover of £1m.", facts(**BOUND))[0].force == "tool"


def test_a_reason_nearby_counts_one_step_less_and_boilerplate_does_not() -> None:
    some = rule(assess={"cases": [{"severity": "high", "because": "It is asked for."}]})
    with_reason = "You need widget cover of £1m because of the risk to the public."
    assert judged(some, with_reason, facts())[0].severity == "medium"
    assert judged(some, "You need widget cover of £1m to protect our interests.", facts())[0].severity == "high"


def test_what_todays_law_says_of_an_old_text_is_a_line_of_its_own() -> None:
    some = critical(today="Today the law says otherwise.")
    assert judged(some, "You need widget cover of £1m.", facts(**{**BOUND, "regime": "pcr15"}))[0].today
    assert judged(some, "You need widget cover of £1m.", facts(**BOUND))[0].today == ""


def test_a_rule_switched_off_by_the_policy_is_silent() -> None:
    policy = Policy("council", (), (), (("finance.widget-cover", "we need it"),), "")
    assert judged(rule(), "You need widget cover of £1m.", facts(), policy) == []


def test_conditions_on_facts() -> None:
    assert holds(When(regime=("pa23",)), facts(regime="pa23")) is True
    assert holds(When(regime=("pa23",)), facts(regime="pcr15")) is False
    assert holds(When(regime=("pa23",)), facts()) is None
    assert holds(When(regime=("pa23",)), facts(regime="unknown")) is None
    assert holds(When(not_kind=("goods",)), facts(kind="goods")) is False
    assert holds(When(not_kind=("goods",)), facts()) is True
    assert holds(When(over={"value_annual": 10}), facts(value_annual=10)) is False
    assert holds(When(under={"value_annual": 10}), facts(value_annual=10)) is True
    assert holds(When(regime=("pa23",), kind=("works",)), facts(kind="goods")) is False


def test_a_condition_on_a_contradiction_holds_only_if_every_reading_does() -> None:
    two = Facts(tuple(Fact(name="kind", value=value, status="conflicting") for value in ("goods", "services")))
    assert holds(When(kind=("goods", "services")), two) is True
    assert holds(When(kind=("goods",)), two) is None
    assert holds(When(kind=("works",)), two) is False


def test_the_journey_takes_the_worst_of_each_step() -> None:
    high = judged(critical(), "You need widget cover of £1m.", facts(**BOUND))
    steps = {step.step: step.state for step in journey_of(tuple(high), TERMS, (), PACK)}
    assert steps == {
        "find": "clear",
        "enter": "likely-to-stop-small-firms",
        "afford": "clear",
        "win": "clear",
        "live": "clear",
    }


def test_a_step_that_rests_on_unread_terms_could_not_be_told() -> None:
    pack = replace(PACK, skipped=(Skipped(name="terms.dwg", kind="unsupported", reason="?"),))
    assert {s.step: s.state for s in journey_of((), TERMS, (), pack)}["live"] == "could-not-tell"
    assert summary_of((), (), facts(), (), pack).score is None


def test_what_only_terms_hold_could_not_be_told_without_them() -> None:
    states = {step.step: step.state for step in journey_of((), clauses("Welcome."), (), PACK)}
    assert (states["enter"], states["live"]) == ("clear", "could-not-tell")


@pytest.mark.parametrize("documents", [(), (replace(TENDER, not_a_tender="It is a guide."),)])
def test_where_no_tender_was_read_nothing_is_called_clear(documents: tuple[Document, ...]) -> None:
    pack = replace(PACK, documents=documents)
    assert {step.state for step in journey_of((), TERMS, (), pack)} == {"could-not-tell"}
    assert summary_of((), (), facts(), (), pack).score is None


def test_counts_are_of_problems_not_passages() -> None:
    text = "You need widget cover of £1m.\n\nYou need widget cover of £1m again.\n\nAnd widget cover of £2m."
    summary = summary_of(tuple(judged(rule(), text, facts())), (), facts(), (), PACK)
    assert dict(summary.barriers) == {"critical": 0, "high": 0, "medium": 1, "low": 0}


def test_fewer_known_facts_never_raise_the_lower_end_of_the_score() -> None:
    known = facts(value_total=1, value_annual=1, term_months=1, submission_deadline="2026-06-01")
    full, poor = summary_of((), (), known, (), PACK).score, summary_of((), (), facts(), (), PACK).score
    assert full
    assert poor
    assert poor[0] < full[0]


def test_words_recognised_in_a_picture_are_to_be_checked() -> None:
    some = rule()
    read = clauses("You must hold widget cover of £1m.")
    pictured = tuple(replace(c, sentences=tuple(replace(s, recognised=True) for s in c.sentences)) for c in read)
    rules = RuleSet((some,), PIECES, "")
    for source, said in ((read, False), (pictured, True)):
        findings, _ = detect(source, facts(), (), rules)
        (verdict,) = assess(findings, source, facts(), rules, POLICY)
        assert ("recognised from a picture" in verdict.because) is said
        assert (verdict.certainty == "please-check") is said
