"""Slips that lie in the structure of a pack: a second last day, sums that miss, quantities, titles, laws, labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.domain import Clause
from checker.facts import find_facts
from tests.facts.making import clause, lines, table

DAY = "Deadline for tenders: 12 May 2026"


def values(name: str, *clauses: Clause) -> list[object]:
    return [fact.value for fact in find_facts(clauses).many(name)]


def said(name: str, *texts: str) -> list[object]:
    return values(name, *lines(*texts))


def one_after_another(*parts: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of several parts, numbered through."""
    every = [item for part in parts for item in part]
    moved = []
    for place, item in enumerate(every):
        (sentence,) = item.sentences
        there = replace(item.location, block=place)
        moved.append(replace(item, location=there, sentences=(replace(sentence, location=there),)))
    return tuple(moved)


def test_a_sentence_with_another_last_day_for_bids() -> None:
    desk = "Tenders are handed in at the front desk between 9.00 am and 4.00 pm, "
    text = f"{desk}so as to be received not later than noon on 11 May 2026."
    assert said("deadline_day", DAY, text) == ["2026-05-12", "2026-05-11"]
    assert said("deadline_day", DAY, text.replace("11 May", "12 May")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The sealed tender must be delivered to the Clerk not later than noon on 12 May 2026.",
        "Samples for the tender must be delivered to the depot not later than 6 May 2026.",
        "Questions on the tender must be sent by 1 May 2026.",
        "The tender of Lot 2 must be received not later than 19 May 2026.",
        "Tenders shall remain open and may be accepted until 30 June 2026.",
        "The winning firm's tender documents are to be signed and returned by 3 June 2026 after award.",
    ],
)
def test_another_step_is_no_second_last_day(text: str) -> None:
    assert said("deadline_day", DAY, text) == []


HOURS = ("Site", "Rooms", "Hours a week")
SITES = (("North depot", "12", "40"), ("South depot", "9", "30"), ("Town hall", "20", "60"))


def test_a_foot_that_its_rows_do_not_make() -> None:
    assert values("column_total", *table(HOURS, *SITES, ("Total", "41", "140"))) == [
        "140 (Total)",
        "130 by adding up",
    ]


@pytest.mark.parametrize(
    "last",
    [
        ("Total", "41", "130"),
        ("Total excluding relief", "41", "140"),
        ("Average", "14", "43"),
        ("Total", "41", "900"),  # so far off that other rows belong to it
    ],
)
def test_a_foot_that_fits_or_means_something_else_is_no_slip(last: tuple[str, ...]) -> None:
    assert values("column_total", *table(HOURS, *SITES, last)) == []


def test_rows_with_a_subtotal_or_a_gap_are_not_added() -> None:
    assert not values("column_total", *table(HOURS, *SITES, ("Sub-total", "41", "130"), ("Total", "41", "140")))
    assert not values("column_total", *table(HOURS, *SITES, ("Annexe", "3", "as needed"), ("Total", "44", "140")))


YEARS = ("Item", "Year 1", "Year 2", "Total")


def test_one_row_whose_cells_miss_its_total() -> None:
    rows = (("Visits", "4", "5", "9"), ("Calls", "10", "12", "22"), ("Reports", "2", "3", "6"))
    assert values("column_total", *table(YEARS, *rows)) == ["6 (Total)", "5 by adding up"]
    assert not values("column_total", *table(YEARS, *rows[1:]))  # too few that fit


LIST = ("Item", "Quantity")
WANTED = (("Hand fan", "5"), ("Ladder", "8"), ("Wet suit", "20"))


def test_a_thing_counted_otherwise_in_another_table() -> None:
    schedule = (("Hand fans complete", "6"), ("Ladders", "8"), ("Wet suits", "20"))
    pack = one_after_another(table(LIST, *WANTED, heading="Lots"), table(("Thing", "Qty"), *schedule, heading="Prices"))
    assert len(values("quantity", *pack)) == 2


def test_tables_that_differ_in_more_than_one_thing_count_different_things() -> None:
    schedule = (("Hand fans", "6"), ("Ladders", "9"), ("Wet suits", "20"))
    pack = one_after_another(table(LIST, *WANTED, heading="Lots"), table(("Thing", "Qty"), *schedule, heading="Prices"))
    assert not values("quantity", *pack)
    spare = one_after_another(
        table(LIST, *WANTED, heading="Lots"),
        table(("Spare item", "Qty"), ("Hand fan", "6"), ("Ladder", "8"), ("Wet suit", "20"), heading="Spare"),
    )
    assert not values("quantity", *spare)


TITLE = "Invitation to tender for window cleaning services"
ABOUT = tuple(f"Window cleaning at site {number} is done from ladders." for number in range(12))


def offered(text: str) -> list[object]:
    form = replace(clause(text, heading="Form of tender", place=50), role="form")
    title = (clause(f"Title: {TITLE}", place=0), *(clause(words, place=n) for n, words in enumerate(ABOUT, 1)))
    facts = find_facts((*title, form))
    return [fact.value for name in ("form_title", "leftover") for fact in facts.many(name)]


