"""The findings as a table, one row a finding, for csv and xlsx. Nothing of a tender is trusted in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

from checker.domain import Report, Verdict
from checker.report import labels, words
from checker.report.arrange import arrange
from checker.report.as_json import why_no_rewrite
from checker.report.points import where

Cell = str | int | float | None
_LONGEST = 32_000  # characters; a cell of Excel holds 32,767
# What a spreadsheet would take for a formula, also behind white space or the wide forms of the signs.
_RISKY = re.compile(r"^\s*[=+\-@＝＋－＠\t\r\n|%]")
_BREAKS = re.compile(r"[\r\n\t]+")

_Column = tuple[str, int, Callable[[int, Verdict, Report], Cell]]  # heading, width in characters, value
COLUMNS: tuple[_Column, ...] = (
    ("Point", 7, lambda n, v, r: n),
    ("Kind", 10, lambda n, v, r: "Question" if v.outcome == "review" else labels.CHAPTER[v.chapter]),
    ("Weight", 10, lambda n, v, r: labels.SEVERITY[v.severity]),
    ("What", 50, lambda n, v, r: v.message or v.title),
    ("Because", 50, lambda n, v, r: v.because),
    ("Document", 28, lambda n, v, r: v.finding.document),
    ("Page", 7, lambda n, v, r: v.finding.page),
    ("Clause", 10, lambda n, v, r: v.finding.place.clause),
    ("Words in the document", 60, lambda n, v, r: v.finding.place.quote),
    ("Further places", 28, lambda n, v, r: where(v.finding.places)),
    ("What to do", 12, lambda n, v, r: _kind(v, r)),
    ("Suggested wording", 60, lambda n, v, r: _text(v, r)),
    ("Passes our own rules", 12, lambda n, v, r: _passes(v, r)),
    ("Who can change it", 18, lambda n, v, r: _owner(v, r)),
    ("Theme", 24, lambda n, v, r: labels.THEME.get(v.theme, v.theme)),
    ("Step", 14, lambda n, v, r: labels.STEP[v.step]),
    ("How sure", 13, lambda n, v, r: labels.CERTAINTY[v.certainty]),
    ("How binding", 20, lambda n, v, r: labels.FORCE[v.force]),
    ("Sources", 40, lambda n, v, r: "; ".join(source.cite or source.url for source in v.sources)),
    ("If you use this text today", 40, lambda n, v, r: v.today),
    ("Decision", 12, lambda n, v, r: _decision(v, r)),
    ("Reason", 40, lambda n, v, r: _reason(v, r)),
    ("Rule", 30, lambda n, v, r: v.rule_id),
    ("Reference", 16, lambda n, v, r: v.finding.id),
)  # fmt: skip


def _kind(verdict: Verdict, report: Report) -> str:
    rewrite = report.rewrite_of(verdict.finding.id)
    return {"replace": "Replace", "delete": "Take out", "insert": "Add", "ask": "Ask"}[rewrite.kind] if rewrite else ""


def _text(verdict: Verdict, report: Report) -> str:
    rewrite = report.rewrite_of(verdict.finding.id)
    return rewrite.text if rewrite else why_no_rewrite(verdict)


def _passes(verdict: Verdict, report: Report) -> str:
    rewrite = report.rewrite_of(verdict.finding.id)
    if rewrite is None or rewrite.kind == "ask":
        return ""
    return "Yes" if rewrite.checked else "Not yet"


def _owner(verdict: Verdict, report: Report) -> str:
    return words.sentence(labels.owners(report.facts.value("buyer"))[verdict.owner]).rstrip(".")


def _decision(verdict: Verdict, report: Report) -> str:
    decided = report.decision_of(verdict.finding.id)
    words_of = {"accept": "To be changed", "keep": "Kept", "reject": "Marked as wrong"}
    return words_of[decided.decision.decision] if decided else ""


def _reason(verdict: Verdict, report: Report) -> str:
    decided = report.decision_of(verdict.finding.id)
    return decided.decision.reason if decided else ""


def rows(report: Report) -> list[list[Cell]]:
    """A row for every finding, numbered and ordered as on the page; texts without unseen characters and line ends."""
    found = enumerate(arrange(report).in_page_order(), start=1)
    return [[_plain(value(number, verdict, report)) for _, _, value in COLUMNS] for number, verdict in found]


def _plain(value: Cell) -> Cell:
    return words.shorten(words.visible(_BREAKS.sub(" ", value)), _LONGEST) if isinstance(value, str) else value


def safe(value: Cell) -> Cell:
    """The value, with an apostrophe before any text that a spreadsheet would run as a formula."""
    return f"'{value}" if isinstance(value, str) and _RISKY.match(value) else value


def as_csv(report: Report) -> bytes:
    """findings.csv: UTF-8 with a byte order mark, as Excel wants it; one row a finding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([heading for heading, _, _ in COLUMNS])
    writer.writerows([[safe(cell) for cell in row] for row in rows(report)])
    return text.getvalue().encode("utf-8-sig")
