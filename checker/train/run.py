"""The whole training: folds, calibration, thresholds, the final fit, and what is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy
import sklearn

from checker.model.features import BLOCKS
from checker.model.file import ARRAYS, FORMAT, MANIFEST, pack
from checker.output import write_whole
from checker.train.card import card
from checker.train.data import Row, digest_of, load_labels, load_rows
from checker.train.fit import SHARES, Array, Fitted, fit
from checker.train.measure import Scores, calibrate, chances_of, odds_of, reliability, scores_of

FOLDS = 5
HELD_EVERY = 6  # every sixth batch is kept for the thresholds and the last figures, and used for nothing else
WANTED = {"question": 0.80, "barrier": 0.95}  # precision wanted on the held batches
_REAL_SHARE = 6.0  # a real pack holds that many times more harmless clauses than the data
_LOWEST = {"question": 0.5, "barrier": 0.8}
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Trained:
    """What a training gave: the files by name, and its measures."""

    files: dict[str, bytes]
    scores: tuple[Scores, ...]


def train(place: Path, out: Path, progress: Progress = lambda _: None) -> Trained:
    """Trains on the clauses below `place` and writes model, manifest, metrics and card into `out`."""
    labels, rows = load_labels(place), load_rows(place)
    learn, held = split(rows)
    progress(f"{len(rows)} clauses in {len({r.batch for r in rows})} batches; {len(held)} are held back")
    by_batch = out_of_fold(learn, labels, [row.batch for row in learn], FOLDS, progress)
    slope, shift = calibrate(by_batch, _target(learn, labels), len(labels))
    registers = sorted({row.register for row in learn})
    by_register = out_of_fold(learn, labels, [row.register for row in learn], len(registers), progress)
    progress("Final fit")
    final = fit(learn, labels)
    held_chances = chances_of(odds_of(final.scores([row.passage for row in held])), slope, shift)
    scores = (
        scores_of("by batch", chances_of(by_batch, slope, shift), learn, labels),
        scores_of("by register", chances_of(by_register, slope, shift), learn, labels),
        scores_of("held batches", held_chances, held, labels),
    )
    arrays = _arrays(final, slope, shift)
    data = pack(arrays)
    curve = reliability(held_chances, _target(held, labels))
    manifest = {
        "format": FORMAT,
        "labels": list(labels),
        "shares": SHARES,
        "thresholds": thresholds(held_chances, held, labels),
        "rows": len(rows),
        "data_sha256": digest_of(place),
        "model_sha256": hashlib.sha256(data).hexdigest(),
        "calibration": [[round(chance, 4), round(right, 4), count] for chance, right, count in curve],
        "trained_with": {"numpy": np.__version__, "scikit-learn": sklearn.__version__, "scipy": scipy.__version__},
    }
    files = {
        ARRAYS: data,
        MANIFEST: (json.dumps(manifest, indent=1) + "\n").encode(),
        "README.md": card(rows, held, scores, curve, manifest).encode(),
    }
    write_whole(out, files)
    return Trained(files, scores)


def split(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Rows to learn from, and those of every sixth batch by name, which are held back."""
    batches = sorted({row.batch for row in rows})
    back = {batch for index, batch in enumerate(batches) if index % HELD_EVERY == HELD_EVERY - 1}
    return tuple(r for r in rows if r.batch not in back), tuple(r for r in rows if r.batch in back)


def out_of_fold(
    rows: Sequence[Row], labels: tuple[str, ...], groups: Sequence[str], folds: int, progress: Progress
) -> Array:
    """Log-odds for every row from a regression that saw nothing of its group."""
    names = sorted(set(groups), key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    odds = np.zeros((len(rows), len(labels)))
    for fold in range(folds):
        out = set(names[fold::folds])
        progress(f"Fold {fold + 1} of {folds}")
        learn = [row for row, group in zip(rows, groups, strict=True) if group not in out]
        places = [index for index, group in enumerate(groups) if group in out]
        fitted = fit(learn, labels)
        odds[places] = odds_of(fitted.scores([rows[index].passage for index in places]))
    return odds


def thresholds(chances: Array, rows: Sequence[Row], labels: tuple[str, ...]) -> dict[str, list[float]]:
    """For each label the chance from which it is a question, and from which it may be a barrier.

    The lowest chance at which the wanted share is right, when harmless rows count as often as a real pack holds them.
    """
    target = _target(rows, labels)
    weight = np.where(target == labels.index("none"), _REAL_SHARE, 1.0)
    return {
        label: [_lowest(chances[:, i], target == i, weight, name) for name in ("question", "barrier")]
        for i, label in enumerate(labels)
        if label != "none"
    }


def _lowest(chance: Array, true: Array, weight: Array, name: str) -> float:
    for bound in np.arange(_LOWEST[name], 0.99, 0.01):
        said = chance >= bound
        if weight[said].sum() and weight[said & true].sum() / weight[said].sum() >= WANTED[name]:
            return round(float(bound), 2)
    return 0.99


def _target(rows: Sequence[Row], labels: tuple[str, ...]) -> Array:
    return np.array([labels.index(row.label) for row in rows])


def _arrays(final: Fitted, slope: Array, shift: Array) -> dict[str, Any]:
    arrays: dict[str, Any] = {
        "weights": final.regression.coef_.T.astype(np.float16),
        "bias": final.regression.intercept_.astype(np.float32),
        "slope": slope.astype(np.float32),
        "shift": shift.astype(np.float32),
    }
    for name, vector in final.vectors:
        arrays[f"{name}_features"] = np.array("\n".join(vector.get_feature_names_out()))
        arrays[f"{name}_rarity"] = vector.idf_.astype(np.float32)
    assert set(dict(final.vectors)) == set(BLOCKS)
    return arrays
