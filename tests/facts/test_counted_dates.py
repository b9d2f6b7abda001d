"""Days that a sentence counts, against the days of the timetable."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from checker.facts.counted_dates import counted_dates
from tests.facts.reading import read

TIMETABLE = ("Deadline for tenders: 12 noon, 22 May 2026", "Last date for clarification questions: 18 May 2026")
WORKS = ("The contract starts on 6 July 2026.", "Date for completion: 28 August 2026")


def told(*texts: str) -> list[object]:
    clauses = read(*texts)
    return [fact.value for fact in counted_dates(clauses, find_facts(clauses))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Questions must reach us at least seven days before the closing date.", "15 May 2026"),
        ("No questions will be taken later than two weeks before the submission deadline.", "8 May 2026"),
        ("Queries must be sent no later than 10 working days prior to the tender deadline.", "8 May 2026"),
        ("Questions may be asked up to 8 calendar days before the deadline.", "14 May 2026"),
    ],
)
def test_a_last_day_counted_back_that_misses_the_timetable_is_told(text: str, day: str) -> None:
    counted, named = told(*TIMETABLE, text)
    assert str(counted).startswith(f"{day} (")
    assert named == "2026-05-18"


@pytest.mark.parametrize(
    "text",
    [
        "Questions must reach us at least four days before the closing date.",
        "Questions must reach us at least 4 working days before the closing date.",
        "Questions will be answered no later than ten days before the closing date.",
        "Questions for stage two must be sent ten days before the closing date.",
        "Insurance must be shown ten days before the closing date.",
        "Questions must reach us ten days before the interview.",
    ],
)
def test_a_count_that_fits_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert not told(*TIMETABLE, text)


def test_nothing_is_counted_where_the_timetable_has_two_deadlines() -> None:
    again = "Tenders must be returned by 29 May 2026."
    assert not told(*TIMETABLE, again, "Questions must reach us at least ten days before the closing date.")


def test_works_that_miss_their_completion_by_the_weeks_given_are_told() -> None:
    assert told(*WORKS, "The contract period is 12 weeks.") == [
        "28 September 2026 (12 weeks from 6 July 2026)",
        "2026-08-28",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The contract period is 8 weeks.",
        "The contract period is seven weeks.",
        "The defects period is 12 weeks.",
        "The contract period is 12 months.",
    ],
)
def test_works_that_fit_are_left_alone(text: str) -> None:
    assert not told(*WORKS, text)


def test_two_periods_leave_the_completion_alone() -> None:
    assert not told(*WORKS, "The contract period is 12 weeks.", "The period on site is 14 weeks.")
