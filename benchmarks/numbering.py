"""Clause numbers of a made-up Word file, ours beside LibreOffice's: levels, letters, Roman numbers, restarts, styles.

    python -m benchmarks.numbering

Exit 1 where one differs, or where LibreOffice is not there to compare with.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.recall import office_text
from checker.ingest.word import read_word
from tests.ingest.docx_maker import docx, p, xml

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:pPr><w:numPr>'
    f'<w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)
_LEVELS = {
    1: (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")),
    2: (("upperRoman", "Part %1"), ("upperLetter", "%2)"), ("decimal", "%1.%2.%3")),
    3: (("decimal", "Q%1"), ("lowerLetter", "%1%2")),
}
# (list/level or style, words): the order in which they stand
_TEXT = (
    ("Heading1", "alpha"), ("Heading2", "bravo"), ("1/2", "charlie"), ("1/2", "delta"), ("1/3", "echo"),
    ("1/3", "foxtrot"), ("1/2", "golf"), ("Heading2", "hotel"), ("1/2", "india"), ("Heading1", "juliet"),
    ("Heading2", "kilo"), ("Heading3", "lima"), ("2/0", "mike"), ("2/1", "november"), ("2/1", "oscar"),
    ("2/2", "papa"), ("2/0", "quebec"), ("2/1", "romeo"), ("2/2", "sierra"), ("3/0", "tango"), ("3/1", "uniform"),
    ("3/0", "victor"), ("", "whiskey"), ("3/0", "xray"), ("4/0", "yankee"), ("4/1", "zulu"), ("4/0", "amber"),
    ("5/0", "beryl"), ("5/1", "coral"), ("1/1", "denim"), ("Heading1", "ebony"), ("1/1", "flint"), ("1/3", "garnet"),
    ("6/1", "hazel"), ("6/1", "ivory"), ("6/2", "jade"), ("1/1", "khaki"),
)  # fmt: skip
_RESTARTS = {
    4: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
    5: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
    6: '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>',
}
_ABSTRACT = {1: 1, 2: 2, 3: 3, 4: 1, 5: 2, 6: 1}
_WORD = re.compile(r"[a-z]{4,8}\Z")


def main() -> int:
    data = docx(
        "".join(_paragraph(where, word) for where, word in _TEXT),
        (("rn", "numbering", "numbering.xml"), ("rs", "styles", "styles.xml")),
        numbering_xml=_numbering(), styles_xml=xml("w:styles", _STYLES),
    )  # fmt: skip
    ours = {block.text: block.number or "" for block in read_word(data, "numbers.docx").blocks}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "numbers.docx"
        file.write_bytes(data)
        theirs = dict(_numbers(office_text(file)))
    if not theirs:
        print("LibreOffice is not installed, or did not open the file")
        return 1
    wrong = [(word, ours.get(word), theirs.get(word)) for _, word in _TEXT if not _same(ours[word], theirs.get(word))]
    print(f"{len(_TEXT) - len(wrong)} of {len(_TEXT)} clause numbers as LibreOffice shows them")
    for word, own, other in wrong:
        print(f"  {word}: ours {own!r}, LibreOffice {other!r}")
    return 1 if wrong else 0


def _paragraph(where: str, word: str) -> str:
    return p(word, numbered=where) if "/" in where else p(word, style=where)


def _numbering() -> str:
    lists = "".join(f'<w:abstractNum w:abstractNumId="{key}">{_levels(key)}</w:abstractNum>' for key in _LEVELS)
    uses = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{_RESTARTS.get(key, "")}</w:num>'
        for key, abstract in _ABSTRACT.items()
    )
    return xml("w:numbering", lists + uses)


def _levels(key: int) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f"{_style(key, level)}"
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVELS[key])
    )


def _style(key: int, level: int) -> str:
    return f'<w:pStyle w:val="Heading{level + 1}"/>' if key == 1 and level < 3 else ""


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """The last word of each line and what stands before it."""
    for line in text.splitlines():
        if found := _WORD.search(line.strip()):
            yield found[0], line.strip()[: found.start()].strip()


def _same(own: str, other: str | None) -> bool:
    """A stop at the end is left out of a clause's number by the reader."""
    return other is not None and own.rstrip(".") == other.rstrip(".")


if __name__ == "__main__":
    sys.exit(main())
