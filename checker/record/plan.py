"""A one-page brief before drafting: what applies to a contract of this value, kind and buyer, before a word is written.

Law comes from `checker/record/law.py`, the tables of `checker/data` and the sources of the rules; levels come from the
policy and are called ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from checker.domain import Fact, Facts, FactValue
from checker.facts import find_facts
from checker.facts.derived import derive
from checker.facts.law import apply_law
from checker.facts.working_days import held, is_working_day
from checker.policy import Policy, holds
from checker.record.law import ACT, Duty, binds, duty_on_lots, duty_to_consider
from checker.report.labels import FACT, FORCE, THEME
from checker.report.words import fact_value, listing, sentence, uk_date
from checker.rulefile import RuleSet
from checker.words import money

_TITLES = 3  # rule titles shown beside a section of law
_NONE_NEEDED = 1  # in the policy, £1 of cover stands for "none"
_WANTED = ("kind", "authority_type", "jurisdiction", "procedure")
_REG_3 = "https://www.legislation.gov.uk/uksi/1998/2573"
_PR24 = "https://www.legislation.gov.uk/uksi/2024/692"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to know before drafting."""

    what: str
    text: str
    label: str = ""  # The law says, Good practice, Our yardstick …
    cite: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    title: str
    given: tuple[str, ...]  # what it rests on
    missing: tuple[str, ...]  # what would make it sharper
    sections: tuple[tuple[str, tuple[Row, ...]], ...]
    watch: tuple[tuple[str, tuple[Row, ...]], ...]  # by theme: law that drafts of this kind meet, and the barriers


def plan_of(given: tuple[tuple[str, FactValue], ...], rules: RuleSet, policy: Policy, as_of: date) -> Plan:
    """The brief for a contract of which only `given` is known; the law is that of `as_of`."""
    facts = known(given, as_of)
    sections = (
        ("The law that applies", _law(facts)),
        ("Lots", (_of_duty("Ask first", duty_on_lots(facts)),)),
        ("Time to bid", _time(facts)),
        ("Insurance", _insurance(facts, policy)),
        ("What to ask of bidders", _forms(facts, policy)),
        ("Marks and payment", _marks_and_payment(facts, policy)),
    )
    return Plan(
        title=str(facts.value("title") or "A contract that is being planned"),
        given=tuple(_told(fact) for fact in facts.all if fact.status == "given" and fact.name in FACT),
        missing=_missing(facts),
        sections=sections,
        watch=_watch(facts, rules),
    )


def known(given: tuple[tuple[str, FactValue], ...], as_of: date) -> Facts:
    """What follows from the given facts alone."""
    return derive(apply_law(find_facts((), dict(given)), (), as_of, "plan"), as_of)


def _told(fact: Fact) -> str:
    return f"{FACT[fact.name]}: {fact_value(fact.name, fact.value, fact.unit)}"


def _missing(facts: Facts) -> tuple[str, ...]:
    names = [name for name in _WANTED if facts.value(name) in (None, "unknown")]
    if facts.number("value_total") is None:
        names.insert(0, "value_total")
    return tuple(f"{FACT[name].lower()} (--{name.replace('_', '-')})" for name in names)


def _law(facts: Facts) -> tuple[Row, ...]:
    hows = [(name, fact.how) for name in ("regime", "threshold_band") if (fact := facts.get(name)) and fact.how]
    rows = [Row(what=_value(facts, name), text=sentence(how)) for name, how in hows]
    return (*rows, _of_duty("Barriers to small firms", duty_to_consider(facts)))


def _value(facts: Facts, name: str) -> str:
    fact = facts.get(name)
    return f"{FACT[name]}: {fact_value(name, fact.value, fact.unit)}" if fact else FACT[name]


def _of_duty(what: str, duty: Duty) -> Row:
    return Row(what=what, text=duty.text, label=FORCE["duty"] if duty.cite else "", cite=duty.cite, url=duty.url)


def _time(facts: Facts) -> tuple[Row, ...]:
    fact = facts.get("minimum_days")
    rows: list[Row] = []
    if fact is None:
        rows.append(
            Row(what="Least number of days", text="Not known: it hangs on the law, the threshold and the procedure.")
        )
    elif fact.value == "none":
        rows.append(Row(what="Least number of days", text=sentence(fact.how)))
        if facts.value("threshold_band") == "below":
            rows.append(_below_time())
    else:
        rows.append(Row(what="Least number of days", text=sentence(fact.how), label=FORCE["law"]))
        rows += _earliest(facts, int(float(fact.value)))
    rows.append(
        Row(
            what="Room beyond it",
            text="A small firm writes bids beside its work. Plan a question period, answers at least five working days "
            "before the deadline, and no holiday weeks.",
            label=FORCE["good"],
        )
    )
    return tuple(rows)


def _below_time() -> Row:
    return Row(
        what="Time limits in a notice",
        text="Where a below-threshold tender notice is used, time limits must be reasonable and the same for each "
        "supplier.",
        label=FORCE["law"],
        cite="Procurement Act 2023, s.87",
        url=ACT + "87",
    )


def _earliest(facts: Facts, days: int) -> Iterable[Row]:
    issued = facts.value("issued")
    if not isinstance(issued, str) or len(issued) != 10:
        return
    first = end = date.fromisoformat(issued) + timedelta(days=days)
    while held(end, end, "england") and not is_working_day(end, "england"):
        end += timedelta(days=1)
    moved = "" if end == first else f" ({uk_date(first)} is no working day)"
    yield Row(what="Earliest deadline", text=f"If it is issued on {uk_date(issued)}: {uk_date(end)}{moved}.")


