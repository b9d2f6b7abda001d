"""The zip package of an office file, opened with care: nothing in it is trusted, least of all its sizes."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from checker.ingest.unreadable import Unreadable

MOST_ENTRIES = 10_000
LARGEST_PART = 200_000_000  # bytes, uncompressed
LARGEST_PACKAGE = 500_000_000
_CHUNK = 65_536
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMESPACES = (
    b"wordprocessingml/main",
    b"officeDocument/relationships",
    b"officeDocument/math",
    b"drawingml/main",
    b"drawingml/wordprocessingDrawing",
    b"drawingml/picture",
    b"drawingml/chart",
    b"drawingml/diagram",
)
_DAMAGED = "The file is damaged ({}): open it in the program it was made with and save a fresh copy."


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; `kind` is the last word of its type ("header", "aFChunk", …)."""

    id: str
    kind: str
    target: str  # name of a part, or an address where external
    external: bool


@dataclass(slots=True)
class Package:
    """Parts of an open package by name. Every method raises Unreadable for what is hostile or damaged."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    read_so_far: int = 0
    _trees: dict[str, etree._Element] = field(default_factory=dict)

    def bytes_of(self, part: str) -> bytes:
        """Content of a part, counted while it is unpacked."""
        pieces: list[bytes] = []
        size = 0
        try:
            with self.archive.open(self.entries[part]) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._check_size(size)
                    pieces.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise Unreadable("damaged", _DAMAGED.format(f"a part of it cannot be unpacked, {_name(error)}")) from error
        self.read_so_far += size
        return b"".join(pieces)

    def _check_size(self, size: int) -> None:
        if size > LARGEST_PART or self.read_so_far + size > LARGEST_PACKAGE:
            reason = "The file unpacks to far more than a tender holds and was not read: save a fresh copy of it."
            raise Unreadable("too-large", reason)

    def tree(self, part: str) -> etree._Element:
        """Root element of a part, parsed once."""
        if part not in self._trees:
            self._trees[part] = parse_xml(_as_transitional(self.bytes_of(part)))
        return self._trees[part]

    def is_strict(self, part: str) -> bool:
        """Whether a part is in the strict form of the format; it was read under the usual namespace names."""
        return _STRICT in self.bytes_of(part)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Links of a part ("" for the package itself), in their order."""
        folder, _, file = part.rpartition("/")
        source = posixpath.join(folder, "_rels", f"{file}.rels")
        if source not in self.entries:
            return ()
        return tuple(_relation(element, folder) for element in self.tree(source).iter(_RELATIONSHIPS))

    def main_part(self) -> str:
        """Name of the part that holds the body."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target in self.entries:
                return relation.target
        if "word/document.xml" in self.entries:
            return "word/document.xml"
        raise Unreadable("damaged", _DAMAGED.format("its main part is missing"))


def open_package(data: bytes) -> Package:
    """Package of some bytes, after checks of its entries. Raises Unreadable: damaged, encrypted, hostile, too-large."""
    if data.count(b"PK\x01\x02") > MOST_ENTRIES:
        raise Unreadable("too-large", f"The file holds over {MOST_ENTRIES} parts and was not read: save a fresh copy.")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unreadable("damaged", _DAMAGED.format("its package cannot be opened")) from error
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("encrypted", "The file is locked with a password: save a copy without one and check that.")
    _refuse_overlap(entries)
    named = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}
    if len(named) < len(entries):
        raise Unreadable("hostile", "Two parts of the file share a name; it was not read: save a fresh copy of it.")
    return Package(archive, named)


def parse_xml(data: bytes) -> etree._Element:
    """Root of an XML part; no entities, no network, and a document type is refused (Word never writes one)."""
    refuse_doctype(data[:_CHUNK])
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        refuse_doctype(data)
        raise Unreadable("damaged", _DAMAGED.format("a part of it is not proper XML or nested too deep")) from error
    declared = root.getroottree().docinfo
    if declared.internalDTD is not None:
        raise _doctype()
    return root


def refuse_doctype(data: bytes) -> None:
    """Raises Unreadable("hostile") where a document type is declared: no office program writes one."""
    if any(sign in data for sign in _DOCTYPES):
        raise _doctype()


def _as_transitional(data: bytes) -> bytes:
    """Strict Open XML is the same format under other namespace names."""
    if _STRICT not in data:
        return data
    for name in _STRICT_NAMESPACES:
        folder, _, last = name.rpartition(b"/")
        data = data.replace(b'"' + _STRICT + name + b'"', b'"' + _TRANSITIONAL + folder + b"/2006/" + last + b'"')
    return data


def as_strict(data: bytes, original: bytes) -> bytes:
    """A part that was read from a strict file, under the namespace names that the original has."""
    for name in _STRICT_NAMESPACES:
        folder, _, last = name.rpartition(b"/")
        strict = b'"' + _STRICT + name + b'"'
        if strict in original:
            data = data.replace(b'"' + _TRANSITIONAL + folder + b"/2006/" + last + b'"', strict)
    return data


def _doctype() -> Unreadable:
    reason = "The file declares a document type, which no office program does; it was not read: save a fresh copy."
    return Unreadable("hostile", reason)


def _refuse_overlap(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes make a small file unpack to a huge one."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise Unreadable("hostile", "Parts of the file overlap; it was not read: save a fresh copy of it.")
        end = entry.header_offset + 30 + len(entry.orig_filename.encode()) + entry.compress_size


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        path = unquote(target)
        target = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return Relation(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, external)


def _name(error: Exception) -> str:
    return type(error).__name__
