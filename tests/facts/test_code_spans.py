"""Rows of codes with two ends, counts beside the labels of their table, and damages that make two rates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Clause
from checker.facts.code_spans import code_spans
from tests.facts.making import clause, lines, table
from tests.facts.reading import read

ROWS = (("D1–D5", "Hall"), ("D6-D12", "Store"), ("D13 to D15", "Loft"))


def told(clauses: tuple[Clause, ...]) -> list[tuple[str, object]]:
    return [(fact.name, fact.value) for fact in code_spans(clauses)]


def counted(count: str, *rows: tuple[str, str]) -> tuple[Clause, ...]:
    return (*lines(f"There are {count} doors, dealt with as in the table."), *table(("Ref", "Place"), *rows, start=1))


def test_drawings_that_end_at_two_numbers_are_told() -> None:
    found = told(read("Drawings HB/22/01 to 05 go with this paper.", "It is read with drawings HB/22/01 to 06."))
    assert found == [("code_span", "HB/22/01 to 05"), ("code_span", "HB/22/01 to 06")]


@pytest.mark.parametrize(
    "other",
    [
        "It is read with drawings HB/22/01 to 05.",
        "It is read with drawings HC/22/01 to 06.",
        "It is read with drawings HB/22/02 to 06.",
        "Lot 2 is read with drawings HB/22/01 to 06.",
        "It is read with drawings HB/22/01 to 19.",
        "Drawings HB/22/01 to 04 show the ground floor.",
        "Answer the questions HB/22/01 to 04.",
    ],
)
def test_other_rows_of_codes_are_left_alone(other: str) -> None:
    assert not told(read("Drawings HB/22/01 to 05 go with this paper.", other))


@pytest.mark.parametrize("count", ["14", "fourteen", "16"])
def test_a_count_that_misses_the_labels_of_its_table_is_told(count: str) -> None:
    assert told(counted(count, *ROWS)) == [("label_count", f"{count} doors"), ("label_count", "D1 to D15")]


@pytest.mark.parametrize("count", ["15", "fifteen", "40"])
def test_a_count_that_fits_or_is_of_something_else_is_left_alone(count: str) -> None:
    assert not told(counted(count, *ROWS))


def test_labels_with_a_gap_are_not_counted() -> None:
    assert not told(counted("14", ROWS[0], ROWS[2]))


@pytest.mark.parametrize(("week", "slip"), [("£350", True), ("£700", False), ("£500", False), ("£600", False)])
def test_damages_a_day_must_make_the_damages_a_week(week: str, slip: bool) -> None:
    clauses = read(f"Liquidated damages: {week} per week", "The firm pays liquidated damages of £100 a day.")
    assert [name for name, _ in told(clauses)] == ["damages_rate"] * 2 * slip


def test_damages_of_a_section_are_its_own() -> None:
    section = "For Section 2 there are liquidated damages of £350 per week."
    assert not told(read(section, "The firm pays liquidated damages of £100 a day."))


@given(st.text(alphabet="D1 to–- 5/HB0 there are doors table £per week day", max_size=80))
def test_no_text_stops_the_finder(text: str) -> None:
    assert all(fact.quote for fact in code_spans((clause(text or "x"),)))
