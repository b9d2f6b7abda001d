"""The kind of a file is told by its content."""

from __future__ import annotations

import pytest

from checker.ingest.kinds import advice_for, ending_warning, kind_of
from tests.ingest.docx_maker import docx, p, pack_zip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


def _typed(kind: str) -> bytes:
    return pack_zip({"[Content_Types].xml": f'<Types><Override ContentType="application/{kind}"/></Types>'})


def _ole(stream: str) -> bytes:
    return _OLE + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"), (b" \r\n\t ", "empty"), (b"%PDF-1.7 ...", "pdf"), (b"junk\n%PDF-1.4", "pdf"),
        (docx(p("x")), "docx"), (_typed("vnd.ms-word.document.macroEnabled.main+xml"), "docx"),
        (_typed("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "docx"),
        (_typed("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "xlsx"),
        (_typed("vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"), "presentation"),
        (_typed("vnd.ms-excel.sheet.macroEnabled.main+xml"), "xlsx"),
        (_typed("vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"), (b"<div>Lots</div>", "html"),
        (b"<angle> brackets in text", "text"), (pack_zip({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (pack_zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (pack_zip({"a.txt": "x"}), "zip"), (b"PK\x03\x04 broken", "zip"), (b"PK\x03\x04 word/document.xml", "docx"),
        (_ole("WordDocument"), "doc"), (_ole("Workbook"), "xls"), (_ole("EncryptedPackage"), "encrypted-office"),
        (_ole("Other"), "unknown"), (b"{\\rtf1 x}", "rtf"), (b"<!DOCTYPE html><p>x", "html"), (b"  <html>x", "html"),
        (b'<?xml version="1.0"?><a/>', "xml"), (b"\x89PNG\r\n\x1a\nxx", "image"), (b"\xff\xd8\xff\xe0", "image"),
        (b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nHi", "eml"), (b"Plain words.", "text"),
        (b"# Head\n\nwords", "markdown"), ("Wide words".encode("utf-16"), "text"), (bytes(range(256)), "unknown"),
        (b"From: our offices\nwe write to you", "text"),
    ],
)  # fmt: skip
def test_kind(data: bytes, kind: str) -> None:
    assert kind_of(data, "no-ending") == kind


def test_the_name_settles_text_against_markdown_and_separated_values() -> None:
    assert kind_of(b"Plain words.", "a.md") == "markdown"
    assert kind_of(b"Item,Price\nCleaning,5", "a.csv") == "csv"
    assert kind_of(b"Item,Price\nCleaning,5", "a.txt") == "text"


def test_a_workbook_within_slides_does_not_make_them_a_workbook() -> None:
    types = (
        '<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        '<Override ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>'
    )
    assert kind_of(pack_zip({"[Content_Types].xml": types}), "a.pptx") == "presentation"


@pytest.mark.parametrize(("kind", "name"), [("docx", "a.pdf"), ("pdf", "a.doc"), ("docx", "a"), ("text", "a.docx")])
def test_a_wrong_ending_is_told(kind: str, name: str) -> None:
    assert ending_warning(kind, name)


@pytest.mark.parametrize(
    ("kind", "name"), [("docx", "a.DOCX"), ("docx", "a.docm"), ("text", "a.md"), ("markdown", "a.txt")]
)
def test_a_right_ending_is_not(kind: str, name: str) -> None:
    assert ending_warning(kind, name) is None


@pytest.mark.parametrize("kind", ["zip", "eml", "image", "unknown", "xml", "presentation", "message", "archive"])
def test_every_kind_without_a_reader_has_advice(kind: str) -> None:
    assert advice_for(kind).endswith(".")
    assert any(word in advice_for(kind) for word in (".docx", ".pdf", "folder"))


def test_a_package_with_a_broken_list_of_types_is_no_crash() -> None:
    data = docx(p("x"))
    start = data.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    assert kind_of(data[:start] + b"\xff" * 20 + data[start + 20 :], "a.docx") == "docx"
