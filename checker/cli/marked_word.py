"""`--format docx`: a marked copy of every Word file of the pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checker.domain import CheckerError, Report
from checker.ingest import Unreadable
from checker.ingest.files import bytes_of, files_of
from checker.ingest.kinds import kind_of
from checker.ingest.word import open_word
from checker.report.marked import mark, names_of_copies
from checker.settings import Settings


def marked_word(report: Report, path: Path, settings: Settings, tell: Callable[[str], None]) -> dict[str, bytes]:
    """The marked copies by name ("terms/sla (checked).docx"); `tell` is told of every Word file that gets none."""
    read = {document.name for document in report.pack.documents}
    root = path if path.is_dir() else None
    copies: dict[str, bytes] = {}
    names = names_of_copies([name for _, name in files_of(path) if name in read])
    for file, name in files_of(path):
        if name not in read:
            continue
        try:
            data = bytes_of(file, root, settings.limits)
            if kind_of(data, name) != "docx":
                continue
            content = mark(report, open_word(data, name), settings.marked)
        except (OSError, CheckerError, Unreadable) as error:
            tell(f"{name} was not marked: {_reason(error)}")
            continue
        if content is None:
            tell(f"{name}: there is nothing to mark.")
        else:
            copies[names[name]] = content
    if not copies:
        tell("No Word file of this pack was marked; the points are in report.html.")
    return copies


def _reason(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return error.reason
    if isinstance(error, OSError):
        return f"the file could not be opened ({error.strerror or type(error).__name__})."
    return f"{error}."
