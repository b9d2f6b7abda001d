"""How hard a document is to read: measures on its sentences, fed to textstat without numbering, amounts and rows."""

from __future__ import annotations

import re
from collections import defaultdict

from checker.domain import Clause, Readability

LONG = 25  # words; GOV.UK: "if you have sentences longer than 25 words, try to break them up"
FEWEST_FOR_SMOG = 30  # sentences; below that SMOG says nothing
_AMOUNT = re.compile(r"£\s?[\d,.]+\w*|\b\d[\d,./:%]*(?:st|nd|rd|th|am|pm|%)?\b")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(?:\w+ed|made|given|taken|held|kept|shown|set out|sent|paid|"
    r"done|sought|chosen|found|known|met|put|read|seen|sold|written|drawn|bound|left|lost|borne|brought|built|bought)\b",
    re.IGNORECASE,
)


def readability_of(clauses: tuple[Clause, ...]) -> tuple[Readability, ...]:
    """One entry a document that has sentences; shares are 0 to 1, grades in US school years."""
    texts: dict[str, list[str]] = defaultdict(list)
    for clause in clauses:
        texts[clause.document] += [
            s.text for s in clause.sentences if s.kind in ("paragraph", "item") and len(s.text.split()) >= 5
        ]
    return tuple(_measure(name, sentences) for name, sentences in texts.items() if sentences)


def is_passive(sentence: str) -> bool:
    """Whether a sentence has a verb in the passive voice."""
    return _PASSIVE.search(sentence) is not None


def _measure(name: str, sentences: list[str]) -> Readability:
    import textstat

    plain = [_bare(sentence) for sentence in sentences]
    text = " ".join(plain)
    lengths = [len(sentence.split()) for sentence in sentences]
    return Readability(
        name=name,
        words=sum(lengths),
        sentences=len(sentences),
        mean_sentence_words=round(sum(lengths) / len(lengths), 1),
        long_sentence_share=round(sum(length > LONG for length in lengths) / len(lengths), 3),
        passive_share=round(sum(map(is_passive, sentences)) / len(sentences), 3),
        flesch_reading_ease=round(textstat.flesch_reading_ease(text), 1),
        flesch_kincaid_grade=round(textstat.flesch_kincaid_grade(text), 1),
        smog=round(textstat.smog_index(text), 1) if len(sentences) >= FEWEST_FOR_SMOG else None,
        gunning_fog=round(textstat.gunning_fog(text), 1),
    )


def _bare(sentence: str) -> str:
    """The sentence without amounts and inner full stops, so that textstat counts it as one sentence."""
    words = _AMOUNT.sub(" ", sentence)
    return " ".join(re.sub(r"[.!?•]", " ", words).split()) + "."
