"""Elements of a large XML part one after another, so that a part of any size takes little memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from checker.ingest.word_package import refuse_doctype


def stream_xml(data: bytes, *names: str) -> Iterator[tuple[str, etree._Element]]:
    """("start" or "end", element) for the elements of these names in any namespace; each is emptied after its end.

    Raises Unreadable("hostile") where a document type is declared and etree.XMLSyntaxError where the part is damaged;
    what came before is read by then.
    """
    refuse_doctype(data)
    events = etree.iterparse(
        BytesIO(data), events=("start", "end"), tag=[f"{{*}}{name}" for name in names], resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    for event, element in events:
        yield event, element
        if event == "end":
            _forget(element)


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return etree.QName(element).localname


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
