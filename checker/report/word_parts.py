"""The small pieces of the Word report: styles, marked runs, tables, links, and a package with the same bytes always."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from checker.report.difference import Piece
from checker.report.words import visible

NAVY, QUIET, GREEN, RED = (
    RGBColor(0x11, 0x30, 0x5A), RGBColor(0x48, 0x49, 0x49), RGBColor(0x0B, 0x5C, 0x3E), RGBColor(0x94, 0x25, 0x14),
)  # fmt: skip
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP holds: the same report gives the same bytes
_NO_XML = re.compile("[\ufffe\uffff]")


def plain(text: str) -> str:
    """Text that XML can hold, unseen characters written out."""
    return _NO_XML.sub("\ufffd", visible(text))


def blank(title: str) -> Document:
    """An empty A4 document in the report's styles, in UK English."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin, section.footer_distance = Cm(1.6), Cm(1.9), Cm(0.9)
    _style(document, "Normal", 10, after=4)
    _style(document, "Title", 20, NAVY, bold=True, after=4)
    _style(document, "Heading 1", 14, NAVY, bold=True, before=9, after=3)
    _style(document, "Heading 2", 12.5, NAVY, bold=True, before=12, after=3)
    _style(document, "Heading 3", 10.5, RGBColor(0x0B, 0x0C, 0x0C), bold=True, before=10, after=2)
    _style(document, "Quote", 9.5, after=3).paragraph_format.left_indent = Cm(0.6)
    _style(document, "List Bullet", 10, after=1)
    _style(document, "List Number", 10, after=1)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].paragraph_format.keep_with_next = True
    properties = document.core_properties
    properties.title, properties.language, properties.author = plain(title)[:255], "en-GB", "tendercheck"
    properties.comments = ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    return document


def _style(
    document: Document, name: str, size: float, colour: RGBColor | None = None, *, bold: bool = False,
    before: float = 0, after: float = 0,
) -> ParagraphStyle:  # fmt: skip
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Arial", Pt(size), bold, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    fonts.set(qn("w:cs"), "Arial")
    if colour is not None:
        style.font.color.rgb = colour
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.08
    if name == "Title":
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
    return style


def say(
    where: Document | _Cell, text: str, *, lead: str = "", style: str | None = None, quiet: bool = False
) -> Paragraph:
    """A paragraph: `lead` in bold, then the text; in grey when quiet."""
    paragraph = where.add_paragraph(style=style)
    if lead:
        paragraph.add_run(plain(lead) + (" " if text else "")).bold = True
    run = paragraph.add_run(plain(text))
    if quiet:
        run.font.color.rgb, run.font.size = QUIET, Pt(9)
    return paragraph


def pieces(paragraph: Paragraph, found: Sequence[Piece], *, new: bool = False) -> None:
    """Wording in its pieces: what gave it away on yellow, what goes out struck through, what comes in underlined."""
    for piece in found:
        run = paragraph.add_run(plain(piece.text))
        if piece.marked:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if piece.changed and new:
            run.font.underline, run.font.color.rgb = True, GREEN
        elif piece.changed:
            run.font.strike, run.font.color.rgb = True, RED


def link(paragraph: Paragraph, text: str, address: str) -> None:
    """A link to an address outside; plain text where there is none."""
    if not address:
        paragraph.add_run(plain(text))
        return
    key = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), key)
    run = paragraph.add_run(plain(text))
    run.font.underline, run.font.color.rgb = True, RGBColor(0x1A, 0x65, 0xA6)
    element.append(run._r)
    paragraph._p.append(element)


def table(document: Document, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """A table whose first row names the columns and is repeated on each page; widths in centimetres."""
    found: Table = document.add_table(rows=1, cols=len(headings))
    found.autofit = False
    _lines(found)
    for column, width in zip(found.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, heading in zip(found.rows[0].cells, headings, strict=True):
        _fill(cell, heading, bold=True)
        shade(cell, "E8EDF3")
    for row in rows:
        cells = found.add_row().cells  # type: ignore[no-untyped-call]
        for cell, text in zip(cells, row, strict=True):
            _fill(cell, text)
    for row in found.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
        _mark(row._tr, "w:cantSplit")
    _mark(found.rows[0]._tr, "w:tblHeader")
    return found


def _lines(found: Table) -> None:
    """Thin lines between the rows, none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "B1B4B6")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    found._tbl.tblPr.append(borders)


def _fill(cell: _Cell, text: str, *, bold: bool = False) -> None:
    for index, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
        run = paragraph.add_run(plain(line))
        run.bold, run.font.size = bold or (index == 0 and "\n" in text), Pt(9)


def _mark(row: object, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))  # type: ignore[attr-defined]


def shade(cell: _Cell, colour: str) -> None:
    """Gives a cell a background."""
    element = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(element)


def foot(document: Document, text: str) -> None:
    """A footer with the text and the page's number."""
    paragraph = document.sections[0].footer.paragraphs[0]
    run = paragraph.add_run(f"{plain(text)} Page ")
    run.font.size, run.font.color.rgb = Pt(8), QUIET
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number = paragraph.add_run("1")
    number.font.size, number.font.color.rgb = Pt(8), QUIET
    field.append(number._r)
    paragraph._p.append(field)


def packed(document: Document) -> bytes:
    """The .docx; the same content always gives the same bytes."""
    made, file = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return file.getvalue()
