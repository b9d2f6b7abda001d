"""Periods of time, and the first term and extensions of a contract, in months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.facts.dates import date_ranges, months_between
from checker.facts.numerals import WORDS, read_number

_NUMBER = rf"(?:\d{{1,3}}(?:\.5)?|{WORDS})"
_UNIT = r"(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?)(?![a-z])"
_ONE = (
    rf"(?P<number>{_NUMBER})(?:\s?\([\w\s-]{{1,16}}\))?[\s-]{{0,2}}(?:(?:calendar|full|consecutive|"
    rf"further|additional|optional|more|extra)\s)?{_UNIT}"
)
_MANY = re.compile(
    rf"(?<![\w.£])(?P<times>{_NUMBER})(?:\s?\([\w\s]{{1,12}}\))?,?\s?"
    rf"(?:(?:x|×|\*)\s?(?:up to )?|(?:(?:further|additional|optional|separate|possible|consecutive|"
    rf"successive|individual|more)[\s,]{{1,2}}){{0,3}}"
    rf"(?:(?:extension |renewal |option )?(?:periods?|extensions?|terms?|options?|"
    rf"renewals?)(?: periods?)? (?:each )?of (?:up to )?(?:a further )?(?:another )?)?)"
    rf"(?<![\w.]){_ONE}(?P<noun>[\s-](?:extension |optional )?(?:periods|extensions|options|terms|renewals|each))?",
    re.I,
)
_ONE_MORE = re.compile(
    r"\b(?:an?|one) (?:optional|further|additional|extra|possible|more) (?:(?:second|third|fourth|fifth|sixth) )?"
    r"year(?!s|['’]|\w)",
    re.I,
)
_BARE_EXTENSION = re.compile(
    rf"\bextend\w* (?:by|for) (?:up to )?(?:a further |another )?(?P<number>{_NUMBER})(?: more| "
    rf"further)?(?=\s*(?:[.,;)]|$))",
    re.I,
)
_SINGLE = re.compile(rf"(?<![\w.£,]){_ONE}", re.I)
_SMALL = r"(?:\d{1,2}|one|two|three|four|five)"
_PLUS = re.compile(
    rf"(?<![\w.£])\(?(?P<parts>{_SMALL}(?:\s?(?:years?|yrs?|months?)?\s?(?:\+|"
    rf"\bplus\b)\s?{_SMALL}(?!\w)){{1,6}})\s?(?P<unit>years?|yrs?|months?|mths?)?(?![\d%a-z])\)?",
    re.I,
)
_EXTENDS = re.compile(
    r"exten[ds]\w*|renew\w*|option\w*|further|additional(?:ly)?|\bplus\b|\+|prolong\w*|"
    r"increments? of",
    re.I,
)
_STEPS = re.compile(
    r"(?:increments?|intervals?|tranches?|blocks?|instalments?|(?:in|by|each|"
    r"any) (?:\w+ )?(?:periods?|terms?|extensions?)) (?:each )?(?:of )?(?:up to |not more than |"
    r"no more than |a maximum of )?(?:a )?$|"
    r"\bin (?:up to )?$",
    re.I,
)
_TOTAL = re.compile(
    r"(?:(?:total|overall|aggregate|combined|maximum)(?: possible| potential|"
    r" permitted)? (?:contract |agreement )?(?:term|period|duration|length|of)|"
    r"extend\w* to (?:a |an )?(?:maximum|total)|(?:total|maximum)(?: of)?|i\.?e\.?,?|making|"
    r"giving|beyond|exten\w+ to|not exceed\w*)[^.;:()\d]{0,40}$",
    re.I,
)
_TO_TOTAL = re.compile(
    r"(?:total|overall|aggregate|combined|exten\w+ to (?:a |an )?maximum|exten\w+ to $|making|beyond|"
    r"not exceed\w*)",
    re.I,
)
_NOTICE = re.compile(r"['’]?s?['’]?\s?(?:prior |written |advance |clear )*notice\b", re.I)
_BEFORE_NOTICE = re.compile(
    r"\b(?:notice(?: period)? of|notice of (?:not less than|at least)|(?:at least|not less than|"
    r"minimum of|giving|on))\s*(?:a )?$",
    re.I,
)
_FIRST = re.compile(r"\b(?:initial|first|original|base|core|fixed|firm)(?: \w+){0,3}\s?$", re.I)
_THEN = re.compile(
    r"^[\s,]{0,3}(?:and|then|and then|or|followed by|,|&|\+|plus)?\s?(?:(?:a|then|by|another|one|"
    r"further)\s){0,3}$",
    re.I,
)
_FURTHER = re.compile(r"\s(?:further|more|longer|again)\b", re.I)
_FIRST_NOUN = re.compile(r"initial|contract|term\b|duration", re.I)
_EXTENDED = re.compile(r"exten\w+ (?:of )?(?:the |this )?(?:\w+ ){0,2}(?:contract|term|duration|agreement)", re.I)
_PERIOD_WORDS = re.compile(r"year|month|term|period|contract|duration|extension", re.I)
_EXTENSION_AFTER = re.compile(r"[\s-](?:optional )?(?:extension|option|renewal)s?\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A period in months, "2 x 12 months" taken together; of "3+1+1" the parts one by one."""

    months: int
    start: int
    end: int
    times: int = 1
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """First term and the sum of all extensions, in months; None where the text gives none."""

    months: int | None
    extension: int | None
    start: int
    end: int


