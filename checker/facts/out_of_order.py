"""Stages of a procurement whose dates stand in the wrong order: final offers before negotiation, award before bids.

A false one accuses, so a stage counts only where one date and one stage stand in a row or short line, and two stages
are out of order only where every date of the one is after every date of the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from checker.domain import Clause, Fact, Facts
from checker.facts.dates import find_dates
from checker.facts.events import events_of
from checker.facts.statements import Statement, make_fact, own_words, statements
from checker.words import day

LONGEST_LINE = 120  # characters of a line, outside a table, that may be an entry of a timetable
EVE = timedelta(days=1)  # a contract signed so short before its start leaves no day to prepare
_NAMES = {
    "issued": "the issue of the documents", "clarification_deadline": "the last day for questions",
    "answers_deadline": "the answers to questions", "submission_deadline": "the deadline for bids",
    "negotiation": "the start of negotiation", "final_offers": "best and final offers", "award": "the award",
    "signature": "the signing of the contract", "start": "the start of the contract",
}  # fmt: skip
_ORDER = (  # stage, stage that cannot come before it
    ("issued", "clarification_deadline"), ("issued", "submission_deadline"),
    ("clarification_deadline", "submission_deadline"), ("answers_deadline", "submission_deadline"),
    ("submission_deadline", "negotiation"), ("submission_deadline", "final_offers"),
    ("submission_deadline", "award"), ("submission_deadline", "signature"), ("submission_deadline", "start"),
    ("negotiation", "final_offers"), ("negotiation", "award"), ("final_offers", "award"), ("award", "start"),
)  # fmt: skip
_OWN_STAGES = {
    "negotiation": re.compile(r"^\W*(?:start of |commence\w* (?:of )?|begin\w* (?:of )?)?negotiations?"
                              r"(?: (?:start|begin|commence)\w*| meetings?)?\W*$", re.I),
    "final_offers": re.compile(r"\bbest and final offers?\b|\bbafo\b|^\W*(?:return|submission|receipt) of final "
                               r"(?:tenders|offers|bids)\W*$", re.I),
    "signature": re.compile(r"^\W*(?:contract|agreement)s? (?:to be )?(?:signature|signing|signed|execution|executed)"
                            r"\W*$|^\W*(?:signature|signing|execution) of (?:the )?(?:contract|agreement)s?\W*$", re.I),
}  # fmt: skip
_FROM_FACTS = ("issued", "clarification_deadline", "submission_deadline", "award", "start")
_FOR_LATER = re.compile(r"\bextension|\bcontract end|expir|\breview\b|\bif (?:required|applicable)\b|\blots?\b", re.I)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage with its date and the words that give it."""

    name: str
    day: date
    fact: Fact


def out_of_order(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`timetable_slip` for each stage in the wrong order and the one it comes before (conflicting; "the award on 1 May
    2026"), and with them `timetable_slips` (how many pairs), `timetable_slips_list` ("the award (1 May 2026) before the
    deadline for bids (5 May 2026)") and, where a deadline of bidders comes too early, `deadline_slips` (how many).
    `signature_to_start` (days) where the contract is signed on the eve of its start or later.
    """
    stages: dict[str, list[Stage]] = defaultdict(list)
    for stage in (*_of_rows(clauses), *_of_facts(facts)):
        stages[stage.name].append(stage)
    found = [*_slips(stages)]
    signed = _late_signature(stages)
    if not found:
        return signed
    passages = {(stage.name, stage.day): _said(stage) for slip in found for stage in slip}
    told = [_words(later, earlier) for later, earlier in found]
    first = replace(_said(found[0][0]), status="derived")
    sums = [replace(first, name="timetable_slips", value=len(found)),
            replace(first, name="timetable_slips_list", value="; ".join(told))]  # fmt: skip
    deadlines = sum(later.name in ("clarification_deadline", "submission_deadline") for later, _ in found)
    if deadlines:
        sums.append(replace(first, name="deadline_slips", value=deadlines))
    return (*passages.values(), *sums, *signed)


def _said(stage: Stage) -> Fact:
    """The stage as one of the passages that cannot all be right."""
    value = f"{_NAMES[stage.name]} on {day(stage.day)}"
    return replace(stage.fact, value=value, unit=None, status="conflicting", how="")


def _words(later: Stage, earlier: Stage) -> str:
    return f"{_NAMES[later.name]} ({day(later.day)}) before {_NAMES[earlier.name]} ({day(earlier.day)})"


def _of_rows(clauses: tuple[Clause, ...]) -> Iterator[Stage]:
    for statement in statements(clauses):
        if own_words(statement) and (statement.sentence.cells or len(statement.text) <= LONGEST_LINE):
            yield from _of_row(statement)


def _of_row(statement: Statement) -> Iterator[Stage]:
    """The stage of a row or short line with one date; nothing where its words name two stages, or none."""
    dates = find_dates(statement.text)
    if len(dates) != 1 or _FOR_LATER.search(statement.text):
        return
    label = _label(statement, dates[0].start)
    names = {name for name, pattern in _OWN_STAGES.items() if pattern.search(label)}
    names = names or {name for name, _ in events_of(label)}
    if len(names) == 1:
        fact = make_fact("timetable_slip", "", statement, dates[0].start, dates[0].end, status="derived")
        yield Stage(names.pop(), dates[0].day, fact)


def _label(statement: Statement, start: int) -> str:
    """The first cell that holds words, or the words before the date."""
    if statement.sentence.cells:
        cells = (cell for cell in statement.cells if not find_dates(cell))
        return next((cell for cell in cells if re.search(r"[a-z]{3}", cell, re.I)), "")
    return statement.text[:start].strip(" :–—-")


def _of_facts(facts: Facts) -> Iterator[Stage]:
    """The dates that other finders read, so that a letter and its timetable are compared too."""
    for name in _FROM_FACTS:
        for fact in facts.many(name):
            if (
                fact.lot is None
                and not _FOR_LATER.search(fact.quote)
                and re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(fact.value))
            ):
                yield Stage(name, date.fromisoformat(str(fact.value)), replace(fact, name="timetable_slip"))


def _slips(stages: dict[str, list[Stage]]) -> Iterator[tuple[Stage, Stage]]:
    """Each stage that comes too early, once, with the first stage that it comes before."""
    told: set[str] = set()
    for first, second in _ORDER:
        before, after = stages.get(first, []), stages.get(second, [])
        if not (before and after) or second in told:
            continue
        begins, ends = min(before, key=_day), max(after, key=_day)
        if ends.day < begins.day:
            told.add(second)
            yield ends, begins


def _late_signature(stages: dict[str, list[Stage]]) -> tuple[Fact, ...]:
    signed, starts = stages.get("signature", []), stages.get("start", [])
    if not (signed and starts):
        return ()
    last, first = min(signed, key=_day), max(starts, key=_day)
    if last.day + EVE < first.day:
        return ()
    how = f"The contract is signed on {day(last.day)} and starts on {day(first.day)}."
    days = (first.day - last.day).days
    return (replace(last.fact, name="signature_to_start", value=days, unit="days", status="derived", how=how),)


def _day(stage: Stage) -> date:
    return stage.day
