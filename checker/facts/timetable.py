"""The dates of a procurement, each told by the words of its label: issue, questions, return, award, start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.dates import FoundDate, find_dates
from checker.facts.statements import Statement, make_fact, own_words, statements

_OFFER = (
    r"(?:tenders?|bids?|quotations?|quotes?|itt|rfp|rfq|itq|proposals?|submissions?|offers?|"
    r"responses?|applications?|mini[\s-]competition|expressions? of interest|returns?|competition)"
)
_END = (
    r"(?:deadline|clos(?:e|es|ing|ure)|latest|last date|last day|last time|final date|"
    r"cut[\s-]?off|end(?:s|ing)?\b|expir\w+|no later than|not later than|before|until|"
    r"\bby\b(?=\W*$|\s(?:\d|noon|midday|midnight|the (?:closing|deadline|date|end)|end|close))|"
    r"due\b|must be)"
)
_ASK = r"(?:clarif\w*|quer(?:y|ies)|questions?|enquir\w+|inquir\w+)"
_NOT_STAGE = (
    r"evaluat|moderat|assess(?:ment|ing)|interview|presentation|site visit|standstill|"
    r"stand[\s-]still|mobilis|transition|bidders?['’]? (?:day|event)|briefing|scor(?:e|ing)\b"
)
_SELECTION = (
    r"\b(?:sq|psq|pqq|pre[\s-]?qualif\w*|selection (?:questionnaire|stage)|shortlist\w*|"
    r"expressions? of interest|eoi)\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """How labels of one date are worded; of several tiers found, only the best is kept."""

    name: str
    tier: int
    label: re.Pattern[str]
    but_not: re.Pattern[str]


def _event(name: str, tier: int, label: str, but_not: str) -> Event:
    return Event(name, tier, re.compile(label, re.I), re.compile(but_not, re.I))


_ANSWERS = (
    r"respon(?:d\w*|se\w*) (?:to|issued|published|by the|by)|(?:responses?|answers?|repl(?:y|"
    r"ies)) (?:\w+ ){0,4}(?:issued|published|sent|provided|circulated|uploaded|released|given|"
    r"posted)|"
    r"(?:answers?|repl(?:y|ies)|respond\w*|respon(?:se|ding)) (?:\w+ ){0,3}(?:to|for|of) (?:\w+ ){0,4}"
    + _ASK
    + "|"
    + _ASK
    + r" (?:\w+ ){0,2}(?:responses?|answers?|repl(?:y|ies))|meeting|(?:opens?|opening|starts?|"
    r"begins?|commence\w*)\b(?!.{0,40}(?:clos|end))"
)
_NO_OFFER = (
    rf"{_NOT_STAGE}|{_ASK}(?!.{{0,60}}(?:tenders?|bids?) (?:must|shall|should|are to))|"
    rf"open for acceptance|remain\w* (?:open|valid)|valid\w*|award|notif|opening of|"
    r"\btax\b|on or after|opened|commenc|contract start|accounts|insurance|reference|withdraw|"
    r"retain|(?:issue|publication|publish\w*|despatch) (?:of|date)|\bissued\b|start(?:s|"
    r"ing)? date|"
    r"requests? for (?:an )?extension|interest(?:ed)? in|register\w*|attend|incorporat|"
    r"financial year|terminat|invoice|payment|expiry of|acknowledg"
)
_EVENTS = (
    _event("clarification_deadline", 1, rf"{_ASK}.{{0,90}}{_END}|{_END}.{{0,90}}{_ASK}", rf"{_NOT_STAGE}|{_ANSWERS}"),
    _event(
        "clarification_deadline",
        2,
        rf"^\W*(?:submission of |submit |raise |receipt of |all )?(?:tender(?:er)?s?['’]? |"
        rf"bidders?['’]? |supplier |itt )?{_ASK}(?: questions?| requests?| quer\w+| date| period|"
        rf" submitted| received)?\W*$",
        _ANSWERS,
    ),
    _event(
        "submission_deadline",
        1,
        rf"{_OFFER}.{{0,80}}{_END}|{_END}.{{0,80}}{_OFFER}|{_OFFER}.{{0,12}}(?:return|submission|due|"
        rf"receipt)|(?:return|submission|submit|receipt|returned|received|uploaded).{{0,40}}{_OFFER}|"
        rf"^\W*(?:date|time|date and time|date/time)? ?(?:for |of )?(?:tender )?(?:closing date|"
        rf"return date|submission date|deadline|closing date and time)(?: and time)?\W*$",
        rf"{_NO_OFFER}|{_SELECTION}",
    ),
    _event(
        "submission_deadline",
        2,
        r"(?:received|arrive|returned?|submitted|submit|delivered|uploaded|clos(?:es|"
        r"ing)).{0,60}(?:no later than|not later than|before|\bby\b|on|date|at)\b",
        rf"{_NO_OFFER}|{_SELECTION}|sample",
    ),
    _event(
        "submission_deadline",
        3,
        rf"(?:{_END}|return|submission).{{0,60}}{_SELECTION}|{_SELECTION}.{{0,60}}(?:{_END}|return|"
        rf"submission|due)",
        rf"{_ASK}|evaluat|outcome|notif|issue|publi",
    ),
    _event(
        "issued",
        1,
        r"(?:issue|issued|issuing|publish\w*|publication|despatch\w*|dispatch\w*|release\w*|sent out|"
        r"made available|launch\w*|advert\w*|available (?:from|on)).{0,60}(?:tender|itt|rfp|rfq|itq|"
        r"notice|opportunity|documents?|invitation|procurement|quotation|competition|"
        r"contracts? finder|portal|pack)|(?:tender|itt|rfp|rfq|itq|notice|opportunity|documents?|"
        r"invitation to \w+|procurement|quotation|competition|pack).{0,40}(?:issue|issued|publish\w*|"
        r"publication|despatch\w*|dispatch\w*|release\w*|made available|launch\w*|advert\w*|live\b|"
        r"go(?:es)? live|uploaded|sent|commence\w*|start(?:s|ed)?\b|opens?\b)|^\W*(?:issue date|"
        r"date of issue|date issued|issued(?: on)?|publication date|date published|launch date)\W*$",
        rf"{_NOT_STAGE}|{_ASK}|award|letter|standstill|contract (?:commence|start|issued)|result|"
        rf"outcome|\b(?:sq|psq|pqq|pre[\s-]?qualif\w*)\b|submission|return|deadline|clos|receipt|"
        rf"respon|complet|terms|version|amend|regulation|policy statement|revis|addend|"
        rf"prior information|pin\b|\bterm\b|framework (?:commence|start|go)|market engagement",
    ),
    _event("issued", 2, r"^\W*(?:date|dated|version \d[\d.]*|v\d[\d.]*)\W*$", r"signature"),
    _event(
        "award",
        1,
        r"award\w*.{0,50}(?:contract|decision|date|notif|notice|framework)|(?:contract|framework|"
        r"notif\w*|target|date of|final|anticipated|intended|intention|decision|letter|"
        r"tender).{0,50}\baward\w*|appoint\w*.{0,30}(?:supplier|contractor|provider|bidder|consultant|"
        r"tenderer)|^\W*(?:contract )?award(?: of contract| date| stage| made)?\W*$|(?:contractor|"
        r"supplier|provider|consultant)s? appoint\w*|(?:preferred|successful|winning) (?:bidder|"
        r"supplier|tenderer|contractor|provider).{0,40}(?:decision|appoint\w*)|"
        r"decision.{0,20}(?:preferred|successful|winning)",
        rf"evaluat(?!.{0, 120}award of (?:the )?contract)|award criteri|intent\w* to award|standstill|"
        rf"interview|presentation|recommend|commence|mobilis|contracts? finder|publish|publication|"
        rf"subject to award|after (?:the )?award|following (?:the )?award|{_SELECTION}|report|"
        rf"date of contract award and|before (?:the )?award",
    ),
    _event(
        "award",
        2,
        r"notif\w*.{0,40}(?:result|outcome|decision|bidder|tenderer|supplier|provider|success)|"
        r"(?:bidder|tenderer|supplier|applicant)s?.{0,30}(?:notified|informed|advised)|(?:result|"
        r"outcome|decision).{0,40}(?:notif\w*|letter|announce\w*|communicated)|final decision|"
        r"preferred (?:bidder|supplier|tenderer)|decision (?:letters?|made|date)|"
        r"inform\w* (?:successful|unsuccessful|bidders|tenderers)|intent(?:ion)? to award",
        rf"{_NOT_STAGE}|{_SELECTION}|{_ASK}|late|sign(?:ing|ature|ed)",
    ),
    _event(
        "award",
        3,
        r"contract.{0,30}(?:sign\w*|conclu\w*|execut\w*|complet(?:ed|ion of contract documents)|"
        r"seal\w*)|sign\w*.{0,20}contract",
        r"expir|date of completion of contract|commenc|terminat|by the (?:contractor|supplier)",
    ),
    _event(
        "start",
        1,
        r"(?:contract|service|services|agreement|framework|works?|delivery|supply|provision|project|"
        r"call[\s-]off|site|term|operation\w*).{0,40}(?:commenc\w*|starts?\b|starting|"
        r"go(?:es)?[\s-]?live|begins?\b|beginning|effective|live date)|(?:commenc\w*|start(?:s|"
        r"ing)?\b|go[\s-]?live|begins?|beginning|effective date|possession).{0,50}(?:contract|service|"
        r"services|agreement|framework|works?|delivery|supply|provision|term|project|site|operation)|"
        r"^\W*(?:anticipated |proposed |estimated |target |planned |expected |"
        r"indicative )?(?:commencement(?: date)?|start(?: date)?|go[\s-]?live(?: date)?|start on site|"
        r"date of commencement)\W*$",
        rf"evaluat|tender(?:s|ing)? (?:commenc|start|period)|{_ASK}|interview|standstill|"
        rf"procurement (?:commenc|start|begin|process)|commenc\w* (?:of )?(?:the )?(?:tender|"
        rf"procurement|evaluation|review)|extension|option(?:al)? period|previous|current contract|"
        rf"existing contract|incumbent|negotiation|since|financial year|insurance|complet\w+ (?:date|"
        rf"of)|transfer of data|founded|established|expir\w*|\bend date|terminat|(?:mobilis\w+|"
        rf"transition|handover|implementation|onboarding)(?: period| phase| stage|"
        rf" meeting)?\W*(?:to )?(?:commenc|start|begin)|(?:commenc\w*|start|"
        rf"beginning) (?:of )?(?:the )?(?:mobilis|transition|handover|implementation)",
    ),
)
_NUMBERING = re.compile(r"^\W*(?:\d{1,2}[.)]?|stage \d{1,2}:?|step \d{1,2}:?|[ivx]{1,4}[.)])\s+", re.I)
_ROW_PART = re.compile(r"\s\|\s|\n")
WRONG_WEEKDAY = "the weekday does not fit the date"
_PAST = re.compile(
    r"\b(?:regulations?|act|directive|policy|census|report|accounts|published in|minutes|"
    r"resolution|invoice[sd]?|letter) (?:of|dated|ending|for the year|to|until)?\W*$",
    re.I,
)


def find_timetable(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `issued`, `clarification_deadline`, `submission_deadline`, `award` and `start`, of the surest labels only."""
    found: dict[str, list[tuple[int, Fact]]] = {}
    for statement in statements(clauses):
        if own_words(statement):
            for tier, fact in _in_statement(statement):
                found.setdefault(fact.name, []).append((tier, fact))
    for facts in found.values():
        best = min(tier for tier, _ in facts)
        yield from (fact for tier, fact in facts if tier == best)


