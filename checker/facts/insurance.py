"""The levels of employers', public and professional insurance that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.money import Money, find_money
from checker.facts.statements import Statement, lot_at, lot_names, make_fact, own_words, statements

_ABBREVIATED = r"(?<![\w.])(?-i:{0})(?=I?\s(?:insurance|cover|liability|£|of\b|-|–|:|=|\|))"
_KINDS = tuple(
    (name, re.compile(f"{words}|{_ABBREVIATED.format(short)}", re.I))
    for name, words, short in (
        (
            "insurance_el",
            r"\bemployer['’]?s?['’]?(?: \(compulsory\)| compulsory)?(?: liability|(?=(?: and|,|\s?/|"
            r"\s?&) (?:the )?public))|\bcompulsory insurance\b",
            r"E\.?L\.?I?",
        ),
        (
            "insurance_pl",
            r"\bpublic(?:,| and|\s?&|\s?/)?(?: products?| third[\s-]party)?(?:\s?\(.{0,12}\))? liability|"
            r"\bpublic\s?(?:/|&|and)\s?products?(?: liability)?|\bthird[\s-]party (?:public )?liability",
            r"P\.?L\.?I?",
        ),
        ("insurance_pi", r"\bprofessional (?:indemnity|indemnities|liability|negligence)", r"P\.?I\.?I?\.?"),
    )
)
_OTHER = re.compile(
    r"\b(?:product(?:s)? liability|contractors?['’]? all[\s-]risks?|motor|vehicle|cyber|clinical|"
    r"medical malpractice|malpractice|buildings?|contents|fidelity|crime|environmental|pollution|"
    r"travel|marine|works insurance|goods in transit|hired[\s-]in|D&O|directors)\b",
    re.I,
)
_NOT_LEVEL = re.compile(
    r"excess|deductible|premium|\bfine[sd]?\b|penalt|contract value|turnover|claims? (?:made|over|"
    r"history|in the (?:last|past))|fee\b|sub-?contractors? (?:must|shall|should)",
    re.I,
)
_LAW = re.compile(
    r"\b(?:Act 1969|regulations? 1998|legal(?:ly)? (?:minimum|required minimum)|statutory minimum|"
    r"minimum (?:required|set) (?:by|in) law)\b",
    re.I,
)
_OF_THE_BUYER = re.compile(
    r"\b(?:council|authority|trust|university|college|school|association|department|board|buyer|client|customer|"
    r"force|commissioner)(?:['’]s own|(?: itself| already| also| currently)? (?:carries|holds|has|"
    r"maintains|is (?:itself )?insured|is covered|self[\s-]insures)(?! (?:set|decided|determined|agreed|specified|"
    r"required|stipulated|asked)\b))\b.{0,60}\b(?:insur|cover|liabilit|indemnit)",
    re.I,
)
_SHORT = re.compile(r"\W*(?:\d+\W+)?(?P<kind>employers?['’]?s?|public|professional)\W*\|", re.I)
_SHORT_NAMES = {"em": "insurance_el", "pu": "insurance_pl", "pr": "insurance_pi"}
_LEAST = 100_000  # pounds; smaller sums are excesses, premiums and fines


@dataclass(frozen=True, slots=True)
class _Label:
    name: str  # "" for a kind of cover that is no fact
    start: int
    end: int


def find_insurance(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `insurance_el`, `insurance_pl`, `insurance_pi` in pounds."""
    carried: tuple[Clause | None, list[_Label]] = (None, [])
    for statement in statements(clauses):
        if not own_words(statement) or statement.sentence.negated or _OF_THE_BUYER.search(statement.text):
            continue
        labels = _labels(statement.text) or _short_label(statement)
        earlier = carried[1] if carried[0] is statement.clause else []
        yield from _levels(statement, labels, earlier)
        if labels or carried[0] is not statement.clause:
            carried = (statement.clause, labels)


def _labels(text: str) -> list[_Label]:
    found = [_Label(name, m.start(), m.end()) for name, pattern in _KINDS for m in pattern.finditer(text)]
    found += [_Label("", m.start(), m.end()) for m in _OTHER.finditer(text)]
    found.sort(key=lambda label: (label.start, -label.end))
    kept: list[_Label] = []
    for label in found:
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept


