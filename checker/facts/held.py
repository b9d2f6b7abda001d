"""What a pack holds: the names of its files and the headings, labels and titles inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from checker.domain import Block, Location, Pack

SHORT = 14  # words up to which a paragraph that opens with a label may be a heading
_APART = re.compile(r"\bseparate(?:ly)?\b|\battached\b|\benclosed\b", re.IGNORECASE)
_ANNEX = "(?:annexe?|app(?:endix)?)"  # the two are mixed up too often to tell them apart
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "tender"}
)


def label_key(name: str) -> str:
    """ "Annexe 03" and "ANNEX 3" are the same label."""
    kind, _, number = name.lower().partition(" ")
    return f"{kind.removesuffix('e') if kind == 'annexe' else kind} {number.lstrip('0') or number}"


@dataclass(frozen=True)
class Held:
    """Everything in a pack that a name can be compared with."""

    pack: Pack
    listed_apart: frozenset[tuple[str, int]]  # document and block of entries in lists of separate files

    @cached_property
    def partly_read(self) -> bool:
        """Whether some text of the pack may hold what is looked for without our having read it."""
        unread = any(skip.kind not in ("unsupported", "not-a-document", "empty") for skip in self.pack.skipped)
        return unread or any(document.read == "partly" for document in self.pack.documents)

    @cached_property
    def files(self) -> tuple[str, ...]:
        """File names without folders and endings, in plain lower-case words, skipped files included."""
        paths = [d.name for d in self.pack.documents] + [s.name for s in self.pack.skipped]
        titles = [document.title for document in self.pack.documents if document.title]
        return tuple(_plain(text) for path in paths for text in (PurePosixPath(path).stem, path)) + tuple(
            map(_plain, titles)
        )

    @cached_property
    def openings(self) -> tuple[tuple[str, Block], ...]:
        """Headings and short blocks as plain words, with their blocks."""
        blocks = [block for document in self.pack.documents for block in document.blocks]
        short = [block for block in blocks if block.kind == "heading" or len(block.text.split()) <= SHORT]
        return tuple((_plain(f"{block.number or ''} {block.text}"), block) for block in short)

    def has_label(self, name: str, said_apart: Location | None) -> bool:
        """Whether a file, or a heading inside one, bears the label.

        `said_apart`: where the text says that it is a separate file; then no heading of that document counts.
        """
        wanted = re.compile(rf"\b{_label_pattern(name)}\b")
        if any(wanted.search(file) for file in self.files):
            return True
        return any(
            _opens(text, block, wanted)
            and not _APART.search(block.text)
            and not self._is_listed(block)
            and _counts(block.location, said_apart)
            for text, block in self.openings
        )

    def has_title(self, title: str) -> bool:
        """Whether a file has all weighty words of the title, or a heading hardly any other words than those."""
        wanted = _weighty(title)
        headings = (
            _weighty(text)
            for text, block in self.openings
            if block.kind == "heading" and not _APART.search(block.text) and not self._is_listed(block)
        )
        in_files = any(wanted <= _weighty(file) for file in self.files)
        return not wanted or in_files or any(wanted <= heading and len(heading - wanted) <= 1 for heading in headings)

    def _is_listed(self, block: Block) -> bool:
        return (block.location.document, block.location.block) in self.listed_apart

    def has_file(self, name: str) -> bool:
        """Whether the pack has a file of that name; one name may hold the other ("ITT Pricing v2" and "Pricing")."""
        wanted = _weighty(PurePosixPath(name).stem)
        return not wanted or any(wanted <= _weighty(file) or _weighty(file) <= wanted for file in self.files)


def held_by(pack: Pack, listed_apart: frozenset[tuple[str, int]]) -> Held:
    """The comparison for one pack."""
    return Held(pack, listed_apart)


def _opens(text: str, block: Block, wanted: re.Pattern[str]) -> bool:
    """A heading with the label anywhere in it, or a short block that begins with it."""
    found = wanted.search(text)
    if not found:
        return False
    return block.kind == "heading" or not text[: found.start()].strip("0123456789 ")


def _label_pattern(name: str) -> str:
    kind, number = label_key(name).split(" ", 1)
    kinds = {"annex": _ANNEX, "appendix": _ANNEX, "schedule": "sch(?:edule)?",
             "attachment": "att(?:achment)?", "document": "doc(?:ument)?", "volume": "vol(?:ume)?"}  # fmt: skip
    letter = "[a-z]?" if number.isdigit() else ""  # "Appendix 1" may bear the heading "Appendix A1"
    return f"{kinds.get(kind, kind)} ?(?:section |part )?{letter}0?{re.escape(number)}"


def _counts(place: Location, said_apart: Location | None) -> bool:
    return said_apart is None or place.document != said_apart.document


def _plain(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(_words(spaced))


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text.lower()))


def _weighty(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _words(text) if word not in _SMALL and not word.isdigit())
