"""What follows from the stated facts: yearly value, days to bid, the legal minimum, ratios; and the stage.

Where a pack states an input twice, the reading used is a fixed one and `how` says so: the dates that leave most time,
the largest value and, for the yearly value, the shortest term (they make every demand look smaller, so that nobody is
blamed for a slip of the pen), the largest cover or turnover asked. A period between dates that are in doubt has a fact
`<name>_doubt` of 1 beside it; the days from award to start are not counted at all then, as one clash upsets both ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from checker.domain import CheckerError, Fact, Facts
from checker.facts.minimum import minimum_days
from checker.facts.readings import codes, dates, numbers, one_of, readings
from checker.facts.worked_out import worked_out
from checker.facts.working_days import CALENDARS, held, working_days
from checker.words import day, money

Stage = Literal["plan", "draft", "live", "past"]
STAGES: tuple[Stage, ...] = ("plan", "draft", "live", "past")
LONGEST_OPEN = timedelta(days=365)  # a pack issued longer ago than this and without a deadline is past
PERIODS = (  # fact, from, to, what `to` is called
    ("days_to_bid", "issued", "submission_deadline", "the deadline for tenders"),
    ("days_for_questions", "issued", "clarification_deadline", "the last day for questions"),
    ("days_answers_to_deadline", "answers_deadline", "submission_deadline", "the deadline for tenders"),
    ("days_award_to_start", "award", "start", "the start"),
)
NAMES = {"issued": "the day of issue", "answers_deadline": "the last day for answers", "award": "the award"}
RATIOS = (("pl_to_annual", "insurance_pl"), ("pi_to_annual", "insurance_pi"), ("turnover_to_annual", "min_turnover"))


def derive(facts: Facts, as_of: date) -> Facts:
    """The facts with those that follow from them, each `derived` with its sum in `how`.

    Money in GBP, periods in days (the first day not counted), ratios as plain numbers. A fact that the pack states or
    the user gave is not derived again. Call it after `apply_law`: the legal minimum hangs on the regime and the band.
    """
    valued = _with(facts, _value_annual(facts), _value_total(facts))
    periods = (*(_period(valued, *period) for period in PERIODS), _working_days_to_bid(valued))
    timed = _with(valued, *periods, *(_doubt(valued, period) for period in periods))
    return _with(timed, minimum_days(timed, as_of), *(_ratio(timed, *ratio) for ratio in RATIOS))


def stage_of(facts: Facts, as_of: date, given: str | None) -> Stage:
    """plan, draft, live or past: what the user said, else by the last day for tenders and the other dates.

    No dates, or a day of issue that is still to come, make a draft. CheckerError for a stage that does not exist.
    """
    if given is not None:
        for stage in STAGES:
            if stage == given:
                return stage
        raise CheckerError(f"There is no stage '{given}'; use one of {', '.join(STAGES)}.")
    issued, deadlines = dates(facts, "issued"), dates(facts, "submission_deadline")
    if issued and issued[0] > as_of:
        return "draft"
    if deadlines:
        return "past" if deadlines[-1] < as_of else "live"
    later = (*dates(facts, "award"), *dates(facts, "start"))
    if later:
        return "past" if min(later) < as_of else "live"
    if issued:
        return "live" if as_of - issued[-1] <= LONGEST_OPEN else "past"
    return "draft"


def _with(facts: Facts, *found: Fact | None) -> Facts:
    return Facts((*facts.all, *(fact for fact in found if fact is not None and not readings(facts, fact.name))))


def _value_annual(facts: Facts) -> Fact | None:
    """None for a framework or dynamic market: its ceiling is shared by suppliers whose orders nobody knows yet."""
    totals, terms = numbers(facts, "value_total"), numbers(facts, "term_months")
    if not totals or (terms and terms[0] <= 0) or facts.value("orders_under"):
        return None
    if not terms:
        return _at_most(facts, totals[-1])
    total, term = totals[-1], terms[0]
    note = _note(facts, value_total="largest", term_months="shortest")
    if term < 12:
        months = "1 month" if term == 1 else f"{term:g} months"
        how = f"the contract runs for {months}, under a year, so the yearly value is the total of {money(total)}"
        return worked_out("value_annual", total, how + note, unit="GBP")
    how = f"{money(total)} over {term:g} months, extensions not counted"
    return worked_out("value_annual", round(total * 12 / term, 2), how + note, unit="GBP")


def _at_most(facts: Facts, total: float) -> Fact:
    """The whole value where no term is known: no year can be worth more, so no demand looks larger than it is."""
    how = f"the length of the contract is not known, so the yearly value is at most the total of {money(total)}"
    return worked_out("value_annual", total, how + _note(facts, value_total="largest"), unit="GBP")


def _value_total(facts: Facts) -> Fact | None:
    yearly, terms = numbers(facts, "value_annual"), numbers(facts, "term_months")
    if not (yearly and terms) or terms[-1] <= 0:
        return None
    extension = max(numbers(facts, "extension_months"), default=0.0)
    months = terms[-1] + extension
    longer = f" and {extension:g} of extension" if extension else ""
    note = _note(facts, value_annual="largest", term_months="longest", extension_months="longest")
    how = f"{money(yearly[-1])} a year for {terms[-1]:g} months{longer}"
    total = yearly[-1] if months < 12 else round(yearly[-1] * months / 12, 2)
    return worked_out("value_total", total, how + note, unit="GBP")


def _period(facts: Facts, name: str, begin: str, end: str, called: str) -> Fact | None:
    begins, ends = dates(facts, begin), dates(facts, end)
    if not (begins and ends) or ends[-1] < begins[0]:
        return None
    if name == "days_award_to_start" and _is_in_doubt(facts, begin, end):
        return None
    note = _note(facts, **{begin: "earliest", end: "latest"})
    how = f"from {NAMES[begin]} ({day(begins[0])}) to {called} ({day(ends[-1])}), the first day not counted"
    return worked_out(name, (ends[-1] - begins[0]).days, how + note, unit="days")


def _is_in_doubt(facts: Facts, *names: str) -> bool:
    return any(len(dates(facts, name)) > 1 for name in names)


def _doubt(facts: Facts, period: Fact | None) -> Fact | None:
    """1 where the pack gives two dates for an end of the period."""
    ends = {name: (begin, end) for name, begin, end, _ in PERIODS}
    ends["working_days_to_bid"] = ("issued", "submission_deadline")
    if period is None or not _is_in_doubt(facts, *ends[period.name]):
        return None
    return worked_out(f"{period.name}_doubt", 1, "the pack gives more than one date for an end of this period")


def _working_days_to_bid(facts: Facts) -> Fact | None:
    begins, ends = dates(facts, "issued"), dates(facts, "submission_deadline")
    told = one_of(facts.get("jurisdiction"))
    nation = told if told in CALENDARS else "england"
    if not (begins and ends) or ends[-1] < begins[0] or not held(begins[0], ends[-1], nation):
        return None
    calendar = _calendar(nation) + ("" if told == nation else ", as the nation is not known")
    how = f"Monday to Friday from {day(begins[0])} to {day(ends[-1])} without bank holidays of {calendar}"
    note = _note(facts, issued="earliest", submission_deadline="latest")
    return worked_out("working_days_to_bid", working_days(begins[0], ends[-1], nation), how + note, unit="days")


def _calendar(nation: str) -> str:
    return {"scotland": "Scotland", "ni": "Northern Ireland"}.get(nation, "England and Wales")


def _ratio(facts: Facts, name: str, asked: str) -> Fact | None:
    amounts, yearly = numbers(facts, asked), numbers(facts, "value_annual")
    if not (amounts and yearly) or yearly[-1] <= 0:
        return None
    note = _note(facts, **{asked: "largest", "value_annual": "largest"})
    how = f"{money(amounts[-1])} asked for, divided by {money(yearly[-1])} a year"
    return worked_out(name, float(f"{amounts[-1] / yearly[-1]:.4g}"), how + note)


def _note(facts: Facts, **picked: str) -> str:
    """Words on the inputs that the pack states in more than one way, and which of them was used."""
    several = [(name, pick) for name, pick in picked.items() if len(codes(facts, name)) > 1]
    return "".join(
        f"; the pack gives {name.replace('_', ' ')} in more than one way, the {pick} was used" for name, pick in several
    )
