"""What becomes of a decision when the draft changes: carried, stale, gone, never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.decisions import decided_of, decision_about, kept
from checker.domain import Decided, Document, Facts, Finding, Ledger, Location, Pack, Place, Report, Skipped, Verdict
from checker.settings import Settings
from checker.summary import summary_of
from tests.drafts import INVITATION, TODAY, carried, decide, draft, finding

TURNOVER, ACCOUNTS, REJECTED = "finance.turnover-minimum", "finance.audited-accounts", "process.automatic-rejection"


@pytest.fixture(scope="module")
def first() -> Report:
    return draft(INVITATION)


def fate(report: Report, rule: str = TURNOVER) -> Decided:
    return next(d for d in report.decisions if d.decision.rule == rule)


def test_a_decision_stands_where_nothing_changed(first: Report) -> None:
    found = fate(carried([decide(first, TURNOVER, "keep", "Large crews.")], INVITATION))
    assert (found.fate, found.moved, found.finding) == ("stands", False, finding(first, TURNOVER).finding.id)


def test_a_renumbered_clause_keeps_its_decision(first: Report) -> None:
    new = INVITATION.replace("1.2 Bidders", "1.7 Bidders").replace("1.3 Bidders", "1.8 Bidders")
    found = fate(carried([decide(first, TURNOVER, "keep", "Large crews.")], new))
    assert (found.fate, found.moved) == ("stands", True)
    assert found.finding != found.decision.finding


def test_a_clause_moved_to_another_document_keeps_its_decision(first: Report) -> None:
    line = "1.2 Bidders must have a minimum annual turnover of £500,000.\n\n"
    new = [INVITATION.replace(line, ""), ("questionnaire.txt", "1. Your firm\n\n" + line.replace("1.2", "1.1"))]
    report = carried([decide(first, TURNOVER, "keep", "Large crews.")], *new)
    assert (fate(report).fate, fate(report).moved) == ("stands", True)
    assert report.decision_of(fate(report).finding) is not None


def test_changed_words_make_a_decision_stale_and_both_wordings_are_told(first: Report) -> None:
    report = carried([decide(first, TURNOVER, "keep", "Large crews.")], INVITATION.replace("£500,000", "£650,000"))
    found = fate(report)
    assert found.fate == "stale"
    assert found.now is not None
    assert "£500,000" in found.decision.quote
    assert "£650,000" in found.now.quote
    assert report.decision_of(found.finding) is None


def test_a_deleted_clause_is_gone(first: Report) -> None:
    new = INVITATION.replace("1.2 Bidders must have a minimum annual turnover of £500,000.\n\n", "")
    assert fate(carried([decide(first, TURNOVER, "accept")], new)).fate == "gone"


def test_words_that_raise_nothing_now_are_not_called_gone(first: Report) -> None:
    new = INVITATION.replace("worth £40,000 a year", "worth £4,000,000 a year")
    report = carried([decide(first, TURNOVER, "accept")], new)
    assert not any(verdict.rule_id == TURNOVER for verdict in report.verdicts) or fate(report).fate == "stands"
    decision = replace(decide(first, TURNOVER, "accept"), rule="finance.a-rule-that-was-taken-back", finding="f" * 12)
    assert carried([decision], INVITATION).decisions[0].fate == "unflagged"


def test_nothing_is_said_of_a_document_that_was_not_read(first: Report) -> None:
    skipped = (Skipped(name="itt.txt", kind="damaged", reason="?"),)
    report = carried([decide(first, TURNOVER, "accept")], ("other.txt", "Welcome."), skipped=skipped)
    assert fate(report).fate == "unread"


def test_a_decision_counts_on_its_last_day_and_not_after(first: Report) -> None:
    made = decide(first, TURNOVER, "keep", "Large crews.", on=date(2026, 1, 1), until=TODAY)
    assert fate(carried([made], INVITATION)).fate == "stands"
    later = draft(INVITATION, settings=Settings(as_of=TODAY + timedelta(days=1), decisions=(made,)))
    assert fate(later).fate == "expired"
    assert kept(later.decisions) == frozenset()


def test_the_later_of_two_decisions_counts(first: Report) -> None:
    old = decide(first, TURNOVER, "keep", "Large crews.", on=date(2026, 1, 1))
    new = decide(first, TURNOVER, "accept", on=date(2026, 2, 1))
    for order in ([old, new], [new, old]):
        report = carried(order, INVITATION)
        assert {d.decision.decision: d.fate for d in report.decisions} == {"keep": "replaced", "accept": "stands"}
        decided = report.decision_of(finding(report, TURNOVER).finding.id)
        assert decided is not None
        assert decided.decision.decision == "accept"


def test_a_decision_about_new_words_stands_instead_of_the_stale_one(first: Report) -> None:
    old = decide(first, TURNOVER, "accept", on=date(2026, 1, 1))
    changed = INVITATION.replace("£500,000", "£450,000")
    second = carried([old], changed)
    new = decide(second, TURNOVER, "keep", "Half of what it was.", on=date(2026, 2, 1))
    assert new.replaces == (old.finding,)
    third = carried([old, new], changed)
    assert [d.fate for d in third.decisions] == ["replaced", "stands"]


def test_an_id_written_by_hand_carries_nothing_to_other_words(first: Report) -> None:
    other = finding(first, ACCOUNTS).finding.id
    report = carried([replace(decide(first, TURNOVER, "keep", "Large crews."), finding=other)], INVITATION)
    assert fate(report).finding == finding(first, TURNOVER).finding.id


def test_a_round_of_edits_loses_no_decision(first: Report) -> None:
    decisions = [
        decide(first, TURNOVER, "keep", "Large crews."), decide(first, ACCOUNTS, "accept"),
        decide(first, REJECTED, "reject", "It is a question of form."),
    ]  # fmt: skip
    second = (
        INVITATION.replace("1.3 Bidders must supply audited accounts for the last three years.\n\n", "")
        .replace("1.1 Any", "1.4 Any")
        .replace("£500,000", "£480,000")
    )
    fates = {d.decision.rule: d.fate for d in carried(decisions, second).decisions}
    assert fates == {TURNOVER: "stale", ACCOUNTS: "gone", REJECTED: "stands"}
    back = {d.decision.rule: d.fate for d in carried(decisions, INVITATION).decisions}
    assert set(back.values()) == {"stands"}


def test_a_further_passage_of_a_decided_problem_is_told(first: Report) -> None:
    more = INVITATION + "\n2.2 Tenderers must provide audited accounts for the last two years with the bid.\n"
    found = fate(carried([decide(first, ACCOUNTS, "keep", "A bond rests on them.")], more), ACCOUNTS)
    assert found.fate in ("stands", "stale")
    if found.fate == "stands":
        assert found.added == ("Tenderers must provide audited accounts for the last two years with the bid.",)


def test_rejecting_changes_no_count_and_no_score(first: Report) -> None:
    decisions = [
        decision_about(verdict, "reject", reason="Wrong.", role="Officer", on=TODAY) for verdict in first.verdicts
    ]
    report = carried(decisions, INVITATION)
    assert all(d.fate == "stands" for d in report.decisions)
    assert (report.summary, report.journey, report.verdicts) == (first.summary, first.journey, first.verdicts)


def test_a_kept_barrier_still_counts_and_only_the_second_range_moves(first: Report) -> None:
    report = carried([decide(first, TURNOVER, "keep", "Large crews.")], INVITATION)
    assert report.summary.barriers == first.summary.barriers
    assert report.summary.score == first.summary.score
    assert report.summary.score is not None
    assert report.summary.after_reasons is not None
    assert report.summary.after_reasons > report.summary.score


words = st.sampled_from(
    [
        "bidders",
        "must",
        "hold",
        "show",
        "audited",
        "accounts",
        "turnover",
        "cover",
        "£2m",
        "£5m",
        "three",
        "years",
        "each",
    ]
)
quotes = st.lists(words, min_size=1, max_size=9).map(" ".join)
spots = st.tuples(
    st.sampled_from(["r.a", "r.b"]), st.sampled_from(["a", "b"]), st.sampled_from(["1", "2", None]), quotes
)
drafts = st.lists(spots, max_size=7)


def verdicts_of(found: list[tuple[str, str, str | None, str]]) -> list[Verdict]:
    result = []
    for i, (rule, document, clause, quote) in enumerate(found):
        location = Location(document=document, page=None, block=i, start=0, end=len(quote))
        place = Place(clause=clause, quote=quote, match=quote, location=location)
        result.append(
            Verdict(
                finding=Finding(id=f"{rule}{document}{clause}{quote}", rule_id=rule, place=place), rule_id=rule,
                catalogue="X1", theme="finance", chapter="barriers", step="enter", owner="officer", severity="high",
                force="good", outcome="barrier", certainty="plain", title="T", message="M", because="", why="",
            )
        )  # fmt: skip
    return result


@settings(max_examples=150, deadline=None)
@given(drafts, drafts)
def test_no_decision_is_ever_lost_or_counted_twice(old: list, new: list) -> None:
    made = [decision_about(v, "keep", reason="R.", role="Officer", on=TODAY) for v in verdicts_of(old)]
    pack = Pack(
        name="p",
        documents=tuple(Document(name=n, role="unknown", blocks=(), pages=None, ledger=Ledger()) for n in ("a", "b")),
    )
    found = decided_of(made, verdicts_of(new), (), pack, TODAY)
    assert [d.decision for d in found] == made
    standing = [d.finding for d in found if d.fate in ("stands", "stale")]
    ids = {v.finding.id for v in verdicts_of(new)}
    assert set(standing) <= ids
    for decided in found:
        if decided.fate == "stands":
            assert decided.now is not None
            assert decided.now.quote == decided.decision.quote
        if decided.fate == "gone":
            assert not any(
                v.rule_id == decided.decision.rule and v.finding.place.quote == decided.decision.quote
                and v.finding.id not in standing for v in verdicts_of(new)
            )  # fmt: skip
    assert found == decided_of(made, verdicts_of(new), (), pack, TODAY)


def test_a_reference_that_follows_the_new_numbers_is_no_change_of_words() -> None:
    old = verdicts_of([("r.a", "a", "4.1", "Cover under clause 3.2 must be £5 million.")])
    new = verdicts_of([("r.a", "a", "5.1", "Cover under clause 4.2 must be £5 million.")])
    made = [decision_about(old[0], "keep", reason="R.", role="Officer", on=TODAY)]
    assert decided_of(made, new, (), Pack(name="p", documents=()), TODAY)[0].fate == "stands"
    other = verdicts_of([("r.a", "a", "5.1", "Cover under clause 4.2 must be £6 million.")])
    assert decided_of(made, other, (), Pack(name="p", documents=()), TODAY)[0].fate == "stale"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["critical", "high", "medium", "low"]), min_size=1, max_size=6), st.data())
def test_reasons_never_raise_the_first_range_and_never_lower_the_second(weights: list, data: st.DataObject) -> None:
    found = verdicts_of([("r.a", "a", str(i), "cover") for i in range(len(weights))])
    verdicts = tuple(
        replace(v, severity=weight, finding=replace(v.finding, id=str(i)))
        for i, (v, weight) in enumerate(zip(found, weights, strict=True))
    )
    kept_ids = frozenset(data.draw(st.sets(st.sampled_from([v.finding.id for v in verdicts]))))
    pack = Pack(name="p", documents=(Document(name="a", role="terms", blocks=(), pages=None, ledger=Ledger()),))
    plain = summary_of(verdicts, (), Facts(), (), pack)
    reasoned = summary_of(verdicts, (), Facts(), (), pack, kept_ids)
    assert replace(reasoned, after_reasons=None) == replace(plain, after_reasons=None)
    assert plain.after_reasons == plain.score
    assert reasoned.score is not None
    assert reasoned.after_reasons is not None
    assert all(after >= before for after, before in zip(reasoned.after_reasons, reasoned.score, strict=True))
    if set(weights) == {"critical"}:
        assert reasoned.after_reasons == reasoned.score
