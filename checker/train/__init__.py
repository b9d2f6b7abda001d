"""Labelled clauses -> the wording model with its manifest and card. Never imported when a pack is checked."""

from __future__ import annotations

from checker.train.run import train

__all__ = ["train"]
