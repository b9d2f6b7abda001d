"""Numbers of a spreadsheet as the sheet shows them: dates, money, percentages, by the format code of their cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "£#,##0", 6: "£#,##0", 7: "£#,##0.00", 8: "£#,##0.00", 9: "0%",
    10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "£#,##0", 43: "#,##0.00", 44: "£#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 48: "0.0E+0",
}  # fmt: skip
"""Formats that are known by number alone (ECMA-376, part 1, 18.8.30), those of money and dates as in the UK."""

_LONGEST_CODE = 255  # characters; Excel allows no more
_LAST_DAY = 2_958_466  # serial number of 1 January 10000
_DAYS_1904 = 1462  # between the two calendars of Excel
_EPOCH = datetime(1899, 12, 30)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<half>AM/PM|A/P)'
    r"|(?P<general>General)|(?P<date>y+|m+|d+|h+|s+)|(?P<exponent>E[+-])|(?P<digit>[0#?])|(?P<sign>[.,%/@;])"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CONDITION = re.compile(r"[<>=]")

_Token = tuple[str, str]


def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number in an Excel format code; as plain as possible where the code is unknown or would hide it."""
    tokens, value = _section_for(value, _tokens(code[:_LONGEST_CODE]))
    kinds = {kind for kind, _ in tokens}
    if kinds & {"date", "elapsed"}:
        days = value + _DAYS_1904 if from_1904 else value
        return _shown_date(days, tokens) if 0 <= days < _LAST_DAY else plain_number(value)
    if "digit" in kinds:
        return _shown_amount(value, tokens)
    literal = "".join(text for kind, text in tokens if kind == "text").strip()
    return literal if literal and not kinds & {"general", "at"} else _around(plain_number(value), tokens)


def plain_number(value: float) -> str:
    """A number without format: whole ones without a point, others with at most eleven digits."""
    return str(int(value)) if abs(value) < 1e15 and value == int(value) else f"{value:.11g}"


