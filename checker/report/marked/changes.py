"""Which rewrites become a tracked change, and of which words: as few as will do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.domain import Block, Location, Report, Rewrite, Verdict

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a block to take out, and the text to put in after them ("" for none).

    With `start` equal to `end` the text goes in there and nothing comes out.
    """

    block: int
    start: int
    end: int
    text: str

    def touches(self, other: Change) -> bool:
        """Whether two changes are of the same words."""
        return self.block == other.block and self.start <= other.end and other.start <= self.end


def change_of(verdict: Verdict, place: int, report: Report) -> Change | None:
    """The tracked change that shows the rewrite of a verdict's place; None where it is advice or cannot be set there.

    `place` is 0 for the finding's own, 1 for the first of its further places, and so on. Only a whole sentence is
    replaced, only by a text that passed our own rules, and never in a heading or across the cells of a table.
    """
    found = (r for r in report.rewrites if r.finding_id == verdict.finding.id and r.place == place and r.checked)
    rewrite = next(found, None)
    location = (verdict.finding.place, *verdict.finding.places)[place].location
    if rewrite is None or verdict.outcome == "review" or location is None:
        return None
    block = _block(report, location)
    if block is None or block.kind == "heading" or not _is_whole(location, report):
        return None
    start, end = _bounds(block.text, location)
    if len({cell for cell in block.cells if cell}) > 1 and not _within_cell(block, start, end):
        return None
    new = rewrite.text.strip()
    if rewrite.kind == "replace" and new:
        return replacement(block, start, end, new)
    if rewrite.kind == "insert" and new:
        at = _place_to_put(rewrite, block, end)
        return None if at is None else Change(location.block, at, at, f" {new}")
    if rewrite.kind == "delete" and new in ("", block.text[start:end]):
        first, last = rewrite.start or 0, end - start if rewrite.end is None else rewrite.end
        return Change(location.block, start + first, start + last, "")
    return None


def _place_to_put(rewrite: Rewrite, block: Block, end: int) -> int | None:
    """Where new words go into a block: behind the passage, or at the end of it all; None where they go elsewhere."""
    if rewrite.belongs.startswith("under "):
        return None
    return len(block.text.rstrip()) if rewrite.belongs.startswith("at the end") and not block.cells else end


def replacement(block: Block, start: int, end: int, new: str) -> Change | None:
    """The change of these words into `new`, without the words that both begin or end with; None when they are alike."""
    old = block.text[start:end]
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    first, last = _common([word[0] for word in before], [word[0] for word in after])
    if first == len(before) == len(after):
        return None
    if first + last in (len(before), len(after)):  # only in or only out: a word beside it goes along, for the spaces
        first, last = (first - 1, last) if first else (first, last - 1)
    begin, finish = before[first].start(), before[len(before) - 1 - last].end()
    text = new[after[first].start() : after[len(after) - 1 - last].end()] if first + last < len(after) else ""
    return Change(block.location.block, start + begin, start + finish, text)


def _common(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many words two lists begin with alike, and how many of the rest they end with alike."""
    most = min(len(before), len(after))
    first = next((index for index in range(most) if before[index] != after[index]), most)
    most -= first
    last = next((index for index in range(most) if before[-1 - index] != after[-1 - index]), most)
    return first, last


def _block(report: Report, location: Location) -> Block | None:
    for document in report.pack.documents:
        if document.name == location.document and location.block < len(document.blocks):
            return document.blocks[location.block]
    return None


def _is_whole(location: Location, report: Report) -> bool:
    """Whether a passage is a whole sentence as the checker reads it."""
    return any(
        sentence.location == location
        for clause in report.clauses
        if clause.location.block == location.block and clause.document == location.document
        for sentence in clause.sentences
    )


def _bounds(text: str, location: Location) -> tuple[int, int]:
    """The passage without white space at its ends."""
    old = text[location.start : location.end]
    return location.start + len(old) - len(old.lstrip()), location.end - (len(old) - len(old.rstrip()))


def _within_cell(block: Block, start: int, end: int) -> bool:
    return "|" not in block.text[start:end] and any(block.text[start:end] in cell for cell in block.cells)
