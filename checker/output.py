"""Writes reports as a whole: an earlier report stays until the new one is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from checker.domain import CheckerError

_PART = ".part"  # of a file being written; one left by a kill is removed by the next run


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes all `files` (name with folders -> bytes) into `folder` or none of them; CheckerError when it cannot."""
    parts = {folder / (name + _PART): folder / name for name in files}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove(folder.glob("*" + _PART))
        for part, content in zip(parts, files.values(), strict=True):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
        for part, target in parts.items():
            part.replace(target)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CheckerError(
            f"The report cannot be written to {folder}: {why}. Choose another folder with --out."
        ) from None
    finally:
        _remove(parts)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
