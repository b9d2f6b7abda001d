"""The settings file: facts and limits, and a clear sentence for what is wrong in it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from checker.domain import CheckerError
from checker.settings import _BOUNDS, KEEP_DAYS, Limits, read_keep_days, read_limits, read_settings_file


def _file(folder: Path, text: str) -> Path:
    file = folder / "tendercheck.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_limits_of_a_file_replace_the_usual_ones(tmp_path: Path) -> None:
    file = _file(tmp_path, '[facts]\nbuyer = "Sandford"\n[limits]\nseconds = 7\nmemory_mb = 600\n')
    assert read_limits(file) == Limits(seconds=7, memory_mb=600)
    assert read_settings_file(file) == {"buyer": "Sandford"}


def test_without_a_file_or_a_table_the_usual_limits_hold(tmp_path: Path) -> None:
    assert read_limits(tmp_path / "tendercheck.toml") == Limits()
    assert read_limits(_file(tmp_path, "[facts]\n")) == Limits()


def test_every_limit_has_bounds_that_its_usual_value_keeps() -> None:
    assert set(_BOUNDS) == {field.name for field in fields(Limits)}
    assert all(least <= getattr(Limits(), name) <= most for name, (least, most) in _BOUNDS.items())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[limits]\nminutes = 3\n", "unknown limit 'minutes'; known: readers, seconds"),
        ("[limits]\nseconds = 0\n", "seconds cannot be '0'; write a whole number from 1 to 3600"),
        ("[limits]\nseconds = 99999\n", "seconds cannot be '99999'"),
        ('[limits]\nmemory_mb = "much"\n', "memory_mb cannot be 'much'"),
        ("[limits]\nseconds = true\n", "seconds cannot be 'True'"),
        ("limits = 3\n", "'limits' is a table"),
        ("[limit]\nseconds = 3\n", "unknown table 'limit'; known: facts, limits"),
    ],
)
def test_a_wrong_limit_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CheckerError, match=r"tendercheck\.toml") as caught:
        read_limits(_file(tmp_path, text))
    assert says in str(caught.value)


def test_recognition_can_be_switched_off(tmp_path: Path) -> None:
    assert read_limits(_file(tmp_path, "[ocr]\nuse = true\n")).ocr_seconds == Limits().ocr_seconds > 0
    assert read_limits(_file(tmp_path, "[limits]\nocr_seconds = 9\n[ocr]\nuse = false\n")) == Limits(ocr_seconds=0)


@pytest.mark.parametrize(
    ("text", "says"),
    [("use = 1", "use cannot be '1'; write true or false"), ("on = true", "unknown entry 'on' of [ocr]; known: use")],
)
def test_a_wrong_entry_for_recognition_is_named(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(CheckerError) as error:
        read_limits(_file(tmp_path, f"[ocr]\n{text}\n"))
    assert says in str(error.value)


def test_reports_on_drafts_are_kept_for_as_long_as_the_file_says(tmp_path: Path) -> None:
    file = tmp_path / "tendercheck.toml"
    assert read_keep_days(file) == KEEP_DAYS
    file.write_text("[report]\nkeep_days = 30\n")
    assert read_keep_days(file) == 30


@pytest.mark.parametrize("text", ["keep_days = 0", "keep_days = true", "keep_days = '9'", "keep_for = 9"])
def test_a_wrong_time_to_keep_reports_is_told(text: str, tmp_path: Path) -> None:
    file = tmp_path / "tendercheck.toml"
    file.write_text(f"[report]\n{text}\n")
    with pytest.raises(CheckerError, match=r"keep_days"):
        read_keep_days(file)
