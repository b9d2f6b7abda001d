"""Text of a web page that was set into a Word file as a whole (w:altChunk)."""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    {
        "p", "div", "br", "li", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
        "header", "footer", "blockquote", "pre", "dt", "dd",
    }
)  # fmt: skip
_UNSHOWN = frozenset({"script", "style", "head", "template"})
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{1,40})")


class _Text(HTMLParser):
    """Collects text; a tokeniser and no tree, so that deep nesting costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSHOWN:
            self._unshown += 1
        elif tag in _BREAKS:
            self.pieces.append("\n\n- " if tag == "li" else "\n\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSHOWN:
            self._unshown = max(0, self._unshown - 1)
        elif tag in _BREAKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unshown:
            self.pieces.append(" ".join(data.split("\n")))


def text_of_html(data: bytes) -> str:
    """Plain text of a web page, its paragraphs apart by blank lines; scripts and styles are left out."""
    parser = _Text()
    parser.feed(decode_html(data))
    parser.close()
    return "".join(parser.pieces)


def decode_html(data: bytes) -> str:
    """A web page as text: UTF-16 with its mark, UTF-8, the encoding that the page names, else Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _CHARSET.search(data[:2048])
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
