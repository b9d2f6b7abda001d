"""Amounts of money in pounds, and what is said beside them about VAT and the period they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checker.facts.numerals import FIGURES, SCALES, WORDS, from_words

Period = Literal["year", "month", "week", "day", "hour"]
VatBasis = Literal["inc", "ex"]
_PERIODS: tuple[tuple[str, Period], ...] = (
    ("month", "month"), ("week", "week"), ("da", "day"), ("hour", "hour"),
)  # fmt: skip
_SCALE = r"(?:thousand|million|billion|mil|mn|bn|k|m|b)(?![\w²³])"
_FIGURE = rf"(?:\d{{1,3}}(?:\s\d{{3}}){{2,3}}(?!\d)|{FIGURES})"
_SIGN = r"(?:£|₤|GBP\s?|UK£)\s?"
_AMOUNT = re.compile(
    rf"{_SIGN}(?P<signed>{_FIGURE})(?:\s?(?P<scale>{_SCALE}))?"
    rf"|(?P<signed_words>£\s?(?P<w1>{WORDS}))(?!\w)"
    rf"|(?<![\w.,£])(?P<plain>{_FIGURE})(?:\s?(?P<plain_scale>{_SCALE}))?\s?(?:GBP(?!\w)|pounds?(?:\s+sterling)?(?!\w))"
    rf"|(?<![\w-])(?P<w2>{WORDS})\s+pounds?(?:\s+sterling)?(?!\w)",
    re.I,
)
_BRACKETED = re.compile(r"\s?\(\s?(?:£|GBP)?\s?[^()£]{3,60}\)", re.I)
_RANGE = re.compile(rf"\s?(?:-|–|—|to|and)\s?(?={_SIGN}\d)", re.I)
_BARE_RANGE = re.compile(
    rf"\s?(?:-|–|—|to)\s?(?:(?P<high>{_FIGURE})\s?(?P<scale>{_SCALE})|"
    rf"(?P<plain>\d{{1,3}}(?:,\d{{3}})+)(?![\d.]))(?!\s?%)",
    re.I,
)
_BETWEEN = re.compile(r"(?:between|from|range of|in the region of|estimated at)\s*$", re.I)
_YEARLY = (
    r"per annum|p\.?\s?a\.?(?!\w)|per year|(?:per|each|every|a) (?:contract |"
    r"financial )?year(?!s?\w|-)|annually|yearly|/\s?(?:year|yr|annum)|pa(?!\w)"
)
_PERIOD = re.compile(
    rf"\W{{0,3}}(?:\(?(?:inc|ex|plus|net|\+)[^£|;]{{0,24}}VAT\W{{0,3}})?(?:in total )?"
    rf"(?:(?P<year>{_YEARLY})|(?:(?:per|a|each|/)\s?(?P<other>calendar month|month|week|day|"
    rf"hour))(?!\w)|(?P<adverb>monthly|weekly|daily|hourly))",
    re.I,
)
_VAT = re.compile(
    r"(?P<inc>\b(?:inc(?:l(?:\.|ud\w+|usive)?)?\.?|gross)\s{0,2}(?:of\s)?(?:all\s|"
    r"any\s)?(?:applicable\s)?(?:\w{1,12}\s(?:and|or)\s)?)"
    r"(?:V\.?A\.?T|value[\s-]added tax)\b"
    r"|(?P<ex>(?:\b(?:ex(?:c(?:l(?:\.|ud\w+|usive)?)?)?\.?|net|plus|before|not includ\w+|without)|"
    r"\+)[\s-]{0,2}(?:of\s)?(?:all\s|any\s)?(?:applicable\s)?(?:\w{1,12}\s(?:and|or)\s)?)"
    r"(?:V\.?A\.?T|value[\s-]added tax)\b"
    r"|\bVAT[\s-](?:(?P<inc2>inclusive|included)|(?P<ex2>exclusive|excluded|extra|in addition|on top))\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in pounds; of a range, `pounds` is the upper end and `low` the lower."""

    pounds: float
    low: float | None
    start: int
    end: int
    per: Period | None = None
    vat: VatBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vat:
    """A statement that VAT is included or excluded, and where it stands."""

    basis: VatBasis
    start: int
    end: int


