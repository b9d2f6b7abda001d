"""Passages to guesses, with numpy alone: nothing of the training library is imported when a pack is checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from checker.model.features import BLOCKS, Passage, word_with_stem
from checker.model.file import Floats, Model

_AT_ONCE = 256  # passages; bounds the memory of one step
_MOST_WORDS_SHOWN = 4
_SHORTEST_SHOWN = 4  # letters: "of" explains nothing
HARMLESS = "none"
_Row = tuple[npt.NDArray[np.int64], Floats]


@dataclass(frozen=True, slots=True)
class Guess:
    """How likely a passage is to carry each label, calibrated label by label (they need not add up to 1)."""

    chances: tuple[float, ...]  # in the order of the model's labels
    label: str  # the likeliest label that is not `none`
    chance: float  # of that label
    harmless: float  # of `none`


def guesses(model: Model, passages: Sequence[Passage]) -> list[Guess]:
    """One guess a passage, in order."""
    made: list[Guess] = []
    for start in range(0, len(passages), _AT_ONCE):
        rows = [features(model, passage) for passage in passages[start : start + _AT_ONCE]]
        made += [_guess(model, chances) for chances in probabilities(model, log_odds(model, rows))]
    return made


def features(model: Model, passage: Passage) -> _Row:
    """The features of a passage that the model knows, with their TF-IDF values (each block of length `share`)."""
    ids: list[int] = []
    values: list[float] = []
    start = 0
    for name, block in model.blocks:
        known = Counter(index for word in BLOCKS[name](passage) if (index := block.ids.get(word)) is not None)
        found = np.fromiter(known.keys(), np.int64, len(known))
        weight = (1 + np.log(np.fromiter(known.values(), np.float64, len(known)))) * block.rarity[found - start]
        length = float(np.sqrt((weight * weight).sum()))
        ids += found.tolist()
        values += (weight * (block.share / length)).tolist() if length else []
        start += len(block.rarity)
    return np.array(ids, np.int64), np.array(values, np.float32)


def log_odds(model: Model, rows: Sequence[_Row]) -> Floats:
    """For each row the raw score of each label."""
    scores = np.tile(model.bias, (len(rows), 1))
    for index, (ids, values) in enumerate(rows):
        if len(ids):
            scores[index] += values @ model.weights[ids]
    return scores.astype(np.float32)


def probabilities(model: Model, scores: Floats) -> Floats:
    """Scores to calibrated chances: softmax over the labels, then each label's own sigmoid on its log-odds."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    share = np.exp(shifted)
    share /= share.sum(axis=1, keepdims=True)
    share = np.clip(share, 1e-6, 1 - 1e-6)
    odds = np.log(share) - np.log1p(-share)
    return np.asarray(1 / (1 + np.exp(-(model.slope * odds + model.shift))), np.float32)


def _guess(model: Model, chances: Floats) -> Guess:
    best = max(
        (index for index, label in enumerate(model.labels) if label != HARMLESS), key=lambda index: chances[index]
    )
    harmless = float(chances[model.labels.index(HARMLESS)])
    return Guess(tuple(float(c) for c in chances), model.labels[best], float(chances[best]), harmless)


def telling_words(model: Model, passage: Passage, label: str) -> tuple[str, ...]:
    """The words of the passage that weighed most for the label, heaviest first."""
    ids, values = features(model, passage)
    weight = model.weights[ids, model.labels.index(label)] * values
    stems = len(model.blocks[0][1].ids)
    order = sorted(
        (-float(weight[i]), model.names[ids[i]]) for i in range(len(ids)) if ids[i] < stems and weight[i] > 0
    )
    words = (word_with_stem(passage.text, stem) for _, stem in order if not stem.startswith("<") and " " not in stem)
    return tuple(word for word in words if word and len(word) >= _SHORTEST_SHOWN)[:_MOST_WORDS_SHOWN]
