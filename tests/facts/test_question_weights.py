"""The weight of a question in the form against the table of criteria."""

from __future__ import annotations

from dataclasses import replace

from checker.domain import Clause, Fact
from checker.facts.question_weights import question_weights
from tests.facts.making import clause, table

ROWS = (
    ("Quality", "60%"),
    ("Care of the beds", "25%"),
    ("Mowing and edging", "15%"),
    ("Staff and tools", "10%"),
    ("Use of peat and water", "10%"),
    ("Price", "40%"),
)
CRITERIA = table(("Criterion", "Weight"), *ROWS, heading="E2 Award")


def values(facts: tuple[Fact, ...]) -> list[object]:
    return [fact.value for fact in facts]


def form(*questions: str, heading: str = "Form 6", letter: str = "6.") -> tuple[Clause, ...]:
    """Questions numbered from 6.1, each a clause of the sentences that a full stop parts."""
    clauses = []
    for number, question in enumerate(questions, 1):
        one = clause(question, heading=heading, place=number + 20)
        sentences = tuple(replace(one.sentences[0], text=text.strip()) for text in question.split("|"))
        clauses.append(replace(one, number=f"{letter}{number}", sentences=sentences))
    return tuple(clauses)


def test_a_question_of_the_same_title_with_another_weight_is_told() -> None:
    told = form(
        "Care of the beds (25%, 800 words).",
        "Mowing and edging (15%, 500 words).",
        "Staff and tools (15%, 500 words).",
        "Use of peat and water (10%, 300 words).",
    )
    assert values(question_weights((*CRITERIA, *told))) == ["10", "15"]


def test_the_share_may_stand_at_the_end_of_the_question() -> None:
    told = form(
        "Flower borders.|What would you plant?|(25%)",
        "Mowing.|How often?|(10%)",
        "Staff.|Who are they?|(10%)",
        "Peat and water.|How will you save them?|(10%)",
    )
    rows = (("Care of flower beds", "25%"), *ROWS[2:5], ("Cost to the parish", "40%"))
    assert values(question_weights((*table(("Criterion", "Weight"), *rows, heading="E2"), *told))) == ["15", "10"]


def test_a_question_whose_number_stands_in_its_words() -> None:
    told = tuple(
        replace(clause(text, heading="Form 6", place=place), number=None)
        for place, text in enumerate(
            (
                "Question 1: Care of the beds (weighting 25%)",
                "Question 2: Mowing and edging (weighting 20%)",
                "Question 3: Staff and tools (weighting 10%)",
            ),
            30,
        )
    )
    assert values(question_weights((*CRITERIA, *told))) == ["15", "20"]


def test_shares_within_quality_are_no_second_weight() -> None:
    told = form("Care of the beds (40%).", "Mowing and edging (30%).", "Staff and tools (15%).", "Use of peat (15%).")
    assert not question_weights((*CRITERIA, *told))


def test_questions_of_a_lot_and_agreed_weights_are_no_slip() -> None:
    lot = form("Care of the beds (25%).", "Mowing and edging (20%).", "Staff and tools (10%).", heading="Lot 2")
    assert not question_weights((*CRITERIA, *lot))
    same = form("Care of the beds (25%).", "Mowing and edging (15%).", "Staff and tools (10%).")
    assert not question_weights((*CRITERIA, *same))
