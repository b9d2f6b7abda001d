"""Old and binary workbooks: values in their rows, hidden sheets told, what is not read named."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from checker.ingest import old_sheets
from checker.ingest.kinds import kind_of
from checker.ingest.old_sheets import read_old_sheets, shown_value
from checker.ingest.unreadable import Unreadable
from tests.ingest.sheet_maker import xls, xlsb

_CELLS = [(0, 0, "Item"), (0, 2, "Rate"), (2, 0, "Cleaning"), (2, 2, 12.5)]


def test_an_old_workbook() -> None:
    data = xls({"Pricing": _CELLS, "Lists": [(3, 1, "Yes")]}, hidden="Lists")
    document = read_old_sheets(data, "a.xls")
    assert kind_of(data, "a.xls") == "xls"
    assert [(b.kind, b.number, b.text) for b in document.blocks] == [
        ("heading", None, "Pricing"), ("row", "row 1", "Item | Rate"), ("row", "row 3", "Cleaning | 12.5"),
        ("heading", None, "Lists"), ("row", "row 4", "Yes"),
    ]  # fmt: skip
    assert "'Lists' is hidden" in document.warnings[0]
    assert document.read == "whole"


def test_a_binary_workbook() -> None:
    data = xlsb("Pricing", _CELLS)
    document = read_old_sheets(data, "a.xlsb")
    assert kind_of(data, "a.xlsb") == "xlsb"
    assert [block.text for block in document.blocks] == ["Pricing", "Item | Rate", "Cleaning | 12.5"]


def test_text_boxes_and_objects_of_an_old_workbook_are_gaps() -> None:
    box = b"\xb6\x01\x12\x00" + bytes(18)
    document = read_old_sheets(xls({"Pricing": _CELLS}, extra=box), "a.xls")
    assert [gap.where for gap in document.ledger.gaps] == ["comments and text boxes"]
    data = xls({"Pricing": [*_CELLS]}) + "MBD01".encode("utf-16-le")
    assert [gap.where for gap in read_old_sheets(data, "a.xls").ledger.gaps] == ["embedded objects"]


def test_a_sheet_laid_out_too_wide_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_sheets, "_MOST_AREA", 3)
    document = read_old_sheets(xls({"Pricing": _CELLS}), "a.xls")
    assert "too far apart" in document.ledger.gaps[0].reason


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read_old_sheets(xls({"Pricing": _CELLS})[:600], "a.xls")
    assert caught.value.kind == "damaged"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "TRUE"), (3.0, "3"), (0.25, "0.25"), (date(2026, 5, 4), "04/05/2026"), ("x", "x"),
        (datetime(2026, 5, 4, 12, 30), "04/05/2026 12:30"), (datetime(2026, 5, 4), "04/05/2026"),
    ],
)  # fmt: skip
def test_values(value: object, shown: str) -> None:
    assert shown_value(value) == shown  # type: ignore[arg-type]
