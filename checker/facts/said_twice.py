"""Numbers that a pack gives twice and differently: how long a tender stays open, copies, days of standstill, marks.

A false one accuses, so only sentences about the whole tender count, and a number for one lot, one side or one case is
no contradiction of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.numerals import WORDS, read_number
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_names, own_words, statements

_N = rf"(?P<number>\d{{1,4}}|{WORDS})(?:\s?\(\s?[\w\s-]{{1,16}}\s?\))?"
_UNIT = r"(?P<unit>(?:(?:calendar|clear|consecutive|working|business) )?days?|weeks?|(?:calendar )?months?)"
_OFFER = r"(?:tenders?|offers?|bids?|quotations?|quotes?|proposals?|submissions?|prices?|(?<!\w )responses?)"
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4}
_MOST_APART = 3.0  # days between "90 days" and "3 months", which are the same
_LEAST_SEMICOLONS = 3  # in a checklist that is written as one sentence
_IF = re.compile(r"\bor (?:such|any) (?:longer|later|other)|\bif (?:we|the|you)\b|\bextend", re.IGNORECASE)
Reader = Callable[[re.Match[str]], str | None]


@dataclass(frozen=True, slots=True)
class Topic:
    """How one number is worded, and how its value is told."""

    name: str
    pattern: re.Pattern[str]
    value: Reader
    unless: re.Pattern[str]


def _topic(name: str, pattern: str, value: Reader, unless: str = r"(?!)") -> Topic:
    return Topic(name, re.compile(pattern, re.IGNORECASE), value, re.compile(unless, re.IGNORECASE))


def _period(found: re.Match[str]) -> str | None:
    number = read_number(found["number"])
    return f"{number:g} {found['unit'].lower()}" if number else None


def _count(noun: str) -> Reader:
    one = {"copies": "copy"}.get(noun, noun)

    def value(found: re.Match[str]) -> str | None:
        number = read_number(found["number"])
        return f"{number:g} {one if number == 1 else noun}" if number else None

    return value


def _years(found: re.Match[str]) -> str | None:
    number = read_number(found["number"])
    return f"{number:g} years" if number else None


def _scale(found: re.Match[str]) -> str | None:
    return f"0 to {found['top']}"


_NOT_OPEN = (  # of other papers, of quotes during the contract, and of prices that are held for its term
    r"\bguarantee|\blegal (?:proceedings|challenge)|\bin the event\b|\bbond\b|\bsecurity\b|\bemployment\b|"
    r"\bcontract (?:shall|will) remain|\breview\b|\bcatalogue|"
    r"\bquotation[^.]{0,40}\bfor (?:each|work)|\bwithdrawn? (?:\w+ ){0,3}(?:without|on|by|unless|upon)\b|"
    r"\bcall-?off|\bmini-?\s?competition|\bunder the (?:framework|contract)|\bvariation|"
    r"\b(?:extra|additional|further|varied|reactive) (?:works?|services|items)|"
    r"\bprices?\b(?!.{0,140}\b(?:clos\w+|returns?|tenders?|bids?|submission|acceptance)\b)"
)
_TOPICS = (
    _topic(
        "tenders_open",
        rf"\b{_OFFER}\b[^.;]{{0,90}}\b(?:open for acceptance|remain\w* (?:open|valid|firm)|"
        rf"(?:be|is|are) (?:open|valid) (?:for|until)|be (?:open|valid)|stay\w* (?:open|valid|firm)|"
        rf"stands? (?:open|good)|held open|holds? good|"
        rf"validity|irrevocable|kept open|(?:not|nor) (?:be )?(?:withdrawn?|retracted|revoked)|capable of acceptance|"
        rf"(?:be|remain\w*) (?:held|honoured|binding))\b[^.;]{{0,60}}?(?<![\w.]){_N}[\s-]{_UNIT}(?!\w)",
        _period,
        _NOT_OPEN,
    ),
    _topic(
        "tenders_open",
        rf"\b(?:not (?:to )?withdraw|bound by|abide by|stand by|honour|hold|keep) (?:this|our|my|the|its|their|your) "
        rf"{_OFFER}(?: open)? (?:for|until)\b[^.;]{{0,40}}?(?<![\w.]){_N}[\s-]{_UNIT}(?!\w)",
        _period,
        _NOT_OPEN,
    ),
    _topic(
        "tenders_open",
        rf"\b(?:{_OFFER} validity|validity (?:period )?of (?:the )?{_OFFER})\b[^.;]{{0,60}}?(?<![\w.]){_N}[\s-]{_UNIT}"
        r"(?!\w)",
        _period,
    ),
    _topic(
        "standstill_days",
        r"\bstand-?\s?still (?:period )?(?:of|is|lasts|will be|for|:|\()\W{0,2}"
        rf"(?:at least |a (?:period|minimum) of |(?:a )?mandatory |minimum )*{_N}[\s-]{_UNIT}(?!\w)",
        _period,
        r"\bif\b|\bwhere\b|\b(?:e-?mail|electronic|post|fax)\w*\b",
    ),
    _topic(
        "copies_asked",
        rf"(?<![\w.]){_N} (?:\w+ )?(?:hard|paper|printed|bound) copies\b",
        _count("copies"),
        r"\binvoice|\breport\b|\bcertificate|\bmanual|\bdrawings?\b|\bcontract\b",
    ),
    _topic(
        "copies_asked",
        rf"\b(?:one |an |a )?(?:signed )?original(?: \([^)]{{1,20}}\))?,? (?:(?:and|plus|with|together) ){{0,2}}{_N} "
        r"(?:paper |hard |printed |"
        r"bound )?cop(?:y|ies)\b(?! of (?!the (?:whole )?(?:tender|bid|quotation|proposal|submission)))",
        _count("copies"),
        r"\binvoice|\breport\b|\bcertificate|\bmanual|\bdrawings?\b|\bcontract\b|\benvelope|"
        r"\bpart (?:one|two|\d|[a-c])\b",
    ),
    _topic(
        "referees_asked",
        rf"\b(?:provide|give|name|supply|submit|list|enter|attach)\b[^.;]{{0,40}}(?<![\w.-]){_N} "
        r"(?:(?:relevant|recent|written|client|customer|trade|suitable) )*(?:references|referees)\b",
        _count("references"),
        r"\bup to\b|\bany\b|\badditional\b|\bmaximum\b",
    ),
    _topic(
        "notice_to_end",
        r"\bthe (?:council|authority|trust|client|customer|buyer|employer|university|college|school|department|"
        r"commissioner|company)\b[^.;]{0,40}\bterminate\b[^.;]{0,60}\b"
        r"(?:at any time|without cause|for any reason|for convenience|without giving (?:any )?reasons?)\b[^.;]{0,60}?"
        rf"(?<![\w.]){_N}[\s-]{_UNIT}(?!\w)[’']?",
        _period,
        r"\bwithin\b|\bremed",
    ),
    _topic(
        "accounts_years",
        rf"\b(?:accounts|financial statements)\b[^.;]{{0,40}}\b(?:last|past|previous|(?:most )?recent|latest) {_N} "
        r"(?P<unit>(?:financial |trading |accounting )?years?)\b",
        _period,
        r"\bturnover\b|\bif\b|\bor\b|\bwhere\b|\bup to\b",
    ),
    _topic(
        "accounts_years",
        rf"(?<![\w.]){_N} (?:sets? of|years?[’']?(?: of| worth of)?) (?:(?:full|audited|filed|published|annual|signed|"
        r"statutory|company|your) )*(?:accounts|financial statements)\b",
        _years,
        r"\bup to\b|\bif\b|\bgroup\b|\bparent\b|\bguarantor|\bor (?:\w+ )?(?:years?|sets?|more)\b|\bretain|"
        r"\bkeep|\bkept\b",
    ),
    _topic(
        "contracts_shown",
        rf"\b(?:give|provide|describe|submit|supply|set out|with)\b[^.;]{{0,30}}(?<![\w.-]){_N} "
        r"(?:(?:relevant|recent|similar|comparable|previous) )*"
        r"(?:case studies|contract examples|examples of (?:\w+ )?(?:contracts|work|projects)|example contracts)\b",
        _count("examples"),
        r"\bup to\b|\bmaximum\b|\bno more than\b|\badditional\b|\bat least\b",
    ),
    _topic(
        "marks_scale",
        r"\b(?:scor(?:e|es|ed|ing)|mark(?:s|ed|ing)?|scale|rat(?:ed|ing))\b[^.;|]{0,60}\b"
        r"(?:from|of|between|on a scale of|scale:?) (?:0|zero|nought) ?(?:-|–|to|and) ?"
        r"(?P<top>\d{1,2}|five|ten|four|three)\b(?!\s?%)",
        _scale,
        r"\bprice\b|\bsocial value\b|\bKPI|\bpresentation|\binterview",
    ),
)  # fmt: skip
_IN_ONE = frozenset({"accounts_years", "contracts_shown"})  # another document may ask for another number of them
NAMES = tuple(dict.fromkeys(topic.name for topic in _TOPICS))


def said_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """For each topic (`tenders_open`, `standstill_days`, `copies_asked`, `marks_scale` …: `NAMES`) one
    `conflicting` fact a value ("90 days"), where a pack gives more than one; "three months" is the same as "90 days".
    """
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for statement in statements(clauses):
        if own_words(statement) and not lot_names(statement.text):
            for name, said in _in_statement(statement):
                found[name, statement.clause.document if name in _IN_ONE else ""].append(said)
    return tuple(
        fact
        for (name, _), said in found.items()
        if len(each := _apart(first_of_each(said))) > 1
        for fact in clashes(name, [each])
    )


def _in_statement(statement: Statement) -> Iterator[tuple[str, Said]]:
    text = statement.text
    for topic in _TOPICS:
        found = topic.pattern.search(text)
        if (
            found
            and not topic.unless.search(_item_of(text, found))
            and not _IF.search(text[found.start() : found.end() + 40])
        ):
            value = topic.value(found)
            if value:
                yield topic.name, Said(value=value, statement=statement, start=found.start(), end=found.end())


def _item_of(text: str, found: re.Match[str]) -> str:
    """The item of a list run into one sentence ("Form A; accounts; two copies") that the words stand in, else all."""
    if text.count(";") < _LEAST_SEMICOLONS:
        return text
    last = text.find(";", found.end())
    return text[text.rfind(";", 0, found.start()) + 1 : last if last >= 0 else len(text)]


def _apart(said: Sequence[Said]) -> tuple[Said, ...]:
    """The values without those that say an earlier one in another unit."""
    kept: list[Said] = []
    for item in said:
        if not any(_same(str(item.value), str(other.value)) for other in kept):
            kept.append(item)
    return tuple(kept)


def _same(one: str, other: str) -> bool:
    first, second = _in_days(one), _in_days(other)
    if first is None or second is None:
        return one == other
    return first == second or (
        one.split()[1][0] != other.split()[1][0] and abs(first - second) <= _MOST_APART * second / 90
    )


def _in_days(value: str) -> float | None:
    number, _, unit = value.partition(" ")
    letter = unit.rsplit(" ", 1)[-1][:1]
    if not number.replace(".", "").isdigit() or letter not in _DAYS or "working" in unit or "business" in unit:
        return None
    return float(number) * _DAYS[letter]
