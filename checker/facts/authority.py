"""Whether procurement law binds the buyer, and which threshold amounts count for it."""

from __future__ import annotations

import re

from checker.domain import Clause, Fact, Facts
from checker.facts.law_words import sentences
from checker.facts.nation import has_words
from checker.facts.readings import codes
from checker.facts.tables import Amounts, authorities, law_words
from checker.facts.worked_out import Evidence, worked_out


def types_of(facts: Facts) -> frozenset[str]:
    """The authority types the pack tells; where it tells none, what the buyer's name says; empty if unknown."""
    told = codes(facts, "authority_type")
    if told:
        return told
    return frozenset(kind for buyer in codes(facts, "buyer") if (kind := _type_of_name(buyer)))


def _type_of_name(buyer: str) -> str | None:
    return next((named.type for named in authorities().by_name if has_words(buyer, named.words)), None)


def bound(facts: Facts, clauses: tuple[Clause, ...]) -> Fact:
    """The fact `bound`: yes, no or unknown."""
    table, buyers = authorities(), codes(facts, "buyer")
    says_not = _says(clauses, law_words().contracting_authority.is_not)
    if says_not:
        return worked_out("bound", "no", "the pack says that procurement law does not bind the buyer", says_not)
    special = next((e for e in table.exceptions for buyer in buyers if has_words(buyer, e.words)), None)
    if special is None:
        kinds = [table.types[kind] for kind in sorted(types_of(facts)) if kind in table.types]
        why = "; ".join(kind.why for kind in kinds) or "the pack does not tell what kind of body it is"
        if kinds and all(kind.bound == "yes" for kind in kinds):
            return worked_out("bound", "yes", why)
    else:
        why = special.why
    says_so = _calls_itself_authority(clauses)
    if says_so:
        return worked_out("bound", "yes", "the pack says that the buyer is a contracting authority", says_so)
    return worked_out("bound", "unknown", f"it is not known whether procurement law binds the buyer: {why}")


def amounts_for(facts: Facts) -> tuple[Amounts, ...]:
    """central or sub-central; both where the body leaves it open."""
    table, buyers = authorities(), codes(facts, "buyer")
    if any(has_words(buyer, table.either_amounts) for buyer in buyers):
        return ("central", "sub-central")
    kinds = {table.types[kind].amounts for kind in types_of(facts) if kind in table.types}
    return (kinds.pop(),) if len(kinds) == 1 and "either" not in kinds else ("central", "sub-central")


def _says(clauses: tuple[Clause, ...], pattern: str) -> Evidence | None:
    compiled = re.compile(pattern, re.IGNORECASE)
    others = re.compile(law_words().contracting_authority.about_others, re.IGNORECASE)
    for clause, sentence in sentences(clauses):
        match = compiled.search(sentence.text)
        if match and not others.search(sentence.text[: match.start()]):
            return clause, sentence
    return None


def _calls_itself_authority(clauses: tuple[Clause, ...]) -> Evidence | None:
    words = law_words().contracting_authority
    says_so = re.compile(words.says_so, re.IGNORECASE)
    others = re.compile(words.about_others, re.IGNORECASE)
    for clause, sentence in sentences(clauses):
        before, stem, _ = sentence.text.lower().partition(words.stem)
        if stem and says_so.search(before) and not sentence.negated and not others.search(before):
            return clause, sentence
    return None
