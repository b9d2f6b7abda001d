"""What is drawn on a page: straight edges that may rule a table, and how many pictures and paths there are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from checker.ingest.pdf_glyphs import Box, Turn

OBJECTS_A_PAGE = 20_000
SEGMENTS_A_PATH = 400
DEPTH = 5  # of forms within forms
THIN = 3.0  # points: a path no thicker than this is a line
SHORTEST = 3.0
TOUCH = 1.5
WHITE = 0xF8
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Edge = dict[str, Any]  # the form that pdfplumber.table works on


@dataclass(slots=True)
class Drawn:
    edges: list[Edge] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)  # coloured areas, as behind a header row
    colours: list[tuple[int, int, int]] = field(default_factory=list)  # of the shades
    paths: int = 0
    images: int = 0
    pictured: float = 0.0  # square points of the largest picture
    cut: bool = False  # more objects than OBJECTS_A_PAGE


def read_drawn(page: Any, turn: Turn) -> Drawn:
    """Edges, shaded areas and counts of a `pypdfium2.PdfPage`, in the coordinates of its words."""
    drawn = Drawn()
    left = OBJECTS_A_PAGE
    for item, matrix in _objects(page.raw):
        left -= 1
        if left < 0:
            drawn.cut = True
            break
        kind = raw.FPDFPageObj_GetType(item)
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            drawn.images += 1
            x0, top, x1, bottom = _bounds(item, matrix, turn)
            drawn.pictured = max(drawn.pictured, (x1 - x0) * (bottom - top))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            drawn.paths += 1
            _add_path(drawn, item, matrix, turn)
    _merge_shades(drawn)
    return drawn


def _merge_shades(drawn: Drawn) -> None:
    """Areas of one colour that touch from above to below are one: text is often shaded line by line."""
    merged: list[tuple[Box, tuple[int, int, int]]] = []
    for box, colour in sorted(zip(drawn.shades, drawn.colours, strict=True), key=lambda pair: (pair[0][0], pair[0][1])):
        (x0, top, x1, bottom), last = box, merged[-1] if merged else None
        stacked = last and abs(last[0][0] - x0) < 1 and abs(last[0][2] - x1) < 1 and top <= last[0][3] + TOUCH
        if last and stacked and last[1] == colour:
            merged[-1] = ((x0, last[0][1], x1, max(bottom, last[0][3])), colour)
        else:
            merged.append((box, colour))
    drawn.shades, drawn.colours = [box for box, _ in merged], [colour for _, colour in merged]
    for x0, top, x1, bottom in drawn.shades:
        for side in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            _add_edge(drawn, *side)


def _objects(page: Any) -> Iterator[tuple[Any, Matrix]]:
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _inside(raw.FPDFPage_GetObject(page, index), IDENTITY, DEPTH)


def _inside(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """The object itself and what it holds if it is a form, with the matrix that places it on the page."""
    if not item:
        return
    yield item, matrix
    if depth and raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM:
        inner = _times(_matrix_of(item), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _inside(raw.FPDFFormObj_GetObject(item, index), inner, depth - 1)


def _matrix_of(item: Any) -> Matrix:
    got = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, got):
        return IDENTITY
    return got.a, got.b, got.c, got.d, got.e, got.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _add_path(drawn: Drawn, item: Any, matrix: Matrix, turn: Turn) -> None:
    filled, stroked = _painted(item)
    if not filled and not stroked:
        return
    x0, top, x1, bottom = _bounds(item, matrix, turn)
    wide, high = x1 - x0, bottom - top
    if min(wide, high) <= THIN:
        _add_edge(drawn, x0, top, x1, bottom)
        return
    colour = _colour(item) if filled else None
    if colour is not None and min(colour) < WHITE and raw.FPDFPath_CountSegments(item) <= 6:
        drawn.shades.append((x0, top, x1, bottom))
        drawn.colours.append(colour)
    if not stroked:
        return  # a coloured area rules by its outline, a white one hides
    for ax, ay, bx, by in _straight_lines(item, _times(_matrix_of(item), matrix), turn):
        _add_edge(drawn, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _painted(item: Any) -> tuple[bool, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, fill, stroke):
        return True, True
    return fill.value != 0, stroke.value != 0


def _colour(item: Any) -> tuple[int, int, int] | None:
    """The colour of an area; None where it cannot be seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return (0, 0, 0)
    return None if alpha.value < 8 else (red.value, green.value, blue.value)


def _bounds(item: Any, matrix: Matrix, turn: Turn) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    ax, ay = _apply(matrix, left.value, bottom.value)
    bx, by = _apply(matrix, right.value, top.value)
    return turn.box(ax, ay, bx, by)


def _straight_lines(item: Any, matrix: Matrix, turn: Turn) -> Iterator[Box]:
    """Every straight piece of a path, from point to point."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    at: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(item), SEGMENTS_A_PATH)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = turn.point(*_apply(matrix, x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO and at is not None:
            yield (*at, *point)
        at = point
        if raw.FPDFPathSegment_GetClose(segment) and start is not None:
            yield (*at, *start)
            at = start


def _add_edge(drawn: Drawn, x0: float, top: float, x1: float, bottom: float) -> None:
    wide, high = x1 - x0, bottom - top
    if wide >= SHORTEST and high <= THIN and wide > high:
        middle = (top + bottom) / 2
        drawn.edges.append(_edge("h", x0, middle, x1, middle))
    elif high >= SHORTEST and wide <= THIN:
        middle = (x0 + x1) / 2
        drawn.edges.append(_edge("v", middle, top, middle, bottom))


def _edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {
        "orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom,
        "width": x1 - x0, "height": bottom - top, "object_type": "line",
    }  # fmt: skip
