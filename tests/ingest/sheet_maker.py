"""Small spreadsheets for tests: .xlsx by openpyxl or as raw parts, .xls, .xlsb and OpenDocument by hand."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

from tests.ingest.docx_maker import pack_zip, relations

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Cells = Sequence[tuple[int, int, str | float]]


def saved(book: Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def raw_xlsx(sheet: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet "Pricing" given as XML between <worksheet> tags, and further parts of its package."""
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}"/></Types>',
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Pricing" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
    }
    return pack_zip({**content, **(parts or {})})


def xls(sheets: dict[str, Cells], *, hidden: str = "", extra: bytes = b"") -> bytes:
    """An old workbook (BIFF8 in a compound file); cells as (row, column, value) from 0."""
    bodies = [_sheet(cells, extra) for cells in sheets.values()]
    globals_of = [_record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))]
    length = len(globals_of[0]) + sum(4 + 8 + len(name) for name in sheets) + 4
    bounds = []
    for name, body in zip(sheets, bodies, strict=True):
        state = 1 if name == hidden else 0
        bounds.append(_record(0x85, struct.pack("<IBBBB", length, state, 0, len(name), 0) + name.encode("latin-1")))
        length += len(body)
    return _compound("Workbook", b"".join([*globals_of, *bounds, _record(0x0A, b""), *bodies]))


def _sheet(cells: Cells, extra: bytes) -> bytes:
    records = [_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)), extra]
    for row, column, value in cells:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = struct.pack("<HB", len(value), 0) + value.encode("latin-1")
            records.append(_record(0x204, place + text))
        else:
            records.append(_record(0x203, place + struct.pack("<d", value)))
    return b"".join([*records, _record(0x0A, b"")])


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _compound(name: str, stream: bytes) -> bytes:
    """A compound file (MS-CFB) with one stream in whole sectors."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    table = [0xFFFFFFFD, end, *range(3, sectors + 2), end]  # sector 0: this table, 1: directory, then the stream
    fat = struct.pack("<128I", *table, *[free] * (128 - len(table)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)
    root = _entry("Root Entry", 5, 1, end, 0)
    directory = root + _entry(name, 2, free, 2, len(stream)) + bytes(256)
    return header + fat + directory + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    links = struct.pack("<BBIII", kind, 1, none, none, child)
    return text.ljust(64, b"\0") + struct.pack("<H", len(text)) + links + bytes(36) + struct.pack("<IQ", start, size)


def xlsb(name: str, cells: Cells) -> bytes:
    """A binary workbook of one sheet; cells as (row, column, value) from 0."""
    wide = struct.pack("<I", len(name)) + name.encode("utf-16-le")
    bundle = struct.pack("<II", 0, 1) + struct.pack("<I", 2) + "r1".encode("utf-16-le") + wide
    workbook = _part(0x83) + _part(0x8F) + _part(0x9C, bundle) + _part(0x90) + _part(0x84)
    rows = max(row for row, _, _ in cells)
    columns = max(column for _, column, _ in cells)
    sheet = [_part(0x81), _part(0x94, struct.pack("<IIII", 0, rows, 0, columns)), _part(0x91)]
    for row in range(rows + 1):
        sheet.append(_part(0x00, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0)))
        for at, column, value in cells:
            if at == row and isinstance(value, str):
                text = struct.pack("<III", column, 0, len(value)) + value.encode("utf-16-le")
                sheet.append(_part(0x06, text))
            elif at == row:
                sheet.append(_part(0x05, struct.pack("<IId", column, 0, float(value))))
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return pack_zip(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/xl/workbook.bin" ContentType="{kind}"/></Types>',
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relations(("r1", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": b"".join([*sheet, _part(0x92), _part(0x82)]),
        }
    )


def _part(kind: int, data: bytes = b"") -> bytes:
    """A record of [MS-XLSB]: kind and length in seven bits a byte."""
    code = bytes([kind]) if kind < 0x80 else bytes([kind, 0x01])
    length = bytes([len(data)]) if len(data) < 0x80 else bytes([len(data) & 0x7F | 0x80, len(data) >> 7])
    return code + length + data
