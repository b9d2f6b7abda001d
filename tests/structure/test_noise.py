"""Which rows of a spreadsheet say nothing; rows of other tables are left alone."""

from __future__ import annotations

import pytest

from checker.domain import Block, Location
from checker.structure.noise import is_noise


def _row(text: str, *, number: str | None = "row 4", header: bool = False) -> Block:
    cells = tuple(text.split(" | "))
    place = Location(document="p.xlsx", page=None, block=0, start=0, end=len(text))
    return Block(text=text, kind="row", location=place, number=number, cells=cells, header=header, table=0)


@pytest.mark.parametrize(
    "text",
    [
        "Unlimited liabilities | No | No | No", "Turnover ratio | #DIV/0! | #DIV/0! | 2.5", "1 | 2 | 3", "37 | Sheltered Workshop",
        "2.3 Uncapped Liabilities", "Check | TRUE | TRUE | TRUE | Check | FALSE | TRUE | -",
    ],
)  # fmt: skip
def test_labels_with_figures_say_nothing_in_a_sheet(text: str) -> None:
    assert is_noise(_row(text))
    assert not is_noise(_row(text, number=None))


@pytest.mark.parametrize(
    "text",
    [
        "Public liability insurance | £10,000,000", "Quality | 60%", "Public liability | Each claim | £5m | £10m | £1m", "Bidders must hold ISO 9001 | Yes | Yes | Yes | Yes", "1.1 | Turnover of £5m is required",
        "The supplier must keep cover of ten million pounds for each claim and every year | 1 | 2 | 3 | 4",
    ],
)  # fmt: skip
def test_rows_that_ask_for_something_stay(text: str) -> None:
    assert not is_noise(_row(text))


def test_the_names_of_columns_are_no_clause_of_a_sheet() -> None:
    assert is_noise(_row("Item | Rate | Unit", header=True))
    assert not is_noise(_row("Item | Rate | Unit", header=True, number="1"))
