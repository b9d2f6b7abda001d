"""What the contract is worth, in all and by the year, and whether VAT is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.domain import Clause, Fact
from checker.facts.criteria import TOTAL
from checker.facts.money import Money, find_money, find_vat
from checker.facts.statements import Statement, lot_at, make_fact, own_words, statements, tables
from checker.facts.value_cells import column_of, has_own_subject, is_priced_item, is_widest, row_label

_THING = (
    r"(?:contracts?|framework|tender|procurement|project|requirement|services?|works|agreement|"
    r"commission|lots?|scheme|opportunity)"
)
_WORTH = r"(?:values?|cost|costs|budget|spend|expenditure|worth|price|funding|fee|sum)"
_GUESS = (
    r"(?:estimated|anticipated|approximate|approx\.?|indicative|expected|likely|maximum|total|"
    r"overall|annual|yearly|whole[\s-]life|available|projected|forecast|aggregate|guide|ceiling)"
)
_CUE = re.compile(
    rf"\b{_GUESS}\s(?:\w+\s){{0,4}}{_WORTH}\b|\b{_THING}(?:['’]s?)?\s(?:\w+\s){{0,3}}{_WORTH}\b|"
    rf"\b(?:value|cost|worth) of (?:the|this|each|these|all) (?:\w+ ){{0,3}}{_THING}\b|"
    rf"\b{_THING}\b.{{0,40}}\b(?:is|are|be|will be|has been)\b (?:valued|worth|estimated|"
    rf"anticipated|expected)|\bbudget\b|^\W*value (?:band|range)\b|[,;:(]\s?value\s*$|\bnot (?:to )?exceed|\bcapped at|"
    rf"\bworth\b|\b(?:ceiling|price cap|cap|envelope|funding|(?:contract|total|overall) sum) of\b|"
    r"\b(?:allocated|set aside|put aside|earmarked|reserved|has available|available funding)\b",
    re.I,
)
_LABEL = re.compile(
    rf"^\W*(?:how much(?: is it worth)?|what is it worth)\W*(?:$|\|)|^\W*(?:{_GUESS}[\s/]+)*(?:(?:total|annual|"
    rf"estimated|contract|framework|project|lot|tender|"
    rf"overall|procurement|whole[\s-]life)\s+)*(?:value(?: band| range)?|budget|spend|cost|"
    rf"price)(?:s)?\b(?!.{{0,30}}(?:per hour|"
    rf"rate))|value of (?:the )?{_THING}|{_WORTH} \(?(?:£|ex|inc)",
    re.I,
)
_SPEND = re.compile(r"\b(?:spends?|spent|spending|sources?|expenditure|procures?|cost(?:s|ing)?)\b.{0,60}$", re.I)
_OF_OTHERS = re.compile(  # the size of a market or of a whole programme is no value of this contract
    r"\b(?:collectively|nation(?:ally|wide)|customers|market(?: size| spend)?|sector|programme(?! of works)|"
    r"across (?:the )?(?:country|region|nhs|public sector)|all (?:\w+ ){0,2}(?:authorities|councils|bodies|members|"
    r"organisations|ccgs))\b",
    re.I,
)
_BY_OTHERS = re.compile(  # what another body may buy besides
    r"\b(?:spend(?:ing)?|expenditure|purchases) by (?:the |its |any |our |an?other )?(?:\w+ ){0,2}"
    r"(?:compan(?:y|ies)|subsidiar(?:y|ies)|partners?|schools|bod(?:y|ies)|members)\b",
    re.I,
)
_OF_SOME = re.compile(  # a figure at which some orders or bids are treated in another way
    r"\b(?:any|each|every|all|those|contracts|orders|purchases|jobs|bids|call[\s-]offs) (?:[\w-]+ ){0,3}"
    r"(?:worth|valued(?: at)?|of|with a value of|costing) (?:more than|over|above|in excess of|less than|under|below|"
    r"up to)\W*$",
    re.I,
)
_BELOW = re.compile(r"\b(?:below|less than|under)\W*$", re.I)  # a figure that spend stays under
_WIDER = r"(?:sector|industry|(?:national|wider|whole) programme)"
_MARKET = re.compile(
    rf"\b(?:value|size|budget|worth|cost) of (?:the |this )?(?:\w+ ){{0,3}}{_WIDER}"
    rf"|\b{_WIDER}(?:['’]s)? (?:\w+ ){{0,2}}(?:worth|valued|size|spend|budget)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:current(?:ly)?|at present|presently|present|last year|historic(?:al)?|previous|"
    r"existing)\b",
    re.I,
)
_ELSE = re.compile(
    r"\bif (?:the|a|your)\b|\bmight be\b|\bdoes not\b|\bwhere (?:the|a)\b|\bor (?:less|under)\b|"
    r"\b(?:works|contracts?|projects?|orders?|purchases?|requirements?|quotations?) (?:with|"
    r"of) an? (?:budget|value|cost)|sale value|disposal|"
    r"disposed|insur|indemn|liabilit|turnover|cover\b|threshold|sub-?contract|\bmarket\b|bond\b|"
    r"guarantee|penalt|damages|\bfines?\b|fined|interest|"
    r"balance sheet|fewer than|employees|credit|retention|social value (?:of|worth|delivered|"
    r"commit)|invest(?:ed|ment)|savings?\b|grant|"
    r"\bno (?:fixed |set )?budget|\bexample|e\.g\.|for instance|similar (?:jobs?|contracts?|works|projects?|services)|"
    r"previous (?:contract|experience|projects?)|referen|case stud|track record|"
    r"\bexceed(?:s|ing)\b|\bin excess of\b|\bover £|\babove £|\bor (?:above|more|over)\b|"
    r"equal to or|greater than|more than £|less than £|below £|\bunder £|"
    r"transparency|publish|contracts finder|governed by|order value|per (?:hour|day|visit|unit|"
    r"item|hectare|person|head|delegate|week|month|mile|call)|"
    r"hourly|day rate|daily rate|minimum wage|living wage|fee of|charge of|deposit|loss|claim|"
    r"service credit|population|households?|(?:media|advertising) (?:budget|spend)|"
    r"\bcouncil['’]s (?:net |gross |annual |total |revenue |overall )*(?:budget|expenditure|spend|"
    r"income)\b|(?:revenue|gross|net|capital) (?:budget|expenditure|income|programme)|income of|"
    r"assets|"
    r"procurement act|regulation \d|regulations 20|your (?:tender|bid|price|proposal)|"
    r"tenderers? (?:price|must price)|contracts? (?:valued?|with a value|of a value) (?:at |"
    r"of )?(?:over|above|under|below|between)|local (?:spend|economy)|gva\b|"
    r"excess|aggregate of|carbon|prize|travel|expenses|subsistence|allowance|contingenc|"
    r"\bfor each (?:late|missed|failed|visit|item|call|day|week|month|hour|unit|order|occasion|instance|"
    r"breach|complaint)|"
    r"provisional sum|stipend|salary|wage",
    re.I,
)
_ADDED = re.compile(
    r"(?:inclusive|including|exclusive|excluding|plus|and) (?:of )?(?:\w+ ){0,4}(?:expenses|"
    r"travel|subsistence|fees?|contingenc\w+)",
    re.I,
)
_YEARLY = re.compile(
    r"\b(?:annual(?:ly|ised)?|yearly|per annum|p\.a\.|each year|per year|a year|year on year|"
    r"every year)\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:over|for|across|during|throughout) (?:the )?(?:\w+ ){0,3}(?:term|period|life|duration|"
    r"years?|lifetime|contract)\b|\btotal\b|\bwhole[\s-]life\b|including (?:all |any |"
    r"the )?(?:\w+ )?extension",
    re.I,
)
_IN_ALL = re.compile(r"\btotal\b|\bin all\b|\bincluding\b|\b(?:over|across|for) (?:the )?(?:\w+ ){0,3}years\b", re.I)
_EACH_YEAR = re.compile(
    r"\W{0,3}(?:\([^)]{0,30}\)\W{0,2})?(?:for|in|during) (?:each|every|any one) (?:\w+ )?year\b", re.I
)
_PART_OF_IT = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|final|last|opening|1st|2nd|3rd|current|next) (?:\w+ )?year\b|"
    r"\byear (?:\d|one|two|three|four|five)\b|\bfirst (?:\w+ )?(?:months|phase)\b|\bphase (?:\d|one|two)\b|"
    r"\b20\d\d\s?[-/–]\s?\d\d(?:\d\d)?\b",
    re.I,
)
_CAPITAL = re.compile(r"\W{0,2}(?:of )?capital\b", re.I)
_LEAST_PARTS = 3  # rows before a total, for a table to share a sum out
_USUAL_YEAR = re.compile(r"\b(?:likely|typical|average|usual|normal|sample) year\b|\b(?:each|every|per) year\b", re.I)
_BESIDE = re.compile(  # what is paid for separately is no value of this contract
    r"\(which (?:is|are) (?:paid|bought|procured|tendered|let|funded)(?: for)? separately\b[^)]*$|\b(?:not|excluding|"
    r"excludes|besides) (?:\w+ ){0,3}\([^)]*$|"
    r"\bin the (?:last|past|previous) (?:\w+ )?(?:years?|months)\b.{0,30}\bwith\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:pric\w+|cost\w*|rates?|fees?|charges?|tender\w*|bids?|amounts?|sums?|quot\w+|budget|"
    r"value|£)(?!\w)|\btotal\b",
    re.I,
)
_NOT_PRICES = re.compile(
    r"\bturnover|insurance|threshold|interest|VAT (?:number|registration|reg)|invoice|subcontract|"
    r"\b£\d[\d.,]*\s?(?:m|million|k)?\s?\(?(?:ex|inc)\w*\.? (?:of )?VAT\)? or (?:above|more)",
    re.I,
)


def find_value(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `value_total`, `value_annual` (the upper end of a range) and `vat_basis`."""
    ranked: list[tuple[int, Fact, Money]] = []
    vat: list[tuple[int, Fact]] = []
    told = [s for s in statements(clauses) if own_words(s)]
    parts = _parts(told)
    for statement in told:
        mine = [] if statement.index in parts else list(_values(statement))
        ranked.extend(mine)
        vat.extend(_vat(statement, [money for _, _, money in mine]))
    yield from _best(ranked)
    yield from _agreed_vat(vat)


