"""Blocks that say nothing: contents lists, blank form lines, struck-out text, comments, figures of spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.domain import Block
from checker.structure.rows import number_of_row

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
_WORD = re.compile(r"[^\W\d_]{3}")
_ANSWERS = frozenset({"yes", "true", "false"})
_SENTENCE_WORDS = 12  # a longer cell says something, whatever stands beside it
_ENTRY_WORDS = 3
_ROW_COUNT = re.compile(r"\d{1,6}")
_LEADING_NUMBER = re.compile(r"^\d[\d.]*\s+")
_ASKS = re.compile(r"\b(?:must|shall|should|will|required?|requires|needs?|minimum|mandatory)\b", re.I)
_FIGURES = re.compile(r"\d")


def is_noise(block: Block, under_contents: bool = False) -> bool:
    """Whether a block gives no clause."""
    text = block.text.strip()[:_LOOK]
    if block.pending == "deleted" or block.part in ("comment", "contents") or not _LETTER.search(text):
        return True
    if number_of_row(block) and (block.header or _is_figures(block.cells) or _is_entry(block.cells)):
        return True
    if CONTENTS.fullmatch(text) or _LEADERS.search(text) or _is_blank_line(text):
        return True
    return under_contents and _is_contents_line(block, text)


def _is_figures(cells: Sequence[str]) -> bool:
    """Whether a row of a spreadsheet is a label with its figures: nothing in it asks for anything."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = [cell for cell in filled if not _is_figure(cell)]
    if any(len(cell.split()) > _SENTENCE_WORDS or _ASKS.search(cell) for cell in words):
        return False
    figures = len(filled) - len(words)
    return not words or (figures >= 3 and figures > 2 * len(words))


def _is_figure(cell: str) -> bool:
    """A number, an amount, an error, a tick or an answer."""
    return cell.startswith("#") or cell.lower() in _ANSWERS or not _WORD.search(cell)


def _is_entry(cells: Sequence[str]) -> bool:
    """A title, or an entry of a list to choose from, which sheets hold at their side: "37 | Sheltered Workshop"."""
    words = [cell.strip() for cell in cells if cell.strip() and not _ROW_COUNT.fullmatch(cell.strip())]
    if len(words) != 1 or _ASKS.search(words[0]) or _FIGURES.search(_LEADING_NUMBER.sub("", words[0])):
        return False
    return len(_LEADING_NUMBER.sub("", words[0]).split()) <= _ENTRY_WORDS


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
