"""Small PDFs for the tests of the PDF reader, made by hand with reportlab and pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, TOP, LEADING = 72.0, 72.0, 14.0
Painter = Callable[[Canvas], None]

TEXT = (
    "the service covers every building on the list and the provider plans each visit with the site manager "
    "so that staff and pupils can use the rooms without delay while the work goes on around them in stages"
)
WORDS = TEXT.split()


def make_pdf(*pages: Painter, title: str = "") -> bytes:
    """A PDF with one page a painter."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    if title:
        canvas.setTitle(title)
    for paint in pages:
        canvas.setFont("Helvetica", 11)
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(canvas: Canvas, text: str, x: float, down: float, *, bold: bool = False, size: float = 11) -> None:
    """Text with its base line `down` points from the top of the page."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    canvas.drawString(x, HEIGHT - down, text)


def write_lines(canvas: Canvas, lines: Sequence[str], x: float = LEFT, down: float = TOP) -> float:
    """Lines one under the other; gives the height of the next one."""
    for line in lines:
        write(canvas, line, x, down)
        down += LEADING
    return down


def prose(words: int, start: int = 0) -> str:
    """Plain words without capitals or stops."""
    return " ".join(WORDS[(start + index) % len(WORDS)] for index in range(words))


def wrap(canvas: Canvas, text: str, width: float = 440.0, size: float = 11) -> list[str]:
    """The lines a word processor would break a text into."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and canvas.stringWidth(longer, "Helvetica", size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def grid(
    canvas: Canvas, rows: Sequence[Sequence[str]], columns: Sequence[float], down: float, high: float = 20
) -> None:
    """A ruled table: `columns` are the left edges and the right one, `down` its top; the first row bold."""
    bottom = down + high * len(rows)
    for x in columns:
        canvas.line(x, HEIGHT - down, x, HEIGHT - bottom)
    for index in range(len(rows) + 1):
        y = HEIGHT - down - high * index
        canvas.line(columns[0], y, columns[-1], y)
    for index, row in enumerate(rows):
        for x, text in zip(columns, row, strict=False):
            write(canvas, text, x + 4, down + high * index + 14, bold=index == 0)


def change(data: bytes, edit: Callable[[pikepdf.Pdf], None], **save: object) -> bytes:
    """The PDF after an edit by pikepdf."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        pdf.save(out, **save)  # type: ignore[arg-type]
    return out.getvalue()