def _parts(told: Sequence[Statement]) -> frozenset[int]:
    """The rows that share out a budget: those of a table of several sums that closes with their total."""
    parts: set[int] = set()
    for each in tables(told):
        if len(each) > _LEAST_PARTS and TOTAL.search(each[-1].cells[0] if each[-1].cells else ""):
            parts.update(
                s.index for s in each[:-1] if not (_LABEL.search(s.cells[0] if s.cells else "") or lot_at(s, 0))
            )
    return frozenset(parts)


def _best(ranked: list[tuple[int, Fact, Money]]) -> Iterator[Fact]:
    """Of each name the values with the surest cue."""
    for name in ("value_total", "value_annual"):
        tiers = [tier for tier, fact, _ in ranked if fact.name == name]
        yield from (fact for tier, fact, _ in ranked if fact.name == name and tier == min(tiers))


def _values(statement: Statement) -> Iterator[tuple[int, Fact, Money]]:
    amounts = [m for m in find_money(statement.text) if m.per in (None, "year") and m.pounds >= 500]
    for place, money in enumerate(amounts):
        if not is_widest(statement, money) or has_own_subject(
            statement.text[amounts[place - 1].end if place else money.start : money.start]
        ):
            continue
        tier = _tier(statement, money)
        if tier is None or any(abs(money.pounds - other.pounds * 1.2) < 1 for other in amounts):  # the same with VAT
            continue
        name = "value_annual" if _is_yearly(statement, money) else "value_total"
        lot = lot_at(statement, money.start, amounts[0].start)
        yield tier, make_fact(name, _plain(money.pounds), statement, money.start, money.end, lot=lot), money


