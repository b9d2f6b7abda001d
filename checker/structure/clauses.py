"""Blocks of a document into clauses with headings, numbers, lead-ins, roles and marked sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.domain import RECOGNISED, Block, Clause, Document, Location, Pack, Role
from checker.structure.evidence import roles_by_evidence
from checker.structure.headings import Heading, heading_of, push, settle
from checker.structure.listmarks import style_of
from checker.structure.listwalk import ListWalk
from checker.structure.marks import Setting, marked
from checker.structure.noise import CONTENTS, is_noise
from checker.structure.roles import role_under
from checker.structure.rows import columns_by_row, number_of_row, row_spans, sentences_whole
from checker.structure.sentences import Part, Span, split_text
from checker.structure.words import buyer_names


def find_clauses(pack: Pack) -> tuple[Clause, ...]:
    """Every clause of a pack, document by document in the pack's order."""
    buyers = buyer_names(block.text for document in pack.documents for block in document.blocks)
    return tuple(clause for document in pack.documents for clause in _Walk(document, buyers).clauses())


def clauses_of(document: Document) -> tuple[Clause, ...]:
    """Every clause of one document, in reading order; headings are clauses whose sentence has kind "heading"."""
    return tuple(_Walk(document, buyer_names(block.text for block in document.blocks)).clauses())


class _Walk:
    """One pass over a document's blocks."""

    def __init__(self, document: Document, buyers: re.Pattern[str] | None) -> None:
        self._document = document
        self._buyers = buyers
        self._stack: tuple[Heading, ...] = ()
        self._lists = ListWalk()
        self._columns = columns_by_row(document.blocks)
        self._shown = {
            document.blocks[place].location.block: role for place, role in roles_by_evidence(document.blocks).items()
        }

    def clauses(self) -> Iterator[Clause]:
        under_contents = False
        for place, block in enumerate(self._document.blocks):
            if CONTENTS.fullmatch(block.text.strip()):
                under_contents = True
            elif not is_noise(block, under_contents):
                under_contents = False  # the first line of another kind ends the contents list
            if not is_noise(block, under_contents):
                yield from self._of_block(place, block)

    def _of_block(self, place: int, block: Block) -> Iterator[Clause]:
        if block.kind == "heading":
            yield from self._heading(block)
        elif block.kind == "row":
            setting = Setting(kind="row", cells=block.cells, columns=self._columns.get(place, ()))
            yield from self._clause(block, row_spans(block), setting, number_of_row(block) or self._lists.number)
        elif block.kind == "note":
            spans = tuple(span for part in split_text(block.text) for span in part.spans)
            yield from self._clause(block, spans, Setting(kind="note"), block.number)
        else:
            yield from self._text(block)

    def _heading(self, block: Block) -> Iterator[Clause]:
        heading = heading_of(block)
        self._lists.heading(heading.number, heading.text)
        outer = push(self._stack, heading)
        self._stack = outer[:-1]
        yield from self._clause(block, sentences_whole(block.text), Setting(kind="heading"), heading.number, (heading,))
        self._stack = outer

    def _text(self, block: Block) -> Iterator[Clause]:
        for order, part in enumerate(split_text(block.text)):
            first = order == 0
            mark = self._mark(block, part) if first else part.mark
            last = block.text[slice(*part.spans[-1])]
            if part.item or (first and self._is_item(block, mark)):
                number, lead_in = self._lists.item(mark, last)
                kind = block.kind if first else "item"
                yield from self._clause(block, part.spans, Setting(kind=kind, lead_in=lead_in), number)
            else:
                yield from self._paragraph(block, part, mark, last)

    def _mark(self, block: Block, part: Part) -> str | None:
        """The mark of a block's first part; a clause that begins with a list counts as reached first."""
        number = part.number or (block.number if part.mark else None)
        if number and part.mark:
            self._lists.paragraph("", "", number.strip().rstrip("."))
            return part.mark
        return block.number or part.mark

    def _is_item(self, block: Block, mark: str | None) -> bool:
        if block.kind == "item":
            return True
        if mark is None:
            return False
        style = style_of(mark)
        return style in ("bullet", "letter", "roman") or (style == "number" and self._lists.awaits_items())

    def _paragraph(self, block: Block, part: Part, mark: str | None, last: str) -> Iterator[Clause]:
        number = mark.strip().rstrip(".") if mark else None
        self._stack = settle(self._stack, number)
        text = block.text[part.spans[0][0] : part.spans[-1][1]]
        lead_in = self._lists.paragraph(text, last, number)
        yield from self._clause(block, part.spans, Setting(kind=block.kind, lead_in=lead_in), self._lists.number)

    def _clause(
        self, block: Block, spans: tuple[Span, ...], setting: Setting, number: str | None, own: tuple[Heading, ...] = ()
    ) -> Iterator[Clause]:
        """The clause of these spans; a heading (`own`) counts for its role, not for its path."""
        if not spans:
            return
        headings = () if block.part in ("header", "footer") else tuple(heading.title for heading in self._stack)
        role = self._role(block, (*headings, *(heading.title for heading in own)))
        recognised = block.part == RECOGNISED
        first = replace(setting, headings=headings, role=role, buyers=self._buyers, recognised=recognised)
        later = replace(first, lead_in="")  # an item's second sentence stands on its own
        yield Clause(
            document=self._document.name,
            number=number,
            headings=headings,
            role=role,
            sentences=tuple(
                marked(block.text[start:end], _place(block, start, end), later if order else first)
                for order, (start, end) in enumerate(spans)
            ),
            location=_place(block, spans[0][0], spans[-1][1]),
            lead_in=setting.lead_in,
        )

    def _role(self, block: Block, headings: tuple[str, ...]) -> Role:
        """What the headings say; where they say nothing, what the section's own words show."""
        silent = role_under("unknown", headings) == "unknown"
        shown = self._shown.get(block.location.block)
        if silent and shown and self._document.role in ("instructions", "unknown", "other"):
            return shown
        return role_under(self._document.role, headings)


def _place(block: Block, start: int, end: int) -> Location:
    """The location of a span of a block; of a block over several pages, the page where the span starts."""
    page = block.location.page
    for offset, number in block.pages:
        if offset <= start:
            page = number
    return replace(block.location, page=page, start=start, end=end)
