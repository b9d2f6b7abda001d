"""The gold score with each pattern silenced in the only tender where it was right: `python -m tests.leave_one_out FOLDER`.

FOLDER holds `eval/`. A pattern that fits one tender only says nothing about the next one; this figure leaves it out.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from checker.detect import detect
from checker.ingest import read_pack
from checker.pipeline import check_pack, know
from checker.policy import load_policy
from checker.report import FORMATS
from checker.rulefile import Pattern, Rule, RuleSet, load_rules
from checker.settings import Settings
from tests.ratchet import AS_OF

Key = tuple[str, int]  # a rule and the place of one of its patterns


def scorer(evaluation: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", evaluation / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def exploded(rules: RuleSet) -> RuleSet:
    """Every pattern as a rule of its own, named rule#place."""
    alone = []
    for rule in rules:
        if isinstance(rule.detect, Pattern) and not rule.is_credit:
            for place, item in enumerate(rule.detect.any):
                cut = rule.detect.model_copy(update={"any": (item,)})
                alone.append(rule.model_copy(update={"id": f"{rule.id}#{place}", "detect": cut, "yields_to": ()}))
    return rules.only(alone)


def right_in(document: Path, gold: list[dict[str, Any]], rules: RuleSet, score: ModuleType) -> set[Key]:
    """The patterns that hit an annotated barrier in this tender."""
    clauses, facts = know(read_pack(document), Settings(as_of=AS_OF))
    findings, _ = detect(clauses, facts, (), rules)
    right = set()
    for finding in findings:
        rule_id, _, place = finding.rule_id.partition("#")
        spots = [finding.place, *finding.places]
        for spot in spots:
            page = spot.location.page if spot.location else None
            said = {"theme": rule_id.split(".")[0], "quote": spot.quote, "page": page, "rule": rule_id}
            if any(score.hits(said, barrier) for barrier in gold):
                right.add((rule_id, int(place)))
                break
    return right


def silenced(rules: RuleSet, right: dict[Key, set[str]], name: str) -> RuleSet:
    """The rules without the patterns that were right in this tender and in no other."""
    kept: list[Rule] = []
    for rule in rules:
        if not isinstance(rule.detect, Pattern) or rule.is_credit:
            kept.append(rule)
            continue
        items = [item for place, item in enumerate(rule.detect.any) if right.get((rule.id, place)) != {name}]
        if items:
            kept.append(rule.model_copy(update={"detect": rule.detect.model_copy(update={"any": tuple(items)})}))
    return rules.only(kept)


def main() -> None:
    evaluation = Path(sys.argv[1]) / "eval"
    score, rules, policy = scorer(evaluation), load_rules(), load_policy()
    documents = {path.stem: path for path in sorted((evaluation / "documents").iterdir())}
    alone, right = exploded(rules), defaultdict(set)
    for name, path in documents.items():
        gold = score.load_gold(evaluation / "gold" / f"{name}.jsonl")["barrier"]
        for key in right_in(path, gold, alone, score):
            right[key].add(name)
    several = sum(len(names) > 1 for names in right.values())
    print(f"{len(alone.rules)} patterns, {len(right)} right somewhere, {several} right in two or more tenders")
    with tempfile.TemporaryDirectory() as folder:
        for name, path in documents.items():
            report = check_pack(path, silenced(rules, right, name), policy, Settings(as_of=AS_OF))
            (Path(folder) / f"{name}.json").write_bytes(FORMATS["json"](replace(report, made=None)))
        command = [
            sys.executable,
            str(evaluation / "score.py"),
            "--gold",
            str(evaluation / "gold"),
            "--reports",
            folder,
        ]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