def _plain(pounds: float) -> int | float:
    return int(pounds) if pounds == int(pounds) else pounds


def _tier(statement: Statement, money: Money) -> int | None:
    """0 for a labelled row, 1 for a sentence that values the contract, 2 for what is spent now; None else."""
    before, after = _clause_around(statement.text, money)
    if re.search(r"provisional|contingenc|prime cost", statement.context, re.I):
        return None
    if _ELSE.search(before) or _ELSE.search(_ADDED.sub(" ", after)) or _MARKET.search(before):
        return None
    if _BY_OTHERS.search(before) or _BESIDE.search(before) or _OF_SOME.search(before):
        return None
    if _is_of_one_year(statement, before, after):
        return None
    if statement.sentence.cells:
        return _row_tier(statement, money, before)
    if _CUE.search(before[-140:]) or (
        re.match(
            r"\W{0,3}(?:(?:p\.?a\.?|per annum|(?:a|per|each) year)\W{0,3})?(?:is|was|has been) (?:(?:the|our) "
            r"(?:\w+ ){0,3}(?:budget|value)|available|set aside|"
            r"allocated|budgeted)",
            after,
            re.I,
        )
    ):
        return (
            2
            if _NOW.search(before) and not re.search(r"estimat|anticipat|contract value|new contract", before, re.I)
            else 1
        )
    if money.per == "year" and _SPEND.search(before) and not (_OF_OTHERS.search(before) or _BELOW.search(before)):
        return 2
    if (
        _LABEL.match(statement.before)
        and len(statement.before) < 60
        and re.fullmatch(r"[\W\d]*(?:million|[mk])?\W*\w{0,9}\W*(?:VAT)?\W*", statement.text, re.I)
    ):
        return None if _ELSE.search(statement.before) else 1
    if _LABEL.search(statement.heading) and not _ELSE.search(statement.heading) and len(statement.text) < 200:
        return 1
    return None


