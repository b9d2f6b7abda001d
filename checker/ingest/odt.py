"""OpenDocument texts (.odt, .ott) -> Document: body, notes, comments, headers and footers, with numbers as shown."""

from __future__ import annotations

from lxml import etree

from checker.domain import Document, Gap
from checker.ingest.flow import Flow, document_of_flow
from checker.ingest.odf import OBJECT, OFFICE, STYLE, OdfStyles, open_odf, title_of
from checker.ingest.odt_walk import OdtWalker, characters_of
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_package import Package

_DAMAGED = "a part of the file is damaged: save it again from LibreOffice"


def read_odt(data: bytes, name: str) -> Document:
    """The document in an OpenDocument text; pages are None, for they are settled only when it prints.

    Text reads as if tracked changes were accepted; deleted text stands in blocks of its own. Raises Unreadable:
    damaged, encrypted, hostile, too-large or empty.
    """
    package = open_odf(data)
    flow = Flow(title=title_of(package), parts_present=1, parts_read=1)
    shared = _styles_part(package, flow)
    content = package.tree("content.xml")
    body = content.find(f"{OFFICE}body")
    walker = OdtWalker(OdfStyles(shared, content))
    if body is not None:
        _tell(walker, body, "body", flow)
    if shared is not None:
        margins = OdtWalker(OdfStyles(shared))
        for part, element in _margins(shared):
            _tell(margins, element, part, flow)
    flow.warnings += _warnings(walker)
    return document_of_flow(flow, name)


def _styles_part(package: Package, flow: Flow) -> etree._Element | None:
    if "styles.xml" not in package.entries:
        return None
    flow.parts_present += 1
    try:
        root = package.tree("styles.xml")
    except Unreadable as error:
        if error.kind != "damaged":
            raise
        flow.gaps.append(Gap(where="styles.xml", reason=_DAMAGED))
        return None
    flow.parts_read += 1
    return root


def _tell(walker: OdtWalker, element: etree._Element, part: str, flow: Flow) -> None:
    flow.written += characters_of(element)
    items = [item for holder in element for item in walker.story(holder)] if part == "body" else walker.story(element)
    flow.stories.append((part, items))
    flow.stories += [(aside.part, aside.items) for aside in walker.asides]
    for held in walker.objects:
        flow.parts_present += 1
        flow.gaps.append(Gap(where=held, reason=OBJECT))
    walker.asides, walker.objects = [], []


def _margins(root: etree._Element) -> list[tuple[str, etree._Element]]:
    """Headers and footers of all kinds of pages."""
    pages = root.iter(f"{STYLE}master-page")
    found = [(etree.QName(child).localname, child) for page in pages for child in page]
    return [(name.split("-")[0], child) for name, child in found if name.split("-")[0] in ("header", "footer")]


def _warnings(walker: OdtWalker) -> list[str]:
    sentences = (
        (walker.undescribed, "Pictures without alternative text: {}; what they show was not read."),
        (walker.changes, "Open tracked changes: {}; accept or reject them before the document goes out."),
        (walker.hidden, "Pieces of hidden text: {}; the page does not show them, but bidders can find them."),
    )
    return [sentence.format(count) for count, sentence in sentences if count]
