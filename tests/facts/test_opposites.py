"""Passages that say the opposite, and two ways to send one thing."""

from __future__ import annotations

import pytest

from checker.facts.opposites import opposites
from checker.facts.return_ways import return_ways
from tests.facts.making import clause, lines

PAIRS = (
    (
        "Your answers must not include any pricing information.",
        "The project plan has itemised costings for each stage.",
    ),
    ("TUPE does not apply to this work.", "The buyer believes that TUPE will apply to two people."),
    ("Variant bids will not be accepted.", "Variant bids are welcome beside a plain one."),
    ("Prices are firm throughout the contract.", "The rates will be reviewed annually in line with CPI."),
    ("Sub-contracting is not permitted.", "Name any sub-contractors on Form C."),
    ("Consortium bids will not be accepted.", "Consortia may bid through a lead firm."),
    ("Please note that site visits are mandatory.", "The site visit is optional."),
    ("The contract is let as a whole.", "The work is divided into three lots."),
    ("The Council will supply cleaning materials.", "The Contractor shall provide all cleaning materials."),
    ("Interviews will not be held.", "Interviews will be held in the second week."),
    ("Bidders must complete all sections of this document.", "Section 1 is for reading and is not to be returned."),
    ("The word limits are only a guide.", "Words beyond the limit will not be read."),
    ("The work is awarded solely on the lowest price.", "We award to the most advantageous tender."),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_each_pair_is_told_with_the_words_of_both(one: str, other: str) -> None:
    facts = opposites(lines(one, "The yard is shut at night.", other))
    assert len(facts) == 2
    assert {fact.name for fact in facts} == {"opposites"}
    assert (facts[0].quote, facts[1].quote) == (one, other)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_of_them_alone_is_no_slip(one: str, other: str) -> None:
    assert opposites(lines(one)) == opposites(lines(other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TUPE does not apply to this work.", "If TUPE applies when it ends, the firm gives staff data."),
        ("Prices are fixed for the first two years.", "The rates will be reviewed annually in line with CPI."),
        ("Sub-contracting is not permitted without our consent.", "Name any sub-contractors on Form C."),
        ("Variant bids will not be accepted unless a plain one comes too.", "Variant bids are welcome."),
        ("The Council will supply water.", "The Contractor shall provide all cleaning materials."),
        ("Site visits are mandatory for Lot 1.", "No visit is made to the depot."),
        ("Your answers must not include any pricing information.", "Fill in the price schedule for each stage."),
    ],
)
def test_passages_that_can_both_hold_are_left_alone(one: str, other: str) -> None:
    assert opposites(lines(one, other)) == ()


def test_a_part_to_fill_in_tells_what_all_sections_means() -> None:
    one, other = (
        "Bidders must complete all sections of this document.",
        "Part 1 is for reading and is not to be returned.",
    )
    assert opposites(lines(one, other, "Part 2 is to be completed and returned.")) == ()


def ways(*texts: str) -> list[object]:
    return [fact.value for fact in return_ways(lines(*texts))]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("Tenders must be submitted through the e-tendering portal.",
          "The completed tender must be returned in a sealed envelope to the Clerk."), ["through a portal", "on paper"]),
        (("Quotations must be sent by e-mail to buy@example.org.", "The quotation must be uploaded to the portal."),
         ["through a portal", "by e-mail"]),
        (("Questions must be raised through the portal.", "Clarification questions should be sent by e-mail to us."),
         ["through a portal", "by e-mail"]),
        (("Tenders should be returned in a sealed envelope.", "Each form should be a scanned copy."),
         ["on paper", "as a scan or upload"]),
    ],
)  # fmt: skip
def test_two_ways_for_one_thing_are_told(texts: tuple[str, ...], said: list[str]) -> None:
    assert sorted(map(str, ways(*texts))) == sorted(said)


@pytest.mark.parametrize(
    "texts",
    [
        ("Tenders must be submitted through the portal.", "Tenders sent by post will not be accepted."),
        ("Tenders must be submitted through the portal.", "Tenders must be sent by e-mail or by post."),
        ("Tenders must be submitted through the portal.", "Questions must be sent by e-mail to the buyer."),
        ("Tenders must be submitted through the portal.", "The signed original must also be sent by post."),
        ("Tenders must be submitted through the portal.", "The samples of each tender must be sent by post."),
        ("Tenders must be submitted through the portal.", "Invoices must be sent by e-mail to the finance team."),
        ("Tenders should be returned in a sealed envelope.", "Bidders can also send a scanned copy."),
    ],
)
def test_a_choice_a_ban_or_another_thing_is_no_second_way(texts: tuple[str, ...]) -> None:
    assert ways(*texts) == []


def test_terms_of_the_contract_say_nothing_of_how_bids_are_sent() -> None:
    bids = clause("Tenders must be submitted through the portal.")
    assert return_ways((bids, clause("The tender must be sent by post.", role="terms", place=1))) == ()