def _insurance(facts: Facts, policy: Policy) -> tuple[Row, ...]:
    rows = [
        Row(
            what="Employers' liability",
            text="£5 million is the legal minimum for a firm that has to hold it. More costs a small firm more.",
            label=FORCE["law"],
            cite="SI 1998/2573, reg 3",
            url=_REG_3,
        ),
        _level("Public liability", "insurance_pl", facts, policy),
        _level("Professional indemnity", "insurance_pi", facts, policy),
    ]
    if _above(facts):
        rows.append(
            Row(
                what="When it has to be there",
                text="A condition of participation may not require insurance for the contract to be in place before "
                "the award. A commitment to take it out may be asked for.",
                label=FORCE["law"],
                cite="Procurement Act 2023, s.22(3)(b)",
                url=ACT + "22",
            )
        )
    return tuple(rows)


def _level(what: str, name: str, facts: Facts, policy: Policy) -> Row:
    amount = policy.limit(name, facts)
    if amount is None:
        text = "Tell us the kind, title and yearly value, and we can name a level."
    elif amount <= _NONE_NEEDED:
        text = "None for work of this kind: it holds no advice or design."
    else:
        text = f"Up to {money(amount)} is usual for work of this kind and size. Let your risk assessment decide."
    return Row(what=what, text=text, label=FORCE["tool"])


def _forms(facts: Facts, policy: Policy) -> tuple[Row, ...]:
    rows: list[Row] = []
    if _above(facts):
        rows += [
            _row22("Conditions", "Ask only what is a proportionate way to make sure that a supplier can perform this "
                   "contract, given its nature, complexity and cost.", "s.22(1) and (5)"),
            _row22("Accounts", "Audited accounts may be asked only of firms that have to have an audit.", "s.22(3)(a)"),
            Row(
                what="Facts about the firm",
                text="Core supplier information comes through the central digital platform. Do not ask for it again.",
                label=FORCE["law"], cite="Procurement Regulations 2024, reg 6", url=_PR24,
            ),
        ]  # fmt: skip
    elif _below(facts):
        rows.append(
            Row(
                what="Suitability",
                text="Tenders may not be restricted by an assessment of suitability: no first stage that cuts the "
                "field (larger works contracts excepted). Suitability questions may be asked with the tender.",
                label=FORCE["law"],
                cite="Procurement Act 2023, s.85(1)",
                url=ACT + "85",
            )
        )
    years = policy.limit("accounts_years", facts)
    if years is not None:
        rows.append(
            Row(
                what="Years of accounts", text=f"{years:g} years at most, or since the firm began.", label=FORCE["tool"]
            )
        )
    rows.append(
        Row(
            what="Returns",
            text="One form, one signature (typed), each fact asked once, a page limit for each answer.",
            label=FORCE["good"],
        )
    )
    return tuple(rows)


def _row22(what: str, text: str, section: str) -> Row:
    return Row(what=what, text=text, label=FORCE["law"], cite=f"Procurement Act 2023, {section}", url=ACT + "22")


def _marks_and_payment(facts: Facts, policy: Policy) -> tuple[Row, ...]:
    rows: list[Row] = []
    weight = policy.limit("price_weight", facts)
    if weight is not None and facts.value("kind") != "goods":
        rows.append(
            Row(what="Price", text=f"Up to {weight:.0f}% of the marks leaves room for quality.", label=FORCE["tool"])
        )
    rows.append(
        Row(
            what="Scale",
            text="Say what earns each mark, with two or three points that you will look for.",
            label=FORCE["good"],
        )
    )
    outside = facts.value("kind") == "concession" or facts.value("authority_type") == "school"
    if (_above(facts) or _below(facts)) and not outside:
        section = "68" if _above(facts) else "88"
        rows.append(
            Row(
                what="Payment",
                text="Within 30 days of receiving a valid, undisputed invoice, and the same down the supply chain: the "
                "term is part of the contract whatever it says.",
                label=FORCE["law"],
                cite=f"Procurement Act 2023, s.{section}{' and s.73' if section == '68' else ''}",
                url=ACT + section,
            )
        )
    return tuple(rows)


def _above(facts: Facts) -> bool:
    """A contract above the threshold that is no call-off."""
    return binds(facts) and facts.value("threshold_band") == "above" and not _from_framework(facts)


def _below(facts: Facts) -> bool:
    """A regulated below-threshold contract that is no call-off."""
    outside = facts.value("authority_type") == "school" or facts.value("kind") == "concession"
    return binds(facts) and not outside and facts.value("threshold_band") == "below" and not _from_framework(facts)


def _from_framework(facts: Facts) -> bool:
    return facts.value("procedure") == "call-off"


def _watch(facts: Facts, rules: RuleSet) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """The law that the rules cite for this contract, by theme, with the barriers it is cited for."""
    if not binds(facts):
        return ()
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for rule in rules:
        if rule.is_credit or rule.chapter != "barriers" or rule.theme == "clarity":
            continue
        for source in rule.sources:
            if source.force == "law" and holds(source.when, facts) is True:
                found.setdefault(rule.theme, {}).setdefault((source.cite, source.url), []).append(rule.title)
    return tuple(
        (name, tuple(_titles(cite, url, titles) for (cite, url), titles in found[theme].items()))
        for theme, name in THEME.items()
        if theme in found
    )


def _titles(cite: str, url: str, titles: list[str]) -> Row:
    more = len(titles) - _TITLES
    shown = [title[0].lower() + title[1:] for title in titles[:_TITLES]]
    text = sentence(listing([*shown, f"{more} more"] if more > 0 else shown))
    return Row(what=cite, text=text, cite=cite, url=url)
