"""References that lead to another part, to a clause that speaks of something else, or the wrong way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Clause
from checker.facts.circular import circular
from checker.facts.labelled import Part, parts_of, references_of, title_words
from checker.facts.misdirected import misdirected
from checker.facts.misplaced import misplaced
from checker.facts.off_list import off_list
from checker.facts.statements import statements
from checker.facts.wrong_way import wrong_way
from tests.facts.making import clause, lines, table
from tests.facts.reading import read, values

PARTS = ("Appendix A: Site plans", "Appendix B: Pricing schedule", "Appendix C: Form of offer")
CLAUSES = (
    "4.1 Drains. The firm clears each drain twice a year.",
    "4.2 Paths. The firm repairs every path that frost has lifted.",
    "4.3 River. Work beside the water needs a licence, and the owner has asked for it.",
    "4.4 Trees. No tree is felled.",
)  # fmt: skip


def parts(*texts: str) -> list[tuple[str, str, str]]:
    return [(part.kind, part.id, part.title) for part in parts_of(statements(read(*texts)))]


def test_parts_are_read_from_lines_and_from_titles_on_the_line_of_their_clause() -> None:
    assert parts(*PARTS)[:2] == [("annex", "A", "Site plans"), ("annex", "B", "Pricing schedule")]
    assert ("section", "4.2", "Paths") in parts(*CLAUSES)


def test_a_list_of_letters_under_a_heading_of_appendices_names_them() -> None:
    row = replace(table(("", ""), ("K", "Order form – separate file"))[0], headings=("APPENDICES",))
    (part,) = parts_of(statements((row,)))
    assert (part.kind, part.id, part.title) == ("annex", "K", "Order form")


@given(st.sampled_from("ABCDEFGH"), st.sampled_from(["Appendix", "Schedule", "Form", "Attachment"]))
def test_every_label_in_a_sentence_is_read_with_its_place(letter: str, kind: str) -> None:
    text = f"The firm fills in what it finds in {kind} {letter} before noon on the last day of the week."
    (reference,) = references_of(next(iter(statements((clause(text),)))))
    assert reference.id == letter
    assert text[reference.start : reference.end] == f"{kind} {letter}"


@given(st.text(alphabet="Appendix ABC12.():,the form of offer", max_size=80))
def test_no_text_stops_the_reader_of_labels(text: str) -> None:
    told = list(statements((clause(text or "x"),)))
    assert all(isinstance(part, Part) for part in parts_of(told))
    assert all(0 <= r.start < r.end <= len(told[0].text) for r in references_of(told[0]))


def test_title_words_are_alike_in_singular_and_plural() -> None:
    assert title_words("The insurances") == title_words("Insurance")


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("The pricing schedule (see Appendix C) lists every item.", "Appendix C (pricing schedule)",
         "Appendix B: Pricing schedule"),
        ("Bidders sign the form of offer at Appendix A before they send it.", "Appendix A (form of offer)",
         "Appendix C: Form of offer"),
        ("Look for the gates in Appendix D (Site plans) before pricing anything.", "Appendix D (Site plans)",
         "Appendix A: Site plans"),
    ],
)  # fmt: skip
def test_a_title_of_another_part_is_told_with_that_part(text: str, said: str, meant: str) -> None:
    assert [fact.value for fact in misdirected(read(*PARTS, text))] == [said, meant]


@pytest.mark.parametrize(
    "text",
    [
        "The pricing schedule (see Appendix B) lists every item.",
        "The pricing schedule lists what Appendix C asks for.",
        "The pricing schedule is sent with Appendix C (form of offer).",
        "The pricing schedule, Appendix C and all plans come back together by noon.",
        "The pricing schedule in Appendix C of the framework binds nobody here today.",
    ],
)
def test_a_label_that_may_be_right_is_left_alone(text: str) -> None:
    assert misdirected(read(*PARTS, text)) == ()


SECTIONS = ("1. Timetable for the tender", "1.1 Bids come in May.", "2. Evaluation of bids", "2.1 The cheapest van wins.",
            "3. Terms", "3.1 Vans are kept clean.")  # fmt: skip


def test_a_telling_word_that_the_part_named_never_speaks_of_is_told_with_the_part_that_bears_it() -> None:
    dates = "3.2 All dates follow the timetable in section {}, and none is moved."
    assert [f.value for f in misdirected(read(*SECTIONS, dates.format(2)))] == [
        "section 2 (timetable)",
        "Section 1: Timetable for the tender",
    ]
    assert misdirected(read(*SECTIONS, dates.format(1))) == ()
    spoken = (*SECTIONS[:4], "2.2 The timetable stands on page 4.", *SECTIONS[4:], dates.format(2))
    assert misdirected(read(*spoken)) == ()


def test_two_parts_are_too_few_to_tell_one_from_another() -> None:
    assert misdirected(read(*PARTS[1:], "The pricing schedule (see Appendix C) lists every item.")) == ()


def test_a_clause_that_does_not_speak_of_the_thing_is_told_with_the_one_that_does() -> None:
    late = "9.1 Time is added for delay in the grant of the licence mentioned in clause 4.1, if any."
    assert [fact.value for fact in misplaced(read(*CLAUSES, late))] == ["licence in 4.1", "licence in 4.3"]


@pytest.mark.parametrize(
    "late",
    [
        "9.1 Time is added for delay in the grant of the licence mentioned in clause 4.3, if any.",
        "9.1 The work described in clause 4.1 is done by hand.",
        "9.1 The licence mentioned in clause 7.1 is kept on site.",
        "9.1 The period in clause 4.1 is a year.",
        "9.1 The licence mentioned in clause 4.1 of the lease is kept on site.",
    ],
)
def test_a_clause_that_may_speak_of_it_is_left_alone(late: str) -> None:
    assert misplaced(read(*CLAUSES, late)) == ()


def test_below_for_something_above_points_the_wrong_way() -> None:
    text = ("3.1 The bridge is shut in winter.", "3.2 Subject to paragraph 3.1 below, the bridge is open.")
    assert [fact.value for fact in wrong_way(read(*text)) if fact.name == "points_wrong_way"] == ["paragraph 3.1 below"]


@pytest.mark.parametrize(
    "last",
    [
        "3.2 Subject to paragraph 3.1 above, the bridge is open.",
        "3.2 Subject to paragraph 3.3 below, the bridge is open.",
        "3.2 See paragraph 3.2.1 below for the bridge.",
        "3.2 Costs in paragraph 3.1 below the sum of £50 are borne.",
    ],
)
def test_the_right_way_is_left_alone(last: str) -> None:
    assert wrong_way(read("3.1 The bridge is shut in winter.", last)) == ()


def test_a_clause_is_both_above_and_below_its_own_parts() -> None:
    text = ("3.1 The bridge is shut.", "3.2 The bridge has rails.", "3.2.1 The rails in paragraph 3.2 below are red.")
    assert wrong_way(read(*text)) == ()


def test_a_thing_that_two_clauses_near_by_speak_of_is_left_alone() -> None:
    late = "9.1 Time is added for delay in the grant of the licence mentioned in clause 4.1, if any."
    assert misplaced(read(*CLAUSES, "4.5 A licence for the crane is kept in the cab.", late)) == ()


def criteria(text: str, *labels: str) -> list[str | int]:
    rows = table(("Criterion", "Weight"), *((label, "20") for label in labels))
    return [said.value for said in off_list((*rows, clause(text, place=20)))]


def test_an_entry_beyond_the_last_of_its_table_is_told() -> None:
    assert criteria("A tie is settled by the mark for criterion E of the tender.", "A. Staff", "B. Method") == []
    labels = ("A. Staff", "B. Method", "C. Price", "D. Start")
    assert criteria("A tie is settled by the mark for criterion F of the tender.", *labels) == ["criterion F"]
    assert criteria("A tie is settled by the mark for criterion B of the tender.", *labels) == []
    assert criteria("A tie is settled by the mark for criterion Z of the tender.", *labels) == []


def test_the_same_slip_is_told_once() -> None:
    text = (*PARTS, "Fill in the pricing schedule (Appendix C).", "Appendix B – Pricing schedule")
    assert len(values("form_two_names", *text)) == 2
    assert values("reference_elsewhere", *text) == []


def test_a_reference_without_any_part_is_no_slip() -> None:
    none: tuple[Clause, ...] = lines("See the pricing schedule at Appendix C for the whole of it.")
    assert misdirected(none) == misplaced(none) == wrong_way(none) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3.2 Gates are locked at the times listed in section 3.2.", "section 3.2"),
        ("3.2 For the month of each cut see 3.2.", "3.2"),
        ("3.2 Uplifts follow the formula in clause 3.2 of these Conditions.", "clause 3.2"),
    ],
)
def test_a_clause_that_promises_details_under_its_own_number_points_to_itself(text: str, said: str) -> None:
    found = circular(read("3.1 The bridge is shut in winter.", text, "3.3 Boats are kept dry."))
    assert [fact.value for fact in found if fact.name == "points_to_itself"] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "3.2 Gates are locked at the times listed in section 3.1.",
        "3.2 A notice under this clause 3.2 is in writing.",
        "3.2 Gates are locked as set out in section 3.2 of the Act.",
        "3.2 Gates are locked as set out in clause 3.2(a).",
        "3.2 Gates are locked as set out in clause 3.2.1.",
        "3.2 Clause 3.2 outlives the contract.",
    ],
)
def test_a_clause_may_name_itself_or_one_of_another_paper(text: str) -> None:
    assert circular(read("3.1 The bridge is shut in winter.", text)) == ()


def test_a_number_that_stands_twice_is_no_place() -> None:
    again = "3.2 For the month of each cut see clause 3.2."
    assert circular(read("3.2 The bridge is shut in winter.", again)) == ()
