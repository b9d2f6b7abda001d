"""Excel workbooks (.xlsx, .xlsm, .xltx) -> Document: cells as the sheet shows them, hidden sheets too, and notes.

Read from the XML as it stands, cell by cell: libraries that lay out the whole area of a sheet run out of memory on one
far cell, and they give a number without the format that makes it a date or an amount of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from checker.domain import Document, Gap
from checker.ingest.sheet_numbers import BUILT_IN, shown_number
from checker.ingest.sheets import Sheet, Workbook, document_of
from checker.ingest.tidy import tidy
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_package import Package, open_package
from checker.ingest.xlsx_notes import MARGINS, margin_of, notes_of_sheet
from checker.ingest.xml_stream import local, stream_xml

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_OBJECT = "an embedded object was not read: put it into the pack as a file of its own"
_DAMAGED = "a part of the file is damaged: save it again from Excel"
_MISSING = "a part that the workbook links to is missing from the file"
_MOST_SEEN = 5_000_000  # cells of a file, empty ones included, that are looked at


def read_xlsx(data: bytes, name: str) -> Document:
    """The document in an Excel workbook; formulas give their last value, pages are None.

    Raises Unreadable: damaged, encrypted, hostile, too-large or empty.
    """
    return document_of(_Reader(open_package(data)).book(), name)


@dataclass(frozen=True, slots=True)
class _Look:
    """Format code and weight of a cell."""

    code: str = ""
    bold: bool = False


@dataclass(slots=True)
class _Reader:
    """One reading of one package."""

    package: Package
    out: Workbook = field(default_factory=Workbook)
    texts: list[str] = field(default_factory=list)  # shared strings
    looks: list[_Look] = field(default_factory=list)
    from_1904: bool = False
    seen: int = 0

    def book(self) -> Workbook:
        """All sheets in the order of the workbook."""
        main = self.package.main_part()
        root = self.package.tree(main)
        links = {relation.id: relation for relation in self.package.relations(main)}
        for relation in links.values():
            if relation.kind == "sharedStrings":
                self._guarded(relation.target, self._load_texts)
            elif relation.kind == "styles":
                self._guarded(relation.target, self._load_looks)
        self.from_1904 = any(each.get("date1904") in ("1", "true") for each in _all(root, "workbookPr"))
        for entry in _all(root, "sheet"):
            link = links.get(entry.get(_R) or entry.get(_R_STRICT) or "")
            sheet = Sheet(entry.get("name", ""), hidden=entry.get("state", "visible") != "visible")
            self.out.sheets.append(sheet)
            self._read_sheet(sheet, link.target if link else f"sheet '{sheet.name}'")
        self._note_objects()
        self.out.title = self._title()
        return self.out

    def _read_sheet(self, sheet: Sheet, part: str) -> None:
        self.out.parts_present += 1
        if part not in self.package.entries:
            self.out.gaps.append(Gap(where=part, reason=_MISSING))
            return
        try:
            self._read_cells(sheet, part)
            self.out.parts_read += 1
        except etree.XMLSyntaxError:
            self.out.gaps.append(Gap(where=f"sheet '{sheet.name}'", reason=_DAMAGED))
        notes_of_sheet(self.package, part, sheet, self.out)

    def _read_cells(self, sheet: Sheet, part: str) -> None:
        row = column = 0
        for event, element in stream_xml(self.package.bytes_of(part), "row", "c", *MARGINS):
            if local(element) in MARGINS:
                self._take_margin(sheet, element)
            elif local(element) == "row":
                row = _whole(element.get("r"), row + 1) if event == "start" else row
                column = 0
                ended = event == "end" and element.get("hidden") in ("1", "true")
                sheet.hidden_rows += ended and row in sheet.rows
            elif event == "end":
                row, column = _place(element.get("r"), row, column + 1)
                self.seen += 1
                if not self._take_cell(sheet, element, row, column):
                    self.out.cut(sheet.name, row)
                    return

    @staticmethod
    def _take_margin(sheet: Sheet, element: etree._Element) -> None:
        note = margin_of(element)
        if note is not None and note not in sheet.notes:
            sheet.notes.append(note)

    def _take_cell(self, sheet: Sheet, cell: etree._Element, row: int, column: int) -> bool:
        """Puts a filled cell into the sheet; False once there is no room."""
        if self.seen > _MOST_SEEN:
            return False
        style = _whole(cell.get("s"), 0)
        look = self.looks[style] if style < len(self.looks) else _Look()
        text = self._text(cell, look)
        if not text.strip():
            return True
        if not self.out.room.take(text):
            return False
        sheet.rows.setdefault(row, {})[column] = text
        if look.bold:
            sheet.bold.add((row, column))
        return True

    def _text(self, cell: etree._Element, look: _Look) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _rich_text(cell)
        value = next((each.text or "" for each in cell if local(each) == "v"), "")
        if kind == "s":
            index = _whole(value.strip(), len(self.texts))
            return self.texts[index] if index < len(self.texts) else ""
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        return self._number(value, look) if kind == "n" else value

    def _number(self, value: str, look: _Look) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        return shown_number(number, look.code, from_1904=self.from_1904) if abs(number) < 1e300 else value

    def _load_texts(self, part: str) -> None:
        for event, element in stream_xml(self.package.bytes_of(part), "si"):
            if event == "end":
                self.texts.append(_rich_text(element))

    def _load_looks(self, part: str) -> None:
        root = self.package.tree(part)
        codes = {_whole(f.get("numFmtId"), 0): f.get("formatCode", "") for f in _all(root, "numFmt")}
        fonts = [any(local(e) == "b" and e.get("val", "1") in ("1", "true") for e in f) for f in _below(root, "fonts")]
        for form in _below(root, "cellXfs"):
            number, font = _whole(form.get("numFmtId"), 0), _whole(form.get("fontId"), 0)
            code = codes.get(number, BUILT_IN.get(number, ""))
            self.looks.append(_Look(code, font < len(fonts) and fonts[font]))

    def _guarded(self, part: str, load: object) -> None:
        """Loads a part that all sheets share; where it is damaged, the sheets are read without it."""
        assert callable(load)
        if part not in self.package.entries:
            self.out.gaps.append(Gap(where=part, reason=_MISSING))
            return
        try:
            load(part)
        except etree.XMLSyntaxError:
            self.out.gaps.append(Gap(where=part, reason=_DAMAGED))
        except Unreadable as error:
            if error.kind != "damaged":
                raise
            self.out.gaps.append(Gap(where=part, reason=_DAMAGED))

    def _note_objects(self) -> None:
        embedded = sorted(part for part in self.package.entries if part.startswith("xl/embeddings/"))
        self.out.parts_present += len(embedded)
        self.out.gaps += [Gap(where=part, reason=_OBJECT) for part in embedded]

    def _title(self) -> str | None:
        for relation in self.package.relations(""):
            if relation.kind == "core-properties" and relation.target in self.package.entries:
                try:
                    return tidy(self.package.tree(relation.target).findtext(_TITLE) or "") or None
                except Unreadable:
                    return None
        return None


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return root.iter(f"{{*}}{name}")


def _below(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of the first element of this name."""
    return iter(next(_all(root, name), ()))


def _rich_text(element: etree._Element) -> str:
    """Text of a string in runs, without the reading aids of East Asian names."""
    return "".join(
        each.text or "" for each in _all(element, "t") if (up := each.getparent()) is None or local(up) != "rPh"
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) <= 9 else otherwise


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Row and column of "B12"; those counted where the cell does not say."""
    found = _REFERENCE.fullmatch(reference or "")
    if found is None:
        return row, column
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return int(found[2]), number
