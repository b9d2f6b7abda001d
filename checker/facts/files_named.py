"""Papers that a pack names by a title with words that set it apart, by file name, or as a drawing with a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.facts.held import Held

_TITLE = r"\b(?P<title>(?:[A-Z][\w&'’-]*)(?: (?:of|and|for|to|the|on|[A-Z][\w&'’-]*)){1,6})"
_TITLE_APART = (
    re.compile(_TITLE + r"\s*(?:\(|[-–—:|]\s*)(?i:see |as )?(?i:separate|separately)(?i: attached)?(?i: \w+)? ?"
               r"(?i:document|file|attachment|spreadsheet|workbook|enclosure)"),
    re.compile(_TITLE + r",? (?i:is|are|has been|have been|will be) (?i:\w+ )?(?i:issued|provided|supplied|attached|"
               r"enclosed|uploaded|published|available)(?i: \w+){0,3} (?i:separately|as (?:a |an )?separate)"),
)  # fmt: skip
_FILE = re.compile(
    r"(?<![\w/.@:-])(?P<file>[A-Za-z][\w&()’'-]*(?: [\w&()’'-]+){0,6}\.(?:xlsx?|docx?|pdf|zip|od[ts]))\b"
)
_DRAWING = re.compile(
    r"\b(?P<kind>[Dd]rawings?|[Pp]lans?) (?:(?i:no\.?|numbers?) )?\(?"
    r"(?P<code>(?!(?:ISO|BS|EN|RIBA|PAS|NEC|JCT)\b)(?P<series>[A-Z]{1,6})[-/](?P<number>\d{1,4}))"
    r"(?: to (?P<last>[A-Z]{1,6}[-/](?P<end>\d{1,4})))?"
)
_FILE_CUE = re.compile(
    r"\b(?:see|refer to|complete|completed|use|attached|enclosed|provided|supplied|download|set out in|found in|"
    r"contained in|detailed in|listed in)\b", re.IGNORECASE,
)  # fmt: skip


def titles_apart(text: str, held: Held) -> Iterator[str]:
    """Titles with words that make them a separate file, where no file or heading has them."""
    for pattern in _TITLE_APART:
        for match in pattern.finditer(text):
            title = re.sub(r"^(?:The|A|An|Our|This) ", "", match["title"])
            if len(title.split()) > 1 and not held.has_title(title):
                yield title


def files_in(text: str, held: Held) -> Iterator[str]:
    """File names that the sentence sends the reader to, where the pack has no such file."""
    if not _FILE_CUE.search(text):
        return
    for match in _FILE.finditer(text):
        name = _without_lead(match["file"])
        if not held.has_file(name):
            yield name


def drawings_in(text: str, held: Held) -> Iterator[str]:
    """Drawings by their number; silence where a file bears it, or a file could not be read."""
    for match in _DRAWING.finditer(text):
        if not held.partly_read and not _is_drawn(match, held):
            name = f"{match['kind'].lower()} {match['code']}{' to ' + match['last'] if match['last'] else ''}"
            yield name


def _is_drawn(match: re.Match[str], held: Held) -> bool:
    """Whether a file name bears the number, or a series named as one ("drawings AB/01 to AB/05") counts it in."""
    if any(re.search(rf"\b{match['series']} ?0*{int(match['number'])}\b", file, re.IGNORECASE) for file in held.files):
        return True
    if match["end"]:
        return False
    texts = (block.text for document in held.pack.documents for block in document.blocks)
    series = (other for text in texts for other in _DRAWING.finditer(text) if other["series"] == match["series"])
    ranges = (range(int(other["number"]), int(other["end"]) + 1) for other in series if other["end"])
    return any(int(match["number"]) in numbers for numbers in ranges)


def _without_lead(name: str) -> str:
    """The file name without the small words of the sentence that the pattern took along."""
    words = name.split()
    starts = [i for i, word in enumerate(words) if word.islower() and i < len(words) - 1]
    return " ".join(words[starts[-1] + 1 :]) if starts else name
