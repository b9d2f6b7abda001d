"""Where rules/ and models/ are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from checker.domain import CheckerError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `rules` or `models` that belongs to this installation."""
    for place in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise CheckerError(f"The folder '{name}' of tendercheck was not found; install tendercheck again.")
