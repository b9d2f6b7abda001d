"""An open Word file: its document, and the way back from characters of a block to the elements that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from checker.domain import Document
from checker.ingest.tidy import count_characters
from checker.ingest.word_package import Package, as_strict
from checker.ingest.word_repack import repacked
from checker.ingest.word_walk import Paragraph, Run


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of what one element holds (w:t) or stands for (w:tab, w:sym …)."""

    element: etree._Element
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """The document as read, with the parts of its package."""

    data: bytes
    document: Document
    package: Package
    sources: tuple[tuple[Paragraph, ...], ...]  # of each block, what its text was made of

    @property
    def main(self) -> str:
        """Name of the part that holds the body."""
        return self.package.main_part()

    @property
    def parts(self) -> frozenset[str]:
        """Names of all parts of the package."""
        return frozenset(self.package.entries)

    def tree(self, part: str) -> etree._Element:
        """Root of a part, always the same one; pieces of the body are in that of the main part."""
        return self.package.tree(part)

    def linked(self, kind: str) -> str | None:
        """The part of this kind ("comments", "styles") that the body links to."""
        found = (each for each in self.package.relations(self.main) if each.kind == kind and not each.external)
        return next((each.target for each in found if each.target in self.package.entries), None)

    @property
    def strict(self) -> bool:
        """Whether the file is in the strict form of the format, whose namespaces have other names."""
        return self.package.is_strict(self.main)

    def written(self, root: etree._Element) -> bytes:
        """A part as bytes, in the form of the format that the file is in."""
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return as_strict(data, self.package.bytes_of(self.main)) if self.strict else data

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with these parts changed or added, and every other part byte for byte as it was."""
        return repacked(self.data, changed)

    def pieces(self, block: int, start: int, end: int) -> tuple[tuple[Piece, ...], ...]:
        """Where characters `start` to `end` of a block stand, paragraph by paragraph (a row has several).

        White space at the ends is left out. Empty for text that is in no paragraph of the file, such as a foreign
        document set into it.
        """
        text = self.document.blocks[block].text
        return tuple(found for found in _by_paragraph(text, self.sources[block], start, end) if found)


@dataclass(frozen=True, slots=True)
class _Letter:
    """One character that is neither white space nor invisible, and where it was written."""

    text: str
    run: int
    index: int


def _by_paragraph(text: str, paragraphs: Sequence[Paragraph], start: int, end: int) -> Iterator[tuple[Piece, ...]]:
    """Tidying changes no letter and no order, so the n-th letter of the text is the n-th letter of its runs."""
    offsets = [offset for offset, character in enumerate(text) if count_characters(character)]
    whole = "".join(text[offset] for offset in offsets)
    cursor = 0
    for paragraph in paragraphs:
        runs = [run for run in paragraph.runs if run.state != "deleted"]
        letters = list(_letters(runs))
        found = _aligned(whole, "".join(letter.text for letter in letters), cursor)
        if found is None or not letters:
            continue
        at, skipped = found
        inside = [
            letter for letter, offset in zip(letters[skipped:], offsets[at:], strict=False) if start <= offset < end
        ]
        cursor = at + len(letters) - skipped
        if inside:
            yield tuple(_between(runs, inside[0], inside[-1]))


def _letters(runs: Sequence[Run]) -> Iterator[_Letter]:
    for place, run in enumerate(runs):
        for index, character in enumerate(run.text):
            if count_characters(character):
                yield _Letter(character, place, index)


def _aligned(whole: str, written: str, cursor: int) -> tuple[int, int] | None:
    """(where the written letters begin in the text, how many of them the text leaves out: a number typed before it)."""
    at = whole.find(written, cursor)
    if at >= 0:
        return at, 0
    return (0, len(written) - len(whole)) if whole and written.endswith(whole) else None


def _between(runs: Sequence[Run], first: _Letter, last: _Letter) -> Iterator[Piece]:
    for place in range(first.run, last.run + 1):
        run = runs[place]
        begin = first.index if place == first.run else 0
        end = last.index + 1 if place == last.run else len(run.text)
        if run.source is not None and begin < end:
            yield Piece(run.source, begin, end)
