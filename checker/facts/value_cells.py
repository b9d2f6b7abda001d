"""What the cells and parts of a sentence say of an amount: its column, and whether it values a thing of its own."""

from __future__ import annotations

import re

from checker.facts.money import Money, find_money
from checker.facts.statements import Statement

_ITEM = re.compile(
    r"\btotal (?:price|cost)|\bunits?\b|\bqty\b|\bquantit(?:y|ies)\b|\brates?\b|\b(?:per|each) (?!annum\b|year\b|"
    r"lot\b|contract\b|financial\b|12\b)[a-z]",
    re.I,
)
_PRICE_NAMED = re.compile(r"^\W*(?:[\w-]+ ){0,3}(?:price|fee|charge|tariff)s?\b", re.I)
_VALUED = re.compile(r"\b(?:contract|tender|total|budget|value|annual|framework|project)\b", re.I)
_WIDE = re.compile(
    r"\b(?:extensions?|extended|options?|maximum|upper|highest|whole[\s-]life|full term|total|all years)\b", re.I
)
_NARROW = re.compile(r"\b(?:without|excluding|excl?|before|not including)\b", re.I)
_YEARLY = re.compile(r"\bannual|\bper (?:year|annum)\b", re.I)
_OWN_SUBJECT = re.compile(
    r"(?:,|\band|\bwhile|\bwhilst|\bbut|\bwhereas|;) (?:and |while |whilst |but )?(?:the |our |its )?"
    r"(?P<subject>(?:[\w-]+ ){1,5}?)(?:is|are|was|were|costs?|comes? to|amounts? to|takes?)\b",
    re.I,
)
_SAME_SUBJECT = re.compile(
    r"\b(?:contracts?|framework|tender|procurement|project|requirement|services?|works|agreement|lots?|values?|"
    r"budget|spend|expenditure|total|it|this|that|which|sums?|we|amount|costs?|figure|maximum|minimum|estimate|price)\b",
    re.I,
)


def row_label(statement: Statement) -> str:
    """The first cell of a row that holds words."""
    return next((cell for cell in statement.cells if re.search(r"[a-z]{3}", cell, re.I)), "")


def column_of(statement: Statement, money: Money) -> str:
    """The name of the column that an amount of a row stands in; empty where it has none."""
    at = 0
    for place, cell in enumerate(statement.sentence.cells):
        start = statement.text.find(cell, at) if cell.strip() else -1
        if start < 0:
            continue
        at = start + len(cell)
        if start <= money.start < at:
            columns = statement.sentence.columns
            return columns[place] if place < len(columns) else ""
    return ""


def is_priced_item(label: str, column: str) -> bool:
    """Whether a row prices an item ("per learner", "unit price") and so values no contract."""
    return bool(_ITEM.search(f"{label} {column}")) or bool(
        _PRICE_NAMED.search(column) and not _VALUED.search(f"{label} {column}")
    )


def is_widest(statement: Statement, money: Money) -> bool:
    """False for the value of the first term alone where another column of the row holds it with all extensions."""
    column = column_of(statement, money)
    others = [column_of(statement, other) for other in find_money(statement.text) if other.start != money.start]
    return (
        _is_wide(column)
        or bool(_YEARLY.search(column))
        or not any(other != column and _is_wide(other) for other in others)
    )


def _is_wide(column: str) -> bool:
    return bool(_WIDE.search(column)) and not (_NARROW.search(column) or _YEARLY.search(column))


def has_own_subject(between: str) -> bool:
    """Whether the words since the amount before give the next one a subject of its own that is not the contract:
    "the contract costs £90,000 a year, and consumables are bought for £8,000"."""
    found = list(_OWN_SUBJECT.finditer(between))
    return bool(found) and not _SAME_SUBJECT.search(found[-1]["subject"])
