"""Clause numbers come out as Word shows them."""

from __future__ import annotations

import pytest

from checker.ingest.word import read_word
from checker.ingest.word_numbering import format_number
from tests.ingest.docx_maker import docx, p, tbl, tc, tr, xml


def _level(index: int, form: str, text: str, more: str = "") -> str:
    shape = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/>{shape}</w:lvl>'


def _list(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def _use(key: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


_LEGAL = _list(
    1,
    _level(0, "decimal", "%1.", '<w:pStyle w:val="Clause"/>'),
    _level(1, "decimal", "%1.%2"),
    _level(2, "lowerLetter", "(%3)"),
    _level(3, "lowerRoman", "(%4)"),
)
_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
_OTHERS = (
    _list(2, _level(0, "upperRoman", "Part %1"), _level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + _list(3, _level(0, "bullet", "\u2022"), _level(1, "decimalZero", "%2)"))
    + _list(4, _level(0, "decimal", "%1"), _level(1, "decimal", "Q%2", '<w:lvlRestart w:val="0"/>'))
    + _list(5, _level(0, "none", ""))
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Derived"><w:name w:val="Derived"/>'
    '<w:basedOn w:val="Clause"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)
_NUMBERING = (
    _LEGAL
    + _OTHERS
    + _use(1, 1)
    + _use(2, 2)
    + _use(3, 3)
    + _use(4, 4)
    + _use(5, 5)
    + _use(6, 1, _RESTART)
    + _use(7, 1)
)


def _numbers(*paragraphs: str) -> list[str | None]:
    data = docx(
        "".join(paragraphs),
        (("rn", "numbering", "numbering.xml"), ("rs", "styles", "styles.xml")),
        numbering_xml=xml("w:numbering", _NUMBERING),
        styles_xml=xml("w:styles", _STYLES),
    )
    return [block.number for block in read_word(data, "x.docx").blocks]


def _at(place: str) -> str:
    return p("Some words that a clause could say.", numbered=place)


def test_levels_count_and_restart_below_a_higher_one() -> None:
    places = ("1/0", "1/1", "1/1", "1/2", "1/2", "1/3", "1/1", "1/2", "1/0", "1/1")
    assert _numbers(*map(_at, places)) == ["1", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2", "2.1"]


def test_a_level_that_was_skipped_counts_as_used() -> None:
    assert _numbers(*map(_at, ("1/1", "1/1", "1/0", "1/1"))) == ["1.1", "1.2", "2", "2.1"]


def test_a_start_override_restarts_once_and_counts_on() -> None:
    assert _numbers(*map(_at, ("1/0", "1/0", "6/0", "6/0", "6/1"))) == ["1", "2", "5", "6", "6.1"]


def test_two_lists_of_one_form_count_together() -> None:
    assert _numbers(*map(_at, ("1/0", "7/0", "1/0"))) == ["1", "2", "3"]


def test_legal_numbering_writes_figures_for_roman_parents() -> None:
    assert _numbers(*map(_at, ("2/0", "2/0", "2/1"))) == ["Part I", "Part II", "2.1"]


def test_a_level_that_never_restarts() -> None:
    assert _numbers(*map(_at, ("4/0", "4/1", "4/1", "4/0", "4/1"))) == ["1", "Q1", "Q2", "2", "Q3"]


def test_numbers_through_styles_and_their_parents() -> None:
    words = "Some words that a clause could say."
    assert _numbers(p(words, style="Clause"), p(words, style="Derived"), p(words, style="Derived")) == [
        "1",
        "1.1",
        "1.2",
    ]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    words = "Some words that a clause could say."
    assert _numbers(p(words, style="Clause"), p(words, style="Clause", numbered="0/0"), p(words, style="Clause")) == [
        "1", None, "2",
    ]  # fmt: skip


def test_bullets_have_no_number_and_are_items() -> None:
    data = docx(
        _at("3/0") + _at("3/1") + _at("5/0"),
        (("rn", "numbering", "numbering.xml"),),
        numbering_xml=xml("w:numbering", _NUMBERING),
    )
    blocks = read_word(data, "x.docx").blocks
    assert [(block.number, block.kind) for block in blocks] == [(None, "item"), ("01)", "item"), (None, "paragraph")]


def test_empty_and_deleted_paragraphs() -> None:
    """An empty list paragraph takes a number in Word; one deleted with its mark does not."""
    mark = "<w:rPr><w:del w:id='9'/></w:rPr>"
    gone = (
        f"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>{mark}</w:pPr>"
        "<w:del w:id='8'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    assert _numbers(_at("1/0"), p(numbered="1/0"), gone, _at("1/0")) == ["1", None, "3"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"), (1994, "upperRoman", "MCMXCIV"), (22, "ordinal", "22nd"), (12, "ordinal", "12th"),
        (3, "cardinalText", "Three"), (3, "ordinalText", "Third"), (7, "none", ""), (5, "chineseCounting", "5"),
        (0, "lowerRoman", "0"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_number_formats(number: int, form: str, shown: str) -> None:
    assert format_number(number, form) == shown


@pytest.mark.parametrize("strange", ["99999999999", "-1", "abc", "\u00b2", ""])
def test_strange_numbers_in_the_file_do_no_harm(strange: str) -> None:
    numbering = _list(1, _level(0, "decimal", "%1.")).replace('w:ilvl="0"', f'w:ilvl="{strange}"') + _use(1, 1)
    cell = f'<w:gridSpan w:val="{strange}"/>'
    body = p("Words of a clause.", numbered=f"1/{strange}") + tbl(tr(tc(p("a"), cell), tc(p("b"))))
    data = docx(body, (("rn", "numbering", "numbering.xml"),), numbering_xml=xml("w:numbering", numbering))
    assert [block.text for block in read_word(data, "x.docx").blocks] == ["Words of a clause.", "a | b"]
