"""The comparison of training clauses with published tenders: it finds a copied run and prints none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests import own_words

PUBLISHED = "The zebra shall graze upon the meadow until the evening bell has rung."


def folder(place: Path, clause: str) -> tuple[Path, Path]:
    """Annotated tenders with one quote and one text, and training data with one clause."""
    for name in ("eval/aside/gold", "eval/text", "data"):
        (place / name).mkdir(parents=True)
    (place / "eval/aside/gold/one.jsonl").write_text(json.dumps({"kind": "barrier", "quote": PUBLISHED}) + "\n")
    (place / "eval/text/two.txt").write_text("Another page.\nThe walrus rests\non the ice until spring comes again.")
    row = {"text": clause, "heading": "", "lead": "", "columns": ""}
    (place / "data/ours.jsonl").write_text(json.dumps({**row, "text": "Our own."}) + "\n" + json.dumps(row) + "\n")
    return place, place / "data"


def run(monkeypatch: pytest.MonkeyPatch, place: Path, data: Path) -> int:
    monkeypatch.setattr(own_words, "DATA", data)
    monkeypatch.setattr(sys, "argv", ["own_words", str(place)])
    return own_words.main()


@pytest.mark.parametrize(
    "clause",
    ["Here the ZEBRA shall graze upon the meadow, until noon.", "The walrus rests on the ice until spring, we hear."],
)
def test_eight_words_in_a_row_are_found_and_not_printed(
    clause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, *folder(tmp_path, clause)) == 1
    printed = capsys.readouterr().out
    assert "ours.jsonl:2" in printed
    assert "zebra" not in printed.lower()
    assert "walrus" not in printed.lower()


def test_seven_words_in_a_row_are_anyone_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, *folder(tmp_path, "The zebra shall graze upon the meadow at noon.")) == 0


def test_no_tenders_to_compare_with_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, tmp_path, tmp_path) == 1
