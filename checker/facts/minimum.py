"""The legal minimum of days to bid, with the entry of the law's table that is assumed."""

from __future__ import annotations

from datetime import date, timedelta

from checker.domain import Fact, Facts
from checker.facts.authority import amounts_for
from checker.facts.readings import codes, dates
from checker.facts.tables import TimeLimit, time_limits
from checker.facts.worked_out import worked_out
from checker.facts.working_days import held, is_working_day

NONE = "none"  # the value where the law sets no number of days
_REGIMES = {"pa23", "pcr15"}


def minimum_days(facts: Facts, as_of: date) -> Fact | None:
    """The fact `minimum_days`: calendar days, or "none" where the law sets no number; None where that is not known.

    Nothing is told unless the law binds the buyer and regime, band and procedure are known.
    """
    law = codes(facts, "regime")
    if (
        codes(facts, "bound") != {"yes"}
        or codes(facts, "jurisdiction") != {"england"}
        or not law <= _REGIMES
        or not law
    ):
        return None
    free = _without_minimum(facts)
    if free:
        return worked_out("minimum_days", NONE, f"the law sets no number of days: the {free}")
    if codes(facts, "threshold_band") != {"above"}:
        return None
    limit = _limit(facts, next(iter(law)), as_of)
    if limit is None:
        return None
    source = time_limits().sources[limit.source].cite
    unless = f"; {limit.unless}" if limit.unless else ""
    days, moved = _moved(limit, facts)
    return worked_out(
        "minimum_days", days, f"{limit.days} days ({source}), on the entry: {limit.entry}{unless}{moved}", unit="days"
    )


def _without_minimum(facts: Facts) -> str:
    told = {"kind": "contract is under the light touch rules", "threshold_band": "contract is below the threshold"}
    for name, values in time_limits().no_minimum.items():
        found = codes(facts, name)
        if found and found <= set(values):
            return told.get(name, f"route is {'a ' if 'call-off' in found else ''}{' or '.join(sorted(found))}")
    return ""


def _limit(facts: Facts, law: str, as_of: date) -> TimeLimit | None:
    """The shortest limit that the readings of procedure and body allow; None unless every reading has one."""
    classes = {*amounts_for(facts), "any"}
    found: list[TimeLimit] = []
    for procedure in codes(facts, "procedure") or {""}:
        held_limits = [
            limit
            for limit in time_limits().limits
            if limit.regime == law and procedure in limit.procedures and limit.authority in classes
        ]
        if not held_limits:
            return None
        found += held_limits
    return min(found, key=lambda limit: limit.days, default=None)


def _moved(limit: TimeLimit, facts: Facts) -> tuple[int, str]:
    """The days with those added that bring the end to a working day, where the law moves it."""
    issued, days = dates(facts, "issued"), limit.days
    if limit.regime not in time_limits().moves_to_working_day or not issued:
        return days, ""
    end = issued[0] + timedelta(days=days)
    while held(end, end, "england") and not is_working_day(end, "england"):
        end += timedelta(days=1)
    days = (end - issued[0]).days
    return days, "" if days == limit.days else f"; it runs to the next working day, which makes {days}"
