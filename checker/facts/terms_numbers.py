"""References inside a set of terms: to a clause that the terms do not have, or to one about something else.

Other parts of a pack number their own points 1, 2, 3, so only the terms' own numbers count here. A false one accuses:
the terms must be numbered without a gap and without a second set, and the clause named must nowhere speak of the thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_TERMS = re.compile(r"\b(?:conditions|terms|agreement|contract)\b", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:extracts?|extracted|summary|selected|principal|key|heads of)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
_LETTERED = re.compile(r"[A-Z]\d{1,2}")
_REFERENCE = re.compile(
    r"\b(?:clause|condition)s? (?P<id>\d{1,2}(?:\.\d{1,2})?)(?![\d.]*\d|\s?[%:/–-])(?P<after>.{0,40})", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:acts?|regulations?|directive|order 20\d\d|jct|nec\d?|framework|standard (?:form|terms|conditions)|defcon|"
    r"tupe|legislation|call-?off|order form|joint|schedule|annex|appendix)\b",
    re.IGNORECASE,
)
_HEAD = 3  # statements at the head of a part that may say that it is an extract
_LEAST_TOP, _LEAST_BELOW = 8, 3  # clauses that make a set of terms, and points of one of them
_FURTHEST_TOP, _FURTHEST_BELOW = 5, 2  # how far beyond the last a number may lie and still be meant for one of them

_TOPICS = {  # how a reference speaks of a thing, and how the clause that has it does
    r"terminat(?:e|ed|ion)|determination": (
        r"\b(?:may|right|rights|entitled|power|grounds)\b.{0,120}\b(?:terminat\w*|cancel\w*|rescind\w*|"
        r"end (?:the|this|it)|determine (?:the|this|its|their))\b|"
        r"^\W*(?:\d+\W+)?(?:terminat|determination|cancel|break|default)|"
        r"\b(?:and|or) (?:termination|determination|default)\b"
    ),
    r"insurances?": r"insur|polic|cover",
    r"confidential(?: information|ity)?": r"confiden|secre|disclos|non-disclosure",
    r"indemnit(?:y|ies)": r"indemni|keep .{0,20}harmless|liab",
    r"force majeure": r"force majeure|beyond .{0,30}control|outside .{0,30}control|unforeseen",
    r"personal data|data protection": r"personal data|data protection|gdpr|privacy",
    r"intellectual property(?: rights)?": r"intellectual|copyright|licen[cs]e|\bipr",
    (
        r"dispute resolution(?: procedure)?|"
        r"disputes? (?:shall|will|must|are to) be (?:resolved|settled|dealt with|referred)"
    ): r"disput|mediat|adjudicat|arbitrat|escalat|expert|disagree",
}
_LINK = (
    r"(?:,? (?:stated|set out|provided(?: for)?|described|required|specified|listed|given|referred to|given effect|"
    r"effected))? (?:under|in accordance with|pursuant to|by virtue of|in|at|as) "
    r"(?:(?:Annexe?|Appendix|Schedule|Part) [A-Z\d]{1,2},? (?:at )?)?"
    r"(?:clause|condition|section|paragraph|question) (?P<id>[A-Z]?\d{1,2})(?:\.\d{1,2})*(?![\w.]*\w|\s?[%:/–-])"
    r"(?P<after>.{0,40})"
)
_SPOKEN = tuple(
    (re.compile(rf"\b(?:{said}){_LINK}", re.IGNORECASE), re.compile(held, re.IGNORECASE))
    for said, held in _TOPICS.items()
)
_FOREIGN = re.compile(
    r"^[\s,)]*(?:(?:\([a-z0-9]+\))\s?)?(?:and|or|to|of|in)\b (?:the |that |this |these )?(?:\d|act|regulat|framework|"
    r"schedule|annex|appendix|order|call|joint|core|jct|nec|standard|model|main|head|contract|agreement|conditions|"
    r"terms|policy|lease|licen)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Set:
    """The clauses of one set of terms: their statements by number, in order, with every statement of the part."""

    held: dict[str, list[Statement]] = field(default_factory=dict)
    inside: list[Statement] = field(default_factory=list)
    is_plain: bool = True  # numbered once, upwards


def beyond_terms(clauses: tuple[Clause, ...]) -> Iterator[tuple[bool, Said]]:
    """Each reference ("clause 9.5") to a clause beyond the last of the terms it stands in, and whether it is sure.

    The next after the last is not: a PDF may have lost the number of its heading.
    """
    for terms in _sets(clauses).values():
        numbers = frozenset(terms.held)
        if not terms.is_plain or not _is_row(numbers, "", _LEAST_TOP):
            continue
        for statement in terms.inside:
            if statement.sentence.voice != "plain" or _ELSEWHERE.search(statement.text):
                continue
            for found in _REFERENCE.finditer(statement.text):
                id_, far = found["id"], _FOREIGN.match(found["after"])
                if not far and _is_beyond(id_, numbers) and not _stands_open(id_, terms.inside):
                    value = f"{found.group().split()[0].lower().removesuffix('s')} {id_}"
                    sure = "." in id_ or f"{int(id_) - 1}" not in numbers
                    end = found.start("after")
                    yield sure, Said(value=value, statement=statement, start=found.start(), end=end)


def other_topics(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`reference_other_topic` (and `_2`, `_3`): a reference with its topic, and the one clause headed by that topic."""
    groups: list[tuple[Said, Said]] = []
    for terms in _sets(clauses).values():
        if terms.is_plain and _is_row(frozenset(terms.held), "", _LEAST_TOP):
            groups += _misled(terms.inside, terms.held)
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = [s for s in statements(tuple(c for c in clauses if c.document == document)) if own_words(s)]
        groups += _misled(told, _lettered(told))
    return clashes("reference_other_topic", groups)


