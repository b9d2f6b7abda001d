"""Word XML -> paragraphs and tables with everything that carries text in them, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.domain import Pending
from checker.ingest.tidy import count_characters
from checker.ingest.word_numbering import Numbering, Shown
from checker.ingest.word_styles import Styles, W, switch, value, whole
from checker.ingest.word_symbols import symbol_text

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MOST_COLUMNS = 63  # of a table in Word
_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "tblPrEx")
_NO_TEXT = frozenset(W + name for name in ("instrText", "delInstrText", *_PROPERTIES))
_WRITTEN = {f"{W}t", f"{M}t", f"{A}t", f"{W}delText"}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{A}br": "\n"}
_CHANGES: dict[str, Pending] = {
    f"{W}ins": "inserted",
    f"{W}moveTo": "inserted",
    f"{W}del": "deleted",
    f"{W}moveFrom": "deleted",
}


@dataclass(slots=True)
class Run:
    """Some characters of one look and one state; `counted` of them were written in the file, none generated."""

    text: str
    state: Pending
    bold: bool
    counted: int
    source: etree._Element | None = None  # the element that holds or stands for these characters


@dataclass(slots=True)
class Paragraph:
    """One paragraph with its runs, and what hangs on it."""

    runs: list[Run] = field(default_factory=list)
    listed: Shown | None = None
    heading: int | None = None
    contents: bool = False
    boxes: list[list[Item]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # alternative texts
    watermarks: list[str] = field(default_factory=list)

    def text(self, *, deleted: bool = False) -> str:
        """Text as if all changes were accepted, or only what they take out."""
        return "".join(run.text for run in self.runs if (run.state == "deleted") is deleted)

    @property
    def counted(self) -> int:
        return sum(run.counted for run in self.runs)


@dataclass(slots=True)
class Cell:
    items: list[Item]
    columns: int


@dataclass(slots=True)
class Row:
    cells: list[Cell]
    header: bool
    skipped: int  # empty columns before the first cell


@dataclass(slots=True)
class Table:
    rows: list[Row]
    bold_first_row: bool


@dataclass(slots=True)
class Chunk:
    """A foreign document set into the text; `relation` names its part."""

    relation: str


Item = Paragraph | Table | Chunk


@dataclass(slots=True)
class Seen:
    """Things counted on the way that become warnings."""

    undescribed: int = 0  # pictures without alternative text
    hidden: int = 0  # runs that Word does not show
    strange: int = 0  # symbols of unknown meaning
    changes: int = 0  # tracked insertions and deletions


def characters_written(root: etree._Element) -> int:
    """Characters of every text element below `root`, each alternative once: what a reader has to place."""
    return sum(count_characters(each.text or "") for each in _text_elements(root))


def _text_elements(element: etree._Element) -> Iterator[etree._Element]:
    stack = [element]
    while stack:
        current = stack.pop()
        if current.tag in _WRITTEN:
            yield current
        if current.tag not in _NO_TEXT:
            stack.extend(children_of(current))


def children_of(element: etree._Element) -> Iterator[etree._Element]:
    """Children, with the one shown of several alternatives in the place of all of them."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            chosen = _shown_alternative(child)
            if chosen is not None:
                yield from children_of(chosen)
        else:
            yield child


def _shown_alternative(element: etree._Element) -> etree._Element | None:
    """The first choice, unless only the fallback holds text."""
    alternatives = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
    with_text = (each for each in alternatives if next(each.iter(*_WRITTEN), None) is not None)
    return next(with_text, alternatives[0] if alternatives else None)


