"""What was typed into form fields and notes: no text extractor reads these."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from checker.ingest.pdf_drafts import Draft

NOTES = ("/FreeText", "/Text")
ANNOTATIONS_A_PAGE = 2_000
_FAULTS = (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError, TypeError, LookupError)
PARENTS = 10  # how far up a field's name and value may be inherited


def read_forms(data: bytes, password: str | None) -> list[Draft] | None:
    """Drafts of field values (part "form field") and of notes (part "note"), by page; None where pikepdf fails."""
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as pdf:
            return [draft for number, page in enumerate(pdf.pages, start=1) for draft in _of_page(page, number)]
    except _FAULTS:
        return None


def _of_page(page: Any, number: int) -> Iterator[Draft]:
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return
    for index in range(min(len(annotations), ANNOTATIONS_A_PAGE)):
        part, text = _text_of(annotations[index]) or ("", "")
        if text:
            yield _draft(text, number, part)


def _text_of(item: Any) -> tuple[str, str] | None:
    """Part and text of an annotation; None for any other object and where it has no text."""
    if not isinstance(item, pikepdf.Dictionary):
        return None
    kind = str(item.get("/Subtype", ""))
    part = "form field" if kind == "/Widget" else "note"
    text = _field_text(item) if kind == "/Widget" else _plain(item.get("/Contents")) if kind in NOTES else ""
    return (part, text) if text else None


def _draft(text: str, page: int, part: str) -> Draft:
    return Draft(text=text, kind="note" if part == "note" else "paragraph", page=page, part=part, placed=False)


def _field_text(item: Any) -> str:
    """The label of a field and its value, when somebody filled it in."""
    if str(_inherited(item, "/FT")) not in ("/Tx", "/Ch"):
        return ""  # buttons, ticks and signatures hold no text
    value = _plain(_inherited(item, "/V"))
    return value and f"{label}: {value}" if (label := _plain(_inherited(item, "/TU"))) else value


def _inherited(item: Any, key: str) -> Any:
    for _ in range(PARENTS):
        if key in item:
            return item[key]
        parent = item.get("/Parent")
        if not isinstance(parent, pikepdf.Dictionary):
            return None
        item = parent
    return None


def _plain(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return ", ".join(filter(None, (_plain(part) for part in list(value)[:200])))
    if isinstance(value, pikepdf.String):
        return " ".join(str(value).replace("\x00", "").split())
    return ""
