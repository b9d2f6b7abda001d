"""Reads the characters of one pdfium page and puts them together to words, upright whatever the rotation."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as raw

from checker.ingest.pdf_words import HYPHEN_MARKS, SPACES, UNNAMED, Glyph, Word, clean, make_word

CHARACTERS_A_PAGE = 200_000
FORCE_BOLD = 0x40000  # a font's flag; its weight says nothing, since pdfium guesses it from the stems
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """From the page's own coordinates to points from the top left, after `quarters` turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.quarters % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        u, v = x - self.left, y - self.bottom
        wide, high = self.right - self.left, self.top - self.bottom
        return ((u, high - v), (v, u), (wide - u, v), (high - v, wide - u))[self.quarters]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


@dataclass(frozen=True, slots=True)
class PageWords:
    words: tuple[Word, ...]
    turn: Turn
    cut: bool  # more characters than CHARACTERS_A_PAGE


@dataclass(slots=True)
class _Found:
    """One character as pdfium gives it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    index: int


def read_words(page: Any) -> PageWords:
    """The words of a `pypdfium2.PdfPage` in the order of its content, and how the page is turned."""
    textpage = page.get_textpage()
    try:
        return _read_words(page, textpage.raw)
    finally:
        textpage.close()


def _read_words(page: Any, text: Any) -> PageWords:
    count = raw.FPDFText_CountChars(text)
    limit = min(count, CHARACTERS_A_PAGE)
    runs = list(_runs(text, limit))
    angles = [_quarter(raw.FPDFText_GetCharAngle(text, run[0].index)) for run, _ in runs]
    weights: Counter[int] = Counter()
    for (run, _), angle in zip(runs, angles, strict=True):
        weights[angle] += len(run)
    upright = weights.most_common(1)[0][0] if weights else (page.get_rotation() // 90) % 4
    left, bottom, right, top = page.get_cropbox()
    turn = Turn(left, bottom, right, top, upright)
    words: list[Word] = []
    for (run, spaced), angle in zip(runs, angles, strict=True):
        bold = _is_bold(text, run[0].index)
        for word in _words_of_run(text, run, turn, bold=bold, spaced=spaced, sideways=angle != upright):
            if named := _named(word, words[-1] if words else None):
                words.append(named)
    return PageWords(tuple(words), turn, count > limit)


def _named(word: Word, before: Word | None) -> Word | None:
    """The word; a lone sign without a name is a bullet at the start of a line, and nothing elsewhere."""
    if UNNAMED not in word.text:
        return word
    if word.text == UNNAMED and (before is None or abs(before.base - word.base) > 0.5 * word.size):
        return replace(word, text="•", glyphs=(word.glyphs[0]._replace(text="•"),))
    kept = [glyph for glyph in word.glyphs if glyph.text != UNNAMED]
    return make_word(kept, word.size, bold=word.bold, joined=word.joined, broken=word.broken) if kept else None


def _runs(text: Any, limit: int) -> Iterator[tuple[list[_Found], bool]]:
    """Characters between spaces, each run with whether a space stands before it."""
    run: list[_Found] = []
    spaced = True
    for found in _characters(text, limit):
        if found is not None:
            run.append(found)
        else:
            if run:
                yield run, spaced
            run, spaced = [], True
    if run:
        yield run, spaced


def _characters(text: Any, limit: int) -> Iterator[_Found | None]:
    """Every character with its box; None for a space."""
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = 0
    for index in range(limit):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not high:
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        character = chr(code) if code < 0x110000 else "\ufffd"
        if character in SPACES:
            yield None
            continue
        character = clean(character)
        if not character or not raw.FPDFText_GetLooseCharBox(text, index, rect):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        yield _Found(character, rect.left, rect.bottom, rect.right, rect.top, x.value, y.value, index)


def _quarter(angle: float) -> int:
    """Quarter turns clockwise that make text upright; pdfium counts its angle clockwise."""
    return -round(angle / (math.pi / 2)) % 4


def _is_bold(text: Any, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 96, flags)
    font = name.value.decode("utf-8", "replace").lower()
    return bool(flags.value & FORCE_BOLD) or any(part in font for part in BOLD_NAMES)


def _words_of_run(
    text: Any, run: list[_Found], turn: Turn, *, bold: bool, spaced: bool, sideways: bool
) -> Iterator[Word]:
    glyphs: list[Glyph] = []
    joined = not spaced
    size = _size(text, run[0])
    apart: Callable[[Glyph, Glyph, float], bool] = _never if sideways else _apart
    for found in run:
        glyph = _glyph(found, turn)
        if glyphs and apart(glyphs[-1], glyph, size):
            yield _close(glyphs, size, bold=bold, joined=joined)
            glyphs, joined, size = [], True, _size(text, found)
        glyphs.append(glyph)
    yield _close(glyphs, size, bold=bold, joined=joined)


def _size(text: Any, found: _Found) -> float:
    """The size of the type on the page, in points; the box says little, since fonts claim what height they like."""
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(text, found.index)
    if size > 0 and raw.FPDFText_GetMatrix(text, found.index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return size if 1.0 <= size <= 400.0 else max(found.top - found.bottom, 1.0)


def _close(glyphs: list[Glyph], size: float, *, bold: bool, joined: bool) -> Word:
    broken = glyphs[-1].text in HYPHEN_MARKS
    kept = [glyph._replace(text="-") if glyph.text in HYPHEN_MARKS else glyph for glyph in glyphs]
    return make_word(kept, size, bold=bold, joined=joined, broken=broken)


def _glyph(found: _Found, turn: Turn) -> Glyph:
    if turn.quarters == 0 and found.left <= found.right and found.bottom <= found.top:  # nearly always: the same, fast
        left, low, high = turn.left, turn.bottom, turn.top - turn.bottom
        top, bottom = high - (found.top - low), high - (found.bottom - low)
        return Glyph(found.text, found.left - left, top, found.right - left, bottom, high - (found.y - low))
    x0, top, x1, bottom = turn.box(found.left, found.bottom, found.right, found.top)
    return Glyph(found.text, x0, top, x1, bottom, turn.point(found.x, found.y)[1])


def _never(before: Glyph, after: Glyph, size: float) -> bool:
    return False


def _apart(before: Glyph, after: Glyph, size: float) -> bool:
    """Whether a character no longer belongs to the word before it, though no space stands between."""
    shifted = abs(after.base - before.base) > 0.15 * size
    return shifted or after.x0 - before.x1 > 0.3 * size or after.x0 < before.x0 - size
