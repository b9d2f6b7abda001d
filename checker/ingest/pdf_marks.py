"""Clause numbers, list marks and bullets at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.ingest.pdf_words import Word

BULLETS = frozenset("►▶•●○◦▪■□◼▫–—-o➢➔→❖✓✔☐☑*·‣⁃")
DASHES = frozenset("–—-o*·→")  # also words of ordinary text: they need a gap behind them
TAB = 0.62  # of the size of the type: a wider gap than a space, as after a number
DECIMAL = re.compile(r"[A-Z]{0,3}\d{1,3}(\.\d{1,3}){1,5}\.?\)?:?")
SINGLE = re.compile(r"\d{1,3}[.)]|\(\d{1,3}\)|\d{1,3}\.\)")
LETTER = re.compile(r"\(?[a-zA-Z]{1,2}\)|\([a-zA-Z]\)\.?|\(?[ivxlcIVXLC]{1,6}\)")
LOOSE_LETTER = re.compile(r"[a-zA-Z]\.|[ivxlc]{1,5}\.")
LOW_LETTER = re.compile(r"[a-z]\.|[ivx]{1,5}\.")  # no initial of a name
BARE = re.compile(r"[A-Z]{0,3}\d{1,3}[a-z]?:?|[A-Z]{1,3}\d{1,2}[.):]")
GLUED = re.compile(r"([A-Z]{0,2}\d{1,2}(?:\.\d{1,2}){0,4}[.)]|\([a-z0-9]{1,3}\))([A-Z“\"‘][^\d.].*)")
CLOCK = re.compile(r"\d{1,2}\.(00|15|30|45)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: `number` as printed (None for a bullet) and how many words it takes."""

    number: str | None
    words: int
    depth: int  # of a decimal number: 2 for "3.2"; 0 for letters and bullets
    listed: bool  # a bullet, letter or single number with bracket: an item of a list


def find_mark(words: Sequence[Word], *, fresh: bool = True) -> Mark | None:
    """The mark that opens a line; `fresh` where the text before may have ended, so doubt goes to the mark."""
    if not words:
        return None
    first = words[0]
    following = words[1] if len(words) > 1 else None
    gap = following.x0 - first.x1 if following else 0.0
    tabbed = following is not None and gap > TAB * first.size
    text = first.text
    if text in BULLETS:
        sure = text not in DASHES or tabbed or (fresh and following is not None and text != "o")
        return Mark(None, 1, 0, True) if sure and following else None
    opens = following is not None and _opens(following.text)
    if DECIMAL.fullmatch(text):
        loose = opens and fresh and not CLOCK.fullmatch(text)
        sure = loose or (tabbed and (fresh or opens)) or (following is None and fresh)
        return Mark(text.rstrip(".:"), 1, text.rstrip(".):").count(".") + 1, False) if sure else None
    if SINGLE.fullmatch(text) and following is not None and (tabbed or (fresh and (opens or text[0] == "("))):
        return Mark(text.rstrip("."), 1, 1, True)
    if LETTER.fullmatch(text) and following is not None and (tabbed or fresh):
        return Mark(text, 1, 0, True)
    if (tabbed and LOOSE_LETTER.fullmatch(text)) or (fresh and following and LOW_LETTER.fullmatch(text)):
        return Mark(text.rstrip("."), 1, 0, True)
    if fresh and BARE.fullmatch(text) and (tabbed or (opens and (text.endswith(".") or _is_title(words)))):
        return Mark(text.rstrip(":."), 1, 1, False)
    return None


def unglue(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line, a number that touches the first word ("1.Introduction") set apart."""
    found = GLUED.fullmatch(words[0].text)
    if not found:
        return words
    first = words[0]
    cut = first.x0 + (first.x1 - first.x0) * len(found.group(1)) / len(first.text)
    mark = replace(first, text=found.group(1), x1=cut - TAB * first.size - 1, broken=False, glyphs=())
    return (mark, replace(first, text=found.group(2), x0=cut, joined=False, glyphs=()), *words[1:])


def is_number(text: str) -> bool:
    """Whether a cell holds nothing but a clause number or list mark."""
    text = text.strip()
    return any(form.fullmatch(text) for form in (DECIMAL, SINGLE, LETTER, LOOSE_LETTER, BARE))


def _opens(text: str) -> bool:
    """Whether a word looks like the first of a sentence or heading."""
    bare = text.lstrip("“‘\"'([")
    return bool(bare) and bare[0].isupper()


def _is_title(words: Sequence[Word]) -> bool:
    """Whether a short line is set as a heading, so that its number needs no gap behind it."""
    text = " ".join(word.text for word in words[1:])
    return len(words) <= 10 and (text.isupper() or all(word.bold for word in words)) and not text.endswith(".")
