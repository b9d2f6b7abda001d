"""Two drafts: fixed, new, still there, changed; every point of both exactly once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from checker.compare import Comparison, compare
from checker.domain import Report, Skipped, Versions
from checker.record.comparison import comparison_html, comparison_text
from tests.drafts import INVITATION, draft
from tests.test_decisions import drafts, verdicts_of

EVIL = "<script>alert(1)</script>\u202e"


@pytest.fixture(scope="module")
def old() -> Report:
    return draft(INVITATION)


def rules(found: tuple) -> set[str]:
    return {getattr(item, "rule_id", None) or item.new.rule_id for item in found}


def test_an_unchanged_draft_has_nothing_new(old: Report) -> None:
    found = compare(old, old)
    assert len(found.still) == len(old.verdicts)
    assert (found.fixed, found.added, found.changed, found.unflagged, found.unread) == ((), (), (), (), ())


def test_each_edit_lands_in_its_list(old: Report) -> None:
    new = INVITATION.replace("1.3 Bidders must supply audited accounts for the last three years.", "1.3 Welcome.")
    new = new.replace("£500,000", "£450,000").replace("1.1 Any", "1.9 Any")
    new += "\n2.2 The Council pays invoices within 60 days of receipt.\n"
    found = compare(old, draft(new))
    assert "finance.audited-accounts" in rules(found.fixed)
    assert "finance.turnover-minimum" in rules(found.changed)
    assert "payment.over-30" in rules(found.added)
    moved = next(both for both in found.still if both.new.rule_id == "process.automatic-rejection")
    assert moved.moved
    assert not moved.words_changed


def test_nothing_is_called_fixed_that_was_not_read(old: Report) -> None:
    new = draft(("other.txt", "Welcome."), skipped=(Skipped(name="itt.txt", kind="damaged", reason="?"),))
    found = compare(old, new)
    assert found.fixed == ()
    assert len(found.unread) == len(old.verdicts)


def test_strangers_are_doubted(old: Report) -> None:
    other = draft("1. Terms\n\n1.1 The Council pays invoices within 60 days of receipt.\n")
    assert "same tender" in comparison_text(compare(old, other))


def test_the_text_and_the_page_say_the_same_counts(old: Report) -> None:
    found = compare(old, draft(INVITATION.replace("£500,000", "£450,000")))
    assert "0 new, 1 changed" in comparison_text(found)
    page = comparison_html(found).decode()
    assert "0 new, 1 changed" in page
    assert "£500,000" in page
    assert "£450,000" in page


def test_hostile_words_are_shown_as_text(old: Report) -> None:
    new = draft(INVITATION.replace("£500,000.", f"£450,000 {EVIL}."))
    page = comparison_html(compare(old, new)).decode()
    assert "<script" not in page
    assert "\u202e" not in page
    assert "\u202e" not in comparison_text(compare(old, new))


@settings(max_examples=100, deadline=None)
@given(drafts, drafts)
def test_every_point_stands_in_one_list(before: list, after: list) -> None:
    template = draft("Welcome.")
    old, new = (_with(template, verdicts_of(found)) for found in (before, after))
    found: Comparison = compare(old, new)
    pairs = (*found.still, *found.changed)
    olds = [*found.fixed, *found.unflagged, *found.unread, *(both.old for both in pairs)]
    news = [*found.added, *(both.new for both in pairs)]
    assert sorted(map(id, olds)) == sorted(map(id, old.verdicts))
    assert sorted(map(id, news)) == sorted(map(id, new.verdicts))


def _with(report: Report, verdicts: list) -> Report:
    from dataclasses import replace

    return replace(report, verdicts=tuple(verdicts), versions=Versions(checker="", rules="", policy=""))
