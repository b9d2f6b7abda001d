"""Text into sentences: lines and list items by our own rules, full stops by nupunkt, offsets exact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.language import ABBREVIATIONS, sentence_spans
from checker.structure.listmarks import INLINE, mark_at_start, ordinals

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of sentences of one block: its plain text, or one item of a list inside it."""

    spans: tuple[Span, ...]
    mark: str | None = None  # list mark as shown, not within the spans
    item: bool = False  # belongs to a list whose lead-in is the last sentence before it
    number: str | None = None  # of the clause, where its text begins with a list: "4.2 (a) …"


_LINE = re.compile(r"[^\n\r\v\f]+")
_TERMINAL = re.compile(r"[.!?:;][\"”’')\]]*$")
_LIST_BEFORE = re.compile(r"(?:[:;,–—-]|[:;,]? ?\b(?:and|or|and/or)|[.])\s*$")
_LONG_LIST, _ITEM_WORDS = 45, 6  # words: shorter lists inside a sentence read better whole

# What nupunkt leaves in one piece or cuts once too often.
_LABELLED = r"(?:appendix|app\.|annex|schedule|lot|part|section|option|band|form|table|grade|class|zone|block)"
_CUT_AFTER = re.compile(
    rf"(?:\b{_LABELLED} [A-Z0-9]{{1,2}}|\b[ap]\.m|\bp\.a|\betc|"
    r"\b(?:Ltd|plc|Inc|hrs|mins|approx|app|art|spec|admin|temp|min|max|co|ref))"
    r"\.[\"”’')\]]*\s+(?=[\"“‘(]?(?:The|A|An|This|These|Those|All|Any|Each|No|Every|It|If|In|Where|When|For|Please|"
    r"You|Your|We|Our|They|Bid\w*|Tender\w*|Suppliers?|Contractors?|Providers?|Applicants?|Failure|Late|Submissions?|"
    r"Responses?|Prices?|Payment|Only|Following|After|Before|Such|There|Bids?)\b)",
    re.I,
)
# nupunkt's American law-report names ("Hall.") stop it at everyday words.
_WORD_END = re.compile(r"(?<![.@/])\b([a-z]{3,}|so|it|to|us|be|in|up|on|do|me|go)\.[\"”’')\]]*\s+(?=[\"“‘(]?[A-Z])")
_SHORT_FORMS = frozenset(ABBREVIATIONS) | {
    "sept", "thurs", "tues", "encl", "corp", "vers", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri",
}  # fmt: skip
_CAPITAL_NEXT = re.compile(r"[\"“‘(]?[A-Z]")
_NO_BREAK_AFTER = re.compile(
    r"(?:\b(?:No|Nos|no|nos|Ref|ref|Reg|reg|Sch|Cl|cl|App|Art|Vol|Para|para|Tel|tel|Rev|v|vs|c|ss?|pp?)\.|"
    r"\b(?:e\.g|i\.e|approx|incl|excl|max|min|St|Dr|Mr|Mrs|Ms|Prof|Cllr)\.|\b(?:Mr|Mrs|Ms|Dr) [A-Z]\.)$"
)
_GOES_ON = re.compile(r"[a-z0-9£(,;:&%)\]–-]")  # what may follow such a short form without starting a sentence
_LOWER = re.compile(r"[a-z,;:)\]]")
_NAME_FOLLOWS = re.compile(r"\b(?:St|Dr|Mr|Mrs|Ms|Prof|Cllr|(?:Mr|Mrs|Ms|Dr) [A-Z])\.$")
_GLUED = re.compile(r"(?<=[a-z)])[.?!](?=[A-Z][a-z]+ [a-z])")  # "by post.The envelope must": a lost space


def split_text(text: str) -> tuple[Part, ...]:
    """The parts of a block's text, in order; no character but white space and list marks is outside a span.

    A numbered paragraph or item starts with a part that carries its mark. Items of a list inside the text are
    parts of their own.
    """
    return tuple(part for start, end in _lines(text) for part in _parts_of_line(text, start, end))


