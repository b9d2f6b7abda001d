"""Percentages, ratios and marks, each with the words that say what it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.facts.numerals import WORDS, from_words

_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?)"
_PERCENT = re.compile(
    rf"(?<![\d.,£])(?P<number>{_NUMBER})\s?(?:%|per\s?cent(?:age)?(?!\w)|percentage points(?!\w))|"
    rf"(?<![\w-])(?P<words>{WORDS})\s?(?:%|per\s?cent(?!\w))",
    re.I,
)
_CELL = re.compile(r"^\W{0,2}(\d{1,3}(?:\.\d{1,2})?)\s?(?P<sign>%?)\W{0,2}$")
_RATIO = re.compile(r"(?<![\d.:/])(?P<a>\d{1,3})\s?%?\s?(?::|/|to)\s?(?P<b>\d{1,3})(?![\d:/]|\.\d)\s?%?", re.I)
_MARKS = re.compile(
    r"(?<![\d.£])(?P<number>\d{1,4}(?:\.\d)?)\s?(?:marks|points|"
    r"pts)?\s?(?:out )?of (?:a (?:possible |maximum |total of )?|the |"
    r"total )?(?P<all>\d{2,4})(?:\s(?:marks|points|pts))?(?!\d|\s?%)",
    re.I,
)
_POINTS = re.compile(r"(?<![\d.£])(?P<number>\d{1,4}(?:\.\d)?)\s?(?:marks|points|pts)(?!\w)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of the whole, 0 to 100."""

    percent: float
    start: int
    end: int


def find_percents(text: str) -> tuple[Share, ...]:
    """Every percentage of a text from 0 to 100, in order."""
    shares = []
    for found in _PERCENT.finditer(text):
        number = from_words(found["words"]) if found["words"] else float(found["number"])
        if number is not None and 0 <= number <= 100:
            shares.append(Share(percent=float(number), start=found.start(), end=found.end()))
    return tuple(shares)


def cell_number(cell: str, *, signed: bool = False) -> float | None:
    """The number of a cell that holds nothing else ("40", "40%"), if `signed` only with a per cent sign."""
    found = _CELL.match(cell)
    return float(found[1]) if found and (found["sign"] or not signed) else None


def find_ratios(text: str) -> tuple[tuple[float, float, int, int], ...]:
    """Pairs such as "60:40" and "70/30" that make a hundred, with their place."""
    return tuple(
        (float(found["a"]), float(found["b"]), found.start(), found.end())
        for found in _RATIO.finditer(text)
        if int(found["a"]) + int(found["b"]) == 100
    )


def find_marks(text: str) -> tuple[Share, ...]:
    """Marks out of a stated total ("300 marks of 500"), as shares of a hundred."""
    return tuple(
        Share(
            percent=round(100 * float(found["number"]) / float(found["all"]), 2), start=found.start(), end=found.end()
        )
        for found in _MARKS.finditer(text)
        if float(found["number"]) <= float(found["all"])
    )


def find_points(text: str) -> tuple[Share, ...]:
    """Numbers of marks or points as they stand; a share only once the total is known."""
    return tuple(
        Share(percent=float(found["number"]), start=found.start(), end=found.end()) for found in _POINTS.finditer(text)
    )
