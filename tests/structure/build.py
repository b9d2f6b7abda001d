"""Blocks and documents for the tests of the structure stage."""

from __future__ import annotations

from checker.domain import Block, BlockKind, Document, Ledger, Location, Pending, Role


def block(
    text: str, kind: BlockKind = "paragraph", *, number: str | None = None, level: int | None = None,
    cells: tuple[str, ...] = (), header: bool = False, table: int | None = None, part: str = "body",
    pending: Pending = "none", page: int | None = 1, pages: tuple[tuple[int, int], ...] = (),
) -> Block:  # fmt: skip
    place = Location(document="itt.docx", page=page, block=0, start=0, end=len(text))
    return Block(text=text, kind=kind, location=place, number=number, level=level, cells=cells, header=header,
                 table=table, part=part, pending=pending, pages=pages)  # fmt: skip


def heading(text: str, number: str | None = None, level: int | None = None) -> Block:
    return block(text, "heading", number=number, level=level)


def item(text: str, number: str | None = None) -> Block:
    return block(text, "item", number=number)


def row(*cells: str, header: bool = False, table: int | None = 0) -> Block:
    return block(" | ".join(cell for cell in cells if cell), "row", cells=cells, header=header, table=table)


def document(*blocks: Block, role: Role = "unknown", name: str = "itt.docx") -> Document:
    """A document of these blocks, numbered in order."""
    placed = []
    for place, one in enumerate(blocks):
        location = Location(document=name, page=one.location.page, block=place, start=0, end=len(one.text))
        values = {field: getattr(one, field) for field in one.__dataclass_fields__}
        placed.append(Block(**{**values, "location": location}))
    return Document(name=name, role=role, blocks=tuple(placed), pages=None, ledger=Ledger())
