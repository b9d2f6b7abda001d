"""Outputs made from a finished `Report`: each takes the report and gives the bytes of one file."""

from __future__ import annotations

from collections.abc import Callable

from checker.domain import Report
from checker.report.as_html import as_html
from checker.report.as_json import as_json
from checker.report.as_markdown import as_markdown
from checker.report.as_text import summary_text
from checker.report.as_word import as_word
from checker.report.as_xlsx import as_xlsx
from checker.report.table import as_csv

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "html": as_html,
    "json": as_json,
    "word": as_word,
    "csv": as_csv,
    "xlsx": as_xlsx,
    "markdown": as_markdown,
}
FILES: dict[str, str] = {
    "html": "report.html",
    "json": "report.json",
    "word": "report.docx",
    "csv": "findings.csv",
    "xlsx": "findings.xlsx",
    "markdown": "report.md",
}

__all__ = ["FILES", "FORMATS", "as_html", "as_json", "summary_text"]
