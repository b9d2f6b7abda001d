"""The pictures of the language chapter as numbers: bars with their length in per cent, and what each shows in words."""

from __future__ import annotations

from dataclasses import dataclass

from checker.domain import Report
from checker.report.words import number, percent, plural, shorten

_MOST_BARS = 12  # documents in a picture; the table holds all
_LONGEST_LABEL = 30  # characters
_LONG = 25  # words, from which a sentence is called long
_BINS = ((1, 10), (11, 15), (16, 20), (21, 25), (26, 30), (31, 40), (41, None))
_FEWEST_WORDS = 5  # shorter ones are labels, not sentences
# Flesch's own steps, in plain words
_EASE = ((60, "plain"), (50, "fairly hard"), (30, "hard"), (float("-inf"), "very hard"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, what stands at its end, its length (0 to 100) and whether it is past the aim."""

    label: str
    value: str
    length: float
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars with a title, the picture in words, and an aim drawn as a line (0 to 100, None for none)."""

    title: str
    told: str
    bars: tuple[Bar, ...]
    aim: float | None = None
    aim_label: str = ""


def pictures(report: Report) -> tuple[Picture, ...]:
    """Those pictures for which there is enough text."""
    return tuple(picture for picture in (_ease(report), _long_share(report), _lengths(report)) if picture)


def _ease(report: Report) -> Picture | None:
    rows = sorted(report.readability, key=lambda row: row.flesch_reading_ease)
    if not rows:
        return None
    bars = tuple(
        Bar(
            _short(row.name),
            f"{number(row.flesch_reading_ease)}, {ease_word(row.flesch_reading_ease)}",
            min(100.0, max(0.0, row.flesch_reading_ease)),
            row.flesch_reading_ease < 50,
        )
        for row in rows[:_MOST_BARS]
    )
    first = "The hardest first. " if len(rows) > 1 else ""
    told = first + "; ".join(f"{row.name}: {bar.value}" for row, bar in zip(rows, bars, strict=False)) + "."
    return Picture("Reading ease by document (higher is easier)", told, bars, 60.0, "plain English: 60")


def _short(name: str) -> str:
    """A document's name without its folders, short enough to stand beside a value on a phone."""
    return shorten(name.rpartition("/")[2], _LONGEST_LABEL) or "No name"


def ease_word(score: float) -> str:
    """Flesch reading ease in words."""
    return next(word for least, word in _EASE if score >= least)


def _long_share(report: Report) -> Picture | None:
    rows = sorted(report.readability, key=lambda row: -row.long_sentence_share)
    if len(rows) < 2:  # one document: the next picture says the same
        return None
    bars = tuple(
        Bar(_short(row.name), percent(round(row.long_sentence_share * 100)), row.long_sentence_share * 100)
        for row in rows[:_MOST_BARS]
    )
    told = "; ".join(f"{row.name}: {bar.value}" for row, bar in zip(rows, bars, strict=False)) + "."
    return Picture("Sentences over 25 words, by document", told, bars)


def _lengths(report: Report) -> Picture | None:
    lengths = [
        words
        for clause in report.clauses
        for sentence in clause.sentences
        if sentence.kind in ("paragraph", "item") and (words := len(sentence.text.split())) >= _FEWEST_WORDS
    ]
    if not lengths:
        return None
    counts = [sum(low <= words <= (high or words) for words in lengths) for low, high in _BINS]
    bars = tuple(
        Bar(
            f"{low} to {high} words" if high else f"{low} words and more",
            f"{count:,}",
            100 * count / max(counts),
            low > _LONG,
        )
        for (low, high), count in zip(_BINS, counts, strict=True)
    )
    long = sum(words > _LONG for words in lengths)
    told = f"{long:,} of {plural(len(lengths), 'sentence', in_words=False)} are over 25 words"
    told += f" ({percent(round(100 * long / len(lengths)))}); the longest has {max(lengths):,}."
    return Picture("How long the sentences are", told, bars)
