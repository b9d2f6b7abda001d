"""Amounts, dates and lists in the plain English that officers read, and sentences filled with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

_GAP = re.compile(r"\{([A-Za-z_0-9]+)(:[^}]*)?\}")
_MONEY = re.compile(r"^(?:value_|insurance_|min_turnover|amount|cover|yardstick|limit_money)")
_DATES = re.compile(r"^\d{4}-\d{2}-\d{2}$")


# Marks of one character that are read as another of one character, so that offsets stay true.
_SAME = str.maketrans(
    "\u2019\u2018\u201c\u201d\u2013\u2014\u2010\u2011\u2212\u00a0\u202f\u2009\t\n", "''\"\"-----     "
)


def plain(text: str) -> str:
    """Quotes, dashes and spaces in their plain form; the length does not change."""
    return text.translate(_SAME)


def money(amount: float) -> str:
    """£7,500 or £2.5 million; pence only where there are any."""
    if amount >= 1_000_000 and amount % 10_000 == 0:
        return f"£{amount / 1_000_000:.10g} million"
    return f"£{amount:,.0f}" if float(amount).is_integer() else f"£{amount:,.2f}"


def day(value: date) -> str:
    """5 May 2026."""
    return f"{value.day} {value:%B %Y}"


_EVENTS = {
    "submission_deadline": "the deadline for bids",
    "clarification_deadline": "the last day for questions",
    "answers_deadline": "the last day for answers",
    "award": "the award",
    "start": "the start of the contract",
    "issued": "the day of issue",
    "value_total": "the value of the contract",
    "value_annual": "the yearly value",
    "insurance_pl": "public liability cover",
    "insurance_pi": "professional indemnity cover",
    "insurance_el": "employers' liability cover",
    "payment_days": "the days to payment",
    "min_turnover": "the turnover asked for",
    "extension_months": "the extension",
    "term_months": "the length of the contract",
    "visit_day": "the site visit",
    "interview_day": "the interviews or presentations",
    "briefing_day": "the briefing",
    "standstill_end": "the end of the standstill",
    "result_day": "the letters with the result",
    "contract_end": "the end of the contract",
    "question_day": "the last day for questions",
    "completion_day": "the completion of the works",
    "samples_day": "the samples",
    "deadline_day": "the last day for bids",
    "go_live_day": "the go-live",
    "submission_deadline_time": "the time by which bids are due",
    "clarification_deadline_time": "the time by which questions are due",
    "tenders_open": "the time that bids stay open",
    "standstill_days": "the standstill",
    "copies_asked": "the copies to send",
    "referees_asked": "the references to give",
    "marks_scale": "the scale of marks",
    "notice_to_end": "the notice by which the buyer may end the contract",
    "accounts_years": "the years of accounts to send",
    "contracts_shown": "the earlier work to show",
    "answers_days": "the time in which questions are answered",
    "framework_places": "the firms on the framework",
    "shortlisted_to_interview": "the firms invited to interview",
    "shortlisted_to_present": "the firms invited to present",
    "shortlisted_to_demonstrate": "the firms invited to show what they offer",
    "shortlisted_to_tender": "the firms invited to tender",
    "experience_years": "the years that earlier work may go back",
    "breach_hours": "the time to report a data breach",
    "records_years": "the years that records are kept",
    "defects_period": "the defects period",
    "retention_percent": "the retention",
    "prices_fixed": "the time that prices stay fixed",
    "mobilisation_time": "the time for mobilisation",
    "damages_a_day": "the damages for a day's delay",
    "damages_a_week": "the damages for a week's delay",
    "liability_cap": "the limit of liability",
    "liability_cap_a_year": "the limit of liability in a year",
    "pass_mark": "the lowest score that passes",
    "quality_pass_mark": "the quality that a bid must reach",
    "review_meetings": "how often review meetings are held",
    "contract_meetings": "how often contract meetings are held",
    "progress_meetings": "how often progress meetings are held",
    "invoices_sent": "how often invoices are sent",
    "hygiene_rating": "the food hygiene rating",
    "term_said": "the length of the contract",
    "lots_counted": "the lots",
    "column_total": "a total and what adds up to it",
    "column_total_2": "a total and what adds up to it, again",
    "column_total_3": "a total and what adds up to it, once more",
    "quantity": "how many are needed",
    "quantity_2": "how many are needed, again",
    "quantity_3": "how many are needed, once more",
    "target_level": "one target",
    "target_level_2": "another target",
    "target_level_3": "a third target",
    "question_weight": "one question",
    "question_weight_2": "another question",
    "question_weight_3": "a third question",
    "final_report_day": "the final report",
    "start_day": "the start of the contract",
    "number_glossed": "a number in words and in figures",
    "number_glossed_2": "a number in words and in figures, again",
    "number_glossed_3": "a number in words and in figures, once more",
    "range_counted": "the things of one area",
    "list_counted": "what a passage counts and names",
    "list_counted_2": "what a passage counts and names, again",
    "list_counted_3": "what a passage counts and names, once more",
    "parts_and_whole": "a whole and its parts",
    "parts_and_whole_2": "a whole and its parts, again",
    "parts_and_whole_3": "a whole and its parts, once more",
    "criterion_weight": "the weight of a criterion",
    "criterion_weight_2": "the weight of a criterion, again",
    "criterion_weight_3": "the weight of a criterion, once more",
    "price_marks": "the marks for price",
    "code_span": "a row of papers",
    "label_count": "how many there are",
    "damages_rate": "damages for delay",
    "cited_number": "a thing that another paragraph settles",
    "cited_number_2": "another thing that a paragraph settles",
    "cited_number_3": "a third thing that a paragraph settles",
    "answer_limit": "the length of one answer",
    "answer_limit_2": "the length of another answer",
    "answer_limit_3": "the length of a third answer",
    "twin": "one thing, in the same words",
    "twin_2": "another thing, in the same words",
    "twin_3": "a third thing, in the same words",
    "price_weight": "price",
    "quality_weight": "quality",
    "social_value_weight": "social value",
    "bids_sent": "bids",
    "questions_sent": "questions",
}


def spoken(name: str, value: Any) -> str:
    """A fact's or captured value as a reader expects it; the value of `fact` is itself the name of a fact."""
    if name == "fact":
        return _EVENTS.get(str(value), str(value).replace("_", " "))
    if isinstance(value, int | float) and _MONEY.match(name):
        return money(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, str) and _DATES.match(value):
        return day(date.fromisoformat(value))
    return str(value)


def filled(template: str, values: Mapping[str, Any]) -> str:
    """The template on one line with every {name} that is known filled in; others stay, to be filled later.

    A format may follow the name: {ratio:.1f}.
    """

    def put(found: re.Match[str]) -> str:
        name, form = found[1], (found[2] or "")[1:]
        if name not in values:
            return found[0]
        return format(values[name], form) if form else spoken(name, values[name])

    return " ".join(_GAP.sub(put, template).split())


def gaps(template: str) -> tuple[str, ...]:
    """The names of the gaps in a template."""
    return tuple(found[1] for found in _GAP.finditer(template))
