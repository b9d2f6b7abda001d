"""Marks every Word file below a folder as hard as can be, undoes it, and opens the copies in LibreOffice.

    python -m benchmarks.marked DIR [--checked] [--out FOLDER]

Each file gets a made-up point for every sentence, or for two hundred of them, each with a text to replace the sentence
(with --checked those that a check of DIR as one pack finds). A table tells for every file how many comments and changes
were set, whether our own rejection gives the original back, whether the format's rules are kept, and what LibreOffice
makes of it: its count of comments, how many stand on their words, and whether its text after "reject all" is that of
the original. Nothing is printed of any file but its name.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.domain import Bid, Document, Facts, Finding, Pack, Place, Report, Rewrite, Summary, Verdict, Versions
from checker.identity import finding_id
from checker.ingest import Unreadable
from checker.ingest.word import open_word
from checker.report.marked import mark
from checker.settings import Marked, Settings
from checker.structure import clauses_of
from tests import marking

NEW = "The new words stand here in the place of the old ones."
_MOST = 200  # points in one file; LibreOffice takes minutes to lay out a thousand comments
_ENDINGS = ("*.docx", "*.docm", "*.dotx")
_OFFICE = Path(__file__).with_name("marked_office.py")
_PYTHON = "/usr/bin/python3"  # LibreOffice's module for Python belongs to the system


@dataclass(slots=True)
class Row:
    """What came of one file."""

    name: str
    comments: int = 0
    changes: int = 0
    undone: str = "-"
    rules: str = "-"
    office_comments: str = "-"
    office_undone: str = "-"
    office_done: str = "-"
    note: str = ""


def report_on(document: Document) -> Report:
    """A report with a made-up point, and a text to write instead, for every sentence of a document."""
    clauses = clauses_of(document)
    all_places = [
        Place(clause=clause.number, quote=sentence.text, match=sentence.text, location=sentence.location)
        for clause in clauses
        for sentence in clause.sentences
    ]
    places = all_places[:: len(all_places) // _MOST + 1]
    verdicts = tuple(_verdict(place) for place in places)
    rewrites = tuple(Rewrite(finding_id=v.finding.id, kind="replace", text=NEW, checked=True) for v in verdicts)
    return Report(
        made="2026-01-05T09:00:00Z", as_of=date(2026, 1, 5), stage="draft", clauses=clauses, verdicts=verdicts,
        versions=Versions(checker="0", rules="0", policy="0"), pack=Pack(name="made up", documents=(document,)),
        named_not_given=(), facts=Facts(), bid=Bid(), credits=(), rewrites=rewrites, readability=(), journey=(),
        summary=Summary(barriers=(), mistakes=0, review=0, credits=0),
    )  # fmt: skip


def _verdict(place: Place) -> Verdict:
    rule = "process.made-up"
    return Verdict(
        finding=Finding(id=finding_id(rule, place), rule_id=rule, place=place), rule_id=rule, catalogue="A1",
        theme="process", chapter="barriers", step="enter", owner="officer", severity="high", force="good",
        outcome="barrier", certainty="plain", title="Made up", message="This is a made-up point.",
        because="It stands on every sentence.", why="",
    )  # fmt: skip


def mark_one(path: Path, name: str, report: Report | None, copy: Path) -> Row:
    """One file marked, checked by our own eyes and written to `copy`."""
    row = Row(name)
    data = path.read_bytes()
    try:
        file = open_word(data, name)
    except Unreadable as error:
        row.note = f"not read: {error.kind}"
        return row
    content = mark(report or report_on(file.document), file, Marked(comments=25 if report else 2 * _MOST))
    if content is None:
        row.note = "nothing to mark"
        return row
    body = marking.body(content)
    row.comments = len(marking.comments(content))
    row.changes = sum(each.get(f"{marking.W}author") == marking.AUTHOR for each in body.iter(f"{marking.W}ins"))
    row.undone = _yes(marking.joined(marking.rejected(content)) == marking.joined(marking.body(data)))
    row.rules = "; ".join(marking.faults(content, data)) or "yes"
    for kind, written in (("marked", content), ("original", data)):
        (copy / kind).mkdir(parents=True)  # under one name: a document can show its own
        (copy / kind / f"file{path.suffix}").write_bytes(written)
    return row


def open_in_office(folders: list[Path]) -> None:
    """Lets LibreOffice write, beside each file, what it sees: see `marked_office.py`."""
    files = [file for folder in folders for file in sorted(folder.glob("*/file.*"))]
    if files:
        subprocess.run([_PYTHON, _OFFICE, *files], check=False)  # noqa: S603


def judge(row: Row, folder: Path, *, made_up: bool) -> None:
    """What LibreOffice made of a copy, beside what it made of the original."""
    seen = {file.parent.name: json.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*/*.json")}
    if len(seen) < 2:
        row.note = (
            "LibreOffice could not open the copy" if "original" in seen else "LibreOffice cannot open the original"
        )
        return
    ours = [comment for comment in seen["marked"]["comments"] if comment["author"] == marking.AUTHOR]
    copy = next(file for file in (folder / "marked").iterdir() if file.suffix != ".json")
    words = Counter(_squeezed(words) for words in marking.commented(copy.read_bytes(), inserted=True).values())
    right = (words & Counter(_squeezed(comment["words"]) for comment in ours)).total()
    row.office_comments = f"{len(ours)}, {right} on their words"
    row.office_undone = _yes(_squeezed(seen["marked"]["rejected"]) == _squeezed(seen["original"]["rejected"]))
    if row.changes and made_up:
        row.office_done = _yes(_squeezed(seen["marked"]["accepted"]).count(_squeezed(NEW)) >= row.changes)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _yes(answer: bool) -> str:
    return "yes" if answer else "NO"


def _whole_report(folder: Path) -> Report:
    from checker.pipeline import check_pack
    from checker.policy import load_policy
    from checker.rulefile import load_rules

    report = check_pack(folder, load_rules(), load_policy(), Settings(as_of=date(2026, 6, 1)))
    return replace(report, made="2026-06-01T09:00:00Z")


def main() -> None:
    """Marks, checks, opens and prints the table."""
    parser = argparse.ArgumentParser(description="Marks every Word file below a folder and checks the copies.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--checked", action="store_true", help="mark what a check of the folder finds")
    parser.add_argument("--out", type=Path, help="folder for the copies (default: a temporary one)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = asked.out or Path(scratch)
        report = _whole_report(asked.folder) if asked.checked else None
        files = sorted(file for ending in _ENDINGS for file in asked.folder.rglob(ending))
        pairs = [(out.resolve() / f"{index:04}", file) for index, file in enumerate(files)]
        rows = [(mark_one(file, file.relative_to(asked.folder).as_posix(), report, copy), copy) for copy, file in pairs]
        open_in_office([copy for _, copy in rows if copy.exists()])
        print("| file | comments | changes | undone | rules kept | LibreOffice: comments | undone | done | note |")
        print("|---|---|---|---|---|---|---|---|---|")
        for row, copy in rows:
            if copy.exists():
                judge(row, copy, made_up=report is None)
            print(
                f"| {row.name[-60:]} | {row.comments} | {row.changes} | {row.undone} | {row.rules} | "
                f"{row.office_comments} | {row.office_undone} | {row.office_done} | {row.note} |"
            )


if __name__ == "__main__":
    main()
