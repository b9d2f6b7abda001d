"""References that numbering has left behind: the paragraph beside has the words of the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.next_door import next_door
from tests.facts.making import clause
from tests.facts.reading import read

PARAGRAPHS = (
    "4.1 The firm keeps a log of each visit.",
    "4.2 Bank holidays are not worked.",
    "4.3 Vans are washed and taxed, and their drivers insured.",
    "4.4 A laboratory takes water samples from each tank monthly.",
    "4.5 Invoices name the order.",
)


def told(text: str) -> list[object]:
    return [fact.value for fact in next_door(read(*PARAGRAPHS, f"5.1 {text}"))]


@pytest.mark.parametrize("number", ["4.2", "4.3", "4.5"])
def test_a_reference_beside_the_paragraph_meant_is_told_with_both(number: str) -> None:
    here, there = told(f"Please price the water samples described in paragraph {number}.")
    assert here == f"paragraph {number} (samples and water)"
    assert there == "paragraph 4.4: A laboratory takes water samples from each tank monthly."


@pytest.mark.parametrize(
    "text",
    [
        "Please price the water samples described in paragraph 4.4.",
        "Subject to paragraph 4.3, water samples of a tank are taken again.",
        "Water samples go out in the washed vans described in paragraph 4.3.",
        "Please price the fuel described in paragraph 4.3.",
        "Water samples are sealed and carried to the county town by nine on the same day as paragraph 4.1 says.",
        "Please price the water samples described in paragraph 4.1.",
        "Please price the water samples described in paragraph 9.3.",
    ],
)
def test_doubt_means_silence(text: str) -> None:
    assert not told(text)


def test_a_number_used_twice_is_no_paragraph_to_compare() -> None:
    again = ("4.4 A laboratory takes water samples.", "6.1 Gates are shut.", "4.4 Rates are fixed.")
    assert not next_door(read(*PARAGRAPHS[:3], *again, "7.1 Price the water samples described in paragraph 4.3."))


def test_a_neighbour_that_cites_the_same_paragraph_in_the_same_words_is_none() -> None:
    same = ("4.2 Water samples are taken again as paragraph 4.3 says.", "4.3 Vans are washed.", "4.4 Rates are fixed.")
    assert not next_door(read(*same, "5.1 Please price the water samples described in paragraph 4.3."))


def test_a_word_that_many_paragraphs_hold_tells_nothing() -> None:
    many = tuple(f"5.{n} Water samples are kept, and note {n} is made." for n in range(1, 5))
    assert not next_door(read(*PARAGRAPHS, *many, "6.1 Price the water samples described in paragraph 4.3."))


@given(st.text(alphabet="paragraph 4.123(see) water samples", max_size=80))
def test_no_text_stops_the_finder(text: str) -> None:
    assert all(fact.quote for fact in next_door((*read(*PARAGRAPHS), clause(text or "x"))))
