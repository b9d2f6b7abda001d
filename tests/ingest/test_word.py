"""Every construct of a Word file is read once, in its place, and what is not read is named."""

from __future__ import annotations

import re

import pytest

from checker.domain import Block
from checker.ingest.unreadable import Unreadable
from checker.ingest.word import read_word
from tests.ingest.docx_maker import docx, p, pack_zip, r, relations, tbl, tc, tr, xml

_BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="b"/><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
)
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="2" name="x" {}/><a:graphic><a:graphicData><pic:pic/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
_BODY = "".join(
    (
        p("markbody", style="Heading1"),
        "<w:p><w:hyperlink r:id='x'>" + r("marklink") + "</w:hyperlink></w:p>",
        "<w:p><w:fldSimple w:instr='AUTHOR'>" + r("marksimplefield") + "</w:fldSimple></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE hiddencode</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("markfield") + "<w:r><w:fldChar/></w:r></w:p>",
        "<w:p><w:smartTag>" + r("marksmart ") + "</w:smartTag><w:customXml>" + r("markcustom") + "</w:customXml></w:p>",
        "<w:p><w:ins w:id='1'>" + r("markinserted") + "</w:ins> </w:p>",
        "<w:p>" + r("kept ") + "<w:del w:id='2'><w:r><w:delText>markdeleted</w:delText></w:r></w:del></w:p>",
        "<w:p><w:moveFrom w:id='3'>" + r("markmovedaway") + "</w:moveFrom></w:p>",
        "<w:p><w:moveTo w:id='4'>" + r("markmovedhere") + "</w:moveTo></w:p>",
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("markblockcontrol") + "</w:sdtContent></w:sdt>",
        "<w:p><w:sdt><w:sdtContent>" + r("markinlinecontrol") + "</w:sdtContent></w:sdt></w:p>",
        tbl(
            tr(tc(p("markcell")), tc(p("markright") + tbl(tr(tc(p("markinner")), tc(p("markinnertwo")))))),
            "<w:sdt><w:sdtContent>" + tr(tc(p("markrowcontrol")), tc(p("b"))) + "</w:sdtContent></w:sdt>",
            tr("<w:sdt><w:sdtContent>" + tc(p("markcellcontrol")) + "</w:sdtContent></w:sdt>", tc(p("c"))),
        ),
        "<w:p><w:r>" + _BOX.format(p("markbox")) + "</w:r></w:p>",
        "<w:p>" + _PICTURE.format('descr="markalt"') + "</w:p>",
        "<w:p><m:oMath><m:r><m:t>markmaths</m:t></m:r></m:oMath></w:p>",
        "<w:p><w:r><w:t>two</w:t><w:tab/><w:t>marktab</w:t><w:noBreakHyphen/><w:t>end</w:t></w:r></w:p>",
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>markhidden</w:t></w:r></w:p>",
        "<w:altChunk r:id='rhtml'/><w:altChunk r:id='rtext'/>",
    )
)
_LINKS = (
    ("rh", "header", "header1.xml"), ("rf", "footer", "footer1.xml"), ("rn", "footnotes", "footnotes.xml"),
    ("re", "endnotes", "endnotes.xml"), ("rc", "comments", "comments.xml"), ("rhtml", "aFChunk", "part.htm"),
    ("rtext", "aFChunk", "part.txt"), ("rchart", "chart", "charts/chart1.xml"), ("rs", "styles", "styles.xml"),
)  # fmt: skip
_NOTES = '<w:{0} w:type="separator">' + p("neverseen") + "</w:{0}><w:{0} w:id='1'>" + p("{1}") + "</w:{0}>"
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our head"/><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base head"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
)


def _everything() -> bytes:
    return docx(
        _BODY,
        _LINKS,
        header1_xml=xml("w:hdr", p("markheader")),
        footer1_xml=xml("w:ftr", p("markfooter") + p("markfooter")),
        footnotes_xml=xml("w:footnotes", _NOTES.format("footnote", "markfootnote")),
        endnotes_xml=xml("w:endnotes", _NOTES.format("endnote", "markendnote")),
        comments_xml=xml("w:comments", f"<w:comment w:id='0'>{p('markcomment')}</w:comment>"),
        part_htm="<html><style>p{neverseen:1}</style><body><p>markhtml</p></body></html>",
        part_txt="marktext",
        charts__chart1_xml=xml("c:chartSpace", "<c:chart><a:p><a:r><a:t>markchart</a:t></a:r></a:p></c:chart>"),
        styles_xml=xml("w:styles", _STYLES),
    )


