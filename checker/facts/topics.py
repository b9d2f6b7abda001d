"""How a number that a pack may give twice is worded: the pattern that finds it and the words that tell its value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.facts.numerals import WORDS, read_number

N = rf"(?P<number>\d{{1,4}}|{WORDS})(?:\s?\(\s?[\w\s-]{{1,16}}\s?\))?"
UNIT = r"(?P<unit>(?:(?:calendar|clear|consecutive|working|business) )?days?|weeks?|(?:calendar )?months?)"
LONG = r"(?P<unit>weeks?|(?:calendar )?months?|(?:\w+ )?years?)"
TWO_TIMES = r"\b(?:weeks?|months?|years?)\b.{0,200}\b(?:weeks?|months?|years?)\b"
BUYER = (
    r"\b(?:the )?(?:council|authority|trust|client|customer|buyer|employer|university|college|school|department|"
    r"commissioner|company|purchaser|association|agency|force|museum|board|executive|ministry|we)\b"
)
FIRM = (
    r"\b(?:the )?(?:contractor|supplier|provider|service provider|consultant|processor|firm|operator|caterer|"
    r"contracting firm|installer|seller|tenderer|bidder)\b"
)
Reader = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Topic:
    """How one number is worded, how its value is told, and the words of a sentence that speaks of another thing."""

    name: str
    pattern: re.Pattern[str]
    value: Reader
    unless: re.Pattern[str]


def topic(name: str, pattern: str, value: Reader, unless: str = r"(?!)") -> Topic:
    """A topic; its two patterns do not mind capitals."""
    return Topic(name, re.compile(pattern, re.IGNORECASE), value, re.compile(unless, re.IGNORECASE))


def period(found: re.Match[str]) -> str | None:
    """A length of time as written, "90 days"; None where it is none."""
    number = read_number(found["number"])
    if not number:
        return None
    unit = found["unit"].lower().removesuffix("s")
    return f"{number:g} {unit if number == 1 else unit + 's'}"


def count(noun: str) -> Reader:
    """A reader of "3 copies"."""
    one = {"copies": "copy"}.get(noun, noun)

    def value(found: re.Match[str]) -> str | None:
        number = read_number(found["number"])
        return f"{number:g} {one if number == 1 else noun}" if number else None

    return value


def years(found: re.Match[str]) -> str | None:
    """A number of years, "3 years"."""
    number = read_number(found["number"])
    return f"{number:g} {'year' if number == 1 else 'years'}" if number else None


def scale(found: re.Match[str]) -> str | None:
    """A scale of marks, "0 to 5"."""
    return f"0 to {found['top']}"
