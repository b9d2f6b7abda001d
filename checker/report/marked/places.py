"""Words of the document to nodes of the body's XML: where a comment may begin and end, and what may be tracked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from checker.report.marked.controls import Around, Paragraphs, paragraphs_of
from checker.report.marked.wordfile import SPACE, Piece, W, WordFile

_THROUGH = frozenset({f"{W}hyperlink", f"{W}smartTag", f"{W}customXml", f"{W}dir", f"{W}bdo"})
_PLAIN = frozenset(W + name for name in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))
_LOSABLE = _PLAIN | {f"{W}rPr", f"{W}lastRenderedPageBreak"}  # what may be in a run that is deleted
_AROUND = frozenset(
    W + name
    for name in (
        "rPr", "r", "hyperlink", "smartTag", "smartTagPr", "customXml", "customXmlPr", "attr", "proofErr",
        "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "permStart",
        "permEnd",
    )
)  # fmt: skip
_NOTE_MARKS = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}
_FIXED = frozenset(
    W + name
    for name in (
        "lock", "dataBinding", "showingPlcHdr", "dropDownList", "comboBox", "date", "text", "citation", "picture",
        "equation", "bibliography", "group",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last node, siblings of runs, of some words; in one paragraph."""

    first: etree._Element
    last: etree._Element


