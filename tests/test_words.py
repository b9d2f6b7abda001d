"""Amounts, dates and gaps in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from checker.domain import Location, Place
from checker.identity import finding_id
from checker.readability import is_passive, readability_of
from checker.words import day, filled, gaps, money
from tests.making import clauses


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (7500, "£7,500"),
        (2_500_000, "£2.5 million"),
        (10_000_000, "£10 million"),
        (19.5, "£19.50"),
        (1_234_567, "£1,234,567"),
    ],
)
def test_money(amount: float, words: str) -> None:
    assert money(amount) == words


def test_a_day_as_people_write_it() -> None:
    assert day(date(2026, 5, 5)) == "5 May 2026"


def test_gaps_are_filled_by_kind_and_unknown_ones_stay() -> None:
    known = {"value_annual": 15000, "issued": "2026-05-05", "ratio": 12.345, "Bidders": "Tenderers"}
    text = "{Bidders}: {value_annual}\n  on {issued}, {ratio:.1f} times, {nobody}"
    assert filled(text, known) == "Tenderers: £15,000 on 5 May 2026, 12.3 times, {nobody}"
    assert gaps("{Bidders} and {nobody} [of] the {ratio:.1f}") == ("Bidders", "nobody", "ratio")


def place(quote: str, clause: str = "1.1") -> Place:
    return Place(
        clause=clause, quote=quote, match=quote, location=Location(document="a", page=1, block=0, start=0, end=1)
    )


def test_an_id_rests_on_rule_document_clause_and_words_alone() -> None:
    one = finding_id("a.b", place("Late bids fail."))
    assert one == finding_id("a.b", place("late  bids fail"))
    assert one != finding_id("a.c", place("Late bids fail."))
    assert one != finding_id("a.b", place("Late bids fail.", "1.2"))


def test_readability_counts_sentences_not_numbering_or_amounts() -> None:
    text = "1.1 The cover must be £5,000,000.00 for each claim made.\n\n1.2 Bids are opened by two officers at noon."
    only = readability_of(clauses(text))[0]
    assert only.sentences == 2
    assert only.passive_share == 0.5
    assert only.smog is None


def test_amounts_and_clause_numbers_do_not_change_the_scores() -> None:
    plain = "The firm must send the form to us by noon on the last day."
    heavy = "4.2.1 The firm must send the form to us by noon on the last day."
    one, two = readability_of(clauses(plain))[0], readability_of(clauses(heavy))[0]
    assert one.flesch_reading_ease == two.flesch_reading_ease


@pytest.mark.parametrize(("text", "passive"), [("Bids are opened at noon.", True), ("We open bids.", False)])
def test_passive(text: str, passive: bool) -> None:
    assert is_passive(text) is passive
