"""The way back from the text of a block to the elements that hold it, and a package written anew."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from checker.ingest.word import open_word, read_word
from checker.ingest.word_repack import repacked
from tests.ingest.docx_maker import docx, p, r, tbl, tc, tr, xml

_PIECES = st.lists(st.text("ab \u00a0\u00ad.5", min_size=1, max_size=6), min_size=1, max_size=6)


def _words(data: bytes, block: int, start: int, end: int) -> list[str]:
    """The characters that the pieces hold, paragraph by paragraph."""
    return [
        "".join((piece.element.text or "")[piece.start : piece.end] for piece in pieces)
        for pieces in open_word(data, "x.docx").pieces(block, start, end)
    ]


def test_the_document_is_the_one_that_reading_gives() -> None:
    data = docx(p("1.1 One") + tbl(tr(tc(p("a")), tc(p("b")))) + p("Two"))
    assert open_word(data, "x.docx").document == read_word(data, "x.docx")


def test_a_typed_number_is_no_part_of_the_words() -> None:
    assert _words(docx("<w:p>" + r("3.2  The sup") + r("plier must pay.") + "</w:p>"), 0, 4, 12) == ["supplier"]


def test_a_row_gives_each_cell_its_own() -> None:
    data = docx(tbl(tr(tc(p("Cover")), tc(p("£5 million") + p("each claim")))))
    text = read_word(data, "x.docx").blocks[0].text
    assert _words(data, 0, 0, len(text)) == ["Cover", "£5 million", "each claim"]
    assert _words(data, 0, text.index("each"), len(text)) == ["each claim"]


def test_deleted_words_are_passed_over() -> None:
    deleted = "<w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>"
    data = docx("<w:p>" + r("Bidders must ") + deleted + r("pay.") + "</w:p>")
    assert _words(data, 0, 8, 17) == ["must pay."]


def test_a_foreign_document_has_no_place() -> None:
    data = docx(p("One") + "<w:altChunk r:id='rt'/>", (("rt", "aFChunk", "part.txt"),), part_txt="Foreign words.")
    file = open_word(data, "x.docx")
    assert file.document.blocks[1].text == "Foreign words."
    assert file.pieces(1, 0, 7) == ()


@given(_PIECES, st.integers(0, 20), st.integers(1, 20))
def test_any_words_are_found_again(pieces: list[str], start: int, length: int) -> None:
    data = docx("<w:p>" + r("Start ") + "".join(r(piece) for piece in pieces) + r(" end") + "</w:p>")
    text = read_word(data, "x.docx").blocks[0].text
    wanted = text[start : start + length]
    found = _words(data, 0, start, start + length)
    assert "".join("".join(found).replace("\u00ad", "").split()) == "".join(wanted.split())


def test_other_parts_keep_their_packed_bytes() -> None:
    data = docx(p("One"), header1_xml=xml("w:hdr", p("x" * 500)))
    copy = repacked(data, {"word/document.xml": b"<new/>", "word/more.xml": b"<more/>"})
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(BytesIO(copy)) as after:
        assert after.testzip() is None
        assert after.namelist() == [*before.namelist(), "word/more.xml"]
        assert after.read("word/document.xml") == b"<new/>"
        old, new = before.getinfo("word/header1.xml"), after.getinfo("word/header1.xml")
        assert (old.CRC, old.compress_size, old.compress_type) == (new.CRC, new.compress_size, new.compress_type)
    assert repacked(data, {}) == repacked(data, {})


def test_an_entry_whose_sizes_follow_it_is_copied_whole() -> None:
    class Stream(BytesIO):
        def seek(self, *_: int) -> int:
            raise OSError

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", "a" * 300)
        archive.writestr("b.xml", "b" * 300)
    with zipfile.ZipFile(BytesIO(stream.getvalue())) as before:
        assert all(entry.flag_bits & 8 for entry in before.infolist())
    with zipfile.ZipFile(BytesIO(repacked(stream.getvalue(), {"a.xml": b"new"}))) as after:
        assert after.testzip() is None
        assert not any(entry.flag_bits & 8 for entry in after.infolist())
        assert (after.read("a.xml"), after.read("b.xml")) == (b"new", b"b" * 300)
