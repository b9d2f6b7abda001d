"""Blocks that say nothing: contents lists, blank form lines, struck-out text, comments."""

from __future__ import annotations

import re

from checker.domain import Block

_LEADERS = re.compile(
    r"(?:\.{5,}|…{3,}|(?:\. ){5,})\s*(?:\d{1,3}|[ivx]{1,5})(?:\s|$)|[^\s.:;]\s*(?:\.{4}|_{4,}|"
    r"\t)\s*\d{1,3}\s*$"
)
_PAGE_AT_END = re.compile(r"\s(?:\|\s*)?(?:page\s+)?\d{1,3}\s*$", re.I)
_BLANK_RUN = re.compile(r"_{3,}|\.{5,}|…{2,}|(?:\. ){5,}|-{5,}|(?:_ ){3,}")
_BLANK_AT_END = re.compile(r"(?:_{3,}|\.{5,}|…{2,})\W*$")
_LETTER = re.compile(r"[^\W_]")
CONTENTS = re.compile(r"\W*(?:\d+\W*)?(?:table of )?(?:contents?(?: page| list)?|index)\W*", re.I)
_LOOK = 1500  # characters: such lines are short, and rows of dots are slow to search
_LABEL_WORDS, _CONTENTS_WORDS = 8, 14


def is_noise(block: Block, under_contents: bool = False) -> bool:
    """Whether a block gives no clause."""
    text = block.text.strip()[:_LOOK]
    if block.pending == "deleted" or block.part in ("comment", "contents") or not _LETTER.search(text):
        return True
    if CONTENTS.fullmatch(text) or _LEADERS.search(text) or _is_blank_line(text):
        return True
    return under_contents and _is_contents_line(block, text)


def _is_blank_line(text: str) -> bool:
    """ "Name: ________  Date: ______": labels and blanks only."""
    if not _BLANK_RUN.search(text):
        return False
    words = len(re.findall(r"\w*[^\W_]\w*", text))
    return words <= _LABEL_WORDS or (words <= 2 * _LABEL_WORDS and bool(_BLANK_AT_END.search(text)))


def _is_contents_line(block: Block, text: str) -> bool:
    """A heading without a page number ends the contents list; other short lines belong to it."""
    if len(text.split()) > _CONTENTS_WORDS or text.endswith((".", ":", ";")):
        return False
    return block.kind != "heading" or bool(_PAGE_AT_END.search(text))
