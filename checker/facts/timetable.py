"""The dates of a procurement, each told by the words of its label: issue, questions, return, award, start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.domain import Clause, Fact
from checker.facts.dates import FoundDate, find_dates, find_months
from checker.facts.events import events_of
from checker.facts.statements import Statement, make_fact, own_words, statements

WRONG_WEEKDAY = "the weekday does not fit the date"
COVER = 20  # tier of a date that only the cover or a letter's head gives
REVISED = "the date of a revised version, so the first day of issue may be earlier"
_VERSION = re.compile(
    r"^.{0,30}\b(?:version|ver\.?|v|revision|rev\.?)\s?(?P<major>\d{1,2})(?:\.(?P<minor>\d{1,2}))?(?![\d.]).{0,30}$|"
    r"^.{0,20}\b(?:revised|re-?issued|amended|updated)\b.{0,30}$",
    re.I,
)
_LETTER_DATE = re.compile(r"(?:^|[|\d]\s*)Dated?:?\s*$")
_PAST = re.compile(
    r"\b(?:regulations?|act|directive|policy|census|report|accounts|published in|minutes|"
    r"resolution|invoice[sd]?|letter) (?:of|dated|ending|for the year|to|until)?\W*$",
    re.I,
)


_OF_THE_CONTRACT = frozenset({"award", "start"})
_GO_LIVE = re.compile(r"\bgo[\s-]?live\b", re.I)
_CONDITIONAL = re.compile(r"\W*(?:if|where|should) (?:you|your|the|an?|it|any|we)\b", re.I)
_TO_COME = re.compile(
    r"\b(?:will|shall|to (?:start|begin|commence|be)|expect\w*|anticipat\w*|intend\w*|due|hop(?:e|es|ed|ing)|"
    r"plann?\w*)\b",
    re.I,
)


_ROUND = re.compile(
    r"\b(?:round|section|tranche|window|wave|cohort|phase|part) (?:\d{1,2}|[A-Z]\b|one|two|three|four|five)\b",
    re.IGNORECASE,
)


def find_timetable(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `issued`, `clarification_deadline`, `answers_deadline`, `submission_deadline`, `award` and `start`.

    Of each only those with the surest labels. A month without a day ("2026-09") is told where no day is. With them
    `issued_revised` (1) where the day of issue is known from the cover alone, and that is a revised version's.
    """
    found: dict[str, list[tuple[int, Fact]]] = {}
    told = list(statements(clauses))
    for statement in told:
        if own_words(statement):
            for tier, fact in _in_statement(statement):
                found.setdefault(fact.name, []).append((tier, fact))
    for name, facts in found.items():
        best = min(tier for tier, _ in facts)
        kept = _one_round([fact for tier, fact in facts if tier == best])
        yield from kept
        if name == "issued" and best >= COVER and any(_is_revised(statement) for statement in told):
            yield replace(kept[0], name="issued_revised", value=1, unit=None, status="derived", how=REVISED)


def _one_round(facts: list[Fact]) -> list[Fact]:
    """Those of the first round, where passages name several ("round one", "Section 2"): no contradiction of "
    "each other."""
    named = [_ROUND.search(fact.quote) for fact in facts]
    rounds = [found.group().lower() if found else "" for found in named]
    if "" in rounds or len(set(rounds)) < 2:
        return facts
    return [fact for fact, name in zip(facts, rounds, strict=True) if name == rounds[0]]


def labelled_dates(statement: Statement) -> Iterator[tuple[str, FoundDate]]:
    """Each full date of a sentence or row with the words that label it; nothing where it holds more than twelve."""
    dates = find_dates(statement.text)
    if 0 < len(dates) <= 12:
        yield from ((label, date) for label, date, penalty in _labelled(statement, dates) if not penalty)


def _is_revised(statement: Statement) -> bool:
    """Whether a short line of the cover says that the text is not its first version ("V1.2", "Revised")."""
    found = _VERSION.match(statement.text) if _on_cover(statement) and statement.in_front else None
    if found is None:
        return False
    return not found["major"] or (int(found["major"]), int(found["minor"] or 0)) > (1, 0)


def _on_cover(statement: Statement) -> bool:
    page = statement.sentence.location.page
    return statement.place < 40 and (page is None or page <= 2)


def _in_statement(statement: Statement) -> Iterator[tuple[int, Fact]]:
    dates = find_dates(statement.text) or _months_to_come(statement)
    if len(dates) > 12 or not dates:
        return
    for label, date, penalty in _labelled(statement, dates):
        for name, tier in events_of(label):
            if name in _OF_THE_CONTRACT and _CONDITIONAL.match(statement.text):
                continue
            told = 1 if name == "issued" and not statement.sentence.cells else 0  # a row of the timetable is surer
            told += name == "start" and bool(_GO_LIVE.search(label))  # a milestone where the contract's start is told
            yield (
                2 * (tier + penalty) + told + (20 if date.month_only else 0),
                make_fact(name, date.value, statement, date.start, date.end, how=_remark(date)),
            )
    if statement.in_front and _on_cover(statement) and _is_cover_date(statement, dates):
        yield COVER, make_fact("issued", dates[0].value, statement, dates[0].start, dates[0].end)


def _months_to_come(statement: Statement) -> tuple[FoundDate, ...]:
    """Months without a day: in a row, a line "label: month", or a sentence that speaks of what is to come."""
    text = statement.text
    if statement.sentence.cells or (len(text) < 90 and ":" in text) or (len(text) < 200 and _TO_COME.search(text)):
        return find_months(text)
    return ()


def _remark(date: FoundDate) -> str:
    """What a later stage should know of a date as it is written."""
    if date.weekday_fits is False:
        return WRONG_WEEKDAY
    return "week commencing" if date.week_commencing else ""


