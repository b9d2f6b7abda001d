"""How long the contract runs, told from other periods."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from tests.facts.making import clause, found, table, told

TERMS = [
    ("The Contract will run for three years with an option to extend for up to two further years.", 36, 24),
    ("The contract is for a first term of 24 months, extendable by two periods of 12 months each.", 24, 24),
    ("It is intended to award a 3 year contract with the possibility of a 2 year extension.", 36, 24),
    ("Contract duration: 5 years + 2 years + 1 year", 60, 36),
    ("Contract term: 12 months", 12, None),
    ("The Council wishes to appoint a contractor for a period of four years.", 48, None),
    ("The appointment will be for eighteen months.", 18, None),
    ("This is a fixed term contract of 36 months, with no option to extend.", 36, None),
    ("The framework will last four years.", 48, None),
    ("The contract will be let for 1 year, renewable annually for up to a further 3 years.", 12, 36),
    ("The term is 3 years with an option to extend for up to 24 months, if the service is good.", 36, 24),
    ("We are seeking a two-year contract with an extension option of one year.", 24, 12),
    ("The contract will be for 3+1+1 years.", 36, 24),
    ("The Authority may extend the contract for any period up to 12 months.", None, 12),
    ("The maximum contract term is 7 years (5 + 2).", 60, 24),
    ("The contract is offered for 3 years, with the option of two 1-year extensions.", 36, 24),
    ("Contract length is 2 years with 2 x 12 month extensions at the Trust's choice.", 24, 24),
    ("The works are expected to take 26 weeks.", 6, None),
    ("The University will enter into an agreement for a period of up to 30 months.", 30, None),
    ("The contract period shall be five (5) years.", 60, None),
    ("The framework agreement will be in place for 4 years.", 48, None),
]
DATED = [
    ("The contract will run from 1 April 2026 to 31 March 2029.", 36),
    ("Contract period: 1 September 2026 – 31 August 2028", 24),
]
OTHER_PERIODS = [
    "Tenders must remain open for acceptance for six months.",
    "Records shall be kept for six years after the contract ends.",
    "Bidders must have traded for three years.",
    "Either party may end the contract by giving three months' notice.",
    "Prices shall remain fixed for the first two years of the contract.",
    "The Contractor shall provide a 12 month warranty.",
    "Provide accounts for the last three years.",
    "Professional indemnity cover shall be maintained for six years after the contract.",
    "Give details of similar contracts delivered in the past 5 years.",
    "The confidentiality duties under this agreement last for a period of two years after its end.",
    "The contract will be for [insert] years.",
    "A defects liability period of 12 months applies to the works.",
    "Staff must have two years' experience of contract management.",
    "The contract will be reviewed every 12 months.",
    "Mobilisation of the contract is expected to take 3 months.",
    "Contract meetings shall be held monthly for the first six months of the service.",
    "The sum to be evaluated is the tender price for four years of the contract.",
]


@pytest.mark.parametrize(("text", "first", "extension"), TERMS)
def test_term_and_extension_are_read(text: str, first: int | None, extension: int | None) -> None:
    expected: dict[str, FactValue] = {"term_months": first} if first else {}
    if extension:
        expected["extension_months"] = extension
    assert told(text) == expected


@pytest.mark.parametrize(("text", "months"), DATED)
def test_a_term_given_by_its_days(text: str, months: int) -> None:
    assert told(text)["term_months"] == months


@pytest.mark.parametrize("text", OTHER_PERIODS)
def test_other_periods_are_no_term(text: str) -> None:
    assert not {"term_months", "extension_months"} & told(text).keys()


def test_rows_and_headings_name_the_term() -> None:
    rows = table((), ("Contract period", "3 years"), ("Extension options", "2 x 12 months"))
    assert found(*rows) == {"term_months": 36, "extension_months": 24}
    assert found(clause("Three years.", heading="Duration of contract")) == {"term_months": 36}
    assert found(clause("Up to 24 months.", heading="Extension")) == {"extension_months": 24}


def test_a_blank_in_a_row_is_no_term() -> None:
    assert found(*table((), ("Contract period", "[to be inserted]"))) == {}


def test_terms_by_lot_do_not_conflict() -> None:
    rows = table(("Lot", "Contract term"), ("Lot 1", "24 months"), ("Lot 2", "36 months"))
    facts = found(*rows)
    assert facts["term_months/1"] == 24
    assert facts["term_months/2"] == 36


def test_an_option_told_in_a_sentence_of_its_own() -> None:
    assert told("There will be an option to extend by up to another 24 months.") == {"extension_months": 24}


def test_a_price_fixed_for_part_of_the_term_leaves_the_term() -> None:
    text = "The contract is for a four year period and the price of the first two years will stand as tendered."
    assert told(text) == {"term_months": 48}


def test_dates_with_options_behind_them() -> None:
    facts = told("The contract period is planned from 1 September 2026 to 31 March 2028, with options to extend.")
    assert (facts["term_months"], facts["start"]) == (19, "2026-09-01")
