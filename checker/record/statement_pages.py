"""The statement set out as HTML and as a Word file."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from checker.record.law import Duty
from checker.record.page import render
from checker.record.statement import Line, Statement
from checker.report.words import visible

_RED = RGBColor(0x7D, 0x1A, 0x1A)
_QUIET = RGBColor(0x4A, 0x52, 0x5B)
_NAVY = RGBColor(0x16, 0x32, 0x4F)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP holds: the same statement gives the same bytes
_FOOT = (
    "A program found the points; the people named by role decided what is listed as decided. "
    "Nobody is said to have reviewed the rest."
)
_LIMITS = (
    "It does not say that the tender follows the law, that every barrier was found, or that anyone read what is not "
    "listed as decided. The reasons are those that were recorded; nobody has checked them."
)


def parts_of(statement: Statement) -> tuple[tuple[str, str, tuple[Line, ...], str], ...]:
    """The lists of the statement: key, heading, lines, and what to say of an empty one. Rare ones only when filled."""
    s = statement
    always = (
        ("removed", "Removed", s.removed, "No barrier is recorded as removed."),
        ("reduced", "Reduced", s.reduced, "No barrier is recorded as reduced."),
        ("kept", "Kept, and why", s.kept, "No barrier is recorded as kept for a reason."),
    )
    rare = (
        ("change", "Decided to change, and still in the text", s.to_change, ""),
        ("rejected", "Points that were found to be wrong", s.rejected, ""),
        ("again", "Decisions to look at again", s.open_questions, ""),
    )
    return (*always, *(part for part in rare if part[2]))


def statement_html(statement: Statement) -> bytes:
    """The page as UTF-8."""
    return render("statement.html.j2", s=statement, parts=parts_of(statement))


def statement_word(statement: Statement) -> bytes:
    """A Word file; the same statement gives the same bytes."""
    document = _empty(statement)
    s = statement
    _text(document, f"{s.buyer} · {s.dated}", quiet=True)
    document.add_heading("Barriers to small firms: what was considered", level=1)
    _text(document, s.title, bold=True)
    _text(document, s.standing, bold=not s.clean, colour=None if s.clean else _RED)
    for warning in s.warnings:
        _text(document, f"Please note: {warning}", bold=True)
    document.add_heading("The duty, and what this rests on", level=2)
    _duty(document, s.duty)
    for text in (*s.law_how, s.read):
        _text(document, text, quiet=True)
    document.add_heading("Lots", level=2)
    for text in s.lots:
        _text(document, text)
    _duty(document, s.lots_duty)
    for _, heading, lines, none in parts_of(s):
        document.add_heading(heading, level=2)
        _lines(document, lines, none)
    _undecided(document, s)
    document.add_heading("What this statement does not say", level=2)
    _text(document, _LIMITS)
    _text(document, "Approved by (role): ______________________   Date: ______________")
    return _same_bytes(document)


def _empty(statement: Statement) -> Document:
    document = docx.Document()
    properties = document.core_properties
    properties.title = _clean(f"Barriers to small firms: {statement.title}")
    properties.author, properties.last_modified_by, properties.comments = "", "", ""
    properties.language = "en-GB"
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for level, size in ((1, 16), (2, 12)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), _NAVY
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        for name in list(style.element.rPr.rFonts.attrib):
            if name.endswith("Theme"):
                del style.element.rPr.rFonts.attrib[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(3)
    section.footer.paragraphs[0].text = _FOOT
    section.footer.paragraphs[0].runs[0].font.size = Pt(8)
    return document


def _text(
    document: Document, text: str, *, bold: bool = False, quiet: bool = False, colour: RGBColor | None = None
) -> None:
    run = document.add_paragraph().add_run(_clean(text))
    run.bold = bold
    if quiet:
        run.font.size, run.font.color.rgb = Pt(9), _QUIET
    if colour is not None:
        run.font.color.rgb = colour


def _duty(document: Document, duty: Duty) -> None:
    _text(document, f"{duty.text} {duty.cite} ({duty.url})" if duty.cite else duty.text)


def _lines(document: Document, lines: tuple[Line, ...], none: str, *, bold: bool = True) -> None:
    if not lines:
        _text(document, none)
        return
    for line in lines:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(_clean(line.point)).bold = bold
        paragraph.add_run(_clean(f" {line.note}"))
        origin = paragraph.add_run(_clean(" " + " · ".join(part for part in (line.where, line.by) if part)))
        origin.font.size, origin.font.color.rgb = Pt(9), _QUIET


def _undecided(document: Document, s: Statement) -> None:
    document.add_heading("Not yet considered", level=2)
    if s.undecided_grave:
        _text(document, "Of high or critical weight, and nobody has recorded a decision:")
        _lines(document, s.undecided_grave, "", bold=False)
    if s.undecided:
        _text(document, s.undecided)
    if not (s.undecided_grave or s.undecided):
        _text(document, "Every point that was raised has a decision.")


def _clean(text: str) -> str:
    """Text that XML can hold; unseen characters are shown as codes."""
    return visible(text).replace("\ufffe", "⟨U+FFFE⟩").replace("\uffff", "⟨U+FFFF⟩")


def _same_bytes(document: Document) -> bytes:
    """The package with every part's time set to one moment."""
    written, whole = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _LONG_AGO), source.read(name), zipfile.ZIP_DEFLATED)
    return whole.getvalue()
