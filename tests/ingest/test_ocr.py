"""Pages that are pictures: recognised where a program for it is installed, told apart from text, or named as unread."""

from __future__ import annotations

import io
import subprocess

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Document
from checker.ingest import ocr
from checker.ingest.kinds import advice_for
from checker.ingest.ocr import Sighting, find_engine, recognise, scale_within
from checker.ingest.pdf import read_pdf
from checker.ingest.pdf_document import pages_in_words
from checker.ingest.picture import read_picture
from checker.ingest.unreadable import Unreadable
from tests.ingest.pdf_maker import HEIGHT, LEFT, WIDTH, make_pdf, prose, write


@pytest.fixture
def _tesseract() -> None:
    assert ocr._tesseract() is not None, "Tesseract is missing: run make packages"


needs_tesseract = pytest.mark.usefixtures("_tesseract")
SAID = "The supplier must hold insurance of ten million pounds."


def scan(*lines: str, turn: int = 0) -> Image.Image:
    """A page at 200 dots per inch with large words."""
    picture = Image.new("L", (1650, 1000), 255)
    font = ImageFont.load_default(size=48)
    for index, line in enumerate(lines):
        ImageDraw.Draw(picture).text((120, 120 + 80 * index), line, font=font, fill=0)
    return picture.rotate(turn, expand=True, fillcolor=255)


def paint(picture: Image.Image):
    def page(canvas: Canvas) -> None:
        high = WIDTH * picture.height / picture.width
        canvas.drawImage(ImageReader(picture), 0, HEIGHT - high, WIDTH, high)

    return page


def saved(picture: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=form, dpi=(200, 200), **more)
    return out.getvalue()


def one_word(text: str, sure: float = 90.0):
    """An engine that sees one word."""
    return lambda picture, seconds: [Sighting(text, 10, 10, 300, 60, (1, 1, 1), sure)]


def scanned_pdf() -> bytes:
    return make_pdf(lambda canvas: write(canvas, "Read " + prose(12), LEFT, 90), paint(scan(SAID)))


@needs_tesseract
def test_a_scanned_page_is_read_and_marked() -> None:
    document = read_pdf(scanned_pdf(), "a.pdf", ocr_seconds=60)
    blocks = {block.location.page: block for block in document.blocks}
    assert (blocks[1].part, blocks[2].part) == ("body", "recognised")
    assert blocks[2].text == SAID
    assert document.ledger.gaps == ()
    assert document.ledger.characters_read == document.ledger.characters_placed
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("The text of page 2 was recognised from pictures, ")
    assert [(seen.count, seen.page) for seen in document.access if seen.kind == "scanned-pages"] == [(1, 2)]


@needs_tesseract
def test_a_page_that_lies_on_its_side_is_turned() -> None:
    lines = [f"{word} {SAID}" for word in ("First.", "Second.", "Third.", "Fourth.", "Fifth.")]
    document = read_picture(saved(scan(*lines, turn=90), "PNG"), "a.png", ocr_seconds=60)
    text = " ".join(block.text for block in document.blocks)
    assert [text.index(word) for word in ("First", "Third", "Fifth")] == sorted(
        text.index(word) for word in ("First", "Third", "Fifth")
    )
    assert SAID in text


@needs_tesseract
def test_every_page_of_a_tiff_is_read() -> None:
    data = saved(scan("Part one of the terms"), "TIFF", save_all=True, append_images=[scan("Part two of the terms")])
    document = read_picture(data, "a.tif", ocr_seconds=60)
    assert [(block.text, block.location.page) for block in document.blocks] == [
        ("Part one of the terms", 1), ("Part two of the terms", 2),
    ]  # fmt: skip


def test_without_recognition_a_scanned_page_is_a_gap() -> None:
    document = read_pdf(scanned_pdf(), "a.pdf")
    assert [gap.where for gap in document.ledger.gaps] == ["page 2"]
    assert [(seen.count, seen.where) for seen in document.access if seen.kind == "scanned-pages"] == [(1, "page 2")]


def test_without_recognition_a_picture_file_is_not_read() -> None:
    with pytest.raises(Unreadable) as error:
        read_picture(saved(scan(SAID), "PNG"), "a.png", ocr_seconds=0)
    assert (error.value.kind, error.value.reason) == ("unsupported", advice_for("image"))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nnothing more", b"II*\x00broken"])
def test_a_damaged_picture_is_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.picture.find_engine", lambda: one_word("word"))
    with pytest.raises(Unreadable) as error:
        read_picture(data, "a.png", ocr_seconds=9)
    assert error.value.kind == "damaged"


def test_a_picture_far_larger_than_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.picture.find_engine", lambda: one_word("word"))
    monkeypatch.setattr("checker.ingest.picture.LARGEST", 1_000)
    with pytest.raises(Unreadable) as error:
        read_picture(saved(scan(SAID), "PNG"), "a.png", ocr_seconds=9)
    assert error.value.kind == "too-large"


