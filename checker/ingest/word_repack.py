"""A package written anew with some parts changed; every other part keeps its packed bytes as they are."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO

_LOCAL_HEADER = 30  # bytes before the name
_SIZES_FOLLOW = 0x08  # flag: sizes stand behind the data and not before it
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # new parts carry no date: the same input gives the same bytes


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with the parts of `changed` in the place of those of their names, new ones last."""
    left = dict(changed)
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = left.pop(_part_name(entry), None)
            if content is None:
                _copy(data, entry, new, buffer)
            else:
                _write(new, entry.filename, entry.date_time, content)
        for name, content in left.items():
            _write(new, name, _FIRST_DAY, content)
        new.comment = old.comment
    return buffer.getvalue()


def _part_name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/")


def _write(new: zipfile.ZipFile, name: str, when: tuple[int, int, int, int, int, int], content: bytes) -> None:
    entry = zipfile.ZipInfo(name, when)
    entry.create_system = 0
    new.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _copy(data: bytes, entry: zipfile.ZipInfo, new: zipfile.ZipFile, buffer: BytesIO) -> None:
    """The entry with its packed bytes; only its headers are written anew."""
    name_length, extra_length = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + _LOCAL_HEADER + name_length + extra_length
    moved = copy(entry)
    moved.flag_bits &= ~_SIZES_FOLLOW
    moved.extra = b""
    moved.header_offset = buffer.tell()
    buffer.write(moved.FileHeader(zip64=False) + data[start : start + entry.compress_size])
    new.filelist.append(moved)
    new.NameToInfo[moved.filename] = moved
    new.start_dir = buffer.tell()
