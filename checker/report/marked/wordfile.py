"""What marking asks of an open Word file; the reader of Word files gives it, and the two need not know each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from lxml import etree

from checker.domain import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(Protocol):
    """Characters `start` to `end` of what one element holds or stands for."""

    @property
    def element(self) -> etree._Element: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class WordFile(Protocol):
    """An open Word file whose trees may be changed; `written` and `with_parts` give the new file."""

    @property
    def document(self) -> Document: ...
    @property
    def main(self) -> str: ...
    @property
    def parts(self) -> frozenset[str]: ...
    @property
    def strict(self) -> bool: ...
    def tree(self, part: str) -> etree._Element: ...
    def linked(self, kind: str) -> str | None: ...
    def pieces(self, block: int, start: int, end: int) -> Sequence[Sequence[Piece]]: ...
    def written(self, root: etree._Element) -> bytes: ...
    def with_parts(self, changed: Mapping[str, bytes]) -> bytes: ...