def _is_of_one_year(statement: Statement, before: str, after: str) -> bool:
    """Whether an amount is that of one year or phase of several: "the budget for the first year is £40,000"."""
    near = before[-90:] if not statement.sentence.cells else before
    behind = re.split(r"£|\band\b", after[:50])[0]
    dated_capital = _CAPITAL.match(behind)  # bought once, in the year named
    return bool(_PART_OF_IT.search(near) or (_PART_OF_IT.search(behind) and not dated_capital)) and not _IN_ALL.search(
        after[:50]
    )


def _row_tier(statement: Statement, money: Money, before: str) -> int | None:
    label, column = row_label(statement), column_of(statement, money)
    words = f"{label} {column}"
    if _ELSE.search(words) or is_priced_item(label, column):
        return None
    if _LABEL.search(label) or _CUE.search(label) or _LABEL.search(column) or _CUE.search(before[-140:]):
        return 0
    return None


def _clause_around(text: str, money: Money) -> tuple[str, str]:
    """The words of the same sentence part before and behind an amount."""
    before = re.split(r"(?<=[a-z)])[;]\s|\)\.\s", text[: money.start])[-1][-220:]
    after = re.split(r"[;|]\s|\.\s(?=[A-Z])", text[money.end :])[0][:90]
    return before, after


def _is_yearly(statement: Statement, money: Money) -> bool:
    if money.per == "year":
        return True
    before, after = _clause_around(statement.text, money)
    if _EACH_YEAR.match(after) or (statement.sentence.cells and _USUAL_YEAR.search(statement.heading)):
        return True
    near = before[-110:]
    if _WHOLE.search(after[:70]) or (_WHOLE.search(near) and not _YEARLY.search(near)):
        return False
    words = near if not statement.sentence.cells else f"{before} {column_of(statement, money)}"
    return bool(_YEARLY.search(words)) or bool(_YEARLY.search(after[:40]))


def _vat(statement: Statement, amounts: list[Money]) -> Iterator[tuple[int, Fact]]:
    """VAT of the value itself (0), of the budget sentence (1), of the prices asked for (2)."""
    text = statement.text
    found = find_vat(text)
    if not found:
        return
    bases = {vat.basis for vat in found}
    basis = "both" if len(bases) > 1 else found[0].basis
    if amounts:
        tier = 0
    elif re.search(r"\b(?:budget|contract value|estimated value)\b", text, re.I) and not find_money(text):
        tier = 1
    elif find_money(text):
        return  # of some other amount: a threshold, a turnover
    elif _PRICES.search(text) or _PRICES.search(statement.context):
        tier = 2
    else:
        return
    if not _NOT_PRICES.search(text):
        yield tier, make_fact("vat_basis", basis, statement, found[0].start, found[-1].end)


def _agreed_vat(found: list[tuple[int, Fact]]) -> Iterator[Fact]:
    """The basis of the surest tier; among mere price sentences the one said most often."""
    if not found:
        return
    best = min(tier for tier, _ in found)
    facts = [fact for tier, fact in found if tier == best]
    if best < 2:
        yield from facts
        return
    counts = {fact.value: sum(other.value == fact.value for other in facts) for fact in facts}
    most = max(counts.values())
    yield next(fact for fact in facts if counts[fact.value] == most)
