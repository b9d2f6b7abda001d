"""In which nation the buyer is: by its name, else by the law of the contract, its postcodes and its cities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.domain import Clause, Fact, Facts, Sentence
from checker.facts.law_words import first, matching, mentions, sentences
from checker.facts.readings import codes
from checker.facts.tables import authorities, law_words
from checker.facts.worked_out import worked_out

_WORDS = re.compile(r"[a-z0-9&'-]+")
_PLACED = (
    r"\b(?:on[- ]?site|sites?|offices?|premises|buildings?|headquarters|based|located|situated|branch|campus|depot)\b"
    r"[^.;]{0,40}?\b(?:in|at|across) (?:(?:central|greater|north|south|east|west|inner) )?"
)
_SPOKEN_OF = {
    "england": r"\b(?:in|of|across|throughout) england\b|\benglish (?:law|courts?|authorit\w+|councils?)\b",
    "wales": r"\bwales\b|\bwelsh\b",
    "scotland": r"\bscotland\b|\bscottish\b|\bscots\b",
    "ni": r"\bnorthern ireland\b|\bnorthern irish\b",
}
_WHOLE_KINGDOM = re.compile(
    r"\bengland(?:,| and| &) wales(?:,? (?:and|&)? ?(?:scotland|northern ireland))*|great britain and northern ireland"
    r"|\b(?:english|scottish|welsh)[ ,/]+(?:and |or )?(?:scottish|welsh|english)\b|\bprince of wales\b",
    re.IGNORECASE,
)
NAMES = {"england": "England", "wales": "Wales", "scotland": "Scotland", "ni": "Northern Ireland"}


def jurisdiction(facts: Facts, clauses: tuple[Clause, ...]) -> Fact:
    """The fact `jurisdiction`: england, wales, scotland, ni or unknown."""
    buyers = sorted(codes(facts, "buyer"))
    by_name = {nation for buyer in buyers if (nation := nation_of_name(buyer, codes(facts, "authority_type")))}
    if len(by_name) == 1:
        nation = by_name.pop()
        how = f"the buyer's name ({', '.join(buyers)}) places it in {NAMES[nation]}"
        return worked_out("jurisdiction", nation, how)
    if by_name:
        return worked_out("jurisdiction", "unknown", "the names of the buyers place them in more than one nation")
    return _by_words(clauses)


def nation_of_name(buyer: str, types: Iterable[str] = ()) -> str | None:
    """The nation a body's name tells, None if it does not.

    Bodies of the other nations are listed, so a kind of body that is not in those lists is English by exhaustion.
    """
    table, name = authorities(), _plain(buyer)
    for several in table.not_a_place:
        name = name.replace(several, "")
    if has_words(name, table.england.names):
        return "england"
    for nation, names in table.nations.items():
        if has_words(name, names):
            return nation
    if has_words(name, table.england.kinds):
        return "england"
    council = set(types) == {"council"} and has_words(name, (table.england.council_word,))
    return "england" if council and not has_words(name, table.england.not_by_exhaustion) else None


def has_words(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the text as whole words, whatever the case."""
    padded = f" {_plain(text)} "
    return any(f" {_plain(phrase)} " in padded for phrase in phrases)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))


def _by_words(clauses: tuple[Clause, ...]) -> Fact:
    words = law_words()
    patterns = words.contract_law
    found = {law: place for law in patterns if (place := matching(clauses, (patterns[law],), words.contract_law_cue))}
    named = mentions(clauses)
    scottish = first(named, "scotland")
    if scottish and {m.law for m in named} == {"scotland"} and set(found) <= {"scotland"}:
        how = "the pack runs under Scottish procurement regulations"
        return worked_out("jurisdiction", "scotland", how, (scottish.clause, scottish.sentence))
    if not found:
        return _by_place(clauses)
    if len(found) > 1:
        return worked_out("jurisdiction", "unknown", "the pack speaks of the laws of more than one nation")
    law, place = next(iter(found.items()))
    if law != "england-wales":
        return worked_out("jurisdiction", law, f"the contract is under the law of {NAMES[law]}", place)
    areas = _postal_areas(clauses)
    if areas and areas <= authorities().england.postal_areas:
        how = "the contract is under English law and every postcode in the pack is in England"
        return worked_out("jurisdiction", "england", how, place)
    how = "the law of the contract is that of England and Wales, and nothing tells which of the two"
    return worked_out("jurisdiction", "unknown", how)


def _by_place(clauses: tuple[Clause, ...]) -> Fact:
    """By the postcodes of the pack, else by the city where the work is; nothing where two nations are spoken of."""
    table = authorities()
    areas = _postal_areas(clauses)
    held = {"england": table.england.postal_areas, **table.postal_areas}
    by_code = {nation for nation, codes_of in held.items() if areas & codes_of}
    if len(by_code) == 1 and areas <= held[nation := next(iter(by_code))] and not _speaks_of_others(clauses, nation):
        return worked_out("jurisdiction", nation, f"every postcode in the pack is in {NAMES[nation]}")
    cities = {} if areas else _cities(clauses)
    if len(cities) == 1:
        nation, (city, place) = next(iter(cities.items()))
        if not _speaks_of_others(clauses, nation):
            how = f"the pack places its people or buildings in {city.capitalize()}, and names no other nation"
            return worked_out("jurisdiction", nation, how, place)
    return worked_out("jurisdiction", "unknown", "nothing tells where the buyer is")


def _cities(clauses: tuple[Clause, ...]) -> dict[str, tuple[str, tuple[Clause, Sentence]]]:
    """By nation the first city in which a sentence places an office, a site or the work."""
    found: dict[str, tuple[str, tuple[Clause, Sentence]]] = {}
    for nation, names in authorities().cities.items():
        placed = re.compile(rf"{_PLACED}\b({'|'.join(names)})\b(?!['’-])", re.IGNORECASE)
        for clause, sentence in sentences(clauses):
            match = placed.search(sentence.text)
            if match and nation not in found and not re.match(r" [A-Z]", sentence.text[match.end() :]):
                found[nation] = match[1], (clause, sentence)
    return found


def _speaks_of_others(clauses: tuple[Clause, ...], nation: str) -> bool:
    """Whether the pack names another nation than that one; the United Kingdom and its law count for none."""
    others = re.compile("|".join(words for name, words in _SPOKEN_OF.items() if name != nation), re.IGNORECASE)
    return any(others.search(_WHOLE_KINGDOM.sub(" ", s.text)) for _, s in sentences(clauses))


def _postal_areas(clauses: tuple[Clause, ...]) -> frozenset[str]:
    pattern = _postcode()
    return frozenset(found[1] for _, s in sentences(clauses) for found in pattern.finditer(s.text))


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(law_words().postcode)
