"""Drafts to blocks: places in the document, numbers of tables, levels of headings."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain import Block, Location
from checker.ingest.pdf_drafts import Draft

LEVELS = 6
SAME_SIZE = 0.6  # points


def make_blocks(drafts: Sequence[Draft], name: str) -> tuple[Block, ...]:
    """One block a draft that has text, in order."""
    kept = [draft for draft in drafts if draft.text]
    sizes = _heading_sizes(kept)
    tables: dict[int, int] = {}
    blocks: list[Block] = []
    for index, draft in enumerate(kept):
        table = None if draft.table is None else tables.setdefault(draft.table, len(tables))
        blocks.append(
            Block(
                text=draft.text,
                kind=draft.kind,
                location=Location(document=name, page=draft.page, block=index, start=0, end=len(draft.text)),
                number=draft.number,
                level=_level(draft, sizes),
                cells=draft.cells,
                header=draft.header,
                table=table,
                part=draft.part,
                pages=draft.pages,
            )
        )
    return tuple(blocks)


def _heading_sizes(drafts: Sequence[Draft]) -> list[float]:
    """The sizes of type of the headings, largest first, near ones taken as one."""
    sizes: list[float] = []
    for size in sorted({draft.size for draft in drafts if draft.kind == "heading"}, reverse=True):
        if not sizes or sizes[-1] - size > SAME_SIZE:
            sizes.append(size)
    return sizes


def _level(draft: Draft, sizes: Sequence[float]) -> int | None:
    """The depth of a heading's number, else the rank of its size."""
    if draft.kind != "heading":
        return None
    if draft.depth:
        return min(draft.depth, LEVELS)
    rank = next((place for place, size in enumerate(sizes, start=1) if draft.size >= size - SAME_SIZE), LEVELS)
    return min(rank, LEVELS)
