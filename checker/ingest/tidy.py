"""White space and invisible characters: one way of cleaning text and of counting what was read."""

from __future__ import annotations

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # soft hyphen, zero-width space and joiner, BOM


def tidy(text: str) -> str:
    """Text without invisible characters, blank lines or runs of white space; line breaks are kept."""
    lines = (" ".join(line.split()) for line in text.translate(_INVISIBLE).split("\n"))
    return "\n".join(line for line in lines if line)


def count_characters(text: str) -> int:
    """Number of characters that are neither white space nor invisible: the unit of the ledger."""
    return len("".join(text.translate(_INVISIBLE).split()))
