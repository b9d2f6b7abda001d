"""The order of points of one severity: by harm, and low ones never before others."""

from __future__ import annotations

from dataclasses import replace

from report_builders import NOWHERE, verdict
from report_full import FULL

from checker.report.arrange import arrange
from checker.report.harm import COSTS, RUINS, SHUTS_OUT, SMALL, SPOILS, harm_of


def point(rule: str, severity: str = "medium", **words: str):
    return verdict(rule, rule, NOWHERE, severity=severity, message=f"{rule}.", **words)


def first(*points) -> list[str]:
    return [verdict.rule_id for verdict in arrange(replace(FULL, verdicts=points)).first]


def test_harm_goes_by_rule_then_by_chapter_or_theme() -> None:
    assert harm_of(point("clarity.price-formula-inverted", chapter="mistakes")) == RUINS
    assert harm_of(point("clarity.something-new", chapter="mistakes")) == SPOILS
    assert harm_of(point("clarity.reference-broken", chapter="mistakes")) == SMALL
    assert harm_of(point("evaluation.something-new")) == SHUTS_OUT
    assert harm_of(point("policy.something-new")) == COSTS


def test_what_shuts_firms_out_comes_before_what_is_small() -> None:
    small, shut = point("risk.information-risk", step="afford"), point("evaluation.locality-scored", step="win")
    assert first(small, shut) == ["evaluation.locality-scored", "risk.information-risk"]


def test_a_low_point_takes_no_place_from_a_medium_one_of_a_crowded_theme() -> None:
    many = [point(f"evaluation.point-{number:02}") for number in range(12)]
    low = point("process.no-feedback-promised", severity="low", step="find")
    assert low.rule_id not in first(*many, low)
    assert low.rule_id in first(*many[:3], low)


def test_the_leading_three_are_of_different_steps_where_they_are_equally_bad() -> None:
    entered = [point(f"finance.{name}", "high", step="enter") for name in "abc"]
    lived, won = point("risk.x", "high", step="live"), point("policy.x", "medium", step="win")
    order = first(*entered, lived, won)
    assert set(order[:2]) == {"finance.a", "risk.x"}
    assert order[2] == "finance.b"
    assert order[-1] == "policy.x"


def test_one_fault_takes_one_of_the_first_places() -> None:
    rule = "clarity.table-sum"
    twice = [verdict(key, rule, NOWHERE, severity="medium", message=key, chapter="mistakes") for key in "ab"]
    others = [point(f"{theme}.x") for theme in ("evaluation", "risk", "payment", "finance", "policy", "lots")]
    more = [point(f"{theme}.y") for theme in ("evaluation", "risk", "payment")]
    order = first(*twice, *others, *more)
    assert len(order) == 10
    assert order.count(rule) == 1
    assert first(*twice).count(rule) == 2


def test_small_points_fill_no_more_than_eight_places() -> None:
    themes = ("evaluation", "risk", "payment", "finance", "policy", "lots", "insurance", "time", "process")
    small = [point("risk.information-risk"), point("process.no-feedback-promised", severity="low")]
    assert len(first(*(point(f"{theme}.x") for theme in themes), *small)) == 9
    assert len(first(*(point(f"{theme}.x") for theme in themes[:7]), *small)) == 8
    assert len(first(*(point(f"{theme}.x") for theme in themes[:2]), *small)) == 4
