"""Writes the blocks of a sample document as a Word file, the same bytes every time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import word_parts
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from marked_text import TRACKED_OR_NOTE, SampleBlock
from pdf_file import Look

SAVED = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
LEVELS = (("Heading1", "decimal", "%1"), ("Clause", "decimal", "%1.%2"), ("SubClause", "lowerLetter", "(%3)"))
STYLES = {"paragraph": "Normal", "clause": "Clause", "item": "SubClause"}


class WordWriter:
    """Adds blocks to one document and keeps count of its notes and tracked changes."""

    def __init__(self, look: Look) -> None:
        self.document: Document = docx.Document()
        self._look = look
        self._notes: list[str] = []
        self._changes = 0
        self._styles()
        self._furniture()

    def add(self, block: SampleBlock) -> None:
        """Add one block at the end."""
        if block.kind == "cover":
            self._cover(block)
        elif block.kind == "page":
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif block.kind == "heading":
            paragraph = self.document.add_heading(block.text, block.level)
            if not block.number:
                word_parts.set_number(paragraph._p, 0)
        elif block.kind == "table":
            self._table(block)
        elif block.kind == "box":
            self._append(word_parts.text_box(block.lines))
        elif block.kind == "control":
            self._append(word_parts.content_control(*block.lines))
        else:
            self._fill(self.document.add_paragraph(style=STYLES[block.kind]), block.text)

    def finished(self) -> bytes:
        """Give the bytes of the file."""
        word_parts.add_footnotes(self.document, self._notes)
        return word_parts.packed(self.document)

    def _fill(self, paragraph: Paragraph, text: str) -> None:
        for piece in TRACKED_OR_NOTE.split(text):
            if piece.startswith(("{+", "{-")):
                self._changes += 1
                paragraph._p.append(word_parts.tracked(piece[2:-2], piece[1] == "+", self._changes))
            elif piece.startswith("^["):
                self._notes.append(piece[2:-1])
                paragraph._p.append(word_parts.note_mark(len(self._notes)))
            elif piece:
                paragraph.add_run(piece)

    def _append(self, element: Any) -> None:
        self.document.element.body.insert(-1, element)  # the section's own properties stay last

    def _cover(self, block: SampleBlock) -> None:
        for index, line in enumerate(block.lines):
            paragraph = self.document.add_paragraph(style="Title" if index == 1 else "Subtitle")
            paragraph.add_run(line)

    def _table(self, block: SampleBlock) -> None:
        table = self.document.add_table(0, len(block.rows[0]), "Table Grid")
        table.autofit = False
        for index, texts in enumerate(block.rows):
            row = table.add_row()
            for cell, text, width in zip(row.cells, texts, block.widths, strict=True):
                cell.width = Cm(16 * width / 100)
                run = cell.paragraphs[0].add_run(text)
                run.bold = index == 0
                run.font.size = Pt(self._look.size - 1)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        for column, width in zip(table.columns, block.widths, strict=True):
            column.width = Cm(16 * width / 100)
        word_parts.repeat_header(table.rows[0])
        self.document.add_paragraph()

    def _styles(self) -> None:
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Arial", Pt(self._look.size)
        normal.paragraph_format.space_after = Pt(8)
        normal.paragraph_format.line_spacing = 1.15
        for name in ("Clause", "SubClause"):
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
        colour = RGBColor.from_string(self._look.colour.removeprefix("#"))
        for name, size in (("Heading 1", 14), ("Heading 2", 12), ("Title", 24), ("Subtitle", 14)):
            style = styles[name]
            word_parts.drop_theme_fonts(style.element)
            style.font.name, style.font.size, style.font.italic = "Arial", Pt(size), False
            style.font.color.rgb = colour
        word_parts.add_numbering(self.document, LEVELS)
        word_parts.set_language(self.document)
        word_parts.drop_unused_table_styles(self.document)

    def _furniture(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.header.paragraphs[0].text = self._look.header
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{self._look.footer}\t\tPage ")
        foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
        word_parts.page_number(foot)
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = self._look.title, self._look.author, "en-GB"
        properties.comments, properties.last_modified_by = "", self._look.author
        properties.created = properties.modified = SAVED


def write(path: Path, blocks: list[SampleBlock], look: Look) -> None:
    """Write the blocks to `path` as a Word file."""
    writer = WordWriter(look)
    for block in blocks:
        writer.add(block)
    path.write_bytes(writer.finished())
