"""Clause numbers, bullets and headings as they are typed, for formats that do not mark them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.domain import Block

BULLETS = "\u2022\u2023\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1\u2043\u2219\u27a2\u2713\u2714\uf0b7\uf0a7\uf0d8\u00b7"
_BULLET = re.compile(rf"[{BULLETS}]\s*|[-\u2013\u2014*+o]\s+")
_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_LETTER = rf"(?:{_ROMAN}|[a-z]|aa|bb|cc|dd|ee|ff|gg|hh)"
_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,6}(?:\([a-z]{1,3}\))?)[.:)]?(\s+)")
_SINGLE = re.compile(r"(\d{1,3}(?:\)|(?=[.:]\s)))[.:]?\s+")
_BRACKETED = re.compile(rf"(\((?:{_LETTER}|[A-Z]|\d{{1,3}})\))\s+")
_LETTERED = re.compile(rf"({_LETTER}(?:\)|(?=\.\s))|[A-Z]\)|[A-Z](?=\.(?:\t|\s\s)))\.?\s+")
_PREFIXED = re.compile(r"([A-Z]{1,3}\d{1,3}(?:\.\d{1,3}){1,4}|Q\d{1,3})[.:)]?\s+(?=[A-Z\"'\u201c\u2018])")
_BARE = re.compile(r"(\d{1,2})(\s+)(?=[A-Z])")
_OPENS = re.compile(r"[A-Z\"'\u201c\u2018(\[\u00a3]")
_NOT_A_CLAUSE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Road|Street|House|"
    r"Avenue|Lane|Square|Place|Way|Court|Floor|Park|Drive|Close|Gardens|Crescent)\b"
)
_ENDS_SENTENCE = (".", ";", ",", "; and", "; or")
_SPEAKS = re.compile(r"\b(must|shall|should|will|may|is|are|has|have|can|cannot|please|you|we)\b", re.IGNORECASE)
_ORDERS = re.compile(r"\b(must|shall|should|will|may)\b", re.IGNORECASE)
_LONGEST_HEADING = 100  # characters
_MOST_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Typed:
    """A line taken apart: number or bullet, and the rest."""

    number: str | None
    bullet: bool
    text: str


def split_typed(line: str) -> Typed:
    """The number ("3.2", "(a)", no closing full stop) or bullet typed at the start of a line, and the rest.

    Only what leaves some text behind is split off, so that a line that is nothing but a number stays whole.
    """
    line = line.strip()
    number, rest = _numbered(line)
    if number and rest:
        return Typed(number, False, rest)
    bullet = _BULLET.match(line)
    if bullet and line[bullet.end() :]:
        return Typed(None, True, line[bullet.end() :])
    return Typed(None, False, line)


def _numbered(line: str) -> tuple[str | None, str]:
    for pattern in (_SINGLE, _BRACKETED, _LETTERED, _PREFIXED):
        found = pattern.match(line)
        if found:
            return found[1], line[found.end() :]
    found = _DOTTED.match(line)
    if found and _is_clause_number(found[1], found[2], line[found.end() :]):
        return found[1], line[found.end() :]
    found = _BARE.match(line)
    if found and _is_bare_number(found[2], line[found.end() :]):
        return found[1], line[found.end() :]
    return None, line


def _is_clause_number(number: str, gap: str, rest: str) -> bool:
    """Tells "3.2 The supplier" from "3.2 million" and "10.00 Site visit"."""
    if number.count(".") == 1 and number.endswith(".00"):
        return False
    return "\t" in gap or number.count(".") > 1 or bool(_OPENS.match(rest))


def _is_bare_number(gap: str, rest: str) -> bool:
    """Tells "3 Insurance" from "3 May 2027" and from the first line of an address."""
    if _NOT_A_CLAUSE.search(rest[:60]):
        return False
    return "\t" in gap or len(gap) > 1 or (len(rest.split()) <= 8 and not rest.endswith((".", ",", ";")))


def reads_as_sentence(text: str) -> bool:
    """Whether a line that is set as a heading is a sentence, a list item or the lead-in of a list all the same."""
    words = len(text.split())
    leads_in = text.endswith(":") and (words >= 8 or bool(_ORDERS.search(text)))
    return len(text) > 2 * _LONGEST_HEADING or leads_in or (words >= 5 and text.endswith(_ENDS_SENTENCE))


def heading_level(text: str, number: str | None, *, bold: bool = False) -> int | None:
    """Level of a short line that stands as a heading, judged by its looks; 0 when it has none to tell; None if not one.

    A heading is bold, in capitals, or numbered in figures, and does not speak in sentences.
    """
    if not _could_be_heading(text):
        return None
    if number is not None and number.rstrip(".")[:1].isdigit() and ")" not in number:
        opens_well = bool(_OPENS.match(text)) and not _SPEAKS.search(text) and not text.endswith(":")
        return number.strip(".").count(".") + 1 if bold or opens_well else None
    letters = sum(character.isalpha() for character in text)
    capitals = letters >= 4 and text.upper() == text and text.lower() != text and number is None
    return 0 if capitals or (bold and number is None) else None


def _could_be_heading(text: str) -> bool:
    short = len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_HEADING_WORDS
    ends = text.endswith(_ENDS_SENTENCE) or reads_as_sentence(text)
    return short and any(map(str.isalpha, text)) and not ends


_ALONE = re.compile(r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,3}){0,6}[.)]?|\((?:[a-z]{1,3}|\d{1,3})\)|[a-z]\)")


def is_number(text: str) -> bool:
    """Whether a table cell holds nothing but the number of its row."""
    return bool(_ALONE.fullmatch(text))


def demote_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks with runs of guessed headings that follow each other with nothing between turned into list items.

    Three short numbered lines in a row are a list or a table of contents, whatever they look like alone.
    """
    result = list(blocks)
    start = 0
    for index in range(1, len(blocks) + 1):
        if index < len(blocks) and _follows(blocks[index - 1], blocks[index]):
            continue
        if index - start >= 3:
            result[start:index] = (replace(block, kind="item", level=None) for block in blocks[start:index])
        start = index
    return tuple(result)


def _follows(block: Block, following: Block) -> bool:
    """Whether two neighbours are headings numbered one after the other on one level."""
    if block.kind != "heading" or following.kind != "heading" or not block.number or not following.number:
        return False
    before, _, last = block.number.rpartition(".")
    before_next, _, last_next = following.number.rpartition(".")
    return before == before_next and last.isdecimal() and last_next.isdecimal() and int(last_next) == int(last) + 1