def sentences_between(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Sentence spans of running text between two offsets, white space trimmed."""
    piece = text[start:end]
    bounds = [first for first, _ in sentence_spans(piece)] + [len(piece)]
    bounds[0] = 0
    cuts = {cut for cut in bounds if _may_break(piece, cut)} | {0, len(piece)}
    for found in _CUT_AFTER.finditer(piece):
        if _CAPITAL_NEXT.match(piece, found.end()):
            cuts.add(found.end())
    cuts |= {found.end() for found in _WORD_END.finditer(piece) if found[1] not in _SHORT_FORMS}
    cuts |= {found.end() for found in _GLUED.finditer(piece)}
    ordered = sorted(cuts)
    return tuple(span for one, two in pairwise(ordered) if (span := _trim(text, start + one, start + two)))


def _may_break(piece: str, cut: int) -> bool:
    before, after = piece[max(0, cut - 24) : cut].rstrip(), piece[cut : cut + 1]
    if not after or not before:
        return False
    if _LOWER.match(after) and not before.endswith((":", ";")):
        return False  # a full stop inside a name or address: the sentence goes on
    short = _NO_BREAK_AFTER.search(before)
    return not (short and (_GOES_ON.match(after) or _NAME_FOLLOWS.search(before)))


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _lines(text: str) -> Iterator[Span]:
    """Runs of lines that belong together: a line break counts where a new line, mark or paragraph begins."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    if not lines:
        return
    widest = max(end - start for start, end in lines)
    begin = lines[0][0]
    for before, line in pairwise(lines):
        if _breaks(text, before, line, widest):
            yield begin, before[1]
            begin = line[0]
    yield begin, lines[-1][1]


def _breaks(text: str, before: Span, line: Span, widest: int) -> bool:
    one, two = text[slice(*before)].strip(), text[slice(*line)].strip()
    if text.count("\n", before[1], line[0]) > 1 or mark_at_start(two):
        return True
    if two[:1].islower():
        return False
    return bool(_TERMINAL.search(one[-40:])) or (before[1] - before[0]) < 0.6 * widest


def _parts_of_line(text: str, start: int, end: int) -> Iterator[Part]:
    mark = mark_at_start(text[:end], start)
    label, body = mark if mark else (None, start)
    cuts = _inline_items(text, body, end)
    if not cuts:
        yield from _unmarked_list(text, body, end, label)
        return
    lead = sentences_between(text, body, cuts[0][0])
    if lead:
        yield Part(lead, label)
    empty = ""  # marks with nothing behind them go with the next one
    for index, (_, item_mark, item_start) in enumerate(cuts):
        last = index + 1 == len(cuts)
        item_mark = f"{empty} {item_mark}".strip()
        spans = sentences_between(text, item_start, end if last else cuts[index + 1][0])
        empty = "" if spans else item_mark
        number, label = (None, label) if lead or not spans else (label, None)
        back = 1 if last and len(cuts) > 1 else len(spans)  # behind the list's last full stop the paragraph goes on
        if spans:
            yield Part(spans[:back], item_mark, item=True, number=number)
        if spans[back:]:
            yield Part(spans[back:])


def _inline_items(text: str, start: int, end: int) -> list[tuple[int, str, int]]:
    """(where the mark stands, mark, where its text begins) of a list inside running text; empty when none."""
    found = [hit for hit in INLINE.finditer(text, start, end) if hit.end() < end]
    bullets = [hit for hit in found if hit["bullet"]]
    chosen = bullets or _in_sequence([hit for hit in found if hit["label"]])
    if len(chosen) < (1 if bullets else 2):
        return []
    if not bullets and not _worth_splitting(text, chosen, start, end):
        return []
    return [(hit.start(), hit.group().strip(), hit.end()) for hit in chosen]


def _in_sequence(hits: list[re.Match[str]]) -> list[re.Match[str]]:
    """Marks that count up from the first of their list: a), b), c); a stray "(s)" or "(ii)" is passed over."""
    chosen: list[re.Match[str]] = []
    for hit in hits:
        shape = hit.group().strip().startswith("(")
        if len(chosen) + 1 in ordinals(hit.group().strip()) and (not chosen or shape == _bracketed(chosen[0])):
            chosen.append(hit)
    return chosen


def _bracketed(hit: re.Match[str]) -> bool:
    return hit.group().strip().startswith("(")


def _worth_splitting(text: str, hits: list[re.Match[str]], start: int, end: int) -> bool:
    if not all(_LIST_BEFORE.search(text[max(start, hit.start() - 12) : hit.start()]) for hit in hits[1:]):
        return False  # references to clauses ("under (a) and (b)") rather than a list
    words = len(text[hits[0].end() : end].split())
    colon = text[start : hits[0].start()].rstrip().endswith((":", ":-", ";", "–"))
    return colon or words >= _ITEM_WORDS * len(hits) or words > _LONG_LIST


def _unmarked_list(text: str, start: int, end: int, label: str | None) -> Iterator[Part]:
    """Sentences of running text; a long "…: x; y; and z" becomes its lead-in and items without marks."""
    plain: list[Span] = []
    for span in sentences_between(text, start, end):
        items = _semicolon_items(text, span)
        if not items:
            plain.append(span)
            continue
        yield Part((*plain, items[0]), label)
        yield from (Part((item,), item=True) for item in items[1:])
        plain, label = [], None
    if plain:
        yield Part(tuple(plain), label)


def _semicolon_items(text: str, span: Span) -> list[Span]:
    sentence = text[slice(*span)]
    colon = sentence.find(":")
    if colon < 0 or sentence.count(";", colon) < 2 or len(sentence.split()) <= _LONG_LIST:
        return []
    stops = [0, colon + 1, *(hit.end() for hit in re.finditer(r";(?: (?:and|or)\b)?", sentence) if hit.start() > colon)]
    pieces = pairwise([*stops, len(sentence)])
    return [piece for one, two in pieces if (piece := _trim(text, span[0] + one, span[0] + two))]
