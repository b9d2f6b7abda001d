"""A certificate asked for alone where another passage accepts its equivalent."""

from __future__ import annotations

import pytest

from checker.facts import find_facts
from tests.facts.making import lines

OPEN = "The firm works to ISO 14001 or an equivalent system."


def values(*texts: str) -> list[object]:
    return [fact.value for fact in find_facts(lines(*texts)).many("equal_standard")]


@pytest.mark.parametrize(
    "alone",
    ["Please attach your ISO 14001 certificate.", "You must be certified to ISO 14001 (pass/fail)."],
)
def test_a_certificate_alone_contradicts_its_equivalent(alone: str) -> None:
    assert values(OPEN, alone) == ["ISO 14001 or equivalent", "ISO 14001 certificate"]


@pytest.mark.parametrize(
    "text",
    [
        "Please attach your ISO 14001 certificate or describe your own system.",
        "Please attach your ISO 9001 certificate.",  # another standard
        "The winner will be told how the ISO 14001 certificate is renewed.",  # nobody is asked for it
        "Please send the manufacturer's ISO 14001 certificate with the goods.",
        "You must not send an ISO 14001 certificate.",
    ],
)
def test_what_leaves_room_or_asks_for_something_else_is_no_slip(text: str) -> None:
    assert values(OPEN, text) == []


def test_a_certificate_that_no_passage_opens_is_no_slip() -> None:
    assert values("Please attach your ISO 14001 certificate.") == []


def test_cover_on_the_day_of_the_bid_against_cover_by_the_start() -> None:
    now = "All insurances must be in force at the time of tender."
    later = "We confirm that the insurances will be in force before the first order."
    assert len(find_facts(lines(now, later)).many("opposites")) == 2
    assert not find_facts(lines(later)).many("opposites")
