"""Slips that careful readers marked in tenders of other hands, and sentences that only look like such."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from checker.facts.off_list import off_list
from checker.facts.ranges_counted import ranges_counted
from tests.facts.making import clause, lines, table


def values(name: str, *texts: str) -> list[object]:
    return [fact.value for fact in find_facts(lines(*texts)).many(name)]


def test_the_weekday_of_a_row_is_read_with_the_year_of_its_first_cell() -> None:
    rows = table(("Year", "Switch-on"), ("2026", "Friday 27th November"), ("2027", "Friday 25 November"))
    found = [fact.value for fact in find_facts(rows).many("weekday_wrong")]
    assert found[:1] == ["Friday 25 November 2027 (a Thursday)"]


def test_a_row_of_other_things_has_no_weekday() -> None:
    rows = table(("Year", "Day"), ("2027", "Friday the week before"), ("Ref 2027", "Friday 25 November"))
    assert not find_facts(rows).many("weekday_wrong")


def test_a_formula_that_gives_other_marks_than_its_words() -> None:
    text = "The lowest price receives 40 marks and others the lowest price divided by theirs and multiplied by 60."
    assert values("price_marks", text) == ["40 for the lowest price", "60 by the formula"]


@pytest.mark.parametrize("times", ["40", "100", "40.5"])
def test_a_formula_that_agrees_or_is_in_percent(times: str) -> None:
    text = f"The lowest price receives 40 marks and others the lowest price divided by theirs multiplied by {times}."
    assert not values("price_marks", text)


def marks(*numbers: str) -> list[object]:
    head = clause("Tenders will be marked out of 100 by two officers.", place=0)
    names = ("Design", "Price", "Staff", "Programme")
    rows = table((), ("", "Marks"), *zip(names, numbers, strict=True), start=1)
    return [fact.value for fact in find_facts((head, *rows)).many("parts_and_whole")]


def test_marks_out_of_a_hundred_that_add_up_to_more() -> None:
    assert marks("45", "30", "20", "10") == ["100", "45 + 30 + 20 + 10 = 105"]


@pytest.mark.parametrize("numbers", [("40", "30", "20", "10"), ("10", "10", "10", "10"), ("45", "30", "20", "see C")])
def test_marks_that_add_up_or_are_not_all_told(numbers: tuple[str, ...]) -> None:
    assert not marks(*numbers)


def test_copies_beside_the_original() -> None:
    texts = ("Send one signed original and two copies of the whole tender.", "Tick: original and three copies")
    assert values("copies_asked", *texts) == ["2 copies", "3 copies"]
    texts = ("Send one signed original and two copies of Part A.", "Send an original and three copies of the drawings.")
    assert not values("copies_asked", *texts)


AREAS = (("A. Quayside", "12 bollards"), ("B. Mill Lane", "8 posts"), ("C. Old Town", "20 posts"))
LISTED = (("A", "A1–A12"), ("B", "B1–B8"), ("C", "C1–C20"), ("D", "D1–D5"))


def test_an_area_counted_otherwise_than_its_list() -> None:
    counted = table(("Area", "What is there"), *AREAS, ("D. Station", "6 posts"))
    facts = ranges_counted((*counted, *table(("Area", "Numbers"), *LISTED, start=9)))
    assert [fact.value for fact in facts] == ["6 posts", "D1–D5"]


@pytest.mark.parametrize("last", [("D. Station", "5 posts"), ("D. Station", "6 days"), ("Station", "6 posts")])
def test_areas_that_agree_or_count_other_things(last: tuple[str, str]) -> None:
    counted = table(("Area", "What is there"), *AREAS, last)
    assert not ranges_counted((*counted, *table(("Area", "Numbers"), *LISTED, start=9)))


def test_two_areas_that_differ_are_other_lists() -> None:
    counted = table(("Area", "What is there"), *AREAS[:2], ("C. Old Town", "4 posts"), ("D. Station", "6 posts"))
    assert not ranges_counted((*counted, *table(("Area", "Numbers"), *LISTED, start=9)))


def method_statements(last: int) -> list[object]:
    rows = table(("Ref", "Topic"), ("MS1", "Staff"), ("MS2", "Safety"), ("MS3", "Records"), ("MS4", "Start"))
    return [said.value for said in off_list((*rows, clause(f"Enclosed: Method statements 1 to {last}", place=8)))]


def test_method_statements_beyond_the_last() -> None:
    assert method_statements(5) == ["Method statements 1 to 5"]
    assert not method_statements(4)


def test_a_council_of_another_kind_is_a_leftover() -> None:
    own = ["The Council will reply in writing."] * 12
    assert values("leftover", *own, "No gift was made to an officer of the Borough Council.") == ["the Borough Council"]
    other = "Selby Borough Council runs the car park."
    assert not values("leftover", *own, other, "No gift was made to an officer of the Borough Council.")


FILLER = (
    "The supplier sends a report on each visit, and the office keeps it for the next review of the lights.",
) * 150


def test_words_of_another_trade() -> None:
    slip = "Audiology patients should be referred to the hospital."
    assert values("leftover", *FILLER, slip) == ["Audiology patients"]
    assert not values("leftover", *FILLER, slip, "Hearing tests are booked by the clinic.")


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        ("The operator's licence must be shown before the first day.", "operator's licence"),
        ("Work shall stop while pupils cross the yard.", "pupils"),
        ("The Planning Supervisor must be given a copy.", "Planning Supervisor"),
    ],
)
def test_a_duty_of_another_trade_that_is_named_once_is_a_leftover(slip: str, words: str) -> None:
    assert values("leftover", *FILLER, slip) == [words]
    assert not values("leftover", *FILLER, slip, f"More on the {words} stands below.")


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("opposites", ("Tenders must not be made on the basis that TUPE does not apply.", "TUPE is likely to apply.")),
        ("criterion_weight", ("Price is scored so: 20% on the basket, 7% on three scenarios, 3% on commission.",)),
        ("payment_days", ("Invoices that reach us seven days before the meeting are paid within ten days of it.",)),
        ("issued", ("We will leave this offer open for 90 days from 22 March 2027.",)),
        ("start", ("Visit to one of your present operations: week beginning 16 April 2027",)),
    ],
)
def test_what_looks_like_a_slip_and_is_none(name: str, texts: tuple[str, ...]) -> None:
    assert not values(name, *texts)


def test_the_limit_of_a_column_counts_not_a_number_in_the_question() -> None:
    columns = ("No.", "Question", "Max words")
    question = "Q1 Access. Describe the care of people with an index over 40 and their pathway. 1,500"
    row = clause(cells=("Q1", "Access. Describe the care of people with an index over 40", "750"), columns=columns)
    assert not find_facts((row, clause(question, place=3))).many("answer_limit")
