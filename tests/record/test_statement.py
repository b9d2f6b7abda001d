"""The statement claims only what someone decided."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest

from checker.decisions import decision_about
from checker.domain import Decision, Fact, Facts, LotsView, Report
from checker.record.law import duty_on_lots, duty_to_consider
from checker.record.statement import Statement, statement_of
from checker.record.statement_pages import statement_html, statement_word
from checker.settings import Settings
from tests.drafts import INVITATION, TODAY, carried, decide, draft, finding

TURNOVER, ACCOUNTS = "finance.turnover-minimum", "finance.audited-accounts"
EVIL = "</w:t><script>alert(1)</script>\u202e\x00"


@pytest.fixture(scope="module")
def first() -> Report:
    return draft(INVITATION)


def everything(report: Report) -> list[Decision]:
    return [decision_about(v, "keep", reason="Needed.", role="Officer", on=TODAY) for v in report.verdicts]


def all_text(statement: Statement) -> str:
    document = docx.Document(io.BytesIO(statement_word(statement)))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_nothing_decided_is_a_working_draft_that_claims_nothing(first: Report) -> None:
    made = statement_of(first, TODAY)
    assert not made.clean
    assert (made.removed, made.reduced, made.kept, made.to_change, made.rejected) == ((), (), (), (), ())
    assert made.lots[-1] == "Not yet considered: nobody has recorded a decision on lots."
    text = all_text(made)
    assert "Working draft, not for filing" in text
    for verdict in first.verdicts:
        if verdict.severity in ("high", "critical") and verdict.outcome == "barrier":
            assert verdict.message in text


def test_it_is_clean_only_when_every_grave_point_is_decided(first: Report) -> None:
    made = everything(first)
    assert statement_of(carried(made, INVITATION), TODAY).clean
    grave = {v.finding.id for v in first.verdicts if v.severity in ("high", "critical") and v.outcome == "barrier"}
    assert grave
    for left_out in grave:
        some = [decision for decision in made if decision.finding != left_out]
        report = carried(some, INVITATION)
        assert not statement_of(report, TODAY).clean
        assert "Working draft" in statement_html(statement_of(report, TODAY)).decode()


def test_stale_and_expired_decisions_leave_a_draft(first: Report) -> None:
    changed = carried(everything(first), INVITATION.replace("£500,000", "£650,000"))
    made = statement_of(changed, TODAY)
    assert not made.clean
    assert any("decided again" in line.note for line in made.open_questions)


def test_removed_only_when_someone_decided_and_the_words_are_gone(first: Report) -> None:
    line = "1.3 Bidders must supply audited accounts for the last three years.\n\n"
    gone = INVITATION.replace(line, "")
    decided = statement_of(carried([decide(first, ACCOUNTS, "accept")], gone), TODAY)
    assert [item.point for item in decided.removed] == [finding(first, ACCOUNTS).message]
    assert statement_of(carried([], gone), TODAY).removed == ()
    kept = statement_of(carried([decide(first, ACCOUNTS, "keep", "A bond rests on it.")], gone), TODAY)
    assert kept.removed == ()
    assert len(kept.open_questions) == 1
    still = statement_of(carried([decide(first, ACCOUNTS, "accept")], INVITATION), TODAY)
    assert still.removed == ()
    assert len(still.to_change) == 1


def test_reduced_when_it_was_to_change_and_weighs_less_now(first: Report) -> None:
    new = INVITATION.replace("£500,000", "£60,000")
    report = carried([decide(first, TURNOVER, "accept")], new)
    after = [v for v in report.verdicts if v.rule_id == TURNOVER]
    made = statement_of(report, TODAY)
    assert after
    assert after[0].severity != finding(first, TURNOVER).severity
    assert [line.note.partition(";")[0] for line in made.reduced] == [
        f"From {finding(first, TURNOVER).severity} to {after[0].severity}"
    ]
    assert statement_of(carried([decide(first, TURNOVER, "keep", "Large.")], new), TODAY).reduced == ()


def test_kept_with_reason_role_and_dates(first: Report) -> None:
    made = decide(first, TURNOVER, "keep", "The crews are large.", until=date(2027, 1, 1))
    (line,) = statement_of(carried([made], INVITATION), TODAY).kept
    assert line.note == "Kept. Reason given: The crews are large."
    assert line.by == "Category manager, 1 June 2026, until 1 January 2027"


def test_a_view_of_lots_is_told_with_its_role(first: Report) -> None:
    view = LotsView(reason="The round is too small to split.", role="Category manager", on=TODAY)
    report = draft(INVITATION, settings=Settings(as_of=TODAY, lots=view))
    assert (
        "Considered: The round is too small to split (Category manager, 1 June 2026)."
        in statement_of(report, TODAY).lots
    )


def test_a_statement_after_the_notice_says_so(first: Report) -> None:
    text = INVITATION + "\nDate of issue: 1 May 2026\n"
    late = decide(first, TURNOVER, "keep", "Large.", on=date(2026, 5, 20))
    early = decide(first, ACCOUNTS, "accept", on=date(2026, 4, 20))
    report = carried([late, early], text)
    assert report.facts.value("issued") == "2026-05-01"
    (warning,) = statement_of(report, TODAY).warnings
    assert "One of its two decisions was recorded after that day" in warning
    assert statement_of(report, date(2026, 4, 30)).warnings == ()


def known(**values: str) -> Facts:
    usual = {"regime": "pa23", "jurisdiction": "england", "bound": "yes", "threshold_band": "above"} | values
    return Facts(tuple(Fact(name=name, value=value) for name, value in usual.items()))


@pytest.mark.parametrize(
    ("values", "cite"),
    [
        ({}, "Procurement Act 2023, s.12(4)"),
        ({"threshold_band": "below"}, "Procurement Act 2023, s.86(1)"),
        ({"threshold_band": "below", "authority_type": "school"}, ""),
        ({"threshold_band": "below", "procedure": "call-off"}, ""),
        ({"threshold_band": "unknown"}, ""),
        ({"regime": "pcr15"}, ""),
        ({"regime": "psr"}, ""),
        ({"jurisdiction": "wales"}, ""),
        ({"bound": "unknown"}, ""),
    ],
)
def test_the_duty_is_cited_only_where_it_is_known_to_apply(values: dict[str, str], cite: str) -> None:
    assert duty_to_consider(known(**values)).cite == cite


def test_lots_are_a_duty_only_above_the_threshold() -> None:
    assert duty_on_lots(known()).cite == "Procurement Act 2023, s.18"
    assert duty_on_lots(known(threshold_band="below")).cite == ""
    assert duty_on_lots(known(procedure="call-off")).cite == ""


def test_word_and_page_hold_the_same_points_and_the_same_bytes(first: Report) -> None:
    made = statement_of(carried(everything(first), INVITATION), TODAY)
    page, text = statement_html(made).decode(), all_text(made)
    for line in made.kept:
        assert line.note in page
        assert line.note in text
    assert statement_word(made) == statement_word(made)
    assert statement_html(made) == statement_html(made)
    with zipfile.ZipFile(io.BytesIO(statement_word(made))) as package:
        assert b"python-docx" not in package.read("docProps/core.xml")


def test_hostile_words_are_shown_as_text(first: Report) -> None:
    made = [replace(decide(first, TURNOVER, "keep", "Large." + EVIL), role="Officer" + EVIL)]
    statement = statement_of(carried(made, INVITATION), TODAY)
    page = statement_html(statement).decode()
    assert "<script" not in page
    assert "\u202e" not in page
    text = all_text(statement)
    assert "<script>alert(1)</script>⟨U+202E⟩⟨U+0000⟩" in text


def test_no_word_says_that_anyone_reviewed(first: Report) -> None:
    for report in (first, carried(everything(first), INVITATION)):
        page = statement_html(statement_of(report, TODAY)).decode().lower()
        assert "compliant" not in page
        assert "unlawful" not in page
        assert "was reviewed" not in page
        assert "nobody is said to have reviewed the rest" in page
