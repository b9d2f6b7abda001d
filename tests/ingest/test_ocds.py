"""Notices in open contracting data: told by their content, read as rows, and their words become facts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.domain import Facts
from checker.ingest import read_pack_here
from checker.ingest.kinds import kind_of
from checker.ingest.ocds import read_ocds
from checker.ingest.unreadable import Unreadable
from checker.pipeline import know
from checker.settings import Settings

TENDER = {
    "title": "Window cleaning of council offices",
    "description": "Cleaning of windows inside and out at nine offices.",
    "legalBasis": {"id": "2023/54", "scheme": "UKPGA"},
    "procurementMethod": "open",
    "mainProcurementCategory": "services",
    "value": {"amount": 240000, "amountGross": 288000, "currency": "GBP"},
    "tenderPeriod": {"endDate": "2026-04-07T11:00:00Z"},
    "enquiryPeriod": {"endDate": "2026-03-20T17:00:00Z"},
    "contractPeriod": {"startDate": "2026-06-01T00:00:00+01:00", "endDate": "2029-05-31T23:59:59+01:00"},
    "lots": [{"id": "1"}, {"id": "2"}],
}


def release(**changes: Any) -> dict[str, Any]:
    base = {
        "ocid": "ocds-000000-1", "date": "2026-03-02T09:15:00Z", "buyer": {"name": "Ashmere District Council"},
        "tender": TENDER,
    }  # fmt: skip
    return {**base, **changes}


def data(content: Any) -> bytes:
    return json.dumps(content).encode()


def rows(content: Any) -> dict[str, str]:
    return {block.cells[0]: block.cells[1] for block in read_ocds(data(content), "n.json").blocks if block.cells}


def facts_of(folder: Path, **given: Any) -> Facts:
    return know(read_pack_here(folder), Settings(as_of=date(2026, 3, 3), given=tuple(given.items())))[1]


@pytest.mark.parametrize(
    "content",
    [release(), {"releases": [release()]}, {"records": [{"ocid": "ocds-000000-1", "compiledRelease": release()}]}],
    ids=["release", "release package", "record package"],
)
def test_the_kind_is_told_by_the_content(content: Any) -> None:
    assert kind_of(data(content), "whatever.bin") == "ocds"
    assert rows(content)["Title"] == "Window cleaning of council offices"


@pytest.mark.parametrize("content", [{"a": 1}, {"ocid": "x"}, {"note": "ocid and tender"}, {"ocid": "x", "tender": 1}])
def test_other_json_is_no_notice(content: Any) -> None:
    assert kind_of(data(content), "x.json") != "ocds"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-04-07T11:00:00Z", "7 April 2026 at 12:00"),
        ("2026-02-03T12:00:00Z", "3 February 2026 at 12:00"),
        ("2026-05-04T23:00:00Z", "5 May 2026"),
        ("2026-04-07", "7 April 2026"),
        ("2026-04-07T14:00:00", "7 April 2026 at 14:00"),
    ],
)
def test_moments_are_shown_as_clocks_here_show_them(moment: str, shown: str) -> None:
    told = rows(release(tender={**TENDER, "tenderPeriod": {"endDate": moment}}))
    assert told["Deadline for tenders"] == shown


def test_the_first_release_gives_the_day_of_issue_and_the_last_everything_else() -> None:
    later = release(date="2026-03-10T10:00:00Z", tender={**TENDER, "title": "Window cleaning, amended"})
    told = rows({"releases": [later, release()]})
    assert (told["Notice published"], told["Title"]) == ("2 March 2026", "Window cleaning, amended")


def test_what_is_not_said_or_makes_no_sense_has_no_row() -> None:
    told = rows(
        release(buyer=None, tender={"title": "Paint", "value": {"amount": True}, "tenderPeriod": {"endDate": "?"}})
    )
    assert told == {"Title": "Paint", "Notice published": "2 March 2026"}
    assert "Estimated value" not in rows(release(tender={"title": "Paint", "value": {"amount": 5, "currency": "EUR"}}))


def test_notices_of_several_tenders_are_not_this_tender() -> None:
    with pytest.raises(Unreadable) as error:
        read_ocds(data({"releases": [release(), release(ocid="ocds-000000-2")]}), "n.json")
    assert error.value.kind == "not-a-document"


def test_the_words_of_a_notice_become_facts_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "notice.json").write_bytes(data(release()))
    facts = facts_of(tmp_path)
    expected = {
        "buyer": "Ashmere District Council", "title": "Window cleaning of council offices", "kind": "services",
        "procedure": "open", "regime": "pa23", "value_total": 240000, "vat_basis": "ex", "term_months": 36, "lots": 2,
        "issued": "2026-03-02", "clarification_deadline": "2026-03-20", "submission_deadline": "2026-04-07",
        "start": "2026-06-01",
    }  # fmt: skip
    assert {name: facts.value(name) for name in expected} == expected
    deadline = facts.get("submission_deadline")
    assert deadline and deadline.location and deadline.location.document == "notice.json"
    assert deadline.quote == "Deadline for tenders | 7 April 2026 at 12:00"


def test_a_notice_that_contradicts_the_invitation_is_shown_and_a_given_fact_wins(tmp_path: Path) -> None:
    (tmp_path / "notice.json").write_bytes(data(release()))
    (tmp_path / "itt.txt").write_text("# Invitation to Tender\n\nThe deadline for tenders is 9 April 2026.\n")
    stated = facts_of(tmp_path).many("submission_deadline")
    assert {(fact.value, fact.status) for fact in stated} == {
        ("2026-04-07", "conflicting"), ("2026-04-09", "conflicting"),
    }  # fmt: skip
    assert facts_of(tmp_path, submission_deadline="2026-04-10").value("submission_deadline") == "2026-04-10"
