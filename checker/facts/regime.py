"""Which procurement law applies: from dates, from the words that name a law, and from the buyer's nation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checker.domain import Clause, Fact, Facts
from checker.facts.began import Began
from checker.facts.law_words import Mention, first, matching, mentions, sentences
from checker.facts.readings import codes
from checker.facts.tables import law_words
from checker.facts.worked_out import worked_out
from checker.words import day

GENERAL = ("pcr06", "pcr15", "pa23")  # oldest first
_HEALTH_BUYERS = {"nhs", "council"}


def regime(facts: Facts, clauses: tuple[Clause, ...], when: Began, nation: str) -> Fact:
    """The fact `regime`; unknown where dates and words leave it open or contradict each other."""
    found = mentions(clauses)
    if nation == "scotland":
        return worked_out("regime", "scotland", "the buyer is in Scotland, which has procurement law of its own")
    return (
        _other(found)
        or _health(facts, clauses, found, when, nation)
        or _call_off(facts, found, when)
        or _by_date_and_words(clauses, found, when)
    )


def by_date(day_begun: date) -> str:
    """The general regime for a procurement that began on that day."""
    held = [law for law in GENERAL if law_words().began[law] <= day_begun]
    return held[-1] if held else "unknown"


def _other(found: tuple[Mention, ...]) -> Fact | None:
    named, other = {m.law for m in found}, first(found, "other")
    if other is None or (named != {"other"} and not _is_exempt(other)):
        return None
    how = "the pack says it runs under regulations of its own (defence, utilities, concessions or an exemption)"
    return worked_out("regime", "other", how, (other.clause, other.sentence))


def _is_exempt(mention: Mention) -> bool:
    return any(re.search(p, mention.sentence.text, re.IGNORECASE) for p in law_words().exempt)


def _health(
    facts: Facts, clauses: tuple[Clause, ...], found: tuple[Mention, ...], when: Began, nation: str
) -> Fact | None:
    if when.latest < law_words().began["psr"]:
        return None
    named = first(found, "psr")
    if named and nation in ("england", "unknown"):
        if named.conducted or not {m.law for m in found} & set(GENERAL):
            how = "the pack says it runs under the Provider Selection Regime for health care services"
            return worked_out("regime", "psr", how, (named.clause, named.sentence))
        how = "the pack names the Provider Selection Regime as well as general procurement law"
        return worked_out("regime", "unknown", how, (named.clause, named.sentence))
    if named is None and _buys_health_care(facts, clauses):
        how = "the pack seems to buy health care services, which may be under the Provider Selection Regime"
        return worked_out("regime", "unknown", f"{how}; it does not say")
    return None


def _buys_health_care(facts: Facts, clauses: tuple[Clause, ...]) -> bool:
    words = law_words().health
    if codes(facts, "kind") & {"goods", "works"} or not codes(facts, "authority_type") & _HEALTH_BUYERS:
        return False
    titles = " ".join(codes(facts, "title"))
    by_title = any(re.search(pattern, titles, re.IGNORECASE) for pattern in words.title)
    return by_title or any(re.search(words.cpv, s.text) for _, s in sentences(clauses))


def _call_off(facts: Facts, found: tuple[Mention, ...], when: Began) -> Fact | None:
    if codes(facts, "procedure") != {"call-off"}:
        return None
    named = [law for law in GENERAL if first(found, law)]
    if len(named) == 1 and by_date(when.latest) in GENERAL[GENERAL.index(named[0]) :]:
        mention = first(found, named[0])
        assert mention is not None
        how = f"a call-off keeps the law of its framework, and the pack names the {law_words().names[named[0]]}"
        return worked_out("regime", named[0], how, (mention.clause, mention.sentence))
    if by_date(when.latest) == "pcr15":
        how = f"it is a call-off, and {when.how}. Its framework is older than the Procurement Act 2023"
        return worked_out("regime", "pcr15", how)
    how = "a call-off keeps the law of its framework, and the pack does not tell when the framework was let"
    return worked_out("regime", "unknown", how)


def _by_date_and_words(clauses: tuple[Clause, ...], found: tuple[Mention, ...], when: Began) -> Fact:
    possible = _possible(when)
    named = [law for law in GENERAL if first(found, law)]
    if not when.dated:
        return _undated(clauses, found, named, possible, when)
    if len(possible) == 1:
        return _dated(found, named, possible[0], when)
    likely = [law for law in named if law in possible]
    if len(likely) == 1:
        return _named(found, likely[0], f"{when.how}. The pack names the {_name(likely[0])}")
    return worked_out("regime", "unknown", f"{when.how}. The law may be {_listed(possible)}")


def _dated(found: tuple[Mention, ...], named: list[str], law: str, when: Began) -> Fact:
    name = _name(law)
    if not named or law in named:
        how = f"{when.how}. {when.law} the {name}" if law in GENERAL else f"{when.how}, before any law held here"
        return _named(found, law, f"{how}, and the pack names it") if law in named else worked_out("regime", law, how)
    other = _name(named[-1])
    if law == "unknown" or GENERAL.index(named[-1]) > GENERAL.index(law):
        how = f"{when.how}. The pack names the {other}, which began later"
        return worked_out("regime", law, f"{how}. {when.law} the {name}" if law in GENERAL else how)
    named_one = f"the pack names the {other}. {when.how[:1].upper()}{when.how[1:]}"
    how = f"{named_one}. {when.law} the {name}. Ask which of the two applies"
    mention = first(found, named[-1])
    assert mention is not None
    return worked_out("regime", "unknown", how, (mention.clause, mention.sentence))


def _undated(
    clauses: tuple[Clause, ...], found: tuple[Mention, ...], named: list[str], possible: list[str], when: Began
) -> Fact:
    if len(named) == 1:
        how = f"the pack names the {_name(named[0])}"
        if law_words().began[named[0]] > when.latest:
            return worked_out("regime", "unknown", f"{how}, though it had not begun on {day(when.latest)}")
        if named[0] not in possible:
            how += f" and no date; the law of {day(when.latest)} would be the {_name(possible[-1])}"
        return _named(found, named[0], how)
    if named:
        return worked_out("regime", "unknown", f"the pack has no date and names more than one law: {_listed(named)}")
    older = matching(clauses, law_words().older_law_signs)
    if older and by_date(when.latest) == "pa23":
        how = "the pack has no date and speaks of European rules, so it is older than the Procurement Act 2023"
        return worked_out("regime", "unknown", how, older)
    if len(possible) == 1:
        how = f"{when.how}. {when.law} the {_name(possible[0])}"
        return worked_out("regime", possible[0], how)
    return worked_out("regime", "unknown", f"{when.how}. The law may be {_listed(possible)}")


def _named(found: tuple[Mention, ...], law: str, how: str) -> Fact:
    mention = first(found, law)
    assert mention is not None
    return worked_out("regime", law, how, (mention.clause, mention.sentence))


def _possible(when: Began) -> list[str]:
    """The general regimes in force on the days of the span, oldest first."""
    starts = [law_words().began[law] for law in GENERAL if when.earliest < law_words().began[law] <= when.latest]
    return list(dict.fromkeys(by_date(moment) for moment in (when.earliest, *starts)))


def _name(law: str) -> str:
    return law_words().names[law]


def _listed(laws: Iterable[str]) -> str:
    names = [f"the {_name(law)}" for law in laws if law in GENERAL]
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
