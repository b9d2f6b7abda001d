"""What a text is proved by: numbers, denials and terms kept, nothing promised that the law reserves."""

from __future__ import annotations

from collections import Counter

import pytest

from checker.domain import Place
from checker.rewrite.proof import ease, kept, left_out, names_the_clause, negations, numbers, promises_too_much, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within thirty days", {"30": 1}),
        ("£2.5 million and £2,500,000", {"2500000": 2}),
        ("by 3rd May 2026, 12%", {"3 may": 1, "2026": 1, "12": 1}),
        ("clause 4.2.1 and twenty-six weeks", {"4.2.1": 1, "26": 1}),
        ("one copy", {}),
    ],
)
def test_numbers_are_read_in_figures(text: str, found: dict[str, int]) -> None:
    assert numbers(text) == Counter(found)


def test_denials_are_counted() -> None:
    assert negations("It is not sent unless asked, and can't be, without cause.") == 4


def test_terms_are_names_inside_a_sentence_without_the_parties() -> None:
    assert terms("The firm meets the Site Manager and the Contractor at the Blue Gate in May.") == {
        "site manager",
        "blue gate",
    }


def test_what_is_outside_the_barrier_must_stay() -> None:
    old = "Send £5 to the Blue Gate, not later."
    assert list(kept(old, (0, 7), "Pay at the Blue Gate, not later.")) == []
    assert list(kept(old, (0, 7), "Pay.")) == ["a denial is lost", "the term “blue gate” is lost"]
    assert list(kept(old, (0, 0), "To the Blue Gate, not later.")) == ["the number 5 is lost"]


def test_words_of_substance_that_are_left_out_are_counted() -> None:
    assert left_out("Bring cover and paint every fence green.", (0, 11), "Bring cover.") == 4


@pytest.mark.parametrize(
    "text",
    ["We guarantee an award.", "Nobody will be excluded.", "We accept late tenders.", "We will always award."],
)
def test_nothing_is_promised_that_the_law_reserves(text: str) -> None:
    assert promises_too_much(text)
    assert not promises_too_much("We will tell every bidder why.")


def test_a_question_names_the_clause_by_telling_words_or_facts() -> None:
    place = Place(clause=None, quote="A firm's widget cover must be £1m", match="", location=None)
    assert names_the_clause("Why widget cover must be so high?", place, ())
    assert not names_the_clause("Why is a firm so bold?", place, ())
    assert names_the_clause("Why by 5 May 2026?", place, ("5 May 2026",))


def test_shorter_sentences_read_easier() -> None:
    assert ease("Do it now. Tell us.") == 2.5
    assert ease("Do it now and tell us.") == 6.0
