"""Web pages (.html, .htm) -> Document: headings, lists, tables and text as a browser shows them, without scripts."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from checker.domain import Document
from checker.ingest.flow import Flow, document_of_flow
from checker.ingest.text import read_text
from checker.ingest.tidy import count_characters, tidy
from checker.ingest.web_walk import WebWalker
from checker.ingest.word_chunk import decode_html

_NEVER_SHOWN = "script, style, template, noscript, iframe, object, head, datalist, input[type=hidden], [hidden]"
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})", re.IGNORECASE)
_MARKUP = re.compile(r"(<[^<>]*>)")
_UNSHOWN = frozenset({"script", "style", "head", "template", "noscript"})
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u"})
_DEEPEST = 200  # elements within elements; the parser takes time by the square of it
_CLOSES_ITSELF = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
        "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "colgroup",
    }
)  # fmt: skip
_TOO_DEEP = "The page is nested too deep to tell its headings, lists and tables; it was read as plain text."
_HIDDEN = "Pieces of hidden text: {}; the page does not show them and they were not read."


def read_html(data: bytes, name: str) -> Document:
    """The document in a web page; pages are None. Raises Unreadable("empty") when the page shows no text."""
    text = decode_html(data)
    if _is_too_deep(text):
        document = read_text(_flat_text(text).encode(), name)
        return replace(document, warnings=(*document.warnings, _TOO_DEEP))
    tree = LexborHTMLParser(text)
    title = tree.css_first("head title")
    flow = Flow(title=None if title is None else tidy(title.text()) or None)
    hidden = _drop_hidden(tree)
    if hidden:
        flow.warnings.append(_HIDDEN.format(hidden))
    body = tree.body
    if body is not None:
        walker = WebWalker()
        flow.written = count_characters(body.text(deep=True))
        flow.stories.append(("body", walker.items(body)))
        if walker.undescribed:
            sentence = f"Pictures without alternative text: {walker.undescribed}; what they show was not read."
            flow.warnings.append(sentence)
    return document_of_flow(flow, name)


def _is_too_deep(text: str) -> bool:
    depth = 0
    for closing, tag in _TAG.findall(text):
        if tag.lower() in _CLOSES_ITSELF:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _flat_text(text: str) -> str:
    """Text of a page by its tags alone, in time linear in its length whatever the tags are."""
    pieces: list[str] = []
    unshown = 0
    for token in _MARKUP.split(text):
        tag = _TAG.match(token)
        if tag and token.endswith(">"):
            name = tag[2].lower()
            unshown = max(0, unshown + (-1 if tag[1] else 1)) if name in _UNSHOWN else unshown
            pieces.append("" if name in _INLINE else "\n\n")
        elif not unshown:
            pieces.append(html.unescape(token.replace("\n", " ")))
    return "".join(pieces)


def _drop_hidden(tree: LexborHTMLParser) -> int:
    """Takes out what a browser does not show; the number of pieces with text that an author hid."""
    styled = [node for node in tree.css("[style]") if _HIDING.search(node.attributes.get("style") or "")]
    hidden = [*styled, *tree.css("[hidden]")]
    count = sum(bool(_own_text(node)) for node in hidden)
    for node in [*styled, *tree.css(_NEVER_SHOWN)]:
        node.decompose()
    return count


def _own_text(node: LexborNode) -> str:
    return node.text(deep=True).strip()