class Walker:
    """Reads one story after another (body, header, note); the numbering runs on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.seen = Seen()

    def items(self, element: etree._Element, state: Pending = "none") -> list[Item]:
        """Paragraphs and tables below an element, whatever wraps them."""
        return [item for child in children_of(element) for item in self._items_of(child, state)]

    def _items_of(self, child: etree._Element, state: Pending) -> list[Item]:
        if child.tag in (f"{W}p", f"{A}p"):
            return [self._paragraph(child, state)]
        if child.tag == f"{W}tbl":
            return [self._table(child, state)]
        if child.tag == f"{W}altChunk":
            return [Chunk(child.get(f"{R}id", ""))]
        if child.tag in (f"{W}r", f"{M}oMathPara", f"{M}oMath", f"{W}hyperlink", *_WRITTEN):
            return [self._loose(child, state)]
        return [] if child.tag in _NO_TEXT else self.items(child, self._state(child, state))

    def _loose(self, element: etree._Element, state: Pending) -> Paragraph:
        """Text outside any paragraph, which damaged files have: kept as a paragraph of its own."""
        paragraph = Paragraph()
        self._inline_one(element, paragraph, state, bold=False)
        return paragraph

    def _paragraph(self, element: etree._Element, state: Pending) -> Paragraph:
        paragraph = Paragraph()
        if not _is_struck_out(element):
            paragraph.listed = self._numbering.shown(element)
        paragraph.heading = self._styles.heading_level(element)
        paragraph.contents = self._styles.is_contents(element) or _ends_in_page_reference(element)
        bold = self._styles.is_bold(value(element, "pPr/pStyle")) or False
        self._inline(element, paragraph, state, bold)
        return paragraph

    def _inline(self, element: etree._Element, into: Paragraph, state: Pending, bold: bool) -> None:
        for child in children_of(element):
            self._inline_one(child, into, state, bold)

    def _inline_one(self, child: etree._Element, into: Paragraph, state: Pending, bold: bool) -> None:
        tag = child.tag
        if tag in _WRITTEN:
            dropped: Pending = "deleted" if tag == f"{W}delText" else state
            into.runs.append(Run(child.text or "", dropped, bold, count_characters(child.text or ""), child))
        elif tag in _SIGNS or tag == f"{W}sym":
            text = _SIGNS.get(tag) or self._symbol(child)
            into.runs.append(Run(text, state, bold, 0, child))
        elif tag == f"{W}r":
            self._run(child, into, state, bold)
        elif tag in (f"{W}p", f"{W}tbl", f"{W}txbxContent"):
            into.boxes.append(self.items(child, state) if tag == f"{W}txbxContent" else self._items_of(child, state))
        elif tag == f"{W}ffData":
            into.runs.append(Run(_form_field(child), state, bold, 0, child))
        elif tag not in _NO_TEXT:
            self._note_picture(child, into)
            self._inline(child, into, self._state(child, state), bold)
            if tag == f"{A}p":
                into.runs.append(Run("\n", state, bold, 0))

    def _run(self, run: etree._Element, into: Paragraph, state: Pending, bold: bool) -> None:
        own = switch(run, "rPr/b")
        styled = value(run, "rPr/rStyle")
        if own is None and styled is not None:
            own = self._styles.is_bold(styled)
        self.seen.hidden += bool(switch(run, "rPr/vanish"))
        self._inline(run, into, state, bold if own is None else own)

    def _state(self, element: etree._Element, state: Pending) -> Pending:
        """A deletion within an insertion is a deletion."""
        change = _CHANGES.get(element.tag)
        self.seen.changes += change is not None
        return state if change is None or state == "deleted" else change

    def _symbol(self, element: etree._Element) -> str:
        text = symbol_text(element.get(f"{W}char", ""), element.get(f"{W}font", ""))
        self.seen.strange += text is None
        return text or "\ufffd"

    def _note_picture(self, element: etree._Element, into: Paragraph) -> None:
        if element.tag in (f"{WP}inline", f"{WP}anchor"):
            properties = element.find(f"{WP}docPr")
            described = None if properties is None else properties.get("descr") or properties.get("title")
            is_picture = next(element.iter(f"{PIC}pic"), None) is not None and not _is_decorative(properties)
            self._add_picture(described, is_picture, into)
        elif element.tag.startswith(V):
            is_picture = element.find(f"{V}imagedata") is not None
            self._add_picture(element.get("alt"), is_picture, into)
            if element.tag == f"{V}textpath" and element.get("string"):
                into.watermarks.append(element.get("string", ""))

    def _add_picture(self, described: str | None, is_picture: bool, into: Paragraph) -> None:
        if described:
            into.pictures.append(described)
        else:
            self.seen.undescribed += is_picture

    def _table(self, element: etree._Element, state: Pending) -> Table:
        look = element.find(f"{W}tblPr/{W}tblLook")
        styled = look is None or look.get(f"{W}firstRow", "1") in ("1", "true", "on")
        bold = styled and self._styles.has_bold_first_row(value(element, "tblPr/tblStyle"))
        return Table([self._row(row, state) for row in _own(element, f"{W}tr")], bold)

    def _row(self, element: etree._Element, state: Pending) -> Row:
        cells = [self._cell(cell, state) for cell in _own(element, f"{W}tc")]
        skipped = whole(value(element, "trPr/gridBefore"), 0, _MOST_COLUMNS)
        return Row(cells, switch(element, "trPr/tblHeader") or False, skipped)

    def _cell(self, element: etree._Element, state: Pending) -> Cell:
        """The cell below a merged one is empty in the file, so it stays empty here and every word is told once."""
        columns = whole(value(element, "tcPr/gridSpan"), 1, _MOST_COLUMNS)
        return Cell(self.items(element, state), max(1, columns))


def _is_decorative(properties: etree._Element | None) -> bool:
    """Whether the author has marked a picture as one that says nothing."""
    marks = () if properties is None else properties.iter(_DECORATIVE)
    return any(mark.get("val", "1") in ("1", "true") for mark in marks)


def _own(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, through content controls and other wrappers, not those of inner tables."""
    for child in children_of(element):
        if child.tag == tag:
            yield child
        elif child.tag not in _NO_TEXT:
            yield from _own(child, tag)


def _is_struck_out(paragraph: etree._Element) -> bool:
    """A paragraph deleted together with its mark takes no number."""
    mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
    return mark is not None and next(paragraph.iter(f"{W}t"), None) is None


def _ends_in_page_reference(paragraph: etree._Element) -> bool:
    """A line of a table of contents made without its styles: text, a tab, and the number of a page."""
    fields = (each.text or "" for each in paragraph.iter(f"{W}instrText"))
    tabbed = paragraph.find(f".//{W}r/{W}tab") is not None
    return tabbed and any("PAGEREF" in field for field in fields)


def _form_field(element: etree._Element) -> str:
    """What an old form field shows that is not in its text: a tick box or the chosen entry of a list."""
    box = element.find(f"{W}checkBox")
    if box is not None:
        ticked = switch(box, "checked")
        return "\u2612" if (ticked if ticked is not None else switch(box, "default")) else "\u2610"
    entries = [entry.get(f"{W}val", "") for entry in element.iter(f"{W}listEntry")]
    chosen = whole(value(element, "ddList/result"), 0, len(entries))
    return entries[chosen] if chosen < len(entries) else ""
