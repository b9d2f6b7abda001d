"""Every file of a pack ends as a document or as a skip with its reason; none stops the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checker.domain import CheckerError, Document, Skipped
from checker.ingest import pack as pack_module
from checker.ingest import read_pack, read_pack_here
from checker.ingest.ocr import find_engine
from checker.ingest.unreadable import Unreadable
from checker.settings import Limits
from tests.ingest.docx_maker import docx, p

_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs pipes, links and names that only Linux allows")


def _skips(path: Path) -> dict[str, Skipped]:
    return {skip.name: skip for skip in read_pack_here(path).skipped}


def test_a_folder_is_one_pack_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/B.md", "c.docx"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(docx(p("Words")) if name.endswith("docx") else b"Words of a tender.")
    seen: list[str] = []
    pack = read_pack(tmp_path, progress=seen.append)
    assert pack == read_pack_here(tmp_path)
    assert [document.name for document in pack.documents] == ["a/B.md", "a/z.txt", "b.txt", "c.docx"]
    assert seen == ["a/B.md", "a/z.txt", "b.txt", "c.docx"]
    assert pack.name == tmp_path.name
    assert all(block.location.document == document.name for document in pack.documents for block in document.blocks)


def test_a_single_file_is_a_pack(tmp_path: Path) -> None:
    file = tmp_path / "itt.txt"
    file.write_text("You are invited to tender.", encoding="utf-8")
    pack = read_pack_here(file)
    assert (pack.name, [document.name for document in pack.documents]) == ("itt.txt", ["itt.txt"])


def test_what_is_no_part_of_the_pack_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "tendercheck-report").mkdir()
    (tmp_path / ".git").mkdir()
    for name in (
        ".hidden.txt", "~$itt.docx", "Thumbs.db", ".DS_Store", "desktop.ini", "tendercheck.toml", "expected.yaml",
        "decisions.yaml", "tendercheck-report/report.html", ".git/config",
    ):  # fmt: skip
        (tmp_path / name).write_text("x", encoding="utf-8")
    pack = read_pack_here(tmp_path)
    assert (pack.documents, pack.skipped) == ((), ())


def test_each_unread_file_has_its_kind_and_advice(tmp_path: Path) -> None:
    files = {
        "empty.docx": (b"", "empty"), "broken.docx": (b"PK\x03\x04 word/document.xml", "damaged"),
        "old.ppt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le"), "unsupported"),
        "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        "all.7z": (b"7z\xbc\xaf\x27\x1c", "unsupported"), "logo.png": (b"\x89PNG\r\n\x1a\n...", "damaged" if find_engine() else "unsupported"),
        "random.bin": (bytes(range(256)) * 4, "unsupported"),
    }  # fmt: skip
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Words of a tender.", encoding="utf-8")
    skips = _skips(tmp_path)
    assert {name: skip.kind for name, skip in skips.items()} == {name: kind for name, (_, kind) in files.items()}
    assert all(skip.reason.endswith(".") and ":" in skip.reason for skip in skips.values())


def test_one_fault_does_not_stop_the_pack_and_quotes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(data: bytes, name: str, password: str | None) -> Document:
        raise KeyError("secret words")

    monkeypatch.setitem(pack_module.READERS, "docx", fails)
    (tmp_path / "a.docx").write_bytes(docx(p("Words")))
    (tmp_path / "b.txt").write_text("Words of a tender.", encoding="utf-8")
    pack = read_pack_here(tmp_path)
    (skip,) = pack.skipped
    assert (skip.name, skip.kind) == ("a.docx", "damaged")
    assert "KeyError" in skip.reason
    assert "secret" not in skip.reason
    assert [document.name for document in pack.documents] == ["b.txt"]


def test_a_reader_names_its_own_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(data: bytes, name: str, password: str | None) -> Document:
        raise Unreadable("scanned", "Only pictures of pages: scan it with text.")

    monkeypatch.setitem(pack_module.READERS, "docx", refuses)
    (tmp_path / "a.docx").write_bytes(docx(p("Words")))
    assert _skips(tmp_path)["a.docx"].reason == "Only pictures of pages: scan it with text."


def test_the_password_reaches_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str | None] = []

    def notes(data: bytes, name: str, password: str | None) -> Document:
        given.append(password)
        raise Unreadable("encrypted", "Locked: unlock it.")

    monkeypatch.setitem(pack_module.READERS, "docx", notes)
    (tmp_path / "a.docx").write_bytes(docx(p("Words")))
    read_pack_here(tmp_path, password="open")
    assert given == ["open"]


def test_a_wrong_ending_is_read_by_content_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "itt.pdf").write_bytes(docx(p("Words")))
    (document,) = read_pack_here(tmp_path).documents
    assert "ends in .pdf" in document.warnings[0]


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"More than a megabyte. " * 50_000)
    (skip,) = read_pack_here(tmp_path, limits=Limits(file_mb=1)).skipped
    assert (skip.name, skip.kind) == ("a.txt", "too-large")


@_linux
def test_links_out_of_the_pack_are_not_followed(tmp_path: Path) -> None:
    outside, pack = tmp_path / "outside", tmp_path / "pack"
    outside.mkdir()
    pack.mkdir()
    (outside / "secret.txt").write_text("Secret words.", encoding="utf-8")
    (pack / "file.txt").symlink_to(outside / "secret.txt")
    (pack / "folder").symlink_to(outside)
    (pack / "loop").symlink_to(pack)
    (pack / "gone.txt").symlink_to(pack / "nothing.txt")
    result = read_pack_here(pack)
    assert result.documents == ()
    assert {skip.name for skip in result.skipped} == {"file.txt", "folder", "gone.txt"}
    assert "link to a place outside" in _skips(pack)["file.txt"].reason


@_linux
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _skips(tmp_path)["pipe.txt"].kind == "not-a-document"


@_linux
def test_names_show_what_is_hidden_in_them(tmp_path: Path) -> None:
    (tmp_path / "a\u202etxt.exe\n.txt").write_text("Words of a tender.", encoding="utf-8")
    (tmp_path / os.fsdecode(b"b\xff.txt")).write_text("Words of a tender.", encoding="utf-8")
    names = [document.name for document in read_pack_here(tmp_path).documents]
    assert names == ["a\\u202etxt.exe\\u000a.txt", "b\\udcff.txt"]
    assert all(name.encode() for name in names)


def test_nothing_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="no such file or folder"):
        read_pack_here(tmp_path / "missing")


def test_documents_have_a_role_and_strangers_are_named(tmp_path: Path) -> None:
    (tmp_path / "Pricing schedule.txt").write_text("Pricing schedule\n\nEnter your price a day.", encoding="utf-8")
    (document,) = read_pack_here(tmp_path).documents
    assert (document.role, document.not_a_tender) == ("pricing", None)
