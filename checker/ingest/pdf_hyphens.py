"""Joins lines of text, deciding what a hyphen at the end of a line was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.ingest.pdf_lines import Line, spell
from checker.ingest.pdf_words import letters

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
TAIL = re.compile(r"([A-Za-z]+)-$")
HEAD = re.compile(r"([a-z]+)")
LEADER = re.compile(r"([.·…_‥]\s?){6,}")
SHORT_LEADER = "....."


@dataclass(slots=True)
class Vocabulary:
    """The words of a file, so that "sub-" + "contract" is spelt as the file spells it elsewhere."""

    words: set[str] = field(default_factory=set)

    def learn(self, lines: Iterable[Line]) -> None:
        """Takes in the words of lines in reading order, but for the halves of words cut at their ends."""
        cut = False
        for line in lines:
            text = line.text.partition(" ")[2] if cut else line.text
            cut = text.endswith("-")
            self.words.update(word.lower() for word in WORD.findall(text.rpartition(" ")[0] if cut else text))

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether `before-after` is a compound and not one word cut in two."""
        whole, compound = (before + after).lower(), f"{before}-{after}".lower()
        if whole in self.words:
            return False
        return compound in self.words or (before.lower() in self.words and after.lower() in self.words)


def join_texts(before: str, after: str, vocabulary: Vocabulary, *, broken: bool) -> str:
    """Two pieces of one text: a space between, or none after a hyphen, which goes where it only cut a word."""
    if not before or not after:
        return before or after
    tail, head = TAIL.search(before), HEAD.match(after)
    if tail and head:
        if not vocabulary.keeps_hyphen(tail.group(1), head.group(1)):
            return before[:-1] + after
        return before + after
    if broken or before.endswith("/"):
        return before + after
    return f"{before} {after}"


def join_lines(lines: Sequence[Line], vocabulary: Vocabulary, *, skip: int = 0) -> tuple[str, int]:
    """One text of lines, without the first `skip` words; and how many characters were left out."""
    pieces = [spell(lines[0].words[skip:]), *(line.text for line in lines[1:])]
    text = pieces[0]
    for line, piece in zip(lines, pieces[1:], strict=False):
        text = join_texts(text, piece, vocabulary, broken=line.broken)
    text = LEADER.sub(f" {SHORT_LEADER} ", text)
    text = " ".join(text.split())
    return text, sum(letters(piece) for piece in pieces) - letters(text)
