"""Marked copies: comments on the exact words, changes that can be taken back, and everything else left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_builders import NAME, Find, marked, report_on

from checker.domain import CheckerError
from checker.ingest.word import open_word
from checker.report.marked import mark
from checker.settings import Marked
from tests.ingest.docx_maker import docx, p, r, tbl, tc, tr, xml
from tests.marking import (
    W,
    accepted,
    body,
    commented,
    comments,
    faults,
    joined,
    parts_of,
    rejected,
    text_of,
)

TITLE = p("Invitation to tender for grounds work", style="Title")
SENTENCE = "Bidders must send three copies by post."
NEW = "Bidders may send one copy by e-mail."
_BOX = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="b"/><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
)


def _para(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _sound(data: bytes, *finds: Find, limits: Marked | None = None) -> bytes:
    """The marked file, after the checks that hold for every one."""
    copy = marked(data, *finds, limits=limits)
    assert copy is not None
    assert faults(copy, data) == []
    assert joined(rejected(copy)) == joined(body(data))
    return copy


@pytest.mark.parametrize(
    "paragraph",
    [
        r(SENTENCE),
        r("Bidders must send thr") + '<w:proofErr w:type="spellStart"/>' + r("ee cop") + r("ies by post.", bold=True),
        r("Bidders must ") + "<w:smartTag><w:smartTagPr/>" + r("send three copies by") + "</w:smartTag>" + r(" post."),
        r("Bidders must send ") + "<w:hyperlink r:id='x'>" + r("three copies") + "</w:hyperlink>" + r(" by post."),
        r("Bidders  must send") + "<w:r><w:tab/><w:t>three copies</w:t></w:r>" + r(" by post."),
        r("Before. ") + r(SENTENCE + " After it."),
        r("4.2 " + SENTENCE),
        "<w:r><w:t>Before.</w:t><w:br/><w:t>Bidders must send three</w:t><w:t xml:space='preserve'> copies by post.</w:t>"
        "<w:br/><w:t>Behind.</w:t></w:r>",
    ],
    ids=[
        "one run",
        "cut by a spelling mark",
        "smart tag",
        "link",
        "tab",
        "within a paragraph",
        "typed number",
        "several texts in a run",
    ],
)
def test_a_comment_stands_on_its_words_and_a_change_can_be_taken_up_and_back(paragraph: str) -> None:
    copy = _sound(docx(TITLE + _para(paragraph) + p("End.")), Find("three copies", NEW))
    (words,) = commented(copy).values()
    assert "three copies" in " ".join(words.split())
    assert NEW in " ".join(text_of(accepted(copy)).split())
    assert "three" not in text_of(accepted(copy))
    kept = [word for word in ("Before.", "After it.", "Behind.", "4.2") if word in paragraph]
    assert all(word in text_of(accepted(copy)) for word in kept)
    assert "End." in text_of(accepted(copy))


def test_without_a_text_to_write_the_comment_stands_on_the_words_alone() -> None:
    copy = _sound(docx(TITLE + p(SENTENCE)), Find("three copies"))
    assert list(commented(copy).values()) == ["three copies"]
    assert not list(body(copy).iter(f"{W}ins", f"{W}del"))


def test_only_what_differs_is_changed() -> None:
    copy = _sound(docx(TITLE + p(SENTENCE)), Find("three copies", "Bidders must send one copy by post."))
    deleted = "".join(text.text or "" for text in body(copy).iter(f"{W}delText"))
    assert deleted == "three copies"


def test_a_sentence_goes_alone_out_of_a_run_that_holds_more() -> None:
    run = f"<w:r><w:t>Before.</w:t><w:br/><w:t>{SENTENCE}</w:t><w:br/><w:t>Behind.</w:t></w:r>"
    copy = _sound(docx(TITLE + _para(run)), Find("three copies", "Please write to us"))
    assert "".join(text.text or "" for text in body(copy).iter(f"{W}delText")) == SENTENCE
    assert text_of(accepted(copy)).endswith("Before.Please write to usBehind.")


def test_new_words_take_the_looks_of_the_old() -> None:
    look = "<w:rPr><w:b/><w:color w:val='FF0000'/></w:rPr>"
    copy = _sound(docx(TITLE + _para(f"<w:r>{look}<w:t>{SENTENCE}</w:t></w:r>")), Find("three", NEW))
    (inserted,) = body(copy).iter(f"{W}ins")
    assert [child.tag for child in inserted[0][0]] == [f"{W}b", f"{W}color"]


def test_a_missing_sentence_goes_in_behind_the_words_and_a_sentence_to_delete_goes_with_its_paragraph() -> None:
    data = docx(TITLE + p(SENTENCE) + p("Keep this line."))
    inserted = _sound(data, Find("three", "One is enough.", "insert"))
    assert f"{SENTENCE} One is enough." in text_of(accepted(inserted))
    deleted = _sound(data, Find("three", "", "delete"))
    assert text_of(accepted(deleted)) == "Invitation to tender for grounds work\nKeep this line."


def test_a_missing_sentence_goes_where_the_report_says_or_is_a_comment_alone() -> None:
    data = docx(TITLE + p(f"{SENTENCE} They are kept."))
    at_end = _sound(data, Find("three", "One is enough.", "insert", belongs="at the end of this paragraph"))
    assert f"{SENTENCE} They are kept. One is enough." in text_of(accepted(at_end))
    elsewhere = _sound(data, Find("three", "One is enough.", "insert", belongs="under “Timetable”"))
    assert joined(accepted(elsewhere)) == joined(body(data))


@pytest.mark.parametrize(
    ("paragraph", "find"),
    [
        (_para(r(SENTENCE)), Find("three copies", NEW, checked=False)),
        (_para(r(SENTENCE)), Find("three copies", NEW, opinion={"outcome": "review"})),
        (_para(r(SENTENCE)), Find("three copies", "Which copies are meant?", "ask")),
        (_para(r(SENTENCE)), Find("three copies", "Delete it, or say why.", "delete")),
        (p("Three copies by post", style="Heading1", bold=True), Find("Three copies", NEW)),
        (tbl(tr(tc(p("Item")), tc(p("Copies")), tc(p("x"))), tr(tc(p("1")), tc(p(SENTENCE)), tc(p("y")))), Find("three copies", NEW)),
        (_para("<w:ins w:id='7' w:author='A'>" + r(SENTENCE) + "</w:ins>"), Find("three copies", NEW)),
        (_para(r("Bidders must ") + "<w:del w:id='7' w:author='A'><w:r><w:delText>not</w:delText></w:r></w:del>" + r("send three copies by post.")), Find("three copies", NEW)),
        (_para("<w:fldSimple w:instr='REF a'>" + r("Bidders must") + "</w:fldSimple>" + r(" send three copies by post.")), Find("three copies", NEW)),
        (_para(r("Bidders must ") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + r("send three copies") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + r(" by post.")), Find("three copies", NEW)),
        (_para(r("Bidders must ") + "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + r("send three copies") + "</w:sdtContent></w:sdt>" + r(" by post.")), Find("three copies", NEW)),
        (_para(r("Bidders must send three copies") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + r(" by post.")), Find("three copies", NEW)),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + p(SENTENCE) + "</w:sdtContent></w:sdt>" + p("Behind."), Find("three copies", NEW)),
    ],
    ids=["unchecked", "question", "ask", "advice", "heading", "row", "inserted", "around a deletion", "simple field", "field", "control in the line", "note mark", "control"],
)  # fmt: skip
def test_where_a_change_could_do_harm_there_is_a_comment_alone(paragraph: str, find: Find) -> None:
    copy = _sound(docx(TITLE + paragraph), find)
    (words,) = commented(copy).values()
    assert find.words in words
    assert not [node for node in body(copy).iter(f"{W}ins", f"{W}del") if node.get(f"{W}author") != "A"]


def test_a_table_cell_can_be_changed_within_itself() -> None:
    long = " ".join(["The service is described in this long cell of the table."] * 5)
    rows = tbl(tr(tc(p("1")), tc(p(f"{long} {SENTENCE}"))), tr(tc(p("2")), tc(p("b"))))
    copy = _sound(docx(TITLE + rows), Find("three copies", NEW))
    assert f"{long} {NEW}" in text_of(accepted(copy))


def test_words_in_a_box_or_a_note_are_marked_where_it_hangs() -> None:
    note = "<w:footnotes>" + "<w:footnote w:id='2'>" + p("Send four copies by post.") + "</w:footnote></w:footnotes>"
    data = docx(
        TITLE + f"<w:p>{r('Box: ')}<w:r>{_BOX.format(p(SENTENCE))}</w:r></w:p>"
        + _para(r("See the note") + "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        (("rn", "footnotes", "footnotes.xml"),),
        footnotes_xml=xml("w:footnotes", note.removeprefix("<w:footnotes>").removesuffix("</w:footnotes>")),
    )  # fmt: skip
    copy = _sound(data, Find("three copies", NEW), Find("four copies", NEW))
    texts = list(comments(copy).values())
    assert "in the text box here: “Bidders must send three copies by post.”" in texts[0]
    assert "in the footnote here" in texts[1]
    starts = list(body(copy).iter(f"{W}commentRangeStart"))
    assert all(next(start.iterancestors(f"{W}txbxContent"), None) is None for start in starts)
    assert not list(body(copy).iter(f"{W}ins"))


def test_what_has_no_place_is_told_on_the_title() -> None:
    data = docx(
        TITLE + p(SENTENCE),
        (("rh", "header", "header1.xml"),),
        header1_xml=xml("w:hdr", p("Bidders must send five copies.")),
    )
    missing = Find("", "We pay within 30 days.", "insert", opinion={"message": "The pack does not say when we pay."})
    copy = _sound(data, Find("five copies"), missing, Find("three copies"))
    (first, second) = comments(copy).values()
    assert first.startswith("Points without a place in this file\n")
    assert "in the header: “Bidders must send five copies.”" in first
    assert "The pack does not say when we pay." in first
    assert "Add this: We pay within 30 days." in first
    assert second.startswith("1. A firm cannot tell")
    assert next(iter(commented(copy).values())) == "Invitation to tender for grounds work"


def test_what_is_missing_is_told_in_one_file_of_the_pack() -> None:
    terms = docx(p("Terms of contract", style="Title") + p("The Supplier must indemnify the Council."))
    files = [open_word(docx(TITLE + p(SENTENCE)), NAME), open_word(terms, "terms.docx")]
    report = report_on(tuple(file.document for file in files), (Find("", "We pay in 30 days.", "insert"),))
    copies = [mark(report, file, Marked()) for file in files]
    assert [copy is not None for copy in copies] == [True, False]


def test_existing_comments_and_changes_keep_their_ids() -> None:
    old = (
        "<w:commentRangeStart w:id='0'/>" + r("Old words.") + "<w:commentRangeEnd w:id='0'/>"
        "<w:r><w:commentReference w:id='0'/></w:r><w:ins w:id='1' w:author='A'>" + r(" New words.") + "</w:ins>"
    )  # fmt: skip
    comment = f"<w:comment w:id='0' w:author='A'>{p('Look here.')}</w:comment>"
    data = docx(
        TITLE + _para(old) + p(SENTENCE),
        (("rc", "comments", "comments.xml"),),
        comments_xml=xml("w:comments", comment),
    )
    copy = _sound(data, Find("three copies", NEW))
    found = [node.get(f"{W}id") for node in body(copy).iter(f"{W}ins", f"{W}del", f"{W}commentReference")]
    assert len(found) == len(set(found)) >= 4
    assert b"Look here." in parts_of(copy)["word/comments.xml"]
    assert parts_of(copy)["[Content_Types].xml"] == parts_of(data)["[Content_Types].xml"]


def test_the_limit_keeps_the_worst_and_says_what_is_left_out() -> None:
    numbers = ("one", "two", "three", "four")
    data = docx(TITLE + "".join(p(f"Bidders must send {number} copies.") for number in numbers))
    finds = [Find(f"{number} copies", opinion={"severity": "medium"}) for number in numbers[:3]]
    copy = _sound(data, *finds, Find("four copies", opinion={"severity": "critical"}), limits=Marked(comments=2))
    texts = list(comments(copy).values())
    assert len(texts) == 2
    assert "Three more points of this file stand in report.html." in texts[0]
    assert "four copies" in commented(copy).values()


def test_low_points_are_left_out_unless_asked_for_and_questions_are_not() -> None:
    data = docx(TITLE + p("Bidders must send one copy.") + p("Bidders must send two copies."))
    low = Find("one copy", opinion={"severity": "low"})
    question = Find("two copies", opinion={"severity": "low", "outcome": "review"})
    assert list(commented(_sound(data, low, question)).values()) == ["two copies"]
    assert len(comments(_sound(data, low, question, limits=Marked(severity="low")))) == 2


def test_further_places_get_a_short_comment() -> None:
    data = docx(TITLE + p("Bidders must send one copy.") + p("Bidders must send two copies."))
    copy = _sound(data, Find("two copies", also=("one copy",)))
    by_words = dict(zip(commented(copy).values(), comments(copy).values(), strict=True))
    assert by_words["one copy"] == "Same point as comment 1."
    assert by_words["two copies"].startswith("1. A firm")


def test_two_rewrites_of_one_sentence_make_one_change() -> None:
    copy = _sound(docx(TITLE + p(SENTENCE)), Find("three copies", NEW), Find("by post", "Send it as you like."))
    assert len(list(body(copy).iter(f"{W}ins"))) == 1
    assert len(comments(copy)) == 2
    assert NEW in text_of(accepted(copy))


def test_the_date_is_that_of_the_check_and_left_out_where_there_is_none() -> None:
    data = docx(TITLE + p(SENTENCE))
    dated, undated = marked(data, Find("three", NEW), made="2026-06-01T10:00:00Z"), marked(data, Find("three", NEW))
    assert dated is not None
    assert undated is not None
    assert b'w:date="2026-06-01T10:00:00Z"' in parts_of(dated)["word/comments.xml"]
    assert all(b"w:date" not in part for part in parts_of(undated).values())
    assert undated == marked(data, Find("three", NEW))


def test_strict_files_stay_strict() -> None:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = parts_of(docx(TITLE + p(SENTENCE)))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    from tests.ingest.docx_maker import pack_zip

    data = pack_zip({name: part.replace(transitional, strict) for name, part in parts.items()})
    copy = _sound(data, Find("three copies", NEW))
    assert transitional not in parts_of(copy)["word/document.xml"] + parts_of(copy)["word/comments.xml"]
    assert NEW in text_of(accepted(copy))


def test_words_with_unfit_characters_make_no_broken_file() -> None:
    copy = _sound(docx(TITLE + p(SENTENCE)), Find("three", "One\x00 copy\ud800 &\nno <more>\ufffe."))
    assert "One copy &no <more>." in text_of(accepted(copy))


def test_another_file_than_the_one_checked_is_refused() -> None:
    checked, found = open_word(docx(TITLE + p(SENTENCE)), NAME), open_word(docx(TITLE + p(NEW)), NAME)
    with pytest.raises(CheckerError, match="changed since it was checked"):
        mark(report_on((checked.document,), (Find("three"),)), found, Marked())


def test_nothing_to_say_gives_no_copy() -> None:
    assert marked(docx(TITLE + p(SENTENCE))) is None


def test_a_copy_with_comments_alone_reads_as_before() -> None:
    data = docx(TITLE + p("4.2 " + SENTENCE) + tbl(tr(tc(p("a")), tc(p("two")))), ())
    copy = _sound(data, Find("three copies"), Find("two"))
    before, after = open_word(data, NAME).document, open_word(copy, NAME).document
    assert [block for block in after.blocks if block.part == "body"] == list(before.blocks)


_WORDS = st.lists(
    st.sampled_from(["send", "the", "copies", "by", "post", "now", "£5,000", "of", "each"]), min_size=1, max_size=9
)


_CUTS = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(["run", "text", "sign"])), max_size=5)


@given(_WORDS, _WORDS, _CUTS, st.booleans())
def test_any_change_comes_back_and_gives_the_new_words(
    old: list[str], new: list[str], cuts: list[tuple[int, str]], bold: bool
) -> None:
    sentence, rewrite = "Bidders must " + " ".join(old) + ".", " ".join(new).capitalize() + "."
    text = f"Before it. {sentence} After it."
    kinds = dict(cuts)
    inner = "".join(_BETWEEN[kinds.get(place, "")].replace("<GAP>", character) for place, character in enumerate(text))
    run = "<w:r><w:rPr><w:b/></w:rPr>" if bold else "<w:r>"
    paragraph = f"{run}<w:t xml:space='preserve'>{inner}</w:t></w:r>".replace("<RUN>", f"</w:r>{run}")
    copy = _sound(docx(TITLE + _para(paragraph) + p("End.")), Find("must", rewrite))
    lines = " ".join(text_of(accepted(copy)).split("\n")[1].split())
    assert lines == f"Before it. {rewrite} After it."


_T = "<w:t xml:space='preserve'>"
_BETWEEN = {
    "": "<GAP>",
    "run": f"</w:t><RUN>{_T}<GAP>",
    "text": f"</w:t>{_T}<GAP>",
    "sign": f"<GAP></w:t><w:softHyphen/>{_T}",
}
