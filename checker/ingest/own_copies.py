"""Copies that this tool marked, saved into the pack beside the files that they are copies of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from checker.domain import COPY_OF_OURS, Document

_COPY = re.compile(r"(?P<of>.+) \(checked\)(?: \d{1,3})?\.do[ct][xm]", re.IGNORECASE)
_OURS = re.compile(r"\bin report\.html\.|^Same point as comment \d+\.$")  # what our comments say


def without_own_copies(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, with each marked copy said to be one; only where the file that it is a copy of is there too.

    A copy that somebody works on further, and that stands alone, is read as the tender that it has become.
    """
    stems = {_stem(document.name) for document in documents}
    return tuple(_said(document) if _is_copy(document, stems) else document for document in documents)


def _said(document: Document) -> Document:
    found = _COPY.fullmatch(PurePosixPath(document.name).name)
    of = found["of"] if found else document.name
    reason = f"{COPY_OF_OURS}; “{of}”, which it was made from, is read instead."
    return replace(document, not_a_tender=reason)


def _stem(name: str) -> str:
    return PurePosixPath(name).stem.lower()


def _is_copy(document: Document, stems: set[str]) -> bool:
    found = _COPY.fullmatch(PurePosixPath(document.name).name)
    if found is None or found["of"].lower() not in stems:
        return False
    return any(block.part == "comment" and _OURS.search(block.text.strip()) for block in document.blocks)
