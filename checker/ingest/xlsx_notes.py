"""What a sheet of an Excel workbook holds beside its cells: comments, text boxes, charts, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from checker.domain import Gap
from checker.ingest.sheets import Note, Sheet, Workbook
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_package import Package, Relation
from checker.ingest.xml_stream import local

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[LCRPNDTZFABIUESXYGH+-])')
_PAGE_OF = re.compile(r"(?:page )?&P(?: ?(?:of|/) ?&N)?", re.IGNORECASE)
_THREAD_COPY = "[Threaded comment]"  # what older versions of Excel are shown instead of the thread
_DAMAGED = "a part of the file is damaged: save it again from Excel"
MARGINS = ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")
_HEADER_ROWS = re.compile(r"[A-Z]{1,3}(\d{1,7})(?::.*)?")


def notes_of_sheet(package: Package, part: str, sheet: Sheet, book: Workbook) -> None:
    """Puts the notes of a sheet into it, and the rows that its tables mark as headers; gaps go into the book."""
    relations = package.relations(part)
    threads = any(relation.kind == "threadedComment" for relation in relations)
    for relation in relations:
        if relation.external or relation.target not in package.entries:
            continue
        if relation.kind == "comments":
            found = (note for note in _comments(_tree(package, relation, book)) if not (threads and _is_copy(note)))
            sheet.notes += found
        elif relation.kind == "threadedComment":
            sheet.notes += _comments(_tree(package, relation, book))
        elif relation.kind == "drawing":
            _read_drawing(package, relation, sheet, book)
        elif relation.kind == "table":
            sheet.headers |= _header_rows(_tree(package, relation, book, counts=False))


def _tree(package: Package, relation: Relation, book: Workbook, *, counts: bool = True) -> etree._Element | None:
    """A part, or a gap where it is damaged; `counts` for the parts that hold text."""
    book.parts_present += counts
    try:
        root = package.tree(relation.target)
    except Unreadable as error:
        if error.kind != "damaged":
            raise
        book.gaps.append(Gap(where=relation.target, reason=_DAMAGED))
        return None
    book.parts_read += counts
    return root


def _comments(root: etree._Element | None) -> Iterator[Note]:
    if root is None:
        return
    for comment in root.iter("{*}comment", "{*}threadedComment"):
        texts = (each.text or "" for each in comment.iter("{*}t", "{*}text") if each.text)
        text = "".join(texts)
        if text.strip():
            yield Note("comment", text, comment.get("ref"))


def _is_copy(note: Note) -> bool:
    return note.text.startswith(_THREAD_COPY)


def _read_drawing(package: Package, relation: Relation, sheet: Sheet, book: Workbook) -> None:
    root = _tree(package, relation, book)
    if root is None:
        return
    for text in _shape_texts(root):
        sheet.notes.append(Note("text box", text))
    for element in root.iter("{*}cNvPr"):
        described = element.get("descr") or ""
        if described.strip():
            sheet.notes.append(Note("alt text", described))
    for inner in package.relations(relation.target):
        if inner.kind in ("chart", "diagramData") and inner.target in package.entries:
            tree = _tree(package, inner, book)
            sheet.notes += [Note("chart", text) for text in _shape_texts(tree)] if tree is not None else []


def _shape_texts(root: etree._Element) -> Iterator[str]:
    """Text of each shape, its paragraphs on lines of their own."""
    bodies = [each for each in root.iter("{*}txBody", "{*}rich", "{*}t") if each.tag != f"{_A}t"]
    for body in bodies:
        lines = ("".join(t.text or "" for t in paragraph.iter(f"{_A}t")) for paragraph in body.iter(f"{_A}p"))
        text = "\n".join(line for line in lines if line.strip())
        if text:
            yield text


def _header_rows(root: etree._Element | None) -> set[int]:
    if root is None or root.get("headerRowCount") == "0":
        return set()
    found = _HEADER_ROWS.fullmatch(root.get("ref", ""))
    return {int(found[1])} if found else set()


def margin_of(element: etree._Element) -> Note | None:
    """A header or footer that prints on the pages of a sheet, without its codes for page numbers and fonts."""
    text = " ".join(_CODES.sub(" ", _PAGE_OF.sub(" ", element.text or "")).split())
    part = "header" if local(element).endswith("Header") else "footer"
    return Note(part, text) if any(map(str.isalpha, text)) else None
