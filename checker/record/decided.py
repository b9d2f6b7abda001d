"""The decisions on a pack as lines of text: what stands, and what has to be looked at again."""

from __future__ import annotations

from checker.domain import Decided, Report, Verdict
from checker.report.labels import SEVERITY
from checker.report.points import where
from checker.report.words import plural, shorten, uk_date, visible

_CHOICE = {"accept": "accepted", "keep": "kept", "reject": "marked as wrong"}
_LONGEST = 200


def point_line(number: int, verdict: Verdict, report: Report) -> str:
    """One point with its id and what was decided about it."""
    decided = report.decision_of(verdict.finding.id)
    state = "not decided"
    if decided:
        decision = decided.decision
        origin = f", for {decided.template}" if decided.template else ""
        state = f"{_CHOICE[decision.decision]} by {decision.role}{origin}, {uk_date(decision.on)}"
    weight = "Question" if verdict.outcome == "review" else SEVERITY[verdict.severity]
    place = where((verdict.finding.place,)) or "the pack as a whole"
    return _shown(f"{number:>3}. {verdict.finding.id} {weight}: {verdict.message} ({place}) [{state}]", 400)


def decided_lines(report: Report) -> tuple[str, ...]:
    """What has become of decisions that do not simply stand; empty when all do."""
    lines: list[str] = []
    for decided in report.decisions:
        lines += _told(decided)
    return tuple(lines)


def _told(decided: Decided) -> list[str]:
    decision = decided.decision
    name = f"{decision.point or decision.rule or decision.finding}"
    head = f"{_CHOICE[decision.decision].capitalize()} on {uk_date(decision.on)} by {decision.role}: {name}"
    if decided.fate == "stale":
        now = decided.now.quote if decided.now else ""
        told = ["The words have changed, so please decide again."]
        return [_shown(f"! {head} {told[0]}"), _shown(f"    before: {decision.quote}"), _shown(f"    now:    {now}")]
    if decided.fate == "stands" and decided.added:
        more = plural(len(decided.added), "passage")
        return [_shown(f"! {head} It stands; the draft has {more} more of the same: {decided.added[0]}", 400)]
    ends = {
        "gone": "The words are gone from what was read.",
        "expired": f"Its last day was {uk_date(decision.until) if decision.until else ''}: please decide again.",
        "unflagged": "The words are still there and raise no point now.",
        "unread": f"{decision.document or 'Part of the pack'} was not read this time, so we cannot tell.",
    }
    return [_shown(f"! {head} {ends[decided.fate]}", 400)] if decided.fate in ends else []


def _shown(text: str, most: int = _LONGEST) -> str:
    return shorten(visible(" ".join(text.split()) if not text.startswith("    ") else text.rstrip()), most)
