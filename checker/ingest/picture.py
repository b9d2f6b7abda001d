"""Picture files (PNG, JPEG, TIFF, GIF, WebP) -> the text recognised in them, page by page as of a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from checker.domain import Document, Gap
from checker.ingest.kinds import advice_for
from checker.ingest.ocr import DPI, MOST_PIXELS, Engine, find_engine, scale_within
from checker.ingest.pdf import in_groups
from checker.ingest.pdf_document import PICTURE, RECOGNITION, WHOLE, At, Opened, Part, PdfEvent, PdfReading
from checker.ingest.pdf_drawn import Drawn
from checker.ingest.pdf_pages import ReadPage
from checker.ingest.pdf_pictures import recognised_page
from checker.ingest.unreadable import Unreadable

FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "WEBP")
MOST_FRAMES = 500
LARGEST = 6 * MOST_PIXELS  # of a file; a larger one is a trap and no page
_LIKELY_DPI = range(60, 1201)
_DAMAGED = "The picture is damaged and could not be opened: ask for a new copy."
_LARGE = "The picture is far larger than a page: save it smaller, or give its text as .docx or .pdf."
_FAULTS = (OSError, ValueError, SyntaxError, EOFError, TypeError, ArithmeticError, LookupError)


def read_picture(data: bytes, name: str, *, ocr_seconds: int) -> Document:
    """The document of a picture file, role "unknown"; raises Unreadable where no text can be recognised."""
    reading = PdfReading()
    for event in stream_picture(data, ocr_seconds):
        reading.take(event)
    return reading.document(name)


def stream_picture(data: bytes, ocr_seconds: int, part: Part = WHOLE) -> Iterator[PdfEvent]:
    """Its pages step by step, with so many seconds for each. Raises Unreadable where nothing recognises text here."""
    engine = find_engine() if ocr_seconds else None
    if engine is None:
        raise Unreadable("unsupported", advice_for("image"))
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            frames = 1 if picture.format in ("GIF", "WEBP") else getattr(picture, "n_frames", 1)
            yield Opened(pages=frames)
            yield from in_groups(_frames(picture, min(frames, MOST_FRAMES), part, ocr_seconds, engine), part)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable("too-large", _LARGE) from error
    except _FAULTS as error:
        raise Unreadable("damaged", _DAMAGED) from error


def _frames(
    picture: Image.Image, count: int, part: Part, seconds: int, engine: Engine
) -> Iterator[ReadPage | Gap | At]:
    for number in range(part.first, min(count, part.last or count) + 1):
        if number in part.skip:
            continue
        yield At(page=number, step=RECOGNITION)
        picture.seek(number - 1)
        if picture.width * picture.height > LARGEST:
            raise Unreadable("too-large", _LARGE)
        gap = Gap(where=f"page {number}", reason=PICTURE)
        page = ReadPage(number, picture.width, picture.height, (), (), Drawn(), (gap,))
        yield recognised_page(_as_scanned(picture), page, seconds, engine)


def _as_scanned(picture: Image.Image) -> Image.Image:
    """The picture in shades of grey at about the dots per inch that recognition is best at, where it says its own."""
    told = picture.info.get("dpi", (0, 0))[0]
    wanted = DPI / float(told) if int(told) in _LIKELY_DPI else 1.0
    scale = scale_within(picture.width, picture.height, wanted)
    grey = picture.convert("L")
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return grey if size == picture.size else grey.resize(size)
