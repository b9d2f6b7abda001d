"""A PDF as it comes in: pages announced, text in groups of pages, then the document, whole or cut short.

Imports no engine: the process that collects what a reading child sends stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checker.domain import Access, Block, Document, Gap, Ledger
from checker.ingest.pdf_blocks import make_blocks
from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_struck import Struck, most_telling
from checker.ingest.pdf_words import letters
from checker.ingest.unreadable import Unreadable

_MOST_RUNS = 6  # of pages that are listed
_MOST_LINES = 10  # with words struck through that are shown
PAGES_AT_ONCE = 400  # running headers are looked for in so many pages; keeps memory level in long files
PICTURE = "a picture of text: it was not read (no text layer)"
LAYOUT = "layout"  # the step in which the lines of a group of pages become paragraphs
NO_TEXT_SEEN = "a picture in which no text could be recognised"
_PICTURES = ("a picture of text", "a picture in which")  # how the gaps of pages that are pictures begin
RECOGNITION = "recognition"  # of the text of a page that is a picture
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
    recognised: tuple[tuple[int, float], ...] = ()  # pages read from pictures, and how sure each is, of 100
    struck: tuple[tuple[int, Struck], ...] = ()  # what is struck through, with its page


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    drafts: tuple[Draft, ...]
    gaps: tuple[Gap, ...] = ()
    access: tuple[Access, ...] = ()


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
    recognised: list[tuple[int, float]] = field(default_factory=list)
    struck: list[tuple[int, Struck]] = field(default_factory=list)
    access: tuple[Access, ...] = ()

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
            self.recognised += event.recognised
            self.struck += event.struck
        elif isinstance(event, Forms):
            self.forms = event.drafts
            self.access = event.access
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
        return Document(
            name=name, role="unknown", blocks=blocks, pages=self.declared, ledger=ledger, title=self.title,
            warnings=self._warnings(), access=(*self.access, *self._scanned(), *self._deleted()),
        )  # fmt: skip

    def _warnings(self) -> tuple[str, ...]:
        told = []
        if self.recognised:
            sure = sum(share for _, share in self.recognised) / len(self.recognised)
            where = pages_in_words([page for page, _ in self.recognised])
            told.append(
                f"The text of {where} was recognised from pictures, {sure:.0f} of 100 sure on average: words and "
                "numbers can be wrong, so check them against the file."
            )
        if self.struck:
            where = pages_in_words(sorted({page for page, _ in self.struck}))
            told.append(f"Words on {where} are struck through: they were left out as deleted.")
        return tuple(told)

    def _deleted(self) -> tuple[Access, ...]:
        """The words that are struck through and still in the file."""
        if not self.struck:
            return ()
        pages = sorted({page for page, _ in self.struck})
        words = sum(len(found.words.split()) for _, found in self.struck)
        lines = most_telling(self.struck, _MOST_LINES)
        return (Access(kind="struck-through", count=words, page=pages[0], where=pages_in_words(pages), lines=lines),)

    def _scanned(self) -> tuple[Access, ...]:
        """The pages that are pictures of text, recognised or not."""
        unread = [page for gap in self.gaps if gap.reason.startswith(_PICTURES[0]) and (page := _page_of(gap))]
        pages = sorted({*unread, *(page for page, _ in self.recognised)})
        if not pages:
            return ()
        return (Access(kind="scanned-pages", count=len(pages), page=pages[0], where=pages_in_words(pages)),)


def pages_in_words(pages: Sequence[int]) -> str:
    """page 4; pages 2, 4 to 9 and 12; more than a line of them: pages 2, 4 to 9, 12 and others."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    told = [" to ".join(map(str, run)) for run in runs[:_MOST_RUNS]] + ["others"] * (len(runs) > _MOST_RUNS)
    listed = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    return f"{'page' if len(pages) == 1 else 'pages'} {listed}"


def _page_of(gap: Gap) -> int:
    """The number of "page 7"; 0 for any other place."""
    number = gap.where.removeprefix("page ")
    return int(number) if number != gap.where and number.isdecimal() else 0


def _together(gaps: Sequence[Gap]) -> tuple[Gap, ...]:
    """Neighbouring pages with one reason as one gap: "pages 4 to 9"."""
    made: list[Gap] = []
    first = last = 0
    for gap in gaps:
        page = _page_of(gap)
        if page and made and last == page - 1 and made[-1].reason == gap.reason:
            last = page
            made[-1] = replace(gap, where=f"pages {first} to {last}")
        else:
            first = last = page
            made.append(gap)
    return tuple(made)


def _without_text(reading: PdfReading) -> Unreadable:
    if any(gap.reason.startswith(_PICTURES) for gap in reading.gaps):
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
