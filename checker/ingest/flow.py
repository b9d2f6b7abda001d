"""Paragraphs and tables of a text document -> Document: the last step of the readers of ODT, RTF and web pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.domain import Document, Gap, Ledger
from checker.ingest.numbers import demote_lists
from checker.ingest.unreadable import Unreadable
from checker.ingest.word_blocks import BlockMaker, wants_guessing
from checker.ingest.word_walk import Item

_EMPTY = "The file holds no text: check that the right version was put into the pack."


@dataclass(slots=True)
class Flow:
    """What a reader found; `written` counts the characters of the file, whoever places them."""

    stories: list[tuple[str, Sequence[Item]]] = field(default_factory=list)  # part ("body", "footnote" …) and content
    written: int = 0
    gaps: list[Gap] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    title: str | None = None
    parts_present: int = 1
    parts_read: int = 1


def document_of_flow(flow: Flow, name: str) -> Document:
    """The document of a flow, its body first. Raises Unreadable("empty") when there is no text and no gap."""
    maker = BlockMaker(name, lambda relation: ())
    body = [item for part, items in flow.stories if part == "body" for item in items]
    maker.guess_headings = wants_guessing(body)
    for part, items in flow.stories:
        maker.add_story(items, part)
    blocks = demote_lists(maker.blocks) if maker.guess_headings else tuple(maker.blocks)
    if not blocks and not flow.gaps:
        raise Unreadable("empty", _EMPTY)
    lost = flow.written - maker.placed
    gaps = (Gap(where="text", reason=f"{lost} characters of the file could not be placed"),) if lost > 0 else ()
    ledger = Ledger(
        characters_read=flow.written, characters_placed=maker.placed, parts_present=flow.parts_present,
        parts_read=flow.parts_read, gaps=(*flow.gaps, *gaps),
    )  # fmt: skip
    return Document(
        name=name, role="unknown", blocks=blocks, pages=None, ledger=ledger, warnings=tuple(flow.warnings),
        title=flow.title,
    )  # fmt: skip
