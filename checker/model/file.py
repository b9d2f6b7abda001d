"""The trained model on disk: one `.npz` of plain arrays (never a pickle) and a manifest that says what is in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from checker.domain import CheckerError
from checker.model.features import BLOCKS
from checker.resources import folder

FORMAT = 1
ARRAYS = "model.npz"
MANIFEST = "manifest.json"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One kind of feature: its words, how rare each is, and where its rows of the weights begin."""

    ids: dict[str, int]
    rarity: Floats  # inverse document frequency
    share: float  # how much the block counts beside the others


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights of a calibrated logistic regression. `weights` has a row a feature and a column a label."""

    labels: tuple[str, ...]
    blocks: tuple[tuple[str, Block], ...]
    weights: Floats
    bias: Floats
    slope: Floats  # calibration of each label: sigmoid(slope * log-odds + shift)
    shift: Floats
    thresholds: dict[str, tuple[float, float]]  # label -> (a question from here, a barrier from here)
    digest: str
    names: tuple[str, ...] = field(default=())  # the feature of each row of the weights

    @property
    def version(self) -> str:
        """Name and hash, as reports carry it."""
        return f"barrier-classifier@{self.digest[:12]}"


def pack(arrays: dict[str, npt.NDArray[Any]]) -> bytes:
    """The arrays as the bytes of an `.npz` file: the same arrays give the same bytes."""
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


@cache
def load_model(place: Path | None = None) -> Model:
    """The model in `place` (default: the one that comes with tendercheck).

    Raises CheckerError when a file is missing, damaged, of another format, or not the one that the manifest names.
    """
    place = place or folder("models") / "barrier-classifier"
    manifest = _manifest(place / MANIFEST)
    try:
        data = (place / ARRAYS).read_bytes()
    except OSError as error:
        raise CheckerError(
            f"{place / ARRAYS}: the wording model cannot be read ({error.strerror}); run make train"
        ) from None
    digest = hashlib.sha256(data).hexdigest()
    if digest != manifest.get("model_sha256"):
        raise CheckerError(
            f"{place / ARRAYS}: this is not the model that {MANIFEST} names; run make train or install again"
        )
    try:
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            return _model(manifest, arrays, digest)
    except (KeyError, TypeError, ValueError, BadZipFile):
        raise CheckerError(
            f"{place}: {ARRAYS} and {MANIFEST} do not hold what a model needs; run make train or install again"
        ) from None


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CheckerError(
            f"{path}: the manifest of the wording model cannot be read ({error}); run make train"
        ) from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise CheckerError(f"{path}: the manifest is not of format {FORMAT}; run make train with this version")
    return manifest


def _model(manifest: dict[str, Any], arrays: Any, digest: str) -> Model:
    blocks, names, start = [], [], 0
    for name in BLOCKS:
        words = str(arrays[f"{name}_features"]).split("\n")
        rarity = arrays[f"{name}_rarity"].astype(np.float32)
        ids = {word: start + index for index, word in enumerate(words)}
        blocks.append((name, Block(ids, rarity, float(manifest["shares"][name]))))
        names += words
        start += len(words)
    return Model(
        labels=tuple(manifest["labels"]),
        blocks=tuple(blocks),
        weights=arrays["weights"].astype(np.float32),
        bias=arrays["bias"].astype(np.float32),
        slope=arrays["slope"].astype(np.float32),
        shift=arrays["shift"].astype(np.float32),
        thresholds={label: (low, high) for label, (low, high) in manifest["thresholds"].items()},
        digest=digest,
        names=tuple(names),
    )
