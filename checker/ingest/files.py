"""The files of a pack: which they are, what they are called in it, and their bytes, opened with care."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.domain import Skipped
from checker.ingest.names import is_passed_over, shown
from checker.ingest.unreadable import Unreadable
from checker.settings import MEGABYTE, Limits

_OWN_FOLDER = "tendercheck-report"


def files_of(path: Path) -> list[tuple[Path, str]]:
    """Files of the pack with their names in it, sorted by name."""
    if not path.is_dir():
        return [(path, shown(path.name))]
    found = ((file, shown(file.relative_to(path).as_posix())) for file in _files_below(path, path.resolve()))
    return sorted(found, key=lambda pair: pair[1])


def bytes_of(file: Path, root: Path | None, limits: Limits) -> bytes:
    """The content of a file of the pack in the folder `root`. Raises Unreadable for what is no file of it."""
    if file.is_symlink() and root is not None and not _is_within(file, root.resolve()):
        raise Unreadable("other", "It is a link to a place outside the pack: put a copy of the file into the pack.")
    if file.is_dir():
        raise Unreadable("other", "The folder could not be opened: check who may read it.")
    if file.exists() and not file.is_file():
        raise Unreadable("not-a-document", "It is a device or a pipe and no file: take it out of the pack.")
    if file.stat().st_size > limits.file_mb * MEGABYTE:
        raise Unreadable("too-large", f"The file is larger than {limits.file_mb} MB: split it.")
    return file.read_bytes()


def cannot_open(name: str, error: OSError) -> Skipped:
    """The skip of a file that the system does not give out."""
    reason = f"The file could not be opened ({error.strerror or type(error).__name__}): check who may read it."
    return Skipped(name=name, kind="other", reason=reason)


def _files_below(folder: Path, root: Path) -> Iterator[Path]:
    """Everything but folders; a folder that cannot be opened, or a link out of the pack, stands for its content."""
    try:
        children = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for child in children:
        if is_passed_over(child.name) or (child.name == _OWN_FOLDER and child.is_dir()):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _files_below(child, root)
        elif not (child.is_dir() and _is_within(child, root)):  # a link to a folder of the pack: read there
            yield child


def _is_within(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return False
