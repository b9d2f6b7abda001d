"""The heading stack: which headings a clause stands under, outermost first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.domain import Block
from checker.structure.roles import opens_a_part

_CONTAINER = re.compile(
    r"(?P<word>(?i:volume|schedule|annexe?|appendix|attachment|enclosure|part|section))\s+"
    r"(?:\d{1,2}|[A-Z]{1,2}\d?|[IVX]{1,5}|(?i:one|two|three|four|five|six|seven|eight|nine|ten))\b"
)
_TYPED_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=[^\W\d_])")
# Ranks are compared, nothing else: an outer heading has the lower one. Levels and dotted numbers count in tens.
_CONTAINER_RANKS = {"volume": 1, "part": 8, "section": 8}
_SCHEDULE_RANK, _PART_RANK, _CAPITALS_RANK, _PLAIN_RANK = 5, 9, 15, 95


@dataclass(frozen=True, slots=True)
class Heading:
    """One open heading."""

    text: str
    number: str | None
    rank: int
    container: str | None = None  # "schedule", "part" …

    @property
    def title(self) -> str:
        return f"{self.number} {self.text}" if self.number else self.text


def heading_of(block: Block) -> Heading:
    """A heading block with its number and rank, from the format's level, its number or its wording."""
    number, text = block.number, block.text.strip()
    if number is None and (typed := _TYPED_NUMBER.match(text)):
        number, text = typed[1], text[typed.end() :]
    number = number.strip().rstrip(".") or None if number else None
    if number and re.fullmatch(r"\d+\.0", number):
        number = number[:-2]  # "3.0" heads section 3
    found = _CONTAINER.match(text)
    word = found["word"].lower() if found else None
    return Heading(text, number, _rank(block, text, number, word), word)


def _rank(block: Block, text: str, number: str | None, container: str | None) -> int:
    if container and container not in ("part", "section"):
        return _CONTAINER_RANKS.get(container, _SCHEDULE_RANK)
    if block.level is not None:
        return 10 * block.level
    if container:
        return _CONTAINER_RANKS[container]
    if number and number[0].isdigit():
        return 10 * (number.count(".") + 1)
    if opens_a_part(text):
        return _PART_RANK
    return _CAPITALS_RANK if text.isupper() else _PLAIN_RANK


def push(stack: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """The stack once this heading is reached."""
    return (*(kept for kept in stack if kept.rank < heading.rank), heading)


def settle(stack: tuple[Heading, ...], number: str | None) -> tuple[Heading, ...]:
    """The stack for a numbered paragraph: "4.4" does not stand under the heading "4.3"."""
    if number is None or "." not in number:
        return stack
    return tuple(kept for kept in stack if not _is_past(kept, number))


def _is_past(heading: Heading, number: str) -> bool:
    mine, its = number.split("."), (heading.number or "").split(".")
    return len(its) > 1 and len(mine) <= len(its) and mine[0] == its[0] and mine[: len(its)] != its
