"""A file or folder -> Pack. One bad file never stops the others, and none is left out in silence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path

from checker.domain import CheckerError, Document, Pack, Skipped
from checker.ingest.assembly import Assembly
from checker.ingest.events import Refused
from checker.ingest.files import bytes_of, cannot_open, files_of
from checker.ingest.names import shown
from checker.ingest.own_copies import without_own_copies
from checker.ingest.reading import Reader, Reading, broken_by
from checker.ingest.unreadable import Unreadable
from checker.ingest.worker import Pool, Task
from checker.settings import Limits


def _reader(module: str, function: str) -> Reader:
    """A reader whose module is imported when the first file of its kind comes: a reading process starts fast."""

    def read(data: bytes, name: str, password: str | None) -> Document:
        found: Callable[[bytes, str], Document] = getattr(import_module(f"checker.ingest.{module}"), function)
        return found(data, name)

    return read


def _read_pdf(data: bytes, name: str, password: str | None) -> Document:
    from checker.ingest.pdf import read_pdf

    return read_pdf(data, name, password=password)


READERS: dict[str, Reader] = {
    "pdf": _read_pdf,
    "docx": _reader("word", "read_word"),
    "ocds": _reader("ocds", "read_ocds"),
    "text": _reader("text", "read_text"),
    "markdown": _reader("text", "read_text"),
    "xlsx": _reader("xlsx", "read_xlsx"),
    "xlsb": _reader("old_sheets", "read_old_sheets"),
    "xls": _reader("old_sheets", "read_old_sheets"),
    "ods": _reader("ods", "read_ods"),
    "csv": _reader("csv_table", "read_csv"),
    "odt": _reader("odt", "read_odt"),
    "rtf": _reader("rtf", "read_rtf"),
    "html": _reader("web", "read_html"),
    "doc": _reader("doc", "read_doc"),
}


def read_pack(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[str], None] | None = None,
    limits: Limits | None = None,
    pool: Pool | None = None,
) -> Pack:
    """The pack in a folder (sub-folders included) or in one file, in the order of its names.

    Files are read by processes of `pool`, or of one made for this pack with `limits`. `progress` is called with each
    name before it is read; `password` opens locked PDFs. Raises CheckerError when there is nothing at `path`;
    everything that is wrong with a file inside becomes a Skipped.
    """
    root, tasks = _tasks(path)
    results: list[Document | Skipped] = []
    with Pool(limits) if pool is None else nullcontext(pool) as reading:
        for found in reading.read(tasks, password=password, progress=progress):
            results += found
    return _pack(root, results)


def read_pack_here(path: Path, *, password: str | None = None, limits: Limits | None = None) -> Pack:
    """The same in this process, without any guard against files that hang or eat memory: for our own made-up packs."""
    root, tasks = _tasks(path)
    results: list[Document | Skipped] = []
    for task in tasks:
        results += _read_here(task, password, limits or Limits())
    return _pack(root, results)


def _tasks(path: Path) -> tuple[Path, list[Task]]:
    if not path.exists():
        raise CheckerError(f"{path}: there is no such file or folder; check the spelling")
    root = path if path.is_dir() else None
    return path, [Task(path=file, name=name, root=root) for file, name in files_of(path)]


def _pack(path: Path, results: list[Document | Skipped]) -> Pack:
    documents = without_own_copies([result for result in results if isinstance(result, Document)])
    skipped = tuple(result for result in results if isinstance(result, Skipped))
    return Pack(name=shown(path.resolve().name), documents=documents, skipped=skipped)


def _read_here(task: Task, password: str | None, limits: Limits) -> list[Document | Skipped]:
    """One file; a fault in it must not stop the rest of the pack."""
    assembly = Assembly(task.name)
    assembly.over = False
    while not assembly.over:
        assembly.again()
        try:
            data = bytes_of(task.path, task.root, limits)
            for event in Reading(READERS, password, limits, assembly.resume).events(data, task.name):
                assembly.take(event)
        except Unreadable as error:
            assembly.take(Refused(skipped=Skipped(name=task.name, kind=error.kind, reason=error.reason)))
        except OSError as error:
            assembly.take(Refused(skipped=cannot_open(task.name, error)))
        except Exception as error:
            assembly.take(broken_by(error))
    return assembly.results
