"""Numbers come out as a spreadsheet shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.ingest.sheet_numbers import shown_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "£#,##0.00", "£1,234.50"), (-1234.5, "£#,##0.00;[Red](£#,##0.00)", "(£1,234.50)"),
        (-3, "£#,##0", "-£3"), (0, '_-£* #,##0.00_-;-£* #,##0.00_-;_-£* "-"??_-;_-@_-', "£-"),
        (1250, "_-[$£-809]* #,##0.00_-", "£1,250.00"), (0.125, "0.0%", "12.5%"), (2.5, "0", "3"), (0.5, "0.0##", "0.5"),
        (46000, "dd/mm/yyyy", "09/12/2025"), (46000.5, "d mmmm yyyy h:mm AM/PM", "9 December 2025 12:00 PM"),
        (46000.25, "hh:mm:ss", "06:00:00"), (1.5, "[h]:mm", "36:00"), (46000, "[$-F800]dddd\\, mmmm dd\\, yyyy", "Tuesday, December 09, 2025"),
        (1500000, '#,##0.0,,"m"', "1.5m"), (7, '0" days"', "7 days"), (3, 'General" months"', "3 months"),
        (5, "000", "005"), (-0.001, "0.00", "0.00"), (12345, "0.00E+00", "1.23E+04"), (0.5, "# ?/?", "0.5"),
        (3, "", "3"), (0.1 + 0.2, "General", "0.3"), (12, ";;;", "12"), (-5, "dd/mm/yyyy", "-5"),
        (1e200, "#,##0", "1e+200"), (1, '"Yes";;"No"', "Yes"),
    ],
)  # fmt: skip
def test_shown_as_the_sheet_does(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


def test_dates_of_the_other_calendar() -> None:
    assert shown_number(44538, "dd/mm/yyyy", from_1904=True) == "09/12/2025"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text('0#?.,%;E+-£dmyhs[]"\\_*/@ GenralAP', max_size=40))
def test_no_number_and_no_code_fails(value: float, code: str) -> None:
    assert isinstance(shown_number(value, code), str)


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_no_digit_of_an_amount_is_lost(pence: int, decimals: int) -> None:
    shown = shown_number(pence, "£#,##0" + ("." + "0" * decimals if decimals else ""))
    assert float(shown.replace("£", "").replace(",", "")) == pence
