"""findings.xlsx: one row a finding with filters on and widths set, and a sheet that says what was read."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from checker.domain import Report
from checker.report import sentences, table, words
from checker.report.labels import CAVEAT

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_WHEN = datetime(2000, 1, 1)  # in the file's properties: the same report always gives the same bytes
_FREEZE = (1, 4)  # the headings and the first columns, up to "What", stay in view
_SHEET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def as_xlsx(report: Report) -> bytes:
    """The workbook; every text goes in as text, so nothing of a tender is run, followed or counted."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, _SHEET) as book:
        book.set_properties({"title": _fit(sentences.title(report)), "created": _WHEN})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        _findings(book, report, wrap)
        _about(book, report, wrap)
    return file.getvalue()


def _findings(book: Workbook, report: Report, wrap: Format) -> None:
    sheet = book.add_worksheet("Findings")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#11305A", "color": "white"})
    found = table.rows(report)
    for column, (heading, width, _) in enumerate(table.COLUMNS):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, heading, head)
    for index, row in enumerate(found, start=1):
        for column, value in enumerate(row):
            _write(sheet, index, column, value)
    sheet.autofilter(0, 0, max(1, len(found)), len(table.COLUMNS) - 1)
    sheet.freeze_panes(*_FREEZE)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, column: int, value: table.Cell) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, str(table.safe(value)))  # safe: it may be saved as csv later
    elif value is not None:
        sheet.write_number(row, column, value)


def _about(book: Workbook, report: Report, wrap: Format) -> None:
    sheet = book.add_worksheet("About this check")
    sheet.set_column(0, 0, 110, wrap)
    lines = [
        sentences.title(report), *sentences.reading_lines(report), *report.notes, sentences.could_it_go_out(report),
        sentences.counts_line(report), f"Judged as of {words.uk_date(report.as_of)}.", *_keep(report), CAVEAT,
    ]  # fmt: skip
    for index, line in enumerate(lines):
        sheet.write_string(index, 0, str(table.safe(_fit(line))))


def _keep(report: Report) -> list[str]:
    return [sentences.working_copy(report)] if report.keep_until else []


def _fit(text: str) -> str:
    return words.shorten(words.visible(" ".join(text.split())), 2_000)
