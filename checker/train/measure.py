"""How good the scores are: calibration, errors of calibration, and the usual measures with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from checker.train.data import Row

Array = npt.NDArray[Any]
BINS = 10


def odds_of(scores: Array) -> Array:
    """Log-odds of each label after a softmax over all of them."""
    share = np.exp(scores - scores.max(axis=1, keepdims=True))
    share = np.clip(share / share.sum(axis=1, keepdims=True), 1e-6, 1 - 1e-6)
    return np.asarray(np.log(share) - np.log1p(-share))


def calibrate(odds: Array, target: Array, labels: int) -> tuple[Array, Array]:
    """Slope and shift of each label (Platt 1999), from scores of rows that the regression had not seen."""
    slopes, shifts = np.ones(labels), np.zeros(labels)
    for label in range(labels):
        line = LogisticRegression(C=1e6).fit(odds[:, [label]], target == label)
        slopes[label], shifts[label] = line.coef_[0, 0], line.intercept_[0]
    return slopes, shifts


def chances_of(odds: Array, slope: Array, shift: Array) -> Array:
    """Calibrated chances, a column a label."""
    return np.asarray(1 / (1 + np.exp(-(odds * slope + shift))))


def calibration_error(chances: Array, target: Array) -> float:
    """Expected calibration error of the likeliest label in ten bins of equal width (0 is perfect)."""
    best = chances.max(axis=1)
    right = chances.argmax(axis=1) == target
    return float(sum(abs(best[b].mean() - right[b].mean()) * b.mean() for b in _bins(best)))


def reliability(chances: Array, target: Array) -> list[tuple[float, float, int]]:
    """Mean chance, share right and count in each bin of the likeliest label."""
    best = chances.max(axis=1)
    right = chances.argmax(axis=1) == target
    return [(float(best[b].mean()), float(right[b].mean()), int(b.sum())) for b in _bins(best)]


def _bins(best: Array) -> list[Array]:
    edges = np.clip((best * BINS).astype(int), 0, BINS - 1)
    return [edges == bin_ for bin_ in range(BINS) if (edges == bin_).any()]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelScore:
    label: str
    rows: int
    precision: float
    recall: float
    average_precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Measures of one split. `hard_flagged`: share of harmless rows of each sort that get another label."""

    split: str
    macro_f1: float
    macro_ap: float
    calibration_error: float
    hard_flagged: dict[str, tuple[int, int]]
    labels: tuple[LabelScore, ...]


def scores_of(split: str, chances: Array, rows: Sequence[Row], labels: tuple[str, ...]) -> Scores:
    """All measures of these chances against the rows' own labels."""
    target = np.array([labels.index(row.label) for row in rows])
    guess = chances.argmax(axis=1)
    each = tuple(_label_score(index, label, chances, guess, target) for index, label in enumerate(labels))
    named = [score for score in each if score.rows and score.label != "none"]
    return Scores(
        split=split,
        macro_f1=float(f1_score(target, guess, average="macro", labels=sorted(set(target)), zero_division=0)),
        macro_ap=sum(score.average_precision for score in named) / len(named),
        calibration_error=float(calibration_error(chances, target)),
        hard_flagged=_hard_flagged(rows, guess, labels.index("none")),
        labels=each,
    )


def _label_score(index: int, label: str, chances: Array, guess: Array, target: Array) -> LabelScore:
    said, true = guess == index, target == index
    both = int((said & true).sum())
    return LabelScore(
        label=label, rows=int(true.sum()),
        precision=both / max(1, int(said.sum())), recall=both / max(1, int(true.sum())),
        average_precision=float(average_precision_score(true, chances[:, index])) if true.any() else 0.0,
    )  # fmt: skip


def _hard_flagged(rows: Sequence[Row], guess: Array, none: int) -> dict[str, tuple[int, int]]:
    sorts = sorted({row.hard for row in rows if row.hard})
    found = {sort: [guess[i] != none for i, row in enumerate(rows) if row.hard == sort] for sort in sorts}
    return {sort: (sum(map(bool, flags)), len(flags)) for sort, flags in found.items()}
