"""What kind of file some bytes are, told by their content; the name only settles text against Markdown and CSV."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from checker.ingest.ocds import is_ocds

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b", "archive"),
)
_OFFICE_TYPES = (
    ("wordprocessingml.document.main", "docx"),
    ("wordprocessingml.template.main", "docx"),
    ("ms-word.document.macroEnabled", "docx"),
    ("ms-word.template.macroEnabled", "docx"),
    ("ms-excel.sheet.binary.macroEnabled.main", "xlsb"),
    ("ms-excel.sheet.macroEnabled.main", "xlsx"),
    ("ms-excel.template.macroEnabled.main", "xlsx"),
    ("spreadsheetml.sheet.main", "xlsx"),
    ("spreadsheetml.template.main", "xlsx"),
    ("presentationml", "presentation"),
)
_OLE_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "presentation"),
    ("__properties_version1.0", "message"),
)
_MAIL_HEADER = re.compile(rb"^(from|to|received|return-path|mime-version|subject|date|message-id):", re.I | re.M)
_PIECE_OF_HTML = re.compile(rb"<(?:head|body|meta|title|div|p|h[1-6]|table|ul|ol|section|article|main)\b[^<>]{0,500}>")
_MARKDOWN = re.compile(r"^(#{1,6} \S|\|[ :-]*-{3,}[ :|-]*\|?\s*$)", re.M)
_ENDINGS: dict[str, frozenset[str]] = {
    "pdf": frozenset({".pdf"}),
    "docx": frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "doc": frozenset({".doc", ".dot"}),
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    "xlsb": frozenset({".xlsb"}),
    "xls": frozenset({".xls", ".xlt"}),
    "odt": frozenset({".odt", ".ott"}),
    "ods": frozenset({".ods", ".ots"}),
    "rtf": frozenset({".rtf"}),
    "html": frozenset({".html", ".htm", ".xhtml"}),
    "ocds": frozenset({".json"}),
    "csv": frozenset({".csv", ".tsv"}),
    "eml": frozenset({".eml", ".mht", ".mhtml"}),
    "text": frozenset({".txt", ".text", ".md", ".markdown"}),
    "markdown": frozenset({".md", ".markdown", ".txt", ".text"}),
}  # fmt: skip
_TITLES = {
    "pdf": "a PDF", "docx": "a Word document", "doc": "an old Word document", "xlsx": "an Excel workbook",
    "xlsb": "a binary Excel workbook", "csv": "a table of separated values",
    "xls": "an old Excel workbook", "odt": "an OpenDocument text", "ods": "an OpenDocument spreadsheet",
    "rtf": "a rich text document", "html": "a web page", "text": "plain text", "markdown": "plain text",
    "ocds": "a notice in open contracting data", "eml": "an e-mail",
}  # fmt: skip
_ADVICE = {
    "archive": "Of archives only .zip is opened: unpack it into the folder of the pack and check that folder.",
    "message": "Outlook messages (.msg) are not read: in Outlook save it as .eml, or save its text as .docx and its "
    "attachments into the folder of the pack.",
    "image": "Pictures are not read: if it holds text that bidders must read, give that text as .docx or .pdf.",
    "presentation": "Slides are not read: save it as .pdf.",
    "xml": "This kind of XML file is not read: open it in the program that made it and save it as .docx.",
    "unknown": "The kind of this file could not be told from its content: save it as .docx or .pdf.",
}


def kind_of(data: bytes, name: str) -> str:
    """Kind of a file by its content: "pdf", "docx", "text", …, "empty" or "unknown". Never raises."""
    if not data.strip():
        return "empty"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return _kind_of_text(data, name)


def ending_warning(kind: str, name: str) -> str | None:
    """A sentence when the ending of the name belongs to another kind of file; None when they agree."""
    ending = PurePosixPath(name).suffix.lower()
    if kind not in _ENDINGS or ending in _ENDINGS[kind]:
        return None
    if not any(ending in endings for endings in _ENDINGS.values()):
        return f"The file has no usual ending; by its content it is {_TITLES[kind]} and it was read as such."
    return f"The name ends in {ending}, but by its content the file is {_TITLES[kind]}; it was read as such."


def advice_for(kind: str) -> str:
    """What to do about a kind of file that has no reader: one sentence for the user."""
    return _ADVICE.get(kind, _ADVICE["unknown"])


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names:
                return _kind_of_office(_first_bytes(archive, "[Content_Types].xml"), names)
            if "mimetype" in names:
                return _kind_of_opendocument(_first_bytes(archive, "mimetype"))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError):
        # A damaged package keeps its entry names in clear: enough to give it to the right reader.
        return "docx" if b"word/document" in data else "zip"
    return "docx" if "word/document.xml" in names else "zip"


def _first_bytes(archive: zipfile.ZipFile, name: str) -> str:
    if archive.getinfo(name).flag_bits & 1:
        return ""  # encrypted: judged by names alone
    with archive.open(name) as part:
        return part.read(1_000_000).decode("utf-8", "replace")


def _kind_of_office(types: str, names: set[str]) -> str:
    found = [(types.find(sign), kind) for sign, kind in _OFFICE_TYPES if sign in types]
    if any(kind == "docx" for _, kind in found) or "word/document.xml" in names:
        return "docx"
    return min(found)[1] if found else "unknown"


def _kind_of_opendocument(mimetype: str) -> str:
    if "opendocument.text" in mimetype:
        return "odt"
    if "opendocument.spreadsheet" in mimetype:
        return "ods"
    return "presentation" if "opendocument.presentation" in mimetype else "unknown"


def _kind_of_ole(data: bytes) -> str:
    """The directory lists the file's own streams first; those of embedded objects come later."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted-office"
    places = ((data.find(stream.encode("utf-16-le")), kind) for stream, kind in _OLE_STREAMS)
    return min(((place, kind) for place, kind in places if place >= 0), default=(0, "unknown"))[1]


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (head.startswith((b"<?xml", b"<!--")) and b"<html" in head):
        return "html"
    if _PIECE_OF_HTML.match(head):
        return "html"
    if head.startswith(b"<?xml"):
        return "xml"
    if len(set(_MAIL_HEADER.findall(head.split(b"\n\n")[0].replace(b"\r", b"")))) >= 3:
        return "eml"
    if not _is_text(data):
        return "unknown"
    if is_ocds(data):
        return "ocds"
    ending = PurePosixPath(name).suffix.lower()
    if ending in {".md", ".markdown"}:
        return "markdown"
    if ending in {".csv", ".tsv"}:
        return "csv"
    return "markdown" if _MARKDOWN.search(data.decode("utf-8", "replace")) else "text"


def _is_text(data: bytes) -> bool:
    """No binary data: UTF-16 with its mark, or bytes without the control characters that text never holds."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = sum(data.count(bytes([code])) for code in (*range(7), *range(14, 27), 28, 29, 30, 31, 127))
    return 0 not in data and strange * 200 <= len(data)
