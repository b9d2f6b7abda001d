"""The draw of alarms to judge: the same each time, as many of rules as of the model."""

from __future__ import annotations

from checker.domain import Finding, Place, Verdict
from tests.draw_alarms import DRAWN, by_whom, drawn


def many(detectors: tuple[str, ...], count: int, quote: str = "Some words.") -> list[Verdict]:
    place = Place(clause=None, quote=quote, match=quote, location=None)
    return [
        Verdict(
            finding=Finding(id=f"{detectors[0]}-{number:04}", rule_id="risk.x", place=place, detectors=detectors),
            rule_id="risk.x", catalogue="J1", theme="risk", chapter="barriers", step="live", owner="legal",
            severity="medium", force="tool", outcome="barrier", certainty="likely", title="", message="", because="",
            why="",
        )
        for number in range(count)
    ]  # fmt: skip


def test_the_draw_is_the_same_each_time_and_takes_from_both() -> None:
    found = [*many(("rule",), 80), *many(("classifier",), 70)]
    chosen = drawn(found)
    assert [by_whom(verdict) for verdict in chosen] == ["rules"] * DRAWN + ["model"] * DRAWN
    assert chosen == drawn(list(reversed(found)))


def test_few_are_all_taken_and_those_without_words_are_not() -> None:
    chosen = drawn([*many(("rule", "classifier"), 3), *many(("classifier",), 2), *many(("rule",), 4, quote="")])
    assert [by_whom(verdict) for verdict in chosen] == ["rules"] * 3 + ["model"] * 2
