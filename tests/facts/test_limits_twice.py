"""Limits of one answer, or of the whole return, in two places."""

from __future__ import annotations

import pytest

from checker.domain import Clause
from checker.facts.limits_twice import limits_twice
from tests.facts.making import clause, lines, table


def told(clauses: tuple[Clause, ...]) -> list[object]:
    return [fact.value for fact in limits_twice(clauses)]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Proposals must be sent as one PDF file and be no longer than 12 sides of A4, leaving out drawings.",
            "Proposal (no more than 15 sides)",
            ["Proposal: 12 pages", "Proposal: 15 pages"],
        ),
        (
            "Your written tender shall not exceed 30 pages.",
            "Tender: max. 40 pages",
            ["Tender: 30 pages", "Tender: 40 pages"],
        ),
        (
            "The method statement is limited to 2,000 words.",
            "B. Method statement (1,500 words)",
            ["Method statement: 2000 words", "Method statement: 1500 words"],
        ),
    ],
)
def test_two_limits_of_the_whole_return_are_told(one: str, other: str, values: list[str]) -> None:
    assert told(lines(one, other)) == values


def test_a_numbered_question_of_the_table_is_known_again_by_its_title_in_the_form() -> None:
    rows = table(("No.", "Question", "Limit"), ("M1", "Care of the grounds", "750 words"))
    assert told((*rows, clause("Care of the grounds (500 words).", place=4))) == [
        "Care of the grounds: 750 words",
        "Care of the grounds: 500 words",
    ]


def test_a_question_with_number_and_title_in_both_places_is_told_once() -> None:
    rows = table(("No.", "Question", "Limit"), ("M1", "Care of the grounds", "750 words"))
    again = table(("No.", "Question", "Limit"), ("M1", "Care of the grounds", "500 words"), heading="Form 3", start=5)
    assert len(told((*rows, *again))) == 2


@pytest.mark.parametrize(
    "other",
    [
        "Proposal with CVs (15 sides)",
        "Proposal (15 sides including drawings)",
        "Proposal: answer to question 2, 15 sides",
        "Proposals shall give 15 pages for each lot.",
        "A proposal is scored on what stands in it; 15 pages may be enough.",
        "Proposal (no more than 12 sides)",
    ],
)
def test_a_limit_of_a_part_is_none_of_the_whole(other: str) -> None:
    assert told(lines("Proposals must be no longer than 12 sides of A4.", other)) == []


def test_a_group_of_questions_and_a_verdict_are_no_name_of_an_answer() -> None:
    columns = ("Part", "Ref", "Limit")
    assert told(table(columns, ("Care of grounds", "Q1", "500 words"), ("Care of grounds", "Q2", "750 words"))) == []
    rows = (("Bins", "Pass / fail", "300 words"), ("Vans", "Pass / fail", "500 words"))
    assert told((*table(columns, rows[0]), *table(("Item", "Marked", "Limit"), rows[1], start=4))) == []
