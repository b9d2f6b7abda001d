"""What counts as a clause number and what does not."""

from __future__ import annotations

import pytest

from checker.ingest.numbers import heading_level, is_number, split_typed


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("3.2 The supplier", "3.2", "The supplier"), ("3.2. The supplier", "3.2", "The supplier"),
        ("4.2.1 the supplier", "4.2.1", "the supplier"), ("1. text", "1", "text"), ("1) text", "1)", "text"),
        ("(a) text", "(a)", "text"), ("(iv) text", "(iv)", "text"), ("(12) text", "(12)", "text"),
        ("b) text", "b)", "text"),
        ("ii. text", "ii", "text"), ("3 Insurance", "3", "Insurance"), ("A1.2 Method", "A1.2", "Method"),
        ("Q4 Describe your team", "Q4", "Describe your team"), ("2.1(a) Cover", "2.1(a)", "Cover"),
        ("3\tInsurance of the works, as set out below, for the whole of the term of the contract.", "3", None),
    ],
)  # fmt: skip
def test_numbers_are_split_off(line: str, number: str, rest: str | None) -> None:
    typed = split_typed(line)
    assert (typed.number, typed.bullet) == (number, False)
    assert rest is None or typed.text == rest


@pytest.mark.parametrize(
    "line",
    [
        "3.2 million pounds", "10.00 Site visit", "2 May 2027", "1 High Street", "(if any) the", "5% of the price",
        "e.g. a van", "J. Smith will lead", "12.05.2027 The day", "3.2", "(a)", "2027 prices", "-5 degrees", "on time",
        "3 Years of accounts are needed, of which one is audited.",
    ],
)  # fmt: skip
def test_other_beginnings_stay(line: str) -> None:
    typed = split_typed(line)
    assert (typed.number, typed.bullet, typed.text) == (None, False, line)


@pytest.mark.parametrize(
    "line", ["\u2022 vans", "\u2022vans", "- vans", "* vans", "o vans", "\uf0b7 vans", "\u2013 vans"]
)
def test_bullets_are_split_off(line: str) -> None:
    typed = split_typed(line)
    assert (typed.number, typed.bullet, typed.text) == (None, True, "vans")


@pytest.mark.parametrize(
    ("text", "number", "bold", "level"),
    [
        ("Insurance", "3.2", False, 2), ("The supplier must insure", "3.2", False, None), ("INSURANCE", None, False, 0),
        ("Insurance", None, True, 0), ("Insurance", None, False, None), ("Insurance.", None, True, None),
        ("The supplier shall:", None, True, None), ("Background:", None, True, 0),
        ("We insure all of the works.", None, True, None), ("plant and tools", "(a)", False, None),
        ("\u00a35", None, True, None),
    ],
)  # fmt: skip
def test_headings_by_look(text: str, number: str | None, bold: bool, level: int | None) -> None:
    assert heading_level(text, number, bold=bold) == level


@pytest.mark.parametrize(
    ("text", "answer"), [("3.2", True), ("(a)", True), ("Q4", True), ("Price", False), ("\u00a35", False)]
)
def test_a_cell_that_is_a_number(text: str, answer: bool) -> None:
    assert is_number(text) is answer
