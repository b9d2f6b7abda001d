"""Clause numbers as Word shows them: lists are counted in the order of the text, by the rules of numbering.xml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from checker.ingest.word_styles import Styles, W, switch, value, whole

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8  # Word has nine levels
_MOST = 1_000_000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
)  # fmt: skip
_ORDINALS = (
    "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth",
    "Nineteenth", "Twentieth",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands before a list paragraph: a number, or a bullet (number None)."""

    number: str | None
    bullet: bool


class Numbering:
    """Counters of all lists of a document; `shown` must be called once for every paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, etree._Element]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        styled: dict[str, str] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._levels[key] = {_index(level): level for level in abstract.iter(f"{W}lvl")}
            link, owner = value(abstract, "numStyleLink"), value(abstract, "styleLink")
            if link is not None:
                linked[key] = link
            if owner is not None:
                styled[owner] = key
        for number in root.findall(f"{W}num"):
            key = number.get(f"{W}numId", "")
            abstract_key = value(number, "abstractNumId") or ""
            # a list that only points to a list style counts with the list that this style owns
            self._abstract_of[key] = styled.get(linked.get(abstract_key, ""), abstract_key)
            self._overrides[key] = {_index(each): each for each in number.findall(f"{W}lvlOverride")}

    def shown(self, paragraph: etree._Element) -> Shown | None:
        """Number or bullet of a paragraph, counted on; None for a paragraph of no list."""
        list_id, index = self._list_of(paragraph)
        level = self._level(list_id, index)
        if list_id is None or level is None:
            return None
        self._count(list_id, index)
        form = _format(level)
        if form == "bullet" or level.find(f"{W}lvlPicBulletId") is not None:
            return Shown(None, bullet=True)
        text = value(level, "lvlText") or ""
        plain = switch(level, "isLgl") or False
        number = _PLACE.sub(lambda place: self._part(list_id, int(place[1]) - 1, plain), text)
        number = number.strip().rstrip(".:").strip()
        counted = any(map(str.isalnum, number))
        return Shown(number if counted else None, bullet=bool(number) and not counted)

    def _list_of(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """List and level of a paragraph: its own words first, then those of its styles."""
        list_id, index = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        if list_id is None:
            for style in self._styles.chain(value(paragraph, "pPr/pStyle")):
                index = index or value(style.element, "pPr/numPr/ilvl")
                list_id = value(style.element, "pPr/numPr/numId")
                if list_id is not None:
                    index = index or self._linked_level(list_id, style.id)
                    break
        if list_id in (None, "0"):
            return None, 0
        return list_id, whole(index, 0, _DEEPEST)

    def _linked_level(self, list_id: str, style_id: str) -> str | None:
        levels = self._levels.get(self._abstract_of.get(list_id, ""), {})
        return next((str(i) for i, level in levels.items() if value(level, "pStyle") == style_id), None)

    def _level(self, list_id: str | None, index: int) -> etree._Element | None:
        if list_id not in self._abstract_of:  # no list, or one that the file never defines
            return None
        override = self._overrides.get(list_id, {}).get(index)
        own = None if override is None else override.find(f"{W}lvl")
        return own if own is not None else self._levels.get(self._abstract_of.get(list_id, ""), {}).get(index)

    def _count(self, list_id: str, index: int) -> None:
        counters = self._counters.setdefault(self._abstract_of[list_id], {})
        override = self._overrides.get(list_id, {}).get(index)
        restarts = override is not None and value(override, "startOverride") is not None
        if index not in counters or (restarts and (list_id, index) not in self._begun):
            counters[index] = self._start(list_id, index)
        else:
            counters[index] += 1
        self._begun.add((list_id, index))
        for higher in range(index):  # a level that was skipped counts as used: 3.1.5 with no 3 before it, then 4
            counters.setdefault(higher, self._start(list_id, higher))
        for deeper in [each for each in counters if each > index]:
            if self._restarts_after(list_id, deeper, index):
                del counters[deeper]

    def _restarts_after(self, list_id: str, deeper: int, index: int) -> bool:
        """A level starts anew after any level above it, or as lvlRestart says (0: never)."""
        level = self._level(list_id, deeper)
        after = None if level is None else value(level, "lvlRestart")
        return index < whole(after, deeper, _DEEPEST + 1)

    def _start(self, list_id: str, index: int) -> int:
        override = self._overrides.get(list_id, {}).get(index)
        start = (None if override is None else value(override, "startOverride")) or value(
            self._level(list_id, index), "start"
        )
        return whole(start, 1, _MOST)

    def _part(self, list_id: str, index: int, plain: bool) -> str:
        level = self._level(list_id, index)
        form = "decimal" if plain or level is None else _format(level)
        counters = self._counters[self._abstract_of[list_id]]
        return format_number(counters.get(index, self._start(list_id, index)), form)


def format_number(number: int, form: str) -> str:
    """A count in one of Word's number formats; unknown formats come out in figures."""
    if form.endswith("Letter"):
        letters = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 2_000 else str(number)
        return letters if form == "lowerLetter" else letters.upper()
    if form.endswith("Roman"):
        return roman(number) if form == "lowerRoman" else roman(number).upper()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        return f"{number}{_ordinal_ending(number)}"
    if form in ("cardinalText", "ordinalText"):
        words = _WORDS if form == "cardinalText" else _ORDINALS
        return words[number] if 0 <= number < len(words) else str(number)
    return "" if form == "none" else str(number)


def roman(number: int) -> str:
    """A count in small Roman figures; figures as they are outside 1 to 3,999."""
    if not 0 < number < 4_000:
        return str(number)
    figures = ""
    for worth, sign in _ROMAN:
        figures += sign * (number // worth)
        number %= worth
    return figures


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _format(level: etree._Element) -> str:
    found = next(level.iter(f"{W}numFmt"), None)
    form = "decimal" if found is None else found.get(f"{W}val", "decimal")
    if form == "custom":  # "001, 002, …": the fallback that stands beside it is a plain format
        return "decimalZero" if found is not None and (found.get(f"{W}format") or "").startswith("0") else "decimal"
    return form


def _index(element: etree._Element) -> int:
    return whole(element.get(f"{W}ilvl"), 0, _DEEPEST)
