"""Scores slips and late rules on passages written blind to them: `python -m tests.wordings_added`.

Each passage of tests/wordings/added is read as a small tender of its own, in a longer one where its rule is about what
is missing. It counts as told when a rule on mistakes speaks (for rules of the theme clarity), or a rule of its theme.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from checker.assess import assess
from checker.detect import detect
from checker.domain import Pack
from checker.ingest.web import read_html
from checker.pipeline import know
from checker.policy import load_policy
from checker.rulefile import RuleSet, load_rules
from checker.settings import Settings
from tests.wordings_score import rows_of, shares

LONGER = {
    "clarity.budget-missing",
    "clarity.start-missing",
    "time.site-visit-missing",
}  # silent on a pack of a few words
FILLER = "Staff wear a badge on site and sign in at the front desk each morning. Doors are kept shut after dark. " * 90


def page_of(row: Mapping[str, Any]) -> str:
    """The passage as a web page: lines of text as paragraphs, lines with " | " as rows of tables."""
    parts = ["<h1>Invitation to tender</h1>"]
    if row["rule"] in LONGER:
        parts += [f"<p>{FILLER}</p>", "<h2>More about it</h2>"]
    lines = [row.get("lead") or "", row.get("columns") or "", *row["text"].split("\n")]
    parts += [_row(line) if " | " in line else f"<p>{html.escape(line)}</p>" for line in lines if line.strip()]
    return f"<html><body>{''.join(parts)}</body></html>".replace("</table><table>", "")


def _row(line: str) -> str:
    cells = "".join(f"<td>{html.escape(cell.strip())}</td>" for cell in line.split(" | "))
    return f"<table><tr>{cells}</tr></table>"


@cache
def _telling(theme: str) -> RuleSet:
    rules = load_rules()
    return rules.only(
        rule
        for rule in rules
        if not rule.is_credit
        and rule.theme == theme
        and (theme != "clarity" or rule.chapter == "mistakes" or rule.id in LONGER)
    )


def is_told(row: Mapping[str, Any]) -> bool:
    """Whether a rule claims something of the passage."""
    rules = _telling(row["rule"].split(".")[0])
    rules = rules.only(rule for rule in rules if rule.detect.kind != "missing" or rule.id == row["rule"])
    pack = Pack(name="itt.html", documents=(read_html(page_of(row).encode(), "itt.html"),))
    clauses, facts = know(pack, Settings(as_of=date(2026, 11, 23)))
    findings, _ = detect(clauses, facts, (), rules)
    verdicts = assess(findings, clauses, facts, rules, load_policy(None))
    return any(verdict.outcome == "barrier" and verdict.severity != "info" for verdict in verdicts)


def counted() -> Iterator[tuple[str, Counter[str]]]:
    """For each rule, in order, its counts of "found" of "barriers" and "flagged" of "harmless"."""
    by_rule: dict[str, Counter[str]] = {}
    for row in rows_of("added"):
        counts = by_rule.setdefault(row["rule"], Counter())
        whole, part = ("barriers", "found") if row["label"] == "barrier" else ("harmless", "flagged")
        counts[whole] += 1
        counts[part] += is_told(row)
    yield from by_rule.items()


def main() -> None:
    total: Counter[str] = Counter()
    for rule, counts in counted():
        total += counts
        flagged = f"flagged {counts['flagged']} of {counts['harmless']}"
        print(f"{rule}: found {counts['found']} of {counts['barriers']}, {flagged}")
    print("all: found {:.2f}, flagged {:.2f}".format(*shares(total)))


if __name__ == "__main__":
    main()
