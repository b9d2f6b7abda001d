"""Dates, money, counts and lists in plain UK English, and text from tenders made safe to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from checker.domain import FactValue
from checker.report import labels

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# Control, direction-changing, invisible and unpaired characters: a reader must see that they are there.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def visible(text: str) -> str:
    """The text with unseen characters written out as codes such as ⟨U+202E⟩. Tabs and line ends stay."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text.replace("\r\n", "\n"))


def uk_date(value: date | str) -> str:
    """5 May 2026, from a date or an ISO date; other text comes back as it is."""
    if isinstance(value, str):
        return _from_iso(value)
    return f"{value.day} {value:%B} {value.year}"


def _from_iso(text: str) -> str:
    try:
        return uk_date(date.fromisoformat(text)) if _ISO_DATE.fullmatch(text) else text
    except ValueError:  # shaped like a date, and none: 2026-02-31
        return text


def uk_time(made: str) -> str:
    """23 November 2026 at 10:15, from an ISO timestamp; other text comes back as it is."""
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return made
    zone = " UTC" if moment.utcoffset() is not None and not moment.utcoffset() else ""
    return f"{uk_date(moment.date())} at {moment:%H:%M}{zone}"


def number(value: float) -> str:
    """12,300 or 18.5: commas for thousands, at most one decimal."""
    text = f"{value:,.1f}"
    return text.removesuffix(".0")


def money(pounds: float) -> str:
    """£75,000, or £19.50 where there are pence."""
    return f"£{pounds:,.0f}" if float(pounds).is_integer() else f"£{pounds:,.2f}"


def percent(share: float) -> str:
    """30%, from a number of hundredths (30)."""
    return f"{number(share)}%"


def months(count: float) -> str:
    """36 months (3 years); years only where they are whole."""
    years = f" ({plural(int(count) // 12, 'year', in_words=False)})" if count >= 12 and not count % 12 else ""
    return f"{number(count)} {'month' if count == 1 else 'months'}{years}"


def count_word(count: int) -> str:
    """no, one … ten; digits with commas above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def plural(count: int, one: str, many: str = "", *, in_words: bool = True) -> str:
    """two points, one point, no points; with digits when `in_words` is false."""
    return f"{count_word(count) if in_words else f'{count:,}'} {one if count == 1 else many or one + 's'}"


def is_row(clause: str) -> bool:
    """Whether a clause's number is that of a row in a spreadsheet: "row 12"."""
    return clause.startswith("row ")


def clauses(numbers: Sequence[str]) -> str:
    """clause 3.2; clauses 3.2 and 4; row 12 and row 14 of a spreadsheet, which has no clauses."""
    if numbers and is_row(numbers[0]):
        return listing(numbers)
    return f"{'clause' if len(numbers) == 1 else 'clauses'} {listing(numbers)}"


def listing(items: Sequence[str]) -> str:
    """4, 6 and 12; empty for nothing."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def shorten(text: str, most: int) -> str:
    """The text, cut to at most so many characters with an ellipsis as the last."""
    text = text.strip()
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def sentence(text: str) -> str:
    """The text with a capital first (unless it starts with a file's name) and a mark last; empty for nothing."""
    text = text.strip()
    if not text:
        return ""
    first = text.split(maxsplit=1)[0].rstrip(".,;:?!")
    start = text[0] if set(first) & set("./_") else text[0].upper()
    return start + text[1:] + ("" if text[-1] in ".?!:…”" else ".")


def lower_first(text: str) -> str:
    """The text as it stands within a sentence: VAT and the like keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def fact_name(name: str) -> str:
    """The words for a fact's name."""
    return labels.FACT.get(name) or name.replace("_", " ").capitalize() or "Unnamed"


def fact_value(name: str, value: FactValue, unit: str | None) -> str:
    """A fact's value as a reader would write it."""
    if isinstance(value, str):
        return labels.CODE.get(name, {}).get(value) or uk_date(value)
    if unit == "GBP":
        return money(value)
    if unit == "percent":
        return percent(value)
    if unit == "months":
        return months(value)
    return f"{number(value)} {unit}" if unit else number(value)
