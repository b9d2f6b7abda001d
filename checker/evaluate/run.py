"""The whole evaluation as one frozen value: sample tenders, an annotated folder where there is one, calibration."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.evaluate.gold import Scored, score_folder
from checker.evaluate.samples import Share, Tally, expected_of, packs_in, share
from checker.evaluate.ways import WAYS, checked
from checker.model import load_model
from checker.resources import folder
from checker.rulefile import load_rules
from checker.settings import Settings

Progress = Callable[[str], None]
Curve = tuple[tuple[float, float, int], ...]  # mean chance, share right, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """What one way makes of the sample tenders."""

    found: Share  # planted barriers of medium weight and above
    raised: Share  # of these found or asked about
    fooled: Share  # look-alikes called a barrier
    asked: Share  # look-alikes called a barrier or asked about
    themes: Mapping[str, Share]  # found or asked about, by theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Everything that the page shows; no words of any tender."""

    rules: str  # hash
    model: str  # name and hash
    packs: int
    planted: Mapping[str, Planted]
    scored: Mapping[str, Scored]  # empty without an evaluation folder
    annotated: Share  # barrier passages of all passages in the evaluation folder
    curve: Curve  # empty when the manifest has none


def evaluate(samples: Path, evaluation: Path | None, as_of: date, progress: Progress = lambda _: None) -> Evaluation:
    """Checks the sample tenders, and the annotated ones if given, in all three ways; CheckerError if it cannot."""
    settings = Settings(as_of=as_of)
    packs = packs_in(samples)
    tallies = {way: Tally() for way in WAYS}
    for pack in packs:
        progress(f"Checking {pack.name}")
        for way, report in checked(pack, settings).items():
            tallies[way].add(report, expected_of(pack))
    scored, annotated = score_folder(evaluation, settings, progress) if evaluation else ({}, (0, 0))
    return Evaluation(
        rules=load_rules().digest,
        model=load_model().version,
        packs=len(packs),
        planted={way: _planted(tally) for way, tally in tallies.items()},
        scored=scored,
        annotated=annotated,
        curve=curve_of(folder("models") / "barrier-classifier" / "manifest.json"),
    )


def curve_of(manifest: Path) -> Curve:
    """The calibration that the training measured on held batches; empty when the manifest has none."""
    rows = json.loads(manifest.read_text(encoding="utf-8")).get("calibration", [])
    return tuple((float(chance), float(right), int(count)) for chance, right, count in rows)


def _planted(tally: Tally) -> Planted:
    return Planted(
        found=share(tally.found), raised=share(tally.raised), fooled=share(tally.fooled), asked=share(tally.asked),
        themes={theme: share(flags) for theme, flags in sorted(tally.themes.items())},
    )  # fmt: skip
