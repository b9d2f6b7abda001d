"""The few changes to make first."""

from __future__ import annotations

from report_builders import NOWHERE, verdict

from checker.domain import Verdict
from checker.report.changes import CHANGES, changes_of


def point(rule: str, severity: str = "medium", **words: str) -> Verdict:
    return verdict(rule, rule, NOWHERE, severity=severity, message=f"{rule}.", **words)


def test_conditions_of_several_themes_are_one_change() -> None:
    accounts = point("finance.accounts", "critical", step="enter")
    cover = point("insurance.cover", "critical", step="enter")
    scheme = point("specification.scheme", "high", step="enter")
    method = point("specification.method", "high", step="win")
    changes = changes_of([accounts, cover, scheme, method])
    assert [change.verdicts for change in changes] == [(accounts, cover, scheme), (method,)]


def test_the_change_that_mends_most_critical_points_comes_first_and_then_what_a_firm_meets_first() -> None:
    pay = point("payment.late", "critical", step="live")
    dates = point("time.short", "critical", step="find")
    doors = [point(f"experience.{name}", "critical", step="enter") for name in "ab"]
    assert [change.verdicts[0].theme for change in changes_of([pay, dates, *doors])] == [
        "experience",
        "time",
        "payment",
    ]


def test_wrong_dates_and_sums_come_before_what_is_only_as_serious() -> None:
    mistakes = [point(f"clarity.{name}", "high", chapter="mistakes") for name in ("weights-sum", "dates-disagree")]
    risks = [point(f"risk.{name}", "high", step="live") for name in "abcdef"]
    assert [len(change.verdicts) for change in changes_of([*risks, *mistakes])] == [2, 6]


def test_a_change_names_four_messages_once_each_and_points_of_low_weight_make_none() -> None:
    many = [point(f"finance.{name}", step="enter") for name in "abbcde"]
    changes = changes_of([*many, point("lots.low", "low")])
    assert [verdict.rule_id for verdict in changes[0].named] == [f"finance.{name}" for name in "abcd"]
    assert len(changes) == 1


def test_what_comes_after_the_first_three_is_kept_in_order() -> None:
    themes = ("payment", "time", "lots", "evaluation", "risk")
    changes = changes_of([point(f"{theme}.x", "high") for theme in themes])
    assert len(changes) == len(themes)
    assert {change.do for change in changes[:CHANGES]}.isdisjoint(change.do for change in changes[CHANGES:])
