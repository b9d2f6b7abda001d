"""What OpenDocument texts and sheets share: the package, its names, its styles."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.ingest.tidy import tidy
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_package import Package, open_package

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TEXT, TABLE, DRAW, FORM = (
    _ODF % name for name in ("office", "style", "text", "table", "drawing", "form")
)
SVG, FO = (_ODF % f"{name}-compatible" for name in ("svg", "xsl-fo"))
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
_LOCKED = "The file is locked with a password: save a copy without one and check that."
_NO_CONTENT = "The file is damaged (its content is missing): open it in LibreOffice and save a fresh copy."
OBJECT = "an embedded object was not read: put it into the pack as a file of its own"


def open_odf(data: bytes) -> Package:
    """The package of an OpenDocument file. Raises Unreadable: damaged, encrypted, hostile, too-large."""
    package = open_package(data)
    manifest = "META-INF/manifest.xml"
    if manifest in package.entries and b"encryption-data" in package.bytes_of(manifest):
        raise Unreadable("encrypted", _LOCKED)
    if "content.xml" not in package.entries:
        raise Unreadable("damaged", _NO_CONTENT)
    return package


def title_of(package: Package) -> str | None:
    """The file's own title property."""
    try:
        root = package.tree("meta.xml") if "meta.xml" in package.entries else None
    except Unreadable:
        return None
    return None if root is None else tidy(root.findtext(f".//{DC}title") or "") or None


def whole(text: str | None, otherwise: int, most: int) -> int:
    """A whole number from 1 as written in an attribute, at most `most`; `otherwise` where it is none."""
    if text is None or not text.isdecimal() or len(text) > 9:
        return otherwise
    return max(1, min(int(text), most))


class OdfStyles:
    """Styles by family and name: those of the file's roots, a later root before an earlier one."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for root in roots:
            if root is not None:
                self._load(root)

    def _load(self, root: etree._Element) -> None:
        for style in root.iter(f"{STYLE}style"):
            self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
        for style in root.iter(f"{TEXT}list-style"):
            self.lists[style.get(f"{STYLE}name", "")] = style
        outline = next(root.iter(f"{TEXT}outline-style"), None)
        self.outline = outline if outline is not None else self.outline

    def chain(self, family: str, name: str | None) -> Iterator[etree._Element]:
        """A style and its parents, nearest first; loops end."""
        seen: set[str] = set()
        while name is not None and name not in seen and (family, name) in self._styles:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get(f"{STYLE}parent-style-name")

    def property(self, family: str, name: str | None, kind: str, attribute: str) -> str | None:
        """An attribute of a style's "text", "table" … properties; None where no style of the chain has it."""
        for style in self.chain(family, name):
            for properties in style.iterfind(f"{STYLE}{kind}-properties"):
                if attribute in properties.attrib:
                    return properties.get(attribute)
        return None

    def is_bold(self, family: str, name: str | None) -> bool | None:
        """Whether a style sets bold; None where it does not speak of it."""
        weight = self.property(family, name, "text", f"{FO}font-weight")
        return None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
