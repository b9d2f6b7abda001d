"""Words of a PDF page with their boxes, in points from the top left corner of the page as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

SPACES = frozenset(
    " \t\r\n\f\v\x00\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
HYPHEN_MARKS = frozenset("\ufffe\x02\u00ad")  # what pdfium gives for a hyphen at the end of a line, and the soft hyphen
UNNAMED = "\x01"  # a drawn sign whose font does not say what it means
IGNORED = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
REPLACED = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u2010": "-", "\u2011": "-",
    # Symbol and Wingdings marks, which arrive in the private use area
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "□", "\uf06f": "□", "\uf0fe": "☑",
    "\uf02d": "-", "\uf0e0": "→", "\uf0be": "—", "\uf076": "❖", "\uf06e": "■", "\uf0b0": "°",
    "\uf050": "✓", "\uf04f": "✗", "\uf052": "☑", "\uf051": "☒", "\uf0fb": "✗", "\uf0fd": "☒",
}  # fmt: skip


class Glyph(NamedTuple):
    """One character where it stands; `base` is the height of the line it stands on."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between; `joined` where it follows the word before without one."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    joined: bool = False
    broken: bool = False  # ends in a hyphen that stood at the end of a line
    glyphs: tuple[Glyph, ...] = ()

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@cache
def clean(character: str) -> str:
    """The character as it is kept: ligatures opened, marks of symbol fonts named, invisible ones gone."""
    if character in IGNORED or "\ud800" <= character <= "\udfff":
        return ""
    if character < " " and character not in HYPHEN_MARKS:
        return UNNAMED
    return REPLACED.get(character, character)


def make_word(glyphs: Sequence[Glyph], size: float, *, bold: bool, joined: bool, broken: bool = False) -> Word:
    """One word of its characters, which must not be empty."""
    texts, lefts, tops, rights, bottoms, bases = zip(*glyphs, strict=True)
    return Word(
        text="".join(texts),
        x0=min(lefts),
        top=min(tops),
        x1=max(rights),
        bottom=max(bottoms),
        base=bases[0],
        size=size,
        bold=bold,
        joined=joined,
        broken=broken,
        glyphs=tuple(glyphs),
    )


def bare(word: Word) -> Word:
    """The word without its glyphs, which take most of the memory; dataclasses.replace is too slow for every word."""
    return Word(
        word.text, word.x0, word.top, word.x1, word.bottom, word.base, word.size, word.bold, word.joined, word.broken
    )


def letters(text: str) -> int:
    """Characters that are no white space: the unit of the ledger."""
    return len("".join(text.split()))


def total(words: Iterable[Word]) -> int:
    return sum(letters(word.text) for word in words)
