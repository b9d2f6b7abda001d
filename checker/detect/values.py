"""Captured words as values: amounts in pounds, numbers, else the words themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.domain import FactValue

_AMOUNT = re.compile(r"(?:£|gbp)?\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|mn|bn|thousand|million|billion)?\b", re.IGNORECASE)
_SCALE = {
    "": 1,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip


def read_values(captured: Mapping[str, str]) -> dict[str, FactValue]:
    """Each captured group as a number where it is one, else as it stands."""
    return {name: read_value(words) for name, words in captured.items()}


def read_value(words: str) -> FactValue:
    """'£2.5m' is 2500000.0, 'thirty' is 30; anything else stays as it is."""
    text = words.strip().rstrip(",.;: ")  # "£100,000, and" is captured with its comma
    found = _AMOUNT.fullmatch(text)
    if found:
        number = float(found[1].replace(",", "").rstrip(".")) * _SCALE[(found[2] or "").lower()]
        return int(number) if number.is_integer() else number
    return _WORDS.get(text.lower(), text)
