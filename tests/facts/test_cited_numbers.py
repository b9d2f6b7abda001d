"""Numbers that a sentence takes from another paragraph, where that paragraph has a different one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.cited_numbers import cited_numbers
from tests.facts.making import clause
from tests.facts.reading import read

PARAGRAPHS = (
    "4.1 The firm keeps a log of each visit.",
    "4.2 Vans are washed and taxed.",
    "4.3 A call-out visit is charged at £65 for the first hour on site.",
    "4.4 Invoices name the order.",
    "4.5 The review panel meets four times a year.",
    "4.6 A written complaint is answered within ten working days of receipt.",
)


def told(text: str) -> list[object]:
    return [fact.value for fact in cited_numbers(read(*PARAGRAPHS, f"5.1 {text}"))]


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("The call-out visit charge of £60 set out in paragraph 4.3 is fixed.", "£60", "£65"),
        (
            "Each written complaint is answered in five working days (paragraph 4.6).",
            "five working days",
            "ten working days",
        ),
        (
            "Bidders attend the review panel three times a year (see paragraph 4.5).",
            "three times a year",
            "four times a year",
        ),
    ],
)
def test_a_number_that_differs_from_the_paragraph_it_names_is_told(text: str, here: str, there: str) -> None:
    assert told(text) == [here, there]


@pytest.mark.parametrize(
    "text",
    [
        "The call-out visit charge of £65 set out in paragraph 4.3 is fixed.",
        "Each written complaint is answered in 10 working days (paragraph 4.6).",
        "An oral question is answered in five working days (see paragraph 4.6).",
        "Each written complaint is answered in five working days and, if it is hard, later (paragraph 4.6).",
        "A complaint is answered in up to five working days (paragraph 4.6).",
        "A written complaint about a call-out visit costs £60 to answer (paragraph 4.6).",
        "A written complaint of five working days notwithstanding paragraph 4.6 is kept.",
        "Lot 2: each written complaint is answered in five working days (paragraph 4.6).",
    ],
)
def test_doubt_means_silence(text: str) -> None:
    assert not told(text)


@given(st.text(alphabet="paragraph 4.36(see) £65 ten working days", max_size=80))
def test_no_text_stops_the_finder(text: str) -> None:
    assert all(fact.quote for fact in cited_numbers((*read(*PARAGRAPHS), clause(text or "x"))))
