"""decide, template, statement, compare, ask and plan as a user meets them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli
from tests import drafts

FACTS = ("--as-of", "2026-06-01")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates of the one who runs the tests are not these tests' business, and a pack is read in this process."""
    import checker.pipeline
    from checker.ingest.pack import read_pack_here

    monkeypatch.setattr("click.get_app_dir", lambda _: str(tmp_path / "app"))
    monkeypatch.setattr(
        checker.pipeline, "read_pack", lambda path, *, limits, **others: read_pack_here(path, limits=limits)
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(drafts.INVITATION, encoding="utf-8")
    return path


def run(*arguments: str | Path, typed: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], input=typed)
    return result.exit_code, result.output


def decisions(path: Path) -> list[dict]:
    run("check", path, "--out", path.parent / "out", *FACTS)
    return json.loads((path.parent / "out" / "report.json").read_text(encoding="utf-8"))["decisions"]


def keep(path: Path, *more: str) -> tuple[int, str]:
    return run(
        "decide", path, "--finding", "finance.turnover-minimum", "--decision", "keep", "--reason", "Large crews.",
        "--role", "Category manager", "--on", "2026-05-20", *FACTS, *more,
    )  # fmt: skip


def test_a_decision_stands_beside_the_file_and_in_the_report(draft: Path) -> None:
    status, output = keep(draft, "--until", "2027-01-01")
    assert (status, "draft.md.decisions.yaml" in output) == (0, True)
    (found,) = decisions(draft)
    assert (found["decision"], found["reason"], found["role"]) == ("keep", "Large crews.", "Category manager")
    assert (found["on"], found["until"], found["fate"]) == ("2026-05-20", "2027-01-01", "stands")


def test_a_folder_keeps_its_decisions_inside_and_they_are_no_document(draft: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    draft.rename(pack / "draft.md")
    keep(pack)
    assert (pack / "decisions.yaml").exists()
    run("check", pack, "--out", tmp_path / "out", *FACTS)
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [document["name"] for document in report["pack"]["documents"]] == ["draft.md"]
    assert report["pack"]["skipped"] == []


def test_the_list_shows_what_was_decided_and_what_became_of_it(draft: Path) -> None:
    keep(draft)
    assert "kept by Category manager, 20 May 2026" in run("decide", draft, "--list", *FACTS)[1]
    draft.write_text(drafts.INVITATION.replace("£500,000", "£650,000"), encoding="utf-8")
    status, output = run("decide", draft, "--list", *FACTS)
    assert status == 0
    assert "please decide again" in output
    assert "before: Bidders must have a minimum annual turnover of £500,000." in output
    assert "now: Bidders must have a minimum annual turnover of £650,000." in " ".join(output.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--finding", "finance.turnover-minimum"], "go together"),
        (["--finding", "no.such-rule", "--decision", "accept"], "no point is called"),
        (["--finding", "finance.turnover-minimum", "--decision", "keep"], "--reason is needed"),
        (["--finding", "finance.turnover-minimum", "--decision", "accept", "--on", "2026-05-02", "--until", "2026-05-01"],
         "--until"),
        (["--lots", " "], "--lots needs a sentence"),
        (["--list", "--templates", "/no/such/folder"], "no folder"),
    ],
)  # fmt: skip
def test_a_wrong_use_is_one_clear_sentence_and_writes_nothing(draft: Path, arguments: list[str], says: str) -> None:
    status, output = run("decide", draft, *arguments, *FACTS)
    assert status == 2
    assert says in output
    assert "Traceback" not in output
    assert [path.name for path in draft.parent.glob("*.yaml")] == []


