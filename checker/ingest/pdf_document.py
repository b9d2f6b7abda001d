"""A PDF as it comes in: pages announced, text in groups of pages, then the document, whole or cut short.

Imports no engine: the process that collects what a reading child sends stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.domain import Block, Document, Gap, Ledger
from checker.ingest.pdf_blocks import make_blocks
from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_words import letters
from checker.ingest.unreadable import Unreadable

PAGES_AT_ONCE = 400  # running headers are looked for in so many pages; keeps memory level in long files
PICTURE = "a picture of text: it was not read (no text layer)"
LAYOUT = "layout"  # the step in which the lines of a group of pages become paragraphs
FORMS = "form fields and notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which pages to read, for a second try after a page has stopped the first; the whole file where unset."""

    first: int = 1
    last: int | None = None
    skip: tuple[int, ...] = ()
    at_once: int = PAGES_AT_ONCE
    found: bool = False  # the pages before `first` gave text
    forms: bool = True


WHOLE = Part()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    pages: int
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """What is being read now: a page, or a step that belongs to no page."""

    page: int | None = None
    step: str = ""


NOWHERE = At()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGroup:
    """The drafts of some consecutive pages, and the page to go on with."""

    drafts: tuple[Draft, ...]
    read: int
    characters: int
    dropped: int
    gaps: tuple[Gap, ...]
    following: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    drafts: tuple[Draft, ...]
    gaps: tuple[Gap, ...] = ()


PdfEvent = Opened | At | PageGroup | Forms


@dataclass(slots=True)
class PdfReading:
    """What has been read of a file so far."""

    declared: int = 0
    read: int = 0
    characters: int = 0
    dropped: int = 0
    following: int = 1
    drafts: list[Draft] = field(default_factory=list)
    forms: tuple[Draft, ...] = ()
    gaps: list[Gap] = field(default_factory=list)
    title: str | None = None

    def take(self, event: PdfEvent) -> None:
        if isinstance(event, Opened):
            self.declared = max(self.declared, event.pages)
            self.title = self.title or event.title
        elif isinstance(event, PageGroup):
            self.read += event.read
            self.characters += event.characters
            self.dropped += event.dropped + sum(draft.dropped for draft in event.drafts)
            self.gaps += event.gaps
            self.drafts += event.drafts
            self.following = event.following
        elif isinstance(event, Forms):
            self.forms = event.drafts
            self.gaps += event.gaps

    @property
    def has_text(self) -> bool:
        return bool(self.characters or self.forms)

    def document(self, name: str) -> Document:
        """The document, role "unknown"; raises Unreadable where there is no text at all. Gives its drafts away."""
        if not self.has_text:
            raise _without_text(self)
        characters = self.characters + sum(letters(draft.text) for draft in self.forms)
        drafts, self.drafts = _with_forms(self.drafts, self.forms), []
        blocks = make_blocks(drafts, name)
        ledger = Ledger(
            pages_declared=self.declared,
            pages_read=self.read,
            characters_read=characters,
            characters_placed=_placed(blocks) + self.dropped,
            gaps=_together(self.gaps),
        )
        return Document(name=name, role="unknown", blocks=blocks, pages=self.declared, ledger=ledger, title=self.title)


def _together(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Neighbouring pages with one reason as one gap: "pages 4 to 9"."""
    made: list[Gap] = []
    first = last = 0
    for gap in gaps:
        number = gap.where.removeprefix("page ")
        page = int(number) if gap.where != number and number.isdecimal() else 0
        if page and made and last == page - 1 and made[-1].reason == gap.reason:
            last = page
            made[-1] = replace(gap, where=f"pages {first} to {last}")
        else:
            first = last = page
            made.append(gap)
    return tuple(made)


def _without_text(reading: PdfReading) -> Unreadable:
    if any(gap.reason == PICTURE for gap in reading.gaps):
        return Unreadable(
            "scanned",
            "The file holds pictures of pages and no text that can be read: send the original or a copy made "
            "searchable (OCR).",
        )
    if any(gap.where != FORMS for gap in reading.gaps):
        return Unreadable("damaged", "The file opens and none of its pages can be read: ask for a new copy.")
    return Unreadable("empty", "The file opens and every page is blank: check that it is the right file.")


def _with_forms(drafts: list[Draft], forms: Sequence[Draft]) -> list[Draft]:
    """Field values and notes after the text of the page they stand on."""
    if not forms:
        return drafts
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
