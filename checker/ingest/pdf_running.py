"""Running headers and footers: lines that come back on page after page at the same height."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.ingest.pdf_lines import Line

PAGES = 3  # a line on fewer pages is text
NEAR = 4  # pages: a form that comes again after that has its own words at the edge of the page, and no header
REGION = 0.17  # of the page's height, at the top and at the bottom
SAME_HEIGHT = 8.0  # points
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(page )?# ?((of|/) ?#)?|- ?# ?-|[ivxl]{1,6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edgeland:
    """The lines near the top or bottom of one page, outermost first."""

    page: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    page: int
    height: float
    line: Line


def running_lines(pages: Sequence[tuple[int, float, Sequence[Line]]]) -> set[int]:
    """The ids of lines that run through the pages; each page is its number, its height and its lines."""
    tops = [Edgeland(page, tuple(line for line in lines if line.base < REGION * high)) for page, high, lines in pages]
    bottoms = [
        Edgeland(page, tuple(line for line in reversed(lines) if line.base > (1 - REGION) * high))
        for page, high, lines in pages
    ]
    return _running(tops) | _running(bottoms)


def _running(places: Sequence[Edgeland]) -> set[int]:
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for place in places:
        for line in place.lines:
            seen[mask(line.text)].append(_Seen(place.page, line.base, line))
    repeated = {id(one.line) for text, group in seen.items() for one in _repeated(text, group)}
    found: set[int] = set()
    for place in places:
        for line in place.lines:
            if id(line) not in repeated:
                break  # what lies further in than a line of text is text too
            found.add(id(line))
    return found


def mask(text: str) -> str:
    return NUMBER.sub("#", " ".join(text.split()))


def _repeated(text: str, group: list[_Seen]) -> list[_Seen]:
    """Those at one height on enough pages around whose numbers are page numbers or always the same."""
    alone = PAGE_NUMBER.fullmatch(text) is not None
    found: list[_Seen] = []
    for one in group:
        alike = [
            other.page
            for other in group
            if abs(other.page - one.page) <= NEAR
            and abs(other.height - one.height) <= SAME_HEIGHT
            and (alone or _same_numbers(one, other))
        ]
        if len(set(alike)) >= PAGES:
            found.append(one)
    return found


def _same_numbers(one: _Seen, other: _Seen) -> bool:
    """ "Page 3 of 9" and "Page 4 of 9" are one footer; "Schedule 1" and "Schedule 2" are headings."""
    step = other.page - one.page
    pairs = zip(NUMBER.findall(one.line.text), NUMBER.findall(other.line.text), strict=True)
    return all(int(b[:9]) - int(a[:9]) in (0, step) for a, b in pairs)
