"""Targets that a pack gives twice and differently: a pass rate of 85% in the specification, 90% in the schedule.

A false one accuses, so only measures of one plain name count, the table must have one row for the measure, and a
number that stands anywhere in that row (a target, a minimum) is no contradiction of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.domain import Clause, Fact
from checker.facts.labelled import title_words
from checker.facts.percent import find_percents
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, lot_names, own_words, statements

_WHO = r"(?:resident|tenant|customer|client|user|participant|learner|visitor|patient|pupil|passenger|delegate|caller)"
_MEASURES = {
    "pass rate": r"\bpass rates?\b",
    "satisfaction": rf"\b(?:{_WHO}s?['’]? )?satisf(?:action|ied)\b",
    "attendance": r"\battendance(?: rates?)?\b",
    "completion rate": r"\bcompletion rates?\b",
    "availability": r"\b(?:availability|up-?time)\b",
    "first-time fix": r"\b(?:first[- ]time fix|right first time)(?: rates?)?\b",
    "response rate": r"\bresponse rates?\b",
    "accuracy": r"\baccuracy(?: rates?)?\b",
    "calls answered": r"\b(?:calls answered|call answering)\b",
    "recycling": r"\b(?:recycling rates?|(?:waste )?diver(?:ted|sion) from landfill)\b",
    "punctuality": r"\bpunctuality\b",
    "retention": r"\b(?:learner|participant|tenancy|staff) retention(?: rates?)?\b",
    "occupancy": r"\boccupancy(?: rates?)?\b",
}
_NAMES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MEASURES.items()}
_LEVEL = re.compile(r"\b(?:targets?|minimum|standard|required|level|threshold|kpi)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:target|at least|minimum|not less than|no less than|must|shall|achieve\w*|maintain\w*|expect\w*|or (?:more|"
    r"above|higher|better))\b",
    re.IGNORECASE,
)
_NOT_TARGET = re.compile(
    r"\b(?:below|under|less than (?!.{0,3}100)|falls?|fell|drops?|deduct\w*|credits?|bonus|reduc\w+|currently|current|"
    r"last|previous|achieved|was|were|for example|dissatisf\w*|unsatisf\w*|survey response|to the satisfaction|"
    r"reasonable satisfaction|weight\w*|marks?|scor\w+|retention (?:of|shall|will|money)|if|where|accessib\w+|"
    r"mobilis\w*|trigger\w*|extension|"
    r"pass mark|evaluat\w+|margin|error|pilot|initial\w*|first (?:year|month|quarter)|second|by year|year \w+|phase)\b",
    re.IGNORECASE,
)
_NOT_LESS = re.compile(r"\b(?:not|no) (?:be )?(?:less than|fall below|below|under)\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(staff|employee|workforce|landlord|resident|tenant|customer|client|user|participant|learner|patient|pupil)",
    re.I,
)
_OF_ITSELF = frozenset({"pass rate", "satisfaction", "first-time fix", "recycling", "punctuality", "occupancy"})
_AT_LEAST = re.compile(
    r"\b(?:at least|(?:a )?minimum(?: of)?|not less than|no less than|no fewer than|not fewer than)\b", re.IGNORECASE
)
_EMPTY = frozenset(
    {
        "percentage",
        "number",
        "rate",
        "target",
        "level",
        "kpi",
        "proportion",
        "per",
        "cent",
        "which",
        "that",
        "be",
        "are",
        "been",
    }
)
_LEAST_WORDS = 3  # of a row's label, before a sentence that holds them all is of the same thing
_LONGEST, _LONGEST_LABEL = 40, 7  # words of a sentence, and of a row's label


@dataclass(frozen=True, slots=True)
class _Row:
    said: Said
    levels: frozenset[float]
    whose: frozenset[str]
    object: frozenset[str]  # the words of its label beside the measure


def targets_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`target_level` (and `_2`, `_3`): the target of one measure in a sentence and in a table, `conflicting`."""
    told = [s for s in statements(clauses) if own_words(s) and not lot_names(f"{s.heading} {s.text}")]
    rows, lines = _rows(told), _lines(told)
    groups = []
    for name, each in rows.items():
        if len(each) == 1 and len({said.value for said, _, _ in lines[name]}) == 1:
            (row,), (said, level, whose) = each, lines[name][0]
            of_others = bool(whose and row.whose and whose != row.whose)
            if level not in row.levels and not of_others and _is_of(row, name, said.statement):
                groups.append((said, row.said))
    return clashes("target_level", groups or list(_by_label(told)))