@dataclass(slots=True)
class Body:
    """The body of a file while runs are cut at the ends of words."""

    file: WordFile
    paragraphs: Paragraphs = field(init=False)
    _parts: dict[etree._Element, list[tuple[int, etree._Element]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paragraphs = paragraphs_of(self.root)

    @property
    def root(self) -> etree._Element:
        return self.file.tree(self.file.main)

    def pieces(self, block: int, start: int, end: int) -> Sequence[Piece]:
        """The pieces of the first paragraph of these words that a comment can stand on."""
        for pieces in self.file.pieces(block, start, end):
            anchors = [self._anchor(piece.element) for piece in pieces]
            if all(anchor is not None and self._is_in_reach(anchor) for anchor in anchors):
                return pieces
        return ()

    def cut(self, pieces: Sequence[Piece]) -> None:
        """Cuts runs where the pieces begin and end; a run inside a field stays whole."""
        if not pieces:
            return
        first, last = pieces[0], pieces[-1]
        if self._is_open(first.element):
            self._cut(first.element, first.start)
        if self._is_open(last.element):
            self._cut(last.element, last.end)

    def span(self, pieces: Sequence[Piece]) -> Span | Around:
        """The nodes around these pieces, with fields taken whole; the paragraphs around those that begin a control."""
        first, last = self._anchor(self._now(pieces[0])[0]), self._anchor(self._now(pieces[-1])[-1])
        assert first is not None
        assert last is not None
        paragraph = _paragraph_of(first)
        around = self.paragraphs.around(paragraph) if paragraph in self.paragraphs.beginning else None
        return around or Span(*_with_fields(first, last))

    def runs(self, pieces: Sequence[Piece]) -> list[etree._Element]:
        """The runs of these pieces, which were cut before."""
        found = [element.getparent() for piece in pieces for element in self._now(piece)]
        return list(dict.fromkeys(run for run in found if run is not None))

    def can_track(self, pieces: Sequence[Piece]) -> bool:
        """Whether these words are plain runs, in which a deletion and an insertion cannot break anything."""
        elements = [piece.element for piece in pieces]
        if not elements or not all(each.tag in _PLAIN and self._is_open(each) for each in elements):
            return False
        paragraph = _paragraph_of(elements[0])
        if paragraph is None or any(_paragraph_of(each) is not paragraph for each in elements):
            return False
        return (
            next(paragraph.iterancestors(f"{W}txbxContent"), None) is None
            and paragraph not in self.paragraphs.beginning
            and not _is_fixed(paragraph)
            and all(child.tag in _LOSABLE for each in elements for child in each.itersiblings())
            and all(child.tag in _LOSABLE for each in elements for child in each.itersiblings(preceding=True))
            and not any(_holds_page_break(each) for each in elements)
            and _nothing_between(paragraph, elements[0], elements[-1])
            and _ends_its_link(elements[-1])
        )

    def is_exact(self, pieces: Sequence[Piece]) -> bool:
        """Whether a comment on these pieces covers them alone: not the box, the note or the control they are in."""
        anchors = (self._anchor(piece.element) for piece in pieces)
        return all(
            anchor is not None
            and _paragraph_of(anchor) is _paragraph_of(piece.element)
            and _paragraph_of(anchor) not in self.paragraphs.beginning
            for piece, anchor in zip(pieces, anchors, strict=True)
        )

    def _is_in_reach(self, anchor: etree._Element) -> bool:
        """Whether a comment can be set: in the paragraph, or around one that begins a control."""
        paragraph = _paragraph_of(anchor)
        if paragraph is None or paragraph not in self.paragraphs.beginning:
            return paragraph is not None
        return self.paragraphs.around(paragraph) is not None

    def _is_open(self, element: etree._Element) -> bool:
        """Whether an element is in a run of the body's own text that may be cut: not in a field, control or formula."""
        run = element.getparent()
        anchor = self._anchor(element)
        if run is None or anchor is not run or run.tag != f"{W}r":
            return False
        if next(run.iter(f"{W}p"), None) is not None:  # a text box beside the text, or a damaged file
            return False
        # a tracked change of looks has a number of its own, which two halves of a run cannot share
        return run.find(f"{W}rPr/{W}rPrChange") is None and _with_fields(run, run) == (run, run)

    def _anchor(self, element: etree._Element) -> etree._Element | None:
        """The node that a range mark can stand beside; None where Word knows no comments.

        Words in a text box are marked where the box hangs, those of a note at its number in the text.
        """
        outside = _outside_of_story(element, self.root)
        if outside is None:
            return None
        chain = [outside, *outside.iterancestors()]
        paragraph = next((place for place, node in enumerate(chain) if node.tag == f"{W}p"), 0)
        steps = chain[:paragraph]  # from the element up, the paragraph left out
        if not steps:
            return None
        node = steps[-1]
        for inner in reversed(steps[:-1]):
            if node.tag not in _THROUGH:
                break
            node = inner
        return node if node is not element else None

    def _now(self, piece: Piece) -> list[etree._Element]:
        """The elements that hold the piece after all cuts."""
        parts = self._parts.get(piece.element)
        if parts is None:
            return [piece.element]
        ends = [begin for begin, _ in parts[1:]] + [piece.end]
        found = [
            part for (begin, part), end in zip(parts, ends, strict=True) if begin < piece.end and end > piece.start
        ]
        return found or [piece.element]

    def _cut(self, element: etree._Element, offset: int) -> None:
        parts = self._parts.setdefault(element, [(0, element)])
        index = max(place for place, (begin, _) in enumerate(parts) if begin <= offset)
        begin, part = parts[index]
        if part.tag == f"{W}t" and begin < offset < begin + len(part.text or ""):
            parts.insert(index + 1, (offset, _cut_text(part, offset - begin)))
        elif offset == begin:
            _cut_run(part)
        elif (following := part.getnext()) is not None:
            _cut_run(following)


def _cut_text(text: etree._Element, offset: int) -> etree._Element:
    """The characters from `offset` on in an element, and a run, of their own."""
    rest = etree.Element(f"{W}t")
    whole = text.text or ""
    text.text, rest.text = whole[:offset], whole[offset:]
    for part in (text, rest):
        part.set(SPACE, "preserve")
    text.addnext(rest)
    _cut_run(rest)
    return rest


def _cut_run(child: etree._Element) -> None:
    """Puts an element and what follows it into a run of its own, of the same looks; no empty run is left before it."""
    run = child.getparent()
    assert run is not None
    properties = run.find(f"{W}rPr")
    before = child.getprevious()
    if before is None or before is properties:
        return
    behind = etree.Element(f"{W}r")
    for name, value in run.attrib.items():
        behind.set(name, value)
    if properties is not None:
        behind.append(deepcopy(properties))
    behind.extend([child, *child.itersiblings()])
    run.addnext(behind)


def _outside_of_story(element: etree._Element, root: etree._Element) -> etree._Element | None:
    """The element itself, the outermost box it is in, or the mark of its note in the body; None outside the body."""
    ancestors = list(element.iterancestors())
    top = ancestors[-1] if ancestors else element
    if top is not root:
        note = next((each for each in ancestors if each.tag in _NOTE_MARKS), None)
        return None if note is None else _mark_of(note, root)
    boxes = [each for each in ancestors if each.tag == f"{W}txbxContent"]
    return boxes[-1] if boxes else element


def _mark_of(note: etree._Element, root: etree._Element) -> etree._Element | None:
    marks = (mark for mark in root.iter(_NOTE_MARKS[note.tag]) if mark.get(f"{W}id") == note.get(f"{W}id"))
    return next(marks, None)


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def _with_fields(first: etree._Element, last: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The nodes, moved out to the ends of the fields they stand in, where these begin and end in one paragraph."""
    paragraph = _paragraph_of(first)
    if paragraph is None:
        return first, last
    nodes = list(paragraph.iter())
    place = {node: index for index, node in enumerate(nodes)}
    for begin, end in _fields(nodes):
        inner_first, inner_last = place[first], place[last]
        if place[begin] < inner_first <= place[end]:
            first = begin
        if place[begin] <= inner_last < place[end]:
            last = end
    return first, last


def _fields(nodes: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, etree._Element]]:
    """(run of the beginning, run of the end) of each outermost field."""
    open_runs: list[etree._Element] = []
    for node in nodes:
        if node.tag != f"{W}fldChar":
            continue
        run = node.getparent()
        kind = node.get(f"{W}fldCharType")
        if kind == "begin" and run is not None:
            open_runs.append(run)
        elif kind == "end" and open_runs and run is not None:
            begin = open_runs.pop()
            if not open_runs:
                yield begin, run


def _is_fixed(paragraph: etree._Element) -> bool:
    """Whether a paragraph is in a content control that Word keeps from free editing."""
    controls = (each.find(f"{W}sdtPr") for each in paragraph.iterancestors(f"{W}sdt"))
    return any(child.tag in _FIXED for control in controls if control is not None for child in control)


def _holds_page_break(element: etree._Element) -> bool:
    return element.tag == f"{W}br" and element.get(f"{W}type") in ("page", "column")


def _nothing_between(paragraph: etree._Element, first: etree._Element, last: etree._Element) -> bool:
    """Whether from first to last there is nothing but text: no field, picture, note mark or change of somebody else."""
    nodes = list(paragraph.iter())
    place = {node: index for index, node in enumerate(nodes)}
    inside = nodes[place[first] : place[last] + 1]
    looks = {node for each in inside if each.tag == f"{W}rPr" for node in each.iter()}
    return all(node.tag in _PLAIN or node.tag in _AROUND or node in looks for node in inside)


def _ends_its_link(element: etree._Element) -> bool:
    """Whether the insertion behind a link would stand right behind these words: no text of the link follows them."""
    node = element.getparent()
    while node is not None and (parent := node.getparent()) is not None and parent.tag in _THROUGH:
        if any(next(later.iter(f"{W}t"), None) is not None for later in node.itersiblings()):
            return False
        node = parent
    return True
