"""The words of the comments."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report.labels import FORCE
from checker.report.points import Advice, Law, Point, run_on
from checker.report.words import plural, sentence, shorten

AUTHOR = "Small-firm check"
INITIALS = "SF"
TITLE = "Points without a place in this file"
LONGEST_QUOTE = 160  # characters of words quoted from elsewhere
_MOST_OTHERS = 3
_LONGEST_LAW = 240  # characters of a line with what the law says; beyond it the citations alone


def full_comment(
    number: int, point: Point, *, tracked: bool, stands: str = "", elsewhere: Sequence[tuple[str, str]] = ()
) -> tuple[str, ...]:
    """The paragraphs of a comment: what, why, what to write, how binding.

    `stands` says where the words are when a comment cannot stand on them; `elsewhere` gives the place and the words of
    the passages that make no sense without each other.
    """
    lines = [f"{number}. {point.heading}", stands, point.because]
    lines += [
        f"Compare {where}: \u201c{shorten(words, LONGEST_QUOTE)}\u201d" for where, words in elsewhere[:_MOST_OTHERS]
    ]
    lines += _advice(point.advice, tracked)
    lines += [_law_in_words(law) for law in point.laws]
    lines.append(f"How sure: {point.certainty.lower()}. Point {point.number} in report.html.")
    return tuple(line for line in lines if line)


def short_comment(number: int) -> tuple[str, ...]:
    """The comment on a further place of a point."""
    return (f"Same point as comment {number}.",)


def title_comment(unplaced: Sequence[tuple[Point, str]], left_out: int, further: int) -> tuple[str, ...]:
    """The comment on the title: points that have no words in the body, and how many were not marked."""
    lines = [TITLE] if unplaced else ["What is not marked in this file"]
    lines += [_in_one(point, found) for point, found in unplaced]
    if left_out:
        stand = "stands" if left_out == 1 else "stand"
        lines.append(f"{sentence(plural(left_out, 'more point'))[:-1]} of this file {stand} in report.html.")
    if further:
        verb = "is" if further == 1 else "are"
        places = sentence(plural(further, "further place"))[:-1]
        lines.append(f"{places} of the points marked here {verb} in report.html.")
    return tuple(lines)


def _in_one(point: Point, found: str) -> str:
    parts = [sentence(point.heading), found, point.because, *_advice(point.advice, tracked=False)]
    parts += [_law(law) for law in point.laws]
    return "\u2022 " + " ".join(part for part in [*parts, f"Point {point.number} in report.html."] if part)


def _advice(advice: Advice, tracked: bool) -> list[str]:
    if advice.kind == "none":
        return []
    label = f"{advice.label} (a tracked change in the text)" if tracked else advice.label
    text = advice.text or f"\u201c{advice.struck}\u201d"
    return [f"{label}: {text}", *advice.notes]


def _law(law: Law) -> str:
    cites = "; ".join(cite.text for cite in law.cites)
    return sentence(f"{law.label}: {cites}" if cites else law.label)


def _law_in_words(law: Law) -> str:
    """The same with what a rule of law says, where that is short; a duty's words, alike on most points, are not."""
    if law.label != FORCE["law"]:
        return _law(law)
    words = run_on([f"{cite.text}: {cite.says}" if cite.says else cite.text for cite in law.cites])
    line = sentence(f"{law.label}: {words}")
    return line if words and len(line) <= _LONGEST_LAW else _law(law)
