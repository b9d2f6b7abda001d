"""The second opinion: pdfplumber, for files pdfium cannot open or finds no text in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber

from checker.ingest.pdf_document import At, Opened, Part
from checker.ingest.pdf_drawn import Drawn
from checker.ingest.pdf_glyphs import BOLD_NAMES
from checker.ingest.pdf_pages import ReadPage
from checker.ingest.pdf_words import IGNORED, REPLACED, SPACES, Word

PAGES = 200  # it is slow: about 0.2 seconds a page
X_TOLERANCE_RATIO = 0.15


def open_second(data: bytes, password: str | None, part: Part) -> Iterator[ReadPage | At | Opened]:
    """How many pages the file has, then each, announced first; nothing where pdfplumber cannot read it either."""
    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "") as pdf:
            yield Opened(pages=len(pdf.pages))
            yield from _pages(pdf, part)
    except (MemoryError, GeneratorExit):
        raise
    except Exception:  # pdfminer raises what it pleases on damaged files, and the first engine's error stands
        return


def sees_text(data: bytes, password: str | None, number: int) -> bool:
    """Whether pdfplumber finds words on a page, counted from 1."""
    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "", pages=[number]) as pdf:
            return any(page.chars for page in pdf.pages)
    except MemoryError:
        raise
    except Exception:  # as above
        return False


def _pages(pdf: Any, part: Part) -> Iterator[ReadPage | At]:
    for number, page in enumerate(pdf.pages[:PAGES], start=1):
        if number < part.first or number > (part.last or number) or number in part.skip:
            continue
        yield At(page=number)
        words = page.extract_words(
            x_tolerance_ratio=X_TOLERANCE_RATIO, keep_blank_chars=False, extra_attrs=["fontname"]
        )
        tables = page.find_tables() if words else []
        grids = tuple(tuple(table.cells) for table in tables if len(table.cells) > 1)
        made = tuple(word for found in words if (word := _word(found)) is not None)
        yield ReadPage(number, float(page.width), float(page.height), made, grids, Drawn())
        page.close()


def _word(found: dict[str, Any]) -> Word | None:
    text = "".join(REPLACED.get(c, c) for c in found["text"] if c not in IGNORED and c not in SPACES)
    if not text:
        return None
    top, bottom = float(found["top"]), float(found["bottom"])
    return Word(
        text=text,
        x0=float(found["x0"]),
        top=top,
        x1=float(found["x1"]),
        bottom=bottom,
        base=bottom - 0.2 * (bottom - top),
        size=bottom - top,
        bold=any(part in found["fontname"].lower() for part in BOLD_NAMES),
    )