def _in_statement(statement: Statement) -> Iterator[tuple[int, Fact]]:
    dates = find_dates(statement.text)
    if len(dates) > 12 or not dates:
        return
    for label, date, penalty in _labelled(statement, dates):
        for name, tier in _events(label, penalty):
            told = 1 if name == "issued" and not statement.sentence.cells else 0  # a row of the timetable is surer
            yield (
                2 * (tier + penalty) + told,
                make_fact(name, date.value, statement, date.start, date.end, how=_remark(date)),
            )
    if statement.place < 40 and _is_cover_date(statement, dates):
        yield 20, make_fact("issued", dates[0].value, statement, dates[0].start, dates[0].end)


def _remark(date: FoundDate) -> str:
    """What a later stage should know of a date as it is written."""
    if date.weekday_fits is False:
        return WRONG_WEEKDAY
    return "week commencing" if date.week_commencing else ""


def _is_cover_date(statement: Statement, dates: tuple[FoundDate, ...]) -> bool:
    """A date that stands alone on the first page of a document."""
    page = statement.sentence.location.page
    rest = re.sub(
        r"\b(?:date|dated|issued?|version|v)\b[\s:]*[\d.]*",
        "",
        statement.text[: dates[0].start] + statement.text[dates[0].end :],
        flags=re.I,
    )
    return len(dates) == 1 and (page is None or page <= 2) and not re.search(r"[a-z]{3}", rest, re.I)


