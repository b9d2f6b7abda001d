"""Comment marks and tracked changes set into the XML of the body, in the order that the format asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from lxml import etree

from checker.report.marked.comments import AUTHOR
from checker.report.marked.controls import Around
from checker.report.marked.places import Span
from checker.report.marked.wordfile import SPACE, W

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, without C1 controls


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a mark and when; ids are unused ones, each given once."""

    ids: Iterator[int]
    made: str | None

    def on(self, element: etree._Element, number: int | None = None) -> etree._Element:
        """The element with id, author and date, in the order of the format."""
        element.set(f"{W}id", str(next(self.ids) if number is None else number))
        element.set(f"{W}author", AUTHOR)
        if self.made is not None:
            element.set(f"{W}date", self.made)
        return element


def unused_ids(roots: Iterable[etree._Element]) -> Iterator[int]:
    """Numbers from 0 up that no mark of these parts has."""
    used = {node.get(f"{W}id") for root in roots for node in root.iter() if isinstance(node.tag, str)}
    return (number for number in count() if str(number) not in used)


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def delete(runs: Sequence[etree._Element], stamp: Stamp) -> None:
    """Marks runs as deleted, each where it stands."""
    for run in runs:
        wrapper = stamp.on(etree.Element(f"{W}del"))
        run.addprevious(wrapper)
        wrapper.append(run)
        for text in run.findall(f"{W}t"):
            text.tag = f"{W}delText"
            text.set(SPACE, "preserve")


def delete_mark(paragraph: etree._Element, stamp: Stamp) -> None:
    """Marks the end of a paragraph as deleted, so that no empty one is left when the deletion is accepted."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    looks = properties.find(f"{W}rPr")
    if looks is None:
        looks = etree.Element(f"{W}rPr")
        later = properties.find(f"{W}pPrChange")
        properties.append(looks) if later is None else later.addprevious(looks)
    looks.insert(0, stamp.on(etree.Element(f"{W}del")))


def may_lose_its_mark(paragraph: etree._Element) -> bool:
    """Whether a paragraph may go as a whole: all its text is deleted, and an ordinary paragraph follows it."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and any(properties.find(path) is not None for path in _HELD):
        return False
    following = next(paragraph.itersiblings(), None)
    left = next(paragraph.iter(*_SHOWN), None)
    return left is None and following is not None and following.tag == f"{W}p"


_HELD = (f"{W}sectPr", f"{W}rPr/{W}ins", f"{W}rPr/{W}del", f"{W}rPr/{W}moveFrom", f"{W}rPr/{W}moveTo")
_SHOWN = tuple(W + name for name in ("t", "sym", "drawing", "pict", "object", "fldChar", "footnoteReference"))


def insert(text: str, looks: etree._Element | None, behind: etree._Element, stamp: Stamp) -> etree._Element:
    """A tracked insertion behind a node, outside of any link, in the looks of a run (its w:rPr)."""
    wrapper = stamp.on(etree.Element(f"{W}ins"))
    run = etree.SubElement(wrapper, f"{W}r")
    if looks is not None:
        copy = deepcopy(looks)
        for change in copy.findall(f"{W}rPrChange"):
            copy.remove(change)
        run.append(copy)
    set_text(run, text)
    while (parent := behind.getparent()) is not None and parent.tag != f"{W}p":
        behind = parent
    behind.addnext(wrapper)
    return wrapper


def set_text(run: etree._Element, text: str) -> None:
    """Text at the end of a run, lines apart by breaks."""
    for order, line in enumerate(clean(text).split("\n")):
        if order:
            etree.SubElement(run, f"{W}br")
        part = etree.SubElement(run, f"{W}t")
        part.text = line
        part.set(SPACE, "preserve")


def looks_of(runs: Sequence[etree._Element]) -> etree._Element | None:
    """The w:rPr of the run with most text among those in no link."""
    own = [run for run in runs if next(run.iterancestors(f"{W}hyperlink"), None) is None]
    if not own:
        return None
    longest = max(own, key=lambda run: sum(len(text.text or "") for text in run.iter(f"{W}t", f"{W}delText")))
    return longest.find(f"{W}rPr")


def set_comment(span: Span | Around, number: int, style: str | None) -> None:
    """Range marks around a span, and the reference behind it."""
    begin, end = etree.Element(f"{W}commentRangeStart"), etree.Element(f"{W}commentRangeEnd")
    for mark in (begin, end):
        mark.set(f"{W}id", str(number))
    if isinstance(span, Around):
        _set_around(span, begin, end)
    else:
        _outside_own_deletion(span.first).addprevious(begin)
        _outside_own_deletion(span.last).addnext(end)
    run = etree.Element(f"{W}r")
    if style is not None:
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", style)
    etree.SubElement(run, f"{W}commentReference").set(f"{W}id", str(number))
    end.addnext(run)


def _set_around(span: Around, begin: etree._Element, end: etree._Element) -> None:
    """From the end of the paragraph before to the beginning of the one behind; both in one where there is only one."""
    if span.behind is None:
        assert span.before is not None
        span.before.append(end)
    else:
        properties = span.behind.find(f"{W}pPr")
        span.behind.insert(0, end) if properties is None else properties.addnext(end)
    end.addprevious(begin) if span.before is None else span.before.append(begin)
    if span.behind is None:
        end.addprevious(begin)


def _outside_own_deletion(node: etree._Element) -> etree._Element:
    parent = node.getparent()
    own = parent is not None and parent.tag == f"{W}del" and parent.get(f"{W}author") == AUTHOR
    return parent if own and parent is not None else node
