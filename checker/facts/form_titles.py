"""A form that offers another thing than the tender is for: "Tender for catering services" in a pack for cleaning.

A false one accuses, so the words of the form's title must be strangers to the pack, the pack's own title must be at
home in it, and the two may share no word that says what is bought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact, Facts
from checker.facts.labelled import title_words
from checker.facts.leftovers import TRADES
from checker.facts.readings import codes
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_FORM = re.compile(
    r"\b(?:form of (?:tender|offer|quotation|bid|proposal)|tender form|offer|quotation|return label|tender label|"
    r"certificate|declaration|undertaking|signature|form of agreement)\b",
    re.IGNORECASE,
)
_THING = r"(?P<what>(?:[A-Za-z][\w&’'-]* ){0,5}?[A-Za-z][\w&’'-]*)"
_TITLE = re.compile(
    r"^\W*(?:re:? |title:? |form of )?(?:invitation to )?(?:tender|quotation|offer|bid|proposal|"
    r"contract)s? for (?:the )?"
    rf"(?:(?:provision|supply|delivery)(?: and \w+)? of (?:the )?)?{_THING}\s*(?:[,.;:(–]|\bref\b|\bat\b|\bto\b|$)|"
    r"\b(?:offer|tender|undertake|agree) to (?:provide|supply|carry out|undertake|deliver|perform|execute) (?:the )?"
    r"(?P<offered>(?:[A-Za-z][\w&’'-]* ){1,3}?)(?:services?|works?|goods|equipment)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    {
        "service", "work", "good", "supply", "provision", "contract", "tender", "equipment", "delivery", "related",
        "associated", "various", "new", "project", "framework", "agreement", "management", "support", "maintenance",
        "council", "authority", "quotation", "invitation", "above", "whole", "said", "named", "described", "title",
        "lot", "site", "other", "required", "following", "such", "requirement", "programme", "system", "part", "all",
        "consultancy", "professional", "specified", "necessary", "complete", "price", "form", "offer", "reference",
        "we", "i", "us", "any", "proposed", "same", "be", "that", "which", "into", "construction", "installation",
        "procurement", "open", "acceptance", "consideration", "day", "month", "period", "sum", "evaluation",
    }
)  # fmt: skip
_AT_HOME, _STRANGE = 8, 4  # statements that speak of the pack's own title, and at most of the form's


def form_titles(clauses: tuple[Clause, ...], facts: Facts) -> tuple[Fact, ...]:
    """`form_title`, `conflicting`: what the pack is for by its title, and what a form in it is for."""
    told = [s for s in statements(clauses) if own_words(s)]
    titles = sorted(codes(facts, "title"))
    ours = title_words(" ".join(titles)) - _EMPTY
    if not titles or not any(_times(told, word) >= _AT_HOME for word in ours):
        return ()
    home = next((s for s in told if titles[0] in s.text), None)
    for statement in told:
        for words, start, end in _titled(statement):
            theirs = title_words(words) - _EMPTY
            if (
                home
                and theirs
                and not theirs & ours
                and _other_trade(titles[0], words)
                and all(_times(told, word) <= _STRANGE for word in theirs)
            ):
                odd = Said(value=f"“{words.strip()}”", statement=statement, start=start, end=end)
                return clashes("form_title", [[Said(value=f"“{titles[0]}”", statement=home), odd]])
    return ()


def _titled(statement: Statement) -> Iterator[tuple[str, int, int]]:
    """What a line or sentence of a form says that it offers."""
    headings = " ".join(statement.clause.headings)
    if statement.clause.role != "form" and not _FORM.search(headings):
        return
    for found in _TITLE.finditer(statement.text):
        group = "what" if found["what"] else "offered"
        yield found[group], found.start(group), found.end(group)


def _other_trade(title: str, words: str) -> bool:
    """Whether both name a trade that we know, and not the same: "domestic services" may well be cleaning."""
    ours, theirs = (
        {place for place, trade in enumerate(TRADES) if trade.words.search(text)} for text in (title, words)
    )
    return bool(ours and theirs and not ours & theirs)


def _times(told: Sequence[Statement], word: str) -> int:
    """How many statements hold a word, in any of its endings."""
    pattern = re.compile(
        rf"\b{re.escape(word[:-3] if word.endswith('ing') and len(word) > 6 else word)}", re.IGNORECASE
    )
    return sum(bool(pattern.search(statement.text)) for statement in told)
