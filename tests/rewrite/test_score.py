"""The measure of how many findings get words: questions that would fit any clause do not count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.rewrite_score import main, served

FACTS = [{"name": "award", "value": "2026-05-05"}]


def finding(kind: str, text: str, checked: bool = True) -> dict[str, object]:
    rewrite = {"kind": kind, "text": text, "checked": checked}
    return {"severity": "medium", "quote": "Bring widget cover of £1m.", "places": [], "rewrite": rewrite}


@pytest.mark.parametrize(
    ("kind", "text", "counts"),
    [
        ("replace", "Bring cover.", True),
        ("ask", "Why bring widget cover of so much?", True),
        ("ask", "Can the award of 5 May 2026 be later?", True),
        ("ask", "Can this be said otherwise?", False),
    ],
)
def test_what_counts(kind: str, text: str, counts: bool) -> None:
    assert (served(finding(kind, text), FACTS) == kind) is counts


def test_what_failed_its_proof_does_not_count() -> None:
    assert served(finding("replace", "Bring cover.", checked=False), FACTS) is None
    assert served({**finding("ask", ""), "rewrite": None}, FACTS) is None


def test_the_share_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = {"facts": FACTS, "findings": [finding("insert", "More."), finding("ask", "Why this?")]}
    (tmp_path / "report.json").write_text(json.dumps(report), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["rewrite_score", str(tmp_path)])
    assert main() == 0
    assert "0.500  (of 2)" in capsys.readouterr().out
