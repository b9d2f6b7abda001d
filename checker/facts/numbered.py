"""The numbered paragraphs of a document, and the words that say what each is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.facts.statements import Statement

NUMBER = re.compile(r"(?P<above>(?:[A-Z]?\d{1,2}\.){1,3}|[A-Z]?)(?P<last>\d{1,2})")
_WORD = re.compile(r"[a-z]{5,}")
_SMALL = frozenset(
    {
        "about", "above", "after", "additional", "apply", "before", "below", "between", "clause", "could", "described",
        "during", "every", "further", "including", "other", "paragraph", "provided", "provide", "required", "section",
        "should", "shall", "their", "there", "these", "those", "under", "where", "which", "while", "within", "without",
        "would",
    }
)  # fmt: skip
_STEM = re.compile(r"(?:ations?|ings?|ments?|ies|ed|es|ers?|ions?|ly|e|s)$")


@dataclass(slots=True)
class Paragraphs:
    """The numbered paragraphs of one document: their statements, and the paragraphs that hold each word."""

    said: dict[str, list[Statement]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    holders: Counter[str] = field(default_factory=Counter)

    def rarer(self, most: int) -> frozenset[str]:
        """The words that stand in at most so many paragraphs."""
        return frozenset(word for word, count in self.holders.items() if count <= most)


def paragraphs_of(told: Sequence[Statement]) -> Paragraphs:
    """Each numbered paragraph with what stands under it; a number that is used twice is left out."""
    runs: defaultdict[str, list[list[Statement]]] = defaultdict(list)
    open_: frozenset[str] = frozenset()
    for statement in told:
        numbers = frozenset(_with_above((statement.clause.number or "").strip(".")))
        for number in numbers:
            if number not in open_:
                runs[number].append([])
            runs[number][-1].append(statement)
        open_ = numbers
    found = Paragraphs()
    for number, each in runs.items():
        if len(each) == 1:
            found.said[number] = each[0]
            found.words[number] = frozenset(telling(" ".join(s.text for s in each[0])))
    for words in _own_words(told).values():
        found.holders.update(words)
    return found


def _own_words(told: Sequence[Statement]) -> dict[str, set[str]]:
    """The telling words of each number, without those of the numbers under it."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for statement in told:
        held[(statement.clause.number or "").strip(".")].update(telling(statement.text))
    return held


def _with_above(number: str) -> Iterator[str]:
    """The number and those it stands under: "4.2.1", "4.2", "4"."""
    while NUMBER.fullmatch(number):
        yield number
        number = number.rpartition(".")[0]


def telling(text: str) -> dict[str, str]:
    """The stems of the longer words of a text, each with the word as written."""
    return {_STEM.sub("", word): word for word in reversed(_WORD.findall(text.lower())) if word not in _SMALL}
