"""Whole outputs against kept ones. To accept a change: UPDATE_GOLD=1 pytest tests/report."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from report_fixtures import REPORTS

from checker.report import FORMATS, summary_text

GOLD = Path(__file__).parent / "gold"


def compare(name: str, text: str) -> None:
    path = GOLD / name
    if os.environ.get("UPDATE_GOLD"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} has changed; UPDATE_GOLD=1 accepts it"


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", FORMATS)
def test_outputs_are_as_kept(name: str, kind: str) -> None:
    text = FORMATS[kind](REPORTS[name]).decode("utf-8")
    if kind == "html":  # the style has its own file; here it would only blur the diff
        text = re.sub(r"(?s)<style>.*?</style>", "<style></style>", text, count=1)
    compare(f"{name}.{kind}", text)


@pytest.mark.parametrize("name", REPORTS)
def test_summaries_are_as_kept(name: str) -> None:
    compare(f"{name}.txt", summary_text(REPORTS[name]) + "\n")
