"""Joins what a column or page break has cut: paragraphs that run on, tables that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.domain import RECOGNISED
from checker.ingest.pdf_drafts import Draft, ended, opens_low
from checker.ingest.pdf_hyphens import join_texts
from checker.ingest.pdf_paragraphs import Body
from checker.ingest.pdf_words import letters

NOTES_BETWEEN = 15  # drafts of small type (footnotes) that may stand between the halves of a paragraph
SAME_COLUMN = 4  # points


def join_drafts(before: Sequence[Draft], after: Sequence[Draft], body: Body) -> list[Draft]:
    """Both lists in order, the last paragraph or table of the first joined with the first of the second."""
    if not before or not after:
        return [*before, *after]
    if before[-1].kind == "row" and after[0].kind == "row":
        return _join_tables(list(before), list(after), body)
    place = _last_text(before, body)
    if place is None or not _runs_on(before[place], after[0]):
        return [*before, *after]
    return [*before[:place], _together(before[place], after[0], body), *before[place + 1 :], *after[1:]]


def _last_text(drafts: Sequence[Draft], body: Body) -> int | None:
    """The last draft that may run on, footnotes passed over."""
    for place in range(len(drafts) - 1, max(len(drafts) - NOTES_BETWEEN, 0) - 1, -1):
        draft = drafts[place]
        if not draft.placed:
            return None
        if draft.size >= 0.92 * body.size:
            return place
    return None


def _runs_on(before: Draft, after: Draft) -> bool:
    if before.part != after.part and RECOGNISED in (before.part, after.part):
        return False
    if not after.placed or after.number or after.kind != "paragraph" or before.kind == "heading":
        return False
    if abs(before.size - after.size) > 0.15 * before.size or ended(before.text):
        return False
    return opens_low(after.text) or (before.full and len(before.text.split()) > 8 and not after.bold)


def _together(before: Draft, after: Draft, body: Body) -> Draft:
    text = join_texts(before.text, after.text, body.vocabulary, broken=False)
    lost = letters(before.text) + letters(after.text) - letters(text)
    shift = len(text) - len(after.text)
    pages = before.pages
    if after.page != before.page:
        pages = (*(before.pages or ((0, before.page),)), (shift, after.page))
    dropped = before.dropped + after.dropped + lost
    return replace(before, text=text, full=after.full, dropped=dropped, pages=pages)


def _join_tables(before: list[Draft], after: list[Draft], body: Body) -> list[Draft]:
    """A table that goes on over the page keeps its index; a row cut by the break is made whole."""
    last = before[-1]
    after = _fit_columns(last, after)
    first = after[0]
    if last.page == first.page or not _same_columns(last.columns, first.columns):
        return [*before, *after]
    header = next((draft for draft in before if draft.table == last.table and draft.header), None)
    going_on = first.table
    moved = [_moved(draft, last, header) if draft.table == going_on else draft for draft in after]
    if header is None or first.cells != header.cells:
        moved[0] = replace(moved[0], header=False)
        if _is_rest_of_row(last, first):
            return [*before[:-1], _whole_row(last, first, body), *moved[1:]]
    return [*before, *moved]


def _moved(draft: Draft, last: Draft, header: Draft | None) -> Draft:
    return replace(draft, table=last.table, header=header is not None and draft.cells == header.cells)


def _same_columns(one: Sequence[int], other: Sequence[int]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= SAME_COLUMN for a, b in zip(one, other, strict=True))


def _fit_columns(last: Draft, after: list[Draft]) -> list[Draft]:
    """The rows with the columns of the table before, where they lack some that stay empty on their page."""
    first = after[0]
    places = [_place(x, last.columns) for x in first.columns]
    if len(places) >= len(last.columns) or len(places) < 2 or -1 in places:
        return after
    fitted = []
    for draft in after:
        if draft.table == first.table and draft.kind == "row":
            cells = [""] * len(last.columns)
            for place, cell in zip(places, draft.cells, strict=True):
                cells[place] = cell
            draft = replace(draft, cells=tuple(cells), columns=last.columns)
        fitted.append(draft)
    return fitted


def _place(x: int, columns: Sequence[int]) -> int:
    return next((index for index, other in enumerate(columns) if abs(other - x) <= SAME_COLUMN), -1)


def _is_rest_of_row(last: Draft, first: Draft) -> bool:
    if first.cells[0] or last.header:
        return False
    pairs = [(a, b) for a, b in zip(last.cells, first.cells, strict=True) if b]
    return all(a and not ended(a) and opens_low(b) for a, b in pairs)


def _whole_row(last: Draft, first: Draft, body: Body) -> Draft:
    cells = tuple(join_texts(a, b, body.vocabulary, broken=False) for a, b in zip(last.cells, first.cells, strict=True))
    lost = sum(map(letters, (*last.cells, *first.cells))) - sum(map(letters, cells))
    text = " | ".join(cell for cell in cells if cell)
    return replace(last, cells=cells, text=text, dropped=last.dropped + first.dropped + lost)
