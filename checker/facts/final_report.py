"""The final report with two days on which it is due, or accepted before it is due.

A false one accuses, so drafts, reports of one year or one lot, and the steps of publication are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_at, own_words, statements
from checker.facts.timetable import labelled_dates

_REPORT = re.compile(
    r"^\W*(?:[A-Z]{0,2}\d{1,2}\W{1,4})?(?:(?:submission|delivery|acceptance|approval|receipt) of )?(?:the |a )?final "
    r"(?:(?:written|evaluation|research|project|completed) )?report\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"\b(?:draft|interim|comment\w*|feedback|annual|quarterly|monthly|publi\w+|launch\w*|translat\w*|"
    r"present(?:ed|ation) of|phase|stage|strand|work ?package|year \d|invit\w*|previous|or|if|after|before|weeks?)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\b(?:accept\w*|approv\w*|sign(?:ed)?[- ]off|agreed|clear(?:ed|ance)|paid|payment)\b", re.I)


def final_report(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`final_report_day`, one `conflicting` fact a day (as facts write it): two days on which the final report is due,
    or the day of its acceptance and a later one on which it is due.
    """
    told = [s for s in statements(clauses) if own_words(s) and lot_at(s, 0) is None]
    due, accepted = _days(told)
    days = first_of_each(due)
    early = [said for said in accepted if days and str(said.value) < min(str(day.value) for day in days)]
    if len(days) > 1:
        return clashes("final_report_day", [days])
    return clashes("final_report_day", [(early[0], days[0])]) if early else ()


def _days(told: Sequence[Statement]) -> tuple[list[Said], list[Said]]:
    """The days on which it is due, and those of its acceptance."""
    due: list[Said] = []
    accepted: list[Said] = []
    for statement in told:
        for label, said in _in_statement(statement):
            (accepted if _AFTERWARDS.search(label) else due).append(said)
    return due, accepted


def _in_statement(statement: Statement) -> Iterator[tuple[str, Said]]:
    """The one date of a row or short line that opens with the final report, with the words that label it."""
    dates = list(labelled_dates(statement))
    cells = statement.cells
    label = next((cell for cell in cells if re.search(r"[a-z]{3}", cell, re.I)), "") if cells else statement.text[:120]
    if len(dates) == 1 and _REPORT.match(label) and not _NOT_ONE.search(f"{label} {statement.heading}"):
        ((_, date),) = dates
        yield label, Said(value=date.value, statement=statement, start=date.start, end=date.end)
