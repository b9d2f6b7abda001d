"""Old Word files go through LibreOffice; without it, or when it fails, the user is told what to do."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from checker.ingest import doc
from checker.ingest.unreadable import Unreadable
from tests.ingest.docx_maker import docx, p

_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in program is a shell script")


def _program(place: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A stand-in for LibreOffice, and a folder of its own for temporary files."""
    program = place / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    (place / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place / "temporary"))
    monkeypatch.setattr(shutil, "which", lambda name: str(program) if name == "soffice" else None)


def _refused() -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        doc.read_doc(b"old", "a.doc")
    return caught.value


@_posix
def test_the_converted_file_is_read_and_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p("Words of a tender.")))
    script = f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp "{tmp_path}/made.docx" "$2/file.docx"'
    _program(tmp_path, monkeypatch, script)
    document = doc.read_doc(b"old", "a.doc")
    assert [block.text for block in document.blocks] == ["Words of a tender."]
    assert "LibreOffice" in document.warnings[-1]
    assert list((tmp_path / "temporary").iterdir()) == []


@_posix
def test_no_result_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, monkeypatch, "exit 0")
    assert _refused().kind == "damaged"


@_posix
def test_a_conversion_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, monkeypatch, "sleep 600")
    monkeypatch.setattr(doc, "LONGEST", 0.2)
    assert _refused().kind == "timed-out"
    assert list((tmp_path / "temporary").iterdir()) == []


def test_without_libreoffice_the_advice_is_to_save_as_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    error = _refused()
    assert error.kind == "unsupported"
    assert "save it as .docx" in error.reason
