"""Days to payment, least turnover and page limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.money import find_money
from checker.facts.numerals import WORDS, read_number
from checker.facts.statements import Statement, lot_at, lot_names, make_fact, own_words, statements

_COUNT = rf"(?:\d{{1,3}}|{WORDS})"
_DAYS = re.compile(
    rf"(?<![\w.])(?P<days>{_COUNT})(?:\s?\([\w\s-]{{1,14}}\))?[\s-](?:calendar |working |business |"
    rf"clear |consecutive )?days?\b",
    re.I,
)
_PAYS = re.compile(
    r"\b(?:pay|pays|paid|payment|payments|payable|settle|settled|settlement|remit|"
    r"invoices? (?:\w+ ){0,3}(?:is|are|be) (?:due|processed))\b",
    re.I,
)
_PAYER = re.compile(
    r"sub-?contract(?!s? act)|\b(?:contractor|supplier|provider|consultant|tenderer|"
    r"bidder)s? (?:shall|must|will|should|agrees? to|is required to|"
    r"undertakes? to) (?:\w+ ){0,3}(?:pay|settle|reimburse|refund|repay|submit|send|issue|render|"
    r"invoice)|"
    r"\b(?:aims?|tr(?:y|ies)|endeavours?|hopes?|where possible)\b.{0,30}\bpay|(?<!the term )\bimplie[sd]|"
    r"down the chain|"
    r"days after payment becomes due,|interest|late payment|overdue|"
    r"\bpays? (?:it|them|over|the (?:proceeds|balance|sums?|fee)) (?:over )?to the\b|"
    r"prior to payment|notice|terminat|"
    r"\bdispute[ds]? (?:\w+ ){0,3}within|deposit|refund|repay|reimburs|supply chain|joining fee|"
    r"\b\d{2} ?(?:%|per ?cent) of (?:\w+ ){0,3}invoices\b.{0,40}\b(?:five|5|ten|10)\b|"
    r"levy|rebate|(?:prompt|early)[\s-](?:payment|settlement) discount|"
    r"\b(?:discounts?|deductions?|reductions?) (?:\([^)]*\) )?(?:\w+ ){0,3}(?:for|if|where|when|on)\b.{0,40}"
    r"\b(?:pay\w*|paid|settl\w+)|\b(?:pay\w*|paid|settl\w+)\b.{0,50}\b(?:discount(?:ed)?|rebate)\b|"
    r"credit note|advance|retention|final account|liquidated|valuation|insurance",
    re.I,
)
_PASSED_ON = re.compile(  # "... and the supplier shall pay its subcontractors within the same period"
    r"(?:,|;|\.)? (?:and|which|who) (?:the )?(?:contractor|supplier|provider|consultant|tenderer|bidder)s? "
    r"(?:shall|must|will|should|agrees? to|is to) (?:\w+ ){0,3}(?:pay|pass|make payment|apply|impose|include)\b[^;]*$",
    re.I,
)
_OTHER_ACT = re.compile(  # what is to be done within the days just before, if it is not payment
    r"\b(?:say so|says so|notif\w+|inform\w*|tell|tells|query|queries|queried|rais\w+|reject\w*|return\w*|submit\w*|"
    r"provid\w+|send\w*|prepar\w+|issue[sd]?|object\w*|respond\w*|acknowledg\w*|approv\w+|certif\w+|verif\w+|check\w*|"
    r"remains? in default|consider\w*|determin\w*|agree\w*|deliver\w*|"
    r"invoices? (?:must|shall|should|are to|is to) be received)\b(?:(?!\b(?:pa(?:y|ys|id|ying|yment|yments|yable)|"
    r"settle\w*|remit\w*|due)\b)[^;]){0,70}$",
    re.I,
)
_OTHER_DAY = re.compile(
    r"\s?(?:before|ahead of|prior to)\b|\s?(?:of|after|from) (?:(?:the|that|a|its) )?(?:it|meeting)\b", re.I
)
_TURNOVER = re.compile(r"\bturn[\s-]?over\b|\b(?:annual|yearly|gross|show) sales\b", re.I)
_LEAST = re.compile(
    r"\b(?:minimum|at least|no(?:t)? less than|not be less|in excess of|exceed\w*|greater than|"
    r"more than|or (?:more|above|over|greater|higher)|must (?:have|be|demonstrate|show|hold|reach)|at or above|"
    r"required? (?:turnover|to have)|requirement|threshold|(?:below|less than|under|"
    r"lower than)(?=.{0,90}(?:exclu|reject|fail|not be (?:considered|invited|taken|evaluated)|"
    r"disqualif|eliminat)))",
    re.I,
)
_NOT_TURNOVER = re.compile(
    r"modern slavery|balance sheet|fewer than|employees|\bSMEs?\b|small (?:and|or) medium|micro|"
    r"medium[\s-]sized|(?:council|authority|trust|university|group|college|"
    r"company)['’]s (?:\w+ ){0,2}turnover|turnover of (?:the )?(?:council|authority|trust|"
    r"university|market|industry)|no minimum|not (?:set|require|applying) (?:\w+ ){0,2}(?:minimum|"
    r"turnover)|staff turnover|carr(?:y|ies|ying) (?:out|on) (?:a )?(?:part of (?:a )?)?business|"
    r"audit exempt|not exceed\w*|does not exceed|companies act|staff",
    re.I,
)
_SET_BY_LAW = (36_000_000, 44_000_000, 50_000_000, 10_200_000, 54_000_000)  # slavery statements, small firms, audits
_PAGES = re.compile(
    rf"(?P<most>\b(?:max(?:imum|\.)?|no(?:t)? (?:more|longer) than|up to|limit(?:ed)?|"
    rf"not (?:to )?exceed\w*|exceed|page (?:guide|count|limit)|restricted to|within|"
    rf"word/page)\b[^.;]{{0,50}}?)?(?<![\w.£])(?P<pages>{_COUNT})(?:\s?\([\w\s]{{1,12}}\))?\s?(?:x\s|"
    rf"×\s)?(?:single[\s-]sided |double[\s-]sided |sides? (?:of )?|typed |pages? of )?(?:A4\s?|"
    rf"A3\s?)?(?:-?\s?(?:pages?|sides?)|(?<=A4))(?:\s(?:of )?A4)?(?P<after>\s?(?:\(?max(?:imum)?\b|"
    rf"limit\b|or (?:less|fewer)|in total|in length|long))?",
    re.I,
)
_NOT_PAGES = re.compile(
    r"\bCVs?\b|curricul|append|annex(?! [a-z]\b)|cover(?:ing)? (?:letter|sheet|page)|case stud|"
    r"brochure|plan\b|organi[sz]ation(?:al)? chart|diagram(?!s? included)|see page|on page|report|"
    r"executive summary|newsletter|poster|leaflet|website|policy|policies",
    re.I,
)
_WHOLE_BID = re.compile(
    r"\b(?:proposals?|tender(?:s| response| submission)?|submissions?|bids?|overall|total|"
    r"quotations?|page guide|complete response|whole)\b",
    re.I,
)


def find_terms(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `payment_days`, `min_turnover` and `page_limit`."""
    told = [s for s in statements(clauses) if own_words(s)]
    for find in _FINDERS:
        yield from find(told)


