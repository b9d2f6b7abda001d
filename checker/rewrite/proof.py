"""Proof of a text before it is shown: what was not the barrier is still there, and nothing new is promised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.domain import SEVERITIES, Place, Severity, Verdict

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: number for number, word in enumerate(_UNITS)} | {w: 10 * (i + 2) for i, w in enumerate(_TENS)}
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTHS})(?:,? (\d{{4}}))?", re.IGNORECASE)
_SCALE = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9,
}  # fmt: skip
_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)*(?:\s?(?:k|mn?|bn|thousand|million|billion)\b)?|\b(?:" + "|".join([*_TENS, *_UNITS[2:]]) + r")"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?\b",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|without|cannot|none|unless|except)\b|n[’']t\b", re.IGNORECASE)
_TERM = re.compile(r"(?<![.?!:“\"(•|] )(?<=[a-z,’'] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_PARTY = re.compile(
    r"\b(?:Tenderer|Bidder|Supplier|Applicant|Candidate|Contractor|Provider|Consultant|Authority|Council|Trust|Client|"
    r"Employer|Buyer|Customer|Purchaser|University|College|School|Board|Tender|Bid|Contract|Agreement|Service|Parish|"
    r"I)(?:s|[’']s?)?\b"
)
_MONTH = re.compile(rf"(?i:{_MONTHS})$")
_RESERVED = re.compile(
    r"\bguarantee\w* (?:\w+ ){0,3}(?:award|contract|work)|\bwill (?:certainly|always) (?:award|accept)\b|"
    r"\bnobody will be excluded\b|\bexclusion grounds? (?:do|does|will) not apply\b|"
    r"\b(?:accept|consider) (?:\w+ )?late (?:tenders|bids|offers)\b|\bneed not (?:obey|follow|comply with) the law\b|"
    r"\bno (?:notice|standstill|law) (?:is|applies)\b|\bin breach of the law\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 3  # letters: pay, pays and payment are one subject
_TELLING = 4  # letters of a word that points to a clause; a run of words needs two such
_EMPTY = frozenset(  # words that say nothing of a subject
    (
        "the", "and", "for", "you", "are", "not", "any", "all", "our", "its", "has", "had", "was", "who", "how", "why",
        "may", "can", "will", "your", "that", "this", "with", "from", "have", "they", "them", "than", "then", "when",
        "what", "which", "must", "each", "such", "been", "only", "also", "into", "over", "more", "most", "some",
        "other", "their", "there", "these", "those", "does", "need", "needs", "would", "could", "should", "shall",
    )
)  # fmt: skip
MOST_LEFT_OUT = 9  # words of substance outside the barrier that a ready text may drop
_SHARE = re.compile(r"\[(\d+%)\]")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def numbers(text: str) -> Counter[str]:
    """Every amount, date, percentage and other number of a text, in figures: "thirty" and "30" are the same."""
    found = Counter(f"{int(m[1])} {m[2].lower()}" for m in _DATE.finditer(text))
    return found + Counter(map(_figure, _NUMBER.findall(_DATE.sub(lambda m: m[3] or "", text))))


def _figure(written: str) -> str:
    words = re.findall(r"[a-z]+", written.lower())
    if not written[0].isdigit():
        return str(sum(_VALUES[word] for word in words))
    digits = re.match(r"[\d,.]+", written)
    plain = (digits[0] if digits else "").replace(",", "").rstrip(".")
    if plain.count(".") > 1:
        return plain  # a clause number
    amount = float(plain) * _SCALE.get(words[0] if words else "", 1)
    return f"{amount:.10g}"


def negations(text: str) -> int:
    """How often a text denies something."""
    return len(NEGATION.findall(text))


def terms(text: str) -> set[str]:
    """Defined terms and names inside a text, without the parties; in small letters."""
    found = (_PARTY.sub("", match[0]).strip() for match in _TERM.finditer(text))
    return {term.lower() for term in found if len(term) > 1 and not _MONTH.match(term)}


def kept(old: str, barrier: tuple[int, int], new: str) -> Iterator[str]:
    """What of `old` outside the barrier (characters from, to) is not in `new`: a sentence for each loss."""
    rest = f"{old[: barrier[0]]} {old[barrier[1] :]}"
    for number in numbers(rest) - numbers(new):
        yield f"the number {number} is lost"
    if negations(rest) > negations(new):
        yield "a denial is lost"
    lower = new.lower()
    behind = f"a {old[barrier[1] :]}" if barrier[1] else old  # what follows the barrier begins no sentence
    for term in sorted(terms(old[: barrier[0]]) | terms(behind)):
        if term not in lower:
            yield f"the term “{term}” is lost"


def left_out(old: str, barrier: tuple[int, int], new: str) -> int:
    """How many words of substance outside the barrier the new text leaves out."""
    rest = _PARTY.sub(" ", f"{old[: barrier[0]]} {old[barrier[1] :]}")
    return len(stems(rest) - stems(new) - stems(old[barrier[0] : barrier[1]]))


def stems(text: str) -> set[str]:
    """The words of a text that say what it is about, cut to their stems."""
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY}


def same_subject(text: str, verdict: Verdict) -> bool:
    """Whether a text still speaks of what the passage, or for something missing the rule, speaks of."""
    place, sentence = verdict.finding.place, verdict.finding.sentence
    about = f"{place.quote} {' '.join(place.headings)} {' '.join(sentence.columns) if sentence else ''}"
    return bool(stems(f"{about} {verdict.title} {verdict.message} {verdict.why}") & stems(text))


def promises_too_much(text: str) -> bool:
    """Whether a text promises what the law reserves: an award, no exclusion, late tenders let in."""
    return _RESERVED.search(_BRACKETED.sub(" ", text)) is not None


def names_the_clause(text: str, place: Place, values: tuple[str, ...]) -> bool:
    """Whether a question names words of the clause or a fact of it."""
    said = " ".join(re.findall(r"\w+", text.lower()))
    words = re.findall(r"\w+", place.quote.lower())
    run = min(3, len(words))
    runs = (words[i : i + run] for i in range(len(words) - run + 1)) if words else ()
    telling = (
        " ".join(part) for part in runs if sum(len(w) >= _TELLING and w not in _EMPTY for w in part) >= min(2, run)
    )
    return any(part in said for part in telling) or any(value and value in text for value in values)


def ease(text: str) -> float:
    """Mean words a sentence; lower reads easier."""
    bare = _BRACKETED.sub("x", text)
    sentences = [part for part in re.split(r"(?<=[a-z)\]”\"x][.?!])\s+|;\s+", bare) if part.strip()]
    return round(len(bare.split()) / max(len(sentences), 1), 1)


def too_bad(worst: Severity) -> bool:
    """Whether a text raises more than a finding of low weight."""
    return SEVERITIES.index(worst) < SEVERITIES.index("low")


def note_of(said: str, *, longer: bool) -> str:
    """Why a text is longer than the old one, and what a percentage in square brackets is."""
    notes: tuple[str, ...] = ("It is longer because it says what counts.",) if longer else ()
    shares = tuple(dict.fromkeys(_SHARE.findall(said)))
    if shares:
        notes += (f"{' and '.join(shares)} in square brackets: our yardstick, put in what fits this contract.",)
    return " ".join(notes)
