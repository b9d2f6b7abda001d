"""When the procurement began: the day, or the span of days, that decides which law and which amounts apply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checker.domain import Facts
from checker.facts.readings import dates
from checker.words import day

DEADLINES = ("clarification_deadline", "submission_deadline")
LATER_DATES = ("award", "start")
NOTICE_TO_DEADLINE = timedelta(days=180)  # the longest usual time from the notice to the last day for tenders
NOTICE_TO_START = timedelta(days=365)  # and to the award or the start of the contract


@dataclass(frozen=True, slots=True)
class Began:
    """The earliest and the latest day on which it can have begun, and how that is known."""

    earliest: date
    latest: date
    how: str
    dated: bool  # the pack holds a date; else the day of the check is taken


def began(facts: Facts, as_of: date, stage: str | None) -> Began:
    """The span in which the procurement began. A pack that a user calls a plan or draft has not begun yet."""
    by_dates = _by_dates(facts)
    if stage not in ("plan", "draft"):
        return by_dates or Began(as_of, as_of, f"the pack has no date, so the law of {day(as_of)} is taken", False)
    if by_dates is None or by_dates.latest >= as_of:
        latest = max(as_of, by_dates.latest) if by_dates else as_of
        return Began(as_of, latest, f"it is a {stage}, so it begins on or after {day(as_of)}", by_dates is not None)
    how = f"it is called a {stage}, but {by_dates.how}, and dates of an earlier text may have been left in it"
    return Began(by_dates.earliest, as_of, how, True)


def _by_dates(facts: Facts) -> Began | None:
    issued = dates(facts, "issued")
    if issued:
        several = " at the earliest (the pack gives two dates)" if len(issued) > 1 else ""
        if facts.get("issued_revised"):
            how = f"this version of the pack is dated {day(issued[0])}, and it may have been issued earlier"
            return Began(issued[0], issued[-1], how, True)
        return Began(issued[0], issued[-1], f"the pack was issued on {day(issued[0])}{several}", True)
    for names, gap in ((DEADLINES, NOTICE_TO_DEADLINE), (LATER_DATES, NOTICE_TO_START)):
        known = sorted(d for name in names for d in dates(facts, name))
        if known:
            how = f"the pack gives no day of issue, and its first date is {day(known[0])}"
            return Began(known[0] - gap, known[0], how, True)
    return None