def _payment(told: list[Statement]) -> Iterator[Fact]:
    for statement in told:
        text = f"{statement.text}"
        about = f"{statement.clause.lead_in} {text}"
        headed = bool(re.search(r"\bpayment|invoic", statement.heading, re.I))
        if not (_PAYS.search(about) or (headed and "invoice" in text.lower())) or _PAYER.search(_ours(text)):
            continue
        for found in _DAYS.finditer(text):
            number = read_number(found["days"])
            around = text[max(0, found.start() - 140) : found.end() + 120]
            other = _OTHER_ACT.search(text[: found.start()])
            if "meeting" in text.lower() and _OTHER_DAY.match(text[found.end() :]):
                continue  # days before or after a meeting that approves payments
            if number and 1 <= number <= 120 and not other and _is_payment(around, text[: found.start()]):
                yield make_fact("payment_days", int(number), statement, found.start(), found.end())
                break


def _ours(text: str) -> str:
    """A sentence without what it adds of the supplier's own payments "on the same basis"."""
    return _PASSED_ON.sub("", text)


def _is_payment(around: str, before: str) -> bool:
    if not re.search(r"invoice|payment|\bpay\b|paid|account", around, re.I):
        return False
    return bool(
        re.search(
            r"\b(?:within|no later than|not later than|in|of|terms?|net|are|is|period|after|:|\|)\W{0,3}"
            r"(?:a (?:maximum|period|minimum) of |the |a |maximum of |strictly |period of )?$",
            before[-40:],
            re.I,
        )
    ) or bool(re.search(r"days?(?: net| from| of| after|['’] )", around, re.I))


def _turnover(told: list[Statement]) -> Iterator[Fact]:
    for statement in told:
        about = (
            statement.text
            if not statement.sentence.cells
            else f"{statement.text} {' '.join(statement.sentence.columns)}"
        )
        if (
            not _TURNOVER.search(about)
            or not _LEAST.search(f"{statement.clause.lead_in.rstrip(' :')} {about}")
            or _NOT_TURNOVER.search(about)
            or statement.sentence.negated
        ):
            continue
        word = _TURNOVER.search(statement.text)
        amounts = [
            m
            for m in find_money(statement.text)
            if m.pounds >= 1000
            and m.pounds not in _SET_BY_LAW
            and not re.search(
                r"insur|indemn|contract value|value of|balance|assets",
                statement.text[max(0, m.start - 40) : m.start],
                re.I,
            )
        ]
        if amounts:
            nearest = min(amounts, key=lambda m: abs(m.start - (word.end() if word else 0)))
            for money in amounts if lot_names(statement.text) else [nearest]:
                lot = lot_at(statement, money.start, amounts[0].start)
                pounds = int(money.low or money.pounds)
                yield make_fact("min_turnover", pounds, statement, money.start, money.end, lot=lot)


def _page_limit(told: list[Statement]) -> Iterator[Fact]:
    """The limit for the whole bid; where only questions have one, the longest of them."""
    found: list[tuple[int, int, Fact]] = []
    for statement in told:
        for match in _PAGES.finditer(statement.text):
            number = read_number(match["pages"])
            limited = (
                match["most"]
                or match["after"]
                or re.search(
                    r"page (?:limit|guide|count)|maximum (?:length|pages|number)",
                    statement.context + " " + statement.text,
                    re.I,
                )
            )
            near = statement.text[max(0, match.start() - 60) : match.end() + 30]
            allowed = re.sub(
                r"(?:plus|exclud\w*|not includ\w*|except|other than|in addition)[^.]*", "", near, flags=re.I
            )
            if number and 1 <= number <= 200 and limited and not _NOT_PAGES.search(allowed):
                whole = (
                    0
                    if _WHOLE_BID.search(statement.text)
                    and not re.search(r"\b(?:each|per|every|question|section [ivx\d]+)\b", statement.text, re.I)
                    else 1
                )
                found.append(
                    (whole, -int(number), make_fact("page_limit", int(number), statement, match.start(), match.end()))
                )
    if found:
        yield min(found, key=lambda item: item[:2])[2]


_FINDERS: tuple[Callable[[list[Statement]], Iterator[Fact]], ...] = (_payment, _turnover, _page_limit)