def _events(label: str, penalty: int) -> Iterator[tuple[str, int]]:
    """Names of the facts that a label speaks of, with the tier of its wording; one a label."""
    label = _NUMBERING.sub("", " ".join(label.split()))
    done: set[str] = set()
    for event in _EVENTS:
        if event.name not in done and event.label.search(label) and not event.but_not.search(label):
            done.add(event.name)
    if "submission_deadline" in done and done & {"clarification_deadline", "award", "start"}:
        done.discard("submission_deadline")
    if "issued" in done and len(done) > 1:
        done.discard("issued")
    for event in _EVENTS:
        if event.name in done and event.label.search(label) and not event.but_not.search(label):
            done.discard(event.name)
            yield event.name, event.tier


def _labelled(statement: Statement, dates: tuple[FoundDate, ...]) -> Iterator[tuple[str, FoundDate, int]]:
    """Each date with the words that label it, and how far from certain the pairing is."""
    if len(statement.cells) > 1 and statement.sentence.cells:
        yield from _row_labels(statement)
        return
    text = statement.text
    left_first = bool(re.search(r"[a-z]{3}", _plain(text[: dates[0].start]), re.I))
    for place, date in enumerate(dates):
        left = text[dates[place - 1].end if place else 0 : date.start]
        right = text[date.end : dates[place + 1].start if place + 1 < len(dates) else len(text)]
        if _PAST.search(left):
            continue
        if place and re.fullmatch(r"\s*(?:-|–|—|to|until|and)\s*", left):
            continue  # the end of a range
        near, far = (left, right) if left_first else (right, left)
        label = _near_words(near, near is left)
        if len(text) < 120 or statement.sentence.kind in {"row", "item"} or not left_first:
            label = f"{label} {_wrapped(far, near is left)}" if len(dates) == 1 else label
        if not re.search(r"[a-z]{3}", _plain(label), re.I):
            label = _before(statement)
            yield label, date, 0
        else:
            yield label, date, 0
            if statement.clause.lead_in or len(text) < 90:
                yield from _with_context(statement, label, date)


