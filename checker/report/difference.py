"""Old and new wording compared word by word, so that a page can show what goes out and what comes in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_LEAST_KEPT = 0.3  # of the old words, below which everything is said to change
_SHORTEST = 3  # words that stay between two changes; shorter stretches would only make confetti
_MOST_WORDS = 1_500  # beyond it no word-by-word comparison is made
_LONGEST, _AROUND = 700, 300  # characters of old wording shown in full; else those around its marks


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of wording: `marked` gave the point away, `changed` goes out (old) or comes in (new)."""

    text: str
    marked: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """The old and the new wording in pieces. `whole`: so little stays that all of the old goes."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    whole: bool


def difference(old: str, new: str, marked: tuple[int, int] = (0, 0)) -> Difference:
    """The two wordings compared; `marked` is the span of `old` that gave the point away."""
    before, after = _words(old), _words(new)
    kept = _kept(before, after) if len(before) + len(after) <= _MOST_WORDS else []
    share = sum(size for _, _, size in kept) / max(1, len(before))
    if share < _LEAST_KEPT:
        return Difference(pieces(old, marked), (Piece(new),), whole=True)
    gone = _outside([(a, a + size) for a, _, size in kept], before)
    come = _outside([(b, b + size) for _, b, size in kept], after)
    return Difference(pieces(old, marked, gone), pieces(new, (0, 0), come), whole=False)


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def _kept(before: Sequence[re.Match[str]], after: Sequence[re.Match[str]]) -> list[tuple[int, int, int]]:
    """The stretches that stay: at least a few words long, or at one of the ends."""
    old, new = [word[0] for word in before], [word[0] for word in after]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    ends = (0, 0), (len(old), len(new))
    return [
        (a, b, size)
        for a, b, size in blocks
        if size >= _SHORTEST or (size and ((a, b) == ends[0] or (a + size, b + size) == ends[1]))
    ]


def _outside(kept: Iterable[tuple[int, int]], found: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """The character spans of the words that are in none of the kept stretches."""
    spans, at = [], 0
    for start, end in [*kept, (len(found), len(found))]:
        if start > at:
            spans.append((found[at].start(), found[start - 1].end()))
        at = end
    return spans


def pieces(text: str, marked: tuple[int, int], changed: Sequence[tuple[int, int]] = ()) -> tuple[Piece, ...]:
    """The text cut wherever a mark or a change begins or ends; a long text shows only what is around its marks."""
    edges = sorted({0, len(text), *marked, *(edge for span in changed for edge in span)})
    found = tuple(
        Piece(text[a:b], _in(a, b, [marked]), _in(a, b, changed)) for a, b in itertools.pairwise(edges) if a < b
    )
    return _window(found) if len(text) > _LONGEST else found


def _in(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _window(found: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Plain stretches of a long text shortened to what is next to a mark or a change."""
    shown: list[Piece] = []
    for index, piece in enumerate(found):
        most = _AROUND if len(found) > 1 else _LONGEST
        if piece.marked or piece.changed or len(piece.text) <= most:
            shown.append(piece)
        elif index == 0 and len(found) > 1:
            shown.append(Piece(f"[…] {piece.text[-most:]}"))
        elif index == len(found) - 1:
            shown.append(Piece(f"{piece.text[:most]} […]"))
        else:
            shown.append(Piece(f"{piece.text[: most // 2]} […] {piece.text[-most // 2 :]}"))
    return tuple(shown)
