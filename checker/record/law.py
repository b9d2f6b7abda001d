"""The duty to consider barriers that a record may cite for this buyer, contract and day. Each was read at its address.

Sources: Procurement Act 2023, ss.12(4), 18(2), 84(2), 86 (legislation.gov.uk, as at 1 April 2026).
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.domain import Facts

ACT = "https://www.legislation.gov.uk/ukpga/2023/54/section/"


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with its address, or one sentence on why none is cited."""

    text: str
    cite: str = ""
    url: str = ""


def duty_to_consider(facts: Facts) -> Duty:
    """The duty to have regard to small firms' barriers, where it is known to apply."""
    unclear = _not_cited(facts)
    if unclear:
        return Duty(unclear)
    band = facts.value("threshold_band")
    if band == "above":
        return Duty(
            "A contracting authority must have regard to the fact that small and medium-sized enterprises may face "
            "particular barriers to participation, and consider whether such barriers can be removed or reduced. "
            "It is a duty to consider; it does not require that every barrier is removed.",
            "Procurement Act 2023, s.12(4)",
            ACT + "12",
        )
    if band == "below" and facts.value("authority_type") == "school":
        return Duty("We cite no duty: Part 6 of the Procurement Act 2023 does not apply to procurement by a school.")
    if band == "below" and facts.value("procedure") == "call-off":
        return Duty("We cite no duty: s.86 of the Procurement Act 2023 does not apply to call-offs from a framework.")
    if band == "below":
        return Duty(
            "Before it invites tenders, a contracting authority must have regard to the barriers that small and "
            "medium-sized enterprises may face, and consider whether they can be removed or reduced. It is a duty to "
            "consider; it does not require that every barrier is removed.",
            "Procurement Act 2023, s.86(1)",
            ACT + "86",
        )
    return Duty(
        "Check with legal: whether the contract is above or below the threshold is not known. Above it, s.12(4) of the "
        "Procurement Act 2023 asks for this; below it, s.86(1)."
    )


def duty_on_lots(facts: Facts) -> Duty:
    """The duty to consider lots, where it is known to apply."""
    if _not_cited(facts) or facts.value("threshold_band") != "above":
        return Duty("Good practice: ask whether the work could be bid for in parts, and write down the answer.")
    if facts.value("procedure") in ("call-off", "direct"):
        return Duty("Good practice: ask whether the work could be bid for in parts, and write down the answer.")
    return Duty(
        "Before the tender notice, a contracting authority must consider whether the contract could reasonably be "
        "supplied under more than one contract, and whether those could appropriately be awarded by reference to "
        "lots. If both are so, it awards by lots or gives reasons for not doing so.",
        "Procurement Act 2023, s.18",
        ACT + "18",
    )


def binds(facts: Facts) -> bool:
    """Whether the Procurement Act 2023 is known to apply to this buyer and contract."""
    return not _not_cited(facts)


def _not_cited(facts: Facts) -> str:
    """Why the Act is not cited; empty where it is known to apply."""
    regime, where, bound = facts.value("regime"), facts.value("jurisdiction"), facts.value("bound")
    if where != "england" or bound != "yes":
        return (
            "We cite no law here: we do so only for a buyer known to be in England and bound by procurement law. "
            "Check with legal."
        )
    if regime in ("pcr15", "pcr06"):
        return (
            "This tender is older than the Procurement Act 2023 as we read it, so the duties of that Act are not cited."
        )
    if regime != "pa23":
        return "We cite no duty: the Procurement Act 2023 is not known to apply to this tender. Check with legal."
    return ""
