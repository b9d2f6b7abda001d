"""What the contract is worth, and what is worth something else."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from checker.facts import find_facts
from tests.facts.making import clause, found, lines, table, told

VALUES: list[tuple[str, dict[str, FactValue]]] = [
    (
        "The estimated value of the contract is £250,000 excluding VAT over the full term.",
        {"value_total": 250000, "vat_basis": "ex"},
    ),
    ("The contract is estimated to be worth between £80,000 and £95,000 per annum.", {"value_annual": 95000}),
    ("The Council has a budget of £40k for this work.", {"value_total": 40000}),
    ("Fees must not exceed £60,000 inclusive of VAT and expenses.", {"value_total": 60000, "vat_basis": "inc"}),
    (
        "The anticipated annual value is in the region of £120,000 (ex VAT).",
        {"value_annual": 120000, "vat_basis": "ex"},
    ),
    ("At present we spend about £90,000 a year on window cleaning.", {"value_annual": 90000}),
    ("The wider programme has a budget of £40m.", {}),
    ("The estimated value of the care sector is £9m a year.", {}),
    ("The training programme has a budget of £40,000.", {"value_total": 40000}),
    ("The hospitals collectively spend about £90m a year on cleaning.", {}),
    ("The market is worth some £90m a year, of which customers spend £40m a year with us.", {}),
    ("The total value of the framework over four years is up to £12m.", {"value_total": 12000000}),
    (
        "The estimated value is £1.2m for Lot 1 and £800,000 for Lot 2.",
        {"value_total/1": 1200000, "value_total/2": 800000, "lots": 2},
    ),
    (
        "Lot 1: estimated annual value £100,000; Lot 2: estimated annual value £150,000.",
        {"value_annual/1": 100000, "value_annual/2": 150000, "lots": 2},
    ),
    ("The Authority has allocated £75,000 plus VAT for this project.", {"value_total": 75000, "vat_basis": "ex"}),
    (
        "The maximum budget available for this commission is £25,000 (inclusive of VAT).",
        {"value_total": 25000, "vat_basis": "inc"},
    ),
    ("We expect the contract to have a value of about £2.4 million in all.", {"value_total": 2400000}),
    ("This procurement has an overall ceiling of £300,000.", {"value_total": 300000}),
    ("Estimated spend per annum: £65,000", {"value_annual": 65000}),
    ("The contract sum will not exceed £180k.", {"value_total": 180000}),
    (
        "The value of the contract is put at £45,000 to £55,000 per year, excluding VAT.",
        {"value_annual": 55000, "vat_basis": "ex"},
    ),
    (
        "Estimated contract value: £100,000 excluding VAT (£120,000 including VAT).",
        {"value_total": 100000, "vat_basis": "both"},
    ),
    ("The annual budget for grounds work is £18,500.", {"value_annual": 18500}),
    ("The services are valued at around £3m.", {"value_total": 3000000}),
    ("The total estimated cost of the works is £1,450,000.50.", {"value_total": 1450000.5}),
    ("Indicative contract value £200,000 per annum", {"value_annual": 200000}),
]
OTHER_MONEY = [
    "The Council's annual budget is £420m.",
    "The market for these services is worth £3bn a year.",
    "Our gross expenditure is £600 million a year.",
    "Previous contract value was £50,000 a year.",
    "For example, if your price is £50,000 and the lowest is £40,000 you will score 80 marks.",
    "Contracts over £30,000 are published on the Central Digital Platform.",
    "An SME has fewer than 250 staff and a turnover not exceeding £44m.",
    "Public liability insurance of £5m is required for this contract.",
    "The contractor's liability shall not exceed £1m.",
    "Give two examples of contracts valued at £100,000 or more.",
    "Services above the threshold of £207,720 are covered by the Act.",
    "If the contract were for £40,000, two quotations would be needed.",
    "The estimated contract value is £xx,xxx per year.",
    "The estimated contract value is to be confirmed.",
    "The hourly rate will not exceed £45.",
    "A deposit of £1,000 applies to this contract.",
    "The supplier will carry professional indemnity cover of £2m for the contract.",
    "The project will bring £2m of investment into the area.",
    "A performance bond worth £50,000 may be requested.",
    "Works with a budget of £25,000 or less go to the supplier ranked first.",
    "We may obtain quotations for contracts of up to £75,000.",
    "Sub-contracts with a value above £25,000 must be advertised.",
    "Ten days are allowed for any order worth more than £50,000 a year.",
    "All purchases worth over £20,000 a year go through this tender.",
]


@pytest.mark.parametrize(("text", "facts"), VALUES)
def test_the_value_is_read(text: str, facts: dict[str, FactValue]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize("text", OTHER_MONEY)
def test_money_of_something_else_is_no_value(text: str) -> None:
    assert not {"value_total", "value_annual"} & told(text).keys()


def test_a_quotation_of_the_law_gives_no_value() -> None:
    assert found(clause("The estimated value of the contract is £250,000.", voice="quoted-law")) == {}


def test_rows_of_a_summary_table() -> None:
    rows = table((), ("Estimated contract value (ex VAT)", "£350,000"), ("Contract term", "3 years"))
    assert found(*rows) == {"value_total": 350000, "vat_basis": "ex", "term_months": 36}


def test_values_by_lot_in_a_table() -> None:
    rows = table(
        ("Lot", "Area", "Estimated annual value"), ("Lot 1", "North", "£60,000"), ("Lot 2", "South", "£70,000")
    )
    facts = found(*rows)
    assert facts["value_annual/1"] == 60000
    assert facts["value_annual/2"] == 70000


def test_a_price_table_gives_no_value() -> None:
    assert found(*table(("Item", "Quantity", "Unit cost"), ("Desk", "40", "£1,250"), ("Chair", "40", "£900"))) == {}


def test_a_stated_value_beats_what_is_spent_now() -> None:
    facts = found(*lines("We currently spend £90,000 a year on cleaning.", "The estimated annual value is £100,000."))
    assert facts["value_annual"] == 100000


def test_vat_basis_of_prices_when_no_value_is_given() -> None:
    assert told("All prices must be quoted exclusive of VAT.") == {"vat_basis": "ex"}
    assert told("The tender price should include VAT where it applies, so quote a total price including VAT.") == {
        "vat_basis": "inc"
    }


def test_vat_of_a_threshold_is_not_the_contracts() -> None:
    assert told("The threshold of £207,720 including VAT applies to services.") == {}


def test_of_a_value_without_and_with_extensions_the_wider_counts_and_lots_do_not_conflict() -> None:
    columns = ("Lot", "Area", "Estimated value, first three years", "Estimated value including extension")
    rows = (("1", "East", "£300,000", "£500,000"), ("2", "West", "£600,000", "£1,000,000"))
    facts = find_facts(table(columns, *rows, ("", "Total", "£900,000", "£1,500,000"))).many("value_total")
    assert [(fact.lot, fact.value, fact.status) for fact in facts] == [
        ("1", 500000, "stated"), ("2", 1000000, "stated"), (None, 1500000, "stated"),
    ]  # fmt: skip


def test_a_yearly_and_a_total_value_in_one_row_are_two_facts() -> None:
    rows = table(("Contract", "Annual value", "Total value"), ("Window cleaning", "£20,000", "£60,000"))
    facts = found(*rows)
    assert (facts["value_annual"], facts["value_total"]) == (20000, 60000)


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        (("Item", "Ceiling price"), ("Assessment of one home (per household)", "£600")),
        (("Course", "Maximum price per delegate"), ("First aid at work", "£750")),
        (("Item", "Maximum price"), ("Boiler, supplied and fitted", "£2,400")),
        (("Item", "Budget for each unit"), ("Laptop", "£900")),
    ],
)
def test_the_price_of_an_item_is_no_value(columns: tuple[str, ...], cells: tuple[str, ...]) -> None:
    assert not {"value_total", "value_annual"} & found(*table(columns, cells)).keys()


def test_words_that_only_hold_the_letters_of_unit_and_rate_price_no_item() -> None:
    rows = table((), ("Estimated value of the opportunity", "£85,000"), ("Other", "None"))
    assert found(*rows)["value_total"] == 85000


def test_the_year_in_which_capital_falls_cuts_nothing_off() -> None:
    rows = table((), ("Budget", "£70,000 capital (2026/27); about £4,000 per annum revenue for upkeep"), ("Other", "-"))
    facts = found(*rows)
    assert (facts["value_total"], facts["value_annual"]) == (70000, 4000)


@pytest.mark.parametrize(
    "text",
    [
        "The present contract costs about £90,000 a year, and materials are paid for by us at some £8,000.",
        "The contract is worth about £90,000 a year, while fuel is bought apart for £8,000.",
    ],
)
def test_a_second_sum_with_a_subject_of_its_own_is_no_value(text: str) -> None:
    assert told(text)["value_annual"] == 90000
    assert "value_total" not in told(text)


def test_a_second_sum_of_the_contract_itself_is_read() -> None:
    text = "The contract is worth about £90,000 a year, and the annual budget is £95,000."
    assert {fact.value for fact in find_facts((clause(text),)).many("value_annual")} == {90000, 95000}