def _is_cover_date(statement: Statement, dates: tuple[FoundDate, ...]) -> bool:
    """A date that stands alone on the first page of a document, or behind "Date:" at the head of a letter."""
    rest = re.sub(
        r"\b(?:date|dated|issued?|version|v)\b[\s:]*[\d.]*",
        "",
        statement.text[: dates[0].start] + statement.text[dates[0].end :],
        flags=re.I,
    )
    if re.search(r"\b(?:date|start|end|clos\w*|deadline|commence\w*|expir\w*|due|until)\b", statement.before, re.I):
        return False  # the date of the label on the line before
    if len(dates) == 1 and statement.place < 6 and _LETTER_DATE.search(statement.text[: dates[0].start]):
        return True
    return len(dates) == 1 and not dates[0].month_only and not re.search(r"[a-z]{3}", rest, re.I)


def _labelled(statement: Statement, dates: tuple[FoundDate, ...]) -> Iterator[tuple[str, FoundDate, int]]:
    """Each date with the words that label it, and how far from certain the pairing is."""
    if len(statement.cells) > 1 and statement.sentence.cells:
        yield from _row_labels(statement)
        return
    text = statement.text
    left_first = bool(re.search(r"[a-z]{3}", _plain(text[: dates[0].start]), re.I))
    for place, date in enumerate(dates):
        left = text[dates[place - 1].end if place else 0 : date.start]
        right = text[date.end : dates[place + 1].start if place + 1 < len(dates) else len(text)]
        if _PAST.search(left):
            continue
        if place and re.fullmatch(r"\s*(?:-|–|—|to|until|and)\s*", left):
            continue  # the end of a range
        near, far = (left, right) if left_first else (right, left)
        label = _near_words(near, near is left)
        if len(text) < 120 or statement.sentence.kind in {"row", "item"} or not left_first:
            told = any(True for _ in events_of(label))
            label = f"{label} {_wrapped(far, near is left)}" if len(dates) == 1 and not told else label
        if not re.search(r"[a-z]{3}", _plain(label), re.I):
            label = _before(statement)
            yield label, date, 0
        else:
            yield label, date, 0
            if statement.clause.lead_in or len(text) < 90:
                yield from _with_context(statement, label, date)


def _with_context(statement: Statement, label: str, date: FoundDate) -> Iterator[tuple[str, FoundDate, int]]:
    """The same with the words of heading and lead-in, when the label alone says nothing."""
    if not any(True for _ in events_of(label)):
        for words in (statement.clause.lead_in, statement.heading):
            if words and len(words) < 160:
                yield f"{words}: {label}", date, 3


def _plain(text: str) -> str:
    """Without the time of day and the words that only lead up to a date."""
    return re.sub(
        r"\b(?:noon|midday|midnight|hours|hrs|date|time|gmt|bst|pm|am|on|at|by|the|week commencing)\b|"
        r"\d",
        " ",
        text,
        flags=re.I,
    )


def _near_words(text: str, before: bool) -> str:
    """Up to 160 characters beside a date, of its own sentence part only."""
    part = re.split(r"(?<=[a-z)])[;.]\s|\n", text)
    chosen = part[-1] if before else part[0]
    return chosen[-160:] if before else chosen[:120]


def _wrapped(text: str, after: bool) -> str:
    """The rest of a label that wraps round its date."""
    return text[:80] if after else text[-80:]


def _before(statement: Statement) -> str:
    """The label of a bare date: the short line before it, else the heading."""
    line = statement.before
    if line and len(line) < 110 and not find_dates(line) and re.search(r"[a-z]{3}", line, re.I):
        return line
    return statement.heading if len(statement.heading) < 110 else ""


def _row_labels(statement: Statement) -> Iterator[tuple[str, FoundDate, int]]:
    """Of a table row: the cells without a date are the label, or the columns' names where all hold one."""
    cells = statement.sentence.cells
    columns = statement.sentence.columns
    dated = [bool(_dates_of(cell)) for cell in cells]
    words = " ".join(
        cell for cell, has in zip(cells, dated, strict=True) if not has and re.search(r"[a-z]{3}", cell, re.I)
    )
    label = next(
        (cell for cell, has in zip(cells, dated, strict=True) if not has and re.search(r"[a-z]{3}", cell, re.I)), ""
    )
    offset = 0
    for place, cell in enumerate(cells):
        start = statement.text.find(cell, offset) if cell else -1
        offset = start + len(cell) if start >= 0 else offset
        found = _dates_of(cell)
        if not found:
            continue
        column = columns[place] if place < len(columns) else ""
        inside = cell[: found[0].start] + " " + cell[found[0].end :]
        own = inside if re.search(r"[a-z]{4}", _plain(inside), re.I) else ""
        name = label if sum(dated) == 1 else f"{label} {column}"
        if not label:
            name = column or statement.heading
        if own and (not label or re.search(r"expir|\bends?\b|complet", own, re.I)):
            name = f"{name} {own}" if label else own
        shifted = _shift(found[0], max(start, 0))
        yield name, shifted, 0
        if not list(events_of(name)) and sum(dated) > 1:
            yield column, shifted, 1
        if not list(events_of(name)) and sum(dated) == 1:
            yield (f"{column} {own}" if not label else f"{words} {own}"), shifted, 1


def _dates_of(cell: str) -> tuple[FoundDate, ...]:
    return find_dates(cell) or find_months(cell)


def _shift(date: FoundDate, by: int) -> FoundDate:
    return FoundDate(
        day=date.day, start=date.start + by, end=date.end + by, time=date.time,
        weekday_fits=date.weekday_fits, week_commencing=date.week_commencing, month_only=date.month_only,
    )  # fmt: skip
