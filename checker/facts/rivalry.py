"""Whether rivals are asked: a pack for one supplier alone, and one that says so and speaks of competition as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.statements import Statement, make_fact, own_words, statements

ALONE, COMPETING = "a single supplier is asked", "suppliers compete"
_ONE = r"(?:single|sole)[- ](?:source|tender|supplier)"
_ALONE = re.compile(
    r"\b(?:decision|decided|intention|intends?) (?:to|of) (?:invit|seek|request|award|plac|negotiat|mak)\w*[^.;]{0,40}"
    rf"\b(?:{_ONE}|direct award)\b"
    r"|\bnegotiated (?:procedure )?without (?:(?:the |a )?(?:prior |previous )?(?:publication|competition|call for "
    r"competition|advertisement|notice))\b"
    rf"|\b(?:this|the present) (?:(?:tender|procurement|requirement|invitation|contract|purchase) is (?:an? )?)?{_ONE} "
    r"(?:invitation|tender|procurement|requirement|contract|purchase|action)\b"
    r"|\byou (?:alone )?are the (?:only|sole) (?:supplier|tenderer|firm|contractor|provider"
    r"|company) (?:that (?:has been|is) )?"
    r"(?:invited|asked|approached)\b"
    r"|\bonly (?:one|a single) (?:supplier|tenderer|firm|contractor|provider|company) (?:has been|is|was) (?:invited"
    r"|asked)\b"
    r"|\b(?:let|placed|awarded|procured|bought|conducted|run) without (?:a )?competition\b",
    re.IGNORECASE,
)
_COMPETING = re.compile(
    r"\binvit\w+\b[^.;]{0,80}\bin competition\b|\bthis is a competitive (?:tender|procurement|process)\b"
    r"|\bbids? will be (?:assessed|evaluated|compared) (?:in competition|against (?:each other|one another"
    r"|other bids))\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\bsub-?contract|\breserves? the right|\bif (?:we|the|no|only)\b|\bwhere (?:only|the)\b|\bin future\b|\bmeans\b"
    r"|\bshould only\b|\bmay (?:be|also|choose)\b|\bprevious",
    re.IGNORECASE,
)


def asks_one(told: list[Statement]) -> tuple[Statement, re.Match[str]] | None:
    """The first sentence that says that one supplier alone is asked; None in a pack that speaks of competition too."""
    return next(_said(told, _ALONE), None) if next(_said(told, _COMPETING), None) is None else None


def rivalry(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`rivalry` in two values, `conflicting`, where a pack asks one supplier alone and speaks of competition."""
    told = [s for s in statements(clauses) if own_words(s)]
    alone, competing = next(_said(told, _ALONE), None), next(_said(told, _COMPETING), None)
    if not (alone and competing):
        return ()
    return tuple(
        make_fact("rivalry", value, statement, match.start(), match.end(), status="conflicting")
        for value, (statement, match) in ((COMPETING, competing), (ALONE, alone))
    )


def _said(told: list[Statement], pattern: re.Pattern[str]) -> Iterator[tuple[Statement, re.Match[str]]]:
    for statement in told:
        if statement.sentence.voice == "plain" and not _NOT_SAID.search(statement.text):
            match = pattern.search(statement.text)
            if match:
                yield statement, match
