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
from checker.ingest.pdf_document import At, Opened, PageGroup, Part
from checker.ingest.pdf_pages import ReadPage
from checker.ingest.pdf_second import open_second
from checker.ingest.pdf_words import clean
from checker.ingest.unreadable import Unreadable
from tests.ingest.pdf_maker import LEFT, Painter, change, grid, make_pdf, prose, wrap, write, write_lines

ROWS = (("Item", "Price"), ("Ladders", "40"), ("Gloves", "3"))


def page(canvas: Canvas) -> None:
    write_lines(canvas, wrap(canvas, "All goods, " + prose(30) + "."))
    grid(canvas, ROWS, (72, 220, 330), 200)


def test_second_engine_reads_the_same() -> None:
    opened, at, found = open_second(make_pdf(page), None, Part())
    assert (opened, at) == (Opened(pages=1), At(page=1))
    assert isinstance(found, ReadPage)
    assert found.letters == read_pdf(make_pdf(page), "x.pdf").ledger.characters_read
    assert list(open_second(b"nothing", None, Part())) == []


def test_second_engine_steps_in_where_the_first_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise pdfium.PdfiumError("no")

    first = read_pdf(make_pdf(page), "x.pdf")
    monkeypatch.setattr(reader.pdfium, "PdfDocument", fail)
    second = read_pdf(make_pdf(page), "x.pdf")
    assert [(block.kind, block.text) for block in second.blocks] == [(block.kind, block.text) for block in first.blocks]


def test_page_that_does_not_load_is_a_gap_and_the_rest_is_kept() -> None:
    data = make_pdf(page, page, page)
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+) 0 R (\d+ 0 R) \]", data)
    assert kids is not None
    start, end = kids.span(2)
    spoilt = data[:start] + b"9" * (end - start) + data[end:]  # an object the file does not have
    document = read_pdf(spoilt, "x.pdf")
    assert [gap.where.split()[0] for gap in document.ledger.gaps] == ["page", "form"]  # pikepdf reads all or none
    assert "damaged" in document.ledger.gaps[0].reason
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


def test_lines_alone_on_their_pages_are_text_and_no_running_headers() -> None:
    def numbered(number: int) -> Painter:
        return lambda canvas: write(canvas, f"Lot {number}", LEFT, 40)

    document = read_pdf(make_pdf(*map(numbered, range(1, 6))), "x.pdf")
    assert [block.text for block in document.blocks] == [f"Lot {number}" for number in range(1, 6)]


def test_odd_digits_at_the_edge_of_a_table_are_no_fault() -> None:
    def contents(canvas: Canvas) -> None:
        rows = [(f"Part {number} of the terms", figure) for number, figure in enumerate(("3", "²", "9" * 5_000, "7"))]
        for index, (left, right) in enumerate(rows):
            write(canvas, left, LEFT, 80 + 16 * index)
            write(canvas, right, 400, 80 + 16 * index)

    assert "Part 3" in " ".join(block.text for block in read_pdf(make_pdf(contents), "x.pdf").blocks)


def test_a_long_file_is_opened_anew_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_pdf(make_pdf(*[page] * 5), "x.pdf")
    monkeypatch.setattr(reader, "PAGES_A_TIME", 2)
    assert read_pdf(make_pdf(*[page] * 5), "x.pdf") == whole


def test_a_part_of_a_file_is_read_by_itself() -> None:
    def groups(part: Part) -> list[PageGroup]:
        events = reader.stream_pdf(make_pdf(*[page] * 5), part=part)
        return [event for event in events if isinstance(event, PageGroup)]

    (group,) = groups(Part(first=2, last=4, skip=(3,)))
    assert (group.read, group.following, {draft.page for draft in group.drafts}) == (2, 5, {2, 4})
    assert [group.read for group in groups(Part(at_once=2))] == [2, 2, 1]
