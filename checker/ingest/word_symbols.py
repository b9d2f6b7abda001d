"""What the characters of the symbol fonts mean."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "\u25cf", 0x6E: "\u25a0", 0x6F: "\u2610", 0x71: "\u2610", 0x72: "\u2610", 0x76: "\u2756", 0xA7: "\u25aa",
    0xA8: "\u2610", 0xD8: "\u27a2", 0xE0: "\u2192", 0xE8: "\u2192", 0xDF: "\u2190", 0xFB: "\u2717", 0xFC: "\u2713",
    0xFD: "\u2612", 0xFE: "\u2611", 0x28: "\u260e", 0x2A: "\u2709", 0x4A: "\u263a", 0x9F: "\u2022", 0xF0: "\u2192",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "\u2717", 0x50: "\u2713", 0x51: "\u2612", 0x52: "\u2611", 0xA3: "\u2610", 0x30: "\u2610"}
_SYMBOL = {
    0xB7: "\u2022", 0xA3: "\u2264", 0xB3: "\u2265", 0xB1: "\u00b1", 0xB0: "\u00b0", 0xB4: "\u00d7", 0xB8: "\u00f7",
    0xB9: "\u2260", 0xBB: "\u2248", 0xA5: "\u221e", 0xAE: "\u2192", 0xAC: "\u2190", 0xDB: "\u21d4", 0xDE: "\u21d2",
    0xE2: "\u00ae", 0xE3: "\u00a9", 0xE4: "\u2122", 0xD2: "\u00ae", 0xD3: "\u00a9", 0xD4: "\u2122", 0x6D: "\u03bc",
    0x70: "\u03c0", 0x53: "\u03a3", 0x44: "\u0394", 0x57: "\u03a9", 0x61: "\u03b1", 0x62: "\u03b2", 0x2D: "\u2212",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol_text(code: str, font: str) -> str | None:
    """The character that a symbol stands for, from its hexadecimal code and font; None where nobody can tell."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
    meaning = _FONTS.get(font.lower(), {}).get(number)
    if meaning is not None:
        return meaning
    printable = 0x20 < number < 0x7F or 0xA0 < number < 0xD800
    return chr(number) if printable and font.lower() not in _FONTS and "dings" not in font.lower() else None
