"""What the PDF reader does when a file is odd, too much, or only the second engine can read it."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from checker.ingest import pdf as reader
from checker.ingest import pdf_drawn, pdf_glyphs, pdf_grids
from checker.ingest.pdf import read_pdf
from checker.ingest.pdf_second import read_second
from checker.ingest.pdf_words import clean
from checker.ingest.unreadable import Unreadable
from tests.ingest.pdf_maker import LEFT, change, grid, make_pdf, prose, wrap, write, write_lines

ROWS = (("Item", "Price"), ("Ladders", "40"), ("Gloves", "3"))


def page(canvas: Canvas) -> None:
    write_lines(canvas, wrap(canvas, "All goods, " + prose(30) + "."))
    grid(canvas, ROWS, (72, 220, 330), 200)


def test_second_engine_reads_the_same() -> None:
    declared, pages = read_second(make_pdf(page), None)
    assert declared == 1
    assert pages[0].letters == read_pdf(make_pdf(page), "x.pdf").ledger.characters_read
    assert read_second(b"nothing", None) == (0, [])


def test_second_engine_steps_in_where_the_first_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, password: str | None) -> None:
        raise pdfium.PdfiumError("no")

    first = read_pdf(make_pdf(page), "x.pdf")
    monkeypatch.setattr(reader, "_read_first", fail)
    second = read_pdf(make_pdf(page), "x.pdf")
    assert [(block.kind, block.text) for block in second.blocks] == [(block.kind, block.text) for block in first.blocks]


def test_page_that_does_not_load_is_a_gap_and_the_rest_is_kept() -> None:
    data = make_pdf(page, page, page)
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+) 0 R (\d+ 0 R) \]", data)
    assert kids is not None
    start, end = kids.span(2)
    spoilt = data[:start] + b"9" * (end - start) + data[end:]  # an object the file does not have
    document = read_pdf(spoilt, "x.pdf")
    assert ["damaged" in gap.reason for gap in document.ledger.gaps] == [True]
    assert (document.ledger.pages_declared, document.ledger.pages_read) == (3, 2)
    assert sum(block.text.startswith("All goods") for block in document.blocks) == 2


def test_cut_pages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_glyphs, "CHARACTERS_A_PAGE", 20)
    monkeypatch.setattr(pdf_drawn, "OBJECTS_A_PAGE", 5)
    gaps = read_pdf(make_pdf(page), "x.pdf").ledger.gaps
    assert [gap.where for gap in gaps] == ["page 1", "page 1"]


def test_too_many_rules_leave_the_text_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_grids, "CROSSINGS_A_PAGE", 3)
    document = read_pdf(make_pdf(page), "x.pdf")
    assert "tables" in document.ledger.gaps[0].reason
    assert "Ladders" in " ".join(block.text for block in document.blocks)


def test_form_without_any_page_text_is_read() -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Subtype=pikepdf.Name.FreeText, Contents="Read me", Rect=[1, 1, 9, 9])
        pdf.pages[0].Annots = pikepdf.Array([note])

    assert read_pdf(change(make_pdf(lambda canvas: None), fill), "x.pdf").blocks[0].text == "Read me"


def test_lines_drawn_without_text_are_a_picture() -> None:
    def drawing(canvas: Canvas) -> None:
        for step in range(9):
            canvas.line(80, 100 + 9 * step, 300, 130 + 7 * step)

    with pytest.raises(Unreadable) as caught:
        read_pdf(make_pdf(drawing), "x.pdf")
    assert caught.value.kind == "scanned"


@pytest.mark.parametrize(
    ("given", "kept"), [("\ufb03", "ffi"), ("\u200b", ""), ("\uf0b7", "•"), ("\u2011", "-"), ("é", "é")]
)
def test_odd_characters(given: str, kept: str) -> None:
    assert clean(given) == kept


def test_superscript_stays_with_its_number() -> None:
    def raised(canvas: Canvas) -> None:
        write(canvas, "Reply by 28", LEFT, 80)
        x = LEFT + canvas.stringWidth("Reply by 28", "Helvetica", 11)
        write(canvas, "th", x, 75, size=7)
        write(canvas, " March at noon.", x + canvas.stringWidth("th", "Helvetica", 7), 80)

    assert [block.text for block in read_pdf(make_pdf(raised), "x.pdf").blocks] == ["Reply by 28th March at noon."]
