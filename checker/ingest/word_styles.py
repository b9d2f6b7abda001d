"""Styles of a Word file: what a paragraph inherits from its style and from those that style is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc \d|toc heading|table of figures|contents heading)", re.IGNORECASE)


def value(element: etree._Element | None, path: str) -> str | None:
    """The w:val of a descendant by path of w: names ("pPr/pStyle"); None where it is missing."""
    if element is None:
        return None
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def switch(element: etree._Element | None, path: str) -> bool | None:
    """An on-off property: True, False, or None where the element does not speak of it."""
    if element is None:
        return None
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def whole(text: str | None, otherwise: int, most: int) -> int:
    """A whole number as written in an attribute, at most `most`; `otherwise` where it is none."""
    if text is None or not text.isdecimal() or len(text) > 9:
        return otherwise
    return min(int(text), most)


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written, not yet inherited."""

    id: str
    name: str
    based_on: str | None
    element: etree._Element


class Styles:
    """Styles by id; questions are answered along the based-on chain."""

    def __init__(self, root: etree._Element | None) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): _style(style) for style in found}
        self._default = next((s.id for s in self._styles.values() if _is_default_paragraph(s.element)), None)

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style (the default one for None) and those it is based on, nearest first; loops end."""
        seen: set[str] = set()
        current = style_id if style_id in self._styles else self._default
        while current in self._styles and current not in seen:
            seen.add(current)
            yield self._styles[current]
            current = self._styles[current].based_on

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Level of a heading from 1, by outline level or by name of its style; None for other text."""
        outline = value(paragraph, "pPr/outlineLvl")
        if outline is not None:
            return _level(outline)
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            outline = value(style.element, "pPr/outlineLvl")
            if outline is not None:
                return _level(outline)
            named = _HEADING.match(style.name)
            if named:
                return whole(named[1], 1, 9)
            if style.name.lower() == "title":
                return 1
        return None

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(value(paragraph, "pPr/pStyle")))

    def is_bold(self, style_id: str | None) -> bool | None:
        """Whether a style sets bold; None where no style of the chain speaks of it."""
        answers = (switch(style.element, "rPr/b") for style in self.chain(style_id))
        return next((answer for answer in answers if answer is not None), None)

    def has_bold_first_row(self, style_id: str | None) -> bool:
        """Whether a table style sets its first row in bold."""
        if style_id is None:
            return False
        rows = (part for style in self.chain(style_id) for part in style.element.iter(f"{W}tblStylePr"))
        return any(row.get(f"{W}type") == "firstRow" and switch(row, "rPr/b") for row in rows)


def _style(element: etree._Element) -> Style:
    name = value(element, "name") or ""
    return Style(element.get(f"{W}styleId", ""), name, value(element, "basedOn"), element)


def _is_default_paragraph(element: etree._Element) -> bool:
    return element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on")


def _level(outline: str) -> int | None:
    level = whole(outline, 9, 9)
    return level + 1 if level < 9 else None