def _months(number: float, unit: str) -> int:
    letter = unit.lower()[0]
    return round(number * 12) if letter == "y" else round(number) if letter == "m" else max(1, round(number * 12 / 52))


def find_durations(text: str) -> tuple[Duration, ...]:
    """Every period of weeks, months or years in a text, in order, none within another."""
    found = sorted([*_plus_forms(text), *_multiples(text), *_singles(text)], key=lambda d: (d.start, -d.end))
    kept: list[Duration] = []
    for duration in found:
        if not kept or duration.start >= kept[-1].end:
            kept.append(duration)
    return tuple(kept)


def _plus_forms(text: str) -> Iterator[Duration]:
    found = list(_PLUS.finditer(text))
    of_periods = bool(found) and bool(_PERIOD_WORDS.search(text))
    for match in found:
        if not match["unit"] and not match.group().startswith("(") and not of_periods:
            continue  # a sum of other things
        inner = re.search(r"year|yr|month", match["parts"], re.I)
        unit = match["unit"] or (inner.group() if inner else "years")
        parts = tuple(_months(read_number(part) or 0, unit) for part in re.findall(_SMALL, match["parts"], re.I))
        if 0 < sum(parts) <= 600:
            yield Duration(months=sum(parts), start=match.start(), end=match.end(), parts=parts)


def _multiples(text: str) -> Iterator[Duration]:
    for found in _MANY.finditer(text):
        between = text[found.end("times") : found.start("number")]
        if not (found["noun"] or re.search(r"[x×*]|periods?|extensions?|terms?|options?|renewals?", between, re.I)):
            continue
        times, number = read_number(found["times"]), read_number(found["number"])
        if times and number and times == int(times) and times <= 12 and number <= 120:
            months = int(times) * _months(number, found["unit"])
            yield Duration(months=months, start=found.start(), end=found.end(), times=int(times))


def _singles(text: str) -> Iterator[Duration]:
    for found in _ONE_MORE.finditer(text):
        yield Duration(months=12, start=found.start(), end=found.end())
    for found in _BARE_EXTENSION.finditer(text):
        before = list(_SINGLE.finditer(text[: found.start()]))
        number = read_number(found["number"])
        if before and number and number <= 10:  # "for four years, and may be extended by two"
            start, end = found.span("number")
            yield Duration(months=_months(number, before[-1]["unit"]), start=start, end=end)
    for found in _SINGLE.finditer(text):
        number = read_number(found["number"])
        if number and number <= 600:
            yield Duration(months=_months(number, found["unit"]), start=found.start(), end=found.end())


