"""Events -> documents and skips, also when the reader breaks off: what was read before that is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from checker.domain import Block, Document, Gap, SkipKind, Skipped
from checker.ingest.events import Begun, Blocks, Broken, Event, Finished, Refused, Resume
from checker.ingest.kinds import ending_warning
from checker.ingest.pdf_document import FORMS, LAYOUT, NOWHERE, WHOLE, At, Part, PdfReading
from checker.ingest.roles import not_a_tender, role_of
from checker.ingest.unreadable import Unreadable

PAGES_LEFT_OUT = 3  # after so many pages of a file have stopped the reader, it ends before the next
BREAKS = 20  # in one file with all that is inside it
_TOO_MANY = "Several files inside stopped the reader, and what follows was not read: unpack it and check the folder."
_FAULT = re.compile(r"\w{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Why a reader ended: `of_file` and `of_page` finish "The file was not read: …" and "page 7: …"."""

    kind: SkipKind
    of_file: str
    of_page: str


def fault(broken: Broken) -> Break:
    """The break that a reader reported of itself: the type of its error and no more, which could quote the tender."""
    if broken.kind == "out-of-memory":
        return Break(
            kind="out-of-memory",
            of_file="Reading the file needs more memory than is allowed: split it, or save it again and retry.",
            of_page="reading it needs more memory than is allowed, and it was left out",
        )
    reason = broken.reason if _FAULT.fullmatch(broken.reason) else "fault"
    return Break(
        kind="damaged",
        of_file=f"The file could not be read ({reason}): open it, save it again as .docx or .pdf and retry.",
        of_page=f"it could not be read ({reason})",
    )


@dataclass(slots=True)
class Assembly:
    """One file of the pack with everything inside it, as its events come in."""

    name: str
    results: list[Document | Skipped] = field(default_factory=list)
    begun: Begun | None = None
    pdf: PdfReading | None = None
    at: At = NOWHERE
    part: Part = WHOLE
    blocks: list[Block] = field(default_factory=list)
    breaks: int = 0
    why: Break | None = None  # of the last break in the document at work
    stopped: list[str] = field(default_factory=list)  # names of documents that ended with a break
    over: bool = True  # nothing more is to be asked of the file when the reader ends

    def take(self, event: Event) -> None:
        """Adds what an event says."""
        if isinstance(event, Begun):
            self._begin(event)
        elif isinstance(event, Blocks):
            self.blocks += event.blocks
        elif isinstance(event, Refused):
            self._close(event.skipped)
        elif isinstance(event, Finished):
            self._finish(event)
        elif isinstance(event, At):
            self.at = event
        elif isinstance(event, Broken):
            self.broken(fault(event))
        else:
            self.pdf = self.pdf or PdfReading()
            self.pdf.take(event)

    @property
    def resume(self) -> Resume:
        """Where a new reader is to go on."""
        done = tuple(result.name for result in self.results)
        name = self.begun.name if self.begun else ""
        return Resume(done=done, broken=tuple(self.stopped), name=name, part=self.part)

    def broken(self, why: Break) -> None:
        """The reader has ended in the middle of the document at work: what to leave out, or what to keep, is settled.

        Afterwards `over` says whether a new reader is to be asked for the rest.
        """
        self.breaks += 1
        self.why = why
        if self.pdf is not None and self.pdf.declared and self._leave_out(self.pdf, why):
            self.over = False
            return
        self._keep(why)
        self.stopped.append(self.results[-1].name)
        self.over = self.stopped[-1] == self.name
        if not self.over and self.breaks >= BREAKS:
            self.over = True
            self.results.append(Skipped(name=self.name, kind=why.kind, reason=_TOO_MANY))

    def again(self) -> None:
        """A new reader is asked: unless it breaks off too, the file is over when it ends."""
        self.over = True

    def _begin(self, event: Begun) -> None:
        if self.begun is None or self.begun.name != event.name:
            self._clear()
        self.begun = event
        self.at, self.blocks = NOWHERE, []

    def _leave_out(self, pdf: PdfReading, why: Break) -> bool:
        """Sets the part that a new reader is to read of a PDF; False when nothing is left to try."""
        at, last = self.at, self.part
        if self.breaks >= BREAKS:
            return False
        found = pdf.characters > 0
        if at.step == FORMS:
            pdf.gaps.append(Gap(where=FORMS, reason=why.of_page))
            self.part = replace(last, first=pdf.declared + 1, found=found, forms=False)
            return found and last.forms
        if at.page is None:
            self.part = replace(last, first=pdf.following, at_once=1, found=found)
            return at.step == LAYOUT and last.at_once > 1
        if len(last.skip) >= PAGES_LEFT_OUT:
            return self._end_before(pdf, at.page, why)
        pdf.gaps.append(Gap(where=f"page {at.page}", reason=why.of_page))
        self.part = replace(last, first=pdf.following, skip=(*last.skip, at.page), found=found)
        return True

    def _end_before(self, pdf: PdfReading, page: int, why: Break) -> bool:
        if self.part.last is not None:
            return False
        pdf.gaps.append(_rest(page, pdf.declared, why))
        self.part = replace(self.part, first=pdf.following, last=page - 1, found=pdf.characters > 0, forms=False)
        return True

    def _keep(self, why: Break) -> None:
        """Ends the document at work with what was read of it, or as a skip."""
        if self.pdf is not None and self.pdf.has_text:
            following, declared = self.pdf.following, self.pdf.declared
            if following <= declared:
                self.pdf.gaps.append(_rest(following, declared, why))
            self._finish(Finished())
        else:
            name = self.begun.name if self.begun else self.name
            self._close(Skipped(name=name, kind=why.kind, reason=why.of_file))

    def _finish(self, event: Finished) -> None:
        name, kind = (self.begun.name, self.begun.kind) if self.begun else (self.name, "")
        if event.document is not None:
            self._close(judged(replace(event.document, blocks=tuple(self.blocks)), kind, name))
            return
        pdf = self.pdf or PdfReading()
        try:
            self._close(judged(pdf.document(name), kind, name))
        except Unreadable as error:
            broke = self.why if pdf.gaps and self.part.skip else None
            self._close(
                Skipped(name=name, kind=broke.kind, reason=broke.of_file)
                if broke
                else Skipped(name=name, kind=error.kind, reason=error.reason)
            )

    def _close(self, result: Document | Skipped) -> None:
        self.results.append(result)
        self._clear()

    def _clear(self) -> None:
        self.begun, self.pdf, self.at, self.part, self.blocks, self.why = None, None, NOWHERE, WHOLE, [], None


def _rest(page: int, declared: int, why: Break) -> Gap:
    where = f"page {page}" if page >= declared else f"pages {page} to {declared}"
    return Gap(where=where, reason=f"reading ended before it, since on page {page} {why.of_page}")


def judged(document: Document, kind: str, name: str) -> Document:
    """The document with its role, whether it is no tender, and a warning where its name ends wrongly."""
    warning = ending_warning(kind, name)
    if kind == "ocds":  # what it is needs no judging
        return document if warning is None else replace(document, warnings=(warning, *document.warnings))
    return replace(
        document,
        role=role_of(name, document.blocks),
        not_a_tender=not_a_tender(name, document.blocks),
        warnings=document.warnings if warning is None else (warning, *document.warnings),
    )
