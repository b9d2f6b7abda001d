"""Prints the blocks of a sample document as a PDF, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from marked_text import SampleBlock
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

MARGIN = 25 * mm
LINE = A4[0] - 2 * MARGIN


@dataclass(frozen=True)
class Look:
    """How one buyer's documents look, and what stands at the head and foot of each page."""

    title: str
    author: str
    header: str
    footer: str
    font: str  # "Times" or "Helvetica"
    size: float  # points
    colour: str  # of headings and header rows, "#rrggbb"

    @property
    def regular(self) -> str:
        return {"Times": "Times-Roman"}.get(self.font, self.font)

    @property
    def bold(self) -> str:
        return f"{self.font}-Bold"

    def style(self, name: str, scale: float = 1.0, bold: bool = False, **more: object) -> ParagraphStyle:
        size = self.size * scale
        font = self.bold if bold else self.regular
        return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.28, **more)


class SampleTemplate(BaseDocTemplate):
    """A page with a running header, a ruled footer and its number; feeds the table of contents."""

    def __init__(self, path: Path, look: Look) -> None:
        super().__init__(str(path), pagesize=A4, title=look.title, author=look.author, invariant=1, pageCompression=0)
        self._look = look
        frame = Frame(MARGIN, MARGIN, LINE, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._furniture))

    def _furniture(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFont(self._look.regular, 9)
        canvas.drawString(MARGIN, A4[1] - 15 * mm, self._look.header)
        canvas.line(MARGIN, 17 * mm, A4[0] - MARGIN, 17 * mm)
        canvas.drawString(MARGIN, 12 * mm, self._look.footer)
        canvas.drawRightString(A4[0] - MARGIN, 12 * mm, f"Page {self.page}")
        canvas.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (the library's name)
        entry = getattr(flowable, "contents_entry", None)
        if entry:
            level, text = entry
            self.notify("TOCEntry", (level, text, self.page))


def write(path: Path, blocks: list[SampleBlock], look: Look) -> None:
    """Write the blocks to `path` as a PDF."""
    story = [flowable for block in blocks for flowable in _flowables(block, look)]
    SampleTemplate(path, look).multiBuild(story)


def _flowables(block: SampleBlock, look: Look) -> Iterator[Flowable]:
    if block.kind == "cover":
        yield from _cover(block, look)
    elif block.kind == "contents":
        yield _contents(look)
    elif block.kind == "page":
        yield PageBreak()
    elif block.kind == "heading":
        yield CondPageBreak((58 if block.level == 1 else 42) * mm)  # never a heading alone at the foot of a page
        yield _heading(block, look)
    elif block.kind == "table":
        yield from (_table(block, look), Spacer(1, look.size))
    else:
        paragraph = _item(block, look) if block.kind == "item" else _paragraph(block, look)
        # A labelled passage stays on one page, so that its page can be named.
        yield KeepTogether([paragraph]) if block.labelled else paragraph


def _paragraph(block: SampleBlock, look: Look) -> Paragraph:
    text = f"{block.number}  {block.text}" if block.number else block.text
    return Paragraph(_escaped(text), look.style("body", spaceAfter=look.size * 0.75))


def _item(block: SampleBlock, look: Look) -> Paragraph:
    style = look.style("item", leftIndent=14 * mm, bulletIndent=6 * mm, spaceAfter=look.size * 0.35)
    return Paragraph(_escaped(block.text), style, bulletText=block.number)


def _cover(block: SampleBlock, look: Look) -> Iterator[Flowable]:
    yield Spacer(1, 55 * mm)
    for index, line in enumerate(block.lines):
        big = index < len(block.lines) - 2
        style = look.style("cover", 2.0 if big else 1.15, big, alignment=TA_CENTER, spaceAfter=9 * mm)
        style.textColor = HexColor(look.colour) if big else black
        yield Paragraph(_escaped(line), style)


def _contents(look: Look) -> Flowable:
    contents = TableOfContents(dotsMinLevel=0)
    contents.levelStyles = [
        look.style("contents1", 0.95, True, spaceBefore=2),
        look.style("contents2", 0.9, leftIndent=8 * mm),
    ]
    return contents


def _heading(block: SampleBlock, look: Look) -> Flowable:
    text = f"{block.number}  {block.text}" if block.number else block.text
    scale = 1.35 if block.level == 1 else 1.1
    colour: Color = HexColor(look.colour)
    space = look.size * (1.3 if block.level == 1 else 0.7)
    style = look.style("heading", scale, True, textColor=colour, spaceBefore=space, spaceAfter=6, keepWithNext=1)
    paragraph = Paragraph(_escaped(text), style)
    if block.text != "Contents":
        paragraph.contents_entry = (block.level - 1, _escaped(text))
    return paragraph


def _table(block: SampleBlock, look: Look) -> Flowable:
    head, cell = look.style("head", 0.92, True), look.style("cell", 0.92)
    rows = [[Paragraph(_escaped(text), head if not index else cell) for text in row]
            for index, row in enumerate(block.rows)]  # fmt: skip
    widths = [LINE * width / 100 for width in block.widths] or None
    tint = HexColor(look.colour).clone(alpha=0.16)
    return Table(rows, widths, repeatRows=1, style=TableStyle([
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("BACKGROUND", (0, 0), (-1, 0), tint),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
    ]))  # fmt: skip


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