def _by_label(told: Sequence[Statement]) -> Iterator[tuple[Said, Said]]:
    """A row's target and the one sentence that holds all words of the row's label and asks for another share."""
    plain = list(_asking(told))
    for label, said, levels in _levels(told):
        words = title_words(label) - _EMPTY
        about = [item for item in plain if words <= title_words(str(item[0].statement.text))]
        if len(words) >= _LEAST_WORDS and len({level for _, level in about}) == 1 and about[0][1] not in levels:
            (line, level), *_ = about
            yield replace(line, value=f"{level:g}% ({label})"), said


def _asking(told: Sequence[Statement]) -> Iterator[tuple[Said, float]]:
    """Each sentence that asks for one share at least, with the share."""
    for statement in told:
        text = statement.text
        shares = find_percents(text)
        plain = not statement.sentence.cells and statement.sentence.kind != "heading"
        if not plain or len(shares) != 1 or len(text.split()) > _LONGEST or not _AT_LEAST.search(text):
            continue
        if not _NOT_TARGET.search(_NOT_LESS.sub("at least", text)):
            (share,) = shares
            yield Said(value="", statement=statement, start=share.start, end=share.end), share.percent


def _levels(told: Sequence[Statement]) -> Iterator[tuple[str, Said, frozenset[float]]]:
    """Each row's label, its one target and every share that stands in the row."""
    for statement in told:
        cells, columns = statement.sentence.cells, statement.sentence.columns
        if len(cells) != len(columns):
            continue
        labels = [cell for cell in cells if re.search(r"[a-z]{3}", cell, re.I) and not find_percents(cell)]
        targets = [cell for cell, column in zip(cells, columns, strict=True) if _LEVEL.search(column)]
        shares = [share.percent for cell in targets for share in find_percents(cell)]
        if labels and len(shares) == 1 and not re.search(r"\blots?\b", statement.text, re.I):
            label = max(labels[:2], key=len)
            said = Said(value=f"{shares[0]:g}% ({label})", statement=statement)
            yield label, said, frozenset(share.percent for share in find_percents(statement.text))


def _rows(told: Sequence[Statement]) -> dict[str, list[_Row]]:
    """The rows of tables of targets, by measure."""
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for statement in told:
        cells, columns = statement.sentence.cells, statement.sentence.columns
        if len(cells) != len(columns) or not any(_LEVEL.search(column) for column in columns):
            continue
        label = next((cell for cell in cells if re.search(r"[a-z]{3}", cell, re.I)), "")
        levels = frozenset(share.percent for share in find_percents(statement.text))
        level = next(
            (
                s.percent
                for cell, c in zip(cells, columns, strict=True)
                if _LEVEL.search(c)
                for s in find_percents(cell)
            ),
            None,
        )
        for name in _named(label):
            if level is not None and len(label.split()) <= _LONGEST_LABEL:
                said = Said(value=f"{level:g}% ({name})", statement=statement)
                found[name].append(_Row(said, levels, _of_whom(label), _object(label, name)))
    return found


def _lines(told: Sequence[Statement]) -> defaultdict[str, list[tuple[Said, float, frozenset[str]]]]:
    """The sentences that set one target, by measure."""
    found: defaultdict[str, list[tuple[Said, float, frozenset[str]]]] = defaultdict(list)
    for statement in told:
        text = statement.text
        shares = find_percents(text)
        plain = not statement.sentence.cells and statement.sentence.kind != "heading"
        if not plain or len(shares) != 1 or len(text.split()) > _LONGEST or not _ASKED.search(text):
            continue
        if _NOT_TARGET.search(_NOT_LESS.sub("at least", text)):
            continue
        (share,) = shares
        for name in _named(text):
            said = Said(value=f"{share.percent:g}% ({name})", statement=statement, start=share.start, end=share.end)
            found[name].append((said, share.percent, _of_whom(text)))
    return found


def _named(text: str) -> Iterator[str]:
    """The one measure that a text names; none where it names several."""
    names = [name for name, pattern in _NAMES.items() if pattern.search(text)]
    if len(names) == 1:
        yield names[0]


def _object(label: str, name: str) -> frozenset[str]:
    return title_words(_WHOSE.sub(" ", _NAMES[name].sub(" ", label))) - {"rate", "level"}


def _is_of(row: _Row, name: str, statement: Statement) -> bool:
    """Whether a sentence speaks of the thing that the row measures; of some measures a row has to name it."""
    spoken = title_words(f"{statement.heading} {statement.text}")
    return row.object <= spoken and bool(row.object or name in _OF_ITSELF)


def _of_whom(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WHOSE.findall(text))
