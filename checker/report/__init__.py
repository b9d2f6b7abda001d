"""Outputs made from a finished `Report`: each takes the report and gives the bytes of one file."""

from __future__ import annotations

from collections.abc import Callable

from checker.domain import Report
from checker.report.as_html import as_html
from checker.report.as_json import as_json
from checker.report.as_text import summary_text

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "html": as_html,
    "json": as_json,
}

__all__ = ["FORMATS", "as_html", "as_json", "summary_text"]
