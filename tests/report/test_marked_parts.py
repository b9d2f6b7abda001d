"""What marked copies are made of: the words of a change, the names of the copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.domain import Block, Location
from checker.report.marked import names_of_copies
from checker.report.marked.changes import Change, replacement

_TEXT = st.lists(st.sampled_from(["you", "must", "send", "£5", "by", "post", "."]), min_size=1, max_size=8)


def _block(text: str) -> Block:
    where = Location(document="a.docx", page=None, block=3, start=0, end=len(text))
    return Block(text=text, kind="paragraph", location=where)


def test_a_copy_stands_in_the_folder_of_its_file() -> None:
    names = names_of_copies(["itt.docx", "terms/sla.docm", "form.dotx", "odd"])
    assert list(names.values()) == [
        "itt (checked).docx", "terms/sla (checked).docm", "form (checked).dotx", "odd (checked).docx",
    ]  # fmt: skip


def test_no_copy_takes_the_name_of_another_file() -> None:
    names = names_of_copies(["itt.docx", "ITT.docx", "itt (checked).docx"])
    taken = {name.lower() for name in names} | {copy.lower() for copy in names.values()}
    assert len(taken) == 2 + 3


def test_a_name_cannot_lead_out_of_the_folder() -> None:
    names = names_of_copies(["../a.docx", "/etc/b.docx", "c\\u202e:?.docx"])
    assert list(names.values()) == ["a (checked).docx", "etc/b (checked).docx", "c_u202e__ (checked).docx"]


def test_what_both_begin_and_end_with_stays() -> None:
    text = "First. You must send three copies by post. Last."
    change = replacement(_block(text), 7, 42, "You must send one copy by post.")
    assert change == Change(3, 21, 33, "one copy")


def test_the_same_words_are_no_change() -> None:
    assert replacement(_block("You  must pay."), 0, 14, "You must pay.") is None


@given(_TEXT, _TEXT)
def test_a_change_gives_the_new_words(old: list[str], new: list[str]) -> None:
    text, wanted = "A b. " + " ".join(old) + " C d.", " ".join(new)
    change = replacement(_block(text), 5, 5 + len(" ".join(old)), wanted)
    if change is None:
        assert old == new
        return
    assert change.end > change.start
    assert text[: change.start] + change.text + text[change.end :] == f"A b. {wanted} C d."
