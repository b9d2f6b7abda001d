"""python -m tests.fuzz.pdf [--seconds N]: broken PDFs, from pages with text, tables, forms, pictures and tags."""

from __future__ import annotations

import io

import atheris

with atheris.instrument_imports(include=["checker.ingest"]):
    from checker.ingest.pdf import read_pdf

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.harness import fuzz
from tests.ingest.pdf_maker import LEFT, change, grid, make_pdf, prose, wrap, write, write_lines


def seeds() -> list[bytes]:
    """Small files, uncompressed so that a changed byte changes what they say."""
    made = [make_pdf(_text), make_pdf(_table, _text, title="Two pages"), make_pdf(_form)]
    return [_plain(data) for data in (*made, change(made[0], _tag))]


def _text(canvas: Canvas) -> None:
    write(canvas, "1. Terms", LEFT, 72, bold=True, size=16)
    write_lines(canvas, wrap(canvas, "1.1 The supplier " + prose(60) + "."), down=110)


def _table(canvas: Canvas) -> None:
    grid(canvas, [("Criterion", "Weight"), ("Price", "40%"), ("Quality", "60%")], [72, 250, 400], 100)


def _form(canvas: Canvas) -> None:
    write(canvas, "Name of the firm", LEFT, 72)
    canvas.acroForm.textfield(name="firm", tooltip="Name", value="Smith Ltd", x=72, y=600)


def _tag(pdf: pikepdf.Pdf) -> None:
    figure = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Figure))
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array([figure]))


def _plain(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return out.getvalue()


if __name__ == "__main__":
    fuzz(lambda data: read_pdf(data, "fuzz.pdf"), seeds())
