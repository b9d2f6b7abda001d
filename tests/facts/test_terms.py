"""Payment, turnover, page limit, procedure and lots."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from tests.facts.making import clause, found, lines, table, told

FACTS: list[tuple[str, str, FactValue]] = [
    ("Invoices will be paid within 30 days of receipt.", "payment_days", 30),
    ("Payment terms are strictly 28 days from receipt of a valid invoice.", "payment_days", 28),
    ("The Council will pay undisputed invoices no later than thirty (30) days after receipt.", "payment_days", 30),
    ("Payment: 14 days net.", "payment_days", 14),
    ("Valid invoices shall be settled within 60 days.", "payment_days", 60),
    ("Our standard payment terms are 45 days.", "payment_days", 45),
    ("We pay invoices within 30 days of receipt, under the term implied by section 68.", "payment_days", 30),
    (
        "Invoices shall be paid not later than 30 days from receipt, and the Provider shall pay its sub-contractors "
        "in the same time (section 73).",
        "payment_days",
        30,
    ),
    ("Suppliers must have a minimum annual turnover of £500,000.", "min_turnover", 500000),
    (
        "A tenderer should have turnover of at least £1 million in each of the last two financial years.",
        "min_turnover",
        1000000,
    ),
    ("Bidders whose turnover is below £750k will be excluded at this stage.", "min_turnover", 750000),
    ("Minimum turnover: £2,000,000", "min_turnover", 2000000),
    ("An annual turnover of £300,000 or more is required.", "min_turnover", 300000),
    ("Your response must be no longer than 20 sides of A4.", "page_limit", 20),
    ("Method statements are limited to two A4 pages each.", "page_limit", 2),
    ("Maximum of 4 pages for this answer.", "page_limit", 4),
    ("Tenders must not exceed 15 pages, excluding appendices.", "page_limit", 15),
    ("Page limit: 6 pages", "page_limit", 6),
    ("Answer in 3 pages maximum.", "page_limit", 3),
    ("This procurement follows the Open Procedure under the Procurement Act 2023.", "procedure", "open"),
    ("A competitive flexible procedure will be used.", "procedure", "competitive-flexible"),
    ("The tender is being conducted under the restricted procedure.", "procedure", "restricted"),
    (
        "The Council is procuring this contract by a further competition under framework RM1234.",
        "procedure",
        "call-off",
    ),
    ("The purpose of this procurement is to establish a framework agreement.", "procedure", "framework"),
    ("This procurement is run under the competitive procedure with negotiation.", "procedure", "negotiated"),
    ("Request for Quotation", "procedure", "quotation"),
    ("The framework is divided into six lots.", "lots", 6),
    ("The contract will not be divided into lots because the service is small.", "lots", 1),
    ("There are three (3) separate lots.", "lots", 3),
    ("The requirement is split into 4 geographical lots.", "lots", 4),
]
NONE: list[tuple[str, str]] = [
    ("The Contractor shall submit an invoice within 14 days of completing the work.", "payment_days"),
    ("The Supplier shall pay its sub-contractors within 30 days.", "payment_days"),
    ("Interest on late payment runs after 30 days.", "payment_days"),
    ("Discount for payment in 14 days (%)", "payment_days"),
    ("Section 68 implies payment within 30 days of an invoice into most contracts.", "payment_days"),
    ("State any discount (%) you offer if invoices are paid within 10 days.", "payment_days"),
    ("Invoices paid within 7 days will attract a discount of 2%.", "payment_days"),
    ("Complaints will be answered within 10 days.", "payment_days"),
    ("An SME has fewer than 250 staff and a turnover not exceeding £44m.", "min_turnover"),
    ("There is no minimum turnover requirement; turnover of £100,000 was typical of past bidders.", "min_turnover"),
    ("The University's turnover is £320m and at least £20m is spent locally.", "min_turnover"),
    (
        "Commercial organisations with a turnover of at least £36m must publish a modern slavery statement.",
        "min_turnover",
    ),
    ("Staff turnover must be no more than 10%.", "min_turnover"),
    ("See page 4 of the specification.", "page_limit"),
    ("CVs must not exceed two pages.", "page_limit"),
    ("The plan has 12 pages.", "page_limit"),
    ("The Council may use the restricted procedure in future.", "procedure"),
    ("“Open procedure” means the procedure of that name.", "procedure"),
    ("Purchases must not be broken into smaller lots to avoid the rules.", "lots"),
    ("There are lots of parks in the town.", "lots"),
    ("Car parking is in Lot 4.", "lots"),
]


@pytest.mark.parametrize(("text", "name", "value"), FACTS)
def test_a_sentence_gives_the_fact(text: str, name: str, value: FactValue) -> None:
    assert told(text)[name] == value


@pytest.mark.parametrize(("text", "name"), NONE)
def test_near_misses_give_none(text: str, name: str) -> None:
    assert name not in told(text)


def test_the_limit_of_the_whole_bid_beats_those_of_questions() -> None:
    texts = (
        "Question 1: maximum 2 pages.",
        "Your proposal must not exceed 12 pages in total.",
        "Question 2: maximum 3 pages.",
    )
    assert found(*lines(*texts))["page_limit"] == 12


def test_lots_are_counted_where_they_are_named() -> None:
    assert found(*lines("Lot 1 – North", "Lot 2A – South", "Lot 2B – East"))["lots"] == 3


def test_lots_of_a_framework_are_not_counted() -> None:
    assert "lots" not in found(*lines("This is a call-off from Lot 1 of RM1234.", "Lot 2 of RM1234 is not used."))


def test_turnover_by_lot() -> None:
    facts = told("Minimum turnover of £400,000 for Lot 1 and £250,000 for Lot 2 is required.")
    assert (facts["min_turnover/1"], facts["min_turnover/2"]) == (400000, 250000)


def test_a_notice_row_names_the_kind() -> None:
    assert found(*table((), ("Type of contract", "Services"))) == {"kind": "services"}


def test_a_denied_turnover_is_none() -> None:
    assert found(clause("A minimum turnover of £1m is not required.", negated=True)) == {}
