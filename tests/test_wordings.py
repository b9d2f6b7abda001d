"""Wordings that were written blind to the rules: how many barriers are found, and how many harmless ones flagged."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.wordings_added import counted
from tests.wordings_credits import score_credits
from tests.wordings_score import FOLDER, bounds, rows_of, score, shares

SETS = ("first", "second", "third")


@pytest.mark.parametrize("name", SETS)
def test_a_set_of_blind_wordings_keeps_its_floors(name: str) -> None:
    found, flagged = shares(score(name))
    asked = bounds(name)
    assert found >= asked["found"]
    assert flagged <= asked["flagged"]


def test_passages_of_slips_and_late_rules_keep_their_floors() -> None:
    found, flagged = shares(sum((counts for _, counts in counted()), Counter()))
    asked = bounds("added")
    assert found >= asked["found"]
    assert flagged <= asked["flagged"]


def test_wordings_of_good_practice_keep_their_floors() -> None:
    found, flagged = shares(score_credits())
    asked = bounds("credits")
    assert found >= asked["found"]
    assert flagged <= asked["flagged"]


@pytest.mark.parametrize("name", SETS)
def test_a_set_holds_barriers_and_harmless_wordings_of_every_theme(name: str) -> None:
    kinds = {(str(row["catalogue"])[:1], row["label"]) for row in rows_of(name) if str(row["catalogue"])[1:].isdigit()}
    assert kinds == {(theme, label) for theme in "ABCDEFGHIJKL" for label in ("barrier", "harmless")}


def test_every_file_of_wordings_is_in_a_set() -> None:
    assert {path.parent.name for path in FOLDER.rglob("*.yaml")} == {*SETS, "added", "credits"}
