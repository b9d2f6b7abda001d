"""Hostile and damaged packages are refused by name, and nothing of them leaks into the text."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from checker.domain import SkipKind
from checker.ingest import word_package
from checker.ingest.unreadable import Unreadable
from checker.ingest.word import read_word
from tests.ingest.docx_maker import W_URI, docx, p, pack_zip, xml


def _refused(data: bytes) -> tuple[SkipKind, str]:
    with pytest.raises(Unreadable) as caught:
        read_word(data, "x.docx")
    return caught.value.kind, caught.value.reason


def _body_with_doctype(declaration: str, text: str) -> str:
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{W_URI}">{body}</w:document>'


def test_entities_of_a_document_type_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert _refused(docx("", document_xml=_body_with_doctype(bomb, "start &b; end")))[0] == "hostile"


def test_outside_entities_are_refused_in_any_encoding() -> None:
    text = _body_with_doctype('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "start &a; end")
    wide = text.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16")
    assert _refused(docx("", document_xml=text))[0] == "hostile"
    assert _refused(docx("", document_xml=wide))[0] == "hostile"


def test_a_document_type_behind_a_long_comment_is_refused() -> None:
    text = _body_with_doctype(f"<!-- {'x' * 70_000} --><!DOCTYPE x []>", "words")
    assert _refused(docx("", document_xml=text))[0] == "hostile"


def test_a_lying_size_is_damage() -> None:
    data = docx(p("words " * 2_000))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        true_size = archive.getinfo("word/document.xml").file_size
    lying = data.replace(struct.pack("<L", true_size), struct.pack("<L", 10))
    assert _refused(lying)[0] == "damaged"


def test_a_part_that_unpacks_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "LARGEST_PART", 100_000)
    assert _refused(docx(p("a" * 200_000)))[0] == "too-large"


def test_the_whole_package_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "LARGEST_PACKAGE", 100_000)
    note = xml("w:hdr", p("b" * 60_000))
    data = docx(p("a" * 60_000), (("rh", "header", "header1.xml"),), header1_xml=note)
    assert _refused(data)[0] == "too-large"


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MOST_ENTRIES", 3)
    assert _refused(docx(p("words")))[0] == "too-large"


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = BytesIO(docx(p("first")))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", xml("w:document", f"<w:body>{p('second')}</w:body>"))
    assert _refused(buffer.getvalue())[0] == "hostile"


def test_overlapping_entries_are_refused() -> None:
    """The directory is changed so that two names share the bytes of one entry."""
    data = pack_zip({"word/document.xml": xml("w:document", ""), "word/documenx.xml": xml("w:document", "")})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        second = archive.infolist()[1].header_offset
    place = data.rindex(struct.pack("<L", second), 0, data.rindex(b"word/documenx.xml"))
    assert _refused(data[:place] + struct.pack("<L", 0) + data[place + 4 :])[0] == "hostile"


def test_an_encrypted_package_says_so() -> None:
    data = bytearray(docx(p("words")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + offset] |= 1
    assert _refused(bytes(data))[0] == "encrypted"


def test_half_a_file_is_damaged() -> None:
    data = docx(p("words " * 500))
    assert _refused(data[: len(data) // 2])[0] == "damaged"


def test_xml_nested_without_end_is_damaged() -> None:
    deep = xml(
        "w:document", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000 + "</w:body>"
    )
    assert _refused(docx("", document_xml=deep))[0] == "damaged"


def test_tables_nested_sixty_deep_are_read() -> None:
    deep = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" * 60 + p("bottom") + "</w:tc></w:tr></w:tbl>" * 60
    assert read_word(docx(deep), "x.docx").blocks[-1].text == "bottom"


def test_a_package_without_a_body_is_damaged() -> None:
    assert _refused(pack_zip({"other.xml": "<a/>"}))[0] == "damaged"


def test_reasons_tell_what_to_do_and_quote_nothing() -> None:
    kind, reason = _refused(docx("", document_xml="<w:document>secret words"))
    assert kind == "damaged"
    assert "secret" not in reason
    assert "save a fresh copy" in reason
