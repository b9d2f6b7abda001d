"""Frameworks and dynamic markets: their ceiling is nobody's contract, whatever procedure admits suppliers."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from tests.facts.making import written

MARKET = (
    "This guide is for firms that want to join our dynamic purchasing system for grounds work. "
    "Suppliers may join the DPS on any day of its life. "
    "We admit firms to the DPS under the restricted procedure. "
)
FRAMEWORK = "We will establish a framework agreement with up to six suppliers under the open procedure. "


@pytest.mark.parametrize(("text", "expected"), [(MARKET, "dynamic-market"), (FRAMEWORK, "framework")])
def test_what_orders_are_placed_under_is_told_beside_the_procedure(text: str, expected: str) -> None:
    assert find_facts(written(text)).value("orders_under") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The contract is let under the open procedure.",
        "We do not use the DPS. The open procedure is followed.",
        "This is a further competition under Lot 2 of framework RM0000. " + MARKET,
        FRAMEWORK + "It is a single supplier framework.",
        "Our existing framework agreement for paper ends in May. The open procedure is followed.",
    ],
)
def test_one_contract_or_an_order_is_no_framework(text: str) -> None:
    assert find_facts(written(text)).value("orders_under") is None
