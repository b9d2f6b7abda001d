"""What can never happen to the score: less known, less read or more often said never makes it better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain import SEVERITIES, Document, Facts, Finding, Ledger, Location, Named, Pack, Place, Report, Verdict
from checker.score import MOST_A_THEME, MOST_OWN, score_range
from checker.settings import Settings
from checker.summary import summary_of
from tests.drafts import TODAY, decide, draft
from tests.making import facts

LAW = {"regime": "pa23", "threshold_band": "above", "jurisdiction": "england", "bound": "yes"}
KNOWN = facts(value_total=90_000, value_annual=30_000, term_months=36, issued="2026-05-01", price_weight=40, **LAW)
TENDER = Document(name="itt.txt", role="instructions", blocks=(), pages=None, ledger=Ledger())
PACK = Pack(name="pack", documents=(TENDER,))
PLACE = Place(clause=None, quote="Words.", match="Words", location=None)
INVITATION = """Invitation to tender: window cleaning

Ashby Moor District Council in England invites tenders for window cleaning worth £40,000 a year for three years.

1. Timetable

1.1 This invitation was issued on 1 May 2026.

1.2 Tenders are due by 12 noon on 15 May 2026.

1.3 Questions may be sent until 5 May 2026.

2. Tenders

2.1 Any incomplete or unsigned tender will be rejected.

2.2 Bidders must have a minimum annual turnover of £500,000.

2.3 Bidders must supply audited accounts for the last three years.

3. Insurance

3.1 Bidders must hold public liability insurance of £10 million at the time of tender.

4. Award

4.1 Price carries 60% of the marks and quality carries 40% of the marks.
"""
TERMS = """Terms and conditions of contract

1. Payment

1.1 The Council pays valid invoices within 60 days.

2. Liability

2.1 The liability of the Contractor is unlimited.

2.2 The Contractor shall indemnify the Council against all losses howsoever arising.

3. Ending the contract

