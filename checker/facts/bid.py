"""The work of a bid: what has to be returned, how many questions there are, and the hours it may take.

The sum, with the figures of `checker/data/bid_hours.yaml` (rough ones of the tool's own):

    hours = forms, certificates, policies, prices, signatures, short questions and other things, each times its hours
          + words of answers / 500 times the hours for 500 words
          + words of the pack / 10,000 times the hours for reading 10,000 words

Words of answers are the limits the pack sets (a page counts 500 words); a question without a limit counts 250 words in
the low figure and 750 in the high one. The result is a range in whole hours, rounded outwards.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.domain import Bid, Clause, Facts, Returnable, Sentence
from checker.facts.readings import numbers
from checker.facts.returnables import returnables
from checker.facts.tables import BidHours, bid_hours

_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {word: number for number, word in enumerate(_COUNTED, 1)}
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,5}|" + "|".join(_COUNTS) + r")"
_UPTO = (
    r"(?:max(?:imum|\.)?(?: (?:of|length))?:?|no more than|not more than|up to|limited to|limit(?: of|:)?|"
    r"exceed(?:ing)?|within|no longer than)\s*\(?"
)
_WORDS = (
    re.compile(rf"\b{_UPTO}{_NUMBER} words?\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER}[- ]words? ?\(?(?:max(?:imum)?|limit|or (?:fewer|less))\b", re.IGNORECASE),
    re.compile(rf"\bword (?:limit|count)(?: is| of)?:?\s*{_NUMBER}\b", re.IGNORECASE),
)
_PAGE = r"(?: x)?(?: single[- ]sided)?(?: sides? of)?(?: A4)?(?: (?:pages?|sides?)\b| A4\b)"
_PAGES = (
    re.compile(rf"\b{_UPTO}{_NUMBER}{_PAGE}", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER}{_PAGE} ?\(?(?:max(?:imum)?|limit)\b", re.IGNORECASE),
    re.compile(rf"\bpage (?:limit|guide)(?: is| of)?:?\s*\|?\s*{_NUMBER}\b", re.IGNORECASE),
)
_WHOLE = re.compile(
    r"\b(?:total|whole|entire|in all|proposal|tender|bid|submission|quotation)s?\b[^.;]{0,60}"
    r"\b(?:words?|pages?|sides?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:each|per|every|section|question|answer|criterion|method statement)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:\W{0,3}(?:q|question)?\W{0,2}\d{1,3}(?:\.\d{1,3}){0,4}[).:]?\s{0,3})?(?:please )?"
    r"(?:describe|explain|outline|demonstrate|detail|set out|summarise|tell us|state how|show how|"
    r"give (?:details|an example|examples)|(?:how|what) (?:will|would|do)|"
    r"provide (?:details|information|an? (?:example|overview|outline|description|summary)|examples))\b",
    re.IGNORECASE,
)
_QUESTION_ROLES = ("questionnaire", "form")
_QUESTION_HEADING = re.compile(
    r"\bquestions?\b|\bquestionnaire\b|\bmethod statements?\b|\bresponses?\b|\bcriteri(?:a|on) [A-Z\d]\b", re.IGNORECASE
)
_ABOUT_QUESTIONS = re.compile(r"\bclarification|\bfrequently asked\b|\bqueries\b|\bevaluation\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """What the pack allows or asks for: one limit for the whole bid, or the sum of the limits of its parts."""

    amount: int | None
    limits: int  # how many parts have a limit


def work_of_bid(clauses: tuple[Clause, ...], facts: Facts) -> Bid:
    """Returnables with their places, questions, words and pages asked for, and hours; None where nothing is said."""
    items = returnables(clauses)
    asked = [_open(sentence) for clause in clauses for sentence in clause.sentences if _is_question(clause, sentence)]
    questions, short = len(asked), asked.count(False)
    words, pages = _asked(clauses, _WORDS, 20, 50_000), _asked(clauses, _PAGES, 1, 500)
    page_limit = numbers(facts, "page_limit")
    if pages.amount is None and page_limit:
        pages = Length(int(page_limit[-1]), 1)
    if not (items or questions or words.amount or pages.amount):
        return Bid(how="The pack names nothing that a bidder has to return.")
    low, high, how = _hours(items, questions - short, short, words, pages, _words_to_read(clauses))
    return Bid(
        returnables=items, questions=questions or None, words_asked=words.amount, pages_asked=pages.amount,
        hours=(math.floor(low), math.ceil(high)), how=how,
    )  # fmt: skip


def _is_question(clause: Clause, sentence: Sentence) -> bool:
    """A question to the bidder: in a questionnaire or form, or under a heading that announces questions."""
    if sentence.voice == "template" or sentence.kind == "heading" or clause.role == "terms":
        return False
    announced = any(_QUESTION_HEADING.search(head) for head in clause.headings[-2:])
    if any(_ABOUT_QUESTIONS.search(head) for head in clause.headings):
        return False
    asks = sentence.text.rstrip().endswith("?") or _open(sentence)
    return asks and (clause.role in _QUESTION_ROLES or announced)


def _open(sentence: Sentence) -> bool:
    """Whether the question wants sentences; one that can be answered by yes, no, a name or a number is short."""
    return any(_ASKS.search(cell) for cell in (*sentence.cells, sentence.text))


def _asked(clauses: tuple[Clause, ...], patterns: tuple[re.Pattern[str], ...], least: int, most: int) -> Length:
    found = [(amount, whole) for c in clauses for s in c.sentences for amount, whole in _limits(s, patterns)]
    within = [(amount, whole) for amount, whole in found if least <= amount <= most]
    for_all = [amount for amount, whole in within if whole]
    parts = [amount for amount, whole in within if not whole]
    return Length(max(for_all) if for_all else sum(parts) or None, len(parts))


def _limits(sentence: Sentence, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, bool]]:
    """The limit that a sentence sets, and whether it is one for the whole bid."""
    if sentence.voice not in ("plain", "template") or sentence.phase in ("award", "delivery"):
        return
    match = next((found for pattern in patterns if (found := pattern.search(sentence.text))), None)
    if match:
        told = match[1].lower().replace(",", "")
        whole = bool(_WHOLE.search(sentence.text)) and not _PART.search(sentence.text) and sentence.kind != "row"
        yield (_COUNTS[told] if told in _COUNTS else int(told)), whole


def _words_to_read(clauses: tuple[Clause, ...]) -> int:
    return sum(len(sentence.text.split()) for clause in clauses for sentence in clause.sentences)


def _hours(
    items: tuple[Returnable, ...], open_questions: int, short: int, words: Length, pages: Length, to_read: int
) -> tuple[float, float, str]:
    """Low and high in hours, and the sum in a sentence."""
    table = bid_hours()
    counted: Counter[str] = Counter(item.kind for item in items)
    answers = max(open_questions, counted.pop("answer", 0)) - words.limits - pages.limits
    if not words.limits and not pages.limits and (words.amount or pages.amount):
        answers = 0  # one limit for the whole bid covers every answer
    counted["question_short"] = short
    limited = (words.amount or 0) + (pages.amount or 0) * table.words_per_page
    low, high = (_sum(table, counted, limited, max(0, answers), to_read, end) for end in ("low", "high"))
    parts = [f"{count} {_plural(kind, count)}" for kind, count in sorted(counted.items()) if count]
    parts += [f"{limited:,} words of answers with a limit"] if limited else []
    parts += [f"{answers} {'answers' if answers > 1 else 'answer'} without a limit"] if answers > 0 else []
    return low, high, f"A rough figure of the tool's own from {', '.join([*parts, f'{to_read:,} words to read'])}."


def _sum(table: BidHours, counted: Counter[str], limited: int, answers: int, to_read: int, end: str) -> float:
    def rate(name: str) -> float:
        return float(getattr(table.per[name], end))

    written = limited + answers * float(getattr(table.words_without_limit, end))
    things = sum(count * rate(kind) for kind, count in counted.items())
    return things + written / 500 * rate("words_500") + to_read / 10_000 * rate("read_10000")


def _plural(kind: str, count: int) -> str:
    name = {"other": "other thing", "question_short": "short question"}.get(kind, kind)
    return name if count == 1 else f"{name.removesuffix('y')}ies" if name.endswith("y") else f"{name}s"
