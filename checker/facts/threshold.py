"""Whether the contract is above or below the threshold: every open question is worked out both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from checker.domain import Fact, Facts
from checker.facts.authority import amounts_for
from checker.facts.began import Began
from checker.facts.readings import codes, numbers, readings
from checker.facts.tables import ThresholdAmount, thresholds
from checker.facts.worked_out import worked_out
from checker.words import money

_WITH_VAT = re.compile(r"\b(?:inc|incl|including|inclusive)\b[^.]{0,12}\b(?:vat|value added tax)\b", re.IGNORECASE)
_WITHOUT_VAT = re.compile(
    r"\b(?:ex|exc|excl|excluding|exclusive|net|plus|before)\b[^.]{0,25}\b(?:vat|value added tax)\b|\+ ?vat\b",
    re.IGNORECASE,
)
KINDS = ("goods", "services", "works", "light-touch", "concession")


@dataclass(frozen=True, slots=True)
class Tested:
    """One reading: the value compared with the amount."""

    value: float
    vat: str
    amount: ThresholdAmount

    @property
    def band(self) -> str:
        return "above" if self.value >= self.amount.amount else "below"  # "not less than" is above


def threshold_band(facts: Facts, when: Began, regime: str, nation: str) -> Fact:
    """The fact `threshold_band`: above, below or unknown."""
    if nation == "wales":
        return _unknown("the buyer is in Wales, and the amounts for Welsh contracts are not held here")
    if regime not in ("pa23", "pcr15"):
        return _unknown("no threshold amounts are held for the law that applies, or that law is not known")
    values, how_valued = _values(facts)
    if not values:
        return _unknown("the pack gives no value from which the threshold could be tested")
    tests = tuple(_tests(facts, values, when, regime))
    if not tests:
        return _unknown("no threshold amount is held for this kind of contract at that time")
    bands = {test.band for test in tests}
    if len(bands) == 1:
        return worked_out("threshold_band", bands.pop(), f"{how_valued}, against {_told(tests)}")
    return _unknown(f"{how_valued}; the readings differ: {_differ(tests)}")


def _values(facts: Facts) -> tuple[tuple[float, ...], str]:
    """The values to test with a few words on how they came about. A derived total gives way to the yearly value."""
    totals = readings(facts, "value_total")
    if totals and totals[0].status != "derived":
        found = numbers(facts, "value_total")
        longer = " (taken to hold any extension)" if numbers(facts, "extension_months") else ""
        return found, f"the total value is {' or '.join(map(money, found))}{longer}"
    yearly, terms = numbers(facts, "value_annual"), numbers(facts, "term_months")
    if not (yearly and terms):
        return (), ""
    extensions = numbers(facts, "extension_months") or (0.0,)
    months = sorted({term + extension for term in terms for extension in extensions})
    found = tuple(sorted({year * max(month, 12) / 12 for year in yearly for month in months}))
    yearly_told = " or ".join(map(money, yearly))
    months_told = " or ".join(f"{month:g}" for month in months)
    told = f"{yearly_told} a year for {months_told} months with extensions makes"
    return found, f"{told} {' or '.join(map(money, found))}"


def _tests(facts: Facts, values: tuple[float, ...], when: Began, regime: str) -> list[Tested]:
    kinds = sorted(codes(facts, "kind") & set(KINDS)) or [kind for kind in KINDS if kind != "concession"]
    classes = amounts_for(facts)
    found: list[Tested] = []
    for kind, authority in product(kinds, classes):
        for amount in _amounts(regime, kind, authority, when):
            for value, vat in product(values, _vat_readings(facts, kind)):
                found.append(Tested(_with_or_without(value, vat, amount.vat), vat, amount))
    return found


def _amounts(regime: str, kind: str, authority: str, when: Began) -> list[ThresholdAmount]:
    """The amounts in force at the beginning and the end of the span in which the procurement began."""
    wanted = {kind, "light-touch-concession"} if kind == "concession" else {kind}
    held = [a for a in thresholds().amounts if a.regime == regime and a.authority in (authority, "any")]
    found: list[ThresholdAmount] = []
    for name, moment in product(sorted(wanted), sorted({when.earliest, when.latest})):
        in_force = [a for a in held if name in a.kinds and a.begins <= moment]
        found += sorted(in_force, key=lambda a: a.begins)[-1:]
    return list(dict.fromkeys(found))


def _vat_readings(facts: Facts, kind: str) -> tuple[str, ...]:
    """How the value may be meant: inc, ex, or none (no VAT is due)."""
    given = {fact.value for fact in readings(facts, "vat_basis") if fact.status == "given"}
    quotes = " ".join(f.quote for name in ("value_total", "value_annual") for f in readings(facts, name))
    said = {b for b, p in (("inc", _WITH_VAT), ("ex", _WITHOUT_VAT)) if p.search(quotes)}
    basis = given or said or codes(facts, "vat_basis")
    if basis == {"inc"}:
        return ("inc",)
    without = ("ex", "none") if kind in thresholds().vat_may_not_be_due else ("ex",)
    return without if basis == {"ex"} else ("inc", *without)


def _with_or_without(value: float, vat: str, wanted: str) -> float:
    """The value on the basis of the amount, in GBP to the penny."""
    rate = 1 + thresholds().vat_percent / 100
    if vat == "none" or vat == wanted:
        return value
    return round(value * rate if wanted == "inc" else value / rate, 2)


def _told(tests: tuple[Tested, ...]) -> str:
    """The amount that decides, with its source: the highest one when all readings are above, else the lowest."""
    pick = max if tests[0].band == "above" else min
    test = pick(tests, key=lambda t: t.amount.amount)
    basis = "with VAT" if test.amount.vat == "inc" else "without VAT"
    both = " on every reading" if len(tests) > 1 else ""
    return f"an amount of {money(test.amount.amount)} {basis} ({thresholds().sources[test.amount.source].cite}){both}"


def _differ(tests: tuple[Tested, ...]) -> str:
    above = next(test for test in tests if test.band == "above")
    below = next(test for test in tests if test.band == "below")
    return "; ".join(f"{t.band} if {_reading(t)} is held against {money(t.amount.amount)}" for t in (above, below))


def _reading(test: Tested) -> str:
    means = {"inc": "includes VAT", "ex": "is without VAT", "none": "bears no VAT"}[test.vat]
    return f"the value {means} ({money(test.value)})"


def _unknown(how: str) -> Fact:
    return worked_out("threshold_band", "unknown", how)
