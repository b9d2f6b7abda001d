"""A block in the making: what the layout says, before blocks are joined over pages and numbered."""

from __future__ import annotations

from dataclasses import dataclass

from checker.domain import BlockKind

ENDS = (".", "!", "?", ":", ";", "…")
CLOSERS = "\"'”’)]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    text: str
    kind: BlockKind
    page: int
    number: str | None = None
    depth: int = 0  # of its decimal number
    size: float = 0.0
    bold: bool = False
    x0: float = 0.0
    full: bool = False  # its last line reached the right margin, so the text may run on
    cells: tuple[str, ...] = ()
    header: bool = False
    table: int | None = None
    columns: tuple[int, ...] = ()  # left edges of its table, to know it again on the next page
    part: str = "body"
    dropped: int = 0  # characters read and left out by name: bullets, dots of a leader, hyphens
    level: int | None = None
    pages: tuple[tuple[int, int], ...] = ()
    placed: bool = True  # part of the page's flow, so it may join the next page


def ended(text: str) -> bool:
    """Whether a text ends like a finished sentence or lead-in."""
    return text.rstrip(CLOSERS).endswith(ENDS)


def opens_low(text: str) -> bool:
    """Whether a text begins in lower case, as the middle of a sentence does."""
    return text[:1].islower()
