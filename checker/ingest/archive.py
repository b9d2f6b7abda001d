"""A zip archive -> what is in it, unpacked into memory under limits. Nothing is ever written under a name from inside.

Sizes that an archive states are believed only where they refuse it: what comes out is counted while it comes.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from checker.domain import Skipped
from checker.ingest.names import inner_name, is_passed_over_inside, unlike
from checker.ingest.unreadable import Unreadable
from checker.settings import MEGABYTE, Limits

_CHUNK = 65_536
_SMALL = 1_000_000  # bytes: below this no ratio is a bomb
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_LOCKED = "The file is locked with a password inside the archive: unpack it and put an open copy into the pack."
_LINK = "It is a link inside an archive, which is not followed: put the file itself into the pack."
_RATIO = "The file unpacks to far more than its size, as no tender does, and was not read: put it into the pack itself."
_DAMAGED = "The file is damaged inside the archive ({}): pack it again, or put it into the pack itself."
_OPEN = "The archive is damaged and could not be opened: pack it again, or put its files into the pack."
_EMPTY = "The archive holds no files: check that the right version was put into the pack."
_OVERLAP = "The files of the archive overlap, which no packing program does; it was not read: pack it again."


@dataclass(slots=True)
class Budget:
    """What may still be unpacked from one file of the pack, all levels counted together."""

    entries: int
    bytes: int
    entry: int  # bytes of one file
    ratio: int
    depth: int  # levels of archives and e-mails within each other

    @classmethod
    def of(cls, limits: Limits) -> Budget:
        return cls(
            entries=limits.archive_entries,
            bytes=limits.archive_mb * MEGABYTE,
            entry=limits.entry_mb * MEGABYTE,
            ratio=limits.archive_ratio,
            depth=limits.archive_depth,
        )

    def take_entry(self) -> None:
        """Counts one more file. Raises Unreadable when that is one too many."""
        self.entries -= 1
        if self.entries < 0:
            reason = "The archive holds more files than are allowed, and the rest was not read: unpack it and sort it."
            raise Unreadable("too-large", reason)

    def take_bytes(self, count: int) -> None:
        """Counts unpacked bytes. Raises Unreadable when there are too many in all."""
        self.bytes -= count
        if self.bytes < 0:
            reason = "The archive unpacks to more than is allowed, and this file was not read: unpack and split it."
            raise Unreadable("too-large", reason)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another one; `content` gives its bytes, or raises Unreadable."""

    name: str
    content: Callable[[], bytes]


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member | Skipped]:
    """The files of an archive in the order of their names, as "archive.zip/inner.docx"; refused ones as skips.

    Raises Unreadable when the archive itself cannot be opened, or holds too many files.
    """
    archive, entries = _opened(data)
    taken: set[str] = set()
    listed = sorted((inner_name(entry.filename), entry.header_offset, entry) for entry in entries)
    for inner, _, entry in listed:
        budget.take_entry()
        full = f"{name}/{unlike(inner, taken)}"
        reason = _refusal(entry)
        if reason is not None:
            yield Skipped(name=full, kind="encrypted" if reason == _LOCKED else "other", reason=reason)
        else:
            yield Member(full, _unpacking(archive, entry, budget))


def _opened(data: bytes) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (*_ERRORS, UnicodeDecodeError) as error:
        raise Unreadable("damaged", _OPEN) from error
    _refuse_overlap(archive.infolist())
    entries = [e for e in archive.infolist() if not e.filename.endswith("/") and not is_passed_over_inside(e.filename)]
    if not entries:
        raise Unreadable("empty", _EMPTY)
    return archive, entries


def _refuse_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes make a small file unpack to a huge one."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise Unreadable("hostile", _OVERLAP)
        end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    if entry.flag_bits & 1:
        return _LOCKED
    return _LINK if stat.S_ISLNK(entry.external_attr >> 16) else None


def _unpacking(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> Callable[[], bytes]:
    return lambda: _unpacked(archive, entry, budget)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    """Content of one entry, counted while it is unpacked."""
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                _check(size, entry, budget)
                budget.take_bytes(len(chunk))
                pieces.append(chunk)
    except _ERRORS as error:
        raise Unreadable("damaged", _DAMAGED.format(type(error).__name__)) from error
    return b"".join(pieces)


def _check(size: int, entry: zipfile.ZipInfo, budget: Budget) -> None:
    if size > budget.entry:
        reason = f"The file unpacks to more than {budget.entry // MEGABYTE} MB and was not read: split it."
        raise Unreadable("too-large", reason)
    if size > _SMALL and size > budget.ratio * max(entry.compress_size, 1):
        raise Unreadable("hostile", _RATIO)
