"""Which list an item belongs to: its full number and the sentence that introduces it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.structure.listmarks import Style, join_number, ordinals, style_of

_OPENS_LIST = re.compile(
    r"(?::|:\s?[-–—]|[;,–—-])\W*$|\b(?:and|or|to|that|of|by|the|following|include|including)\W*$", re.I
)
_FINISHED = re.compile(r"[.!?][\"”’')\]]*$")
_TAIL = 40  # characters that show how a sentence ends
_LEAD_WORDS = 70  # a nested lead-in longer than this drops its outer half


@dataclass(frozen=True, slots=True)
class _Level:
    style: Style
    lead_in: str
    parent: str | None  # number of the clause the list stands in
    mark: str | None  # of the item read last


def _follows(before: str, mark: str) -> bool:
    """Whether a letter comes next after another: "(i)" after "(h)", "(v)" after "(u)"."""
    one, two = before.strip("().").lower(), mark.strip("().").lower()
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


class ListWalk:
    """Follows the lists of a document from item to item; made anew for every document."""

    def __init__(self) -> None:
        self.number: str | None = None  # of the paragraph or heading reached last
        self._sentence = ""  # the last sentence outside lists
        self._levels: list[_Level] = []
        self._item = ""  # the last item's last sentence
        self._item_number: str | None = None
        self._open: dict[str, str] = {}  # numbered paragraphs that end in a colon: "10.4" introduces "10.4.1"

    def heading(self, number: str | None, text: str) -> None:
        """A heading closes every list; one that ends in a colon opens the next."""
        opens = text.endswith(":")
        self.number, self._sentence, self._levels = number, text if opens else "", []
        self._open = {number: text} if opens and number else {}

    def paragraph(self, text: str, last_sentence: str, number: str | None) -> str:
        """Take in a paragraph; gives the sentence that introduces it or that it continues, or ""."""
        goes_on = number is None and text[:1].islower()
        before = self._levels[0].lead_in if self._levels else self._sentence
        unfinished = bool(before) and not _FINISHED.search(before[-_TAIL:])
        self.number = number or self.number
        self._sentence, self._levels = last_sentence, []
        if number and last_sentence.endswith((":", ":-", ":–")):
            self._open[number] = last_sentence
        if number and "." in number:
            return self._open.get(number.rpartition(".")[0], "")
        return before if goes_on and unfinished else ""

    def awaits_items(self) -> bool:
        """Whether a list is open, or the last sentence announces one."""
        return bool(self._levels) or self._sentence.endswith((":", ":-", ":–"))

    def item(self, mark: str | None, last_sentence: str) -> tuple[str | None, str]:
        """Take in an item; gives its full number and its lead-in."""
        style = self._style(mark)
        known = [place for place, level in enumerate(self._levels) if level.style == style]
        if known:
            del self._levels[known[-1] + 1 :]
        elif self._levels:
            self._levels.append(_Level(style, self._nested_lead_in(), self._item_number, None))
        else:
            self._levels.append(_Level(style, self._first_lead_in(style), self.number, None))
        level = self._levels[-1]
        self._levels[-1] = _Level(style, level.lead_in, level.parent, mark)
        self._item, self._item_number = last_sentence, join_number(level.parent, mark)
        return self._item_number, level.lead_in

    def _style(self, mark: str | None) -> Style:
        """ "(i)" after "(h)" is a letter; after "(b)" it opens a list of its own."""
        style = style_of(mark) if mark else "bullet"
        if style != "roman" or mark is None:
            return style
        letters = [level.mark for level in self._levels if level.style == "letter" and level.mark]
        if letters:
            return "letter" if _follows(letters[-1], mark) else style
        return "letter" if not self._levels and 1 not in ordinals(mark) else style  # no list begins with "(v)"

    def _first_lead_in(self, style: Style) -> str:
        if style == "dotted" and not _OPENS_LIST.search(self._sentence[-_TAIL:]):
            return ""
        return self._sentence

    def _nested_lead_in(self) -> str:
        outer = self._levels[-1].lead_in
        if not _OPENS_LIST.search(self._item[-_TAIL:]):
            return outer
        both = f"{outer} {self._item}".strip()
        return both if len(both.split()) <= _LEAD_WORDS else self._item
