"""Archives: packs inside packs, and every trick of a hostile one ends as a skip with its reason."""

from __future__ import annotations

import stat
import struct
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Document, Skipped
from checker.ingest import read_pack_here
from checker.ingest.archive import Budget, Member, members
from checker.ingest.names import inner_name
from checker.ingest.unreadable import Unreadable
from checker.settings import Limits
from tests.ingest.docx_maker import docx, p, pack_zip

WORDS = "Words of a tender."


def _read(tmp_path: Path, data: bytes, limits: Limits | None = None) -> dict[str, Document | Skipped]:
    file = tmp_path / "a.zip"
    file.write_bytes(data)
    pack = read_pack_here(file, limits=limits)
    return {result.name: result for result in (*pack.documents, *pack.skipped)}


def _kinds(results: dict[str, Document | Skipped]) -> dict[str, str]:
    return {name: result.kind if isinstance(result, Skipped) else "read" for name, result in results.items()}


def test_files_of_an_archive_are_documents_of_the_pack(tmp_path: Path) -> None:
    inner = pack_zip({"terms.docx": docx(p("Terms"))})
    results = _read(tmp_path, pack_zip({"b/itt.txt": WORDS, "a.docx": docx(p("Words")), "c.zip": inner}))
    assert _kinds(results) == {"a.zip/a.docx": "read", "a.zip/b/itt.txt": "read", "a.zip/c.zip/terms.docx": "read"}
    document = results["a.zip/b/itt.txt"]
    assert isinstance(document, Document)
    assert document.blocks[0].location.document == "a.zip/b/itt.txt"


def test_what_systems_leave_in_archives_is_passed_over(tmp_path: Path) -> None:
    names = ("__MACOSX/._itt.txt", ".DS_Store", "b/Thumbs.db", "~$itt.docx", "tendercheck.toml", "itt.txt")
    assert list(_read(tmp_path, pack_zip(dict.fromkeys(names, WORDS)))) == ["a.zip/itt.txt"]


def test_an_archive_without_files_is_named(tmp_path: Path) -> None:
    assert _kinds(_read(tmp_path, pack_zip({}))) == {"a.zip": "empty"}
    assert _kinds(_read(tmp_path, pack_zip({"folder/": ""}))) == {"a.zip": "empty"}