def _find(blocks: tuple[Block, ...], word: str) -> Block:
    found = [block for block in blocks if word in block.text]
    assert len(found) == 1, f"{word}: {found}"
    return found[0]


def test_every_marker_is_read_once_and_nothing_else() -> None:
    document = read_word(_everything(), "all.docx")
    written = re.findall(r"mark[a-z]+", " ".join(block.text for block in document.blocks))
    expected = set(re.findall(r"mark[a-z]+", _BODY)) | {
        "markheader", "markfooter", "markfootnote", "markendnote", "markcomment", "markhtml", "marktext", "markchart",
    }  # fmt: skip
    assert sorted(written) == sorted(expected)
    assert not any(word in block.text for block in document.blocks for word in ("neverseen", "hiddencode"))


def test_the_ledger_is_even_and_has_no_gap() -> None:
    ledger = read_word(_everything(), "all.docx").ledger
    assert ledger.characters_read == ledger.characters_placed > 200
    assert ledger.parts_read == ledger.parts_present == 9
    assert ledger.gaps == ()


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("markbody", "body"), ("markbox", "text box"), ("markalt", "alt text"), ("markheader", "header"),
        ("markfooter", "footer"), ("markfootnote", "footnote"), ("markendnote", "endnote"), ("markcomment", "comment"),
        ("markhtml", "body"), ("markchart", "chart"),
    ],
)  # fmt: skip
def test_each_story_is_named(word: str, part: str) -> None:
    assert _find(read_word(_everything(), "all.docx").blocks, word).part == part


def test_tracked_changes_are_kept_apart() -> None:
    blocks = read_word(_everything(), "all.docx").blocks
    assert _find(blocks, "markinserted").pending == "inserted"
    assert _find(blocks, "markmovedhere").pending == "inserted"
    assert _find(blocks, "markdeleted").pending == "deleted"
    assert _find(blocks, "markmovedaway").pending == "deleted"
    kept = _find(blocks, "kept")
    assert (kept.text, kept.pending) == ("kept", "none")


def test_a_few_inserted_words_do_not_make_an_insertion() -> None:
    body = "<w:p>" + r("The supplier must hold cover of ") + "<w:ins w:id='1'>" + r("5") + "</w:ins></w:p>"
    (block,) = read_word(docx(body), "x.docx").blocks
    assert (block.text, block.pending) == ("The supplier must hold cover of 5", "none")


def test_locations_count_the_blocks() -> None:
    for index, block in enumerate(read_word(_everything(), "all.docx").blocks):
        assert (block.location.block, block.location.start, block.location.end) == (index, 0, len(block.text))
        assert (block.location.document, block.location.page) == ("all.docx", None)


def test_tables_keep_columns_and_nested_tables_follow() -> None:
    body = tbl(
        tr(tc(p("Item", bold=True)), tc(p("Limit", bold=True)), tc(p("Term", bold=True))),
        tr(tc(p("Cover"), '<w:gridSpan w:val="2"/>'), tc(p("A year"))),
        tr(tc(p(), "<w:vMerge/>"), tc(p("Two")), tc(p("Three") + tbl(tr(tc(p("in")), tc(p("out")))))),
    )
    rows = read_word(docx(body), "x.docx").blocks
    assert [row.cells for row in rows] == [
        ("Item", "Limit", "Term"), ("Cover", "", "A year"), ("", "Two", "Three"), ("in", "out"),
    ]  # fmt: skip
    assert [row.text for row in rows] == ["Item | Limit | Term", "Cover | A year", "Two | Three", "in | out"]
    assert [row.table for row in rows] == [0, 0, 0, 1]
    assert [row.header for row in rows] == [True, False, False, False]


def test_a_marked_header_row_and_a_numbered_row() -> None:
    heading = tr(tc(p("No")), tc(p("Question")), properties="<w:tblHeader/>")
    rows = read_word(docx(tbl(heading, tr(tc(p("3.2")), tc(p("How will you clean?"))))), "x.docx").blocks
    assert [(row.header, row.number) for row in rows] == [(True, None), (False, "3.2")]


def test_a_frame_of_one_column_reads_as_text() -> None:
    body = tbl(tr(tc(p("Deadline for tenders") + p("Noon on the day named in section 2."))))
    assert {block.kind for block in read_word(docx(body), "x.docx").blocks} <= {"paragraph", "heading"}


def test_headings_by_style_outline_and_based_on() -> None:
    body = (
        p("Insurance", style="Heading1")
        + p("Scope", style="Own")
        + p("The supplier must insure the works.", style="Own")
    )
    data = docx(body, (("rs", "styles", "styles.xml"),), styles_xml=xml("w:styles", _STYLES))
    blocks = read_word(data, "x.docx").blocks
    assert [(block.kind, block.level) for block in blocks] == [("heading", 1), ("heading", 3), ("paragraph", None)]


