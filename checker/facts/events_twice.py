"""Events of a procurement with two dates, or two times of day, beside those that other finders read.

A false one accuses, so only an event that happens once counts, and only dates that stand beside its name: an event with
a range or a choice of dates anywhere in the pack is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.dates import FoundDate, date_ranges
from checker.facts.events import events_of
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_names, own_words, statements
from checker.facts.timetable import labelled_dates

TIMED = ("submission_deadline", "clarification_deadline")
_CHOICE = re.compile(
    r"\b(?:second|third|another|alternative\w*|either|further|or|previous|existing|current|last year|first phase|phase|"
    r"extended|extension|revised|was|were|if)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:contract|framework|agreement|initial)\b.{0,20}\b(?:period|duration|term|dates?|length)\b|^\W*(?:duration|"
    r"term)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    label: re.Pattern[str]
    but_not: re.Pattern[str]


def _event(name: str, label: str, but_not: str = r"(?!)") -> Event:
    return Event(name, re.compile(label, re.I), re.compile(but_not, re.I))


_EVENTS = (
    _event(
        "visit_day",
        r"\bsite (?:visit|inspection|tour)s?\b|\bopen day\b|\bviewing day\b",
        r"after|follow|regist|book|request|confirm|question|clarif|by\W*$|deadline|contract",
    ),
    _event(
        "interview_day",
        r"\binterviews?\b|\bpresentations?\b|\bdemonstrations?\b",
        r"invit|notif|outcome|after|follow|interim|deadline|research|survey|accept|\breports?\b|\bdata\b|fieldwork",
    ),
    _event(
        "briefing_day",
        r"\b(?:bidder|supplier|tenderer)s?['’]? (?:day|briefing|conference|event|session)\b|\bbriefing\b",
        r"regist|book|after|follow|slides|notes?\b|question|deadline|recording",
    ),
    _event(
        "standstill_end",
        r"\bstand-?\s?still\b.{0,40}\b(?:ends?|ending|expir\w+|clos\w+|complet\w+)\b|"
        r"\bend of (?:the )?(?:mandatory )?stand-?\s?still\b",
        r"after|follow|start|begin|commenc",
    ),
    _event(
        "result_day",
        r"\b(?:notif\w+|announce\w*|inform\w*|letters?)\b.{0,60}\b(?:result|outcome|award|decision|tenderers|bidders|"
        r"successful)|\b(?:result|outcome|decision|award)\b.{0,60}\b(?:notif\w+|announce\w*|letters?)\b",
        r"shortlist|stage 1|selection|\bsq\b|pqq|stand-?\s?still|interview|publish|contracts finder|clarif|committee|"
        r"board|cabinet|approv|ratif|report|extension|after|start|begin|commenc",
    ),
    _event(
        "contract_end",
        r"\b(?:contract|agreement|framework|services?|term|works?)\b.{0,30}\b(?:ends?|ending|expir\w+|end date|"
        r"complet\w+)\b|\b(?:date (?:of|for) |practical )?completion\b(?: of (?:the )?(?:contract|works|all sites))?|"
        r"\b(?:end|expiry) (?:date|of (?:the )?(?:contract|term))\b",
        r"exten|current|existing|incumbent|present|insur|form|evaluat|interim|tender|stage|phase|report|draft|option|"
        r"section|review|milestone|documents|mobilis|within|\b(?:that|those|his|her|their|its) (?:\w+ )?(?:contract|"
        r"agreement|framework)",
    ),
    _event(
        "samples_day",
        r"\bsamples?\b.{0,60}\b(?:received|delivered|submitted|arrive|reach|returned|sent|due|no later than|by)\b|"
        r"\b(?:receipt|delivery|submission|deadline|closing date)\b.{0,20}\bsamples\b",
        r"after|follow|collect|approv|evaluat|result|clarif|question|returned to|invoice|contract|inspect",
    ),
    _event(
        "go_live_day",
        r"^\W*(?:the )?(?:(?:website|system|service|platform|software|site|application|solution|portal) )?go[\s-]?live"
        r"(?: date)?(?: of (?:the )?\w+)?(?: (?:shall|will|must|is|to|be|achieved|completed|take place|occur|"
        r"happen|due|"
        r"planned|expected|required)){0,4}(?: (?:no|not) later than| by| on)?(?: (?:no|not) later than)?\W*$",
        r"phase|stage|test|soft|pilot",
    ),
)
NAMES = (*(event.name for event in _EVENTS), *(f"{name}_time" for name in TIMED))


def events_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """One `conflicting` fact a date (as facts write it) for each of `visit_day`, `interview_day`, `briefing_day`,
    `standstill_end`, `result_day`, `contract_end`, `samples_day` and `go_live_day` that has two; one a
    time ("12:00") for `submission_deadline_time` and `clarification_deadline_time`.
    """
    told = [s for s in statements(clauses) if own_words(s) and not lot_names(s.text)]
    found: dict[str, list[Said]] = defaultdict(list)
    open_ones: set[str] = set()
    times: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for statement in told:
        found["contract_end"] += _ends(statement)
        for label, date in labelled_dates(statement):
            for event in _EVENTS:
                if event.label.search(label) and not event.but_not.search(label):
                    if _is_choice(statement):
                        open_ones.add(event.name)
                    else:
                        found[event.name].append(_day(statement, date))
            for name, tier in events_of(label):
                if name in TIMED and tier == 1 and date.time:
                    times[f"{name}_time", date.value].append(
                        Said(value=date.time, statement=statement, start=date.start, end=date.end)
                    )
    return (
        *(fact for name, said in found.items() if name not in open_ones for fact in _told(name, said)),
        *(fact for (name, _), said in times.items() for fact in _told(name, said)),
    )


def _ends(statement: Statement) -> Iterator[Said]:
    """The last day of a contract period that is given as a range of dates."""
    ranges = date_ranges(statement.text)
    if len(ranges) == 1 and not _CHOICE.search(statement.text):
        ((first, last),) = ranges
        label = statement.text[: first.start] if not statement.cells else statement.cells[0]
        if _PERIOD.search(label) or _PERIOD.search(statement.heading):
            yield _day(statement, last)


def _day(statement: Statement, date: FoundDate) -> Said:
    return Said(value=date.value, statement=statement, start=date.start, end=date.end)


def _is_choice(statement: Statement) -> bool:
    """Whether a sentence gives a range, several dates or a choice."""
    dates = list(labelled_dates(statement))
    return len(dates) > 1 or bool(date_ranges(statement.text)) or bool(_CHOICE.search(statement.text))


def _told(name: str, said: Sequence[Said]) -> Iterator[Fact]:
    each = first_of_each(said)
    if len(each) > 1:
        yield from clashes(name, [each])
