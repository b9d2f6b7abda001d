"""List marks and clause numbers: bullets, "(a)", "iv)", "3.2.1"."""

from __future__ import annotations

import re
from typing import Literal

Style = Literal["bullet", "letter", "roman", "number", "dotted"]

BULLETS = "•●○◦▪▫■□◆◇►▶➢➤✓✔✗‣⁃∙·\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"

_BULLET = rf"[{BULLETS}]+|[-–—*o](?=\s)"
_LABEL = r"\((?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2}|[A-Z])\)|(?:[a-z]|[ivxl]{1,5}|\d{1,2}|[A-H])\)"
# A dotted number needs a space after it, so that "3.5 tonnes" at the start of a line stays text only by its unit:
# a number with one part needs its full stop ("4. Price"), one with more does not ("4.2 Price").
_NUMBER = (
    r"\d{1,3}\.(?:\d{1,3}\.?){1,5}(?=[\s(])|\d{1,3}\.(?=\s)|[a-zA-Z]\.(?=\s)|[ivx]{1,5}\.(?=\s)|"
    r"[A-Z]{1,2}\d{1,2}(?:\.\d{1,2}){0,3}\.?(?=\s)"
)
AT_START = re.compile(rf"\s*(?:(?P<label>{_LABEL})|(?P<number>{_NUMBER})|(?P<bullet>{_BULLET}))\s*")

# In running text only marks that nobody uses otherwise; a bare "a." or "4." would cut sentences apart.
INLINE = re.compile(rf"(?<=\s)(?:(?P<label>{_LABEL})(?=\s|\w)|(?P<bullet>[{BULLETS}]))\s*")
_UNITS = re.compile(
    r"(?:%|per ?cent|m|metres?|tonnes?|hours?|days?|weeks?|months?|years?|million|k|kg|mm|km|gb)\b", re.I
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def mark_at_start(text: str, start: int = 0) -> tuple[str, int] | None:
    """(mark as shown, offset where the text behind it begins), or None where the text starts with none."""
    found = AT_START.match(text, start)
    if found is None or found.end() >= len(text):
        return None
    if found["number"] and _UNITS.match(text, found.end()):
        return None  # "2.5 million people", not clause 2.5
    return found.group().strip(), found.end()


def style_of(mark: str) -> Style:
    """What kind of list a mark belongs to."""
    core = mark.strip("().")
    if "." in core or (core[:1].isalpha() and core[-1:].isdigit()):
        return "dotted"
    if core.isdigit():
        return "number"
    if core and set(core) <= set(_ROMAN) and core != "l":
        return "roman"
    if core.isalpha() and core != "o":
        return "letter"
    return "bullet"


def ordinals(mark: str) -> frozenset[int]:
    """The places in its list a mark can stand for: "(i)" is 9 as a letter, 1 as a Roman numeral."""
    core = mark.strip("().").lower()
    if core.isdigit():
        return frozenset({int(core)})
    found = set()
    if core.isalpha() and len(core) == 1:
        found.add(ord(core) - 96)
    if core.isalpha() and len(core) == 2 and core[0] == core[1]:
        found.add(ord(core[0]) - 70)  # "(aa)" follows "(z)"
    if core and set(core) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in core]
        found.add(sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)))
    return frozenset(found)


def join_number(parent: str | None, mark: str | None) -> str | None:
    """The full number of an item: "3.2" and "a)" give "3.2(a)"; a bullet takes its parent's; "3.2.1" is whole."""
    if mark is None or style_of(mark) == "bullet":
        return parent
    core = mark.strip().rstrip(".")
    if style_of(core) == "dotted" or parent is None:
        return core
    return f"{parent}({core.strip('()')})"
