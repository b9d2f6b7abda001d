"""Annotated tenders: what their own scorer says of each way, and how well each ranks the passages.

An evaluation folder holds `documents/`, `gold/` with a `.jsonl` a document, and `score.py` (in it or in the folder
above). Only figures leave this module: the words of such tenders are never printed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from checker.detect import hear, view_of
from checker.domain import CheckerError, Location, Place, Report
from checker.evaluate.samples import Share, places
from checker.evaluate.ways import WAYS, checked
from checker.model import Guess, load_model
from checker.report import as_json
from checker.settings import Settings

FEWEST_WORDS = 4  # in one run, that a passage shares with a quote (or the whole of the shorter)
QUESTION, BARRIER = 0.5, 1.0  # what a finding of a rule counts in the ranking
LINES = {  # of the scorer's table: heading on the page -> how the line begins
    "Barriers found, medium and above": "recall, medium and above",
    "Barriers found, low": "recall, low",
    "Findings that are right": "precision, all findings",
    "Decoys called a barrier": "decoys flagged (want 0)",
    "Credits found": "credits found",
    "F1": "F1",
}
_LEFT = re.compile(r"left to the officer \(review\)\s+(\d+), on a barrier (\d+); found or left to the officer ([\d.]+)")
_THEME = re.compile(r"^  ([a-z]+)\s+recall\s+\S+\s+\((\d+)/(\d+)\)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What the scorer says of one way, and its average precision."""

    figures: Mapping[str, str]
    themes: Mapping[str, Share]  # barriers found, by theme
    average_precision: float


@dataclass(slots=True)
class _Ranking:
    """A score for every passage of all documents, and whether it is a barrier."""

    scores: dict[str, list[float]] = field(default_factory=lambda: {way: [] for way in WAYS})
    true: list[bool] = field(default_factory=list)

    def add(self, reports: Mapping[str, Report], barriers: Sequence[Mapping[str, Any]]) -> None:
        both = reports["both"]
        by_rules = _ruled(reports["rules"])
        for spot, guess in _guesses(both):
            location = spot.location
            ruled = max((score for place, score in by_rules if _within(place, location)), default=0.0)
            heard = barrier_chance(guess) if guess else 0.0
            self.true.append(any(same_passage(spot.text, location.page, gold) for gold in barriers))
            for way, score in {"rules": ruled, "model": heard, "both": ruled + heard}.items():
                self.scores[way].append(score)


def score_folder(evaluation: Path, settings: Settings, progress: Any) -> tuple[dict[str, Scored], Share]:
    """For each way its figures; and how many passages are barriers, of how many."""
    scorer, documents = _scorer(evaluation), _documents(evaluation)
    ranking = _Ranking()
    with tempfile.TemporaryDirectory() as folder:
        for way in WAYS:
            (Path(folder) / way).mkdir()
        for document, gold in documents:
            progress(f"Checking {document.name}")
            reports = checked(document, settings)
            for way, report in reports.items():
                (Path(folder) / way / f"{gold.stem}.json").write_bytes(as_json(report))
            ranking.add(reports, _barriers(gold))
        printed = {way: _run(scorer, evaluation / "gold", Path(folder) / way) for way in WAYS}
    scored = {way: _scored(text, average_precision(ranking.scores[way], ranking.true)) for way, text in printed.items()}
    return scored, (sum(ranking.true), len(ranking.true))


def average_precision(scores: Sequence[float], true: Sequence[bool]) -> float:
    """Mean share of right passages above each barrier passage, equal scores together; 0 when there is none."""
    total, right, seen, area = sum(true), 0, 0, 0.0
    order = sorted(range(len(scores)), key=lambda index: -scores[index])
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        new = sum(true[index] for index in order[start:end])
        right, seen = right + new, seen + end - start
        area += new / total * right / seen if total else 0.0
        start = end
    return area


def same_passage(text: str, page: int | None, gold: Mapping[str, Any]) -> bool:
    """Whether half of the shorter of passage and quote stands in the other in one run, on the same or the next page."""
    one, two = _words(text), _words(gold["quote"])
    if not one or not two or (page and gold.get("page") and abs(page - gold["page"]) > 1):
        return False
    shorter = min(len(one), len(two))
    run = SequenceMatcher(None, one, two, autojunk=False).find_longest_match().size
    return run >= max(min(FEWEST_WORDS, shorter), (shorter + 1) // 2)


def barrier_chance(guess: Guess) -> float:
    """The chance of the likeliest label that is a barrier (neither harmless nor a credit)."""
    labels = load_model().labels
    return max(
        chance for label, chance in zip(labels, guess.chances, strict=True) if not label.startswith(("none", "credit"))
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _guesses(report: Report) -> Iterable[tuple[Any, Guess | None]]:
    view = hear(load_model(), view_of(report.clauses, report.facts))
    return [(spot.sentence, view.heard.get(index)) for index, spot in enumerate(view.spots)]


def _ruled(report: Report) -> list[tuple[Place, float]]:
    return [
        (place, BARRIER if verdict.outcome == "barrier" else QUESTION)
        for verdict in report.verdicts
        if verdict.chapter in ("barriers", "mistakes") and verdict.severity != "info"
        for place in places(verdict)
    ]


def _within(place: Place, sentence: Location) -> bool:
    at = place.location
    return (
        at is not None
        and (at.document, at.block) == (sentence.document, sentence.block)
        and at.start < sentence.end
        and sentence.start < at.end
    )


def _scorer(evaluation: Path) -> Path:
    for place in (evaluation / "score.py", evaluation.resolve().parent / "score.py"):
        if place.is_file():
            return place
    raise CheckerError(f"{evaluation}: no score.py is there; --eval takes a folder with documents, gold and score.py")


def _documents(evaluation: Path) -> tuple[tuple[Path, Path], ...]:
    """Each document that was annotated, with its annotations."""
    gold = {path.stem: path for path in sorted((evaluation / "gold").glob("*.jsonl"))}
    files = sorted((evaluation / "documents").glob("*")) if (evaluation / "documents").is_dir() else []
    found = tuple((path, gold[path.stem]) for path in files if path.stem in gold)
    if not found:
        raise CheckerError(f"{evaluation}: no annotated tender is there (a file in documents/, its .jsonl in gold/)")
    return found


def _barriers(gold: Path) -> list[Mapping[str, Any]]:
    try:
        lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    except ValueError:
        raise CheckerError(f"{gold}: not a file of one JSON object a line") from None
    return [line for line in lines if line["kind"] == "barrier" and line["quote"]]


def _run(scorer: Path, gold: Path, reports: Path) -> str:
    command = [sys.executable, str(scorer), "--gold", str(gold), "--reports", str(reports), "--by", "theme"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the folder's own scorer
    if done.returncode:
        raise CheckerError(f"{scorer}: the scorer stopped with status {done.returncode}; run it by hand to see why")
    return done.stdout


def _scored(printed: str, precision: float) -> Scored:
    figures = {name: _line(printed, begins) for name, begins in LINES.items()}
    left = _LEFT.search(printed)
    figures["Questions, and of these on a barrier"] = f"{left[1]}, {left[2]}" if left else "-"
    figures["Found or asked, medium and above"] = left[3] if left else "-"
    themes = {name: (int(found), int(all_)) for name, found, all_ in _THEME.findall(printed)}
    return Scored(figures=figures, themes=themes, average_precision=precision)


def _line(printed: str, begins: str) -> str:
    found = re.search(rf"^{re.escape(begins)}\s+(\S+(?:\s+\(\d+/\d+\))?)", printed, re.MULTILINE)
    return " ".join(found[1].split()) if found else "-"
