"""Reads every file of a folder as a pack of its own and prints how each ended: read, partly read or skipped, and why.

    python -m benchmarks.torture DIR [--seconds 20] [--memory-mb 1500] [--only TEXT] [--brief]

Exit 1 when a file makes the reading itself fail, takes longer than its limits allow, or ends as read with no text and
no reason. Memory is that of the reading process and all it starts, looked at every twentieth of a second.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from checker.domain import Document, Skipped
from checker.ingest import Pool
from checker.ingest.assembly import PAGES_LEFT_OUT
from checker.ingest.kinds import kind_of
from checker.ingest.worker import Task
from checker.settings import MEGABYTE, Limits

SLACK = 15  # seconds, to start processes on a busy computer


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How one file ended."""

    name: str
    kind: str
    outcome: str  # read, partly, skipped, EMPTY, FAILED
    why: str
    seconds: float
    peak_mb: int


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Reads every file of a folder and says how each ended.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=20, help="limit for a page, or for a file without pages")
    parser.add_argument("--memory-mb", type=int, default=1_500)
    parser.add_argument("--only", default="", help="files with this text in their path")
    parser.add_argument("--brief", action="store_true", help="only the lines of files that were not read whole")
    options = parser.parse_args(arguments)
    limits = Limits(
        seconds=options.seconds, processor_seconds=options.seconds, file_seconds=10 * options.seconds,
        memory_mb=options.memory_mb, readers=1,
    )  # fmt: skip
    files = sorted(path for path in options.folder.rglob("*") if path.is_file() and options.only in str(path))
    if not files:
        print(f"{options.folder}: no files")
        return 1
    lines: list[Line] = []
    with Pool(limits) as pool:
        for path in files:
            line = read_one(pool, path, path.relative_to(options.folder).as_posix())
            lines.append(line)
            if not options.brief or line.outcome != "read":
                print(_shown(line), flush=True)
    return _conclude(lines, limits)


def read_one(pool: Pool, path: Path, name: str) -> Line:
    """Reads one file; nothing it does is let through."""
    pool.peak = 0
    began = time.monotonic()
    try:
        kind = kind_of(path.read_bytes(), path.name)
        (results,) = pool.read([Task(path=path, name=name)])
        outcome, why = outcome_of(results)
    except Exception as error:  # what this measures
        kind, outcome, why = "", "FAILED", repr(error)
    seconds = time.monotonic() - began
    return Line(
        name=name, kind=kind, outcome=outcome, why=why, seconds=seconds, peak_mb=round(pool.peak / MEGABYTE)
    )  # fmt: skip


def outcome_of(results: list[Document | Skipped]) -> tuple[str, str]:
    """Outcome and reasons of one file with all that is inside it."""
    documents = [result for result in results if isinstance(result, Document)]
    skipped = [result for result in results if isinstance(result, Skipped)]
    gaps = [gap for document in documents for gap in document.ledger.gaps]
    reasons = [f"{skip.kind}: {skip.reason}" for skip in skipped] + [f"{gap.where}: {gap.reason}" for gap in gaps]
    if not results or any(not document.words and document.read == "whole" for document in documents):
        return "EMPTY", "; ".join(reasons)
    if not documents:
        return "skipped", "; ".join(reasons)
    return ("partly" if reasons else "read"), "; ".join(reasons)


def _conclude(lines: list[Line], limits: Limits) -> int:
    longest = (PAGES_LEFT_OUT + 4) * limits.seconds + SLACK
    slow = [line for line in lines if line.seconds > longest]
    outcomes = Counter(line.outcome for line in lines)
    print(
        f"\n{len(lines)} files: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        + f"; {len(slow)} past the limit; {sum(line.seconds for line in lines):.0f} s; "
        f"highest memory {max(line.peak_mb for line in lines)} MB"
    )  # fmt: skip
    for line in slow:
        print(f"past the limit: {line.name} ({line.seconds:.0f} s)")
    return 1 if slow or outcomes["EMPTY"] or outcomes["FAILED"] else 0


def _shown(line: Line) -> str:
    why = line.why if len(line.why) <= 200 else line.why[:199] + "…"
    name = line.name.encode("unicode_escape").decode("ascii") if not line.name.isprintable() else line.name
    return f"{line.outcome:8}{line.kind:17}{line.seconds:7.1f} s{line.peak_mb:6} MB  {name}  {why}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
