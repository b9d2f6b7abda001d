"""Words that are struck through are left out, and told; lines that run elsewhere take nothing away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Document
from checker.ingest.pdf import read_pdf
from tests.ingest.pdf_maker import HEIGHT, LEFT, grid, make_pdf, write

SIZE = 11.0


def line(canvas: Canvas, x0: float, x1: float, down: float) -> None:
    canvas.setLineWidth(0.6)
    canvas.line(x0, HEIGHT - down, x1, HEIGHT - down)


def wide(canvas: Canvas, text: str) -> float:
    return float(canvas.stringWidth(text, "Helvetica", SIZE))


def deadline(canvas: Canvas, raised: float = 0.25) -> None:
    """Bids are due on 7 August 20 October, the first of the two under a line at this height."""
    write(canvas, "Bids are due on 7 August 20 October at noon.", LEFT, 100)
    start = LEFT + wide(canvas, "Bids are due on ")
    line(canvas, start, start + wide(canvas, "7 August"), 100 - raised * SIZE)


def read(*pages: object) -> Document:
    return read_pdf(make_pdf(*pages), "x.pdf")  # type: ignore[arg-type]


def text_of(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def test_words_that_are_struck_through_are_left_out_and_told() -> None:
    document = read(deadline)
    assert text_of(document) == "Bids are due on 20 October at noon."
    assert document.warnings == ("Words on page 1 are struck through: they were left out as deleted.",)
    (seen,) = [found for found in document.access if found.kind == "struck-through"]
    assert (seen.count, seen.page) == (2, 1)
    assert seen.lines == ((1, "Bids are due on 7 August 20 October at noon."),)


def test_part_of_a_word_can_be_struck_through() -> None:
    def paint(canvas: Canvas) -> None:
        write(canvas, "Clause 1496 applies.", LEFT, 100)
        start = LEFT + wide(canvas, "Clause ")
        line(canvas, start, start + wide(canvas, "14"), 100 - 0.3 * SIZE)

    assert text_of(read(paint)) == "Clause 96 applies."


def test_underlined_and_overlined_words_stay() -> None:
    for raised in (-0.15, -0.05, 0.95):
        document = read(lambda canvas, at=raised: deadline(canvas, at))
        assert text_of(document) == "Bids are due on 7 August 20 October at noon."
        assert document.warnings == ()


def test_a_rule_across_the_page_strikes_nothing() -> None:
    def paint(canvas: Canvas) -> None:
        write(canvas, "Price", LEFT, 100)
        line(canvas, LEFT, LEFT + 400, 100 - 0.3 * SIZE)

    assert text_of(read(paint)) == "Price"


def test_a_table_loses_no_word() -> None:
    document = read(lambda canvas: grid(canvas, [["Stage", "Day"], ["Bids", "7 May"]], (72, 220, 360), 100))
    assert "".join(cell for block in document.blocks for cell in block.cells) == "StageDayBids7 May"
    assert not [found for found in document.access if found.kind == "struck-through"]


def test_days_and_sums_are_shown_before_single_letters() -> None:
    def paint(canvas: Canvas) -> None:
        for row in range(14):
            down = 100.0 + 20 * row
            word = "9 March" if row == 13 else "s"
            write(canvas, f"Row {row}: {word} stays", LEFT, down)
            start = LEFT + wide(canvas, f"Row {row}: ")
            line(canvas, start, start + wide(canvas, word), down - 0.3 * SIZE)

    (seen,) = [found for found in read(paint).access if found.kind == "struck-through"]
    assert len(seen.lines) == 10
    assert (1, "Row 13: 9 March stays") in seen.lines


@given(st.integers(0, 7), st.integers(0, 7))
def test_what_is_struck_and_what_stays_are_together_all_words(first: int, last: int) -> None:
    words = ["the", "provider", "keeps", "one", "record", "of", "all", "visits"]

    def paint(canvas: Canvas) -> None:
        write(canvas, " ".join(words), LEFT, 100)
        if first <= last:
            start = LEFT + wide(canvas, "".join(f"{word} " for word in words[:first]))
            line(canvas, start, start + wide(canvas, " ".join(words[first : last + 1])), 100 - 0.3 * SIZE)
        write(canvas, "Nothing here is struck.", LEFT, 200)

    kept = [word for at, word in enumerate(words) if not first <= at <= last]
    assert text_of(read(paint)).split() == [*kept, "Nothing", "here", "is", "struck."]
