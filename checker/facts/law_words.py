"""Which procurement laws a pack names, and where: mentions that deny the law ("does not apply") are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from checker.domain import Clause, Sentence
from checker.facts.tables import law_words

_REACH = 60  # characters before and after a name in which a denial counts


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that names a law."""

    law: str
    clause: Clause
    sentence: Sentence
    conducted: bool  # it says that the procurement runs under that law


def sentences(clauses: Iterable[Clause]) -> Iterator[tuple[Clause, Sentence]]:
    """All sentences with their clauses; template instructions are left out."""
    return ((c, s) for c in clauses for s in c.sentences if s.voice != "template")


def mentions(clauses: Iterable[Clause]) -> tuple[Mention, ...]:
    """All mentions of procurement laws that the sentence does not deny, in the order of the text."""
    return tuple(m for clause, sentence in sentences(clauses) for m in _in_sentence(clause, sentence))


def first(found: Iterable[Mention], law: str) -> Mention | None:
    """The mention to quote: one that says the procurement runs under the law, else the first."""
    held = [m for m in found if m.law == law]
    return next((m for m in held if m.conducted), held[0] if held else None)


def matching(
    clauses: Iterable[Clause], patterns: Iterable[str], cue: str | None = None
) -> tuple[Clause, Sentence] | None:
    """The first sentence in which one of the patterns is found, and the cue too if one is asked for."""
    compiled = [_compiled(pattern) for pattern in patterns]
    return next(
        (
            (clause, sentence)
            for clause, sentence in sentences(clauses)
            if any(pattern.search(sentence.text) for pattern in compiled)
            and (cue is None or _compiled(cue).search(sentence.text))
        ),
        None,
    )


def _in_sentence(clause: Clause, sentence: Sentence) -> Iterator[Mention]:
    words = law_words()
    if any(_compiled(pattern).search(sentence.text) for pattern in words.exempt):
        yield Mention("other", clause, sentence, conducted=not sentence.negated)
        return
    for law, patterns in words.laws.items():
        found = [m for pattern in patterns for m in _compiled(pattern).finditer(sentence.text)]
        if any(not _denied(sentence.text, match) for match in found):
            conducted = _compiled(words.conducted).search(sentence.text) is not None
            yield Mention(law, clause, sentence, conducted)


def _denied(text: str, match: re.Match[str]) -> bool:
    words = law_words()
    before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
    return bool(_compiled(words.denied_before).search(before) or _compiled(words.denied_after).search(after))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
