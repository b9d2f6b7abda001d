"""A plainer version of a long or heavy sentence in instructions and questions; never of contract terms."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from checker.domain import Clause, Role, Sentence
from checker.rewrite.proof import ease, kept, negations, numbers
from checker.yamlfile import Strict, load_yaml

ROLES: tuple[Role, ...] = ("instructions", "questionnaire", "notice", "form", "unknown", "other", "pricing")
MOST = 5  # plainer versions a document
LONG = 26  # words: a sentence of so many is worth cutting in two
_SHORTEST = 5  # words of each half
_WHO = r"(?:the |each |every |all |any |an? |both )?(?:[\w'’-]+ ){0,3}?[\w'’-]+"
_DOES = r"(?:must|shall|should|will|may|can|cannot|is|are|has|have|does|do|needs?|reserves?)"
_SECOND = re.compile(rf"(?:;| ?,)? (?:and|but) (?={_WHO} {_DOES}\b)|; (?={_WHO} {_DOES}\b)")
_SUBJECT = re.compile(
    r"(?:the|each|every|all|any|both|we|you|they|it|this|these|our|your|its|their|[a-z]*(?:bidders|tenderers|suppliers|"
    r"applicants|candidates|contractors|providers|bids|tenders|answers|documents|questions|responses))\b"
    r"[^,;:]{0,60}? (?:must|shall|should|will|may|can|cannot|is|are|has|have|needs?)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(  # what governs both halves, so that they cannot be parted
    r"^(?:if|where|when|should|unless|provided|subject|except|while|although|because|as|in case|once|until|before|"
    r"after|to the extent|for|in the event)\b|\b(?:unless|except|provided|subject to|without prejudice|either|neither|"
    r"both|whether|that|if|where|which|who|whose)\b",
    re.IGNORECASE,
)
_AIM_FIRST = re.compile(
    r"^(?:In order to|To) ([a-z][^,;:]{4,90}), "
    r"((?:you|(?:all |each |every |the )?[a-z]+) (?:must|should|shall|will need to) [^,;:]{8,140})\.$"
)
_FIRST_LETTER = re.compile(r"[A-Za-z]")


class WordList(Strict):
    """One list of heavy words and its source."""

    source: str
    licence: str
    words: dict[str, str]


class WordLists(Strict):
    """`plain_words.yaml`."""

    lists: tuple[WordList, ...]


@dataclass(frozen=True, slots=True)
class Swaps:
    """The heavy words ready for use, longest first."""

    pattern: re.Pattern[str]
    plain: dict[str, str]


@cache
def plain_words() -> Swaps:
    """The reviewed list of heavy words; CheckerError with path:line when the file is wrong."""
    with as_file(files("checker").joinpath("data", "plain_words.yaml")) as path:
        lists = load_yaml(WordLists, path).lists
    plain = {heavy.strip().lower(): word for entry in lists for heavy, word in entry.words.items()}
    longest = sorted(plain, key=lambda heavy: (-len(heavy), heavy))
    return Swaps(re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w-])", re.IGNORECASE), plain)


def without_heavy_words(sentence: str) -> str:
    """The sentence with heavy words exchanged; words with a capital inside the sentence are names and stay."""
    swaps = plain_words()

    def swap(found: re.Match[str]) -> str:
        old = found[0]
        first = not _FIRST_LETTER.search(sentence, 0, found.start())
        if any(word[:1].isupper() for word in old.split()[0 if not first else 1 :]):
            return old
        new = swaps.plain[old.lower()]
        return new[:1].upper() + new[1:] if first else new

    said = " ".join(swaps.pattern.sub(swap, sentence).split())
    said = re.sub(r" ([,.;:])", r"\1", said).lstrip(" ,")
    return said[:1].upper() + said[1:] if sentence[:1].isupper() else said


def led_by_who(sentence: str) -> str:
    """The aim put behind who must do what: "To x, bidders must y." becomes "Bidders must y to x." """
    found = _AIM_FIRST.match(sentence)
    if not found:
        return sentence
    return f"{found[2][:1].upper()}{found[2][1:]}, to {found[1]}."


def split(sentence: str) -> str:
    """The sentence in two, where a second statement with its own subject begins and nothing governs both."""
    if len(sentence.split()) < LONG:
        return sentence
    for found in _SECOND.finditer(sentence):
        first, second = sentence[: found.start()].rstrip(" ,;"), sentence[found.end() :]
        halves = (len(first.split()), len(second.split()))
        if min(halves) >= _SHORTEST and not _BOUND.search(first) and _SUBJECT.match(second) and _closed(first):
            return f"{first}. {second[:1].upper()}{second[1:]}"
    return sentence


def _closed(text: str) -> bool:
    """Whether brackets and quotation marks opened in a text are closed in it."""
    counts = Counter(text)
    return counts["("] == counts[")"] and counts["“"] == counts["”"] and counts['"'] % 2 == 0


def plain_version(sentence: Sentence | None, clause: Clause | None, quote: str) -> str | None:
    """A plainer version of a sentence, proved; None for terms, rows, list items and where none is safe."""
    if sentence is None or clause is None or clause.role not in ROLES or clause.lead_in:
        return None
    if sentence.kind not in ("paragraph", "item") or sentence.voice != "plain" or quote != sentence.text.strip():
        return None
    if not quote.endswith(".") or not quote[:1].isupper():
        return None
    new = split(led_by_who(without_heavy_words(quote)))
    return new if new != quote and says_the_same(quote, new) and reads_easier(quote, new) else None


def says_the_same(old: str, new: str) -> bool:
    """Whether every number, denial and term of `old` is in `new`, and no number besides."""
    return not list(kept(old, (0, 0), new)) and numbers(old) == numbers(new) and negations(new) <= negations(old) + 1


def reads_easier(old: str, new: str) -> bool:
    """Whether the sentences are shorter, or as short in lighter words."""
    return ease(new) < ease(old) or (ease(new) == ease(old) and len(new) < len(old))
