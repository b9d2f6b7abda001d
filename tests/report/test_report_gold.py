"""Whole outputs against kept ones. To accept a change: UPDATE_GOLD=1 pytest tests/report."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.table import Table
from report_fixtures import REPORTS

from checker.report import FILES, FORMATS, summary_text

GOLD = Path(__file__).parent / "gold"


def compare(name: str, text: str) -> None:
    path = GOLD / name
    if os.environ.get("UPDATE_GOLD"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8"), f"{name} has changed; UPDATE_GOLD=1 accepts it"


def _workbook(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        yield f"# {sheet.title} filter {sheet.auto_filter.ref} panes {sheet.freeze_panes}"
        for row in sheet.iter_rows():
            yield " | ".join(f"{cell.data_type}:{cell.value}" for cell in row if cell.value is not None)


def _word(data: bytes) -> Iterator[str]:
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "| " + " | ".join(cell.text for cell in row.cells)
        else:
            yield f"[{block.style.name}] {block.text}"


def as_text(kind: str, data: bytes) -> str:
    """What a file holds, as lines that a diff can show; the page without its style and script, which have own files."""
    if kind == "xlsx":
        return "\n".join(_workbook(data)) + "\n"
    if kind == "word":
        return "\n".join(_word(data)) + "\n"
    text = data.decode("utf-8")
    if kind == "html":
        text = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", text)
        text = re.sub(r"'sha256-[^']+'", "'sha256'", text)
    return text


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", FORMATS)
def test_outputs_are_as_kept(name: str, kind: str) -> None:
    text = as_text(kind, FORMATS[kind](REPORTS[name]))
    suffix = "xlsx.txt" if kind == "xlsx" else "docx.txt" if kind == "word" else FILES[kind].partition(".")[2]
    compare(f"{name}.{suffix}", text)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str, kind: str) -> None:
    assert FORMATS[kind](REPORTS[name]) == FORMATS[kind](REPORTS[name])


@pytest.mark.parametrize("name", REPORTS)
def test_summaries_are_as_kept(name: str) -> None:
    compare(f"{name}.txt", summary_text(REPORTS[name]) + "\n")
