"""Numbers in words and figures, as tenders write them."""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000,
}  # fmt: skip
_WORD = "(?:" + "|".join([*sorted(_SMALL, key=len, reverse=True), "hundred", "thousand", "million", "billion"]) + ")"
WORDS = rf"{_WORD}(?:[\s-]{{1,2}}(?:and[\s-])?{_WORD}){{0,12}}"  # "two hundred and fifty thousand"
FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?!\d)(?:\.\d{1,4})?"
_FIGURES = re.compile(FIGURES)


def from_words(text: str) -> int | None:
    """The number that English words name; None where they name none."""
    total = part = 0
    seen = False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "and":
            continue
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0
        else:
            return None
        seen = True
    return total + part if seen else None


def from_figures(text: str) -> float | None:
    """The number that figures write, commas taken out; None where there are none."""
    found = _FIGURES.fullmatch(text.strip())
    return float(found.group().replace(",", "")) if found else None


def read_number(text: str) -> float | None:
    """A number written either way."""
    figures = from_figures(text)
    return figures if figures is not None else from_words(text)
