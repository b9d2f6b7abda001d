"""decisions.yaml: readable, editable by hand, strict about mistakes, never half written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.decisionfile import Record, add_decisions, decisions_path, read_decisions
from checker.domain import CheckerError, Decision, LotsView

DAY = date(2026, 6, 1)
ONE = Decision(
    finding="0123456789ab", decision="keep", reason="The roof needs it.", role="Category manager", on=DAY,
    until=date(2027, 1, 1), rule="insurance.public-liability-level", document="itt.docx", clause="1.10",
    quote="Cover of £10 million: no less.", also=("And again.",), severity="high", point="Cover is high.",
    replaces=("ba9876543210",),
)  # fmt: skip


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    add_decisions(path, [ONE])
    add_decisions(path, [Decision(finding="x", decision="accept", reason="", role="Officer", on=DAY)])
    assert [d.finding for d in read_decisions(path).decisions] == ["0123456789ab", "x"]
    assert read_decisions(path).decisions[0] == ONE
    assert [file.name for file in tmp_path.iterdir()] == ["decisions.yaml"]


def test_lots_are_kept_beside_decisions(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    view = LotsView(reason="Too small to split.", role="Officer", on=DAY)
    add_decisions(path, lots=view)
    assert read_decisions(path) == Record(lots=view)
    add_decisions(path, [ONE])
    assert read_decisions(path) == Record(decisions=(ONE,), lots=view)
    later = LotsView(reason="Two lots.", role="Officer", on=DAY)
    add_decisions(path, lots=later)
    assert read_decisions(path) == Record(decisions=(ONE,), lots=later)


def test_comments_and_edits_by_hand_stay(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    add_decisions(path, [ONE])
    path.write_text(path.read_text(encoding="utf-8").replace("The roof needs it.", "Agreed.  # minuted on 3 May"))
    add_decisions(path, [ONE])
    assert "# minuted on 3 May" in path.read_text(encoding="utf-8")
    assert [d.reason for d in read_decisions(path).decisions] == ["Agreed.", "The roof needs it."]


def test_a_file_in_another_style_is_added_to_as_well(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("decisions: [{finding: a, decision: accept, role: Officer, date: 2026-06-01}]\nformat: 1\n")
    add_decisions(path, [ONE])
    assert [d.finding for d in read_decisions(path).decisions] == ["a", ONE.finding]


def test_nothing_recorded_yet(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    assert read_decisions(path) == Record()
    path.write_text("format: 1\ndecisions:\n")
    assert read_decisions(path) == Record()


@pytest.mark.parametrize(
    ("entry", "line", "says"),
    [
        ("- {finding: a, decision: keep, role: Officer, date: 2026-06-01}", 3, "needs a reason"),
        ("- {finding: a, decision: perhaps, role: Officer, date: 2026-06-01}", 3, "decision"),
        ("- finding: a\n  decision: accept\n  role: Officer\n  date: soon", 6, "YYYY-MM-DD"),
        ("- finding: a\n  decision: accept\n  rolle: Officer\n  date: 2026-06-01", 5, "rolle"),
        ("- finding: a\n  decision: accept\n  role: Officer\n  date: 2026-06-01\n  clause: 1.10", 7, "clause"),
        ("- {finding: a, decision: accept, role: O, date: 2026-06-01, until: 2026-05-01}", 3, "until"),
        ("- finding: [a", 4, ""),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, entry: str, line: int, says: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(f"format: 1\ndecisions:\n{entry}\n")
    with pytest.raises(CheckerError, match=f"decisions.yaml:{line}: .*{says}"):
        read_decisions(path)
    before = path.read_text()
    with pytest.raises(CheckerError):
        add_decisions(path, [ONE])
    assert path.read_text() == before


def test_a_hostile_file_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    for content in (
        "[" * 20_000,
        "a: &a [b]\nb: *a",
        "!!python/object/apply:os.system [ls]",
        "\x00",
        "format: 1\n" * 2,
    ):
        path.write_text(content)
        with pytest.raises(CheckerError, match=r"decisions\.yaml"):
            read_decisions(path)
    path.write_bytes(b"format: 1\n#" + b"x" * 6_000_000)
    with pytest.raises(CheckerError, match="larger than"):
        read_decisions(path)


def test_where_it_lies(tmp_path: Path) -> None:
    assert decisions_path(tmp_path) == tmp_path / "decisions.yaml"
    assert decisions_path(tmp_path / "itt.docx") == tmp_path / "itt.docx.decisions.yaml"


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.yaml"
    add_decisions(path, [ONE])
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CheckerError, match="No space left"):
        add_decisions(path, [ONE])
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["decisions.yaml"]


hostile = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=80, deadline=None)
@given(hostile, hostile, hostile)
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, a: str, b: str, c: str) -> None:
    path = tmp_path_factory.mktemp("any") / "decisions.yaml"
    made = Decision(finding="id", decision="keep", reason="x" + a, role="y" + b, on=DAY, quote=c, document=a, point=b)
    add_decisions(path, [made])
    add_decisions(path, [made])
    assert read_decisions(path).decisions == (made, made)
