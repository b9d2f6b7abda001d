"""Texts speak as the passage does: its words for bidder, buyer and supplier, and its person."""

from __future__ import annotations

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.rewrite.voice import Voice, buyers_in, habits, spoken_as, usual_bidder, voice_of
from checker.rulefile import RuleSet
from checker.words import filled
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES

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
        ("The QRX reserves the right to wait.", ("the QRX",)),
        ("The SLA is kept.", ()),
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


def spoken(text: str, first: str = "") -> Voice:
    """How the first finding in a text speaks; the text before it sets the habits of the document."""
    rules, read = RuleSet((rule(),), PIECES, ""), clauses(f"{first}\n\n{text}" if first else text)
    findings, _ = detect(read, facts(), (), rules)
    verdict = assess(findings, read, facts(), rules, POLICY)[0]
    clause = next(clause for clause in read if verdict.finding.sentence in clause.sentences)
    return voice_of(verdict, clause, habits(read), usual_bidder(read))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The capacity of sub-contractors for widget cover of £1m counts.", "tenderer"),
        ("The appointed contractor has widget cover of £1m.", "tenderer"),
        ("The contractor has widget cover of £1m.", "tenderer"),
        ("All contractors have widget cover of £1m.", "contractor"),
        ("Show widget cover of £1m, bidder.", "bidder"),
    ],
)
def test_a_word_for_the_winner_is_not_taken_for_the_bidders(text: str, word: str) -> None:
    assert spoken(text, "A tenderer writes. " * 5).bidder == word


def test_the_supplier_has_a_capital_where_the_document_gives_it_one() -> None:
    assert spoken("The contractor has widget cover of £1m.").supplier == "the contractor"
    assert spoken("The Contractor has widget cover of £1m.").supplier == "the Contractor"
    assert spoken("Widget cover of £1m.", "The provider works. The provider waits.").supplier == "the provider"
    assert spoken("Widget cover of £1m.").supplier == "the Supplier"


def test_no_director_may_is_no_wish() -> None:
    assert spoken("No director may at any time lack widget cover of £1m.").must == "must"
    assert spoken("Tenderers should have widget cover of £1m.").must == "should"
