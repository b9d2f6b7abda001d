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
    how: str  # one sentence or two, without the last full stop
    dated: bool  # the pack holds a date; else the day of the check is taken
    law: str = "The law of that time is"  # how the next sentence begins


def began(facts: Facts, as_of: date, stage: str | None) -> Began:
    """The span in which the procurement began. A pack that a user calls a plan or draft has not begun yet."""
    by_dates = _by_dates(facts)
    if stage not in ("plan", "draft"):
        how = f"the pack has no date, so the law of {day(as_of)} is taken"
        return by_dates or Began(as_of, as_of, how, False, "That is")
    if by_dates is None or by_dates.latest >= as_of:
        latest = max(as_of, by_dates.latest) if by_dates else as_of
        how = f"it is a {stage}, so the tender begins on {day(as_of)} at the earliest"
        return Began(as_of, latest, how, by_dates is not None, "The law from that day is")
    how = f"it is called a {stage}, though {by_dates.how}. That date may have been left from an earlier text"
    return Began(by_dates.earliest, as_of, how, True, "The law on either date is")


def _by_dates(facts: Facts) -> Began | None:
    issued = dates(facts, "issued")
    if issued:
        if facts.get("issued_revised"):
            how = f"this version of the pack is dated {day(issued[0])}, and the tender may have been out before"
            return Began(issued[0], issued[-1], how, True, "The law of that date is")
        if len(issued) > 1:
            how = f"the pack gives more than one day of issue, the first of them {day(issued[0])}"
            return Began(issued[0], issued[-1], how, True)
        return Began(issued[0], issued[-1], f"the pack was issued on {day(issued[0])}", True, "The law of that day is")
    for names, gap in ((DEADLINES, NOTICE_TO_DEADLINE), (LATER_DATES, NOTICE_TO_START)):
        known = sorted(d for name in names for d in dates(facts, name))
        if known:
            how = f"the first date in the pack is {day(known[0])}, and it gives no day of issue"
            return Began(known[0] - gap, known[0], how, True)
    return None
