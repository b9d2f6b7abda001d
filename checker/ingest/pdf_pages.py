"""One page after another: words, tables and drawings read, then put in order as drafts of blocks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from statistics import median_low
from typing import Any

from checker.domain import RECOGNISED, Gap
from checker.ingest.pdf_aligned import find_aligned
from checker.ingest.pdf_document import PICTURE
from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_drawn import OBJECTS_A_PAGE, Drawn, read_drawn
from checker.ingest.pdf_glyphs import CHARACTERS_A_PAGE, Box, read_words
from checker.ingest.pdf_grids import find_grids, outline, split_at_cells
from checker.ingest.pdf_hyphens import Vocabulary
from checker.ingest.pdf_join import join_drafts
from checker.ingest.pdf_lines import Line, make_lines, reading_order
from checker.ingest.pdf_lists import ListRows, find_lists, list_drafts
from checker.ingest.pdf_paragraphs import Body, make_paragraphs, right_edge
from checker.ingest.pdf_rows import table_drafts
from checker.ingest.pdf_running import REGION, running_lines
from checker.ingest.pdf_struck import Struck, without_struck
from checker.ingest.pdf_tables import take_tables
from checker.ingest.pdf_words import Word, letters, total

FEW_PATHS = 3  # a rule or two on an otherwise blank page is no picture
FEW_LETTERS = 20
LONG_LINE = 7  # words
MOST_OF_PAGE = 0.6


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What stands on one page, before it is known what runs through all of them."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[tuple[Box, ...], ...]
    drawn: Drawn
    gaps: tuple[Gap, ...] = ()
    sure: float | None = None  # of words recognised in a picture: how sure they are on average, of 100
    struck: tuple[Struck, ...] = ()  # what is struck through, and so left out

    @property
    def letters(self) -> int:
        return total(self.words)


@dataclass(slots=True)
class Placed:
    """Drafts of some pages in order, and how many characters were dropped as running headers and footers."""

    drafts: list[Draft] = field(default_factory=list)
    running: int = 0


def read_page(page: Any, number: int) -> ReadPage:
    """Reads a `pypdfium2.PdfPage`; what the limits cut off and pictures without text are named as gaps."""
    found = read_words(page)
    drawn = read_drawn(page, found.turn)
    width, height = found.turn.size
    ruled = find_grids(drawn)
    standing, struck = without_struck(found.words, _across(drawn))
    pieces, grids = split_at_cells(standing, ruled or [])
    words = tuple(pieces)
    gaps = []
    if found.cut:
        gaps.append(Gap(where=f"page {number}", reason=f"only the first {CHARACTERS_A_PAGE:,} characters were read"))
    if drawn.cut:
        reason = f"only the first {OBJECTS_A_PAGE:,} drawn objects were looked at for tables"
        gaps.append(Gap(where=f"page {number}", reason=reason))
    if ruled is None:
        gaps.append(
            Gap(where=f"page {number}", reason="too many lines are drawn to tell its tables: read as plain text")
        )
    if _is_picture(words, drawn, width * height):
        gaps.append(Gap(where=f"page {number}", reason=PICTURE))
    boxes = tuple(tuple(grid) for grid in grids)
    return ReadPage(number, width, height, words, boxes, drawn, tuple(gaps), struck=struck)


def _across(drawn: Drawn) -> list[tuple[float, float, float]]:
    """The level lines on the page: from where to where, and how far down."""
    return [(edge["x0"], edge["x1"], edge["top"]) for edge in drawn.edges if edge["orientation"] == "h"]


def _is_picture(words: Sequence[Word], drawn: Drawn, area: float) -> bool:
    seen = total(words)
    if seen == 0:
        return drawn.images > 0 or drawn.paths > FEW_PATHS
    return seen < FEW_LETTERS and drawn.pictured > MOST_OF_PAGE * area


def place_pages(pages: Sequence[ReadPage]) -> Placed:
    """Drafts of consecutive pages, running headers and footers left out."""
    lines = {page.number: make_lines(page.words) for page in pages}
    running = running_lines([(page.number, page.height, _outside(lines[page.number], page)) for page in pages])
    if all(id(line) in running for on_page in lines.values() for line in on_page):
        running = set()  # a line alone on its page heads nothing: it is the text
    vocabulary = Vocabulary()
    for on_page in lines.values():
        vocabulary.learn(on_page)
    body = Body(_body_size(pages), vocabulary)
    margins = _margins(pages, lines)
    placed = Placed()
    tables = count(pages[0].number * 1_000 if pages else 0)
    for page in pages:
        gone = {id(word) for line in lines[page.number] if id(line) in running for word in line.words}
        kept = [word for word in page.words if id(word) not in gone]
        placed.running += sum(letters(word.text) for word in page.words if id(word) in gone)
        margin = margins.get(round(page.width), 0.0)
        drafts = _page_drafts(page, kept, body, tables, margin)
        if page.sure is not None:
            drafts = [replace(draft, part=RECOGNISED) for draft in drafts]
        placed.drafts = join_drafts(placed.drafts, drafts, body)
    return placed


def _margins(pages: Sequence[ReadPage], lines: dict[int, list[Line]]) -> dict[int, float]:
    """The right margin of most pages of each width; pages with little text do not show it."""
    found: dict[int, list[float]] = defaultdict(list)
    for page in pages:
        long = [line for line in lines[page.number] if len(line.words) >= LONG_LINE]
        if len(long) >= 3:
            found[round(page.width)].append(right_edge(long))
    return {width: median_low(edges) for width, edges in found.items()}


def _outside(lines: Sequence[Line], page: ReadPage) -> list[Line]:
    """The lines that are in no table of the text; a small table at the edge may be a letterhead."""
    boxes = [outline(grid) for grid in page.grids]
    texts = [box for box in boxes if box[3] > REGION * page.height and box[1] < (1 - REGION) * page.height]
    return [
        line
        for line in lines
        if not any(
            box[1] <= word.base <= box[3] and box[0] <= word.middle <= box[2] for box in texts for word in line.words
        )
    ]


def _body_size(pages: Sequence[ReadPage]) -> float:
    weights: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            weights[round(word.size * 2) / 2] += len(word.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def _page_drafts(page: ReadPage, words: Sequence[Word], body: Body, tables: count[int], margin: float) -> list[Draft]:
    found, rest = take_tables(words, page.grids)
    drafts: list[Draft] = []
    for table in found:
        above = [word for word in rest if word.base < table.box[1] + 2]
        taken = {id(word) for word in above}
        rest = [word for word in rest if id(word) not in taken]
        drafts = join_drafts(drafts, _text_drafts(page, above, body, tables, margin), body)
        drafts += table_drafts(table, next(tables), page.number, body, page.drawn)
    return join_drafts(drafts, _text_drafts(page, rest, body, tables, margin), body)


def _text_drafts(page: ReadPage, words: Sequence[Word], body: Body, tables: count[int], margin: float) -> list[Draft]:
    lines, aligned = find_aligned(words)
    if aligned is None:
        return _plain_drafts(page, words, body, tables, margin)
    above = [word for line in lines[: aligned.first] for word in line.words]
    below = [word for line in lines[aligned.last + 1 :] for word in line.words]
    drafts = _text_drafts(page, above, body, tables, margin)
    drafts += table_drafts(aligned.table, next(tables), page.number, body, page.drawn)
    return join_drafts(drafts, _text_drafts(page, below, body, tables, margin), body)


def _plain_drafts(page: ReadPage, words: Sequence[Word], body: Body, tables: count[int], margin: float) -> list[Draft]:
    """Columns of text one after the other, with lists of labels and values as rows."""
    drafts: list[Draft] = []
    regions = reading_order(words, page.width)
    for region in regions:
        found: list[Draft] = []
        for part in find_lists(region):
            if isinstance(part, ListRows):
                found += list_drafts(part, next(tables), page.number, body.vocabulary)
            else:
                found += make_paragraphs(part, page.number, body, margin=margin if len(regions) == 1 else 0.0)
        drafts = join_drafts(drafts, found, body)
    return drafts
