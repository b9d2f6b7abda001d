"""Old and new wording: what goes out, what comes in, and that nothing is lost on the way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.report.difference import Piece, difference, pieces

words = st.lists(st.sampled_from(["the", "bidder", "must", "send", "two", "audited", "accounts", "by", "post"])).map(
    " ".join
)


def changed(found: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in found if piece.changed]


def test_only_the_words_that_change_are_shown_as_changed() -> None:
    found = difference("Bidders must send three bound copies by post today.", "Bidders must send one file today.")
    assert changed(found.old) == ["three bound copies by post"]
    assert changed(found.new) == ["one file"]
    assert not found.whole


def test_where_little_stays_all_of_it_goes() -> None:
    found = difference("Bids go in a sealed envelope, on paper.", "Email your bid to the address below.")
    assert found.whole
    assert changed(found.old) == changed(found.new) == []


def test_stray_words_that_happen_to_stay_are_not_picked_out() -> None:
    found = difference(
        "The whole of the work is to be done by the firm that signs the contract at the end of the month.",
        "The whole of the work may be shared: tell us who does the parts at the end of the month.",
    )
    assert changed(found.old) == ["is to be done by the firm that signs the contract"]


def test_marked_and_changed_words_may_overlap() -> None:
    found = pieces("one two three four", (4, 13), [(8, 18)])
    assert [(p.text, p.marked, p.changed) for p in found] == [
        ("one ", False, False), ("two ", True, False), ("three", True, True), (" four", False, True),
    ]  # fmt: skip


def test_a_long_text_shows_what_is_around_its_mark() -> None:
    text = "a " * 600 + "MARK" + " b" * 600
    found = pieces(text, (1200, 1204))
    assert found[0].text.startswith("[…] ")
    assert found[1] == Piece("MARK", marked=True)
    assert found[2].text.endswith(" […]")
    assert sum(len(piece.text) for piece in found) < 700


@settings(deadline=None)
@given(words, words)
def test_both_wordings_can_be_put_together_again(old: str, new: str) -> None:
    found = difference(old, new)
    assert "".join(piece.text for piece in found.old) == old
    assert "".join(piece.text for piece in found.new) == new


@settings(deadline=None)
@given(words, words)
def test_what_is_not_changed_is_alike(old: str, new: str) -> None:
    found = difference(old, new)
    if not found.whole:
        stays = [" ".join("".join(p.text for p in side if not p.changed).split()) for side in (found.old, found.new)]
        assert stays[0] == stays[1]
