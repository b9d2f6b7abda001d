"""Levels of insurance, each with the right kind of cover."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from tests.facts.making import clause, found, table

M = 1_000_000
LEVELS = [
    (
        "Employers' Liability £5 million, Public Liability £10 million and Professional Indemnity £2 million.",
        5 * M,
        10 * M,
        2 * M,
    ),
    (
        "You must hold public liability insurance of not less than £5m for any one claim and £10m in the aggregate.",
        None,
        5 * M,
        None,
    ),
    ("£10m Employer's Liability; £5m Public Liability; £1m Professional Indemnity", 10 * M, 5 * M, M),
    ("Employers' and Public Liability insurance of at least £5,000,000 each.", 5 * M, 5 * M, None),
    ("PL insurance: £2m", None, 2 * M, None),
    ("EL cover of £10m is needed.", 10 * M, None, None),
    ("PI cover: £500,000", None, None, 500_000),
    (
        "Public Liability insurance with a limit of indemnity of £10,000,000 and an excess of no more than £250,000.",
        None,
        10 * M,
        None,
    ),
    ("Public and Products Liability: £5,000,000 each and every occurrence", None, 5 * M, None),
    ("Public/Products Liability £5m", None, 5 * M, None),
    (
        "Employer's Liability (Compulsory) Insurance - £10,000,000; Public Liability Insurance -"
        " £5,000,000; Product Liability - £2,000,000",
        10 * M,
        5 * M,
        None,
    ),
    ("A minimum of £5 million public liability cover is required.", None, 5 * M, None),
    ("Employer's liability insurance (minimum £5m) and public liability insurance (minimum £2m)", 5 * M, 2 * M, None),
    ("Professional indemnity cover of £1m for each claim.", None, None, M),
    ("Third party liability insurance: £5 million (five million pounds)", None, 5 * M, None),
    ("Compulsory insurance for employees of £5m", 5 * M, None, None),
    ("Motor insurance £20m; public liability £5m", None, 5 * M, None),
    ("Professional negligence insurance, minimum £2,000,000", None, None, 2 * M),
]
NO_LEVEL = [
    "Professional indemnity insurance is not needed.",
    "The Contractor's liability is limited to £5m.",
    "Public liability insurance of £xx million.",
    "Firms without employers' liability cover can be fined £2,500 a day.",
    "Public liability insurance must be held throughout.",
    "The contract value is £5m.",
    "Cyber insurance of £1m is required.",
    "Clinical negligence is covered by the Trust up to £10m.",
]


@pytest.mark.parametrize(("text", "el", "pl", "pi"), LEVELS)
def test_levels_are_read(text: str, el: int | None, pl: int | None, pi: int | None) -> None:
    expected = {"insurance_el": el, "insurance_pl": pl, "insurance_pi": pi}
    assert _insurance(found(clause(text))) == {name: level for name, level in expected.items() if level}


@pytest.mark.parametrize("text", NO_LEVEL)
def test_other_sums_are_no_level(text: str) -> None:
    assert _insurance(found(clause(text))) == {}


def _insurance(facts: dict[str, FactValue]) -> dict[str, FactValue]:
    return {name: value for name, value in facts.items() if name.startswith("insurance")}


def test_rows_under_a_minimum_cover_column() -> None:
    rows = table(
        ("Insurance", "Minimum cover"),
        ("Employers' liability", "£10m"),
        ("Public liability", "£5,000,000"),
        ("Professional indemnity", "Not required"),
    )
    assert _insurance(found(*rows)) == {"insurance_el": 10 * M, "insurance_pl": 5 * M}


def test_kinds_of_cover_as_columns() -> None:
    rows = table(("Employers' liability", "Public liability", "Professional indemnity"), ("£10m", "£5m", "£1m"))
    assert _insurance(found(*rows)) == {"insurance_el": 10 * M, "insurance_pl": 5 * M, "insurance_pi": M}


def test_the_heading_names_the_kind_of_cover() -> None:
    assert found(clause("Minimum cover of £2m for each claim.", heading="Professional indemnity")) == {
        "insurance_pi": 2 * M
    }


def test_a_form_for_the_bidder_to_fill_gives_no_level() -> None:
    assert found(*table(("Insurance", "Level held"), ("Public liability", ""), ("Employers' liability", "£"))) == {}


def test_levels_by_lot() -> None:
    facts = found(clause("Public liability of £5m for Lot 1 and £10m for Lot 2."))
    assert _insurance(facts) == {"insurance_pl/1": 5 * M, "insurance_pl/2": 10 * M}


def test_a_denied_requirement_gives_no_level() -> None:
    assert found(clause("Public liability insurance of £10m is not needed.", negated=True)) == {}
