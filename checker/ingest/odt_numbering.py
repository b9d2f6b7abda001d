"""Numbers of lists and headings as an OpenDocument text shows them, counted in the order of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from checker.ingest.odf import STYLE, TEXT, OdfStyles, whole
from checker.ingest.word_numbering import Shown, format_number

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_LEVELS = 10
_MOST = 1_000_000
_PLACE = re.compile(r"%(\d{1,2})%")
_PATTERNS = (  # how newer files give the whole label: "%1%.%2%."
    "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format",
    f"{STYLE}num-list-format",
)


@dataclass(slots=True)
class OpenList:
    """A list that is being read, at one of its levels (from 1)."""

    style: etree._Element | None
    counters: dict[int, int]
    level: int = 1
    takes_number: bool = False  # the next paragraph is the first of its item
    start: int | None = None  # the item's own number


@dataclass(slots=True)
class OdtNumbering:
    """Counters of the lists and of the headings of one text."""

    styles: OdfStyles
    _by_id: dict[str, dict[int, int]] = field(default_factory=dict)
    _by_style: dict[str, dict[int, int]] = field(default_factory=dict)
    _headings: dict[int, int] = field(default_factory=dict)

    def open(self, element: etree._Element, outer: OpenList | None) -> OpenList:
        """The list of a text:list; an inner one counts on with the list around it."""
        name = element.get(f"{TEXT}style-name")
        style = self.styles.lists.get(name or "")
        if outer is not None:
            return OpenList(style if style is not None else outer.style, outer.counters, outer.level + 1)
        goes_on = self._by_id.get(element.get(f"{TEXT}continue-list", ""))
        if goes_on is None and element.get(f"{TEXT}continue-numbering") == "true":
            goes_on = self._by_style.get(name or "")
        counters = {} if goes_on is None else goes_on
        self._by_style[name or ""] = counters
        own = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if own:
            self._by_id[own] = counters
        return OpenList(style, counters)

    def in_list(self, place: OpenList) -> Shown | None:
        """What stands before the next paragraph of an item, counted on; None for its later paragraphs."""
        if not place.takes_number:
            return None
        place.takes_number = False
        return _shown(place.style, place.counters, place.level, place.start)

    def heading(self, element: etree._Element) -> Shown | None:
        """The number of a heading outside lists, by the outline of the document."""
        styled = self.styles.chain("paragraph", element.get(f"{TEXT}style-name"))
        own = next((s.get(f"{STYLE}list-style-name") for s in styled if f"{STYLE}list-style-name" in s.attrib), None)
        if own == "" or element.get(f"{TEXT}is-list-header") == "true":
            return None
        level = whole(element.get(f"{TEXT}outline-level"), 1, _MOST_LEVELS)
        restart = element.get(f"{TEXT}restart-numbering") == "true"
        start = whole(element.get(f"{TEXT}start-value"), 1, _MOST) if restart else None
        return _shown(self.styles.outline, self._headings, level, start)


def _shown(style: etree._Element | None, counters: dict[int, int], level: int, start: int | None) -> Shown | None:
    form = _level(style, level)
    if style is None or form is None:
        return None
    if start is not None or level not in counters:
        counters[level] = _start(form) if start is None else start
    else:
        counters[level] += 1
    for higher in range(1, level):  # a level that was skipped counts as used
        counters.setdefault(higher, _start(_level(style, higher)))
    for deeper in [each for each in counters if each > level]:
        del counters[deeper]
    if not form.tag.endswith(("level-style-number", "outline-level-style")):
        return Shown(None, bullet=True)
    label = _label(style, form, counters, level).strip().rstrip(".:").strip()
    return Shown(label, bullet=False) if any(map(str.isalnum, label)) else None


def _level(style: etree._Element | None, level: int) -> etree._Element | None:
    if style is None:
        return None
    return next((each for each in style if each.get(f"{TEXT}level") == str(level)), None)


def _start(form: etree._Element | None) -> int:
    return 1 if form is None else whole(form.get(f"{TEXT}start-value"), 1, _MOST)


def _label(style: etree._Element, form: etree._Element, counters: dict[int, int], level: int) -> str:
    if not form.get(f"{STYLE}num-format"):
        return ""
    pattern = next((form.get(name) for name in _PATTERNS if form.get(name)), None)
    if pattern is not None:
        return _PLACE.sub(lambda place: _part(style, counters, int(place[1])), pattern)
    shown = whole(form.get(f"{TEXT}display-levels"), 1, level)
    parts = (_part(style, counters, each) for each in range(level - shown + 1, level + 1))
    return form.get(f"{STYLE}num-prefix", "") + ".".join(filter(None, parts)) + form.get(f"{STYLE}num-suffix", "")


def _part(style: etree._Element, counters: dict[int, int], level: int) -> str:
    form = _level(style, level)
    kind = "" if form is None else form.get(f"{STYLE}num-format", "")
    return format_number(counters.get(level, _start(form)), _FORMS[kind]) if kind in _FORMS else ""
