"""The bytes of one file -> events, document by document, archives and e-mails opened. Runs in the reading process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from checker.domain import Document, SkipKind, Skipped
from checker.ingest.archive import Budget, Member, members
from checker.ingest.events import Begun, Blocks, Broken, Event, Finished, Refused, Resume
from checker.ingest.kinds import advice_for, kind_of
from checker.ingest.pdf_document import WHOLE
from checker.ingest.unreadable import Unreadable
from checker.settings import Limits

Reader = Callable[[bytes, str, str | None], Document]
BLOCKS_AT_ONCE = 1_000
CONTAINERS = ("zip", "eml")
_EMPTY = "The file is empty: check that the right version was put into the pack."
_LOCKED = "The file is locked with a password: save a copy without one and check that."
_TOO_DEEP = "The file lies in too many archives or e-mails within each other, and was not opened: unpack it."


@dataclass(slots=True)
class Reading:
    """One reading of one file of the pack."""

    readers: Mapping[str, Reader]
    password: str | None
    limits: Limits
    resume: Resume = field(default_factory=Resume)

    def events(self, data: bytes, name: str) -> Iterator[Event]:
        """What is read, in order. A fault of a reader is raised; what a reader refuses is an event."""
        budget = Budget.of(self.limits)
        yield from self._file(data, name, budget, budget.depth)

    def _file(self, data: bytes, name: str, budget: Budget, depth: int) -> Iterator[Event]:
        try:
            kind = kind_of(data, name)
            if kind in CONTAINERS and name not in self.resume.broken:
                yield from self._container(kind, data, name, budget, depth)
            elif name not in self.resume.done:
                yield Begun(name=name, kind=kind)
                yield from self._document(kind, data, name)
        except Unreadable as error:
            if name not in self.resume.done:
                yield Refused(skipped=Skipped(name=name, kind=error.kind, reason=error.reason))

    def _container(self, kind: str, data: bytes, name: str, budget: Budget, depth: int) -> Iterator[Event]:
        if name not in self.resume.done:
            yield Begun(name=name, kind=kind)
        if depth < 1:
            raise Unreadable("too-large", _TOO_DEEP)
        if kind == "zip":
            yield from self._members(members(data, name, budget), budget, depth - 1)
            return
        from checker.ingest.mail import attachments, body_of, open_mail

        mail = open_mail(data, name)
        if name not in self.resume.done:
            yield from _in_pieces(body_of(mail, self._read_html))
        yield from self._members(attachments(mail, budget), budget, depth - 1)

    def _members(self, found: Iterator[Member | Skipped], budget: Budget, depth: int) -> Iterator[Event]:
        """Each file inside another one; what was read before a break is not read again, archives are opened again."""
        for member in found:
            if isinstance(member, Skipped):
                if member.name not in self.resume.done:
                    yield Refused(skipped=member)
                continue
            if self._is_over(member.name):
                continue
            if member.name not in self.resume.done:
                yield Begun(name=member.name, kind="")
            try:
                data = member.content()
            except Unreadable as error:
                if member.name not in self.resume.done:
                    yield Refused(skipped=Skipped(name=member.name, kind=error.kind, reason=error.reason))
                continue
            yield from self._file(data, member.name, budget, depth)

    def _is_over(self, name: str) -> bool:
        """Whether nothing of a file inside is left to read: it is done, and no container that was being read."""
        at_work = self.resume.name.startswith(name + "/")
        return name in self.resume.broken or (name in self.resume.done and not at_work)

    def _document(self, kind: str, data: bytes, name: str) -> Iterator[Event]:
        if kind == "empty":
            raise Unreadable("empty", _EMPTY)
        if kind == "encrypted-office":
            raise Unreadable("encrypted", _LOCKED)
        if kind not in self.readers and kind != "image":
            raise Unreadable("unsupported", advice_for(kind))
        if kind == "pdf":
            from checker.ingest.pdf import stream_pdf

            part = self.resume.part if name == self.resume.name else WHOLE
            yield from stream_pdf(data, password=self.password, part=part, ocr_seconds=self.limits.ocr_seconds)
            yield Finished()
        elif kind == "image":
            from checker.ingest.picture import stream_picture

            part = self.resume.part if name == self.resume.name else WHOLE
            yield from stream_picture(data, self.limits.ocr_seconds, part)
            yield Finished()
        else:
            yield from _in_pieces(self.readers[kind](data, name, self.password))

    def _read_html(self, data: bytes, name: str) -> Document:
        return self.readers["html"](data, name, None)


def _in_pieces(document: Document) -> Iterator[Event]:
    for start in range(0, len(document.blocks), BLOCKS_AT_ONCE):
        yield Blocks(blocks=document.blocks[start : start + BLOCKS_AT_ONCE])
    yield Finished(document=replace(document, blocks=()))


def broken_by(error: Exception) -> Broken:
    """The event of a fault: its type, and whether memory ran out."""
    kind: SkipKind = "out-of-memory" if isinstance(error, MemoryError) else "damaged"
    return Broken(kind=kind, reason=type(error).__name__)
