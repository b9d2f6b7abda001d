"""What the PDF reader gives, from bytes to blocks."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.domain import Block, Document
from checker.ingest.pdf import read_pdf
from checker.ingest.unreadable import Unreadable
from tests.ingest.pdf_maker import (
    HEIGHT,
    LEFT,
    WIDTH,
    change,
    grid,
    make_pdf,
    prose,
    wrap,
    write,
    write_lines,
)


def read(data: bytes) -> Document:
    document = read_pdf(data, "pack/letter.pdf")
    assert document.ledger.characters_read == document.ledger.characters_placed
    return document


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def block_with(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in block.text)


def test_wrapped_lines_become_one_paragraph() -> None:
    text = "Bidders should note that " + prose(60) + "."
    document = read(make_pdf(lambda canvas: write_lines(canvas, wrap(canvas, text)) and None))
    assert texts(document) == [text]
    block = document.blocks[0]
    assert block.kind == "paragraph"
    assert (block.location.document, block.location.page, block.location.block) == ("pack/letter.pdf", 1, 0)
    assert (block.location.start, block.location.end) == (0, len(text))


def test_white_space_parts_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        down = write_lines(canvas, wrap(canvas, "First of all " + prose(40) + "."))
        write_lines(canvas, wrap(canvas, "Then again " + prose(40) + "."), down=down + 10)

    assert len(read(make_pdf(page)).blocks) == 2


def test_title_pages_and_role() -> None:
    document = read(make_pdf(lambda canvas: write(canvas, "Hello there.", LEFT, 90), title="Window cleaning"))
    assert (document.title, document.pages, document.role) == ("Window cleaning", 1, "unknown")
    assert (document.ledger.pages_declared, document.ledger.pages_read, document.ledger.gaps) == (1, 1, ())


def test_two_columns_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "Notes to bidders", LEFT, 72, bold=True, size=16)
        write_lines(canvas, wrap(canvas, "Left begins " + prose(80) + " left ends.", 210), down=110)
        write_lines(canvas, wrap(canvas, "Right begins " + prose(80, 7) + " right ends.", 210), x=320, down=110)

    found = texts(read(make_pdf(page)))
    assert found[0] == "Notes to bidders"
    assert [text.split()[0] for text in found[1:]] == ["Left", "Right"]
    assert found[1].endswith("left ends.")


def test_numbered_clauses_lose_their_number_to_the_block() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "3", LEFT, 80, bold=True, size=14)
        write(canvas, "Insurance", LEFT + 36, 80, bold=True, size=14)
        write(canvas, "3.1", LEFT, 110)
        write_lines(canvas, wrap(canvas, "The provider holds cover for " + prose(30) + ".", 400), LEFT + 36, 110)
        write(canvas, "(a)", LEFT + 36, 170)
        write(canvas, "cover for injury to the public; and", LEFT + 64, 170)
        write(canvas, "(b)", LEFT + 36, 184)
        write(canvas, "cover for staff.", LEFT + 64, 184)

    blocks = read(make_pdf(page)).blocks
    assert [(block.kind, block.number, block.level) for block in blocks] == [
        ("heading", "3", 1),
        ("paragraph", "3.1", None),
        ("item", "(a)", None),
        ("item", "(b)", None),
    ]
    assert blocks[0].text == "Insurance"
    assert blocks[2].text == "cover for injury to the public; and"


def test_number_that_touches_its_heading() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "2.Background", LEFT, 80, bold=True)
        write(canvas, "The depot opened in spring.", LEFT, 110)

    block = read(make_pdf(page)).blocks[0]
    assert (block.kind, block.number, block.text) == ("heading", "2", "Background")


def test_wrapped_decimal_is_no_clause_number() -> None:
    first = "The yearly value of all of the work under this agreement is thought to be about"

    def page(canvas: Canvas) -> None:
        write_lines(canvas, wrap(canvas, prose(60).capitalize() + ".", 400))
        write_lines(canvas, [first, "1.5 million pounds."], down=200)

    assert texts(read(make_pdf(page)))[-1] == f"{first} 1.5 million pounds."


def test_bullets_are_items_without_their_sign() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "Please send:", LEFT, 80)
        for index, text in enumerate(("your prices", "two letters of support", "a plan for the first month")):
            write(canvas, "\u2022", LEFT + 18, 100 + 14 * index)
            write(canvas, text, LEFT + 36, 100 + 14 * index)

    blocks = read(make_pdf(page)).blocks
    assert [block.kind for block in blocks] == ["paragraph", "item", "item", "item"]
    assert [block.text for block in blocks[1:]] == [
        "your prices",
        "two letters of support",
        "a plan for the first month",
    ]
    assert {block.number for block in blocks} == {None}


@pytest.mark.parametrize(
    ("text", "bold", "size"),
    [("How to reply", True, 11), ("How to reply", False, 16), ("HOW TO REPLY", False, 11)],
)
def test_headings_by_weight_size_or_capitals(text: str, bold: bool, size: float) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, text, LEFT, 80, bold=bold, size=size)
        write_lines(canvas, wrap(canvas, "Send it by post, " + prose(50) + "."), down=110)

    blocks = read(make_pdf(page)).blocks
    assert [block.kind for block in blocks] == ["heading", "paragraph"]
    assert blocks[0].level == 1


def test_bigger_headings_stand_above_smaller_ones() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "Part one", LEFT, 80, bold=True, size=18)
        write(canvas, "Who we are", LEFT, 120, bold=True, size=13)
        write_lines(canvas, wrap(canvas, "We run parks, " + prose(50) + "."), down=150)

    levels = [block.level for block in read(make_pdf(page)).blocks if block.kind == "heading"]
    assert levels == [1, 2]


def test_running_headers_and_page_numbers_are_dropped_and_counted() -> None:
    def page(number: int):  # type: ignore[no-untyped-def]
        def paint(canvas: Canvas) -> None:
            write(canvas, "Anytown Council  Kerb repairs", LEFT, 40, size=9)
            write_lines(canvas, wrap(canvas, f"Page text {prose(30, number * 3)}."), down=120)
            write(canvas, f"Page {number} of 4", 280, HEIGHT - 30, size=9)

        return paint

    document = read(make_pdf(*(page(number) for number in range(1, 5))))
    assert len(document.blocks) == 4
    assert all(text.startswith("Page text") for text in texts(document))


def test_numbered_schedules_at_the_top_of_pages_are_no_running_headers() -> None:
    def page(number: int):  # type: ignore[no-untyped-def]
        def paint(canvas: Canvas) -> None:
            write(canvas, f"Schedule {number * 2}", LEFT, 60, bold=True)
            write_lines(canvas, wrap(canvas, f"Text {prose(30, number)}."), down=120)

        return paint

    document = read(make_pdf(*(page(number) for number in (1, 2, 3))))
    assert [text for text in texts(document) if text.startswith("Schedule")] == [
        "Schedule 2",
        "Schedule 4",
        "Schedule 6",
    ]


def test_paragraph_over_a_page_break_is_one_block_with_both_pages() -> None:
    first = ["The provider must tell the officer about each accident within one working day and", "then write a"]

    def one(canvas: Canvas) -> None:
        down = write_lines(canvas, wrap(canvas, "Before that, " + prose(40) + "."), down=600)
        write_lines(canvas, first, down=down + 10)

    def two(canvas: Canvas) -> None:
        write_lines(canvas, ["report that says what was done."])
        write_lines(canvas, wrap(canvas, "After that, " + prose(30) + "."), down=110)

    document = read(make_pdf(one, two))
    block = block_with(document, "accident")
    assert block.text.endswith("then write a report that says what was done.")
    assert block.pages == ((0, 1), (block.text.index("report that"), 2))
    assert block.location.page == 1


def test_hyphen_at_the_end_of_a_line() -> None:
    def page(canvas: Canvas) -> None:
        write_lines(
            canvas,
            [
                "Every provider shows how the contract is run and who does the subcon-",
                "tracting, and keeps the long-",
                "term plan up to date. A long-term plan covers five years.",
            ],
        )

    text = " ".join(texts(read(make_pdf(page))))
    assert "subcontracting" in text
    assert text.count("long-term plan") == 2


ROWS = (("Stage", "Date", "Who"), ("Questions close", "3 May", "Bidders"), ("Reply", "", "Buyer"))


def test_ruled_table_gives_rows_with_cells_and_header() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "The dates are these.", LEFT, 80)
        grid(canvas, ROWS, (72, 220, 330, 450), 100)
        write(canvas, "All dates may move.", LEFT, 190)

    document = read(make_pdf(page))
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [row.cells for row in rows] == list(ROWS)
    assert [row.header for row in rows] == [True, False, False]
    assert {row.table for row in rows} == {0}
    assert rows[2].text == "Reply | Buyer"
    assert texts(document)[0] == "The dates are these."
    assert texts(document)[-1] == "All dates may move."


def test_table_that_goes_on_over_the_page_is_one_table() -> None:
    more = (ROWS[0], ("Award", "9 June", "Buyer"))
    document = read(
        make_pdf(
            lambda canvas: grid(canvas, ROWS, (72, 220, 330, 450), 700),
            lambda canvas: grid(canvas, more, (72, 220, 330, 450), 72),
        )
    )
    assert {block.table for block in document.blocks} == {0}
    assert [block.header for block in document.blocks] == [True, False, False, True, False]


def test_a_box_around_text_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 150, 470, 90)
        write_lines(canvas, wrap(canvas, "Take care: " + prose(30) + "."), down=90)

    assert [block.kind for block in read(make_pdf(page)).blocks] == ["paragraph"]


def test_clause_numbers_beside_text_in_a_table_are_clauses() -> None:
    def page(canvas: Canvas) -> None:
        rows = (("1.1", ""), ("1.2", ""))
        grid(canvas, rows, (72, 110, 530), 100, high=50)
        for index, text in enumerate(("The officer checks the work each week", "The provider mends what is wrong")):
            write_lines(canvas, wrap(canvas, f"{text} and {prose(16)}.", 400), 116, 114 + 50 * index)

    blocks = read(make_pdf(page)).blocks
    assert [(block.kind, block.number) for block in blocks] == [("paragraph", "1.1"), ("paragraph", "1.2")]
    assert blocks[1].text.startswith("The provider mends")


def test_a_scale_of_points_stays_a_table() -> None:
    def page(canvas: Canvas) -> None:
        grid(canvas, (("Points", "Meaning"), ("10", ""), ("5", ""), ("0", "")), (72, 130, 530), 100, high=50)
        for index in range(3):
            write_lines(canvas, wrap(canvas, f"Answers {prose(18, index)}.", 380), 134, 164 + 50 * index)

    blocks = read(make_pdf(page)).blocks
    assert [block.cells[0] for block in blocks if block.kind == "row"] == ["Points", "10", "5", "0"]
    assert blocks[0].header


def test_labels_and_values_without_rules_are_rows() -> None:
    def page(canvas: Canvas) -> None:
        write_lines(canvas, wrap(canvas, "In short, " + prose(40) + "."))
        for down, label, value in (
            (200, "Contact:", "Jo Field"),
            (214, "Reply by:", "noon on 4 July at the"),
            (242, "Term:", "two years"),
        ):
            write(canvas, label, LEFT, down)
            write(canvas, value, 220, down)
        write(canvas, "town hall", 220, 228)

    rows = [block for block in read(make_pdf(page)).blocks if block.kind == "row"]
    assert [row.cells for row in rows] == [
        ("Contact:", "Jo Field"),
        ("Reply by:", "noon on 4 July at the town hall"),
        ("Term:", "two years"),
    ]


def test_questions_and_answers_without_rules_are_not_interleaved() -> None:
    pairs = (
        (
            "Do you need a van on site every day of the week?",
            "No. A van is needed on Mondays and when the officer asks for it.",
        ),
        (
            "Who buys the paint and the brushes?",
            "The provider buys all goods and shows the receipts to the officer each month.",
        ),
        (
            "May we visit the depot before we bid?",
            "Yes, on any weekday. Ring the front desk one day ahead and bring a badge.",
        ),
    )

    def page(canvas: Canvas) -> None:
        down = 90.0
        for question, answer in pairs:
            left, right = wrap(canvas, question, 150), wrap(canvas, answer, 220)
            write_lines(canvas, left, LEFT, down)
            write_lines(canvas, right, 260, down)
            down += 14 * max(len(left), len(right)) + 14

    rows = [block.cells for block in read(make_pdf(page)).blocks if block.kind == "row"]
    assert rows == list(pairs)


def test_justified_prose_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        down = 80.0
        for line in wrap(canvas, "At first " + prose(150) + ".", 420):
            words = line.split()
            gap = (440 - sum(canvas.stringWidth(word, "Helvetica", 11) for word in words)) / max(len(words) - 1, 1)
            x = LEFT
            for word in words:
                write(canvas, word, x, down)
                x += canvas.stringWidth(word, "Helvetica", 11) + gap
            down += 14

    assert {block.kind for block in read(make_pdf(page)).blocks} == {"paragraph"}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_page_reads_like_an_upright_one(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "The dates are these.", LEFT, 80)
        grid(canvas, ROWS, (72, 220, 330, 450), 100)

    upright = make_pdf(page)

    def rotate(pdf: pikepdf.Pdf) -> None:
        # The content is turned one way and the page back, as a landscape page out of a word processor is
        sheet = pdf.pages[0]
        matrix = {90: f"0 1 -1 0 {HEIGHT} 0", 180: f"-1 0 0 -1 {WIDTH} {HEIGHT}", 270: f"0 -1 1 0 0 {WIDTH}"}[turn]
        sheet.contents_add(f"q {matrix} cm".encode(), prepend=True)
        sheet.contents_add(b"Q")
        if turn != 180:
            sheet.mediabox = [0, 0, HEIGHT, WIDTH]
        sheet.rotate(turn, relative=False)

    blocks = read(change(upright, rotate)).blocks
    assert [block.text for block in blocks] == texts(read(upright))
    assert [block.cells for block in blocks[1:]] == list(ROWS)


def test_form_values_and_notes_are_read_in_the_order_of_pages() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, "Your firm:", LEFT, 80)

    def fill(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="a", TU="Turnover",
                V="at least 2 million", Rect=[100, 700, 300, 720],
            )
        )  # fmt: skip
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Contents="Ask legal first", Rect=[1, 1, 9, 9]
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([field, note]))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])

    document = read(change(make_pdf(page, page), fill))
    assert [(block.text, block.part, block.location.page) for block in document.blocks] == [
        ("Your firm:", "body", 1),
        ("Turnover: at least 2 million", "form field", 1),
        ("Ask legal first", "note", 1),
        ("Your firm:", "body", 2),
    ]


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (80, 100), "grey")), 0, 0, WIDTH, HEIGHT)


def test_page_that_is_a_picture_is_a_gap_and_a_blank_one_is_none() -> None:
    def text(canvas: Canvas) -> None:
        write(canvas, "Hello there.", LEFT, 80)

    document = read(make_pdf(text, picture, lambda canvas: None))
    assert [(gap.where, "picture" in gap.reason) for gap in document.ledger.gaps] == [("page 2", True)]
    assert document.ledger.pages_read == 3
    assert document.read == "partly"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", "empty", "0 bytes"),
        (b"%PDF-1.7 nothing here", "damaged", "damaged"),
        (make_pdf(picture, picture), "scanned", "OCR"),
        (make_pdf(lambda canvas: None), "empty", "blank"),
    ],
)
def test_unreadable_files_say_what_to_do(data: bytes, kind: str, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data, "x.pdf")
    assert caught.value.kind == kind
    assert words in caught.value.reason


def locked() -> bytes:
    plain = make_pdf(lambda canvas: write(canvas, "Sealed words.", LEFT, 80))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="open", owner="own"))
    return out.getvalue()


def test_locked_file_wants_its_password() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(locked(), "x.pdf")
    assert caught.value.kind == "encrypted"
    assert "--password" in caught.value.reason
    with pytest.raises(Unreadable, match="does not open"):
        read_pdf(locked(), "x.pdf", password="wrong")
    assert read_pdf(locked(), "x.pdf", password="open").blocks[0].text == "Sealed words."


def test_table_of_contents_lines_stay_apart() -> None:
    def page(canvas: Canvas) -> None:
        for index, name in enumerate(("Background", "Our needs", "How to bid")):
            write(canvas, f"{name} {'.' * 60} {index + 2}", LEFT, 80 + 14 * index)

    assert texts(read(make_pdf(page))) == ["Background ..... 2", "Our needs ..... 3", "How to bid ..... 4"]


def test_a_form_that_comes_again_later_keeps_the_words_at_the_edge_of_its_pages() -> None:
    def page(number: int):
        def paint(canvas: Canvas) -> None:
            write(canvas, "Limited company" if number % 6 == 0 else f"Question {number} of the form", LEFT, 40)
            write_lines(canvas, wrap(canvas, "You may note that " + prose(30, number) + "."), down=200)

        return paint

    found = texts(read(make_pdf(*map(page, range(24)))))
    assert sum("Limited company" in text for text in found) == 4
