"""Whether one supplier is asked or several compete."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from tests.facts.making import written

ALONE = "We intend to place a single source order, as only you hold the spare parts."


@pytest.mark.parametrize(
    "text",
    [
        ALONE,
        "The contract is placed under the negotiated procedure without prior publication of a notice.",
        "You are the only supplier invited.",
        "Only one firm has been invited to this tender.",
        "This is a single tender action.",
        "The work is to be let without competition.",
    ],
)
def test_one_supplier_is_asked(text: str) -> None:
    found = find_facts(written(text))
    assert found.value("procedure") == "direct"
    assert found.get("rivalry") is None


@pytest.mark.parametrize(
    "text",
    [
        "We reserve the right to use the negotiated procedure without prior publication.",
        "A sub-contract may be let without competition.",
        "The new single source legal framework is explained in our guide.",
        "If only one firm has been invited, we negotiate.",
    ],
)
def test_what_may_be_or_belongs_to_others_asks_nobody_alone(text: str) -> None:
    assert find_facts(written(text)).value("procedure") != "direct"


def test_a_pack_that_says_both_holds_two_readings() -> None:
    found = find_facts(written(f"You are invited to tender for the pumps in competition.\n\n{ALONE}"))
    assert [(f.value, f.status) for f in found.many("rivalry")] == [
        ("suppliers compete", "conflicting"),
        ("a single supplier is asked", "conflicting"),
    ]
    assert found.value("procedure") is None  # which of the two it is cannot be told