def test_headings_by_look_where_no_style_tells() -> None:
    body = p("Our insurance", bold=True) + p("AWARD OF THE CONTRACT") + p("3.2 Turnover") + p("Plain short words")
    blocks = read_word(docx(body), "x.docx").blocks
    assert [block.kind for block in blocks] == ["heading", "heading", "heading", "paragraph"]
    assert (blocks[2].number, blocks[2].text) == ("3.2", "Turnover")


def test_bold_lines_are_headings_beside_styled_ones() -> None:
    body = p("Insurance", style="Heading1") + p("Scope", style="Heading1") + p("3.1 Goods", bold=True) + p("3.2 Tools")
    data = docx(body, (("rs", "styles", "styles.xml"),), styles_xml=xml("w:styles", _STYLES))
    assert [(block.kind, block.level) for block in read_word(data, "x.docx").blocks] == [
        ("heading", 1), ("heading", 1), ("heading", 2), ("paragraph", None),
    ]  # fmt: skip


def test_contents_are_set_apart() -> None:
    data = docx(p("Insurance 4", style="toc1"), (("s", "styles", "styles.xml"),), styles_xml=xml("w:styles", _STYLES))
    assert read_word(data, "x.docx").blocks[0].part == "contents"


def test_typed_numbers_and_bullets_are_split_off() -> None:
    body = (
        p("3.2\tThe supplier must insure.") + p("(a) plant and tools;") + p("\u2022 vans") + p("2 May 2027 is fixed.")
    )
    blocks = read_word(docx(body), "x.docx").blocks
    assert [(block.number, block.text, block.kind) for block in blocks] == [
        ("3.2", "The supplier must insure.", "paragraph"),
        ("(a)", "plant and tools;", "item"),
        (None, "vans", "item"),
        (None, "2 May 2027 is fixed.", "paragraph"),
    ]


def test_pictures_without_words_are_a_warning_and_embedded_files_a_gap() -> None:
    body = p("Text") + "<w:p>" + _PICTURE.format("") + "<w:r><w:object><o:OLEObject r:id='ro'/></w:object></w:r></w:p>"
    document = read_word(
        docx(body, (("ro", "package", "embeddings/sheet.xlsx"),), embeddings__sheet_xlsx=b"x"), "x.docx"
    )
    assert document.warnings[0].startswith("Pictures without alternative text: 1;")
    assert [gap.where for gap in document.ledger.gaps] == ["word/embeddings/sheet.xlsx"]
    assert document.read == "partly"


def test_an_unreadable_chunk_is_a_gap() -> None:
    data = docx(p("Text") + "<w:altChunk r:id='rc'/>", (("rc", "aFChunk", "part.rtf"),), part_rtf="{\\rtf1 lost}")
    document = read_word(data, "x.docx")
    assert [gap.where for gap in document.ledger.gaps] == ["word/part.rtf"]


def test_a_word_file_within_a_word_file_is_read() -> None:
    data = docx("<w:altChunk r:id='rc'/>", (("rc", "aFChunk", "part.docx"),), part_docx=docx(p("Inner words")))
    assert [block.text for block in read_word(data, "x.docx").blocks] == ["Inner words"]


def test_a_damaged_header_is_a_gap_and_the_body_is_read() -> None:
    document = read_word(docx(p("Text"), (("rh", "header", "header1.xml"),), header1_xml="<w:hdr"), "x.docx")
    assert [block.text for block in document.blocks] == ["Text"]
    assert [gap.where for gap in document.ledger.gaps] == ["word/header1.xml"]


def test_strict_open_xml_is_read() -> None:
    strict = xml("w:document", f"<w:body>{p('Strict words')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_word(docx("", document_xml=strict), "x.docx").blocks[0].text == "Strict words"


def test_the_title_property_is_kept() -> None:
    core = '<x:core xmlns:x="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Our tender</dc:title></x:core>'
    links = relations(("a", "officeDocument", "word/document.xml"), ("b", "core-properties", "word/core.xml"))
    body = xml("w:document", f"<w:body>{p('Text')}</w:body>")
    data = pack_zip({"_rels/.rels": links, "word/document.xml": body, "word/core.xml": core})
    assert read_word(data, "x.docx").title == "Our tender"


def test_no_text_is_empty() -> None:
    with pytest.raises(Unreadable) as caught:
        read_word(docx(p()), "x.docx")
    assert caught.value.kind == "empty"
