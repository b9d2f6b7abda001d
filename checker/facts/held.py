"""What a pack holds: the names of its files and the headings, labels and titles inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    unkept: frozenset[tuple[str, int]] = frozenset()  # of entries in a list of contents that nothing keeps

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
        return tuple(plain_words(text) for path in paths for text in (PurePosixPath(path).stem, path)) + tuple(
            map(plain_words, titles)
        )

    @cached_property
    def openings(self) -> tuple[tuple[str, Block], ...]:
        """Headings and short blocks as plain words, with their blocks."""
        blocks = [block for document in self.pack.documents for block in document.blocks]
        short = [block for block in blocks if block.kind == "heading" or len(block.text.split()) <= SHORT]
        return tuple((plain_words(f"{block.number or ''} {block.text}"), block) for block in short)

    def has_label(self, name: str, said_apart: Location | None, title: str = "") -> bool:
        """Whether a file, or a heading inside one, bears the label.

        `said_apart`: where the text says that it is a separate file; then no heading of that document counts. `title`:
        what the text calls it; "Appendix 3: Reserves" is not given by the heading "Appendix A3: Diversity form".
        """
        wanted = re.compile(rf"\b{_label_pattern(name)}\b")
        if any(wanted.search(file) for file in self.files):
            return True
        exact, words = re.compile(rf"\b{_label_pattern(name, '')}\b"), weighty(title)
        return any(
            _opens(text, block, wanted)
            and not _APART.search(block.text)
            and not self._is_listed(block)
            and _counts(block.location, said_apart)
            and (not words or bool(exact.search(text)) or bool(words & weighty(text)))
            for text, block in self.openings
        )

    def has_opening(self, words: str) -> bool:
        """Whether a heading or short block opens with the words, given in lower case."""
        return any(f"{text} ".startswith(f"{words} ") for text, _ in self.openings)

    def has_numbered(self, kind: str, number: str, title: str) -> bool:
        """Whether a file has the words of the title and "schedule 9", of whatever family."""
        wanted, label = weighty(title), re.compile(rf"\b{kind.lower()} {number}\b")
        return bool(wanted) and any(wanted <= weighty(file) for file in self.files if label.search(file))

    def has_section(self, letter: str) -> bool:
        """Whether a file or a heading bears the label "Section B"."""
        wanted = re.compile(rf"\bsection {letter.lower()}\b")
        headings = (text for text, block in self.openings if block.kind == "heading")
        return any(wanted.search(text) for text in (*self.files, *headings))

    def has_file_of(self, title: str) -> bool:
        """Whether a file's name has all weighty words of the title."""
        wanted = weighty(title)
        return not wanted or any(wanted <= weighty(file) for file in self.files)

    def has_title(self, title: str, beneath: Sequence[str] = ()) -> bool:
        """Whether a file has all weighty words of the title, or a heading hardly any other words than those.

        `beneath`: headings of the sentence that names it, which are no proof that it is there.
        """
        wanted = weighty(title)
        headings = (
            weighty(text)
            for text, block in self.openings
            if block.kind == "heading"
            and block.text not in beneath
            and not _APART.search(block.text)
            and not self._is_listed(block)
        )
        in_files = self.has_file_of(title)
        return in_files or any(wanted <= heading and len(heading - wanted) <= 1 for heading in headings)

    def _is_listed(self, block: Block) -> bool:
        place = (block.location.document, block.location.block)
        return place in self.listed_apart or place in self.unkept

    def has_file(self, name: str) -> bool:
        """Whether the pack has a file of that name; one name may hold the other ("ITT Pricing v2" and "Pricing")."""
        wanted = weighty(PurePosixPath(name).stem)
        return not wanted or any(wanted <= weighty(file) or weighty(file) <= wanted for file in self.files)


def held_by(
    pack: Pack, listed_apart: frozenset[tuple[str, int]], unkept: frozenset[tuple[str, int]] = frozenset()
) -> Held:
    """The comparison for one pack."""
    return Held(pack, listed_apart, unkept)


def _opens(text: str, block: Block, wanted: re.Pattern[str]) -> bool:
    """A heading with the label anywhere in it, or a short block that begins with it."""
    found = wanted.search(text)
    if not found:
        return False
    return block.kind == "heading" or not text[: found.start()].strip("0123456789 ")


def _label_pattern(name: str, letter: str = "[a-z]?") -> str:
    kind, number = label_key(name).split(" ", 1)
    kinds = {"annex": _ANNEX, "appendix": _ANNEX, "schedule": "sch(?:edule)?",
             "attachment": "att(?:achment)?", "document": "doc(?:ument)?", "volume": "vol(?:ume)?"}  # fmt: skip
    letter = letter if number.isdigit() else ""  # "Appendix 1" may bear the heading "Appendix A1"
    return f"{kinds.get(kind, kind)} ?(?:section |part )?{letter}0?{re.escape(number)}"


def _counts(place: Location, said_apart: Location | None) -> bool:
    return said_apart is None or place.document != said_apart.document


def plain_words(text: str) -> str:
    """A text as lower-case words with single spaces; "SitePlans" is "site plans"."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(_words(spaced))


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text.lower()))


def weighty(text: str) -> frozenset[str]:
    """The words of a name that tell it from others, in lower case and without the plural s."""
    found = (word.removesuffix("s") for word in _words(text) if word not in _SMALL and not word.isdigit())
    return frozenset(word for word in found if word)
