"""What a paper is called: the title that a pack gives to a label, and whether two names mean the same paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.domain import Sentence
from checker.facts.held import label_key, weighty

LABEL = re.compile(
    r"\b(?P<kind>(?i:appendix|annexe?|schedule|attachment|enclosure|document|volume|exhibit))"
    r" (?P<section>(?i:section|part) )?(?P<id>\d{1,2}[A-Za-z]?|[A-Z]\d{0,2}|[IVX]{1,4})(?![\w/.]*\w)(?P<after>.{0,60})"
)
_WORDS = r"[A-Z][\w&’'-]*(?: (?:(?:of|and|for|to|the|on|in) )*[A-Z][\w&’'-]*){0,6}"
_TITLED = re.compile(
    r"\b(?P<label>(?i:appendix|annexe?|schedule|attachment|enclosure|document|volume|exhibit|section)"
    r" (?:(?i:section|part) )?(?:\d{1,2}[A-Za-z]?|[A-Z]\d{0,2}|[IVX]{1,4}))(?![\w/])"
    rf"(?:\s?[-–—:]{{1,2}}\s?[“\"]?(?P<title>{_WORDS})|\s?\((?P<inside>[A-Z][^()|]{{2,60}})\)"
    r"|:?\s?\|\s?(?P<cell>[A-Z][^|.;]{2,60}?)\s?(?:\||$))"
)
_ABOUT = re.compile(  # "the draft conditions are at Appendix L"
    r"(?P<title>(?:[A-Za-z][\w&’'-]* (?:of )?){1,4})(?:(?:is|are) (?:\w+ )?(?:at|in|as) "
    r"|(?:is|are) (?:shown|set out|contained|given|attached|provided|included|enclosed|found) (?:at|in|as) |\(see )"
    r"(?P<label>(?:[Aa]ppendix|[Aa]nnexe?|[Ss]chedule|[Aa]ttachment) (?:\d{1,2}[A-Za-z]?|[A-Z]\d{0,2}))\b"
)
_LABELLED = re.compile(
    r"(?:appendix|annexe?|schedule|attachment|enclosure|document|volume|exhibit|section) \w+\b", re.I
)
_NUMBERED = re.compile(r"\d|\.\w{3,4}$")  # a drawing or a file: its number or name alone tells it from others
_NO_TITLE = re.compile(
    r"^(?:The|This|Please|See|If|Page|Table|Lot|Part|Section|Appendix|Annexe?|Schedule|ITT|N|Pass|Mandatory|Optional"
    r"|To be)\b"
)
_TERMS = frozenset({"term", "condition", "contract", "agreement", "c", "t&c", "t&cs"})
_PLAIN_TERMS = _TERMS | {"t", "cs", "standard", "general", "draft", "proposed", "full", "model", "form", "final", "our"}
_OF_SOMETHING_ELSE = frozenset(
    {"data", "confidentiality", "licence", "lease", "use", "user", "portal", "framework", "notice"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that a sentence names."""

    key: str
    name: str
    sentence: Sentence
    titles: tuple[str, ...] = ()  # what the pack says it is, the best first

    @property
    def is_labelled(self) -> bool:
        return _LABELLED.match(self.name) is not None


def section_key(label: str) -> str:
    """ "Appendix Section C" is "appendix c"."""
    return label_key(re.sub(r" (?:section|part) ", " ", label, flags=re.IGNORECASE))


def titles_of(sentences: Iterable[Sentence]) -> Mapping[str, str]:
    """The title that stands most often behind each label, the shortest of equals: "Annex 2 (Prices)" gives "Prices"."""
    found: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for match in _TITLED.finditer(sentence.text):
            title = match["title"] or match["inside"] or match["cell"]
            if not _NO_TITLE.match(title) and _says_something(title):
                found.setdefault(section_key(match["label"]), Counter())[title] += 1
    return {label: min(counts, key=lambda title: (-counts[title], len(title))) for label, counts in found.items()}


def described(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    """Labels with what a sentence says is found there."""
    for sentence in sentences:
        yield from ((section_key(m["label"]), m["title"].strip()) for m in _ABOUT.finditer(sentence.text))


def _says_something(title: str) -> bool:
    return any(len(word) > 3 for word in title.split())


def without_doubles(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Each paper once, as first named: one label, one set of weighty words, one set of contract terms."""
    kept: list[Paper] = []
    every = tuple(papers)
    specific = any(_is_contract(p) and not _is_plain(p) for p in every)
    for paper in every:
        plain = _is_plain(paper)
        if plain and (specific or any(_is_plain(other) for other in kept)):
            continue
        if not any(_is_same(paper, other) for other in kept):
            kept.append(paper)
    return tuple(kept)


def _is_same(one: Paper, two: Paper) -> bool:
    if one.key == two.key:
        return True
    if (one.is_labelled and two.is_labelled) or any(_NUMBERED.search(p.name) for p in (one, two) if not p.is_labelled):
        return False
    mine, others = ({weighty(title) for title in (p.titles or (p.name,))} - {frozenset()} for p in (one, two))
    return any(a == b or (min(len(a), len(b)) > 1 and (a <= b or b <= a)) for a in mine for b in others)


def _words(paper: Paper) -> frozenset[str]:
    title = paper.titles[0] if paper.titles else paper.name
    return weighty(title)


def _is_plain(paper: Paper) -> bool:
    """Whether the name says no more than that these are the contract's terms."""
    words = _words(paper)
    return bool(words & _TERMS) and words <= _PLAIN_TERMS


def _is_contract(paper: Paper) -> bool:
    words = _words(paper)
    return bool(words & {"contract", "agreement"}) and not words & _OF_SOMETHING_ELSE
