"""Marks of the criteria that are written without a percent sign, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.criteria import PRICE, SOCIAL, Group, Weight, class_of, complete
from checker.facts.percent import find_points
from checker.facts.statements import Statement

_PRICE_OF_HUNDRED = re.compile(
    r"\bprice (?:counts for|carries|is worth|has|is) (\d{1,2})(?: marks| points)? out of "
    r"(?:the |a )?(?:total of )?100\b",
    re.I,
)
SPLIT_WORDS = re.compile(
    r"\b(?:out of|of|total(?:ling)?)\s100\b|\b100 (?:marks|points)|\bweight(?:s|ed|ing|ings)?\b|\bsplit\b|"
    r"award criteria|"
    r"\bmarks\b|\bpoints\b|evaluat\w+|\bscored\b|assess\w+|\bcriteria\b",
    re.I,
)
_NAMED_NUMBER = re.compile(
    rf"\b({PRICE}|quality|technical|{SOCIAL})\b[\s:(=–-]{{1,4}}(?:(?:is |are |will be )?(?:scored |"
    rf"marked )?(?:worth|weighted|carries|at|of|out of) )?"
    r"(\d{1,3})(?![\d%]|[.,]\d)",
    re.I,
)
_NUMBER_FIRST = re.compile(
    rf"(?<![\d.,£])(\d{{1,3}})\s?(?:marks?|points?)?\s?(?:for|to|on|being|are for)\s(?:the )?({PRICE}|quality|"
    rf"technical|{SOCIAL})\b",
    re.I,
)
_MOST_MARKS = re.compile(
    r"\b(?:maximum|total|available|out of|worth|carr(?:y|ies)|counts? for|"
    r"achievable)\b[^.;]{0,60}?(?<![\d.£])(\d{1,3})(?![\d%]|\.\d)",
    re.I,
)


def bare_numbers(statement: Statement) -> list[Weight]:
    """Numbers without a percent sign beside the names of criteria: "price 60, quality 40", "60 marks for price"."""
    text = statement.text
    named = [Weight(m[1], float(m[2]), statement, m.start(), m.end()) for m in _NAMED_NUMBER.finditer(text)]
    first = [Weight(m[2], float(m[1]), statement, m.start(), m.end()) for m in _NUMBER_FIRST.finditer(text)]
    return named if len(named) >= len(first) else first


def by_marks(told: list[Statement]) -> Iterator[Group]:
    """Marks for price and for quality in separate sentences that together make a hundred."""
    marks: dict[str, list[Weight]] = {"price_weight": [], "quality_weight": []}
    for statement in told:
        if re.search(r"\b(?:marks?|points|scores?)\b", statement.text, re.I):
            name = class_of(statement.text)
            if name in marks:
                label = name.removesuffix("_weight")
                marks[name].extend(
                    Weight(label, number, statement, start, end) for number, start, end in _most_marks(statement.text)
                )
    for statement in told:
        found = _PRICE_OF_HUNDRED.search(statement.text)
        if found:
            yield {"price_weight": (float(found[1]), Weight("price", float(found[1]), statement, *found.span(1)), "")}
            return
    for price in marks["price_weight"]:
        for quality in marks["quality_weight"]:
            if price.number + quality.number == 100:
                yield from complete([price, quality])
                return


def _most_marks(text: str) -> Iterator[tuple[float, int, int]]:
    found = _MOST_MARKS.search(text)
    if found:
        yield float(found[1]), found.start(), found.end()
        return
    points = find_points(text)
    if len(points) == 1:
        yield points[0].percent, points[0].start, points[0].end
