"""Reads a PDF: text with places, tables as rows, form values and notes, and a ledger of what was not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.domain import Document, Gap
from checker.ingest.pdf_access import read_access
from checker.ingest.pdf_document import (
    FORMS,
    LAYOUT,
    RECOGNITION,
    WHOLE,
    At,
    Forms,
    Opened,
    PageGroup,
    Part,
    PdfEvent,
    PdfReading,
)
from checker.ingest.pdf_forms import read_forms
from checker.ingest.pdf_pages import ReadPage, place_pages, read_page
from checker.ingest.pdf_pictures import Pictures
from checker.ingest.pdf_second import open_second
from checker.ingest.unreadable import Unreadable

PAGES_A_TIME = 100
_DAMAGED = "The file is damaged: it cannot be opened as a PDF. Ask for a new copy or export it again."


def read_pdf(data: bytes, name: str, *, password: str | None = None, ocr_seconds: int = 0) -> Document:
    """The document of a PDF's bytes, role "unknown"; raises Unreadable where it gives no text at all."""
    reading = PdfReading()
    for event in stream_pdf(data, password=password, ocr_seconds=ocr_seconds):
        reading.take(event)
    return reading.document(name)


def stream_pdf(
    data: bytes, *, password: str | None = None, part: Part = WHOLE, ocr_seconds: int = 0
) -> Iterator[PdfEvent]:
    """The same step by step: each page is announced before it is read, and text comes in groups of pages.

    By pdfium; by pdfplumber where pdfium fails or finds nothing; pages that are pictures are recognised, with so many
    seconds for each (0: not at all). Raises Unreadable where neither opens the file.
    """
    if not data:
        raise Unreadable("empty", "The file is empty (0 bytes): send it again.")
    empty: list[PdfEvent] = []  # groups without text, held back until some text is found
    declared = 0
    for event in _held_back(_first(data, password, part, ocr_seconds), empty, found=part.found):
        declared = event.pages if isinstance(event, Opened) else declared
        yield event
    if empty or not declared:
        yield from _second_or(empty, declared, data, password, part)
    if part.forms:
        yield At(step=FORMS)
        forms = read_forms(data, password)
        gaps = () if forms is not None else (Gap(where=FORMS, reason="they could not be read"),)
        yield Forms(drafts=tuple(forms or ()), gaps=gaps, access=read_access(data, password))


def _held_back(events: Iterable[PdfEvent], empty: list[PdfEvent], *, found: bool) -> Iterator[PdfEvent]:
    """The events; groups go into `empty` until one has text, and come out of it before that one."""
    for event in events:
        if isinstance(event, PageGroup) and not found:
            if not event.characters:
                empty.append(event)
                continue
            found = True
            yield from empty
            empty.clear()
        yield event


def _first(data: bytes, password: str | None, part: Part, ocr_seconds: int) -> Iterator[PdfEvent]:
    """What pdfium reads; nothing where it cannot open the file."""
    try:
        pdf = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise _locked(password) from error
        return
    with pdf:
        yield Opened(pages=len(pdf), title=_title(pdf))
        declared = len(pdf)
    yield from in_groups(_pages(data, password, declared, part, Pictures(data, password, ocr_seconds)), part)


def _second_or(
    empty: list[PdfEvent], declared: int, data: bytes, password: str | None, part: Part
) -> Iterator[PdfEvent]:
    """What pdfplumber reads; where it finds nothing either, what the first engine said."""
    seen, following = 0, 0
    for event in _held_back(in_groups(open_second(data, password, part), part), [], found=False):
        seen = max(seen, event.pages) if isinstance(event, Opened) else seen
        following = event.following if isinstance(event, PageGroup) else following
        yield event
    if following:
        yield from _beyond(following, max(seen, declared))
    elif declared or seen:
        yield from empty
    else:
        raise Unreadable("damaged", _DAMAGED)


def _beyond(following: int, declared: int) -> Iterator[PageGroup]:
    """A gap for the pages after the last that pdfplumber gave."""
    if following <= declared:
        gap = Gap(where=f"pages {following} to {declared}", reason="they could not be read")
        yield PageGroup(drafts=(), read=0, characters=0, dropped=0, gaps=(gap,), following=declared + 1)


def in_groups(pages: Iterable[ReadPage | Gap | At | Opened], part: Part) -> Iterator[PdfEvent]:
    """Pages put in order, so many at a time; gaps of pages that did not load stay where they belong."""
    group: list[ReadPage] = []
    gaps: list[Gap] = []
    following = part.first
    at = 0
    for item in pages:
        if isinstance(item, Opened | At):
            at = (item.page or at) if isinstance(item, At) else at
            yield item
            continue
        following = at + 1
        if isinstance(item, Gap):
            gaps.append(item)
            continue
        group.append(item)
        gaps += item.gaps
        if len(group) >= part.at_once:
            yield from _placed(group, gaps, following)
            group, gaps = [], []
    if group or gaps:
        yield from _placed(group, gaps, following)


def _placed(group: list[ReadPage], gaps: list[Gap], following: int) -> Iterator[PdfEvent]:
    yield At(page=group[0].number if len(group) == 1 else None, step=LAYOUT)
    placed = place_pages(group)
    yield PageGroup(
        drafts=tuple(placed.drafts), read=len(group), characters=sum(page.letters for page in group),
        dropped=placed.running, gaps=tuple(gaps), following=following,
        recognised=tuple((page.number, round(page.sure, 1)) for page in group if page.sure is not None),
        struck=tuple((page.number, line) for page in group for line in page.struck),
    )  # fmt: skip


def _pages(
    data: bytes, password: str | None, declared: int, part: Part, pictures: Pictures
) -> Iterator[ReadPage | Gap | At]:
    """Every page that loads, each announced first; a gap for each that does not.

    The file is opened anew after so many pages, since pdfium keeps what it has seen of each until it is closed.
    """
    last = min(declared, part.last or declared)
    for start in range(part.first, last + 1, PAGES_A_TIME):
        with pdfium.PdfDocument(data, password=password) as pdf:
            yield from _open_pages(pdf, range(start, min(start + PAGES_A_TIME, last + 1)), part, pictures)


def _open_pages(
    pdf: pdfium.PdfDocument, numbers: range, part: Part, pictures: Pictures
) -> Iterator[ReadPage | Gap | At]:
    for index in (number - 1 for number in numbers if number not in part.skip):
        yield At(page=index + 1)
        try:
            page = pdf[index]
        except pdfium.PdfiumError:
            yield Gap(where=f"page {index + 1}", reason="the page is damaged and could not be read")
            continue
        try:
            read = read_page(page, index + 1)
            if pictures.wants(read):
                yield At(page=index + 1, step=RECOGNITION)
                read = pictures.read(page, read)
            yield read
        except pdfium.PdfiumError:
            yield Gap(where=f"page {index + 1}", reason="the text of the page could not be read")
        finally:
            page.close()


def _title(pdf: pdfium.PdfDocument) -> str | None:
    return " ".join(pdf.get_metadata_value("Title").replace("\x00", "").split()) or None


def _locked(password: str | None) -> Unreadable:
    if password:
        return Unreadable("encrypted", "The file is locked and the password given does not open it: check --password.")
    return Unreadable("encrypted", "The file is locked: give its password with --password, or send an open copy.")
