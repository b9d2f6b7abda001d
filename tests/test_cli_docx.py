"""`--format docx` as a user meets it: which copies are written, what is said of the others; LibreOffice opens them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli
from checker.domain import CheckerError
from checker.settings import Marked, read_marked
from tests.ingest.docx_maker import docx, p
from tests.marking import body, comments, faults, joined, rejected, text_of

SAMPLE = Path(__file__).parent.parent / "sample_tenders" / "small-quote" / "request-for-quotation.docx"
OFFICE = Path(__file__).parent.parent / "benchmarks" / "marked_office.py"
DRAFT = docx(
    p("Invitation to tender: window cleaning", style="Title")
    + p("1. Tenders")
    + p("1.1 Any incomplete or unsigned tender will be rejected.")
    + p("1.2 Bidders must have a minimum annual turnover of £500,000.")
)


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    return result.exit_code, result.output


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    (folder / "terms").mkdir(parents=True)
    (folder / "itt.docx").write_bytes(DRAFT)
    (folder / "terms" / "main.docx").write_bytes(DRAFT)
    (folder / "note.md").write_text("# Note\n\nTenders are due on 5 May 2026.\n", encoding="utf-8")
    return folder


def test_every_word_file_gets_a_marked_copy_in_its_folder(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, _ = run("check", pack, "--out", out, "--format", "docx", "--as-of", "2026-06-01", "--reproducible")
    assert status == 0
    written = sorted(file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file())
    assert written == ["itt (checked).docx", "report.html", "report.json", "terms/main (checked).docx"]
    copy = (out / "itt (checked).docx").read_bytes()
    assert faults(copy, DRAFT) == []
    assert any("turnover" in text for text in comments(copy).values())
    assert (pack / "itt.docx").read_bytes() == DRAFT
    first = {file: file.read_bytes() for file in out.rglob("*.docx")}
    run("check", pack, "--out", out, "--format", "docx", "--as-of", "2026-06-01", "--reproducible")
    assert {file: file.read_bytes() for file in out.rglob("*.docx")} == first


def test_a_pack_without_word_files_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Note\n\nTenders are due on 5 May 2026.\n", encoding="utf-8")
    status, output = run("check", tmp_path / "note.md", "--out", tmp_path / "out", "--format", "docx")
    assert status == 0
    assert "No Word file of this pack was marked" in output


def test_without_the_format_no_copy_is_written(pack: Path, tmp_path: Path) -> None:
    run("check", pack, "--out", tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.docx"))


def test_an_unknown_format_is_named(pack: Path) -> None:
    status, output = run("check", pack, "--format", "docx,odd")
    assert status == 2
    assert "unknown format 'odd'" in output


def test_the_settings_file_says_how_much_is_marked(pack: Path, tmp_path: Path) -> None:
    (pack / "tendercheck.toml").write_text('[marked]\ncomments = 1\nseverity = "critical"\n', encoding="utf-8")
    assert read_marked(pack / "tendercheck.toml") == Marked(comments=1, severity="critical")
    run("check", pack, "--out", tmp_path / "out", "--format", "docx")
    copies = list((tmp_path / "out").rglob("*.docx"))
    assert all(len(comments(copy.read_bytes())) == 1 for copy in copies)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("comments = 0", "comments cannot be '0'"),
        ("comments = true", "comments cannot be 'True'"),
        ('severity = "bad"', "severity cannot be 'bad'"),
        ("colour = 1", "unknown entry 'colour' of \\[marked\\]"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, table: str, said: str) -> None:
    path = tmp_path / "tendercheck.toml"
    path.write_text(f"[marked]\n{table}\n", encoding="utf-8")
    with pytest.raises(CheckerError, match=said):
        read_marked(path)


def _office_python() -> str:
    """The Python that can talk to LibreOffice; `make packages` installs both."""
    python = shutil.which("python3", path="/usr/bin")
    assert python is not None, "the system's Python is missing: run make packages"
    assert shutil.which("soffice") is not None, "LibreOffice is missing: run make packages"
    return python


def test_libreoffice_shows_the_comments_and_takes_the_changes_back(tmp_path: Path) -> None:
    run("check", SAMPLE, "--out", tmp_path, "--format", "docx", "--as-of", "2026-06-01")
    copy = tmp_path / "request-for-quotation (checked).docx"
    original = shutil.copy(SAMPLE, tmp_path / "original.docx")
    assert joined(rejected(copy.read_bytes())) == joined(body(SAMPLE.read_bytes()))
    subprocess.run([_office_python(), OFFICE, copy, original], check=True, timeout=300)
    seen, before = (
        json.loads(file.with_name(file.name + ".json").read_text(encoding="utf-8")) for file in (copy, original)
    )
    ours = [comment for comment in seen["comments"] if comment["author"] == "Small-firm check"]
    assert sorted(comment["text"] for comment in ours) == sorted(comments(copy.read_bytes()).values())
    assert seen["rejected"] == before["rejected"]
    assert seen["accepted"] != before["accepted"]
    assert text_of(rejected(copy.read_bytes())) == text_of(body(SAMPLE.read_bytes()))