def _with_context(statement: Statement, label: str, date: FoundDate) -> Iterator[tuple[str, FoundDate, int]]:
    """The same with the words of heading and lead-in, when the label alone says nothing."""
    if not any(True for _ in _events(label, 0)):
        for words in (statement.clause.lead_in, statement.heading):
            if words and len(words) < 160:
                yield f"{words}: {label}", date, 3


def _plain(text: str) -> str:
    """Without the time of day and the words that only lead up to a date."""
    return re.sub(
        r"\b(?:noon|midday|midnight|hours|hrs|date|time|gmt|bst|pm|am|on|at|by|the|week commencing)\b|"
        r"\d",
        " ",
        text,
        flags=re.I,
    )


def _near_words(text: str, before: bool) -> str:
    """Up to 160 characters beside a date, of its own sentence part only."""
    part = re.split(r"(?<=[a-z)])[;.]\s|\n", text)
    chosen = part[-1] if before else part[0]
    return chosen[-160:] if before else chosen[:120]


def _wrapped(text: str, after: bool) -> str:
    """The rest of a label that wraps round its date."""
    return text[:80] if after else text[-80:]


def _before(statement: Statement) -> str:
    """The label of a bare date: the short line before it, else the heading."""
    line = statement.before
    if line and len(line) < 110 and not find_dates(line) and re.search(r"[a-z]{3}", line, re.I):
        return line
    return statement.heading if len(statement.heading) < 110 else ""


def _row_labels(statement: Statement) -> Iterator[tuple[str, FoundDate, int]]:
    """Of a table row: the cells without a date are the label, or the columns' names where all hold one."""
    cells = statement.sentence.cells
    columns = statement.sentence.columns
    dated = [bool(find_dates(cell)) for cell in cells]
    words = " ".join(
        cell for cell, has in zip(cells, dated, strict=True) if not has and re.search(r"[a-z]{3}", cell, re.I)
    )
    label = next(
        (cell for cell, has in zip(cells, dated, strict=True) if not has and re.search(r"[a-z]{3}", cell, re.I)), ""
    )
    offset = 0
    for place, cell in enumerate(cells):
        start = statement.text.find(cell, offset) if cell else -1
        offset = start + len(cell) if start >= 0 else offset
        found = find_dates(cell)
        if not found:
            continue
        column = columns[place] if place < len(columns) else ""
        inside = cell[: found[0].start] + " " + cell[found[0].end :]
        own = inside if re.search(r"[a-z]{4}", _plain(inside), re.I) else ""
        name = label if sum(dated) == 1 else f"{label} {column}"
        if not label:
            name = column or statement.heading
        if own and not label:
            name = own
        shifted = _shift(found[0], max(start, 0))
        yield name, shifted, 0
        if not list(_events(name, 0)) and sum(dated) == 1:
            yield (f"{column} {own}" if not label else f"{words} {own}"), shifted, 1


def _shift(date: FoundDate, by: int) -> FoundDate:
    return FoundDate(
        day=date.day, start=date.start + by, end=date.end + by, time=date.time,
        weekday_fits=date.weekday_fits, week_commencing=date.week_commencing,
    )  # fmt: skip