def test_an_unread_file_inside_has_its_own_reason(tmp_path: Path) -> None:
    results = _read(
        tmp_path, pack_zip({"a.docx": "", "b.pptx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "c.zip": b"PK\x03\x04 broken"})
    )
    assert _kinds(results) == {"a.zip/a.docx": "empty", "a.zip/b.pptx": "unsupported", "a.zip/c.zip": "damaged"}


def test_a_damaged_entry_leaves_the_others(tmp_path: Path) -> None:
    data = pack_zip({"a.txt": WORDS * 50, "b.txt": WORDS})
    broken = bytearray(data)
    broken[40:44] = b"\xff\xff\xff\xff"  # in the packed bytes of the first
    assert _kinds(_read(tmp_path, bytes(broken))) == {"a.zip/a.txt": "damaged", "a.zip/b.txt": "read"}


def test_locked_entries_are_named(tmp_path: Path) -> None:
    data = bytearray(pack_zip({"a.txt": WORDS, "b.txt": WORDS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag of the first entry
    results = _read(tmp_path, bytes(data))
    assert _kinds(results) == {"a.zip/a.txt": "encrypted", "a.zip/b.txt": "read"}


def test_links_are_refused(tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("itt.txt", WORDS)
    results = _read(tmp_path, buffer.getvalue())
    assert _kinds(results) == {"a.zip/itt.txt": "read", "a.zip/link.txt": "other"}


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    data = bytearray(pack_zip({"a.txt": WORDS, "b.txt": WORDS}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = struct.pack("<I", 0)  # its content begins where that of the first does
    assert _kinds(_read(tmp_path, bytes(data))) == {"a.zip": "hostile"}


def test_a_bomb_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    results = _read(tmp_path, pack_zip({"a.txt": b"0" * 30_000_000, "b.txt": WORDS}))
    assert _kinds(results) == {"a.zip/a.txt": "hostile", "a.zip/b.txt": "read"}


def test_a_stated_size_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(pack_zip({"a.txt": b"0" * 3_000_000}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    assert set(_kinds(_read(tmp_path, bytes(data))).values()) <= {"hostile", "damaged"}


def test_sizes_are_limited_for_one_and_for_all(tmp_path: Path) -> None:
    import random

    noise = random.Random(1).randbytes(1_500_000)
    data = pack_zip({"a.bin": noise, "b.bin": noise[:900_000], "c.txt": WORDS})
    one = _kinds(_read(tmp_path, data, Limits(entry_mb=1)))
    assert one == {"a.zip/a.bin": "too-large", "a.zip/b.bin": "unsupported", "a.zip/c.txt": "read"}
    total = _kinds(_read(tmp_path, data, Limits(archive_mb=2)))
    assert total == {"a.zip/a.bin": "unsupported", "a.zip/b.bin": "too-large", "a.zip/c.txt": "too-large"}


def test_the_number_of_files_is_limited_over_all_levels(tmp_path: Path) -> None:
    inner = pack_zip({"x.txt": WORDS, "y.txt": WORDS})
    results = _read(tmp_path, pack_zip({"1.zip": inner, "2.zip": inner}), Limits(archive_entries=4))
    assert _kinds(results) == {
        "a.zip/1.zip/x.txt": "read", "a.zip/1.zip/y.txt": "read", "a.zip/2.zip": "too-large",
    }  # fmt: skip


def test_archives_too_deep_are_not_opened(tmp_path: Path) -> None:
    data = pack_zip({"itt.txt": WORDS})
    for _ in range(4):
        data = pack_zip({"a.zip": data, "itt.txt": WORDS})
    results = _kinds(_read(tmp_path, data))
    assert results == {
        "a.zip/itt.txt": "read", "a.zip/a.zip/itt.txt": "read", "a.zip/a.zip/a.zip/itt.txt": "read",
        "a.zip/a.zip/a.zip/a.zip": "too-large",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("../../etc/passwd", "etc/passwd"), ("/root/itt.txt", "root/itt.txt"), ("a\\..\\b.txt", "a/b.txt"),
        ("C:\\temp\\itt.txt", "C:/temp/itt.txt"), ("a\u202etxt.exe", "a\\u202etxt.exe"), ("a\nb.txt", "a\\u000ab.txt"),
        ("..", "file without a name"), ("<img src=x>.txt", "<img src=x>.txt"), ("x" * 300 + ".docx", "x" * 144 + "….docx"),
    ],
)  # fmt: skip
def test_names_are_shown_without_tricks(name: str, seen: str) -> None:
    assert inner_name(name) == seen


def test_a_name_that_is_empty_is_no_fault(tmp_path: Path) -> None:
    data = pack_zip({"N.txt": WORDS, "itt.txt": WORDS}).replace(b"N.txt", b"\0.txt")
    assert _kinds(_read(tmp_path, data)) == {"a.zip/file without a name": "read", "a.zip/itt.txt": "read"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_nothing_is_written_and_equal_names_are_told_apart(tmp_path: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("../itt.txt", "itt.txt", "itt.txt", "/itt.txt"):
            archive.writestr(name, WORDS)
    folder = tmp_path / "pack"
    folder.mkdir()
    names = list(_read(folder, buffer.getvalue()))
    assert names == ["a.zip/itt.txt", "a.zip/itt (2).txt", "a.zip/itt (3).txt", "a.zip/itt (4).txt"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


_CONTENT = st.one_of(
    st.binary(max_size=60),
    st.sampled_from([WORDS.encode(), b"0" * 3_000_000, b"PK\x03\x04", docx(p("Words"))]),
)
_LEVEL = st.dictionaries(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12), _CONTENT, max_size=6)


@settings(max_examples=60, deadline=None)
@given(_LEVEL, _LEVEL, st.integers(0, 3), st.integers(1, 12), st.integers(1, 4))
def test_limits_hold_whatever_is_packed(
    outer: dict[str, bytes], inner: dict[str, bytes], depth: int, entries: int, megabytes: int
) -> None:
    data = _zipped({**outer, "in.zip": _zipped(inner)})
    limits = Limits(archive_depth=depth, archive_entries=entries, archive_mb=megabytes, entry_mb=2)
    budget = Budget.of(limits)
    total, seen, kinds = 0, 0, set()
    try:
        for member in members(data, "a.zip", budget):
            seen += 1
            assert member.name.startswith("a.zip/")
            assert ".." not in member.name.split("/")
            if isinstance(member, Member):
                total += _size(member)
    except Unreadable as error:
        kinds.add(error.kind)
    assert kinds <= {"too-large", "empty", "damaged", "hostile"}
    assert seen <= entries
    assert total <= megabytes * 1_000_000


@settings(max_examples=200, deadline=None)
@given(_LEVEL, st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_spoilt_archive_is_refused_or_read_and_never_an_error(
    content: dict[str, bytes], changes: list[tuple[int, int]]
) -> None:
    data = bytearray(_zipped({**content, "itt.txt": WORDS.encode()}))
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(Unreadable):
        for member in members(bytes(data), "a.zip", Budget.of(Limits())):
            if isinstance(member, Member):
                _size(member)


def _size(member: Member) -> int:
    try:
        return len(member.content())
    except Unreadable:
        return 0


def _zipped(content: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name.encode("utf-8", "replace").decode(), data)
    return buffer.getvalue()
