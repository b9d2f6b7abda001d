"""A second last day for bids, in a sentence: "to be received not later than 23 April", where a table has the 24th.

A false one accuses, so the sentence must say that the bid is received, returned or delivered by that day, and the day
must stand right behind the words that set a limit; a lot, a stage, a sample or a longer time is no second deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Fact, Facts
from checker.facts.dates import FoundDate
from checker.facts.readings import readings
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_names, own_words, statements
from checker.facts.timetable import labelled_dates

_BID = r"(?:tenders?|bids?|quotations?|quotes?|proposals?|submissions?|offers?|tender documents?|responses?)"
_SENT = (
    r"(?:receiv\w+|return\w*|deliver\w*|submit\w*|submission|reach\w*|arriv\w*|lodged?|uploaded|get to us|"
    r"with (?:me|us)|sent|in our hands|due|clos\w+)"
)
_BINDS = re.compile(rf"\b{_BID}\b.{{0,260}}\b{_SENT}\b|\b{_SENT}\b.{{0,60}}\b{_BID}\b|^it is received", re.IGNORECASE)
_TIME = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midday|midnight|hours|hrs|12|gmt|bst|\(?\w+day\)?)"
_LIMIT = re.compile(
    rf"\b(?:not? later than|by|before|until|latest)(?: the)?[\s:]+(?:{_TIME}[\s,]+(?:on |of )?){{0,4}}(?:the )?$",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|clarif\w*|enquir\w*|samples?|interviews?|presentations?|stage|phase|round|selection|"
    r"questionnaires?|pqq|sq|expressions? of interest|references?|extend\w*|extension|postpone\w*|revised|previous\w*|"
    r"formerly|was|were|valid|open|acceptance|withdrawn?|award\w*|invoices?|reports?|if|visit|attend\w*|not to be|"
    r"final tenders?|best and final|insurance|accounts|grant|ends?|confirm\w*|copy|copies|request\w*|issued?)\b",
    re.IGNORECASE,
)


def deadline_twice(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`deadline_day`, `conflicting`: the one last day for bids that the pack states, and another in a sentence."""
    told = readings(facts, "submission_deadline")
    days = {str(fact.value) for fact in told}
    if len(days) != 1:
        return ()
    all_told = [s for s in statements(clauses) if own_words(s)]
    odd = [said for statement in all_told for said in _in_statement(statement) if str(said.value) not in days]
    home = next((s for s in all_told if told[0].location and s.sentence.location.block == told[0].location.block), None)
    if not odd or home is None:
        return ()
    return clashes("deadline_day", [[Said(value=days.pop(), statement=home), *first_of_each(odd)[:1]]])


def _in_statement(statement: Statement) -> Iterator[Said]:
    dates = list(labelled_dates(statement))
    if len(dates) != 1 or statement.sentence.cells or statement.sentence.negated or lot_names(statement.text):
        return
    date = dates[0][1]
    before = statement.text[max(0, date.start - 320) : date.start]
    if _BINDS.search(before) and _LIMIT.search(before) and not _is_of_else(statement, date):
        yield Said(value=date.value, statement=statement, start=date.start, end=date.end)


def _is_of_else(statement: Statement, date: FoundDate) -> bool:
    """Whether the words between the bid and the day, or right behind it, speak of another step."""
    nearest = statement.text[max(0, date.start - 120) : date.start]
    return bool(_OF_ELSE.search(nearest) or _OF_ELSE.search(statement.text[date.end : date.end + 60]))
