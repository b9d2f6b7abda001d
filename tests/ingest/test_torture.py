"""Small hostile and odd files: each ends as read, partly read or skipped with a reason, and the command says so."""

from __future__ import annotations

import random
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from benchmarks.torture import main, outcome_of
from checker.domain import Document, Gap, Ledger
from tests.ingest.docx_maker import docx, p, pack_zip, xml
from tests.ingest.pdf_maker import make_pdf, write

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def _pdf(*objects: bytes) -> bytes:
    """A PDF of raw objects, the first of them its catalogue; no table of places, as in damaged files."""
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer\n<</Root 1 0 R>>\n%%EOF"


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
_SOUND = make_pdf(lambda canvas: write(canvas, "Words of a tender.", 72, 100))


def _one_page(content: bytes, *more: bytes) -> bytes:
    return _pdf(_CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _PAGE, _stream(content), *more)


def _word(document: str) -> bytes:
    return pack_zip({"[Content_Types].xml": _TYPES, "word/document.xml": document})


def _nested(levels: int) -> bytes:
    data = pack_zip({"itt.txt": "Words of a tender."})
    for _ in range(levels):
        data = pack_zip({"inner.zip": data})
    return data


def _bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("itt.txt", b"0" * 40_000_000)
    return buffer.getvalue()


_LAUGHS = "<!DOCTYPE w:document [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
FILES: dict[str, bytes] = {
    "arrays.pdf": _one_page(b"[" * 50_000),
    "bomb.zip": _bomb(),
    "count.pdf": _pdf(_CATALOGUE, b"<</Type/Pages/Kids[]/Count 2000000000>>"),
    "cut.pdf": _SOUND[: len(_SOUND) // 2],
    "deep.docx": docx("<w:tbl><w:tr><w:tc>" * 400 + p("Words") + "</w:tc></w:tr></w:tbl>" * 400),
    "deep.html": b"<html><body>" + b"<div>" * 20_000 + b"Words of a tender." + b"</div>" * 20_000,
    "deep.zip": _nested(6),
    "empty.pdf": b"",
    "entity.docx": _word(_LAUGHS + xml("w:document", "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>")),
    "form.pdf": _one_page(b"/F Do", b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>stream\n/F Do\nendstream"),
    "loop.pdf": _pdf(_CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
    "noise.bin": random.Random(1).randbytes(5_000),
    "pdf.docx": _SOUND,
    "quotes.pdf": _one_page(b"q " * 20_000),
    "sound.pdf": _SOUND,
    "word.pdf": docx(p("Words of a tender.")),
    "zip.docx": pack_zip({"itt.txt": "Words of a tender."}),
}  # fmt: skip


def test_every_odd_file_ends_with_an_outcome(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    assert main([str(tmp_path), "--seconds", "30", "--memory-mb", "1000"]) == 0
    lines = capsys.readouterr().out.splitlines()
    outcomes = {line.split(" MB  ")[1].split()[0]: line.split()[0] for line in lines[: len(FILES)]}
    assert set(outcomes) == set(FILES)
    read = ("pdf.docx", "sound.pdf", "word.pdf", "zip.docx")
    assert {name: outcomes[name] for name in read} == dict.fromkeys(read, "read")
    hostile = ("bomb.zip", "count.pdf", "deep.docx", "deep.zip", "empty.pdf", "entity.docx", "loop.pdf", "noise.bin")
    assert {name: outcomes[name] for name in hostile} == dict.fromkeys(hostile, "skipped")
    assert all(line.split(" MB  ")[1].count(" ") for line in lines[: len(FILES)] if line.startswith("skipped"))
    assert lines[-1].startswith(f"{len(FILES)} files: ")


def test_a_file_that_ends_without_text_and_reason_is_found() -> None:
    empty = Document(name="a.pdf", role="unknown", blocks=(), pages=1, ledger=Ledger())
    partly = Document(
        name="a.pdf", role="unknown", blocks=(), pages=1, ledger=Ledger(gaps=(Gap(where="page 1", reason="cut"),))
    )
    assert outcome_of([empty])[0] == "EMPTY"
    assert outcome_of([])[0] == "EMPTY"
    assert outcome_of([partly]) == ("partly", "page 1: cut")


def test_a_folder_without_files_is_a_failure(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 1
