"""A criterion whose own table makes another sum than its weight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain import Clause, Fact
from checker.facts.breakdowns import breakdowns
from tests.facts.making import clause, table

CRITERIA = table(("Criterion", "Weighting"), ("Price", "60%"), ("Quality", "40%"), heading="4.1 Award")
HEADING = "4.2 Quality breakdown"


def values(facts: tuple[Fact, ...]) -> list[object]:
    return [fact.value for fact in facts]


def parts(*weights: int, heading: str = HEADING, column: str = "%", lead_in: str = "") -> tuple[Clause, ...]:
    rows = (
        clause(cells=(f"Part {chr(65 + n)} of the yard", str(weight)), columns=("Item", column), heading=heading,
               lead_in=lead_in, place=n + 10)
        for n, weight in enumerate(weights)
    )  # fmt: skip
    return (*CRITERIA, *rows)


def test_parts_that_make_more_than_their_criterion_are_told() -> None:
    assert values(breakdowns(parts(20, 15, 10))) == ["40", "20 + 15 + 10 = 45"]


def test_parts_that_make_less_are_told_where_nothing_else_earns_the_rest() -> None:
    assert values(breakdowns(parts(20, 10, 5))) == ["40", "20 + 10 + 5 = 35"]
    interview = clause("The interview is worth 5% of the marks.", place=30)
    assert not breakdowns((*parts(20, 10, 5), interview))


def test_the_words_before_the_table_name_the_criterion_too() -> None:
    told = breakdowns(parts(20, 15, 10, heading="4.2 Award", lead_in="The quality criteria are weighed as follows:"))
    assert values(told) == ["40", "20 + 15 + 10 = 45"]


@pytest.mark.parametrize(
    "pack",
    [
        parts(20, 15, 5),
        parts(50, 30, 25),  # weighed within quality, a slip of another kind
        parts(50, 30, 20),
        parts(5, 5, 5),  # too far off
        parts(20, 15, 10, heading="4.2 Targets"),
        parts(20, 15, 10, column="Marks"),
        parts(25, 20),
        parts(20, 15, 10, heading="Lot 2 quality breakdown"),
    ],
)
def test_other_tables_are_no_slip(pack: tuple[Clause, ...]) -> None:
    assert not breakdowns(pack)


def test_two_weights_of_the_criterion_leave_the_parts_alone() -> None:
    other = table(("Criterion", "Weighting"), ("Price", "55%"), ("Quality", "45%"), heading="4.1 Award", start=40)
    assert not breakdowns((*parts(20, 15, 10), *other))


def form(heading: str, *questions: str) -> tuple[Clause, ...]:
    title = clause(heading, place=60)
    title = replace(title, sentences=(replace(title.sentences[0], kind="heading"),))
    asked = (
        replace(clause(text, heading=heading, place=60 + n), number=f"6.{n}") for n, text in enumerate(questions, 1)
    )
    return (title, *asked)


def test_questions_make_more_than_the_heading_above_them() -> None:
    questions = ("Beds (30%, 800 words).", "Mowing (20%).", "Tools (15%).")
    told = breakdowns(form("Method statements (60%)", *questions))
    assert values(told) == ["60", "30 + 20 + 15 = 65"]
    assert not breakdowns(form("Method statements (65%)", *questions))
    assert not breakdowns(form("Method statements (75%)", *questions))
    assert not breakdowns(form("Method statements", *questions))


def test_shares_of_a_hundred_below_a_heading_are_weighed_within_it() -> None:
    assert not breakdowns(form("Method statements (90%)", "Beds (50%).", "Mowing (30%).", "Tools (20%)."))
