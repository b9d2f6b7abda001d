"""The README tells the truth: its commands run, its options exist, its files are there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    tendercheck (.+)$", README, re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README's commands name."""
    sample = ROOT / "sample_tenders" / "small-quote"
    for name in ("last-draft.docx", "new-draft.docx", "terms.docx"):
        shutil.copy(next(sample.glob("*.docx")), tmp_path / name)
    monkeypatch.setattr("click.get_app_dir", lambda _: str(tmp_path / "app"))
    shutil.copy(ROOT / "sample_tenders" / "city-cleaning" / "part-1-instructions.docx", tmp_path / "my-tender.docx")
    for folder in ("my-tender-folder", "my-past-tenders/one"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "itt.txt").write_text("Invitation to tender.\n\nIncomplete tenders will be rejected.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "rules check"])
def test_every_command_runs(desk: Path, command: str) -> None:
    result = CliRunner().invoke(cli, shlex.split(command))
    assert result.exit_code == 0, result.output


def test_every_option_named_exists() -> None:
    text = CliRunner().invoke(cli, ["check", "--help"]).output
    for option in set(re.findall(r"`(--[a-z-]+)", README)):
        assert option in text, option


def test_every_file_named_is_there() -> None:
    for name in re.findall(r"`((?:docs|rules|sample_tenders)/[\w./-]+|[A-Z]+(?:\.md)?)`", README):
        assert (ROOT / name).exists(), name


def test_every_command_has_help() -> None:
    for name, command in cli.commands.items():
        assert command.help or command.short_help, name
        assert CliRunner().invoke(cli, [name, "--help"]).exit_code == 0
