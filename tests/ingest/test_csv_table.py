"""Separated values: separators and encodings are told by the content."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest.csv_table import read_csv, separator_of
from checker.ingest.unreadable import Unreadable


@pytest.mark.parametrize(
    "data",
    [
        "Item,Price\nCleaning,£5\n".encode(), b"Item;Price\r\nCleaning;\xa35\r\n", "Item\tPrice\nCleaning\t£5".encode("utf-16"),
        '\ufeff"Item"|"Price"\n"Cleaning"|"£5"'.encode(),
    ],
)  # fmt: skip
def test_rows_are_read_whatever_parts_their_cells(data: bytes) -> None:
    document = read_csv(data, "a.csv")
    assert [(b.kind, b.number, b.cells) for b in document.blocks] == [
        ("row", "row 1", ("Item", "Price")), ("row", "row 2", ("Cleaning", "£5")),
    ]  # fmt: skip
    assert document.ledger.characters_read == document.ledger.characters_placed


def test_a_quoted_cell_keeps_its_separators_and_lines() -> None:
    (row,) = read_csv(b'"Cleaning, daily\nand weekly",5\n', "a.csv").blocks
    assert row.cells == ("Cleaning, daily\nand weekly", "5")


def test_a_cell_of_endless_length_is_a_gap() -> None:
    document = read_csv(b"Item,Price\nCleaning,5\n" + b"x" * 200_000, "a.csv")
    assert len(document.blocks) == 2
    assert "from 3 on" in document.ledger.gaps[0].reason


def test_no_filled_cell_is_empty() -> None:
    with pytest.raises(Unreadable):
        read_csv(b",,,\n,,\n", "a.csv")


def test_text_without_separators_is_one_column() -> None:
    assert separator_of("one\ntwo") == ","


@given(
    st.lists(st.lists(st.text('abc 1,;"\n|£', max_size=6), min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from(",;|"),
)
def test_no_character_is_lost(rows: list[list[str]], sign: str) -> None:
    out = StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    try:
        document = read_csv(out.getvalue().encode(), "a.csv")
    except Unreadable:
        return
    assert document.ledger.characters_read == document.ledger.characters_placed
