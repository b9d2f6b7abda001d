"""A short run of the fuzzers: the same broken files each time. Longer: python -m tests.fuzz.pdf --seconds 600."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="atheris runs on Linux only")


@pytest.mark.parametrize(("reader", "runs"), [("pdf", 400), ("word", 3000)])
def test_broken_files_break_no_reader(reader: str, runs: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", f"tests.fuzz.{reader}", "--runs", str(runs), "--keep", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
