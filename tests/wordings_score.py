"""Scores the rules on wordings that were written blind to them: `python -m tests.wordings_score [SET]`.

A set is a folder of tests/wordings. In `first` and `second` a wording counts for the rules of its own entry of the
catalogue. In `third`, written in the manner of published tenders, a barrier counts as found when a rule of its theme
speaks, and a harmless wording as flagged when any rule does. `added` and `credits` have
scores of their own: tests/wordings_added.py, tests/wordings_credits.py.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from checker.assess import assess
from checker.detect import detect
from checker.policy import load_policy
from checker.rulecheck import case_of
from checker.rulefile import Example, Rule, RuleSet, load_rules

FOLDER = Path(__file__).parent / "wordings"
FLOORS = Path(__file__).parent / "floors.toml"
THEMES = {
    "A": "finance", "B": "insurance", "C": "experience", "D": "specification", "E": "lots", "F": "time",
    "G": "process", "H": "evaluation", "I": "payment", "J": "risk", "K": "policy", "L": "clarity",
}  # fmt: skip
OF_THEME = "third"  # the set that is scored by theme


def rows_of(name: str) -> Iterator[Mapping[str, Any]]:
    """The wordings of a set, in the order of its files."""
    for path in sorted((FOLDER / name).glob("*.yaml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def _speaking() -> RuleSet:
    rules = load_rules()
    return rules.only(
        rule
        for rule in rules
        if rule.detect.kind in ("pattern", "phrase") and not rule.is_credit and rule.chapter in ("barriers", "mistakes")
    )


@cache
def _of_entry(entry: str) -> RuleSet:
    rules = _speaking()
    return rules.only(rule for rule in rules if rule.catalogue == entry)


def said_of(row: Mapping[str, Any], rules: RuleSet) -> list[Rule]:
    """The rules that claim something of this wording."""
    example = Example.model_validate(
        {"flag": row["text"], "facts": row.get("facts") or {}}
        | {key: row.get(key) or "" for key in ("heading", "lead", "columns")}
    )
    some = next(iter(rules), None)
    if some is None:
        return []
    case = case_of(some, example)
    findings, _ = detect(case.clauses, case.facts, (), rules)
    verdicts = assess(findings, case.clauses, case.facts, rules, load_policy(None))
    names = {v.rule_id for v in verdicts if v.outcome == "barrier" and v.severity != "info"}
    return [rule for rule in rules if rule.id in names]


def score(name: str) -> Counter[str]:
    """Counts of "found" of "barriers" and "flagged" of "harmless" in a set."""
    counts: Counter[str] = Counter()
    for row in rows_of(name):
        entry = str(row["catalogue"])
        speaking = said_of(row, _speaking() if name == OF_THEME else _of_entry(entry))
        if row["label"] == "barrier":
            theme = THEMES.get(entry[0]) if name == OF_THEME and entry[1:].isdigit() else None
            counts["barriers"] += 1
            counts["found"] += any(theme in (None, rule.theme) for rule in speaking)
        else:
            counts["harmless"] += 1
            counts["flagged"] += bool(speaking)
    return counts


def shares(counts: Counter[str]) -> tuple[float, float]:
    """The share of barriers found and the share of harmless wordings flagged."""
    return counts["found"] / counts["barriers"], counts["flagged"] / counts["harmless"]


def bounds(name: str) -> Mapping[str, float]:
    """What floors.toml asks of a set: least share found, greatest share flagged."""
    floors: Mapping[str, Mapping[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["wordings"]
    return floors[name]


def main(names: list[str]) -> None:
    for name in names or ["first", "second", "third"]:
        counts = score(name)
        found, flagged = shares(counts)
        print(
            f"{name}: found {counts['found']} of {counts['barriers']} ({found:.2f}), "
            f"flagged {counts['flagged']} of {counts['harmless']} ({flagged:.2f})"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
