"""What the wording model sees of a passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import BLOCKS, Passage
from checker.model.features import above_of, letters_of, word_with_stem, words_of


def test_endings_are_cut_and_neighbours_paired() -> None:
    assert words_of(Passage("Bidders holding policies")) == ["bidder", "hold", "polic", "bidder hold", "hold polic"]


def test_a_short_word_keeps_its_ending() -> None:
    assert words_of(Passage("ties bring")) == ["ties", "bring", "ties bring"]


def test_amounts_are_read_by_their_kind() -> None:
    found = words_of(Passage("£2,000,000 or € 5 and 20% by 2026 in 30 days"))
    assert found[:9] == ["<money>", "or", "<money>", "and", "<percent>", "by", "<year>", "in", "<number>"]


def test_per_cent_in_words_is_a_percentage() -> None:
    assert words_of(Passage("10 per cent"))[0] == "<percent>"


def test_two_sums_make_the_same_features() -> None:
    assert words_of(Passage("turnover of £1m")) != words_of(Passage("turnover of one"))
    assert words_of(Passage("cover of £5,000")) == words_of(Passage("cover of £90,000.50"))


def test_a_curly_apostrophe_is_a_straight_one() -> None:
    assert words_of(Passage("employer’s cover")) == words_of(Passage("employer's cover"))
    assert letters_of(Passage("firm’s")) == letters_of(Passage("firm's"))


def test_what_stands_above_is_kept_apart() -> None:
    passage = Passage("Cover", "Insurance needed")
    assert above_of(passage) == ["insurance", "need", "insurance need"]
    assert words_of(passage) == ["cover"]


def test_letters_run_within_words_and_mark_their_ends() -> None:
    assert letters_of(Passage("to a fee")) == [" to", "to ", " to ", " to ", " a ", " a ", " a ", *_fee()]


def _fee() -> list[str]:
    return [" fe", "fee", "ee ", " fee", "fee ", " fee "]


def test_the_word_of_a_stem_is_shown_as_it_stands() -> None:
    assert word_with_stem("All Policies must be shown", "polic") == "Policies"
    assert word_with_stem("All Policies must be shown", "cover") is None


@given(st.text(), st.text())
def test_any_text_has_features_and_always_the_same(text: str, above: str) -> None:
    for features in BLOCKS.values():
        found = features(Passage(text, above))
        assert found == features(Passage(text, above))
        assert all(found)


@given(st.text(alphabet="£€$0123456789,.%:/- per cent'’İß\u2028\u0000", max_size=60), st.text(max_size=5))
def test_numbers_and_odd_letters_never_stop_it(text: str, stem: str) -> None:
    for features in BLOCKS.values():
        features(Passage(text))
    word_with_stem(text, stem)
