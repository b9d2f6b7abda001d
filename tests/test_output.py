"""Reports are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.domain import CheckerError
from checker.output import write_whole


def test_all_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", {"report.html": b"<p>", "report.json": b"{}"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "report.html": b"<p>",
        "report.json": b"{}",
    }


def test_what_a_kill_left_is_removed_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "report.html.part").write_bytes(b"half")
    write_whole(tmp_path, {"report.html": b"whole"})
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_an_earlier_report_stays_when_writing_fails(tmp_path: Path) -> None:
    write_whole(tmp_path, {"report.html": b"old", "report.json": b"old"})
    (tmp_path / "report.json.part").mkdir()  # where the new file would be written
    (tmp_path / "report.json.part" / "x").write_bytes(b"")
    with pytest.raises(CheckerError, match="--out"):
        write_whole(tmp_path, {"report.html": b"new", "report.json": b"new"})
    assert (tmp_path / "report.html").read_bytes() == b"old"
    assert (tmp_path / "report.json").read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CheckerError, match="cannot be written"):
        write_whole(tmp_path / "file", {"report.html": b""})
