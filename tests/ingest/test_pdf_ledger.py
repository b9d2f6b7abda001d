"""Nothing is lost: every character of a page stands in exactly one block."""

from __future__ import annotations

import string
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Block
from checker.ingest.pdf import read_pdf
from tests.ingest.pdf_maker import LEFT, grid, make_pdf, wrap, write, write_lines

WORD = st.text(string.ascii_letters + string.digits + ",;()'", min_size=1, max_size=9)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=40).map(" ".join)
CELL = st.lists(WORD, max_size=2).map(" ".join)
TABLE = st.lists(st.tuples(CELL, CELL, CELL), min_size=2, max_size=5)
LABELS = st.lists(st.tuples(WORD, PARAGRAPH.map(lambda text: text[:30].strip())), min_size=2, max_size=4)
PART = st.one_of(PARAGRAPH, TABLE, LABELS)


def characters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def shown(block: Block) -> str:
    return (block.number or "") + ("".join(block.cells) if block.cells else block.text)


def paint(canvas: Canvas, parts: list[object]) -> None:
    down = 80.0
    for part in parts:
        if isinstance(part, str):
            down = write_lines(canvas, wrap(canvas, part), down=down) + 16
        elif isinstance(part, list) and part and len(part[0]) == 3:
            grid(canvas, part, (72, 220, 360, 500), down)
            down += 20 * len(part) + 24
        elif isinstance(part, list):
            for label, value in part:
                write(canvas, label, LEFT, down)
                write(canvas, value, 250, down)
                down += 14
            down += 16


def written(parts: list[object]) -> str:
    flat = [part if isinstance(part, str) else "".join("".join(row) for row in part) for part in parts]  # type: ignore[attr-defined]
    return "".join(flat)


@settings(max_examples=60, deadline=None)
@given(st.lists(PART, min_size=1, max_size=4))
def test_every_character_lands_in_one_block(parts: list[object]) -> None:
    if not written(parts).strip():
        return
    document = read_pdf(make_pdf(lambda canvas: paint(canvas, parts)), "x.pdf")
    found = characters("".join(shown(block) for block in document.blocks))
    assert found == characters(written(parts))
    assert document.ledger.characters_read == document.ledger.characters_placed
