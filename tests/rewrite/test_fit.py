"""Which part of a passage may be replaced, and how words are set in."""

from __future__ import annotations

import pytest

from checker.assess import assess
from checker.detect import detect
from checker.domain import Place, Verdict
from checker.rewrite.fit import joined, named_words, trimmed, unit_of, with_weekday
from checker.rulefile import RuleSet
from tests.making import clauses, facts, rule
from tests.test_assess import POLICY
from tests.test_detect import PIECES


def verdict_on(text: str) -> tuple[Verdict, str | None]:
    """The first verdict on a text, and the part of its quote that may be replaced."""
    rules, read = RuleSet((rule(),), PIECES, ""), clauses(text)
    findings, _ = detect(read, facts(), (), rules)
    verdict = assess(findings, read, facts(), rules, POLICY)[0]
    clause = next(clause for clause in read if verdict.finding.sentence in clause.sentences)
    span = unit_of(verdict, clause)
    return verdict, verdict.finding.place.quote[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Bring widget cover of £1m.", "Bring widget cover of £1m."),
        ("Cover for widgets – You bring widget cover of £1m.", "You bring widget cover of £1m."),
        ("Insurance: Bring widget cover of £1m.", "Bring widget cover of £1m."),
        ("bring widget cover of £1m;", None),
        ("Widget cover of £1m", None),
    ],
)
def test_what_a_ready_text_may_stand_for(text: str, part: str | None) -> None:
    assert verdict_on(text)[1] == part


def test_a_sentence_of_very_many_words_is_not_replaced_whole() -> None:
    assert verdict_on(f"Bring widget cover of £1m{' and more' * 30}.")[1] is None


@pytest.mark.parametrize(
    ("quote", "start", "end", "said", "text"),
    [
        ("Pay in 60 days.", 7, 14, "30 days", "Pay in 30 days."),
        ("Show it. Now.", 7, 7, ", or not", "Show it, or not. Now."),
        ("Accounts are sent.", 0, 8, "recent accounts,", "Recent accounts, are sent."),
        ("Send the accounts.", 5, 17, "the figures,", "Send the figures."),
        ("Send it, please.", 7, 15, "", "Send it."),
        ("Interest is [4%] a year.", 13, 14, "[8]", "Interest is [8%] a year."),
    ],
)
def test_words_are_set_in_cleanly(quote: str, start: int, end: int, said: str, text: str) -> None:
    assert joined(quote, start, end, said) == text


def test_a_span_has_no_space_at_its_ends() -> None:
    assert trimmed("for  120 days ", 3, 14) == (5, 13)
    assert trimmed("ab", 1, 1) == (1, 1)


def test_a_question_names_whole_words_of_a_readable_number() -> None:
    quote = (
        "The firm must hold widget cover of £1m at all times in each year of the contract and for six years after it."
    )
    place = Place(clause=None, quote=quote, match="widget cover", location=None)
    assert named_words(place) == "widget cover of £1m at all times"
    whole = Place(clause=None, quote=quote, match=quote, location=None)
    assert named_words(whole).endswith(" …")
    assert len(named_words(whole).split()) <= 17
    row = Place(clause=None, quote="Cover | £1m", match="Cover | £1m", location=None)
    assert named_words(row) == "Cover: £1m"


@pytest.mark.parametrize(
    ("quote", "old", "said", "text"),
    [
        ("Noon on Tuesday 5 May 2026.", "5 May 2026", "[8 May 2026]", "Noon on [Friday 8 May 2026]."),
        ("Noon on Tues, 05/05/2026.", "05/05/2026", "[8 May 2026]", "Noon on [Friday 8 May 2026]."),
        ("By 5 May 2026 (Tuesday), noon.", "5 May 2026", "8 May 2026", "By Friday 8 May 2026, noon."),
        ("By Tuesday the 5th of May 2026.", "5th of May 2026", "[date]", "By [date]."),
        ("By 5 May 2026, Monday to Friday.", "5 May 2026", "8 May 2026", "By 8 May 2026, Monday to Friday."),
        ("By 5 May 2026.", "5 May 2026", "8 May 2026", "By 8 May 2026."),
        ("Each Tuesday 9am.", "9am", "noon", "Each Tuesday noon."),
        ("By Tuesday 5 May 2026.", "5 May 2026", "31 June 2026", "By 31 June 2026."),
    ],
)
def test_a_new_date_brings_its_own_weekday(quote: str, old: str, said: str, text: str) -> None:
    at = quote.find(old)
    assert joined(quote, *with_weekday(quote, at, at + len(old), said)) == text
