"""Counts the alarms on unlabelled packs and draws some to judge: `python -m tests.draw_alarms PACKS SHEET`.

PACKS is a folder with a pack in each sub-folder. What is printed holds no words of them. SHEET, a JSON file outside
the project, gets the drawn findings with their quotes, for a person to judge; `docs/alarms.md` keeps the judgements.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from checker.domain import Report, Verdict
from checker.evaluate.ways import WAYS, checked
from checker.settings import Settings

AS_OF = date(2026, 11, 23)
SEED = 20261123
DRAWN = 50  # of what rules found, and as many of what the model alone found


def alarms(report: Report) -> list[Verdict]:
    """Barriers and questions; slips, language and files aside."""
    return [verdict for verdict in report.verdicts if verdict.chapter == "barriers" and verdict.severity != "info"]


def by_whom(verdict: Verdict) -> str:
    return "model" if verdict.finding.detectors == ("classifier",) else "rules"


def drawn(verdicts: list[Verdict]) -> list[Verdict]:
    """So many of each detector by a fixed seed, with a quote to judge; in order of detector, rule and id."""
    shuffle = random.Random(SEED)
    chosen: list[Verdict] = []
    for who in ("rules", "model"):
        mine = sorted((v for v in verdicts if v.finding.place.quote and by_whom(v) == who), key=lambda v: v.finding.id)
        chosen += sorted(shuffle.sample(mine, min(DRAWN, len(mine))), key=lambda v: (v.rule_id, v.finding.id))
    return chosen


def entry(verdict: Verdict) -> dict[str, Any]:
    """What a judge needs to see."""
    finding = verdict.finding
    return {
        "id": finding.id, "who": by_whom(verdict), "rule": verdict.rule_id, "catalogue": verdict.catalogue,
        "outcome": verdict.outcome, "severity": verdict.severity, "document": finding.document, "page": finding.page,
        "headings": finding.place.headings, "quote": finding.place.quote, "match": finding.place.match,
        "because": verdict.because,
    }  # fmt: skip


def main() -> int:
    packs, sheet = Path(sys.argv[1]), Path(sys.argv[2])
    found: list[Verdict] = []
    clauses, totals = 0, Counter[tuple[str, str]]()
    for path in sorted(p for p in packs.iterdir() if p.is_dir()):
        for way, report in checked(path, Settings(as_of=AS_OF)).items():
            counts = Counter(verdict.outcome for verdict in alarms(report))
            totals.update({(way, outcome): count for outcome, count in counts.items()})
            if way == "both":
                found += alarms(report)
                clauses += len(report.clauses)
            shown = ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("barrier", "review"))
            print(f"{path.name}, {way}: {shown}, {len(report.clauses)} clauses", flush=True)
    for way in WAYS:
        rate = {outcome: 1000 * totals[way, outcome] / max(1, clauses) for outcome in ("barrier", "review")}
        print(
            f"{way}: {rate['barrier']:.1f} barriers and {rate['review']:.1f} questions per 1,000 of {clauses} clauses"
        )
    sheet.write_text(json.dumps([entry(v) for v in drawn(found)], indent=1, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
