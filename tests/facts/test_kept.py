"""Documents kept out of the pack by its own words."""

from __future__ import annotations

import pytest

from checker.facts.kept import kept_elsewhere


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Conditions of Contract may be inspected at the depot by appointment.", "Conditions of Contract"),
        ("The Asbestos Register can be seen on request.", "Asbestos Register"),
        ("Part 5, the price workbook, is in preparation.", "Part 5, the price workbook"),
        ("Part 2 is the site plans, which may be viewed at the library.", "Part 2, the site plans"),
        ("Bidders accept the Board’s travel policies, which can be seen following award.", "travel policies"),
        ("The Condition Survey will be released after contract award.", "Condition Survey"),
    ],
)
def test_what_can_only_be_seen_elsewhere_or_later_is_named(text: str, title: str) -> None:
    assert list(kept_elsewhere(text)) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "The floor plans are in Appendix B.",
        "The buildings may be viewed at any time.",
        "The site may be inspected by appointment.",
        "The successful bidder's report will be issued every month.",
        "Invoices can be seen at the office.",
    ],
)
def test_what_is_in_the_pack_or_is_no_document_is_not_named(text: str) -> None:
    assert list(kept_elsewhere(text)) == []