def _tokens(code: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(code):
        kind, text = match.lastgroup or "plain", match[match.lastgroup or 0]
        if kind == "bracket":
            found += _bracket(text)
        elif kind in ("quoted", "escaped", "plain"):
            found.append(("text", text))
        elif kind == "pad":
            found.append(("text", " "))
        elif kind == "sign":
            found.append((text, text))
        elif kind != "fill":
            found.append((kind, text.lower() if kind == "date" else text))
    return found


def _bracket(text: str) -> list[_Token]:
    """[£] of money, [h] of elapsed time; colours, conditions and languages show nothing."""
    if text.startswith("$"):
        return [("text", text[1:].split("-")[0])]
    if _ELAPSED.fullmatch(text):
        return [("elapsed", text.lower())]
    return [("condition", text)] if _CONDITION.match(text) else []


def _section_for(value: float, tokens: Sequence[_Token]) -> tuple[list[_Token], float]:
    """The part of the code that fits the sign of the value, and the value as that part takes it."""
    sections: list[list[_Token]] = [[]]
    for token in tokens:
        if token[0] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    if any(kind == "condition" for kind, _ in tokens) or len(sections) == 1:
        return sections[0], value
    if value < 0:
        return sections[1], -value
    return sections[2] if value == 0 and len(sections) > 2 else sections[0], value


def _around(number: str, tokens: Sequence[_Token]) -> str:
    """A number between the words that stand before and after it in the code."""
    main = next((at for at, (kind, _) in enumerate(tokens) if kind in ("general", "digit", "at", ".")), len(tokens))
    before = "".join(text for kind, text in tokens[:main] if kind == "text")
    after = "".join(text for kind, text in tokens[main:] if kind in ("text", "%"))
    sign = "-" if number.startswith("-") else ""
    return f"{sign}{before}{number.removeprefix('-')}{after}".strip()


def _shown_amount(value: float, tokens: Sequence[_Token]) -> str:
    places = [at for at, (kind, _) in enumerate(tokens) if kind in ("digit", ".")]
    core = tokens[places[0] : places[-1] + 1]
    if any(kind not in ("digit", ".", ",") for kind, _ in core):  # a fraction, an exponent, a telephone number
        return _odd_amount(value, tokens)
    signs = [text for _, text in core]
    scale = 100 ** sum(kind == "%" for kind, _ in tokens)
    trailing = _count_commas(tokens[places[-1] + 1 :])
    point = signs.index(".") if "." in signs else len(signs)
    number = _rounded(value * scale / 1000**trailing, len(signs[point + 1 :]), "," in signs)
    if number is None:
        return plain_number(value)
    whole, _, decimals = number.partition(".")
    least = signs[point + 1 :].count("0") + signs[point + 1 :].count("?")
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    whole = "" if whole == "0" and set(signs) == {"?"} else _padded(whole, signs[:point].count("0"))
    return _around(f"{whole}.{decimals}" if decimals else whole, tokens)


def _odd_amount(value: float, tokens: Sequence[_Token]) -> str:
    kinds = [kind for kind, _ in tokens]
    if "exponent" not in kinds:
        return plain_number(value)
    before = kinds[: kinds.index("exponent")]
    decimals = before[before.index(".") :].count("digit") if "." in before else 0
    return f"{value:.{decimals}E}"


def _count_commas(tokens: Sequence[_Token]) -> int:
    """Commas right behind the last digit: each divides by a thousand."""
    count = 0
    while count < len(tokens) and tokens[count][0] == ",":
        count += 1
    return count


def _rounded(value: float, decimals: int, thousands: bool) -> str | None:
    """Rounded half up, as sheets do; None for numbers too large to be an amount."""
    try:
        exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation:
        return None
    text = f"{exact:,f}" if thousands else f"{exact:f}"
    return text if exact else text.removeprefix("-")


def _padded(whole: str, least: int) -> str:
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + digits.rjust(least, "0")


def _shown_date(days: float, tokens: Sequence[_Token]) -> str:
    moment = _EPOCH + timedelta(seconds=round(days * 86_400))
    halves = any(kind == "half" for kind, _ in tokens)
    return "".join(
        _date_part(moment, days, kind, text, _is_minutes(tokens, at), halves) for at, (kind, text) in enumerate(tokens)
    ).strip()


def _is_minutes(tokens: Sequence[_Token], at: int) -> bool:
    """Whether an "m" stands for minutes: after hours or before seconds."""
    timed = [(place, text[0]) for place, (kind, text) in enumerate(tokens) if kind in ("date", "elapsed")]
    order = next((index for index, (place, _) in enumerate(timed) if place == at), None)
    if order is None:
        return False
    before = timed[order - 1][1] if order else ""
    after = timed[order + 1][1] if order + 1 < len(timed) else ""
    return before == "h" or after == "s"


def _date_part(moment: datetime, days: float, kind: str, text: str, minutes: bool, halves: bool) -> str:
    if kind == "half":
        return "AM" if moment.hour < 12 else "PM"
    if kind == "elapsed":
        worth = {"h": 24, "m": 1_440, "s": 86_400}[text[0]]
        return str(int(round(days * 86_400) * worth // 86_400)).rjust(len(text), "0")
    if kind != "date":
        return text if kind not in ("@", "general", "condition", "digit") else ""
    if text[0] == "y":
        return f"{moment.year:04d}" if len(text) > 2 else f"{moment.year % 100:02d}"
    if text[0] == "m" and not minutes and len(text) > 2:
        name = _MONTHS[moment.month - 1]
        return name if len(text) == 4 else name[:3]
    if text[0] == "d" and len(text) > 2:
        name = _DAYS[moment.weekday()]
        return name if len(text) > 3 else name[:3]
    hour = (moment.hour - 1) % 12 + 1 if halves else moment.hour
    number = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": hour, "s": moment.second}[text[0]]
    return f"{number:02d}" if len(text) > 1 else str(number)
