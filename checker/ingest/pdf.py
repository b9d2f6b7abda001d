"""Reads a PDF: text with places, tables as rows, form values and notes, and a ledger of what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Block, Document, Gap, Ledger
from checker.ingest.pdf_blocks import make_blocks
from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_forms import read_forms
from checker.ingest.pdf_pages import PICTURE, ReadPage, place_pages, read_page
from checker.ingest.pdf_second import read_second
from checker.ingest.pdf_words import letters
from checker.ingest.unreadable import Unreadable

PAGES_AT_ONCE = 400  # running headers are looked for in so many pages; keeps memory level in long files


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far."""

    declared: int = 0
    read: int = 0
    characters: int = 0
    dropped: int = 0
    drafts: list[Draft] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    title: str | None = None

    def add(self, pages: Sequence[ReadPage]) -> None:
        if not pages:
            return
        placed = place_pages(pages)
        self.read += len(pages)
        self.characters += sum(page.letters for page in pages)
        self.dropped += placed.running
        self.gaps += [gap for page in pages for gap in page.gaps]
        self.drafts += placed.drafts


def read_pdf(data: bytes, name: str, *, password: str | None = None) -> Document:
    """The document of a PDF's bytes, role "unknown"; raises Unreadable where it gives no text at all."""
    if not data:
        raise Unreadable("empty", "The file is empty (0 bytes): send it again.")
    reading = _read(data, password)
    forms = read_forms(data, password)
    if not reading.characters and not forms:
        raise _without_text(reading)
    reading.characters += sum(letters(draft.text) for draft in forms)
    blocks = make_blocks(_with_forms(reading.drafts, forms), name)
    ledger = Ledger(
        pages_declared=reading.declared,
        pages_read=reading.read,
        characters_read=reading.characters,
        characters_placed=_placed(blocks) + reading.dropped + sum(draft.dropped for draft in reading.drafts),
        gaps=tuple(reading.gaps),
    )
    return Document(
        name=name, role="unknown", blocks=blocks, pages=reading.declared, ledger=ledger, title=reading.title
    )


def _read(data: bytes, password: str | None) -> _Reading:
    """By pdfium; by pdfplumber where pdfium fails or finds nothing."""
    try:
        reading = _read_first(data, password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise _locked(password) from error
        reading = _Reading()
    if reading.characters:
        return reading
    declared, pages = read_second(data, password)
    second = _Reading(declared=max(declared, reading.declared), title=reading.title)
    if any(page.letters for page in pages):
        second.add(pages)
        second.gaps += _unread_pages(pages, second.declared)
        return second
    if not reading.declared and not declared:
        raise Unreadable(
            "damaged", "The file is damaged: it cannot be opened as a PDF. Ask for a new copy or export it again."
        )
    return reading


def _unread_pages(pages: Sequence[ReadPage], declared: int) -> list[Gap]:
    if declared <= len(pages):
        return []
    return [Gap(where=f"pages {len(pages) + 1} to {declared}", reason="they could not be read")]


def _read_first(data: bytes, password: str | None) -> _Reading:
    with pdfium.PdfDocument(data, password=password) as pdf:
        reading = _Reading(declared=len(pdf), title=_title(pdf))
        chunk: list[ReadPage] = []
        for page in _pages(pdf, reading):
            chunk.append(page)
            if len(chunk) == PAGES_AT_ONCE:
                reading.add(chunk)
                chunk = []
        reading.add(chunk)
        return reading


def _pages(pdf: pdfium.PdfDocument, reading: _Reading) -> Iterator[ReadPage]:
    """Every page that loads; a gap is noted for each that does not."""
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            reading.gaps.append(Gap(where=f"page {index + 1}", reason="the page is damaged and could not be read"))
            continue
        try:
            yield read_page(page, index + 1)
        except pdfium.PdfiumError:
            reading.gaps.append(Gap(where=f"page {index + 1}", reason="the text of the page could not be read"))
        finally:
            page.close()


def _title(pdf: pdfium.PdfDocument) -> str | None:
    return " ".join(pdf.get_metadata_value("Title").replace("\x00", "").split()) or None


def _locked(password: str | None) -> Unreadable:
    if password:
        return Unreadable("encrypted", "The file is locked and the password given does not open it: check --password.")
    return Unreadable("encrypted", "The file is locked: give its password with --password, or send an open copy.")


def _without_text(reading: _Reading) -> Unreadable:
    if any(gap.reason == PICTURE for gap in reading.gaps):
        return Unreadable(
            "scanned",
            "The file holds pictures of pages and no text that can be read: send the original or a copy made "
            "searchable (OCR).",
        )
    if reading.gaps:
        return Unreadable("damaged", "The file opens and none of its pages can be read: ask for a new copy.")
    return Unreadable("empty", "The file opens and every page is blank: check that it is the right file.")


def _with_forms(drafts: Sequence[Draft], forms: Sequence[Draft]) -> list[Draft]:
    """Field values and notes after the text of the page they stand on."""
    if not forms:
        return list(drafts)
    ordered: list[Draft] = []
    waiting = list(forms)
    for draft in drafts:
        while waiting and waiting[0].page < draft.page:
            ordered.append(waiting.pop(0))
        ordered.append(draft)
    return ordered + waiting


def _placed(blocks: Sequence[Block]) -> int:
    """Characters that stand in blocks, the printed numbers with them."""
    return sum(
        letters(block.number or "") + (sum(map(letters, block.cells)) if block.cells else letters(block.text))
        for block in blocks
    )
