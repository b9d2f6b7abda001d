"""Texts speak as the passage does: its words for bidder, buyer and supplier, and its person."""

from __future__ import annotations

import pytest

from checker.rewrite.voice import Voice, buyers_in, habits, spoken_as, usual_bidder
from checker.words import filled
from tests.making import clauses

TEMPLATE = "{Tell us|{Bidders} {must} say} how {you|they} do it. {We/{Buyer}} expect{/s} {our/its} answer soon."


def said(voice: Voice) -> str:
    return filled(spoken_as(TEMPLATE, voice), voice.values())


def test_you_stays_you_and_we_stay_we() -> None:
    assert said(Voice(you=True, we=True)) == "Tell us how you do it. We expect our answer soon."


def test_tenderers_must_stays_and_the_buyer_keeps_its_name() -> None:
    voice = Voice(bidder="Tenderer", we=False, buyer="the Trust")
    assert said(voice) == "Tenderers must say how they do it. The Trust expects its answer soon."


def test_a_buyer_without_an_article_has_none() -> None:
    assert filled("{Our} view; {our} view; {us}.", Voice(we=False, buyer="ABCD").values()) == (
        "ABCD’s view; ABCD’s view; ABCD."
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Send it to the Parish Council today.", ("the Parish Council",)),
        ("QRXA may end it.", ("QRXA",)),
        ("The ITT may change and TUPE may apply.", ()),
        ("Complain to the Information Commissioner.", ()),
    ],
)
def test_who_the_buyer_is(text: str, names: tuple[str, ...]) -> None:
    assert buyers_in(text) == names


def test_the_full_name_of_the_buyer_counts() -> None:
    found = habits(clauses("Reach Moor Housing writes. Reach Moor Housing pays."), "Reach Moor Housing")
    assert found.buyers.most_common(1) == [("Reach Moor Housing", 2)]


def test_a_word_for_bidders_alone_goes_before_one_for_the_winner_too() -> None:
    text = "The contractor works. " * 30 + "The tenderer writes. " * 5
    assert usual_bidder(clauses(text)) == "tenderer"
    assert usual_bidder(clauses("The contractor works. " * 30 + "The tenderer writes.")) == "contractor"
