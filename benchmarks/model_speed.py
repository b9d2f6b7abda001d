"""How fast the wording model is, and the time of each part of a check of a large pack, on one core.

    python -m benchmarks.model_speed [--pages 300] [--least 2000]

The pack is the sample tenders over and over, of about so many pages in all. Times are processor time, the reading
processes counted too. Exit 1 when the part of the model that every clause passes takes more time than `--least`
passages a second allow.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from checker.assess import assess
from checker.detect import detect, hear, view_of
from checker.domain import Clause, Facts, Pack, Verdict
from checker.facts.named import named_not_given
from checker.ingest import read_pack
from checker.model import Model, load_model
from checker.pipeline import access_of, know, prover
from checker.policy import load_policy
from checker.rewrite import rewrite
from checker.rulefile import RuleSet, load_rules
from checker.settings import Settings

SAMPLES = Path(__file__).parent.parent / "sample_tenders"
WORDS_A_PAGE = 290  # what the sample PDFs have
KINDS = (".docx", ".pdf")
AS_OF = date(2026, 11, 23)
T = TypeVar("T")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Speed of the wording model and of each part of a check.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--least", type=int, default=2_000, help="passages a second")
    options = parser.parse_args(arguments)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        _copy_samples(Path(folder), options.pages)
        pack = timed("reading", lambda: read_pack(Path(folder)))
    return 0 if measure(pack) >= options.least else 1


def measure(pack: Pack) -> float:
    """Prints the time of each part after reading; gives the passages that the model judges in a second."""
    clauses, facts = timed("clauses and facts", lambda: know(pack, Settings(as_of=AS_OF)))
    rules, model = timed("rules and model from disk", lambda: (load_rules(), load_model()))
    named = named_not_given(clauses, pack)
    timed("rules alone", lambda: detect(clauses, facts, named, rules, None, access_of(pack)))
    rate = _rate(model, clauses, facts)
    findings, _ = timed(
        "rules and model together", lambda: detect(clauses, facts, named, rules, model, access_of(pack))
    )
    verdicts = timed("weighing", lambda: assess(findings, clauses, facts, rules, load_policy()))
    rewrites = timed("rewrites", lambda: _rewritten(verdicts, clauses, facts, rules))
    words = sum(document.words for document in pack.documents)
    print(f"{words:,} words, about {words // WORDS_A_PAGE} pages; {len(clauses):,} clauses; {len(rewrites):,} rewrites")
    return rate


def timed(name: str, work: Callable[[], T]) -> T:
    """What the work gives; prints the seconds of processor time that it took."""
    began = sum(os.times()[:4])
    made = work()
    print(f"{name:28} {sum(os.times()[:4]) - began:7.2f} s", flush=True)
    return made


def _rate(model: Model, clauses: tuple[Clause, ...], facts: Facts) -> float:
    view = view_of(clauses, facts)
    began = sum(os.times()[:2])
    heard = hear(model, view).heard
    seconds = sum(os.times()[:2]) - began
    rate = len(heard) / seconds
    print(f"{'model, every passage':28} {seconds:7.2f} s   {len(heard):,} passages, {rate:,.0f} a second")
    return rate


def _rewritten(
    verdicts: tuple[Verdict, ...], clauses: tuple[Clause, ...], facts: Facts, rules: RuleSet
) -> tuple[object, ...]:
    policy = load_policy()
    return tuple(rewrite(verdicts, clauses, facts, rules, prover(clauses, facts, rules, policy), policy))


def _copy_samples(folder: Path, pages: int) -> None:
    files = [path for path in sorted(SAMPLES.glob("*/*")) if path.suffix in KINDS]
    words = sum(
        document.words for sample in {path.parent for path in files} for document in read_pack(sample).documents
    )
    for copy in range(max(1, round(pages * WORDS_A_PAGE / words))):
        for path in files:
            place = folder / f"{copy + 1:02}-{path.parent.name}"
            place.mkdir(exist_ok=True)
            shutil.copy(path, place)


if __name__ == "__main__":
    sys.exit(main())