def test_a_form_that_offers_another_service() -> None:
    assert offered("Tender for the provision of laundry services") == [f"“{TITLE}”", "“laundry services”"]
    assert offered("Tender for the provision of domestic services") == []  # another word for the same trade, it may be


@pytest.mark.parametrize("text", ["Tender for window cleaning services", "Tender for the above services"])
def test_a_form_that_offers_the_service_of_the_pack(text: str) -> None:
    assert offered(text) == []


RUNS = "This procurement is conducted under the Procurement Act 2023."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The award will be made on the basis of MEAT.", "MEAT"),
        (
            "Changes follow regulation 72 of the Public Contracts Regulations 2015.",
            "Public Contracts Regulations 2015",
        ),
    ],
)
def test_a_law_left_behind(text: str, words: str) -> None:
    assert said("old_law", RUNS, text) == [words]
    assert said("old_law", text) == []  # nothing says which law governs


@pytest.mark.parametrize(
    "text",
    [
        "The present contract was let under the Public Contracts Regulations 2015.",
        "The framework was set up under the Public Contracts Regulations 2015.",
        "The Public Contracts Regulations 2015 no longer apply.",
        "MEAT and dairy goods are kept below five degrees, as all food is.",
    ],
)
def test_history_and_other_senses_are_no_law_left_behind(text: str) -> None:
    assert said("old_law", RUNS, text) == []


@pytest.mark.parametrize(
    ("texts", "pair"),
    [
        (
            ("Send accounts for the last two years.", "Three sets of audited accounts"),
            ["2 years", "3 years"],
        ),
        (
            ("Send two years' accounts, or as many as there are.", "Attach two sets of accounts."),
            [],
        ),
    ],
)
def test_years_of_accounts(texts: tuple[str, ...], pair: list[str]) -> None:
    assert said("accounts_years", *texts) == pair


def test_copies_in_a_list_that_is_one_sentence() -> None:
    letter = "Your tender, one original and three paper copies, must reach us by noon."
    ticks = "Form A; method statement; accounts; insurance; one original, two copies and one disc."
    assert said("copies_asked", letter, ticks) == ["3 copies", "2 copies"]


def test_a_reference_whose_figures_changed_places() -> None:
    assert said("own_reference", "Tender reference: ABC/PS/26/041", "RFQ 26/014.") == ["ABC/PS/26/041", "26/014"]
    assert not said("own_reference", "Tender reference: ABC/PS/26/041", "RFQ 26/041.")
    assert not said("own_reference", "Tender reference: ABC/PS/26/041", "RFQ 25/099.")


QUESTIONS = ("Q1 Staff", "Q2 Safety", "Q3 Methods", "Q4 Training")


def test_a_range_that_runs_beyond_the_last_question() -> None:
    assert said("range_counted", *QUESTIONS, "Put answers Q1 to Q5 in envelope B.") == ["Q1 to Q5", "Q4 as the last"]
    assert not said("range_counted", *QUESTIONS, "Put answers Q1 to Q4 in envelope B.")
    assert not said("range_counted", *QUESTIONS, "Put answers Q1 to Q5 in envelope B.", "Answer Q5 only for Lot 2.")


KPI = table(("KPI", "Target"), ("Learners from the named wards", "75%"))


def test_a_target_in_a_sentence_that_holds_all_words_of_a_row() -> None:
    told = clause("At least 60% of learners must come from the named wards.", place=9)
    assert values("target_level", *KPI, told) == [
        "60% (Learners from the named wards)",
        "75% (Learners from the named wards)",
    ]
    same = clause("At least 75% of learners must come from the named wards.", place=9)
    assert not values("target_level", *KPI, same)


def test_a_go_live_in_a_sentence_and_in_the_timetable() -> None:
    texts = ("Go-live: 1 June 2026", "Go live shall be achieved not later than 30 September 2026.")
    assert said("go_live_day", *texts) == ["2026-06-01", "2026-09-30"]


@pytest.mark.parametrize(
    "text",
    ["Payments run Q1 to Q6 of the programme.", "Reports are due Q1 to Q5.", "Plans are on paper of sizes A1 to A4."],
)
def test_quarters_and_sizes_are_no_range_of_questions(text: str) -> None:
    assert not said("range_counted", *QUESTIONS, text)


def test_a_row_that_is_taken_off_is_not_added() -> None:
    assert not values(
        "column_total", *table(HOURS, *SITES, ("Less hours of the trainee", "0", "10"), ("Total", "41", "120"))
    )


def test_things_of_two_years_are_counted_apart() -> None:
    schedule = (("Hand fans", "6"), ("Ladders", "8"), ("Wet suits", "20"))
    years = one_after_another(
        table(LIST, *WANTED, heading="Year 1"), table(("Thing", "Qty"), *schedule, heading="Year 2")
    )
    assert not values("quantity", *years)
