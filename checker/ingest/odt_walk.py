"""OpenDocument XML -> paragraphs and tables with everything that carries text in them, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.domain import Pending
from checker.ingest.odf import DC, DRAW, FORM, OFFICE, STYLE, SVG, TABLE, TEXT, XLINK, OdfStyles, whole
from checker.ingest.odt_numbering import OdtNumbering, OpenList
from checker.ingest.tidy import count_characters
from checker.ingest.word_walk import Cell, Item, Paragraph, Row, Run, Table

_MOST_COLUMNS = 63
_MOST_SPACES = 100
_DECLARATIONS = ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "note-citation")
_UNSHOWN = frozenset(
    {
        *(TEXT + name for name in _DECLARATIONS),
        *(OFFICE + name for name in ("forms", "change-info", "binary-data", "scripts")),
        *(DC + name for name in ("creator", "date")),
        *(SVG + name for name in ("title", "desc")),
        "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}date-string",
    }
)
_CONTENTS = frozenset(
    f"{TEXT}{name}" for name in ("table-of-content", "illustration-index", "table-index", "alphabetical-index")
)
_INDEX_SOURCE = "-source"
_BLANKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_ROW_WRAPPERS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


@dataclass(slots=True)
class Aside:
    """A note or comment, to be given after the text it belongs to."""

    part: str
    items: list[Item]


@dataclass(slots=True)
class OdtWalker:
    """Reads one story after another; open insertions and the numbering run on."""

    styles: OdfStyles
    asides: list[Aside] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)  # embedded ones
    undescribed: int = 0  # pictures without alternative text
    hidden: int = 0  # pieces of hidden text
    changes: int = 0
    controls: dict[str, str] = field(default_factory=dict)
    _inserted: set[str] = field(default_factory=set)
    _deleted: dict[str, etree._Element] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _numbering: OdtNumbering = field(init=False)

    def __post_init__(self) -> None:
        self._numbering = OdtNumbering(self.styles)

    def story(self, element: etree._Element) -> list[Item]:
        """Paragraphs and tables of a body, a header or a footer."""
        self._note_changes(element)
        self.controls |= _controls(element)
        return self._items(element, None, False)

    def _note_changes(self, element: etree._Element) -> None:
        for region in element.iter(f"{TEXT}changed-region"):
            key = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            deletion = region.find(f"{TEXT}deletion")
            if deletion is not None:
                self._deleted[key] = deletion
            elif region.find(f"{TEXT}insertion") is not None:
                self._inserted.add(key)
            self.changes += region.find(f"{TEXT}format-change") is None

    def _items(self, children: Iterable[etree._Element], place: OpenList | None, contents: bool) -> list[Item]:
        found: list[Item] = []
        for child in children:
            tag = child.tag
            if tag in _UNSHOWN or tag.endswith(_INDEX_SOURCE):
                continue
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                found.append(self._paragraph(child, place, contents))
            elif tag == f"{TEXT}list":
                found += self._list(child, place, contents)
            elif tag == f"{TABLE}table":
                found.append(self._table(child))
            elif tag.startswith((TEXT, OFFICE)) and next(child.iter(f"{TEXT}p", f"{TEXT}h"), None) is not None:
                found += self._items(child, place, contents or tag in _CONTENTS)
            else:
                loose = Paragraph()
                self._inline_one(child, loose, False)
                found += [loose] if loose.runs or loose.boxes or loose.pictures else []
        return found

    def _list(self, element: etree._Element, outer: OpenList | None, contents: bool) -> list[Item]:
        place = self._numbering.open(element, outer)
        found: list[Item] = []
        for item in element:
            place.takes_number = item.tag == f"{TEXT}list-item"
            own = item.get(f"{TEXT}start-value")
            place.start = whole(own, 1, 1_000_000) if own is not None else None
            found += self._items(item, place, contents)
        return found

    def _paragraph(self, element: etree._Element, place: OpenList | None, contents: bool) -> Paragraph:
        style = element.get(f"{TEXT}style-name")
        paragraph = Paragraph(contents=contents)
        is_heading = element.tag == f"{TEXT}h"
        if place is not None and place.takes_number:
            paragraph.listed = self._numbering.in_list(place)
        elif is_heading and place is None:
            paragraph.listed = self._numbering.heading(element)
        paragraph.heading = whole(element.get(f"{TEXT}outline-level"), 1, 9) if is_heading else self._styled(style)
        self._inline(element, paragraph, self.styles.is_bold("paragraph", style) or False)
        return paragraph

    def _styled(self, name: str | None) -> int | None:
        """Level of a paragraph that is a heading by its style alone."""
        for style in self.styles.chain("paragraph", name):
            level = style.get(f"{STYLE}default-outline-level")
            if level:
                return whole(level, 1, 9)
            if style.get(f"{STYLE}name") == "Title":
                return 1
        return None

    def _inline(self, element: etree._Element, into: Paragraph, bold: bool) -> None:
        self._run(element.text, into, bold)
        for child in element:
            self._inline_one(child, into, bold)
            self._run(child.tail, into, bold)

    def _run(self, text: str | None, into: Paragraph, bold: bool) -> None:
        if text:
            state: Pending = "inserted" if self._open else "none"
            into.runs.append(Run(text, state, bold, count_characters(text)))

    def _inline_one(self, child: etree._Element, into: Paragraph, bold: bool) -> None:
        tag = child.tag
        if tag in _UNSHOWN:
            return
        if tag in _BLANKS or tag == f"{TEXT}s":
            blank = _BLANKS.get(tag) or " " * whole(child.get(f"{TEXT}c"), 1, _MOST_SPACES)
            into.runs.append(Run(blank, "none", bold, 0))
        elif tag == f"{TEXT}span":
            own = self.styles.is_bold("text", child.get(f"{TEXT}style-name"))
            shown = self.styles.property("text", child.get(f"{TEXT}style-name"), "text", f"{TEXT}display")
            self.hidden += shown == "none"
            self._inline(child, into, bold if own is None else own)
        elif tag.startswith(f"{TEXT}change"):
            self._change(child, into)
        elif tag == f"{TEXT}note":
            body = child.find(f"{TEXT}note-body")
            part = "endnote" if child.get(f"{TEXT}note-class") == "endnote" else "footnote"
            self.asides += [Aside(part, self._items(body, None, False))] if body is not None else []
        elif tag == f"{OFFICE}annotation":
            self.asides.append(Aside("comment", self._items(child, None, False)))
        elif tag.startswith(DRAW):
            self._shape(child, into, bold)
        elif tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TABLE}table"):  # where no paragraph should be
            into.boxes.append(self._items([child], None, False))
        else:
            self._inline(child, into, bold)

    def _change(self, element: etree._Element, into: Paragraph) -> None:
        """A tracked change begins or ends here, or text was taken out here."""
        key = element.get(f"{TEXT}change-id", "")
        if element.tag == f"{TEXT}change-start" and key in self._inserted:
            self._open.add(key)
        elif element.tag == f"{TEXT}change-end":
            self._open.discard(key)
        elif element.tag == f"{TEXT}change" and key in self._deleted:
            deletion = self._deleted.pop(key)
            lines = [child for child in deletion if child.tag != f"{OFFICE}change-info"]
            for line in lines:
                for text in texts_of(line):
                    into.runs.append(Run(text, "deleted", False, count_characters(text)))
                into.runs.append(Run("\n", "deleted", False, 0))

    def _shape(self, element: etree._Element, into: Paragraph, bold: bool) -> None:
        """Frames, drawn shapes and groups: text boxes, pictures with their descriptions, embedded objects."""
        described = " ".join(filter(None, (element.findtext(f"{SVG}title"), element.findtext(f"{SVG}desc"))))
        if described:
            into.pictures.append(described)
        elif element.find(f"{DRAW}image") is not None and element.find(f"{DRAW}object") is None:
            self.undescribed += 1
        held = element.find(f"{DRAW}object")
        held = element.find(f"{DRAW}object-ole") if held is None else held
        if held is not None:
            self.objects.append(held.get(f"{XLINK}href", "").removeprefix("./") or "an object")
        if element.tag == f"{DRAW}control":
            shown = self.controls.get(element.get(f"{DRAW}control", ""), "")
            into.runs.append(Run(f" {shown} ", "none", bold, 0))
        if element.tag == f"{DRAW}a":
            self._inline(element, into, bold)
            return
        into.boxes.extend(filter(None, [self._items(element, None, False)]))

    def _table(self, element: etree._Element) -> Table:
        return Table([self._row(row, header) for row, header in _rows(element, False)], False)

    def _row(self, element: etree._Element, header: bool) -> Row:
        """Cells that a merged one covers stay empty, so that every word is told once."""
        cells: list[Cell] = []
        for cell in element:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            room = _MOST_COLUMNS - len(cells)
            if room > 0:
                repeated = whole(cell.get(f"{TABLE}number-columns-repeated"), 1, room)
                cells += [Cell(self._items(cell, None, False), 1), *(Cell([], 1) for _ in range(repeated - 1))]
        return Row(cells, header, 0)


def characters_of(root: etree._Element) -> int:
    """Characters of all text below an element that a reader has to place."""
    return sum(count_characters(text) for text in texts_of(root))


def texts_of(element: etree._Element) -> Iterator[str]:
    """Text nodes below an element: of text elements, and so not the white space between them."""
    stack: list[etree._Element | str] = [element]
    while stack:
        current = stack.pop()
        if isinstance(current, str):
            yield current
            continue
        if current.tag in _UNSHOWN and current.tag != f"{TEXT}tracked-changes":
            continue
        if current.tag in _BLANKS or current.tag == f"{TEXT}s":
            yield _BLANKS.get(current.tag, " ")
        pieces: list[etree._Element | str] = [current.text] if current.text else []
        for child in current:
            pieces.append(child)
            pieces += [child.tail] if child.tail else []
        stack.extend(reversed(pieces))


def _rows(element: etree._Element, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    for child in element:
        if child.tag == f"{TABLE}table-row":
            yield child, header
        elif child.tag in _ROW_WRAPPERS:
            yield from _rows(child, header or child.tag == f"{TABLE}table-header-rows")


def _controls(root: etree._Element) -> dict[str, str]:
    """What form controls show, by their ids: label, tick and value."""
    shown: dict[str, str] = {}
    for form in root.iter(f"{OFFICE}forms"):
        for control in form.iter():
            key = control.get(f"{FORM}id") or control.get("{http://www.w3.org/XML/1998/namespace}id")
            if key is not None:
                value = control.get(f"{FORM}current-value") or control.get(f"{FORM}value") or ""
                shown[key] = " ".join(filter(None, (_tick(control), control.get(f"{FORM}label"), value)))
    return shown


def _tick(control: etree._Element) -> str:
    if control.tag not in (f"{FORM}checkbox", f"{FORM}radio"):
        return ""
    ticked = control.get(f"{FORM}current-state") == "checked" or control.get(f"{FORM}current-selected") == "true"
    return "\u2612" if ticked else "\u2610"
