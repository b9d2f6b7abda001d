"""report.json keeps to the contract: keys, order, exact words, the same bytes every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from report_fixtures import REPORTS

import checker.report
from checker.domain import Report, Summary
from checker.report import FORMATS
from checker.report.as_json import as_dict, as_json

SCHEMA = json.loads((Path(checker.report.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
FINDING = [
    "id",
    "rule",
    "catalogue",
    "theme",
    "chapter",
    "step",
    "severity",
    "force",
    "outcome",
    "certainty",
    "confidence",
    "detectors",
    "owner",
    "document",
    "page",
    "clause",
    "quote",
    "places",
    "message",
    "because",
    "why",
    "sources",
    "rewrite",
]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fits_the_schema(name: str) -> None:
    VALIDATOR.validate(json.loads(as_json(REPORTS[name])))


def test_keys_come_in_the_order_of_the_contract(full: Report) -> None:
    data = json.loads(as_json(full))
    assert list(data) == (
        [
            "format",
            "made",
            "as_of",
            "stage",
            "keep_until",
            "versions",
            "pack",
            "facts",
            "bid",
            "findings",
            "credits",
            "readability",
            "decisions",
            "journey",
            "summary",
        ]
    )
    assert list(data["pack"]) == ["name", "documents", "skipped", "named_not_given"]
    assert list(data["pack"]["documents"][0]) == ["name", "role", "pages", "words", "read", "warnings", "ledger"]
    assert list(data["facts"][0]) == [
        "name",
        "value",
        "unit",
        "lot",
        "status",
        "document",
        "page",
        "clause",
        "quote",
        "how",
    ]
    assert list(data["bid"]) == ["returnables", "questions", "words_asked", "pages_asked", "hours"]
    assert [key for key in data["findings"][0] if key != "no_rewrite"] == FINDING
    assert list(data["credits"][0]) == ["rule", "catalogue", "document", "page", "quote", "message"]
    assert list(data["summary"]) == ["barriers", "mistakes", "review", "credits", "score"]
    assert list(data["summary"]["score"]) == ["low", "high", "after_reasons", "withheld"]


def test_findings_come_by_document_place_and_rule(full: Report) -> None:
    shuffled = replace(full, verdicts=tuple(reversed(full.verdicts)))
    found = [(f["document"], f["page"]) for f in as_dict(shuffled)["findings"]]
    assert found == sorted(found, key=lambda at: (at[0] == "", at[1] or 0))
    assert as_json(shuffled) == as_json(full)


def test_a_finding_holds_its_evidence_and_its_opinion(full: Report) -> None:
    finding = next(f for f in as_dict(full)["findings"] if f["id"] == "a02")
    assert finding["quote"] == "Each bidder shall show a yearly turnover of £2,000,000 for three years running."
    assert (finding["document"], finding["page"], finding["clause"]) == ("itt.pdf", 5, "3.2")
    assert finding["confidence"] == 0.97
    assert finding["detectors"] == ["rule", "classifier"]
    assert finding["places"] == [
        {
            "document": "forms/questionnaire.docx",
            "page": 12,
            "clause": "B7",
            "quote": "Turnover under £2,000,000 scores Fail.",
        }
    ]
    assert [source["force"] for source in finding["sources"]] == ["law", "duty"]
    assert finding["rewrite"]["kind"] == "replace"
    assert "no_rewrite" not in finding


def test_something_missing_has_no_quote_and_no_page(full: Report) -> None:
    finding = next(f for f in as_dict(full)["findings"] if f["id"] == "a04")
    assert (finding["quote"], finding["page"]) == ("", None)


def test_no_rewrite_comes_with_its_reason(full: Report) -> None:
    finding = next(f for f in as_dict(full)["findings"] if f["id"] == "a12")
    assert finding["rewrite"] is None
    assert finding["no_rewrite"] == "This is a question: what to write depends on the answer."


def test_the_score_is_a_range_and_the_same_after_reasons(full: Report) -> None:
    expected = {"low": 35, "high": 60, "after_reasons": {"low": 35, "high": 60}, "withheld": None}
    assert as_dict(full)["summary"]["score"] == expected


def test_a_withheld_score_has_no_numbers_and_a_reason(full: Report) -> None:
    summary = Summary(barriers=(), mistakes=0, review=0, credits=0, withheld="the terms were not read")
    score = as_dict(replace(full, summary=summary))["summary"]["score"]
    nothing = {"low": None, "high": None}
    assert score == {**nothing, "after_reasons": nothing, "withheld": "the terms were not read"}


def test_a_reproducible_report_does_not_say_when_it_was_made(full: Report) -> None:
    assert "made" not in as_dict(replace(full, made=None))


def test_exact_words_are_kept(hostile: Report) -> None:
    data = json.loads(as_json(hostile))
    assert data["findings"][0]["quote"] == hostile.verdicts[0].finding.place.quote
    assert "\u202e" in data["findings"][0]["quote"]


def test_half_a_surrogate_pair_is_escaped(hostile: Report) -> None:
    assert b"\\ud83d" in as_json(hostile)


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"format": 2},
        {"stage": "soon"},
        {"as_of": "23/11/2026"},
        {"findings": [{"id": "x"}]},
    ],
)
def test_the_schema_refuses_what_is_not_in_the_contract(full: Report, change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**as_dict(full), **change})


def test_the_schema_wants_a_reason_where_there_is_no_rewrite(full: Report) -> None:
    data = json.loads(as_json(full))
    finding = next(f for f in data["findings"] if f["rewrite"] is None)
    del finding["no_rewrite"]
    with pytest.raises(jsonschema.ValidationError, match="no_rewrite"):
        VALIDATOR.validate(data)


@pytest.mark.parametrize("kind", FORMATS)
def test_bytes_do_not_depend_on_the_run(kind: str) -> None:
    here = Path(__file__).parent
    code = (
        f"import sys; sys.path.insert(0, {str(here)!r}); from report_full import FULL;"
        " from checker.report import FORMATS;"
        f" sys.stdout.buffer.write(FORMATS[{kind!r}](FULL))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=here.parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_only_a_report_on_a_draft_says_until_when_it_is_kept(full: Report) -> None:
    assert as_dict(full)["keep_until"] == "2027-02-21"
    assert "keep_until" not in as_dict(replace(full, keep_until=None))