3.1 The Council or the Contractor may end this contract by three months' notice in writing.
"""


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    theme = draw(st.sampled_from(["finance", "risk", "time", "clarity"]))
    rule = f"{theme}.rule-{draw(st.integers(0, 3))}"
    return Verdict(
        finding=Finding(id=str(draw(st.integers(0, 10**6))), rule_id=rule, place=PLACE), rule_id=rule, catalogue="X1",
        theme=theme, chapter=draw(st.sampled_from(["barriers", "mistakes", "language"])), step="enter", owner="officer",
        severity=draw(st.sampled_from(SEVERITIES)), force=draw(st.sampled_from(["law", "good", "tool"])),
        outcome=draw(st.sampled_from(["barrier", "review"])), certainty="plain", title="", message="", because="", why="",
    )  # fmt: skip


many = st.lists(verdicts(), max_size=12).map(tuple)


@settings(deadline=None)
@given(many, st.data())
def test_mending_a_point_never_lowers_either_end(found: tuple[Verdict, ...], data: st.DataObject) -> None:
    left = tuple(data.draw(st.lists(st.sampled_from(found), unique=True)) if found else ())
    before, after = score_range(found, KNOWN, ()), score_range(left, KNOWN, ())
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@settings(deadline=None)
@given(many)
def test_saying_it_again_or_in_another_order_changes_nothing(found: tuple[Verdict, ...]) -> None:
    assert score_range((*found, *reversed(found)), KNOWN, ()) == score_range(found, KNOWN, ())


@settings(deadline=None)
@given(many, st.sets(st.sampled_from([fact.name for fact in KNOWN.all])))
def test_knowing_less_never_raises_what_may_be_claimed(found: tuple[Verdict, ...], gone: set[str]) -> None:
    less = Facts(tuple(fact for fact in KNOWN.all if fact.name not in gone))
    before, after = score_range(found, KNOWN, ()), score_range(found, less, ())
    assert after[0] <= before[0]
    assert after[1] == before[1]


@settings(deadline=None)
@given(many, st.integers(0, 8))
def test_a_document_that_is_not_there_never_raises_either_end(found: tuple[Verdict, ...], count: int) -> None:
    at = Location(document="itt", page=None, block=0, start=0, end=1)
    named = tuple(Named(name=f"Annex {n}", quote="", location=at) for n in range(count))
    more = (*named, Named(name="Terms", quote="", location=at))
    before, after = score_range(found, KNOWN, named), score_range(found, KNOWN, more)
    assert after[0] <= before[0]
    assert after[1] == before[1]


@settings(deadline=None)
@given(many)
def test_the_range_is_a_range_and_each_theme_has_its_most(found: tuple[Verdict, ...]) -> None:
    low, high = score_range(found, KNOWN, ())
    assert 0 <= low <= high <= 100
    themes = {verdict.theme for verdict in found}
    assert high >= 100 - MOST_A_THEME * len(themes) - MOST_OWN


@settings(deadline=None)
@given(many, st.data())
def test_a_recorded_reason_raises_only_the_second_range(found: tuple[Verdict, ...], data: st.DataObject) -> None:
    ids = data.draw(st.sets(st.sampled_from([v.finding.id for v in found]))) if found else set()
    told = summary_of(found, (), KNOWN, (), PACK, frozenset(ids))
    plain = summary_of(found, (), KNOWN, (), PACK)
    assert told.score == plain.score == plain.after_reasons
    assert told.score is not None
    assert told.after_reasons is not None
    assert all(after >= before for after, before in zip(told.after_reasons, told.score, strict=True))


def low(report: Report) -> int:
    """What may be claimed; nothing at all when the score is withheld."""
    return report.summary.score[0] if report.summary.score else -1


WHOLE = (("itt.txt", INVITATION), ("terms.txt", TERMS))


def without(line: str) -> str:
    assert line in INVITATION
    return INVITATION.replace(line, "")


@pytest.mark.parametrize(
    "line",
    [
        " worth £40,000 a year for three years", "1.1 This invitation was issued on 1 May 2026.",
        "1.2 Tenders are due by 12 noon on 15 May 2026.", "1.3 Questions may be sent until 5 May 2026.",
        "4.1 Price carries 60% of the marks and quality carries 40% of the marks.", " in England",
        "Ashby Moor District Council in England invites",
    ],
)  # fmt: skip
def test_taking_out_a_fact_never_improves_it(line: str) -> None:
    less = draft(("itt.txt", without(line)), ("terms.txt", TERMS))
    assert low(less) <= low(draft(*WHOLE))


@pytest.mark.parametrize("kept", [0, 1])
def test_taking_away_a_document_never_improves_it(kept: int) -> None:
    assert low(draft(WHOLE[kept])) <= low(draft(*WHOLE))


def test_putting_terms_behind_a_link_never_improves_it() -> None:
    linked = INVITATION + "\n5. Terms\n\n5.1 The terms of contract are at https://example.org/terms.\n"
    assert low(draft(("itt.txt", linked))) <= low(draft(*WHOLE))


def _moved(text: str) -> str:
    first, second = text.index("2. Tenders"), text.index("3. Insurance")
    return text[:first] + text[second:] + "\n" + text[first:second]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: (("itt.txt", text + "\n" + text.partition("2. Tenders")[2]), ("terms.txt", TERMS)),
        lambda text: (("itt.txt", _moved(text)), ("terms.txt", TERMS)),
        lambda text: (("itt.txt", text), ("copy.txt", text), ("terms.txt", TERMS)),
        lambda text: (("itt.txt", text), ("terms.txt", TERMS), ("more terms.txt", TERMS)),
    ],
    ids=["repeated", "moved", "copied", "terms copied"],
)
def test_repeating_and_moving_text_changes_nothing(change: Callable[[str], tuple[tuple[str, str], ...]]) -> None:
    assert draft(*change(INVITATION)).summary.score == draft(*WHOLE).summary.score


def test_splitting_a_document_changes_nothing() -> None:
    head, middle, tail = INVITATION.partition("3. Insurance")
    split = (
        ("itt.txt", head),
        ("itt part 2.txt", f"Invitation to tender: window cleaning\n\n{middle}{tail}"),
        WHOLE[1],
    )
    assert draft(*split).summary.score == draft(*WHOLE).summary.score


def test_rejecting_a_finding_changes_only_this_view() -> None:
    before = draft(*WHOLE)
    rule = before.verdicts[0].rule_id
    rejected = decide(before, rule, "reject", "We use another word for it.")
    after = draft(*WHOLE, settings=Settings(as_of=TODAY, decisions=(rejected,)))
    assert after.decisions
    assert replace(after, decisions=()) == before