def _sets(clauses: tuple[Clause, ...]) -> Mapping[tuple[str, str], _Set]:
    """The numbered clauses under each heading that names terms, up to where their numbers begin anew."""
    sets: defaultdict[tuple[str, str], _Set] = defaultdict(_Set)
    for statement in statements(clauses):
        home = next((heading for heading in statement.clause.headings if _TERMS.search(heading)), None)
        if statement.clause.role != "terms" or home is None or not own_words(statement):
            continue
        terms = sets[statement.clause.document, home]
        terms.is_plain &= not (_PARTLY.search(home) or (_PARTLY.search(statement.text) and len(terms.inside) < _HEAD))
        terms.inside.append(statement)
        number = (statement.clause.number or "").strip(".")
        if not _NUMBER.fullmatch(number):
            continue
        last = next(reversed(terms.held), "0")
        if _key(number) < _key(last):
            terms.is_plain = False
        for above in _with_above(number):
            terms.held.setdefault(above, []).append(statement)
    return sets


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _with_above(number: str) -> Iterator[str]:
    parts = number.split(".")
    yield from (".".join(parts[: depth + 1]) for depth in range(len(parts)))


def _lettered(told: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    """The statements under headings that bear a letter and a number ("D5 Experience"), each used once."""
    held: defaultdict[str, list[Statement]] = defaultdict(list)
    heads: defaultdict[str, int] = defaultdict(int)
    for statement in told:
        top = (statement.clause.number or "").strip(".").split(".")[0]
        if _LETTERED.fullmatch(top):
            held[top].append(statement)
            heads[top] += statement.sentence.kind == "heading"
    return {number: said for number, said in held.items() if heads[number] == 1}


def _is_row(numbers: frozenset[str], above: str, least: int) -> bool:
    """Whether the numbers on one level run from 1 without a gap, `least` of them or more."""
    places = _places(numbers, above)
    return len(places) >= least and places == list(range(1, len(places) + 1))


def _places(numbers: frozenset[str], above: str) -> list[int]:
    prefix = f"{above}." if above else ""
    return sorted(int(n[len(prefix) :]) for n in numbers if n.startswith(prefix) and n[len(prefix) :].isdigit())


def _is_beyond(number: str, numbers: frozenset[str]) -> bool:
    above, _, last = number.rpartition(".")
    least, furthest = (_LEAST_BELOW, _FURTHEST_BELOW) if above else (_LEAST_TOP, _FURTHEST_TOP)
    places = _places(numbers, above)
    closed = not above or f"{int(above) + 1}" in numbers
    return closed and _is_row(numbers, above, least) and len(places) < int(last) <= len(places) + furthest


def _stands_open(number: str, inside: Sequence[Statement]) -> bool:
    """Whether the number stands in the text of the part other than as a reference: the reading may have lost it."""
    bare = re.compile(rf"(?<![\w.£]){re.escape(number)}(?![\w%]|\.\d)")
    named = re.compile(rf"\b(?:clause|condition|paragraph)s? {re.escape(number)}(?![\w%]|\.\d)", re.IGNORECASE)
    return any(len(bare.findall(s.text)) > len(named.findall(s.text)) for s in inside)


def _misled(inside: Sequence[Statement], held: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[Said, Said]]:
    """References to one of the clauses held that does not speak of the thing, where one other is headed by it."""
    for statement in inside:
        if statement.sentence.voice != "plain" or statement.sentence.kind == "heading":
            continue
        for said, topic in _SPOKEN:
            for found in said.finditer(statement.text):
                target = held.get(found["id"])
                if not target or statement in target or _FOREIGN.match(found["after"]):
                    continue
                if any(topic.search(f"{s.text} {s.heading}") for s in target):
                    continue
                heads = [
                    s for number, each in held.items() for s in each[:1] if _is_head(number, s, topic, found["id"])
                ]
                if len(heads) == 1:
                    name = re.split(r"\W", found.group(), maxsplit=1)[0].lower()
                    label = found.group()[: found.start("after") - found.start()].rsplit(" ", 2)[-2:]
                    number = (heads[0].clause.number or "").strip(".")
                    yield (
                        Said(
                            value=f"{' '.join(label)} ({name})",
                            statement=statement,
                            start=found.start(),
                            end=found.start("after"),
                        ),
                        Said(value=f"{number} {heads[0].text.strip(' *')}", statement=heads[0]),
                    )


def _is_head(number: str, statement: Statement, topic: re.Pattern[str], like: str) -> bool:
    """Whether a statement is the heading of a clause of the same depth and speaks of the topic."""
    alike = (
        number.count(".") == like.count(".") and number[0] == like[0] if not like[0].isdigit() else "." not in number
    )
    return bool(alike) and statement.sentence.kind == "heading" and bool(topic.search(statement.text))
