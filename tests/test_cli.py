"""The command as a user meets it: what it writes, says and exits with; run without network."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli

SAMPLES = Path(__file__).parent.parent / "sample_tenders"
DRAFT = """# Invitation to tender: window cleaning

Ashby Moor Parish Council invites tenders for window cleaning worth £4,000 a year.

1. Tenders

1.1 Any incomplete or unsigned tender will be rejected.

1.2 Bidders must have a minimum annual turnover of £500,000.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the checker opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    return result.exit_code, result.output


def report(folder: Path) -> dict:
    return json.loads((folder / "report.json").read_text(encoding="utf-8"))


def test_check_writes_both_reports_and_says_where(draft: Path, tmp_path: Path) -> None:
    status, output = run("check", draft, "--out", tmp_path / "out", "--as-of", "2026-06-01")
    assert status == 0
    assert str(tmp_path / "out" / "report.html") in output
    assert (tmp_path / "out" / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    rules = {finding["rule"] for finding in report(tmp_path / "out")["findings"]}
    assert {"finance.turnover-minimum", "process.automatic-rejection"} <= rules


def test_same_input_gives_the_same_bytes(draft: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("check", draft, "--out", tmp_path / name, "--reproducible", "--as-of", "2026-06-01")
    for name in ("report.html", "report.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_sample_pack_is_checked_without_network(tmp_path: Path) -> None:
    status, _ = run("check", SAMPLES / "city-cleaning", "--out", tmp_path, "--as-of", "2026-06-01")
    assert status == 0
    assert len(report(tmp_path)["pack"]["documents"]) == 2


def test_fail_on(draft: Path, tmp_path: Path) -> None:
    assert run("check", draft, "--out", tmp_path / "a", "--fail-on", "medium")[0] == 1
    assert run("check", draft, "--out", tmp_path / "b", "--fail-on", "critical")[0] == 0


def test_what_cannot_be_read_is_skipped_and_only_strict_minds(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    assert run("check", broken, "--out", tmp_path / "out")[0] == 0
    skipped = report(tmp_path / "out")["pack"]["skipped"]
    assert [item["name"] for item in skipped] == ["broken.pdf"]
    assert skipped[0]["reason"]
    assert run("check", broken, "--out", tmp_path / "out", "--strict")[0] == 3


def test_an_empty_folder_still_gives_a_report(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    assert run("check", tmp_path / "pack", "--out", tmp_path / "out")[0] == 0
    assert report(tmp_path / "out")["findings"] == []


def test_given_facts_win(draft: Path, tmp_path: Path) -> None:
    run("check", draft, "--out", tmp_path / "out", "--value-annual", "£750,000")
    facts = [fact for fact in report(tmp_path / "out")["facts"] if fact["name"] == "value_annual"]
    assert facts[0]["value"] == 750000
    assert facts[0]["status"] == "given"
    finding = next(f for f in report(tmp_path / "out")["findings"] if f["rule"] == "finance.turnover-minimum")
    assert finding["severity"] == "low"


def test_facts_of_the_settings_file_are_taken(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "tendercheck.toml").write_text('[facts]\nvalue_annual = 750000\nauthority_type = "council"\n')
    run("check", draft, "--out", tmp_path / "out")
    facts = {fact["name"]: fact for fact in report(tmp_path / "out")["facts"] if fact["status"] == "given"}
    assert facts["value_annual"]["value"] == 750000


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--value-annual", "plenty"], "--value-annual"),
        (["--regime", "pcr99"], "pa23"),
        (["--issued", "1 June"], "YYYY-MM-DD"),
        (["--as-of", "soon"], "YYYY-MM-DD"),
        (["--format", "html,parchment"], "parchment"),
    ],
)
def test_a_wrong_option_is_one_clear_sentence(draft: Path, tmp_path: Path, arguments: list[str], says: str) -> None:
    status, output = run("check", draft, "--out", tmp_path / "out", *arguments)
    assert status == 2
    assert says in output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("text", "says"), [("facts = 3", "table"), ("[facts]\nvalu = 3", "valu"), ("[fact]", "fact")])
def test_a_wrong_settings_file_is_one_clear_sentence(draft: Path, tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "tendercheck.toml").write_text(text)
    status, output = run("check", draft, "--out", tmp_path / "out")
    assert status == 2
    assert "tendercheck.toml" in output
    assert says in output


def test_a_missing_path_is_a_usage_error(tmp_path: Path) -> None:
    assert run("check", tmp_path / "nothing.pdf")[0] == 2


def test_an_earlier_report_stays_when_the_new_one_fails(draft: Path, tmp_path: Path) -> None:
    run("check", draft, "--out", tmp_path / "out", "--reproducible")
    before = (tmp_path / "out" / "report.json").read_bytes()
    run("check", draft, "--out", tmp_path / "out", "--regime", "pcr99")
    assert (tmp_path / "out" / "report.json").read_bytes() == before
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.html", "report.json"]


def test_an_undated_draft_stands_under_the_law_of_its_day(draft: Path, tmp_path: Path) -> None:
    for day, regime in (("2024-06-01", "pcr15"), ("2026-06-01", "pa23")):
        run("check", draft, "--out", tmp_path / day, "--as-of", day)
        facts = {fact["name"]: fact["value"] for fact in report(tmp_path / day)["facts"]}
        assert facts["regime"] == regime


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from checker.cli import cli; "
        "CliRunner().invoke(cli, ['--help']); CliRunner().invoke(cli, ['check', '--help']); "
        "heavy = {'spacy', 'lxml', 'pdfplumber', 'pypdfium2', 'pydantic', 'jinja2', 'textstat', 'nupunkt', 're2'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_fact_of_the_contract_has_an_option() -> None:
    _, output = run("check", "--help")
    for name in ("value-total", "value-annual", "vat-basis", "issued", "authority-type", "regime", "page-limit"):
        assert f"--{name}" in output


def test_rules_check_proves_one_rule_and_names_a_stranger() -> None:
    status, output = run("rules", "check", "finance.turnover-minimum")
    assert (status, output.strip()) == (0, "1 rules checked, 0 problems")
    status, output = run("rules", "check", "finance.no-such-rule")
    assert status == 2
    assert "no-such-rule" in output


def test_audit_names_a_failed_pack_and_passes_over_it(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    (packs / "good").mkdir(parents=True)
    (packs / "good" / "itt.md").write_text(DRAFT, encoding="utf-8")
    (packs / "bad").mkdir()
    (packs / "bad" / "itt.md").write_text(DRAFT, encoding="utf-8")
    (packs / "bad" / "tendercheck.toml").write_text("[facts]\nvalu = 3")
    status, output = run("audit", packs, "--out", tmp_path / "out", "--reproducible")
    assert status == 0
    assert "2 packs, 1 of them failed" in output
    table = (tmp_path / "out" / "audit.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[1].startswith("bad,")
    assert "unknown fact" in table[1]
    assert (tmp_path / "out" / "good" / "report.html").exists()
    assert "good/report.html" in (tmp_path / "out" / "audit.html").read_text(encoding="utf-8")


def test_audit_counts_what_was_decided_beside_each_pack(tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "one"
    pack.mkdir(parents=True)
    (pack / "itt.md").write_text(DRAFT, encoding="utf-8")
    assert run("check", pack, "--out", tmp_path / "first", "--as-of", "2026-11-23")[0] == 0
    found = json.loads((tmp_path / "first" / "report.json").read_text(encoding="utf-8"))["findings"][0]["id"]
    status, output = run(
        "decide", pack, "--finding", found, "--decision", "accept", "--on", "2026-11-23", "--as-of", "2026-11-23"
    )
    assert status == 0, output
    run("audit", pack.parent, "--out", tmp_path / "out", "--reproducible", "--as-of", "2026-11-23")
    with (tmp_path / "out" / "audit.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["Decided"] for row in csv.DictReader(table)] == ["1"]


def test_audit_of_nothing_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, output = run("audit", tmp_path / "empty", "--out", tmp_path / "out")
    assert status == 2
    assert "holds no packs" in output