def test_a_mistake_in_the_file_stops_check_with_its_line(draft: Path) -> None:
    keep(draft)
    file = draft.with_name("draft.md.decisions.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("decision: keep", "decision: kep"), encoding="utf-8")
    status, output = run("check", draft, "--out", draft.parent / "out", *FACTS)
    assert status == 2
    assert "draft.md.decisions.yaml:8: " in " ".join(output.split())


def test_going_through_points_one_by_one(draft: Path) -> None:
    status, output = run(
        "decide", draft, *FACTS, "--on", "2026-05-20",
        typed="Category manager\nk\n\nLarge crews.\n2020-01-01\n2027-01-01\na\n\nw\nNo.\nl\nq\n",
    )  # fmt: skip
    assert status == 0
    assert "3 decided" in output
    found = decisions(draft)
    assert [item["decision"] for item in found] == ["keep", "accept", "reject"]
    assert (found[0]["reason"], found[0]["until"], found[0]["role"]) == (
        "Large crews.", "2027-01-01", "Category manager",
    )  # fmt: skip
    again = run("decide", draft, *FACTS, typed="Officer\nq\n")[1]
    waiting = int(output.split(" points wait")[0].split()[-1])
    assert f"{waiting - 3} points wait" in again


def test_stopping_with_the_keyboard_keeps_what_was_answered(draft: Path) -> None:
    run("decide", draft, *FACTS, typed="Officer\na\n\n")  # the input ends in the middle
    assert len(decisions(draft)) == 1


def test_a_template_is_registered_listed_used_and_removed(draft: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text("# Terms\n\n1. Payment\n\n1.1 The Council pays each invoice within 60 days of receiving it.\n")
    folder = ("--templates", str(tmp_path / "standard"))
    (tmp_path / "standard").mkdir()
    status, output = run(
        "template", "add", terms, "--owner", "Legal", "--name", "Terms", "--version", "v7", *folder, *FACTS
    )
    assert (status, "Registered Terms v7, owner Legal" in output) == (0, True)
    assert "Terms v7: owner Legal" in run("template", "list", *folder)[1]
    draft.write_text(drafts.INVITATION + "\n" + terms.read_text().split("\n", 2)[2], encoding="utf-8")
    assert "in Terms v7, owner Legal" in run("ask", draft, "--out", tmp_path / "ask", *folder, *FACTS)[1]
    assert "Terms v7" in run("template", "remove", "Terms", *folder)[1]
    assert run("template", "remove", "Terms", *folder)[0] == 2
    assert "0 registered" in run("template", "list", *folder)[1]
    assert "0 registered" in run("template", "list")[1]


def test_a_statement_is_a_draft_until_all_is_decided(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, output = run("statement", draft, "--out", out, "--on", "2026-06-01", *FACTS)
    assert status == 0
    assert "Working draft, not for filing" in output
    assert sorted(path.name for path in out.iterdir()) == ["statement-draft.docx", "statement-draft.html"]
    for line in run("decide", draft, "--list", *FACTS)[1].splitlines():
        words = line.split()
        if words and words[0].rstrip(".").isdigit() and len(words) > 2:
            run("decide", draft, "--finding", words[1], "--decision", "accept", *FACTS)
    assert "Working draft" not in run("statement", draft, "--out", out, "--on", "2026-06-01", *FACTS)[1]
    assert (out / "statement.docx").exists()


def test_two_drafts_are_compared(draft: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.md"
    new.write_text(
        drafts.INVITATION.replace("1.3 Bidders must supply audited accounts", "1.3 We never ask for accounts")
    )
    status, output = run("compare", draft, new, "--out", tmp_path / "out", *FACTS)
    assert status == 0
    assert "fixed" in output
    assert (tmp_path / "out" / "compare.html").exists()


def test_messages_are_printed_and_written(draft: Path, tmp_path: Path) -> None:
    status, output = run("ask", draft, "--out", tmp_path / "out", "--reply-by", "2026-06-12", *FACTS)
    assert status == 0
    assert "Please reply by 12 June 2026" in output
    assert {"ask-finance.txt", "ask-insurance.txt"} <= {path.name for path in (tmp_path / "out").iterdir()}


def test_a_plan_needs_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, output = run("plan", "--value-total", "90000", "--kind", "services", "--out", tmp_path / "out", *FACTS)
    assert status == 0
    assert "Insurance" in output
    assert (tmp_path / "out" / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("plan", "--kind", "sevices", "--out", tmp_path / "x", *FACTS)[0] == 2


def test_no_command_needs_the_clock_with_its_days_given(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.cli.packs.today", lambda: 1 / 0)
    monkeypatch.setattr(sys.modules["checker.cli.decide"], "today", lambda: 1 / 0)
    assert keep(draft)[0] == 0
