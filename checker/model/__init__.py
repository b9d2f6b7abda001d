"""The wording model: how likely it is that a clause or row says a barrier of some label, or nothing of the kind."""

from __future__ import annotations

from checker.model.features import BLOCKS, Passage
from checker.model.file import Model, load_model
from checker.model.score import Guess, guesses, telling_words

__all__ = ["BLOCKS", "Guess", "Model", "Passage", "guesses", "load_model", "telling_words"]