def test_a_drawing_without_words_stays_a_gap_and_is_no_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.pdf_pictures.find_engine", lambda: one_word("smudge", 20.0))
    document = read_pdf(scanned_pdf(), "a.pdf", ocr_seconds=9)
    assert [gap.reason for gap in document.ledger.gaps] == ["a picture in which no text could be recognised"]
    assert not any(seen.kind == "scanned-pages" for seen in document.access)


def _outcome(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Document:
    def fails(picture: object, seconds: int) -> list[Sighting]:
        raise error

    monkeypatch.setattr("checker.ingest.pdf_pictures.find_engine", lambda: fails)
    return read_pdf(scanned_pdf(), "a.pdf", ocr_seconds=9)


def test_recognition_that_takes_too_long_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = _outcome(monkeypatch, ocr.TooSlow()).ledger.gaps
    assert [gap.reason for gap in gaps] == ["a picture of text: recognising it took longer than 9 seconds"]


def test_recognition_that_fails_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    gaps = _outcome(monkeypatch, ocr.Failed()).ledger.gaps
    assert [gap.reason for gap in gaps] == ["a picture of text: the program that recognises text failed"]


def test_a_file_that_the_second_engine_reads_is_not_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.ingest.pdf_pictures.sees_text", lambda data, password, number: True)
    monkeypatch.setattr("checker.ingest.pdf_pictures.find_engine", lambda: one_word("word"))
    assert not any(block.part == "recognised" for block in read_pdf(scanned_pdf(), "a.pdf", ocr_seconds=9).blocks)


@pytest.mark.parametrize(
    ("error", "raised"),
    [(subprocess.TimeoutExpired("tesseract", 1), ocr.TooSlow), (subprocess.CalledProcessError(1, "x"), ocr.Failed)],
)
def test_the_program_may_hang_or_fail(error: Exception, raised: type, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object, **more: object) -> None:
        raise error

    monkeypatch.setattr(ocr.subprocess, "run", fails)
    with pytest.raises(raised):
        ocr._by_tesseract(scan(SAID), 1)


def test_smudges_are_left_out_of_a_page() -> None:
    def engine(picture: object, seconds: int) -> list[Sighting]:
        seen = [("terms", 95.0), ("|", 90.0), ("~x", 4.0)]
        return [
            Sighting(text, 10 + 60 * n, 10, 60 + 60 * n, 40, (1, 1, 1), sure) for n, (text, sure) in enumerate(seen)
        ]

    page = recognise(scan(SAID), 9, engine)
    assert page is not None
    assert [word.text for word in page.words] == ["terms"]
    assert page.sure == 95.0


def test_words_of_a_line_share_its_base_and_size() -> None:
    def engine(picture: object, seconds: int) -> list[Sighting]:
        return [Sighting("price", 10, 12, 100, 60, (1,), 90), Sighting("was", 110, 20, 180, 50, (1,), 90)]

    page = recognise(scan(SAID), 9, engine)
    assert page is not None
    assert len({(word.base, word.size) for word in page.words}) == 1


def test_a_huge_page_is_drawn_smaller() -> None:
    assert scale_within(600, 800, 4.0) == 4.0
    scale = scale_within(1_000_000, 1_000_000, 4.0)
    assert 0 < scale * 1_000_000 * scale * 1_000_000 <= ocr.MOST_PIXELS + 1


@pytest.mark.parametrize(
    ("pages", "said"),
    [([4], "page 4"), ([2, 4, 5, 6], "pages 2 and 4 to 6"), ([1, 3, 5], "pages 1, 3 and 5"),
     ([1, 3, 5, 7, 9, 11, 13, 15], "pages 1, 3, 5, 7, 9, 11 and others")],
)  # fmt: skip
def test_pages_are_told_in_words(pages: list[int], said: str) -> None:
    assert pages_in_words(pages) == said


def test_an_engine_is_found_only_where_one_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_tesseract", lambda: None)
    monkeypatch.setattr(ocr.importlib.util, "find_spec", lambda name: None)
    assert find_engine() is None
    monkeypatch.setattr(ocr.importlib.util, "find_spec", lambda name: name)
    assert find_engine() is ocr._by_rapidocr


def test_words_of_a_line_share_its_box_by_their_length() -> None:
    box = [(0, 0), (110, 0), (110, 20), (0, 20)]
    assert [(s.text, s.left, s.right, s.sure) for s in ocr._split(box, "no longer", 0.9, 3)] == [
        ("no", 0.0, pytest.approx(2 * 110 / 9), 90.0), ("longer", pytest.approx(3 * 110 / 9), pytest.approx(110), 90.0),
    ]  # fmt: skip
