"""What the wording model sees of a passage. Training and checking use these same functions, so they cannot disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# A sum, a percentage, another number, or a word: amounts differ from tender to tender, their kind does not.
_TOKEN = re.compile(r"[£€$] ?\d[\d,.]*|\d[\d,.]* ?(?:%|per cent\b|percent\b)|\d[\d,.:/-]*|[a-z]+(?:'[a-z]+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDING = re.compile(r"(?:ations?|ments?|ings?|ies|ied|es|ed|s|ly)$")
_SHORTEST_STEM = 3  # letters
_WORD = re.compile(r"\S+")
_LETTERS = (3, 4, 5)  # lengths of the runs of letters


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item or table row with the words above it: headings, lead-in, column names."""

    text: str
    above: str = ""


def words_of(passage: Passage) -> list[str]:
    """Stems and pairs of stems of the text."""
    return _with_pairs(_stems(passage.text))


def above_of(passage: Passage) -> list[str]:
    """Stems and pairs of stems of what stands above it."""
    return _with_pairs(_stems(passage.above))


def letters_of(passage: Passage) -> list[str]:
    """Runs of three to five letters within words (a space marks an end): they bridge endings and misspellings."""
    return [
        padded[start : start + length]
        for word in _WORD.findall(_plain(passage.text))
        for padded in (f" {word} ",)
        for length in _LETTERS
        for start in range(max(1, len(padded) - length + 1))
    ]


BLOCKS = {"words": words_of, "above": above_of, "letters": letters_of}


def word_with_stem(text: str, stem: str) -> str | None:
    """The first word of the text that has this stem, as it stands there."""
    plain = _plain(text)
    for found in _TOKEN.finditer(plain):
        if next(_each_stem(found[0]), None) == stem:
            return text[found.start() : found.end()] if len(plain) == len(text) else found[0]
    return None


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'")


def _stems(text: str) -> list[str]:
    return list(_each_stem(_plain(text)))


def _each_stem(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text):
        if token[0] in "£€$":
            yield "<money>"
        elif token[0].isdigit():
            yield _number(token)
        else:
            yield _stem(token)


def _number(token: str) -> str:
    if token.endswith(("%", "cent")):
        return "<percent>"
    return "<year>" if _YEAR.fullmatch(token) else "<number>"


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def _with_pairs(stems: list[str]) -> list[str]:
    return [*stems, *(f"{first} {second}" for first, second in pairwise(stems))]
