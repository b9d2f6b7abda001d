"""Numbers, dates and names that a pack gives twice and differently."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Facts
from checker.facts.events_twice import events_twice
from checker.facts.leftovers import leftovers
from checker.facts.limits_twice import limits_twice
from checker.facts.lots_counted import lots_counted
from checker.facts.odd_dates import odd_dates
from checker.facts.own_numbers import own_numbers
from checker.facts.said_twice import said_twice
from checker.facts.shares import shares
from checker.facts.twins import twins
from checker.words import day
from tests.facts.making import clause, lines, table
from tests.facts.reading import read, values

FILLER = "The firm keeps the yard tidy and the gates shut at night, and tells the owner of any damage it sees there. "
LONG = tuple(FILLER + f"Point {n} ends here." for n in range(160))


def pairs(finder: object, *texts: str) -> list[object]:
    return [fact.value for fact in finder(lines(*texts))]  # type: ignore[operator]


@given(st.integers(31, 400), st.integers(31, 400))
def test_two_periods_for_which_bids_stay_open_differ_or_are_one(one: int, other: int) -> None:
    texts = (f"Tenders remain open for acceptance for {one} days.", f"This tender stays open for {other} days.")
    assert pairs(said_twice, *texts) == ([] if one == other else [f"{one} days", f"{other} days"])


@pytest.mark.parametrize(
    "texts",
    [
        ("Tenders remain open for acceptance for 90 days.", "This tender stays open for three months."),
        ("Tenders remain open for acceptance for ninety (90) days.", "This tender stays open for 90 calendar days."),
        ("Tenders remain open for 90 days, or such longer time as we ask.", "This tender stays open for 120 days."),
        ("Tenders for Lot 1 remain open for 90 days.", "Tenders for Lot 2 remain open for 120 days."),
        ("Tenders remain open for 90 days.", "The offices are open for 120 days in the year."),
    ],
)
def test_one_period_in_two_wordings_is_no_slip(texts: tuple[str, ...]) -> None:
    assert pairs(said_twice, *texts) == []


def test_an_event_with_two_dates_is_told() -> None:
    assert pairs(events_twice, "Date for completion: 3 July 2026", "Completion of the works: 10 July 2026") == [
        "2026-07-03",
        "2026-07-10",
    ]
    rows = table(("Stage", "Date"), ("Contract period:", "1 May 2026 to 30 April 2029"), ("Contract end", "1 May 2029"))
    assert [fact.value for fact in events_twice(rows)] == ["2029-04-30", "2029-05-01"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Site visit: 4 May 2026", "Site visits take place on 4 May 2026 or 6 May 2026.", "Site visit: 6 May 2026"),
        ("Interviews: 4 May 2026", "A second interview may be held on 6 May 2026."),
        ("The present contract ends on 1 May 2026.", "The contract will end on 1 May 2029."),
        ("Register for the briefing by 4 May 2026.", "Bidder briefing: 6 May 2026"),
    ],
)
def test_dates_of_two_events_or_a_choice_are_left_alone(texts: tuple[str, ...]) -> None:
    assert pairs(events_twice, *texts) == []


def test_two_times_count_on_one_day_only() -> None:
    late = "Closing date for tenders: 12 noon, 5 May 2026"
    assert pairs(events_twice, late, "Tenders must be returned by 17:00 on 5 May 2026.") == ["12:00", "17:00"]
    assert pairs(events_twice, late, "Tenders must be returned by 17:00 on 6 May 2026.") == []


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)))
def test_a_week_begins_on_a_monday(moment: date) -> None:
    monday = moment - timedelta(days=moment.weekday())
    assert odd_dates(lines(f"Interviews: week commencing {day(monday)}")) == ()
    friday = monday + timedelta(days=4)
    (first, *_) = odd_dates(lines(f"Interviews: w/c {day(friday)}"))
    assert first.value == f"w/c {day(friday)} (a Friday)"


@given(st.dates(date(2000, 1, 1), date(2039, 12, 31)))
def test_a_day_that_exists_is_never_odd(moment: date) -> None:
    assert odd_dates(lines(f"Starts on {day(moment)} and not before.", f"Ends on {moment:%d/%m/%Y}.")) == ()


@pytest.mark.parametrize("words", ["31 June 2026", "30/02/2026", "31st September", "01/042026", "12//05/2026"])
def test_a_day_that_does_not_exist_is_told(words: str) -> None:
    assert odd_dates(lines(f"The depot shuts on {words}."))[0].value == words


@pytest.mark.parametrize("words", ["2014/15", "Regulation 1005/2009", "05/25/2026", "29 February", "version 3.31.2026"])
def test_figures_that_are_no_day_or_may_be_one_are_left_alone(words: str) -> None:
    assert odd_dates(lines(f"The depot keeps to {words}.")) == ()


def test_two_references_of_one_shape_are_told_and_others_are_not() -> None:
    cover = "Tender reference: ABC/PS/2026/014"
    assert pairs(own_numbers, cover, "Tender reference ABC/PS/2025/031") == ["ABC/PS/2026/014", "ABC/PS/2025/031"]
    assert pairs(own_numbers, cover, "Notice reference: 2026/S 000-123456", "Drawing ABC/P/26/04") == []
    assert pairs(own_numbers, cover, "Contract reference: XYZ/PS/2019/007", "Contract reference: ABC/PS/19/7") == []


def test_two_versions_count_on_the_cover_and_at_the_end() -> None:
    middle = tuple(f"The firm sweeps yard number {n}." for n in range(60))
    assert pairs(own_numbers, "Version 1.3", *middle, "End, V1.2") == ["version 1.3", "version 1.2"]
    assert pairs(own_numbers, "Version 1.3", *middle[:50], "V1.2", *middle[50:]) == []
    assert pairs(own_numbers, "Version 1.3", *middle, "Template version 6.2") == []


def test_limits_of_one_answer_are_compared_by_its_name() -> None:
    assert pairs(limits_twice, "Technical proposal: 20 sides of A4", "B. Technical proposal (max. 25 sides)") == [
        "Technical proposal: 20 pages",
        "Technical proposal: 25 pages",
    ]
    assert pairs(limits_twice, "Technical proposal: 20 sides", "Social value plan: 25 sides") == []
    assert pairs(limits_twice, "Technical proposal: 20 sides", "Technical proposal: 9,000 words") == []


def test_a_word_limit_column_is_a_limit() -> None:
    rows = table(("No.", "Question", "Word limit"), ("D1", "Your staff", "1,500"))
    assert [f.value for f in limits_twice((*rows, clause("Question D1: 900 words", place=9)))] == [
        "D1: 1500 words",
        "D1: 900 words",
    ]


def test_lots_are_counted() -> None:
    lots = ("Lot 1: North", "Lot 2: South", "Lot 3: East")
    assert pairs(lots_counted, "The work is divided into four lots.", *lots) == ["4 lots", "3 lots in the list"]
    assert pairs(lots_counted, "The work is divided into three lots.", *lots) == []
    assert pairs(lots_counted, "The work is divided into four lots.", lots[0], lots[2]) == []  # one was not read


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("The contract will run for three years from 1 April 2026 to 31 March 2028.",), ["36 months",
                                                                                  "24 months by its dates"]),
        (("The contract is for three years.", "The initial term is two years."), ["36 months", "24 months"]),
        (("The contract is for three years, with an option to extend by two years.",
          "The maximum contract term is six years."), ["36 and 24 months", "72 months in all"]),
        (("The contract is for three years, with an option to extend by two years.",
          "The maximum contract term is five years."), []),
        (("The contract runs for two years from 1 April 2026 to 31 March 2028, and may be extended by one year.",), []),
    ],
)  # fmt: skip
def test_the_length_of_a_contract_is_compared_with_its_dates_and_its_whole(
    texts: tuple[str, ...], said: list[str]
) -> None:
    assert values("term_said", *texts) == said


def test_shares_that_miss_a_hundred() -> None:
    columns = ("Depot", "Share of visits")
    found = shares(table(columns, ("North", "58%"), ("South", "21%"), ("East", "23%")), Facts())
    assert [(fact.name, fact.value) for fact in found] == [("share_sum", 102), ("share_gap", 2)]
    for last in ("21%", "20%", "-", "60%"):
        assert shares(table(columns, ("North", "58%"), ("South", "21%"), ("East", last)), Facts()) == ()


def test_a_sentence_that_comes_again_with_another_number() -> None:
    one = "The firm shall report every fault to the duty desk within {} hours of finding it."
    between = tuple(f"Yard {n} is shut." for n in range(5))
    assert pairs(twins, one.format(24), *between, one.format(48)) == ["24 hours", "48 hours"]
    assert pairs(twins, one.format(24), *between, one.format(24)) == []
    assert pairs(twins, one.format(24), one.format(48)) == []  # a list of levels
    graded = "Where the fault is small the firm shall report it to the duty desk within {} hours."
    assert pairs(twins, graded.format(24), *between, graded.format(48)) == []


def left(*texts: str) -> list[object]:
    return [fact.value for fact in leftovers(lines(*LONG, *texts)) if fact.name == "leftover"]


def test_words_of_another_trade_count_once_in_a_long_pack() -> None:
    offer = "We offer to supply the catering equipment at the prices below."
    assert left(offer) == ["catering equipment"]
    assert left(offer, "The kitchen is on the first floor.") == []
    assert left("Contracts for catering equipment are other contracts.") == []
    assert [f for f in leftovers(lines(offer)) if f.name == "leftover"] == []  # too short to tell


def test_another_buyers_word_counts_where_the_pack_names_no_such_body() -> None:
    ours = tuple(f"The Trust will inspect ward {n}." for n in range(14))
    stray = "Bids are opened when the Council will allow it."
    assert left(*ours, "The best bid is what the Council will accept.") == ["the Council"]
    assert left(*ours, stray, "Kelham Town Council owns the car park.") == []
    assert left(*ours[:5], stray) == []  # nothing says how the buyer is called here


def test_copies_of_what_is_handed_over_at_the_end_are_no_copies_of_the_tender() -> None:
    over = "At the end the firm hands over the manuals. Three bound copies and one on disk."
    assert not said_twice(read("Send two paper copies of the tender.", over))
    assert said_twice(read("Send two paper copies of the tender.", "Three bound copies must reach us."))