def _short_label(statement: Statement) -> list[_Label]:
    """The kind of cover of a row "Employers | £10m" of a table on insurance."""
    if not statement.sentence.cells or not re.search(r"insur", statement.context, re.I):
        return []
    found = _SHORT.match(statement.text)
    return [] if found is None else [_Label(_SHORT_NAMES[found["kind"][0:2].lower()], found.start(), found.end())]


def _levels(statement: Statement, labels: list[_Label], earlier: list[_Label]) -> Iterator[Fact]:
    text = statement.text
    amounts = [m for m in find_money(text) if _is_level(text, m)]
    if not amounts:
        return
    if not any(label.name for label in labels):
        yield from _borrowed(statement, amounts, earlier)
        return
    if (
        _LAW.search(text)
        and len(amounts) == 1
        and not re.search(r"\b(?:must|shall|required? to|minimum of)\b", text, re.I)
    ):
        return
    named = [label for label in labels if label.name]
    if len(named) == 1 and len(lot_names(text)) > 1:  # one kind of cover, a level a lot
        yield from (_fact(named[0].name, statement, money, amounts) for money in amounts)
        return
    for label, money in _paired(text, labels, amounts):
        if label.name:
            yield _fact(label.name, statement, money, amounts)


def _is_level(text: str, money: Money) -> bool:
    """Whether an amount can be a level of cover: not an excess, a premium or a fine."""
    before = re.split(r"[£,;|]", text[max(0, money.start - 45) : money.start])[-1]
    return money.pounds >= _LEAST and not _NOT_LEVEL.search(before) and not _NOT_LEVEL.match(text[money.end :].lstrip())


def _fact(name: str, statement: Statement, money: Money, amounts: list[Money]) -> Fact:
    lot = lot_at(statement, money.start, amounts[0].start)
    return make_fact(name, int(money.pounds), statement, money.start, money.end, lot=lot)


def _paired(text: str, labels: list[_Label], amounts: list[Money]) -> Iterator[tuple[_Label, Money]]:
    """Each label with its amount: the amount behind it, or the one before when the text names amounts first."""
    amounts_first = amounts[0].start < labels[0].start and not _introduces(text, amounts[0], labels)
    if amounts_first:
        for place, money in enumerate(amounts):
            stop = amounts[place + 1].start if place + 1 < len(amounts) else len(text)
            yield from ((label, money) for label in labels if money.end <= label.start < stop)
        return
    waiting: list[_Label] = []
    last_end = 0
    for money in amounts:
        fresh = [label for label in labels if last_end <= label.start < money.start]
        if fresh:
            waiting = _joined(text, fresh)
            yield from ((label, money) for label in waiting)
        last_end = money.end  # a second amount behind one label is its aggregate


def _introduces(text: str, money: Money, labels: list[_Label]) -> bool:
    return bool(re.search(r"[.;|]", text[money.end : labels[0].start]))


def _joined(text: str, labels: list[_Label]) -> list[_Label]:
    """Labels that share the amount behind them: the last, and those linked to it by "and" or a comma."""
    shared = [labels[-1]]
    for label in reversed(labels[:-1]):
        between = text[label.end : shared[0].start]
        if len(between) > 40 or re.search(r"[.;|]|\bor\b(?! equivalent)|\b(?:years?|months?) after\b", between):
            break
        shared.insert(0, label)
    return shared


def _borrowed(statement: Statement, amounts: list[Money], earlier: list[_Label]) -> Iterator[Fact]:
    """Levels whose kind of cover stands in the column names, the heading or the sentence before."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    if cells and columns:
        for cell, column in zip(cells, columns, strict=False):
            named, sums = _labels(column), find_money(cell)
            if named and named[0].name and sums and sums[0].pounds >= _LEAST:
                at = max(0, statement.text.find(cell))
                yield make_fact(named[0].name, int(sums[0].pounds), statement, at, at + len(cell))
        return
    heading = [label for label in _labels(statement.heading) if label.name]
    known = heading if len(heading) == 1 else [label for label in earlier[-1:] if label.name]
    if len(known) == 1 and re.search(
        r"cover|insur|indemn|limit|claim|occurrence|minimum|at least|not less", statement.text, re.I
    ):
        yield _fact(known[0].name, statement, amounts[0], amounts)
