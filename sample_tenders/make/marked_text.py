"""Reads the marked-up source of a sample document: its blocks as printed, and the labels on its passages.

A passage is labelled in place, `{{HEAD :: words}}`, so that what is expected can never drift from what is printed.
HEAD holds one or more of these, joined by ` && `:

    B3 high          a barrier of the catalogue and the severity a careful reviewer would give it
    ~B3 reason       looks like B3 and is none, with the reason
    +M7              good practice
    =deadline        one of the passages that contradict each other about something
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BlockKind = Literal["cover", "contents", "page", "heading", "paragraph", "clause", "item", "table", "box", "control"]
LabelKind = Literal["barrier", "lookalike", "credit", "conflict"]

MARK = re.compile(r"\{\{([^{}]+?) :: ([^{}]+)\}\}")
TRACKED_OR_NOTE = re.compile(r"(\{\+[^{}]*\+\}|\{-[^{}]*-\}|\^\[[^\[\]]*\])")


@dataclass(frozen=True)
class Label:
    """What a careful reviewer would say of one passage."""

    kind: LabelKind
    name: str  # catalogue entry, or what the conflict is about
    note: str  # severity of a barrier, reason of a look-alike
    quote: str
    clause: str


@dataclass(frozen=True)
class SampleBlock:
    """One block as it is to be printed; `rows` of a table, `lines` of a cover or box, `text` of the others."""

    kind: BlockKind
    text: str = ""
    number: str = ""  # empty for what carries no number
    level: int = 0
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()  # percentages of the line
    labelled: bool = False


class Numbering:
    """Counts headings and clauses the way Word does: 1, 1.1, 1.1.1, (a)."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0]
        self._level = 0
        self._items = 0
        self.current = ""

    def heading(self, level: int) -> str:
        self._level = level
        return self._step(level)

    def clause(self) -> str:
        return self._step(self._level + 1)

    def item(self) -> str:
        letter = f"({chr(ord('a') + self._items)})"
        self._items += 1
        self.current = self.current.split("(")[0] + letter
        return letter

    def unnumbered(self, text: str) -> None:
        self.current, self._items = text, 0

    def _step(self, level: int) -> str:
        self._items = 0
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (3 - level)
        self.current = ".".join(str(count) for count in self._counts[:level])
        return self.current


class Reader:
    """Turns source lines into blocks, collecting the labels as it goes."""

    def __init__(self) -> None:
        self.labels: list[Label] = []
        self._numbering = Numbering()
        self._widths: tuple[int, ...] = ()

    def blocks(self, text: str) -> Iterator[SampleBlock]:
        """Yield the blocks of a source in order. Raises ValueError for a label that cannot be read."""
        lines = text.splitlines()
        while lines:
            line = lines.pop(0)
            if line.startswith("!cols "):
                self._widths = tuple(int(width) for width in line.split()[1:])
            elif line.startswith("|"):
                rows = [line, *_taken_while(lines, "|")]
                yield self._table(rows)
            elif line == "!cover":
                yield SampleBlock("cover", lines=tuple(_taken_until(lines, ("", "!page"))))
            elif line == "!box":
                marked = _taken_until(lines, ("!end",))
                lines.pop(0)
                before = len(self.labels)
                yield SampleBlock("box", lines=tuple(map(self._clean, marked)), labelled=len(self.labels) > before)
            elif line.strip():
                yield self._single(line)

    def _single(self, line: str) -> SampleBlock:
        if line == "!toc":
            return SampleBlock("contents")
        if line == "!page":
            return SampleBlock("page")
        if line.startswith("!sdt "):
            return SampleBlock("control", lines=tuple(line.removeprefix("!sdt ").split(" :: ")))
        heading = re.match(r"(#{1,2})(!?) (.+)", line)
        if heading:
            return self._heading(len(heading[1]), bool(heading[2]), heading[3])
        number, kind = "", "paragraph"
        if line.startswith("% "):
            number, line, kind = self._numbering.clause(), line[2:], "clause"
        elif re.match(r"[a-z]\) ", line):
            number, line, kind = self._numbering.item(), line[3:], "item"
        before = len(self.labels)
        text = self._clean(line)
        level = number.count(".") + 1
        labelled = len(self.labels) > before
        return SampleBlock(kind, text, number, level, labelled=labelled)  # type: ignore[arg-type]

    def _heading(self, level: int, unnumbered: bool, text: str) -> SampleBlock:
        if unnumbered:
            self._numbering.unnumbered(text)
            return SampleBlock("heading", text, level=level)
        return SampleBlock("heading", text, self._numbering.heading(level), level)

    def _table(self, lines: list[str]) -> SampleBlock:
        before = len(self.labels)
        cleaned = [self._clean(line) for line in lines if not line.startswith("|---")]
        rows = tuple(tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in cleaned)
        widths, self._widths = self._widths, ()
        return SampleBlock("table", rows=rows, widths=widths, labelled=len(self.labels) > before)

    def _clean(self, text: str) -> str:
        for mark in MARK.finditer(text):
            quote = mark[2].strip().removesuffix("|").strip()
            self.labels += [_label(head, quote, self._numbering.current) for head in mark[1].split(" && ")]
        return MARK.sub(lambda mark: mark[2], text).rstrip()


def read(path: Path) -> tuple[list[SampleBlock], list[Label]]:
    """Give the blocks and the labels of one source file."""
    reader = Reader()
    blocks = list(reader.blocks(path.read_text(encoding="utf-8")))
    return blocks, reader.labels


def _label(head: str, quote: str, clause: str) -> Label:
    kinds: dict[str, LabelKind] = {"~": "lookalike", "+": "credit", "=": "conflict"}
    kind = kinds.get(head[0], "barrier")
    name, _, note = head.lstrip("~+=").partition(" ")
    if kind in ("barrier", "lookalike") and not note:
        raise ValueError(f"The label {head!r} on {quote!r} lacks a severity or a reason.")
    return Label(kind, name, note, quote, clause)


def _taken_while(lines: list[str], start: str) -> list[str]:
    taken = []
    while lines and lines[0].startswith(start):
        taken.append(lines.pop(0))
    return taken


def _taken_until(lines: list[str], ends: tuple[str, ...]) -> list[str]:
    taken = []
    while lines and lines[0] not in ends:
        taken.append(lines.pop(0))
    return taken
