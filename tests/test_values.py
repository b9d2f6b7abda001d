"""Captured words as values."""

from __future__ import annotations

import pytest

from checker.detect.values import read_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("£5", 5), ("£ 5", 5), ("GBP 250", 250), ("1,250,000", 1_250_000), ("£19.50", 19.5), (" 7 ", 7),
        ("£5k", 5_000), ("5 thousand", 5_000), ("£2M", 2_000_000), ("£2mn", 2_000_000), ("£2.5 Million", 2_500_000),
        ("£1bn", 1_000_000_000), ("1 billion", 1_000_000_000), ("£100,000,", 100_000), ("two weeks,", "two weeks"),
        ("one", 1), ("two", 2), ("Three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
        ("nine", 9), ("ten", 10), ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("forty", 40),
        ("sixty", 60), ("ninety", 90),
        ("£5 a day", "£5 a day"), ("a fair sum", "a fair sum"), ("5 miles", "5 miles"),
    ],
)  # fmt: skip
def test_words_are_read_as_the_value_they_say(words: str, value: object) -> None:
    assert read_value(words) == value


def test_a_whole_amount_is_a_whole_number() -> None:
    assert isinstance(read_value("£2.5m"), int)
    assert isinstance(read_value("19.50"), float)
