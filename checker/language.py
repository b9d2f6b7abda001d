"""The language tools: sentence bounds (nupunkt) and phrase matching (a blank spaCy pipeline).

This is the only module that builds spaCy. Both libraries are imported on first use, so that importing
`checker` stays fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher

# Shortened words of UK tenders that a full stop does not end. "no" is left out: it is also a whole answer
# ("No."), and the structure stage joins "No. 3" itself.
ABBREVIATIONS = (
    "cl", "cls", "reg", "regs", "app", "apps", "p.a", "incl", "excl", "para", "paras", "sch", "approx", "ltd", "st",
    "e.g", "i.e", "eg", "ie", "hrs", "hr", "mins", "min", "max", "ref", "refs", "vol", "vols", "pp", "nos", "dept",
    "sec", "art", "arts", "fig", "figs", "tel", "ext", "est", "avg", "viz", "cf", "inc", "plc", "co", "dr", "mr",
    "mrs", "ms", "prof", "rev", "cllr", "hon", "messrs", "rd", "ave", "bldg", "qty", "spec", "temp", "equiv", "resp",
    "assoc", "admin", "govt", "p.m", "a.m", "w.e.f", "p.w", "p.c.m", "n.b", "q.v", "c.f",
)  # fmt: skip


@lru_cache(maxsize=1)
def _splitter() -> PunktSentenceTokenizer:
    """The nupunkt splitter with our abbreviations; an own instance, so no other user of nupunkt is touched."""
    from nupunkt.models import load_default_model

    splitter = load_default_model()
    splitter.add_abbreviations(ABBREVIATIONS)
    return splitter


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Character spans of the sentences of running text, in order, by nupunkt alone (no lists, no lines)."""
    return tuple((start, end) for start, end in _splitter().span_tokenize(text) if end > start)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The tokenizer-only English pipeline: no model to download, about 400,000 words a second."""
    import spacy

    return spacy.blank("en")


def phrase_matcher(phrases: Mapping[str, Iterable[str]]) -> PhraseMatcher:
    """A matcher that ignores case; the key of `phrases` is the name each match carries.

    Building it costs more than running it once, so keep it.
    """
    from spacy.matcher import PhraseMatcher

    nlp = pipeline()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for name, texts in phrases.items():
        matcher.add(name, [nlp.make_doc(text) for text in texts])
    return matcher


def find_phrases(matcher: PhraseMatcher, text: str) -> tuple[tuple[str, int, int], ...]:
    """(name, start, end) in characters of `text` for every phrase found, in order of place."""
    nlp = pipeline()
    spans = matcher(nlp.make_doc(text), as_spans=True)
    return tuple(sorted(((span.label_, span.start_char, span.end_char) for span in spans), key=lambda found: found[1:]))
