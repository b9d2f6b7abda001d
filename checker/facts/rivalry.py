"""Whether rivals are asked: a pack for one supplier alone, and one that says so and speaks of competition as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.statements import Statement, make_fact, own_words, statements

ALONE, COMPETING = "a single supplier is asked", "suppliers compete"
_ONE = r"(?:single|sole)[- ](?:source|tender|supplier)"
_ALONE = re.compile(
    r"\b(?:decision|decided|intention|intends?) (?:to|of) (?:invit|seek|request|award|plac|negotiat|"
    rf"mak)\w*[^.;]{{0,40}}\b(?:{_ONE}|direct award)\b"
    r"|\bnegotiated (?:procedure )?without (?:(?:the |a )?(?:prior |previous )?(?:publication|competition|call for "
    r"competition|advertisement|notice))\b"
    r"|\b(?:this|the present) (?:(?:tender|procurement|requirement|invitation|contract|purchase) is "
    rf"(?:an? )?)?{_ONE} (?:invitation|tender|procurement|requirement|contract|purchase|action)\b"
    r"|\byou (?:alone )?are the (?:only|sole) (?:supplier|tenderer|firm|contractor|provider"
    r"|company) (?:that (?:has been|is) )?"
    r"(?:invited|asked|approached)\b"
    r"|\bonly (?:one|a single) (?:supplier|tenderer|firm|contractor|provider|company) (?:has been|is|was) (?:invited"
    r"|asked)\b"
    r"|\b(?:let|placed|awarded|procured|bought|conducted|run) without (?:a |any )?(?:competition|competitive process|"
    r"call for competition|tender process|advert\w*)\b"
    r"|\b(?:with|to|from) [^.;]{1,50}\b(?:the )?(?:only|sole) "
    r"(?:supplier|firm|contractor|provider|company|source|manufacturer) "
    r"(?:able|capable|that can|who can|which can|in a position)\b"
    r"|\bthere is (?:only )?(?:one|a single|a sole) (?:source|supplier|provider|firm|manufacturer)"
    r"\b[^.;]{0,80}\baward"
    r"|\b(?:negotiation|discussion|use)s? (?:with|by) (?:the )?(?:nominated|named|chosen|incumbent|existing|selected) "
    r"(?:contractor|supplier|provider|firm)s? (?:alone|only)\b"
    r"|\b(?:no|not|without)(?: \w+){0,2} (?:other (?:offers?|bids?|tenders?|quotes?|suppliers?|firms?)|tender process|"
    r"competition|competitive process)\b[^.;]{0,30}\b(?:sought|invited|asked|approached|run|held|considered|"
    r"taking place)\b"
    r"|\b(?:competition|tender process)\b[^.;]{0,20}\b(?:has not|was not|is not|will not) (?:been |be )?(?:held|"
    r"run|used)\b"
    r"|\bno competition (?:was |is |has been )?(?:held|run)\b|"
    r"\b(?:incumbent|existing supplier|current provider)\b[^.;]{0,30}\b(?:has been|is|was|will be) "
    r"(?:given|awarded|offered|granted) (?:the|a) (?:new |further )?contract\b"
    r"|\b(?:contract) (?:is|was|will be|has been|shall be|is to be) (?:made |placed |let |awarded |given )?"
    r"(?:by |as |through |under )(?:a )?direct award\b|\bdirect(?:ly)? award(?:ed)? to\b|\bwe (?:are|will be) "
    r"(?:making|using) a direct award\b",
    re.IGNORECASE,
)
_COMPETING = re.compile(
    r"\binvit\w+\b[^.;]{0,80}\bin competition\b|\bthis is a competitive (?:tender|procurement|process)\b"
    r"|\bbids? will be (?:assessed|evaluated|compared) (?:in competition|against (?:each other|one another"
    r"|other bids))\b"
    r"|\b(?:open|competitive) (?:competition|tender\w*|procedure|procurement|flexible procedure|exercise|process)\b"
    r"|\b(?:suppliers|providers|bidders|tenderers|contractors|firms) "
    r"(?:will |must |shall |are to |are )?compet(?:e|ing)\b"
    r"|\b(?:every|any|all|interested) (?:\w+ )?(?:firms?|suppliers?|providers?|contractors?|companies|bidders?) "
    r"(?:is|are|may) (?:welcome|invited|free|able)?(?: ?to )?(?:tender|bid|apply|quote)\b"
    r"|\btenders are (?:invited|sought) from the (?:market|open market|public)\b"
    r"|\bmost (?:economically )?advantageous tender\b[^.;]{0,40}\b(?:from|of|among) (?:those|the tenders|all)\b",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\bsub-?contract|\breserves? the right|\bif (?:we|the|no|only)\b|\bwhere (?:only|the)\b|\bin future\b|\bmeans\b"
    r"|\bshould only\b|\bmay (?:be|also|choose)\b|\bprevious"
    r"|\bframework\b|\bcall-?off|\borders (?:are|will|may|can)\b|\bdecided against\b|\bmini-?competition|"
    r"\bsafeguard|\bfair competition\b",
    re.IGNORECASE,
)


def asks_one(told: list[Statement]) -> tuple[Statement, re.Match[str]] | None:
    """The first sentence that says that one supplier alone is asked; None in a pack that speaks of competition."""
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
