"""The heading stack: which headings a clause stands under, outermost first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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


_ABOVE = 2  # ranks by which the title of a part stands above the sections that it opens


@dataclass(frozen=True, slots=True)
class Heading:
    """One open heading."""

    text: str
    number: str | None
    rank: int
    container: str | None = None  # "schedule", "part" …
    opens: bool = False  # the title of a part whose sections are numbered from 1 again

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
    return (*(kept for kept in _opened(stack, heading) if kept.rank < heading.rank), heading)


def _opened(stack: tuple[Heading, ...], heading: Heading) -> tuple[Heading, ...]:
    """The stack with the title of a part put above its own sections: those numbered from 1 again behind it.

    "7 Specification" keeps the sections 1, 2 and 3 that follow, until section 8, another part or a schedule comes.
    """
    top = stack[-1] if stack else None
    if top and heading.number == "1" and top.number != "1" and opens_a_part(top.text) and heading.rank <= top.rank:
        above = tuple(kept for kept in stack[:-1] if kept.rank < heading.rank - _ABOVE)
        return (*above, replace(top, rank=heading.rank - _ABOVE, opens=True))
    ends = heading.container is not None or opens_a_part(heading.text) or _goes_on(stack, heading)
    return tuple(kept for kept in stack if not kept.opens) if ends else stack


def _goes_on(stack: tuple[Heading, ...], heading: Heading) -> bool:
    """Whether a section's number follows on that of the part, and not on that of the part's last section."""
    number = _first_number(heading)
    last = [_first_number(kept) for kept in stack if not kept.opens]
    return any(kept.opens and number - 1 == _first_number(kept) > 0 and number - 1 not in last for kept in stack)


def _first_number(heading: Heading) -> int:
    first = (heading.number or "").partition(".")[0]
    return int(first) if first.isdecimal() and len(first) < 4 else 0


def settle(stack: tuple[Heading, ...], number: str | None) -> tuple[Heading, ...]:
    """The stack for a numbered paragraph: "4.4" does not stand under the heading "4.3"."""
    if number is None or "." not in number:
        return stack
    return tuple(kept for kept in stack if not _is_past(kept, number))


def _is_past(heading: Heading, number: str) -> bool:
    mine, its = number.split("."), (heading.number or "").split(".")
    return len(its) > 1 and len(mine) <= len(its) and mine[0] == its[0] and mine[: len(its)] != its