def is_notice(text: str, duration: Duration) -> bool:
    """Whether a period is one of notice to be given."""
    before = text[max(0, duration.start - 40) : duration.start]
    return bool(_NOTICE.match(text[duration.end : duration.end + 30])) or (
        "notice" in before.lower() and bool(_BEFORE_NOTICE.search(before))
    )


class _Reader:
    """Sorts the periods of one sentence into first term, extensions and the whole, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.first: int | None = None
        self.extension = 0
        self.whole: int | None = None
        self.extending = False
        self.last = 0

    def take(self, duration: Duration) -> None:
        """Count one period as what the words before it make it."""
        before = self.text[self.last : duration.start]
        near = before[-140:]
        after = self.text[duration.end : duration.end + 26]
        inside = self.text[duration.start : duration.end] if not duration.parts else ""
        extends = bool(_EXTENDS.search(near) or _EXTENDS.search(inside) or _EXTENSION_AFTER.match(after))
        self.extending = extends or (self.extending and (self.first is not None or bool(_THEN.match(before))))
        self.last = duration.end
        if self.extension and _STEPS.search(near):
            return  # "in periods of up to 12 months"
        if duration.parts:
            self._take_parts(duration, before)
        else:
            self._take_whole(duration, before, near)

    def _take_parts(self, duration: Duration, before: str) -> None:
        head, *rest = duration.parts
        if duration.months == self.extension:
            return  # "a further 2 years (1 plus 1)"
        if duration.months in (self.first, self.whole) and not re.search(
            r"further|additional|option", before, re.I
        ):  # "4 years (2+1+1)"
            self.first, self.extension = head, sum(rest)
        elif self.extending and self.first is None and not _FIRST_NOUN.search(_EXTENDED.sub("", before)):
            self.extension = duration.months
        elif self.first is None:
            self.first, self.extension = head, self.extension + sum(rest)
        elif not self.extension:
            self.extension = sum(rest) if head == self.first else duration.months

    def _take_whole(self, duration: Duration, before: str, near: str) -> None:
        bracketed = bool(self.extension) and near.rstrip().endswith("(")
        if bracketed and duration.months == self.extension:
            return  # "one plus one year (24 months)"
        if self.first is None and (bracketed or _FIRST.search(near)):
            # "extended by two years (3 years + 1 + 1)": the bracket spells out the whole
            self.first, self.extending = duration.months, False
            self.extension = 0 if bracketed else self.extension
        elif _FURTHER.match(self.text[duration.end : duration.end + 14]):
            self.extension += duration.months
        elif (self.extending or self.extension) and _TOTAL.search(near) and _TO_TOTAL.search(near):
            self.whole = duration.months
        elif self.extending or (duration.times > 1 and self.first is not None):
            if not _restates(before, self.extension):
                self.extension += duration.months
        elif self.first is None:
            self.first = duration.months

    def result(self) -> tuple[int | None, int]:
        """First term and extensions; a stated whole less the first term is an extension."""
        if self.whole and self.first and self.whole > self.first:
            more = self.whole - self.first
            if not self.extension or more % self.extension == 0:  # "by periods of 12 months to a total of 84"
                return self.first, more
        return self.first, self.extension


def read_term(text: str) -> Term | None:
    """First term and extensions that a sentence about a contract's length gives; None where it gives no period."""
    durations = [duration for duration in find_durations(text) if not is_notice(text, duration)]
    reader = _Reader(text)
    for duration in durations:
        reader.take(duration)
    first, extension = reader.result()
    if first is None and not extension:
        return None
    return Term(months=first, extension=extension or None, start=durations[0].start, end=durations[-1].end)


def _restates(before: str, extension: int) -> bool:
    """A period that says again how an extension already counted is cut up."""
    return bool(extension) and not re.search(
        r"\b(?:and|plus|further|then|followed by|additional)\b|\+|^\s?,\s?$|\bx\b", before[-60:], re.I
    )


def range_months(text: str) -> tuple[int, int, int] | None:
    """Months, start and end of the first range of dates ("1 April 2026 to 31 March 2029") of a month or more."""
    for first, second in date_ranges(text):
        months = months_between(first.day, second.day)
        if months >= 1:
            return months, first.start, second.end
    return None
