"""Blocks into clauses: heading paths, numbers, lead-ins, rows, pages, and what gives no clause."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import Block, Clause, Pack
from checker.structure import clauses_of, find_clauses
from tests.structure.build import block, document, heading, item, row


def clause(text: str, *blocks: Block) -> Clause:
    """The clause whose text starts with `text`."""
    return next(found for found in clauses_of(document(*blocks)) if found.text.startswith(text))


BODY = block("The work is set out here.")
PATHS = [
    ("numbers nest", [heading("Rules", "1"), heading("Questions", "1.1")], ("1 Rules", "1.1 Questions")),
    (
        "a sibling closes its brother",
        [heading("Rules", "1"), heading("Questions", "1.1"), heading("Visits", "1.2")],
        ("1 Rules", "1.2 Visits"),
    ),
    (
        "an outer heading closes the inner",
        [heading("Rules", "1"), heading("Visits", "1.2"), heading("Price", "2")],
        ("2 Price",),
    ),
    (
        "levels of the format count",
        [heading("Rules", level=1), heading("Visits", level=2), heading("Keys", level=2)],
        ("Rules", "Keys"),
    ),
    ("a level may be skipped", [heading("Rules", level=1), heading("Keys", level=3)], ("Rules", "Keys")),
    (
        "a schedule closes the body",
        [heading("Rules", "9"), heading("Schedule 1 - Prices"), heading("Rates", "1")],
        ("Schedule 1 - Prices", "1 Rates"),
    ),
    (
        "one schedule closes another",
        [heading("Schedule 1"), heading("Rates", "1"), heading("Schedule 2")],
        ("Schedule 2",),
    ),
    (
        "a part holds its sections",
        [heading("Part A"), heading("Rules", "1"), heading("Keys")],
        ("Part A", "1 Rules", "Keys"),
    ),
    ("a volume holds its schedules", [heading("Volume 2"), heading("Appendix B")], ("Volume 2", "Appendix B")),
    (
        "schedule of … is no container",
        [heading("Rules", "1"), heading("Schedule of visits", "1.1")],
        ("1 Rules", "1.1 Schedule of visits"),
    ),
    ("capitals stand above plain ones", [heading("KEYS"), heading("Spare keys"), heading("BADGES")], ("BADGES",)),
    ("plain ones stand under capitals", [heading("KEYS"), heading("Spare keys")], ("KEYS", "Spare keys")),
    ("plain ones replace each other", [heading("Keys"), heading("Badges")], ("Badges",)),
    ("the number may stand in the text", [heading("1 Rules"), heading("1.1 Questions")], ("1 Rules", "1.1 Questions")),
    ("3.0 heads section 3", [heading("Rules", "3.0"), heading("Keys", "3.1")], ("3 Rules", "3.1 Keys")),
    (
        "a form of tender opens a part",
        [heading("Rules", "4"), heading("Visits", "4.2"), heading("Form of Tender")],
        ("Form of Tender",),
    ),
]


@pytest.mark.parametrize(("blocks", "path"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_heading_path(blocks: list[Block], path: tuple[str, ...]) -> None:
    assert clause("The work is set out", *blocks, BODY).headings == path


def test_a_numbered_paragraph_leaves_the_heading_it_is_past() -> None:
    found = clause(
        "Keys are lent", heading("Rules", "4"), heading("Visits", "4.3"), block("Keys are lent.", number="4.4")
    )
    assert (found.number, found.headings) == ("4.4", ("4 Rules",))


def test_a_heading_is_a_clause_under_its_outer_headings() -> None:
    found = clause("Visits", heading("Rules", "4"), heading("Visits", "4.1"))
    assert (found.headings, found.sentences[0].kind, found.number) == (("4 Rules",), "heading", "4.1")


RUNNING = "You may send (a) a map of the whole site in colour; (b) a plan of work for the first year of it."
LEAD_INS = [
    ("a colon", [block("Bidders must enclose:"), item("a plan of work")], "Bidders must enclose:", None),
    ("the last sentence leads in", [block("Read on. Send us:"), item("a plan of work")], "Send us:", None),
    (
        "a paragraph without a colon",
        [block("Send the papers below."), item("a plan of work")],
        "Send the papers below.",
        None,
    ),
    ("a number and a letter", [block("Enclose:", number="3.2"), item("a plan of work", "(a)")], "Enclose:", "3.2(a)"),
    (
        "a letter with one bracket",
        [block("Enclose:", number="3.2"), item("a plan of work", "a)")],
        "Enclose:",
        "3.2(a)",
    ),
    (
        "a heading's number",
        [heading("Papers", "5"), block("Enclose:"), item("a plan of work", "(i)")],
        "Enclose:",
        "5(i)",
    ),
    ("a bullet takes the number", [block("Enclose:", number="3.2"), item("a plan of work")], "Enclose:", "3.2"),
    (
        "later items keep it",
        [block("Enclose:", number="7"), item("a key", "(a)"), item("a map", "(b)"), item("a plan of work", "(c)")],
        "Enclose:",
        "7(c)",
    ),
    (
        "a list in a list",
        [block("Enclose:", number="7"), item("papers, that is:", "(a)"), item("a plan of work", "(i)")],
        "Enclose: papers, that is:",
        "7(a)(i)",
    ),
    (
        "back in the outer list",
        [block("Enclose:", number="7"), item("papers:", "(a)"), item("a map", "(i)"), item("a plan of work", "(b)")],
        "Enclose:",
        "7(b)",
    ),
    (
        "(i) after (h) is a letter",
        [block("Enclose:", number="7"), item("a map", "(h)"), item("a plan of work", "(i)")],
        "Enclose:",
        "7(i)",
    ),
    ("a mark in the text", [block("Enclose:", number="3.2"), block("(a) a plan of work")], "Enclose:", "3.2(a)"),
    ("a list in running text", [block(RUNNING, number="2.1")], "You may send", "2.1(b)"),
    (
        "sub-clauses of a colon",
        [block("Firms shall:", number="10.4"), block("a plan of work is kept", number="10.4.1")],
        "Firms shall:",
        "10.4.1",
    ),
    (
        "sub-clauses of a heading",
        [heading("Firms shall:", "10.4"), block("a plan of work is kept", number="10.4.1")],
        "Firms shall:",
        "10.4.1",
    ),
    ("a number of its own", [block("As follows:", number="3"), item("a plan of work", "3.1")], "As follows:", "3.1"),
    ("a numbered list", [block("Enclose:", number="6"), block("a plan of work", number="1.")], "Enclose:", "6(1)"),
    ("no list without a lead", [heading("Papers", "5"), item("a plan of work", "(a)")], "", "5(a)"),
    (
        "a new paragraph ends the list",
        [block("Enclose:"), item("a map"), block("Sign it."), item("a plan of work")],
        "Sign it.",
        None,
    ),
    (
        "a sentence that goes on",
        [block("If the site floods or the road is shut"), block("a plan of work is sent.")],
        "If the site floods or the road is shut",
        None,
    ),
    (
        "a sentence after its list",
        [block("If:"), item("the site floods; or"), block("a plan of work is sent.")],
        "If:",
        None,
    ),
    ("no sentence that has ended", [block("The site floods."), block("a plan of work is sent.")], "", None),
]


@pytest.mark.parametrize(
    ("blocks", "lead_in", "number"), [case[1:] for case in LEAD_INS], ids=[case[0] for case in LEAD_INS]
)
def test_lead_in_and_number(blocks: list[Block], lead_in: str, number: str | None) -> None:
    found = clause("a plan of work", *blocks)
    assert (found.lead_in, found.number) == (lead_in, number)


def test_items_take_their_marks_from_the_lead_in() -> None:
    found = clause("a plan", block("Bidders must enclose with their tender:"), item("a plan of work"))
    sentence = found.sentences[0]
    assert (sentence.obligation, sentence.duty_on, sentence.phase) == ("must", "bidder", "bid")


def test_only_the_first_sentence_of_an_item_takes_the_lead_in() -> None:
    found = clause("a plan", block("Bidders must enclose:"), item("a plan of work. The hall is old."))
    assert [sentence.obligation for sentence in found.sentences] == ["must", "unstated"]


HEADER = row("Criterion", "Weight", "Evidence", header=True)


def test_a_row_is_one_sentence_with_its_cells_and_columns() -> None:
    found = clause("Quality", HEADER, row("Quality", "60%", ""))
    sentence = found.sentences[0]
    assert (sentence.text, sentence.kind, sentence.cells) == ("Quality | 60%", "row", ("Quality", "60%", ""))
    assert sentence.columns == ("Criterion", "Weight", "Evidence")


def test_a_first_row_of_short_words_names_the_columns() -> None:
    rows = [row("Item", "Rate", "Unit"), row("Mop", "£4", "each"), row("Bin", "£9", "each")]
    assert clause("Mop", *rows).sentences[0].columns == ("Item", "Rate", "Unit")
    assert clause("Item", *rows).sentences[0].columns == ()


@pytest.mark.parametrize(
    "rows",
    [
        [row("Buyer", "Moor Council"), row("Value", "£40,000"), row("Term", "two years")],
        [row("1", "2", "3"), row("a", "b", "c"), row("d", "e", "f")],
        [row("Item", "Rate", "Unit"), row("Mop", "£4", "each")],
        [row("Item", "Rate", "Unit"), row("Mop", "£4"), row("Bin", "£9")],
    ],
    ids=["labels and values", "numbers", "too short", "other width"],
)
def test_a_first_row_that_names_nothing(rows: list[Block]) -> None:
    assert all(sentence.columns == () for found in clauses_of(document(*rows)) for sentence in found.sentences)


def test_columns_stay_within_their_table() -> None:
    assert clause("Mop", HEADER, row("Mop", "£4", "each", table=1)).sentences[0].columns == ()


def test_a_long_cell_gives_its_sentences_one_by_one() -> None:
    one, two = (
        "The firm sweeps the yard " + "and the path " * 12 + "daily.",
        "It locks the gate " + "and the door " * 6 + "at night.",
    )
    found = clause("Yard", HEADER, row("Yard", f"{one} {two}", "Log"))
    assert [sentence.text for sentence in found.sentences] == ["Yard", one, two, "Log"]
    assert all(sentence.kind == "row" and len(sentence.cells) == 3 for sentence in found.sentences)


NO_CLAUSE = [
    block("4.2 Timetable ........................ 17"),
    block("Name: ____________  Date: ____________"),
    block("__________________"),
    block("• ………………"),
    block("This was struck out.", pending="deleted"),
    block("Should this be here?", "note", part="comment"),
    block("Table of Contents", "heading"),
]


@pytest.mark.parametrize("noise", NO_CLAUSE, ids=lambda noise: noise.text[:20])
def test_what_gives_no_clause(noise: Block) -> None:
    assert clauses_of(document(noise)) == ()


def test_lines_under_contents_give_no_clause_until_the_text_begins() -> None:
    blocks = [heading("Contents"), block("Rules 3"), row("A", "Prices", "9"), heading("Rules", "1"), BODY]
    assert [found.text for found in clauses_of(document(*blocks))] == ["Rules", "The work is set out here."]


@pytest.mark.parametrize("text", ["Inserted words count.", "Bids must reach us by ______ at noon in a plain envelope."])
def test_what_does_give_a_clause(text: str) -> None:
    assert clauses_of(document(block(text, pending="inserted")))[0].text == text


def test_a_footnote_is_a_clause_of_its_own_and_breaks_no_list() -> None:
    found = clause("a plan", block("Enclose:"), block("See the map.", "note", part="footnote"), item("a plan of work"))
    assert found.lead_in == "Enclose:"


def test_a_sentence_has_the_page_on_which_it_starts() -> None:
    text = "The work starts in May. It ends in June."
    found = clauses_of(document(block(text, page=4, pages=((0, 4), (20, 5)))))[0]
    assert [sentence.location.page for sentence in found.sentences] == [4, 5]


ROLES = [
    ("the document's own", "instructions", [], "instructions"),
    ("terms", "instructions", [heading("Schedule 2 - Terms and conditions")], "terms"),
    ("conditions", "instructions", [heading("Conditions of Contract", level=1)], "terms"),
    ("specification", "instructions", [heading("Specification", "3")], "specification"),
    ("brief", "instructions", [heading("Cleaning brief", "2")], "specification"),
    ("questionnaire", "instructions", [heading("Selection questionnaire", "5")], "questionnaire"),
    ("pricing schedule", "instructions", [heading("Pricing schedule")], "pricing"),
    ("rates", "instructions", [heading("Schedule of Rates", "8")], "pricing"),
    ("form", "instructions", [heading("Form of tender")], "form"),
    ("certificate", "unknown", [heading("Certificate of non-collusion")], "form"),
    ("instructions", "unknown", [heading("Instructions to tenderers", "1")], "instructions"),
    ("evaluation", "unknown", [heading("Evaluation", "4")], "instructions"),
    ("timetable", "unknown", [heading("Timetable", "4")], "instructions"),
    ("definitions keep the role", "terms", [heading("Definitions", "1")], "terms"),
    ("a contract's clause is no specification", "terms", [heading("Service levels", "7")], "terms"),
    ("a contract's clause is no price schedule", "terms", [heading("Price and payment", "8")], "terms"),
    ("a schedule of a contract may be", "terms", [heading("Schedule 1 - Specification")], "specification"),
    (
        "the inner one wins",
        "instructions",
        [heading("Specification", "3"), heading("Pricing schedule", "3.4")],
        "pricing",
    ),
    (
        "and ends with its section",
        "instructions",
        [heading("Specification", "3"), heading("Evaluation", "4")],
        "instructions",
    ),
    (
        "a sub-heading keeps the role",
        "instructions",
        [heading("Specification", "3"), heading("Opening hours", "3.1")],
        "specification",
    ),
    (
        "a sentence is no title",
        "instructions",
        [heading("The firm will find " + "all of " * 4 + "the specification in the folder", "3")],
        "instructions",
    ),
    ("clarifications", "other", [heading("Clarification questions", "3")], "instructions"),
    ("an unnamed annex", "instructions", [heading("Annex C")], "instructions"),
    ("an annex by name", "instructions", [heading("Annex C: Insurance and references")], "questionnaire"),
    ("call-off agreement", "instructions", [heading("Draft call-off agreement", level=1)], "terms"),
]


@pytest.mark.parametrize(("base", "blocks", "role"), [case[1:] for case in ROLES], ids=[case[0] for case in ROLES])
def test_role(base: str, blocks: list[Block], role: str) -> None:
    found = clauses_of(document(*blocks, BODY, role=base))[-1]  # type: ignore[arg-type]
    assert found.role == role


def test_an_unnamed_annex_of_contract_clauses_is_terms() -> None:
    words = (
        "Either party may end this Agreement.",
        "This Agreement is all that the parties agreed.",
        "The parties act in good faith.",
    )
    blocks = [heading("Rules", "1"), BODY, heading("Annex C"), *(block(text) for text in words)]
    roles = {found.text: found.role for found in clauses_of(document(*blocks, role="instructions"))}
    assert (roles[BODY.text], roles[words[0]]) == ("instructions", "terms")


def test_a_pack_keeps_its_order_and_shares_the_buyers_name() -> None:
    one = document(block("Moorside Homes invites bids."), name="a.docx")
    two = document(block("Moorside Homes will lend tools."), name="b.docx")
    found = find_clauses(Pack(name="pack", documents=(one, two)))
    assert [clause.document for clause in found] == ["a.docx", "b.docx"]
    assert found[1].sentences[0].duty_on == "authority"


KINDS = st.sampled_from(["heading", "paragraph", "item", "note"])
WORDS = st.lists(
    st.sampled_from(["The bidder", "must", "sign", "(a)", "b)", "•", ".", ":", ";", "No.", "£5m", "4.2", "\n", "or"]),
    min_size=1, max_size=25,
).map(" ".join)  # fmt: skip
NUMBERS = st.sampled_from([None, "1", "1.1", "2.3.4", "(a)", "(i)", "b)", "iv.", "Q1", "•", "3.0"])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.builds(lambda text, kind, number: block(text, kind, number=number), WORDS, KINDS, NUMBERS), max_size=8)
)
def test_every_sentence_stands_where_it_says(blocks: list[Block]) -> None:
    made = document(*blocks)
    found = clauses_of(made)
    places = [sentence.location for each in found for sentence in each.sentences]
    for each in found:
        assert each.sentences
        for sentence in each.sentences:
            place = sentence.location
            assert made.blocks[place.block].text[place.start : place.end] == sentence.text
    assert [(place.block, place.start) for place in places] == sorted((place.block, place.start) for place in places)


def test_sections_numbered_from_one_again_stand_under_the_title_that_opens_them() -> None:
    found = clauses_of(
        document(
            heading("Notice to bidders", "5", 1), block("Bidders must read this notice."),
            heading("Specification", "7", 1), block("This is what we need."),
            heading("First meeting", "1", 1), block("The supplier meets us."),
            heading("Report", "2", 1), block("The supplier writes to us."),
            heading("Dates", "8", 1), block("The last day is Friday."),
            heading("Standardised contracting terms", level=3), heading("Definitions", "1", 1), block("Words mean this."),
            heading("Payment", "2", 1), block("We pay you."),
            heading("Schedule 1 - Price list"), block("State a price."),
            role="instructions",
        )
    )  # fmt: skip
    texts = {clause.text: (clause.headings, clause.role) for clause in found}
    assert texts["The supplier meets us."] == (("7 Specification", "1 First meeting"), "specification")
    assert texts["The supplier writes to us."] == (("7 Specification", "2 Report"), "specification")
    assert texts["The last day is Friday."] == (("8 Dates",), "instructions")
    assert texts["We pay you."] == (("Standardised contracting terms", "2 Payment"), "terms")
    assert texts["State a price."] == (("Schedule 1 - Price list",), "pricing")


def test_words_recognised_in_a_picture_are_marked() -> None:
    shown = replace(block("Bidders must insure the work."), part="recognised")
    found = clauses_of(document(block("Bidders must insure the van."), shown))
    assert [sentence.recognised for clause in found for sentence in clause.sentences] == [False, True]
