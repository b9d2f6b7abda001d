"""The words of the comments."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report.points import Advice, Law, Point
from checker.report.words import plural, sentence, shorten

AUTHOR = "Small-firm check"
INITIALS = "SF"
TITLE = "Points without a place in this file"
LONGEST_QUOTE = 160  # characters of words quoted from elsewhere
_MOST_OTHERS = 3


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
    lines += [_law(law) for law in point.laws]
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
    cites = "; ".join(cite for cite, _ in law.cites)
    return sentence(f"{law.label}: {cites}" if cites else law.label)
