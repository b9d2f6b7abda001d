"""A file or folder -> Pack. One bad file never stops the others, and none is left out in silence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from checker.domain import CheckerError, Document, Pack, Skipped
from checker.ingest.kinds import advice_for, ending_warning, kind_of
from checker.ingest.ocds import read_ocds
from checker.ingest.pdf import read_pdf
from checker.ingest.roles import not_a_tender, role_of
from checker.ingest.text import read_text
from checker.ingest.unreadable import Unreadable
from checker.ingest.word import read_word

Reader = Callable[[bytes, str, str | None], Document]

READERS: dict[str, Reader] = {
    "pdf": lambda data, name, password: read_pdf(data, name, password=password),
    "docx": lambda data, name, password: read_word(data, name),
    "ocds": lambda data, name, password: read_ocds(data, name),
    "text": lambda data, name, password: read_text(data, name),
    "markdown": lambda data, name, password: read_text(data, name),
}

LARGEST_FILE = 500_000_000  # bytes
_OWN_FILES = frozenset({"tendercheck.toml", "expected.yaml", "decisions.yaml"})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})  # .DS_Store is hidden anyway
_OWN_FOLDER = "tendercheck-report"
_LOCKED = "The file is locked with a password: save a copy without one and check that."
_EMPTY = "The file is empty: check that the right version was put into the pack."


def read_pack(path: Path, *, password: str | None = None, progress: Callable[[str], None] | None = None) -> Pack:
    """The pack in a folder (sub-folders included) or in one file, in the order of its names.

    `progress` is called with each name before it is read; `password` opens locked PDFs. Raises CheckerError when
    there is nothing at `path`; everything that is wrong with a file inside becomes a Skipped.
    """
    if not path.exists():
        raise CheckerError(f"{path}: there is no such file or folder; check the spelling")
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for file, name in _files(path):
        if progress is not None:
            progress(name)
        result = _read_file(file, name, path, password)
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            documents.append(result)
    return Pack(name=_shown(path.resolve().name), documents=tuple(documents), skipped=tuple(skipped))


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Files of the pack with their names in it, sorted by name."""
    if not path.is_dir():
        return iter([(path, _shown(path.name))])
    found = ((file, _shown(file.relative_to(path).as_posix())) for file in _files_below(path, path.resolve()))
    return iter(sorted(found, key=lambda pair: pair[1]))


def _files_below(folder: Path, root: Path) -> Iterator[Path]:
    """Everything but folders; a folder that cannot be opened, or a link out of the pack, stands for its content."""
    try:
        children = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for child in children:
        if _is_passed_over(child):
            continue
        if child.is_dir() and not child.is_symlink():
            yield from _files_below(child, root)
        elif not (child.is_dir() and _is_within(child, root)):  # a link to a folder of the pack: read there
            yield child


def _is_passed_over(path: Path) -> bool:
    """Hidden files, locks of open documents, what systems leave behind, and the checker's own files."""
    name = path.name
    own = name in _OWN_FILES or (name == _OWN_FOLDER and path.is_dir())
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES or own


def _is_within(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return False


def _read_file(file: Path, name: str, root: Path, password: str | None) -> Document | Skipped:
    try:
        data = _bytes_of(file, root)
        kind = kind_of(data, name)
        document = _read_kind(kind, data, name, password)
    except Unreadable as error:
        return Skipped(name=name, kind=error.kind, reason=error.reason)
    except OSError as error:
        reason = f"The file could not be opened ({error.strerror or type(error).__name__}): check who may read it."
        return Skipped(name=name, kind="other", reason=reason)
    except Exception as error:  # the one place: a fault in one file must not stop the rest of the pack
        return _skip_for_fault(error, name)
    return _with_judgements(document, kind, name)


def _skip_for_fault(error: Exception, name: str) -> Skipped:
    """The type of the error and no more: its message could quote the tender."""
    reason = f"The file could not be read ({type(error).__name__}): open it, save it again as .docx or .pdf and retry."
    return Skipped(name=name, kind="out-of-memory" if isinstance(error, MemoryError) else "damaged", reason=reason)


def _bytes_of(file: Path, root: Path) -> bytes:
    if file.is_symlink() and root.is_dir() and not _is_within(file, root.resolve()):
        raise Unreadable("other", "It is a link to a place outside the pack: put a copy of the file into the pack.")
    if file.is_dir():
        raise Unreadable("other", "The folder could not be opened: check who may read it.")
    if file.exists() and not file.is_file():
        raise Unreadable("not-a-document", "It is a device or a pipe and no file: take it out of the pack.")
    if file.stat().st_size > LARGEST_FILE:
        raise Unreadable("too-large", f"The file is larger than {LARGEST_FILE // 1_000_000} MB: split it.")
    return file.read_bytes()


def _read_kind(kind: str, data: bytes, name: str, password: str | None) -> Document:
    if kind == "empty":
        raise Unreadable("empty", _EMPTY)
    if kind == "encrypted-office":
        raise Unreadable("encrypted", _LOCKED)
    if kind not in READERS:
        raise Unreadable("unsupported", advice_for(kind))
    return READERS[kind](data, name, password)


def _with_judgements(document: Document, kind: str, name: str) -> Document:
    warning = ending_warning(kind, name)
    if kind == "ocds":  # what it is needs no judging
        return document if warning is None else replace(document, warnings=(warning, *document.warnings))
    return replace(
        document,
        role=role_of(name, document.blocks),
        not_a_tender=not_a_tender(name, document.blocks),
        warnings=document.warnings if warning is None else (warning, *document.warnings),
    )


def _shown(name: str) -> str:
    """A name with what cannot be shown (control, direction and undecodable characters) as visible codes."""
    return "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character
        for character in name
    )
