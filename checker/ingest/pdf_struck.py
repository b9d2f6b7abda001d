"""Words of a PDF page that are struck through, as in tracked changes that were printed with what they replace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.ingest.pdf_words import Glyph, Word, make_word

LOWEST, HIGHEST = 0.10, 0.48  # of the size of the type, above the line that it stands on: where a strike runs
REACH = 1.5  # points that a strike may stand out at either end
COVERED = 0.85  # of a strike's length that must lie on characters: rules of tables run past them
MOST = 2_000  # lines drawn on a page: beyond that it is a drawing
Strike = tuple[float, float, float]  # from x0 to x1 at this height
LINE = 0.5  # of the size of the type: words whose feet are no further apart stand on one line
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TELLING = (re.compile(rf"\b(?:{_MONTH})|\d/\d|\d ?(?:st|nd|rd|th)\b|[£%]|\d[,.]\d{{3}}|day\b"), re.compile(r"\w{2}"))


@dataclass(frozen=True, slots=True)
class Struck:
    """What is struck through in one line, and the line as the file has it, old and new words together."""

    words: str
    line: str


def without_struck(words: Sequence[Word], strikes: Sequence[Strike]) -> tuple[tuple[Word, ...], tuple[Struck, ...]]:
    """The words that stand, and what is struck through of the others, line by line."""
    if not strikes or len(strikes) > MOST:
        return tuple(words), ()
    gone = set(_struck(words, strikes))
    if not gone:
        return tuple(words), ()
    kept: list[Word] = []
    struck: dict[int, list[str]] = {}  # first word of the line: what is struck through in it
    for at, word in enumerate(words):
        left = [glyph for index, glyph in enumerate(word.glyphs) if (at, index) not in gone]
        if len(left) == len(word.glyphs):
            kept.append(word)
            continue
        text = "".join(glyph.text for index, glyph in enumerate(word.glyphs) if (at, index) in gone)
        struck.setdefault(_first_of_line(words, at), []).append(text)
        if left:
            broken = word.broken and left[-1] is word.glyphs[-1]
            joined = word.joined and left[0] is word.glyphs[0]
            kept.append(make_word(left, word.size, bold=word.bold, joined=joined, broken=broken))
    return tuple(kept), tuple(Struck(" ".join(texts), _line(words, at)) for at, texts in struck.items())


def _struck(words: Sequence[Word], strikes: Sequence[Strike]) -> Iterator[tuple[int, int]]:
    """The characters, each by its word and its place in it, that lie under a strike which covers little else."""
    for strike in strikes:
        x0, x1, _ = strike
        under = [
            (at, index, glyph)
            for at, word in enumerate(words)
            if word.x1 > x0 - REACH and word.x0 < x1 + REACH
            for index, glyph in enumerate(word.glyphs)
            if _crosses(strike, glyph, word.size)
        ]
        if under and _span(under) + REACH >= COVERED * (x1 - x0):
            yield from ((at, index) for at, index, _ in under)


def _crosses(strike: Strike, glyph: Glyph, size: float) -> bool:
    x0, x1, height = strike
    middle = (glyph.x0 + glyph.x1) / 2
    return x0 - REACH <= middle <= x1 + REACH and LOWEST * size <= glyph.base - height <= HIGHEST * size


def _span(under: Sequence[tuple[int, int, Glyph]]) -> float:
    return max(glyph.x1 for _, _, glyph in under) - min(glyph.x0 for _, _, glyph in under)


def _first_of_line(words: Sequence[Word], at: int) -> int:
    while at and _on_one_line(words[at - 1], words[at]):
        at -= 1
    return at


def _on_one_line(before: Word, word: Word) -> bool:
    return abs(before.base - word.base) <= LINE * max(before.size, word.size) and before.x0 < word.x1


def _line(words: Sequence[Word], at: int) -> str:
    """The line that begins here, put together as a search or a screen reader has it."""
    parts = [words[at].text]
    while at + 1 < len(words) and _on_one_line(words[at], words[at + 1]):
        at += 1
        parts.append(("" if words[at].joined else " ") + words[at].text)
    return "".join(parts)


def most_telling(struck: Sequence[tuple[int, Struck]], most: int) -> tuple[tuple[int, str], ...]:
    """At most so many of the lines, each with its page: where a day or sum is struck first, single letters last."""

    def rank(item: tuple[int, Struck]) -> int:
        return next((place for place, form in enumerate(_TELLING) if form.search(item[1].words)), len(_TELLING))

    apart = list(dict.fromkeys((page, found.line, rank((page, found))) for page, found in struck))
    first = sorted(range(len(apart)), key=lambda index: (apart[index][2], index))[:most]
    return tuple(apart[index][:2] for index in sorted(first))
