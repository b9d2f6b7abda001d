"""Numbers that a pack gives twice and differently: how long a tender stays open, copies, days of standstill, marks.

A false one accuses, so only sentences about the whole tender count, and a number for one lot, one side or one case is
no contradiction of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.bid_topics import BID_TOPICS
from checker.facts.contract_topics import CONTRACT_TOPICS
from checker.facts.money_topics import MONEY_TOPICS
from checker.facts.score_topics import SCORE_TOPICS
from checker.facts.slip_facts import Said, clashes, first_of_each
from checker.facts.statements import Statement, lot_at, own_words, statements
from checker.facts.topics import UNIT, N, Topic, count, period, scale, topic, years

_OFFER = r"(?:tenders?|offers?|bids?|quotations?|quotes?|proposals?|submissions?|prices?|(?<!\w )responses?)"
_DAYS = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.4, "y": 365.0}
_MOST_APART = 3.0  # days between "90 days" and "3 months", which are the same
_LEAST_SEMICOLONS = 3  # in a checklist that is written as one sentence
_IF = re.compile(r"\bor (?:such|any) (?:longer|later|other)|\bif (?:we|the|you)\b|\bextend", re.IGNORECASE)
_NOT_OPEN = (  # of other papers, of quotes during the contract, and of prices that are held for its term
    r"\bguarantee|\blegal (?:proceedings|challenge)|\bin the event\b|\bbond\b|\bsecurity\b|\bemployment\b|"
    r"\bcontract (?:shall|will) remain|\breview\b|\bcatalogue|"
    r"\bquotation[^.]{0,40}\bfor (?:each|work)|\bwithdrawn? (?:\w+ ){0,3}(?:without|on|by|unless|upon)\b|"
    r"\bcall-?off|\bmini-?\s?competition|\bunder the (?:framework|contract)|\bvariation|"
    r"\b(?:extra|additional|further|varied|reactive) (?:works?|services|items)|"
    r"\bprices?\b(?!.{0,140}\b(?:clos\w+|returns?|tenders?|bids?|submission|acceptance)\b)"
)
_TOPICS = (
    topic(
        "tenders_open",
        rf"\b{_OFFER}\b[^.;]{{0,90}}\b(?:open for acceptance|remain\w* (?:open|valid|firm)|"
        rf"(?:be|is|are) (?:open|valid) (?:for|until)|be (?:open|valid)|stay\w* (?:open|valid|firm)|"
        rf"stands? (?:open|good)|held open|holds? good|"
        rf"validity|irrevocable|kept open|(?:not|nor) (?:be )?(?:withdrawn?|retracted|revoked)|capable of acceptance|"
        rf"(?:be|remain\w*) (?:held|honoured|binding)|(?:are|is) (?:firm|held|binding))\b"
        rf"[^.;]{{0,60}}?(?<![\w.]){N}[\s-]{UNIT}(?!\w)",
        period,
        _NOT_OPEN,
    ),
    topic(
        "tenders_open",
        rf"\b(?:not (?:to )?withdraw|bound by|abide by|stand by|honour|hold|keep|leave|guarantee) (?:this|our|my|the|"
        rf"its|their|your) "
        rf"{_OFFER}(?: open)? (?:for|until)\b[^.;]{{0,40}}?(?<![\w.]){N}[\s-]{UNIT}(?!\w)",
        period,
        _NOT_OPEN,
    ),
    topic(
        "tenders_open",
        rf"\b(?:{_OFFER} validity|validity (?:period )?of (?:the )?{_OFFER})\b[^.;]{{0,60}}?(?<![\w.]){N}[\s-]{UNIT}"
        r"(?!\w)",
        period,
    ),
    topic(
        "tenders_open",
        rf"\b(?:accept (?:this|our|any|the|its|your|a) {_OFFER}|{_OFFER} (?:may|can|will) be accepted)"
        rf"(?: at any time)? (?:within|in the|up to) (?:a period of )?{N}[\s-]{UNIT} (?:of|after|from|following) "
        rf"(?:the |its )?"
        r"(?:(?:tender|final|bid|submission) )?(?:clos\w+|deadline|return|submission|receipt|opening)\b",
        period,
        _NOT_OPEN,
    ),
    topic(
        "standstill_days",
        r"\bstand-?\s?still (?:period )?(?:of|is|lasts|will be|for|:|\()\W{0,2}"
        rf"(?:at least |a (?:period|minimum) of |(?:a )?mandatory |minimum )*{N}[\s-]{UNIT}(?!\w)",
        period,
        r"\bif\b|\bwhere\b|\b(?:e-?mail|electronic|post|fax)\w*\b",
    ),
    topic(
        "copies_asked",
        rf"(?<![\w.]){N} (?:\w+ )?(?:hard|paper|printed|bound) copies\b",
        count("copies"),
        r"\binvoice|\breport\b|\bcertificate|\bmanual|\bdrawings?\b|\bcontract\b",
    ),
    topic(
        "copies_asked",
        rf"\b(?:one |an |a )?(?:signed )?original(?: \([^)]{{1,20}}\))?,? (?:(?:and|plus|with|together) ){{0,2}}{N} "
        r"(?:paper |hard |printed |"
        r"bound )?cop(?:y|ies)\b(?! of (?!the (?:whole )?(?:tender|bid|quotation|proposal|submission)))",
        count("copies"),
        r"\binvoice|\breport\b|\bcertificate|\bmanual|\bdrawings?\b|\bcontract\b|\benvelope|"
        r"\bpart (?:one|two|\d|[a-c])\b",
    ),
    topic(
        "referees_asked",
        rf"\b(?:provide|give|name|supply|submit|list|enter|attach)\b[^.;]{{0,40}}(?<![\w.-]){N} "
        r"(?:(?:relevant|recent|written|client|customer|trade|suitable) )*(?:references|referees)\b",
        count("references"),
        r"\bup to\b|\bany\b|\badditional\b|\bmaximum\b",
    ),
    topic(
        "notice_to_end",
        r"\bthe (?:council|authority|trust|client|customer|buyer|employer|university|college|school|department|"
        r"commissioner|company)\b[^.;]{0,40}\bterminate\b[^.;]{0,60}\b"
        r"(?:at any time|without cause|for any reason|for convenience|without giving (?:any )?reasons?)\b[^.;]{0,60}?"
        rf"(?<![\w.]){N}[\s-]{UNIT}(?!\w)[’']?",
        period,
        r"\bwithin\b|\bremed",
    ),
    topic(
        "accounts_years",
        rf"\b(?:accounts|financial statements)\b[^.;]{{0,40}}\b(?:last|past|previous|(?:most )?recent|latest) {N} "
        r"(?P<unit>(?:financial |trading |accounting )?years?)\b",
        period,
        r"\bturnover\b|\bif\b|\bor\b|\bwhere\b|\bup to\b|\bretain|\bkeep|\bkept\b|\bstart-?ups?\b",
    ),
    topic(
        "accounts_years",
        rf"(?<![\w.]){N} (?:sets? of|years?[’']?(?: of| worth of)?) (?:(?:full|audited|filed|published|annual|signed|"
        r"statutory|company|your) )*(?:accounts|financial statements)\b",
        years,
        r"\bup to\b|\bif\b|\bgroup\b|\bparent\b|\bguarantor|\bor (?:\w+ )?(?:years?|sets?|more)\b|\bretain|"
        r"\bkeep|\bkept\b",
    ),
    topic(
        "contracts_shown",
        rf"\b(?:give|provide|describe|submit|supply|set out|with)\b[^.;]{{0,30}}(?<![\w.-]){N} "
        r"(?:(?:relevant|recent|similar|comparable|previous) )*"
        r"(?:case studies|contract examples|examples of (?:\w+ )?(?:contracts|work|projects)|example contracts)\b",
        count("examples"),
        r"\bup to\b|\bmaximum\b|\bno more than\b|\badditional\b|\bat least\b",
    ),
    topic(
        "marks_scale",
        r"\b(?:scor(?:e|es|ed|ing)|mark(?:s|ed|ing)?|scale|rat(?:ed|ing))\b[^.;|]{0,60}\b"
        r"(?:from|of|between|on a scale of|scale:?) (?:0|zero|nought) ?(?:-|–|to|and) ?"
        r"(?P<top>\d{1,2}|five|ten|four|three)\b(?!\s?%)",
        scale,
        r"\bprice\b|\bsocial value\b|\bKPI|\bpresentation|\binterview",
    ),
)  # fmt: skip
_IN_ONE = frozenset({"accounts_years", "contracts_shown"})  # another document may ask for another number of them
_ALL: tuple[Topic, ...] = (*_TOPICS, *BID_TOPICS, *CONTRACT_TOPICS, *MONEY_TOPICS, *SCORE_TOPICS)
NAMES = tuple(dict.fromkeys(each.name for each in _ALL))
_HANDED_OVER = re.compile(  # papers at the end of a job, of which copies are asked for too
    r"\b(?:hand(?:ed|s)? over|hand-?over|as[ -]built|manuals?|health and safety file|certificates|final report)\b",
    re.IGNORECASE,
)


def said_twice(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """For each topic (`tenders_open`, `standstill_days`, `copies_asked`, `marks_scale` …: `NAMES`) one
    `conflicting` fact a value ("90 days"), where a pack gives more than one; "three months" is the same as "90 days".
    """
    found: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for statement in statements(clauses):
        if own_words(statement) and lot_at(statement, 0) is None:
            for name, of, said in _in_statement(statement):
                found[name, of, statement.clause.document if name in _IN_ONE else ""].append(said)
    differ: dict[str, tuple[Said, ...]] = {}
    for (name, _, _), passages in found.items():
        values = _apart(first_of_each(passages))
        if len(values) > 1:
            differ.setdefault(name, values)
    return tuple(fact for name, values in differ.items() for fact in clashes(name, [values]))


def _in_statement(statement: Statement) -> Iterator[tuple[str, str, Said]]:
    """The topic, what exactly its number is of (groups `count` and `noun` of its pattern) and what is said."""
    text = statement.text
    told: set[str] = set()
    for each in _ALL:
        found = each.pattern.search(text) if each.name not in told else None
        if (
            found
            and not each.unless.search(_item_of(text, found))
            and not _IF.search(text[found.start() : found.end() + 40])
            and not (each.name == "copies_asked" and _HANDED_OVER.search(f"{statement.before} {statement.heading}"))
        ):
            value = each.value(found)
            words = found.groupdict()
            of = " ".join((words.get("count") or "", words.get("noun") or "")).lower()
            if value:
                told.add(each.name)
                yield each.name, of, Said(value=value, statement=statement, start=found.start(), end=found.end())


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
