"""Plainer versions: split, led by who must do what, in lighter words, and never anything lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rewrite.plain import (
    led_by_who,
    plain_version,
    plain_words,
    reads_easier,
    says_the_same,
    split,
    without_heavy_words,
)
from checker.rewrite.proof import negations, numbers, terms
from tests.making import clauses

LONG = (
    "Bidders are required to provide details of their arrangements for cover on a regular basis, and the Council will "
    "notify all bidders of the outcome of the evaluation prior to the start of the standstill period."
)


def plainer(text: str, role: str = "instructions") -> str | None:
    (clause,) = clauses(text)
    (sentence,) = clause.sentences
    return plain_version(sentence, replace(clause, role=role), sentence.text)  # type: ignore[arg-type]


def test_a_long_sentence_is_cut_where_a_second_statement_begins() -> None:
    new = plainer(LONG)
    assert new == (
        "Bidders must describe their arrangements for cover regularly. The Council will tell all bidders of the "
        "outcome of the evaluation before the start of the standstill period."
    )


@pytest.mark.parametrize("role", ["terms", "specification"])
def test_terms_are_left_alone(role: str) -> None:
    assert plainer(LONG, role) is None


def test_a_condition_that_governs_both_halves_keeps_them_together() -> None:
    text = (
        "If the price of the work is over the sum in the letter, the firm must tell the clerk at once by email, and the "
        "clerk will say in writing whether the work may go on as it was planned."
    )
    assert split(text) == text


def test_who_must_do_what_comes_first() -> None:
    assert led_by_who("In order to be considered, tenderers must send the form.") == (
        "Tenderers must send the form, to be considered."
    )


def test_names_and_amounts_stay_as_they_are() -> None:
    text = "Bidders must send the Commencement Form prior to 5 May 2026 for the amount of £2,500."
    assert (
        without_heavy_words(text)
        == "Bidders must send the Commencement Form before 5 May 2026 for the amount of £2,500."
    )


def test_a_plain_sentence_needs_no_other() -> None:
    assert plainer("Send your price by noon on 5 May 2026.") is None


def test_nothing_may_be_lost() -> None:
    assert not says_the_same("Pay £5 within 3 days.", "Pay £5.")
    assert not says_the_same("Do not send it.", "Send it.")
    assert not says_the_same("Send the Site Form today.", "Send the form today.")
    assert not says_the_same("Pay soon.", "Pay within 3 days.")
    assert not reads_easier("Send it.", "Send the whole of it.")


def test_the_list_is_long_sourced_and_sound() -> None:
    swaps = plain_words().plain
    assert len(swaps) >= 300
    for heavy, plain in swaps.items():
        assert heavy == heavy.lower()
        assert numbers(heavy) == numbers(plain), heavy
        assert negations(plain) >= negations(heavy), heavy
        assert heavy != plain


PIECES = st.sampled_from(
    [
        "tenderers must submit the form prior to 5 May 2026", "the Council will not pay more than £2,500",
        "in order to commence the work", "all bidders shall ensure that no charge of 12% is made",
        "the Site Manager will notify the firm within 14 days", "bidders should note that nothing is owed",
        "upon receipt of the Final Account", "firms are required to provide details of 3 contracts",
        "the work is carried out on a regular basis", "with regard to Lot 2", "the Trust may not utilise it",
        "subject to clause 4.2", "except where the Village Plan says so", "it should be noted that 7 sites are closed",
    ]
)  # fmt: skip
JOINTS = st.sampled_from([", and ", "; and ", " but ", ", ", " and ", "; "])


@settings(max_examples=2000, deadline=None, derandomize=True)
@given(st.lists(st.tuples(PIECES, JOINTS), min_size=1, max_size=4))
def test_no_number_denial_or_term_is_lost(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + joint for piece, joint in parts[:-1]) + parts[-1][0]
    text = text[:1].upper() + text[1:] + "."
    new = plainer(text) if len(clauses(text)) == 1 and len(clauses(text)[0].sentences) == 1 else None
    if new is not None:
        assert numbers(new) == numbers(text)
        assert negations(new) >= negations(text)
        assert all(term in new.lower() for term in terms(text))
