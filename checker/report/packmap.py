"""The pack map: which points sit in which document and on which page. Numbers for a picture and for a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from checker.domain import Document, Location, Report
from checker.report.points import Point

COLUMNS = 20  # boxes in a line of the picture
_MOST_BOXES = 400  # of one document; longer ones have several pages in a box
_WORST = ("critical", "high", "medium", "low", "question", "info")
LETTER: Mapping[str, str] = {
    "critical": "C", "high": "H", "medium": "M", "low": "L", "question": "?", "info": "N", "none": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A page or a part of a document; `worst` is the weightiest of its points, "none" without any."""

    name: str  # "page 5", "pages 5 to 8", "part 3 of 20"
    worst: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the picture: the name of its first box and the boxes."""

    first: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class DocumentMap:
    """A document as boxes in lines, and those boxes that hold points."""

    name: str
    unit: str  # what a box is, in words
    lines: tuple[Line, ...]
    busy: tuple[Box, ...]
    count: int  # points in this document
    told: str  # the picture in words


def pack_map(report: Report, points: Mapping[str, Point]) -> tuple[DocumentMap, ...]:
    """A map for every document with text, in the order of the pack."""
    places: dict[str, list[tuple[Location, Point]]] = defaultdict(list)
    for verdict in report.verdicts:
        for place in (verdict.finding.place, *verdict.finding.places):
            if place.location is not None:
                places[place.location.document].append((place.location, points[verdict.finding.id]))
    return tuple(_document(document, places[document.name]) for document in report.pack.documents if document.blocks)


def _document(document: Document, found: list[tuple[Location, Point]]) -> DocumentMap:
    size = max(1, document.pages or 0, *(at.page or 0 for at, _ in found)) if document.pages else len(document.blocks)
    each = -(-size // _MOST_BOXES) if document.pages else max(1, -(-size // COLUMNS))
    here: dict[int, dict[int, Point]] = defaultdict(dict)
    for at, point in found:
        place = (at.page or 1) - 1 if document.pages else min(at.block, size - 1)
        here[place // each][point.number] = point
    total = -(-size // each)
    boxes = [_box(index, each, size, here.get(index, {}), bool(document.pages)) for index in range(total)]
    lines = tuple(
        Line(f"p. {start * each + 1}" if document.pages else "", tuple(boxes[start : start + COLUMNS]))
        for start in range(0, total, COLUMNS)
    )
    busy = tuple(box for box in boxes if box.points)
    count = len({point.number for _, point in found})
    return DocumentMap(document.name, _unit(each, bool(document.pages)), lines, busy, count, _told(busy, total))


def _box(index: int, each: int, size: int, points: Mapping[int, Point], paged: bool) -> Box:
    first, last = index * each + 1, min(size, (index + 1) * each)
    name = f"part {index + 1} of {-(-size // each)}"
    if paged:
        name = f"page {first}" if first == last else f"pages {first} to {last}"
    ordered = tuple(points[number] for number in sorted(points))
    worst = min((point.severity for point in ordered), key=_WORST.index, default="none")
    return Box(name, worst, ordered)


def _unit(each: int, paged: bool) -> str:
    if not paged:
        return "Each box is an equal part of the document, which has no fixed pages."
    return "Each box is a page." if each == 1 else f"Each box is {each} pages."


def _told(busy: tuple[Box, ...], total: int) -> str:
    """What the picture shows, in one sentence."""
    if not busy:
        return "No points."
    most = max(busy, key=lambda box: len(box.points))
    return f"Points in {len(busy)} of {total} boxes; most in {most.name} ({len(most.points)})."
