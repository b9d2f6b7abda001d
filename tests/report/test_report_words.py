"""Dates, money, counts and lists as a UK reader writes them."""

from __future__ import annotations

from datetime import date

import pytest

from checker.domain import FactValue, Place
from checker.report import labels, words
from checker.report.points import Quote, cut, safe_address, where
from checker.report.sentences import theme_counts


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 5, 5), "5 May 2026"),
        ("2026-12-01", "1 December 2026"),
        ("2026-02-31", "2026-02-31"),
        ("[insert date]", "[insert date]"),
        ("", ""),
    ],
)
def test_dates(value: date | str, shown: str) -> None:
    assert words.uk_date(value) == shown


def test_times() -> None:
    assert words.uk_time("2026-11-23T10:15:00Z") == "23 November 2026 at 10:15 UTC"
    assert words.uk_time("2026-11-23T10:15:00") == "23 November 2026 at 10:15"
    assert words.uk_time("soon") == "soon"


@pytest.mark.parametrize(("pounds", "shown"), [(75000, "£75,000"), (19.5, "£19.50"), (0, "£0"), (1e7, "£10,000,000")])
def test_money(pounds: float, shown: str) -> None:
    assert words.money(pounds) == shown


@pytest.mark.parametrize(
    ("name", "value", "unit", "shown"),
    [
        ("value_annual", 75000, "GBP", "£75,000"),
        ("price_weight", 40, "percent", "40%"),
        ("price_weight", 33.3, "percent", "33.3%"),
        ("term_months", 36, "months", "36 months (3 years)"),
        ("term_months", 12, "months", "12 months (1 year)"),
        ("term_months", 18, "months", "18 months"),
        ("term_months", 1, "months", "1 month"),
        ("payment_days", 30, "days", "30 days"),
        ("lots", 4, None, "4"),
        ("start", "2027-04-01", "date", "1 April 2027"),
        ("regime", "pa23", None, "Procurement Act 2023"),
        ("regime", "moon law", None, "moon law"),
    ],
)
def test_facts(name: str, value: FactValue, unit: str | None, shown: str) -> None:
    assert words.fact_value(name, value, unit) == shown


def test_counts_and_lists() -> None:
    assert [words.plural(n, "point") for n in (0, 1, 2, 11, 1200)] == [
        "no points", "one point", "two points", "11 points", "1,200 points",
    ]  # fmt: skip
    assert words.plural(3, "copy", "copies", in_words=False) == "3 copies"
    assert [words.listing(items) for items in ([], ["4"], ["4", "6"], ["4", "6", "12"])] == [
        "", "4", "4 and 6", "4, 6 and 12",
    ]  # fmt: skip
    assert theme_counts(["high", "low", "low", "question", "info"]) == (
        "five points: one high, two low, one note and one question"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the floor is high", "The floor is high."),
        ("Why?", "Why?"),
        ("itt.pdf was cut short", "itt.pdf was cut short."),
        ("  ", ""),
    ],
)
def test_sentences(text: str, shown: str) -> None:
    assert words.sentence(text) == shown


def test_unseen_characters_become_codes_and_others_stay() -> None:
    assert words.visible("a\u202eb\u200bc\u0000d\u0085e\ud800f\ufeff") == (
        "a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩d⟨U+0085⟩e⟨U+D800⟩f⟨U+FEFF⟩"
    )
    assert words.visible("tab\tline\r\nnext é 漢字 عربى £") == "tab\tline\nnext é 漢字 عربى £"


def test_text_is_cut_only_when_too_long() -> None:
    assert words.shorten("short", 5) == "short"
    assert words.shorten("longer", 5) == "long…"


def test_only_addresses_of_the_government_are_linked() -> None:
    for good in ("https://www.legislation.gov.uk/ukpga/2023/54", "https://www.gov.uk/guidance"):
        assert safe_address(good) == good
    for bad in (
        "http://www.gov.uk/",
        "https://gov.uk.example.org/",
        "https://notgov.uk/",
        "javascript:alert(1)",
        "https://[",
        "",
    ):
        assert safe_address(bad) == ""


def test_places_are_gathered_by_document() -> None:
    from report_builders import place

    places = [
        place("a", "", 12, "3.2"),
        place("b", "", 4, "3.2"),
        place("c", "", 6, None),
        place("d", "", None, "B1", "q.docx"),
    ]
    assert where(places) == "itt.pdf, pages 4, 6 and 12, clause 3.2; q.docx, clause B1"
    assert where([]) == ""


def test_long_quotes_are_cut_around_the_words_that_matter() -> None:
    quote = f"{'a ' * 400}MATCH{' b' * 400}"
    shown = cut(Place(clause=None, quote=quote, match="MATCH", location=None))
    assert shown is not None
    assert shown.match == "MATCH"
    assert shown.before.startswith("[…] ")
    assert shown.after.endswith(" […]")
    assert len(shown.before) + len(shown.after) < 700


def test_a_match_that_is_not_in_the_quote_marks_nothing() -> None:
    assert cut(Place(clause=None, quote="plain words", match="other", location=None)) == Quote("plain words", "", "")


def test_every_code_of_the_domain_has_words() -> None:
    from typing import get_args

    from checker import domain

    for literal, table in (
        (domain.Severity, labels.SEVERITY), (domain.Force, labels.FORCE), (domain.Certainty, labels.CERTAINTY),
        (domain.Owner, labels.OWNER), (domain.Step, labels.STEP), (domain.State, labels.STATE),
        (domain.Role, labels.ROLE), (domain.SkipKind, labels.SKIP), (domain.Chapter, labels.CHAPTER),
        (domain.FactStatus, labels.STATUS), (domain.Step, labels.STEP_ASKS), (domain.State, labels.STATE_MEANS),
        (domain.Severity, labels.SEVERITY_MEANS), (domain.Force, labels.FORCE_MEANS),
        (domain.Certainty, labels.CERTAINTY_MEANS),
    ):  # fmt: skip
        assert set(get_args(literal)) == set(table)


def test_a_parish_has_a_clerk_and_no_teams() -> None:
    assert labels.owners("Hallow Parish Council")["finance"] == "the clerk, who keeps the accounts"
    assert labels.owners("Calder City Council") is labels.owners(None) is labels.OWNER
    assert set(labels.owners("Oak Town Council")) == set(labels.OWNER)