def find_vat(text: str) -> tuple[Vat, ...]:
    """Every statement that VAT is in or out of an amount."""
    return tuple(
        Vat(basis="inc" if found["inc"] or found["inc2"] else "ex", start=found.start(), end=found.end())
        for found in _VAT.finditer(text)
        # "not inclusive" is the other way round
        if not re.search(r"\b(?:whether|either)\b[^.]{0,20}$", text[: found.start()], re.I)
    )


def find_money(text: str) -> tuple[Money, ...]:
    """Every amount in pounds in a text, ranges as one, in order."""
    return tuple(_joined(text, list(_amounts(text))))


def _pounds(found: re.Match[str]) -> float | None:
    words = found["w1"] or found["w2"]
    if words:
        number = from_words(words)
        return None if number is None else float(number)
    figure = found["signed"] or found["plain"]
    scale = (found["scale"] or found["plain_scale"] or "").lower()
    return round(float(re.sub(r"[,\s]", "", figure)) * SCALES.get(scale, 1), 2)


def _amounts(text: str) -> Iterator[tuple[float, int, int, str]]:
    end = 0
    for found in _AMOUNT.finditer(text):
        pounds = _pounds(found)
        if pounds is None or found.start() < end:
            continue
        end = found.end()
        bracket = _BRACKETED.match(text, end)  # "£5 million (five million pounds)" is one amount
        if bracket and _repeats(bracket.group(), pounds):
            end = bracket.end()
        yield pounds, found.start(), end, (found["scale"] or found["plain_scale"] or "").lower()


def _repeats(bracket: str, pounds: float) -> bool:
    inner = bracket.strip(" ()")
    words = re.match(WORDS, inner, re.I)
    if words:
        return from_words(words.group()) == int(pounds)
    found = _AMOUNT.match(inner)
    return found is not None and _pounds(found) == pounds


def _joined(text: str, amounts: list[tuple[float, int, int, str]]) -> Iterator[Money]:
    position = 0
    while position < len(amounts):
        pounds, start, end, scale = amounts[position]
        low: float | None = None
        link = _RANGE.match(text, end)
        bare = _BARE_RANGE.match(text, end)
        following = amounts[position + 1] if position + 1 < len(amounts) else None
        if (
            link
            and following
            and link.end() == following[1]
            and _is_range(text, start, link.group(), following[0], pounds)
        ):
            low, pounds, end = _low(pounds, scale, following), following[0], following[2]
            position += 1
        elif bare:
            factor = SCALES[bare["scale"].lower()] if bare["scale"] else 1
            high = float((bare["high"] or bare["plain"]).replace(",", "")) * factor
            if high > pounds:
                low, pounds, end = (pounds if scale or pounds > high / 100 else pounds * factor), high, bare.end()
        yield _described(text, pounds, low, start, end)
        position += 1


def _low(pounds: float, scale: str, following: tuple[float, int, int, str]) -> float:
    """The lower end; in "£2 - £3m" the scale belongs to both."""
    return pounds * SCALES[following[3]] if not scale and following[3] and pounds < 1000 else pounds


def _is_range(text: str, start: int, link: str, high: float, low: float) -> bool:
    if high <= low:
        return False
    return link.strip().lower() != "and" or bool(_BETWEEN.search(text[:start]))


def _described(text: str, pounds: float, low: float | None, start: int, end: int) -> Money:
    period = _PERIOD.match(text, end)
    per: Period | None = None
    if period:
        per = "year" if period["year"] else _plain_period(period["other"] or period["adverb"])
    nearby = [vat for vat in find_vat(text[end : end + 60]) if "£" not in text[end : end + vat.start]]
    return Money(pounds=pounds, low=low, start=start, end=end, per=per, vat=nearby[0].basis if nearby else None)


def _plain_period(words: str) -> Period:
    return next(period for start, period in _PERIODS if start in words.lower())
