"""The formats of `tendercheck check --format`: each has a writer, which gives files by name in the report's folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.domain import Report
    from checker.settings import Settings

ALWAYS = ("html", "json")  # written whatever is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a writer may need beside the report: where the pack is, the settings, and how to tell the user something."""

    path: Path
    settings: Settings
    tell: Callable[[str], None]


Writer = Callable[["Report", Job], Mapping[str, bytes]]


def _report(name: str) -> Writer:
    """A writer that needs nothing but the report."""

    def write(report: Report, job: Job) -> Mapping[str, bytes]:
        from checker.report import FILES, FORMATS

        return {FILES[name]: FORMATS[name](report)}

    return write


def _marked_word(report: Report, job: Job) -> Mapping[str, bytes]:
    from checker.cli.marked_word import marked_word

    return marked_word(report, job.path, job.settings, job.tell)


FORMATS: dict[str, Writer] = {  # imports within the writers: --help needs none of them
    "html": _report("html"),
    "json": _report("json"),
    "docx": _marked_word,
    "word": _report("word"),
    "csv": _report("csv"),
    "xlsx": _report("xlsx"),
    "markdown": _report("markdown"),
}


def files_of_formats(names: set[str], report: Report, job: Job) -> dict[str, bytes]:
    """The files of these formats and of those that are always written, by name."""
    wanted = [name for name in FORMATS if name in names or name in ALWAYS]
    return {file: content for name in wanted for file, content in FORMATS[name](report, job).items()}
