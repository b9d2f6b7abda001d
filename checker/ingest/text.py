"""Plain text and Markdown -> blocks. Hard-wrapped lines are joined; no character but markup is dropped."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from checker.domain import Block, BlockKind, Document, Gap, Ledger, Location
from checker.ingest.numbers import demote_lists, heading_level, split_typed
from checker.ingest.tidy import tidy
from checker.ingest.unreadable import Unreadable

_HASHES = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_LABEL = re.compile(r"[A-Z][\w /&'\u2019()-]{1,40}:(?:\s|$)")
_STRONG = re.compile(r"\*\*([^*\n]+)\*\*")
_WIDE = 60  # characters: a line this long was wrapped, a shorter one that ends a sentence ends its paragraph
_ROOM = 0.75  # of the width


@dataclass(slots=True)
class _Page:
    """Blocks being made, and the lines of the one at work."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    number: str | None = None
    tables: int = 0
    bullets: int = 0  # of letters: "o" is the commonest
    in_table: bool = False
    width: int = 0  # at which the lines around were wrapped

    def add(self, text: str, kind: BlockKind, **more: object) -> None:
        place = Location(document=self.name, page=None, block=len(self.blocks), start=0, end=len(text))
        self.blocks.append(Block(text=text, kind=kind, location=place, **more))  # type: ignore[arg-type]

    def begin(self, kind: BlockKind, number: str | None, line: str) -> None:
        self.flush()
        self.kind, self.number, self.lines = kind, number, [line]

    def flush(self) -> None:
        text = tidy(" ".join(self.lines))
        if text:
            self._place(text)
        self.kind, self.number, self.lines = "paragraph", None, []

    def _place(self, text: str) -> None:
        whole = _STRONG.fullmatch(text)
        text = _STRONG.sub(r"\1", text)
        level = None if self.kind == "item" and not self.number else heading_level(text, self.number, bold=bool(whole))
        if len(self.lines) == 1 and level is not None:
            self.add(text, "heading", number=self.number, level=level or None)
        else:
            self.add(text, self.kind, number=self.number)


def blocks_of_text(text: str, name: str) -> tuple[Block, ...]:
    """Headings, paragraphs, list items and table rows of a text, in order; `name` goes into their locations."""
    return demote_lists(_page_of(text, name).blocks)


def _page_of(text: str, name: str) -> _Page:
    page = _Page(name)
    lines = text.splitlines()
    widths = _widths(lines)
    for index, line in enumerate(lines):
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        page.width = widths[index]
        _take(page, line, following)
    page.flush()
    return page


def _widths(lines: list[str]) -> list[int]:
    """For each line the length of the longest between the blank lines around it: where the text was wrapped."""
    widths: list[int] = []
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        lengths = [len(line.strip()) for line in group]
        widths += [0 if blank else max(lengths)] * len(lengths)
    return widths


def _take(page: _Page, line: str, following: str) -> None:
    bare = line.strip()
    hashes = _HASHES.fullmatch(bare)
    if not bare:
        page.flush()
    elif _is_row(page, bare, following):
        _take_row(page, bare, following)
        return
    elif hashes:
        page.flush()
        typed = split_typed(hashes[2])
        page.add(tidy(_STRONG.sub(r"\1", typed.text)), "heading", number=typed.number, level=len(hashes[1]))
    elif _UNDERLINE.fullmatch(bare):
        _take_underline(page, bare)
    else:
        _take_line(page, line)
    page.in_table = False


def _take_underline(page: _Page, bare: str) -> None:
    """A rule under a single line makes it a heading; any other is a divider and ends the paragraph."""
    if len(page.lines) != 1:
        page.flush()
        return
    page.add(tidy(page.lines[0]), "heading", number=page.number, level=1 if bare[0] == "=" else 2)
    page.lines = []
    page.flush()


def _take_line(page: _Page, line: str) -> None:
    typed = split_typed(line)
    if typed.bullet:
        page.bullets += line.strip()[0].isalnum()
        page.begin("item", None, typed.text)
    elif typed.number and (not page.lines or _stands_alone(page, typed.number, line.strip())):
        page.begin("paragraph" if "." in typed.number else "item", typed.number, typed.text)
    elif page.lines and _goes_on(page, line.strip()):
        page.lines.append(line.strip())
    else:
        page.begin("paragraph", None, line.strip())


def _stands_alone(page: _Page, number: str, line: str) -> bool:
    """Within a paragraph a bare figure at the start of a line is a quantity, unless the line before was cut short."""
    last = page.lines[-1]
    return not number.isdigit() or last.endswith((".", ":", ";")) or _had_room(page, last, line)


def _goes_on(page: _Page, line: str) -> bool:
    """Whether a line continues the one before it."""
    last = page.lines[-1]
    if _LABEL.match(line):
        return False
    if not line[:1].isupper():
        return True
    ended = last.endswith(":") or (last.endswith((".", "!", "?")) and len(last) < _WIDE)
    return not (ended or heading_level(last, None) is not None or _had_room(page, last, line))


def _had_room(page: _Page, last: str, line: str) -> bool:
    """Whether the next word would have fitted well, so that the break was meant."""
    return len(last) + 1 + len(line.split()[0]) <= _ROOM * page.width


def _is_row(page: _Page, bare: str, following: str) -> bool:
    fenced = bare.startswith("|") and bare.endswith("|") and len(bare) > 2
    opens = "|" in bare and "|" in following and _is_divider(following)
    return fenced or opens or (page.in_table and "|" in bare)


def _take_row(page: _Page, bare: str, following: str) -> None:
    page.flush()
    if not page.in_table:
        page.tables += 1
        page.in_table = True
    cells = tuple(tidy(_STRONG.sub(r"\1", cell)) for cell in _cells(bare))
    if _is_divider(bare) or not any(cells):
        return
    text = " | ".join(filter(None, cells))
    page.add(text, "row", cells=cells, table=page.tables - 1, header="|" in following and _is_divider(following))


def _is_divider(line: str) -> bool:
    return bool(_DIVIDER.fullmatch(line))


def _cells(bare: str) -> Iterator[str]:
    inner = bare.removeprefix("|").removesuffix("|")
    return (cell.replace("\0", "|") for cell in inner.replace("\\|", "\0").split("|"))


def decode(data: bytes) -> tuple[str, bool]:
    """Text of some bytes (UTF-8, UTF-16 with its mark, else Windows-1252), and whether every byte had a meaning."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return text, "\ufffd" not in text
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text, "\ufffd" not in text


def read_text(data: bytes, name: str) -> Document:
    """A text or Markdown file as a document. Raises Unreadable("empty") when it holds no text.

    The ledger counts letters and figures: the other signs may be markup, which is dropped.
    """
    text, clean = decode(data)
    page = _page_of(text, name)
    if not page.blocks:
        raise Unreadable("empty", "The file holds no text: check that the right version was put into the pack.")
    seen = _letters(text)
    placed = sum(_letters(block.text) + _letters(block.number or "") for block in page.blocks) + page.bullets
    gaps = (Gap(where="text", reason=f"{seen - placed} characters could not be placed"),) if placed < seen else ()
    ledger = Ledger(characters_read=seen, characters_placed=placed, parts_present=1, parts_read=1, gaps=gaps)
    warnings = () if clean else ("Some characters could not be decoded: save the file as UTF-8.",)
    blocks = demote_lists(page.blocks)
    return Document(name=name, role="unknown", blocks=blocks, pages=None, ledger=ledger, warnings=warnings)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
