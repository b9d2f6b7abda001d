"""What of a PDF makes it hard to use with a screen reader: tags, title, language, descriptions, headers, locks.

The checks are some of those of PDF/UA (ISO 14289-1) that can be told without judging what is shown.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from checker.domain import Access

MOST_ELEMENTS = 20_000  # of the structure tree that are looked at
MOST_METADATA = 1_000_000  # bytes
_TITLE = re.compile(rb"<dc:title>[^<]{0,200}<rdf:Alt>[^<]{0,200}<rdf:li[^>]{0,100}>([^<]{1,500})<")
_FAULTS = (
    pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError, TypeError, LookupError, AttributeError,
    NotImplementedError,
)  # fmt: skip


def read_access(data: bytes, password: str | None) -> tuple[Access, ...]:
    """What was seen; empty where pikepdf cannot read the file."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as pdf:
            return tuple(_seen(pdf))
    except _FAULTS:
        return ()


def _seen(pdf: Any) -> Iterator[Access]:
    root = pdf.Root
    tree = root.get("/StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        yield Access(kind="untagged")
    else:
        yield from _in_tree(tree)
    if not _has_title(pdf):
        yield Access(kind="untitled")
    if not _text(root.get("/Lang")):
        yield Access(kind="no-language")
    if locks := list(_locks(pdf)):
        yield Access(kind="locked-form", count=len(locks), where=", ".join(locks))


def _has_title(pdf: Any) -> bool:
    if _text(pdf.docinfo.get("/Title")):
        return True
    metadata = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream) or len(metadata.read_raw_bytes()) > MOST_METADATA:
        return False
    found = _TITLE.search(metadata.read_bytes()[:MOST_METADATA])
    return found is not None and bool(found[1].strip())


def _locks(pdf: Any) -> Iterator[str]:
    """What the permissions forbid that a bidder needs."""
    if not pdf.is_encrypted:
        return
    if not pdf.allow.extract:
        yield "copying its text"
    if not pdf.allow.accessibility:
        yield "reading it aloud"
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    if isinstance(fields, pikepdf.Array) and len(fields) and not pdf.allow.modify_form:
        yield "filling in its form"


def _in_tree(tree: Any) -> Iterator[Access]:
    """Figures without words, and tables of several rows and columns without a header cell."""
    roles = tree.get("/RoleMap")
    counts: Counter[str] = Counter()
    tables: dict[int, Counter[str]] = {}
    for kind, element, table in _elements(tree, roles):
        if kind == "/Figure" and not any(_text(element.get(name)) for name in ("/Alt", "/ActualText")):
            counts["figures"] += 1
        if kind in ("/TR", "/TH", "/TD") and table is not None:
            tables.setdefault(table, Counter())[kind] += 1
    bare = sum(not cells["/TH"] and cells["/TR"] > 1 and cells["/TD"] > cells["/TR"] for cells in tables.values())
    if counts["figures"]:
        yield Access(kind="undescribed-pictures", count=counts["figures"])
    if bare:
        yield Access(kind="headerless-tables", count=bare)


def _elements(tree: Any, roles: Any) -> Iterator[tuple[str, Any, int | None]]:
    """Elements of the structure tree in no particular order: kind, element, number of the table around it."""
    stack: list[tuple[Any, int | None]] = [(tree, None)]
    seen: set[tuple[int, int]] = set()
    left = MOST_ELEMENTS
    while stack and left:
        left -= 1
        element, table = stack.pop()
        if not isinstance(element, pikepdf.Dictionary) or (element.objgen != (0, 0) and element.objgen in seen):
            continue
        seen.add(element.objgen)
        kind = _kind(element, roles)
        if kind == "/Table":
            table = left
        if kind:
            yield kind, element, table
        kids = element.get("/K")
        inside = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        stack += [(kid, table) for kid in inside[:MOST_ELEMENTS]]


def _kind(element: Any, roles: Any) -> str:
    """The standard type of an element, with the file's own names for it translated."""
    kind = element.get("/S")
    if not isinstance(kind, pikepdf.Name):
        return ""
    mapped = roles.get(str(kind)) if isinstance(roles, pikepdf.Dictionary) else None
    return str(mapped) if isinstance(mapped, pikepdf.Name) else str(kind)


def _text(value: Any) -> str:
    return str(value).replace("\x00", "").strip() if isinstance(value, pikepdf.String) else ""
