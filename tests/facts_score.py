"""Scores the facts on packs read by hand: `python -m tests.facts_score FOLDER`, where FOLDER holds `eval/packs`.

The table is `tests/facts/blind_facts.yaml`. Prints right, wrong and missing by fact, the returnables and the named
documents found, and every miss. A null row is right when nothing is given; `accept` counts like the value. A pack
whose files have no reader is left out, and that is said.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from checker.domain import Clause, Facts, Pack
from checker.facts.bid import work_of_bid
from checker.facts.named import named_not_given
from checker.ingest import read_pack
from checker.pipeline import know
from checker.settings import Settings

TABLE = Path(__file__).parent / "facts" / "blind_facts.yaml"
SAMPLES = Path(__file__).parent.parent / "sample_tenders"
AS_OF = date(2026, 11, 23)
SMALL = frozenset(["of", "and", "the", "a", "an", "for", "in", "to", "with", "by", "on", "each", "or"])
WORKED_OUT = ("value_annual", "value_total")  # sums of ours: no reading of the pack, so they break no null row
Row = dict[str, Any]
Result = tuple[str, Row, str]  # right, wrong or missing; the row; what the checker has


def words(text: str) -> set[str]:
    """The weighty words of a name, without the plural s."""
    return {word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", text.lower())} - SMALL


def same(wanted: object, got: object) -> bool:
    """Equal numbers, equal codes and dates, or names of which most words agree."""
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(wanted - got) <= 0.005 * max(1, abs(wanted))
    if str(wanted) == str(got):
        return True
    one, two = words(str(wanted)), words(str(got))
    return " " in str(wanted) and 5 * len(one & two) >= 3 * max(len(one), len(two))


def known(facts: Facts, row: Row) -> list[object]:
    """The values that the checker gives for a row's fact; "unknown" is no value where none is wanted."""
    empty = row["value"] is None
    found = [f for f in facts.many(row["fact"]) if not (empty and f.status == "derived" and f.name in WORKED_OUT)]
    return [f.value for f in found if not (empty and f.value == "unknown")]


def judge(facts: Facts, rows: list[Row]) -> Iterator[Result]:
    """Each row of one pack."""
    for row in rows:
        got = known(facts, row)
        wanted = [row["value"], *row.get("accept", [])]
        hit = any(same(one, value) for one in wanted if one is not None for value in got)
        if hit or (None in wanted and not got):
            yield "right", row, ""
        elif got:
            yield "wrong", row, ", ".join(map(str, got))
        else:
            yield "missing", row, ""


def extra(facts: Facts, rows: list[Row]) -> Iterator[str]:
    """Values that stand beside the wanted ones and that no row knows."""
    for name in dict.fromkeys(row["fact"] for row in rows if row["value"] is not None):
        wanted = [v for r in rows if r["fact"] == name for v in (r["value"], *r.get("accept", [])) if v is not None]
        for fact in facts.many(name):
            if not any(same(value, fact.value) for value in wanted):
                yield f"{name} = {fact.value} ({fact.status}): {fact.quote[:90]}"


def listed(name: str, found: Iterable[str]) -> bool:
    """Whether more than half of the words of the shorter name stand in the other, for one of the names found."""
    mine = words(name)
    return any(2 * len(mine & words(other)) > min(len(mine), len(words(other))) for other in found)


def folder_of(pack: str, shared: Path) -> Path:
    """Where the pack's files are."""
    return SAMPLES / pack if (SAMPLES / pack).is_dir() else shared / "eval" / "packs" / pack


def read(pack: str, shared: Path) -> tuple[Pack, tuple[Clause, ...], Facts]:
    """The pack with all that is known of it."""
    content = read_pack(folder_of(pack, shared))
    return (content, *know(content, Settings(as_of=AS_OF)))


def score(pack: str, rows: list[Row], shared: Path, totals: Counter[tuple[str, str]]) -> None:
    """Prints one pack and adds to the totals."""
    content, clauses, facts = read(pack, shared)
    if not content.documents:
        print(f"\n== {pack}: left out, none of its {len(content.skipped)} files can be read yet")
        return
    print(f"\n== {pack}")
    fact_rows = [row for row in rows if "fact" in row]
    for outcome, row, got in judge(facts, fact_rows):
        totals[row["fact"], outcome] += 1
        totals["value" if row["value"] is not None else "null", outcome] += 1
        if outcome != "right":
            print(f"  {outcome}: {row['fact']} = {row['value']} ({row['where']}) {got and 'and not ' + got}")
    for text in extra(facts, fact_rows):
        totals["value", "extra"] += 1
        print(f"  extra: {text}")
    items = [item.name for item in work_of_bid(clauses, facts).returnables]
    named = [item.name + " " + item.quote for item in named_not_given(clauses, content)]
    for kind, found in (("returnable", items), ("named_not_given", named)):
        for row in (row for row in rows if kind in row):
            outcome = "right" if listed(row[kind], found) else "missing"
            totals[kind, outcome] += 1
            if outcome == "missing":
                print(f"  no {kind}: {row[kind]} ({row['where']})")


def table(totals: Counter[tuple[str, str]]) -> None:
    """Prints right, wrong and missing by fact."""
    print(f"\n{'':24}{'right':>7}{'wrong':>7}{'missing':>8}{'extra':>7}")
    for name in sorted({name for name, _ in totals}):
        right, wrong, missing, more = (totals[name, kind] for kind in ("right", "wrong", "missing", "extra"))
        print(f"{name:24}{right:7}{wrong:7}{missing:8}{more:7}{right / max(1, right + wrong + missing):8.0%}")


def main() -> int:
    """Scores all packs of the table."""
    rows: list[Row] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    totals: Counter[tuple[str, str]] = Counter()
    for pack in dict.fromkeys(row["pack"] for row in rows):
        score(pack, [row for row in rows if row["pack"] == pack], Path(sys.argv[1]), totals)
    table(totals)
    return 0


if __name__ == "__main__":
    sys.exit(main())
