"""Award criteria sorted into price, quality and social value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.facts.statements import Statement

PRICE = (
    r"(?:pric(?:e|es|ed|ing)|costs?|commercial\w*|financial(?! standing)|finance|fees?|"
    r"value[\s-]for[\s-]money|rates?|charges?|tender(?:ed)? sum|quotation|affordability|economic)"
)
QUALITY = (
    r"(?:quality|qualitative|technical\w*|non[\s-]?(?:price|cost|financial|commercial)\w*|"
    r"method statements?|method\w*|experience|delivery|service|proposal|approach|understanding|"
    r"capability|resourc\w+|competence|expertise|design|implementation)"
)
SOCIAL = r"(?:social[\s-]value|community benefits?|social impact|responsible procurement|fair work first)"
_CLASSES = (
    ("social_value_weight", re.compile(rf"\b{SOCIAL}\b", re.I)),
    (
        "quality_weight",
        re.compile(r"\b(?:quality|qualitative|technical\w*|non[\s-]?(?:price|cost|financial|commercial)\w*)\b", re.I),
    ),
    ("price_weight", re.compile(rf"\b{PRICE}\b", re.I)),
)
_STRICT_PRICE = re.compile(
    r"^\W*(?:[\dA-Z.]{1,5}[.):]?\s+)?(?:(?:total|overall|tendered|your|the|evaluated|"
    r"whole[\s-]life|lowest|contract)\s)*" + PRICE + r"\b",
    re.I,
)
TOTAL = re.compile(r"^\W*(?:grand |sub[\s-]?|overall )?total\b", re.I)


@dataclass(frozen=True, slots=True)
class Weight:
    """One criterion as written: its words, its number, and where the number stands in the statement."""

    label: str
    number: float
    statement: Statement
    start: int
    end: int


Group = dict[str, tuple[float, Weight, str]]


def class_of(label: str) -> str | None:
    """The fact that a criterion's name belongs to; None where it tells none."""
    return next((name for name, pattern in _CLASSES if pattern.search(label)), None)


def complete(weights: list[Weight]) -> Iterator[Group]:
    """The split that the criteria make, if they make one."""
    group = top_split(weights)
    if group:
        yield group


def top_split(weights: list[Weight]) -> Group | None:
    """Price, quality and social value of criteria that make a whole with a price criterion among them."""
    rows = [w for w in weights if not TOTAL.search(w.label) and w.number > 0]
    for chosen in (rows, _leading(rows)):
        total = sum(w.number for w in chosen)
        if len(chosen) >= 2 and chosen and _is_whole(total, chosen, weights):
            group = _classed(chosen, total)
            if group:
                return group
    return None


def _is_whole(total: float, chosen: list[Weight], weights: list[Weight]) -> bool:
    if abs(total - 100) < 0.6:
        return True
    stated = [w.number for w in weights if TOTAL.search(w.label)]
    return bool(stated) and abs(total - stated[-1]) < 0.01 and total > 1


def _leading(rows: list[Weight]) -> list[Weight]:
    """Rows named plainly after price, quality or social value: the totals above their sub-criteria."""
    plain = re.compile(
        rf"^\W*(?:[\dA-Za-z.]{{1,4}}[.):]?\s+)?(?:(?:total|overall)\s)?(?:{PRICE}|quality|"
        rf"technical\w*|non[\s-]?price\w*|{SOCIAL})(?:\s(?:{PRICE}|quality|criteria|criterion|"
        rf"evaluation|response|envelope|submission|score|weighting|element|questions?|assessment|total|"
        rf"and|&|/|merit|offer|proposal)){{0,4}}\W*$",
        re.I,
    )
    seen: dict[str, Weight] = {}
    for row in rows:
        name = class_of(row.label)
        if name and plain.search(row.label) and (name not in seen or row.number > seen[name].number):
            seen[name] = row
    return list(seen.values())


def _classed(rows: list[Weight], total: float) -> Group | None:
    scale = 100 / total
    group: Group = {}
    prices = [
        w
        for w in rows
        if class_of(w.label) == "price_weight"
        and (_STRICT_PRICE.search(w.label) or not re.search(QUALITY, w.label, re.I))
    ]
    if not prices:
        prices = [w for w in rows if class_of(w.label) == "price_weight"][:1]
    if not prices or len(prices) == len(rows):
        return None  # no price, or the inside of the price criterion
    _put(group, "price_weight", prices, scale, "sum of the price criteria" if len(prices) > 1 else "")
    social = [w for w in rows if class_of(w.label) == "social_value_weight"]
    if not social:
        social = [
            w
            for w in rows
            if w not in prices and re.search(r"\b(?:environment\w*|sustainab\w*|carbon)\b", w.label, re.I)
        ]
    if social:
        _put(group, "social_value_weight", social[:1], scale, "")
    named = [w for w in rows if w not in prices and w not in social and class_of(w.label) == "quality_weight"]
    rest = [w for w in rows if w not in prices and w not in social]
    if len(named) == 1 and (len(rest) == 1 or re.fullmatch(r"\W*(?:[\dA-Z][.)]?\s)?quality\W*", named[0].label, re.I)):
        _put(group, "quality_weight", named, scale, "")
    elif rest:
        _put(
            group,
            "quality_weight",
            rest,
            scale,
            "sum of the criteria other than price and social value" if len(rest) > 1 else "",
        )
    return group


def _put(group: Group, name: str, rows: list[Weight], scale: float, how: str) -> None:
    group[name] = (round(sum(w.number for w in rows) * scale, 2), rows[0], how)
