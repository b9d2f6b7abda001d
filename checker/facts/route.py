"""The procedure that is followed, what orders are placed under, and the lots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.numerals import WORDS, read_number
from checker.facts.rivalry import asks_one
from checker.facts.statements import Statement, lot_names, make_fact, own_words, statements

_COUNT = rf"(?:\d{{1,3}}|{WORDS})"
_Rule = tuple[str, re.Pattern[str]]


def _rules(*pairs: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple((code, re.compile(pattern, re.I)) for code, pattern in pairs)


_PROCESS = r"(?:procedure|process|route|tender(?:ing)?|competition|procurement)"
_PROCEDURES = _rules(
    ("competitive-flexible", rf"\bcompetitive flexible {_PROCESS}"),
    ("dynamic-market", r"\bdynamic (?:purchasing system|market)s?\b|\bDPS\b"),
    (
        "call-off",
        r"\b(?:further competition|mini[\s-]competition)\b(?=.{0,120}(?:framework|RM\s?\d{4}|lot))|"
        r"\bcall[\s-]off (?:contract |competition )?(?:under|from|via|through|using)\b|(?:under|via|"
        r"through|from|using) (?:the )?[\w\s,()-]{0,60}(?:framework agreement|framework|"
        r"RM\s?\d{4})[\w\s,()-]{0,40}(?:call[\s-]off|further competition)",
    ),
    ("negotiated", r"\b(?:competitive procedure with negotiation|competitive dialogue|negotiated procedure)\b"),
    ("restricted", rf"\brestricted (?:tender )?{_PROCESS}|\btwo[\s-]stage restricted"),
    ("open", rf"\b(?:single[\s-]stage )?open (?:tender |competitive |competition )?{_PROCESS}\b"),
    (
        "quotation",
        r"\b(?:request for quotations?|invitation to quote|rfq|itq|quotation (?:process|procedure|"
        r"exercise))\b",
    ),
    (
        "direct",
        r"\bdirect award (?:procedure|process|of this|to)\b|\bsingle[\s-](?:tender|source) (?:action|"
        r"award|procurement)",
    ),
    (
        "framework",
        r"\b(?:establish\w*|set(?:ting)? up|appoint\w* (?:\w+ ){0,5}to|place on|admitted to|award of|"
        r"conclude|enter into) (?:an? |the |this )?(?:\w+ ){0,4}framework(?: agreement)?\b|"
        r"\bframework agreement for\b",
    ),
)
_CONDUCT = re.compile(
    r"\b(?:conduct\w*|procured?|procuring|procurement|follow\w*|using|under|accordance with|"
    r"carried out|run as|undertaken|advertised|this (?:is|tender|procurement)|competition|"
    r"process is|being (?:tendered|let)|invit\w+)\b",
    re.I,
)
_NOT_CHOSEN = re.compile(
    r"\b(?:may (?:use|also|decide)|reserves? the right|previous|other (?:frameworks?|contracts?)|"
    r"means\b|not (?:an?|the|be|being)|example|regulation \d|in future|experience)\b",
    re.I,
)
_OF_FRAMEWORK = re.compile(r"\b(?:previous|existing|other|current|national|similar)\b", re.I)
_DYNAMIC = re.compile(r"\bdynamic (?:purchasing system|market)s?\b|\bDPS\b", re.I)
_SET_UP = 3  # a pack that sets up a dynamic market speaks of it so many times or more
_ONE_SUPPLIER = re.compile(r"\b(?:single|sole|one)[\s-](?:supplier|provider|contractor|operator)\b", re.I)
_LOT_COUNT = re.compile(
    rf"\b(?:divided|split|separated|broken down|comprises?|comprising|consists?|made up|structured|"
    rf"organised|tendered|let|are|is|has|into|in|of|under|"
    rf"across)\b[^.;]{{0,40}}?\b(?P<count>{_COUNT}) (?:\(\d{{1,2}}\) )?(?:separate |"
    rf"geographic(?:al)? |individual |regional |distinct |specialist |service )?lots\b|"
    rf"\bnumber of lots\W{{1,3}}(?:is |are )?(?P<row>{_COUNT})\b",
    re.I,
)
_NO_LOTS = re.compile(
    r"\b(?:not (?:been |being |be )?(?:divided|split|separated|"
    r"broken)\b[^.;]{0,20}(?<!smaller )\blots?\b|no lots\b|single lot\b|one lot only|"
    r"lots?\W{1,3}(?:no|none|n/a|not applicable)\b|without lots|not using lots)",
    re.I,
)


def find_route(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `procedure`, `orders_under` and `lots`."""
    told = [s for s in statements(clauses) if own_words(s)]
    followed = list(_procedure(told))
    yield from followed
    if not {fact.value for fact in followed} & {"call-off", "direct", "quotation"}:
        yield from _orders_under(told)
    yield from _lots(told)


def _procedure(told: list[Statement]) -> Iterator[Fact]:
    """That one supplier alone is asked, else the procedure that a sentence follows, else the one the title names."""
    alone = asks_one(told)
    if alone:
        yield make_fact("procedure", "direct", alone[0], alone[1].start(), alone[1].end())
        return
    weak: Fact | None = None
    for statement in told:
        for code, pattern in _PROCEDURES:
            match = pattern.search(statement.text)
            if (
                not match
                or _NOT_CHOSEN.search(statement.text)
                or (code == "framework" and _OF_FRAMEWORK.search(statement.text))
            ):
                continue
            fact = make_fact("procedure", code, statement, match.start(), match.end())
            if (_CONDUCT.search(statement.text) or statement.sentence.cells) and code not in {
                "quotation",
                "dynamic-market",
            }:
                yield fact
                return
            weak = weak or (fact if statement.place < 60 or code != "dynamic-market" else None)
    if weak:
        yield weak


def _orders_under(told: list[Statement]) -> Iterator[Fact]:
    """`framework` or `dynamic-market` where the pack sets one up for several suppliers, by whatever procedure."""
    dynamic = [s for s in told if _DYNAMIC.search(s.text) and not _NOT_CHOSEN.search(s.text)]
    if sum(len(_DYNAMIC.findall(s.text)) for s in dynamic) >= _SET_UP:
        yield make_fact("orders_under", "dynamic-market", dynamic[0])
        return
    pattern = dict(_PROCEDURES)["framework"]
    for statement in told:
        text = statement.text
        if pattern.search(text) and not _NOT_CHOSEN.search(text) and not _OF_FRAMEWORK.search(text):
            if not any(_ONE_SUPPLIER.search(s.text) for s in told):
                yield make_fact("orders_under", "framework", statement)
            return


def _lots(told: list[Statement]) -> Iterator[Fact]:
    named: dict[str, Statement] = {}
    denied: Statement | None = None
    for statement in told:
        match = _LOT_COUNT.search(statement.text)
        number = read_number(match["count"] or match["row"]) if match else None
        if match and number and 1 < number <= 60 and not _NOT_CHOSEN.search(statement.text):
            yield make_fact("lots", int(number), statement, match.start(), match.end())
            return
        if _NO_LOTS.search(statement.text) and denied is None:
            denied = statement
        for name, _ in lot_names(statement.text):
            named.setdefault(name, statement)
    whole = [n for n in named if not any(o != n and o.startswith(n) and o[len(n) :].isalpha() for o in named)]
    if len(whole) >= 2 and {"1", "A", "1A"} & set(named):
        yield make_fact("lots", len(whole), named[whole[0]], how=f"lots named: {', '.join(sorted(whole))}")
    elif denied is not None:
        yield make_fact("lots", 1, denied)
