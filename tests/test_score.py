"""What the verdicts come to: counts of each kind, the state of each step, and the two ends of the score."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from checker.domain import (
    Chapter,
    Credit,
    Document,
    Facts,
    Finding,
    Force,
    Ledger,
    Location,
    Named,
    Outcome,
    Pack,
    Place,
    Severity,
    Skipped,
    Step,
    Verdict,
)
from checker.summary import journey_of, summary_of
from tests.making import clauses, facts

TENDER = Document(name="itt.txt", role="instructions", blocks=(), pages=None, ledger=Ledger())
PACK = Pack(name="pack", documents=(TENDER,))
LONG_TERMS = "We pay you within 30 days of your invoice, and you do the work that the schedule lists with care. " * 2
TERMS = tuple(replace(clause, role="terms") for clause in clauses(LONG_TERMS))
PLACE = Place(clause=None, quote="Words.", match="Words", location=None)
LAW = {"regime": "pa23", "threshold_band": "below", "jurisdiction": "england", "bound": "yes"}
REST = {"term_months": 1, "issued": "2026-05-01", "submission_deadline": "2026-06-01", "price_weight": 40}
KNOWN = facts(value_total=1, value_annual=1, **REST, **LAW)
WORST_FIRST: tuple[Severity, ...] = ("critical", "high", "medium", "low", "info")


def verdict(
    severity: Severity = "high", *, theme: str = "finance", chapter: Chapter = "barriers", step: Step = "enter",
    outcome: Outcome = "barrier", force: Force = "good", rule: str = "hat", about: str = "",
) -> Verdict:  # fmt: skip
    rule_id = f"{theme}.{rule}"
    return Verdict(
        finding=Finding(
            id=f"{step}-{severity}", rule_id=rule_id, place=PLACE, values=(("fact", about),) if about else ()
        ), rule_id=rule_id, catalogue="X1",
        theme=theme, chapter=chapter, step=step, owner="officer", severity=severity, force=force, outcome=outcome,
        certainty="plain", title="Hat", message="Hat.", because="So.", why="So.",
    )  # fmt: skip


def score(*verdicts: Verdict, known: Facts = KNOWN, named: int = 0) -> tuple[int, int]:
    missing = tuple(
        Named(name=f"Annex {n}", quote="", location=Location(document="a", page=None, block=0, start=0, end=1))
        for n in range(named)
    )
    found = summary_of(verdicts, (), known, missing, PACK).score
    assert found is not None
    return found


def test_a_known_pack_with_nothing_in_it_loses_nothing() -> None:
    assert score() == (100, 100)


def test_a_graver_barrier_costs_more() -> None:
    tops = [score(verdict(severity), verdict(severity, theme="time"))[1] for severity in WORST_FIRST]
    assert all(worse < better for worse, better in pairwise(tops))
    assert (*tops[:3], tops[-1]) == (72, 84, 94, 100)


def test_a_barrier_lowers_both_ends_alike() -> None:
    low, high = score(verdict("high"))
    assert low == high < 100


def several(count: int, severity: Severity = "high", **more: object) -> tuple[Verdict, ...]:
    """Problems of as many rules."""
    return tuple(verdict(severity, rule=f"hat-{n}", **more) for n in range(count))  # type: ignore[arg-type]


def test_barriers_add_up_until_their_theme_has_cost_its_most() -> None:
    tops = [score(*several(count))[1] for count in (1, 2, 3, 9)]
    assert tops[0] > tops[1] > tops[2] == tops[3] == 80


def test_a_problem_costs_once_at_its_worst_however_often_it_is_found() -> None:
    assert score(verdict("high"), verdict("medium"), verdict("high")) == score(verdict("high"))


def test_contradictions_on_several_facts_are_several_problems() -> None:
    about = [verdict(about=fact) for fact in ("start", "award")]
    assert score(*about) == score(*several(2))


def test_themes_cost_apart_and_the_score_ends_at_nothing() -> None:
    themes = ["finance", "time", "lots", "risk", "payment", "policy"]
    many = [v for theme in themes for v in several(3, "critical", theme=theme)]
    assert score(*many[:6]) == (60, 60)
    assert score(*many) == (0, 0)
    assert score(*many, known=facts(), named=9) == (0, 0)


@pytest.mark.parametrize("own", [{"force": "tool"}, {"chapter": "language"}, {"chapter": "file"}])
def test_language_and_own_yardsticks_cost_half_and_together_little(own: dict[str, object]) -> None:
    assert 100 - score(*several(1, **own))[1] == (100 - score(verdict("high"))[1]) / 2
    assert score(*several(9, **own)) == (95, 95)


def test_own_yardsticks_stand_apart_from_their_theme() -> None:
    full = several(3, "critical")
    assert score(*full, verdict(force="tool"))[1] == score(*full)[1] - 4


def test_a_mistake_costs_as_a_barrier_does() -> None:
    assert score(verdict(chapter="mistakes")) == score(verdict())


def test_a_question_lowers_only_the_lower_end_and_by_the_step_above_it() -> None:
    assert score(verdict("medium", outcome="review")) == (92, 100)
    assert score(*several(20, "medium", outcome="review")) == (80, 100)


@pytest.mark.parametrize(
    ("gone", "low"),
    [
        (("value_total", "value_annual"), 60), (("term_months",), 84), (("submission_deadline",), 92), (("issued",), 92),
        (("price_weight",), 92), (("value_total",), 100),
    ],
)  # fmt: skip
def test_facts_that_are_not_known_lower_the_lower_end_by_what_they_may_hide(gone: tuple[str, ...], low: int) -> None:
    without = Facts(tuple(fact for fact in KNOWN.all if fact.name not in gone))
    assert score(known=without) == (low, 100)


@pytest.mark.parametrize("name", LAW)
def test_where_the_law_is_not_known_a_yardstick_may_be_law_and_all_weighs_more(name: str) -> None:
    without = Facts(tuple(fact for fact in KNOWN.all if fact.name != name))
    assert score(verdict("medium", force="tool"), known=without) == (92, 98)
    assert score(verdict("medium"), known=without) == (92, 97)


def test_documents_that_are_not_there_lower_the_lower_end_up_to_five() -> None:
    assert [score(named=count)[0] for count in (0, 1, 2, 5, 6)] == [100, 96, 92, 80, 80]
    assert score(named=6)[1] == 100


def test_terms_that_were_not_read_may_hide_all_that_terms_can_hold() -> None:
    terms = tuple(replace(clause, role="terms") for clause in clauses(LONG_TERMS))
    read = summary_of((), (), KNOWN, (), PACK, clauses=terms).score
    unread = summary_of((), (), KNOWN, (), PACK, clauses=clauses("Welcome.")).score
    assert (read, unread) == ((100, 100), (60, 100))


@pytest.mark.parametrize("text", ["Our terms apply.", f"Our terms are at https://example.org.\n\n{LONG_TERMS}"])
def test_a_pointer_to_terms_is_no_terms(text: str) -> None:
    pointer = tuple(replace(clause, role="terms") for clause in clauses(text))
    assert summary_of((), (), KNOWN, (), PACK, clauses=pointer).score == (60, 100)


def test_each_kind_of_verdict_is_counted_once() -> None:
    credit = Credit(rule_id="credits.a", catalogue="Z1", place=PLACE, message="Good.")
    found = summary_of(
        (verdict("critical"), verdict("low"), verdict("low"), verdict("info"), verdict("high", outcome="review"),
         verdict("high", chapter="language"), verdict(chapter="mistakes"), verdict(chapter="mistakes"),
         verdict(chapter="mistakes", outcome="review")),
        (credit, credit, replace(credit, rule_id="credits.b")), KNOWN, (), PACK,
    )  # fmt: skip
    assert found.barriers == (("critical", 1), ("high", 0), ("medium", 0), ("low", 2))
    assert (found.mistakes, found.review, found.credits) == (2, 2, 2)
    assert found.withheld is None


@pytest.mark.parametrize(
    ("severity", "state"),
    [
        ("critical", "likely-to-stop-small-firms"),
        ("high", "likely-to-stop-small-firms"),
        ("medium", "some-friction"),
        ("low", "clear"),
        ("info", "clear"),
    ],
)
def test_the_worst_barrier_of_a_step_is_its_state(severity: Severity, state: str) -> None:
    step = journey_of((verdict("low", step="win"), verdict(severity, step="win")), TERMS, (), PACK)[3]
    assert (step.step, step.state) == ("win", state)


def test_a_step_names_its_barriers_and_no_questions() -> None:
    found = (verdict("high"), verdict("low"), verdict("info"), verdict("medium", outcome="review"), verdict(step="win"))
    steps = {step.step: step for step in journey_of(found, TERMS, (), PACK)}
    assert steps["enter"].findings == ("enter-high", "enter-low")
    assert steps["win"].findings == ("win-high",)


def test_terms_among_other_documents_are_enough() -> None:
    assert {s.state for s in journey_of((), (*clauses("Welcome."), *TERMS), (), PACK)} == {"clear"}


def test_a_question_alone_leaves_a_step_clear() -> None:
    assert {s.state for s in journey_of((verdict("high", outcome="review"),), TERMS, (), PACK)} == {"clear"}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("Draft terms.pdf", {"afford", "live"}),
        ("Conditions", {"afford", "live"}),
        ("The Contract", {"afford", "live"}),
        ("Pricing", {"afford", "live"}),
        ("SPECIFICATION", {"find", "afford", "live"}),
        ("Schedule of Rates", {"find", "afford", "live"}),
        ("Section D (Selection Questionnaire)", {"enter"}),
        ("Annex 2 (Award criteria)", {"win"}),
        ("Site map", set()),
    ],
)
def test_only_steps_that_rest_on_an_absent_document_cannot_be_told(name: str, steps: set[str]) -> None:
    absent = Named(name=name, quote="", location=Location(document="a", page=None, block=0, start=0, end=1))
    states = {step.step: step.state for step in journey_of((), TERMS, (absent,), PACK)}
    assert {step for step, state in states.items() if state == "could-not-tell"} == steps
    assert set(states.values()) <= {"could-not-tell", "clear"}


def test_a_heading_of_terms_or_a_link_to_them_leaves_nothing_clear_that_rests_on_terms() -> None:
    heading = tuple(replace(clause, role="terms") for clause in clauses("We pay you."))
    linked = (*TERMS, *clauses("Our terms are at https://example.org."))
    for read in (heading, linked):
        states = {step.step: step.state for step in journey_of((), read, (), PACK)}
        assert (states["live"], states["afford"], states["win"]) == ("could-not-tell", "could-not-tell", "clear")


def test_a_barrier_that_was_found_is_told_though_terms_are_absent() -> None:
    absent = Named(name="Terms", quote="", location=Location(document="a", page=None, block=0, start=0, end=1))
    states = {step.step: step.state for step in journey_of((verdict("medium", step="live"),), TERMS, (absent,), PACK)}
    assert (states["live"], states["afford"]) == ("some-friction", "could-not-tell")


def test_an_unread_logo_withholds_nothing() -> None:
    pack = replace(PACK, skipped=(Skipped(name="logo.png", kind="unsupported", reason="?"),))
    assert summary_of((), (), KNOWN, (), pack).score == (100, 100)
    assert {step.state for step in journey_of((), TERMS, (), pack)} == {"clear"}


def test_the_reason_for_no_score_is_told() -> None:
    unread = replace(PACK, skipped=(Skipped(name="pricing.xyz", kind="unsupported", reason="?"),))
    told = summary_of((), (), KNOWN, (), unread)
    assert (told.score, "could not be read" in (told.withheld or "")) == (None, True)
    guide = replace(PACK, documents=(replace(TENDER, not_a_tender="It is a guide."),))
    assert "nothing that looks like a tender" in (summary_of((), (), KNOWN, (), guide).withheld or "")
    assert {step.state for step in journey_of((), TERMS, (), guide)} == {"could-not-tell"}


def test_a_guide_beside_a_tender_withholds_nothing() -> None:
    pack = replace(PACK, documents=(TENDER, replace(TENDER, not_a_tender="It is a guide.")))
    assert summary_of((), (), KNOWN, (), pack).score == (100, 100)
