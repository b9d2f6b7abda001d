"""Rich text -> its tokens: groups, control words and text with every character decoded."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
SYMBOLS = 2  # the character set of fonts like Wingdings
_SIGNS = {
    "emdash": "\u2014", "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c",
    "rdblquote": "\u201d", "bullet": "\u2022", "tab": "\t", "line": "\n", "emspace": " ", "enspace": " ",
    "qmspace": " ",
}  # fmt: skip
_CONTROLS = dict.fromkeys([*range(9), *range(10, 32)])  # they mean nothing in rich text
_ESCAPED = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; `text` is the word of a control word or the characters of a text, written so in the file or not."""

    kind: Literal["open", "close", "word", "text"]
    text: str = ""
    value: int | None = None  # of a control word
    written: bool = True  # False for characters that stand for a control word (a tab, a line break)
    symbols: bool = False  # in a font of symbols, whose letters are no letters


@dataclass(slots=True)
class _Group:
    skip: int = 1  # characters that follow \u for readers without Unicode
    font: int | None = None


@dataclass(slots=True)
class Tokens:
    """The tokens of a file, in order. `fonts` (number -> character set) is filled by who reads the font table."""

    data: bytes
    fonts: dict[int, int] = field(default_factory=dict)
    closed: bool = False  # once read: every group was closed
    _page: str = "cp1252"
    _bytes: bytearray = field(default_factory=bytearray)
    _groups: list[_Group] = field(default_factory=lambda: [_Group()])
    _skipping: int = 0
    _high: int = 0  # first half of a character beyond U+FFFF

    def read(self) -> Iterator[Token]:
        """All tokens; characters in bytes are decoded by the font they stand in."""
        text = self.data.decode("latin-1")
        place = 0
        while match := _TOKEN.search(text, place):
            place = match.end()
            if match["hex"] is not None:
                self._take_bytes(bytes.fromhex(match["hex"]))
            elif match["text"] is not None:
                self._take_bytes(match["text"].encode("latin-1"))
            else:
                yield from self._flush()
                if match["word"] == "bin":
                    place += max(0, int(match["value"] or 0))
                else:
                    yield from self._control(match)
        yield from self._flush()
        self.closed = len(self._groups) == 1

    def _take_bytes(self, found: bytes) -> None:
        taken = min(self._skipping, len(found))
        self._skipping -= taken
        self._bytes += found[taken:]

    def _flush(self) -> Iterator[Token]:
        if self._bytes:
            charset = self.fonts.get(self._groups[-1].font or 0, 0)
            page = _CHARSETS.get(charset, self._page)
            text = bytes(self._bytes).decode(page, "replace").translate(_CONTROLS)
            self._bytes.clear()
            yield Token("text", text, symbols=charset == SYMBOLS)

    def _control(self, match: re.Match[str]) -> Iterator[Token]:
        if match["brace"] == "{":
            self._groups.append(_Group(self._groups[-1].skip, self._groups[-1].font))
            yield Token("open")
        elif match["brace"] == "}":
            self._skipping = 0
            if len(self._groups) > 1:
                self._groups.pop()
                yield Token("close")
        elif match["sign"] is not None:
            yield from self._sign(match["sign"])
        else:
            yield from self._word(match["word"], None if match["value"] is None else int(match["value"]))

    def _sign(self, sign: str) -> Iterator[Token]:
        if sign in _ESCAPED:
            yield Token("text", _ESCAPED[sign])
        elif sign in "\r\n":
            yield Token("word", "par")
        elif sign == "*":
            yield Token("word", "*")

    def _word(self, word: str, value: int | None) -> Iterator[Token]:
        group = self._groups[-1]
        if word == "u" and value is not None:
            yield from self._unicode(value % 65_536)
            self._skipping = group.skip
        elif word in _SIGNS:
            yield Token("text", _SIGNS[word], written=word not in ("tab", "line"))
        elif word == "uc":
            group.skip = max(0, min(value or 0, 100))
        elif word == "ansicpg":
            self._page = _known(f"cp{value}", self._page)
        elif word == "mac":
            self._page = "mac_roman"
        else:
            if word == "f":
                group.font = value
            yield Token("word", word, value)

    def _unicode(self, code: int) -> Iterator[Token]:
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                yield Token("text", chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        else:
            yield Token("text", chr(code), symbols=0xF000 <= code < 0xF100)


def _known(page: str, otherwise: str) -> str:
    try:
        return codecs.lookup(page).name
    except LookupError:
        return otherwise
