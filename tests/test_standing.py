"""Standing templates: unchanged text folds into one line, what the officer wrote or changed stays in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker.domain import CheckerError, Folded, Report, StandingTemplate
from checker.settings import Settings
from checker.standing import clause_hash, folded_of, template_of
from checker.templatefile import find_template, read_templates, remove_template, save_template
from tests.drafts import INVITATION, TODAY, decide, draft, finding

TERMS = """Standard terms

1. Payment

1.1 The Council pays each invoice within 60 days of receiving it from the Supplier.

1.2 The Supplier's liability under this contract is unlimited in every respect whatsoever.

2. Insurance

2.1 The Supplier must hold public liability insurance of £10 million at the time of tender.
"""


@pytest.fixture(scope="module")
def terms() -> Report:
    return draft(("terms.txt", TERMS))


def register(report: Report, version: str = "v7", added: date = TODAY, decisions: tuple = ()) -> StandingTemplate:
    return template_of(
        report.clauses, report.verdicts, decisions, name="Standard Terms", version=version, owner="Legal", added=added,
        file="terms.docx", digest="d",
    )  # fmt: skip


def folded(texts: list, *templates: StandingTemplate) -> Report:
    return draft(*texts, settings=Settings(as_of=TODAY, templates=templates))


def in_terms(report: Report) -> set[str]:
    return {v.finding.id for v in report.verdicts if v.finding.document == "terms.txt"}


def test_unchanged_terms_fold_into_one_line(terms: Report) -> None:
    report = folded([INVITATION, ("terms.txt", TERMS)], register(terms))
    (fold,) = report.folded
    assert set(fold.findings) == in_terms(report)
    assert len(fold.findings) >= 2
    assert fold.line == f"{len(fold.findings)} known points in Standard Terms v7, owner Legal"
    assert fold.unseen == ()
    assert len(report.verdicts) == len(draft(INVITATION, ("terms.txt", TERMS)).verdicts)


def test_what_the_officer_wrote_is_never_folded(terms: Report) -> None:
    report = folded([INVITATION, ("terms.txt", TERMS)], register(terms))
    mine = {v.finding.id for v in report.verdicts if v.finding.document == "itt.txt"}
    assert mine
    assert not mine & {key for fold in report.folded for key in fold.findings}


@pytest.mark.parametrize(
    "changed", [TERMS.replace("60 days", "90 days"), TERMS.replace("from the Supplier", "from the Supplier by post")]
)
def test_a_changed_clause_comes_back_in_full(terms: Report, changed: str) -> None:
    report = folded([INVITATION, ("terms.txt", changed)], register(terms))
    hidden = {key for fold in report.folded for key in fold.findings}
    assert finding(report, "payment.over-30").finding.id not in hidden
    assert finding(report, "risk.liability-unlimited").finding.id in hidden


def test_moved_and_renumbered_text_is_still_the_templates(terms: Report) -> None:
    moved = TERMS.replace("1.1 The", "9.4 The").replace("2. Insurance", "3. Insurance").replace("2.1 The", "3.6 The")
    report = folded([INVITATION, ("schedule.txt", moved)], register(terms))
    assert len(report.folded[0].findings) == len(in_terms(draft(("terms.txt", TERMS))))


def test_a_point_that_its_owner_never_saw_is_counted_apart(terms: Report) -> None:
    blind = template_of(
        terms.clauses, (), (), name="Standard Terms", version="v7", owner="Legal", added=TODAY, file="f", digest="d"
    )
    (fold,) = folded([("terms.txt", TERMS)], blind).folded
    assert fold.unseen == fold.findings
    assert "not raised when it was registered" in fold.line
    assert "known" not in fold.line


def test_the_owners_decisions_come_with_the_text_and_this_packs_own_win(terms: Report) -> None:
    theirs = decide(terms, "payment.over-30", "keep", "Set by finance.")
    report = folded([INVITATION, ("terms.txt", TERMS)], register(terms, decisions=(theirs,)))
    decided = report.decision_of(finding(report, "payment.over-30").finding.id)
    assert decided is not None
    assert (decided.template, decided.decision.reason) == ("Standard Terms v7", "Set by finance.")
    mine = decide(draft(INVITATION, ("terms.txt", TERMS)), "payment.over-30", "accept")
    both = draft(
        INVITATION, ("terms.txt", TERMS),
        settings=Settings(as_of=TODAY, templates=(register(terms, decisions=(theirs,)),), decisions=(mine,)),
    )  # fmt: skip
    assert [d.decision.decision for d in both.decisions] == ["accept"]


def test_an_older_version_is_named_and_the_newer_told(terms: Report) -> None:
    new = draft(("terms.txt", TERMS.replace("60 days", "30 days")))
    old = register(terms, "v6", date(2025, 1, 1))
    (fold,) = folded([("terms.txt", TERMS)], register(new), old).folded
    assert isinstance(fold, Folded)
    assert (fold.template, fold.newer) == ("Standard Terms v6", "Standard Terms v7")


def test_a_short_row_alone_is_nobodys_text(terms: Report) -> None:
    template = register(draft(("t.txt", "1. Fees\n\n1.1 Paid in 60 days.\n")))
    report = folded([("itt.txt", INVITATION + "\n3. Fees we pay\n\n3.1 Paid in 60 days.\n")], template)
    assert report.folded == ()


def test_the_register_is_a_folder_of_readable_files(terms: Report, tmp_path: Path) -> None:
    made = register(terms, decisions=(decide(terms, "payment.over-30", "keep", "Set by finance."),))
    path = save_template(tmp_path / "templates", made)
    assert read_templates(tmp_path / "templates") == (made,)
    text = path.read_text(encoding="utf-8")
    assert "owner: Legal" in text
    assert "unlimited in every respect" not in text
    save_template(tmp_path / "templates", made)
    assert len(read_templates(tmp_path / "templates")) == 1


def test_a_template_is_removed_by_its_name(terms: Report, tmp_path: Path) -> None:
    for version in ("v6", "v7"):
        save_template(tmp_path, register(terms, version))
    with pytest.raises(CheckerError, match="several templates"):
        find_template(read_templates(tmp_path), "Standard Terms")
    with pytest.raises(CheckerError, match="'Standard Terms v6', 'Standard Terms v7'"):
        remove_template(tmp_path, "Standard Terms v8")
    assert remove_template(tmp_path, "Standard Terms v6").version == "v6"
    assert [t.version for t in read_templates(tmp_path)] == ["v7"]
    assert read_templates(tmp_path / "nothing") == ()


def test_a_mistake_in_a_template_file_is_told_with_its_line(terms: Report, tmp_path: Path) -> None:
    path = save_template(tmp_path, register(terms))
    path.write_text(path.read_text(encoding="utf-8").replace("owner:", "ownr:"), encoding="utf-8")
    with pytest.raises(CheckerError, match=r"template\.yaml:\d+: ownr"):
        read_templates(tmp_path)


def test_other_words_that_lead_into_a_clause_make_it_another(terms: Report) -> None:
    clause = terms.clauses[-1]
    assert clause_hash(clause) != clause_hash(replace(clause, lead_in="The Supplier need not show that:"))
    assert clause_hash(clause) == clause_hash(replace(clause, number="99", headings=()))


def test_a_point_that_reaches_beyond_the_template_stays_in_full(terms: Report) -> None:
    report = draft(INVITATION, ("terms.txt", TERMS))
    inside, outside = finding(report, "payment.over-30"), finding(report, "finance.turnover-minimum")
    both = replace(inside, finding=replace(inside.finding, places=(outside.finding.place,)))
    assert folded_of(report.clauses, (inside,), (register(terms),)) != ()
    assert folded_of(report.clauses, (both,), (register(terms),)) == ()
