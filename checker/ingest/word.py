"""Word files (.docx, .docm, .dotx) -> Document: every story of the package is read, and what is not is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from checker.domain import Access, AccessKind, Block, Document, Gap, Ledger
from checker.ingest.kinds import kind_of
from checker.ingest.numbers import demote_lists
from checker.ingest.text import blocks_of_text, decode
from checker.ingest.tidy import count_characters, tidy
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_blocks import BlockMaker, wants_guessing
from checker.ingest.word_chunk import text_of_html
from checker.ingest.word_file import WordFile
from checker.ingest.word_numbering import Numbering
from checker.ingest.word_package import Package, Relation, open_package
from checker.ingest.word_styles import Styles, W
from checker.ingest.word_walk import R, Seen, Walker, characters_written

_STORIES = {
    "footnotes": ("footnote", f"{W}footnote"),
    "endnotes": ("endnote", f"{W}endnote"),
    "comments": ("comment", f"{W}comment"),
    "header": ("header", None),
    "footer": ("footer", None),
}
_FIGURES = {"chart": "chart", "diagramData": "diagram"}
_UNREAD = {
    "oleObject": "an embedded object was not read: give its text in the document or as a file of its own",
    "package": "an embedded file was not read: put it into the pack as a file of its own",
    "control": "a form control was not read: type what it shows into the document",
    "subDocument": "the text of a linked document is not in this file: put that document into the pack",
    "frame": "the text of a linked frame is not in this file: put that document into the pack",
}
_STORY_NAME = re.compile(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml")
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CACHED = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FEW_HEADINGS = 2  # fewer than these in a heading style: a title alone is no structure
_LEAST_HEADINGS = 3  # lines that look like headings, before a file is said to lack heading styles
_DEEPEST_CHUNK = 2  # documents within documents


def read_word(data: bytes, name: str) -> Document:
    """The document in a Word file; pages are None, for Word settles them only when it prints.

    Text reads as if tracked changes were accepted; deleted text stands in blocks of its own. Raises Unreadable:
    damaged, encrypted, hostile, too-large or empty.
    """
    return _Reader(open_package(data), name, 0).document()


def open_word(data: bytes, name: str) -> WordFile:
    """The document as `read_word` reads it, with the way back from its characters to the file; raises Unreadable."""
    reader = _Reader(open_package(data), name, 0)
    document = reader.document()
    return WordFile(data=data, document=document, package=reader.package, sources=tuple(reader.maker.sources))


class _Reader:
    """One reading of one package."""

    def __init__(self, package: Package, name: str, depth: int) -> None:
        self.package, self._name, self._depth = package, name, depth
        self._main = package.main_part()
        self._gaps: list[Gap] = []
        self._written = self._present = self._read = 0
        self._visited = {self._main}
        styles = Styles(self._linked_tree("styles"))
        self._styles, self._numbers = styles, self._linked_tree("numbering")
        self.maker = BlockMaker(name, self._chunk_blocks)
        self._seen: list[Seen] = []

    def document(self) -> Document:
        """The whole file as one value."""
        self._body()
        for relation in self.package.relations(self._main):
            if relation.kind in _STORIES and not relation.external:
                self._story(relation)
        blocks = demote_lists(self.maker.blocks) if self.maker.guess_headings else tuple(self.maker.blocks)
        if not blocks and not self._gaps:
            raise Unreadable("empty", "The file holds no text: check that the right version was put into the pack.")
        self._note_unplaced()
        return Document(
            name=self._name, role="unknown", blocks=blocks, pages=None, ledger=self._ledger(),
            warnings=self._warnings(), title=self._title(), access=self._access(),
        )  # fmt: skip

    def _body(self) -> None:
        root = self.package.tree(self._main)
        walker = self._walker()
        items = walker.items(root)
        self.maker.guess_headings = wants_guessing(items)
        self._present += 1
        self._read += 1
        self._written += characters_written(root)
        self.maker.add_story(items, "body")
        self._linked_parts(self._main, root)

    def _story(self, relation: Relation) -> None:
        """A header, a footer, or the notes of one sort; each part once, however often it is linked."""
        part, tag = _STORIES[relation.kind]
        if relation.target in self._visited:
            return
        self._visited.add(relation.target)
        self._present += 1
        root = self._tree_or_gap(relation.target)
        if root is None:
            return
        self._read += 1
        walker = self._walker()
        for element in [root] if tag is None else _notes(root, tag):
            self._written += characters_written(element)
            self.maker.add_story(walker.items(element), part)
        self._linked_parts(relation.target, root)

    def _linked_parts(self, source: str, root: etree._Element) -> None:
        """Charts and diagrams of a story are read, embedded objects become gaps."""
        used = {found for element in root.iter() for key, found in element.attrib.items() if str(key).startswith(R)}
        for relation in self.package.relations(source):
            if relation.kind in _FIGURES and relation.target not in self._visited and not relation.external:
                self._visited.add(relation.target)
                self._figure(relation)
            elif relation.kind in _UNREAD and relation.id in used:
                self._present += 1
                self._gaps.append(Gap(where=relation.target, reason=_UNREAD[relation.kind]))

    def _figure(self, relation: Relation) -> None:
        self._present += 1
        root = self._tree_or_gap(relation.target)
        if root is None:
            return
        self._read += 1
        self._written += characters_written(root)
        part = _FIGURES[relation.kind]
        self.maker.add_story(self._walker().items(root), part)
        labels = (label.text or "" for cache in root.iter(f"{_CACHED}strCache") for label in cache.iter(f"{_CACHED}v"))
        self.maker.add(tidy(" | ".join(dict.fromkeys(labels))), "note", part)

    def _chunk_blocks(self, relation_id: str) -> Sequence[Block]:
        """Blocks of a document set into the text as a whole; a gap where its kind cannot be read."""
        self._present += 1
        found = (each for each in self.package.relations(self._main) if each.id == relation_id)
        relation = next(found, None)
        if relation is None or relation.target not in self.package.entries:
            return self._unread_chunk(relation_id, "is missing from the file")
        data = self.package.bytes_of(relation.target)
        try:
            blocks = self._blocks_of_chunk(data, relation.target)
        except Unreadable as error:
            return self._unread_chunk(relation.target, f"could not be read ({error.kind})")
        if blocks is None:
            return self._unread_chunk(relation.target, "is of a kind that is not read")
        self._read += 1
        characters = sum(count_characters(block.text) for block in blocks)
        self._written += characters
        self.maker.placed += characters
        return blocks

    def _blocks_of_chunk(self, data: bytes, part: str) -> Sequence[Block] | None:
        kind = kind_of(data, part)
        if kind == "html" or (kind == "text" and part.lower().endswith((".htm", ".html", ".xhtml"))):
            return blocks_of_text(text_of_html(data), self._name)
        if kind in ("text", "markdown"):
            return blocks_of_text(decode(data)[0], self._name)
        if kind == "docx" and self._depth < _DEEPEST_CHUNK:
            return _Reader(open_package(data), self._name, self._depth + 1).document().blocks
        return () if kind == "empty" else None

    def _unread_chunk(self, where: str, what: str) -> Sequence[Block]:
        reason = f"a document set into this one {what}: paste its text into the document"
        self._gaps.append(Gap(where=where, reason=reason))
        return ()

    def _walker(self) -> Walker:
        """The body counts its lists from the beginning, and so does every other story."""
        walker = Walker(self._styles, Numbering(self._numbers, self._styles))
        self._seen.append(walker.seen)
        return walker

    def _linked_tree(self, kind: str) -> etree._Element | None:
        for relation in self.package.relations(self._main):
            if relation.kind == kind and relation.target in self.package.entries:
                return self._tree_or_gap(relation.target)
        return None

    def _tree_or_gap(self, part: str) -> etree._Element | None:
        """A part that is damaged is named and the rest is read; a hostile one ends the reading."""
        if part not in self.package.entries:
            self._gaps.append(Gap(where=part, reason="a part that the document links to is missing from the file"))
            return None
        try:
            return self.package.tree(part)
        except Unreadable as error:
            if error.kind != "damaged":
                raise
            self._gaps.append(Gap(where=part, reason="a part of the file is damaged: save it again from Word"))
            return None

    def _note_unplaced(self) -> None:
        lost = self._written - self.maker.placed
        if lost:
            self._gaps.append(Gap(where="text", reason=f"{lost} characters of the file could not be placed"))

    def _ledger(self) -> Ledger:
        return Ledger(
            characters_read=self._written, characters_placed=self.maker.placed,
            parts_present=self._present, parts_read=self._read, gaps=tuple(self._gaps),
        )  # fmt: skip

    def _warnings(self) -> tuple[str, ...]:
        total = {field: sum(getattr(seen, field) for seen in self._seen) for field in Seen.__slots__}
        unlinked = sum(bool(_STORY_NAME.fullmatch(part)) for part in self.package.entries if part not in self._visited)
        sentences = (
            (total["undescribed"], "Pictures without alternative text: {}; what they show was not read."),
            (total["changes"], "Open tracked changes: {}; accept or reject them before the document goes out."),
            (total["hidden"], "Pieces of hidden text: {}; Word does not show them, but bidders can find them."),
            (total["strange"], "Symbols that could not be told: {}; they read as \ufffd."),
            (unlinked, "Parts of the file that belong to nothing Word shows: {}; they were not read."),
        )
        return tuple(sentence.format(count) for count, sentence in sentences if count)

    def _access(self) -> tuple[Access, ...]:
        """What makes the file hard to use with a screen reader, as far as it can be told without seeing it."""
        bare = self.maker.unmarked_headings if self.maker.marked_headings < _FEW_HEADINGS else 0
        counts: tuple[tuple[AccessKind, int], ...] = (
            ("undescribed-pictures", sum(seen.undescribed for seen in self._seen)),
            ("no-heading-styles", bare if bare >= _LEAST_HEADINGS else 0),
            ("empty-headings", self.maker.empty_headings),
            ("headerless-tables", self.maker.unmarked_headers),
        )
        return tuple(Access(kind=kind, count=count) for kind, count in counts if count)

    def _title(self) -> str | None:
        for relation in self.package.relations(""):
            if relation.kind == "core-properties" and relation.target in self.package.entries:
                root = self._tree_or_gap(relation.target)
                return None if root is None else tidy(root.findtext(_TITLE) or "") or None
        return None


def _notes(root: etree._Element, tag: str) -> list[etree._Element]:
    """The notes themselves, without the lines that Word draws above them."""
    return [note for note in root.iter(tag) if note.get(f"{W}type") not in _SEPARATORS]
