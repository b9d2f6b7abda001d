"""How long the contract runs, and by how much it may be extended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain import Clause, Fact
from checker.facts.durations import find_durations, is_notice, range_months, read_term
from checker.facts.statements import Statement, lot_at, make_fact, own_words, statements
from checker.facts.term_dates import term_from_dates

_CONTRACT = (
    r"(?:contracts?|agreement|framework|frameworks?|appointment|service|term|project|works?|"
    r"commission|arrangement|licence|concession|dps|dynamic market)"
)
_PERIOD = r"(?:period|term|duration|length)"
_HEAD = re.compile(
    rf"^\W*(?:[\d.]+\s*)?(?:(?:proposed|initial|anticipated|estimated|maximum|expected|"
    rf"intended)\s)?(?:{_CONTRACT}\s)?(?:{_PERIOD}|"
    rf"contract dates)(?: of (?:the )?(?:proposed )?{_CONTRACT})?(?: term|"
    rf" period)?(?: and (?:extensions?|options?|value|commencement))?(?:\s?\(.{{0,40}}\))?\W*$|"
    rf"^\W*(?:how long(?: (?:for|is the contract|will it last))?|contract life)\W*$|"
    rf"^\W*(?:[\d.]+\s*)?(?:{_PERIOD} of (?:the )?{_CONTRACT}(?: term)?|contract (?:term|period|"
    rf"length|duration).{{0,30}}|duration.{{0,30}}|commencement and (?:term|duration))\W*$",
    re.I,
)
_EXT_HEAD = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:contract |optional |option to |possible |term )?(?:extend|extensions?|"
    r"renewals?)(?: (?:options?|periods?|terms?|of (?:the )?(?:contract|term|"
    r"contract period)))?(?:\s?\(.{0,30}\))?\W*$",
    re.I,
)
_STATES = (
    rf"\b{_CONTRACT}\b.{{0,60}}\b(?:is|be|are|will be|shall be|run|runs|span|spans|last|lasts|let|awarded|"
    rf"operate|continue|valid|proceed|remain\w*|commenc\w*|start\w*|cover\w*|"
    rf"term)\b.{{0,70}}(?:for|of|:|be|is|to)?",
    rf"\b(?:initial|fixed|minimum|maximum|firm|total|overall|contract|full|base|first|"
    rf"whole)\s(?:\w+\s){{0,2}}{_PERIOD}\b",
    rf"\b(?:for|over|of|be|is|has|have) (?:an?|the)?\s?(?:\w+\s){{0,2}}{_PERIOD}(?: of|\b)",
    rf"\b{_PERIOD} of (?:the |this )?(?:initial |proposed )?{_CONTRACT}\b",
    r"\b(?:term|contract period|initial period|initial term)\W{1,3}means\b",
    r"\b(?:contract|agreement|framework|appointment|tender(?:s|ed)?|award\w*|appoint\w*|"
    r"(?:wants?|needs?|seek\w*|requires?|looking for) an? (?:\w+ ){0,2}"
    r"(?:contractor|supplier|provider|consultant|firm|partner))\b.{0,50}\bfor\b",
)
_STATE = re.compile("|".join(_STATES), re.I)
_NOUN_AFTER = re.compile(rf"^[\s-]{{0,2}}(?:\w+[\s-]){{0,4}}(?:{_CONTRACT}|{_PERIOD}|life|lifetime)\b", re.I)
_SEEKS = re.compile(
    r"\b(?:seek\w*|award\w*|let|appoint\w*|enter\w* into|establish\w*|procur\w+|tender\w*|"
    r"offer\w*|is an?|be an?|requires?|set up)\b",
    re.I,
)
_EXT = re.compile(r"\b(?:exten[ds]\w*|renew\w*|option\w*)\b|further (?:period|term|\w+ (?:year|month))", re.I)
_ELSE = re.compile(
    r"\bretain\w*|retention|records?\b|names and|\bgdpr\b|data protection|audit|accounts?\b|experience|"
    r"warrant|guarantee|defects|maintenance period|insurance|indemnity|run[\s-]off|"
    r"\b(?:tender|offer|bid|quotation|price)s? (?:\w+ ){0,2}open\b|open for acceptance|remain\w* (?:open|"
    r"valid|firm)|valid(?:ity)?|validity|hold\w* (?:their|"
    r"your|the) (?:price|tender|offer)|confidential|after (?:the )?(?:expir|terminat|complet|end)|"
    r"following (?:the )?(?:expir|terminat|complet|end)|"
    r"(?<!will )(?<!shall )(?<!to )\blast (?:\w+ ){0,2}(?:year|month)|past (?:\w+ ){0,2}(?:year|"
    r"month)|previous (?:\w+ ){0,2}(?:year|month)|preceding|within|trading|probation|referen|"
    r"convict|"
    r"review(?:ed)? (?:every|after|at)|every \w+ (?:month|year)|price (?:review|increase)|"
    r"indexation|fixed price|prices? (?:\w+ ){0,3}(?:fixed|firm|held)|payment|invoice|"
    r"\bapprentic|training|probationary|statut|liabilit|limitation|disqualif|exclu(?:ded|sion)|"
    r"mobilis|lead[\s-]in|transition|handover|implementation period|exit|cooling|"
    r"\bwork (?:placement|experience)|age|aged|old\b|children|qualification|post[\s-]qualif|"
    r"\b(?:meetings?|visits|calls) (?:\w+ ){0,4}(?:held|monthly|weekly|quarterly|daily)|"
    r"\b(?:tender(?:ed)?|bid|evaluated|quoted) (?:total )?(?:price|cost|sum) for (?:the )?\w+(?: \(\w+\))? "
    r"(?:years|months)|"
    r"similar|employ(?:ed|ment) for|notice of|rolling|backup|monitor\w* (?:period|visit)|"
    r"standstill|"
    r"existing contract|current contract|previous contract|business plan|strategy|programme of|"
    r"lease|tenanc|each (?:month|year|quarter)|price hold|per year|years?['’]? (?:experience|"
    r"trading|accounts)|"
    r"restrict(?:ion|ive)|\b(?:customers?|buyers?|clients?|participating \w+) may\b|"
    r"call[\s-]off .{0,40}\b(?:under|may|can)\b|solicit|survive|surviv|dispute|suspen|"
    r"consecutive (?:month|period)|arrears|in advance|reporting|not exceeding|breach|copyright|patent|force majeure",
    re.I,
)
_OPTION = re.compile(r"\boptions? (?:to|of|for) (?:an? )?(?:exten|renew)\w*", re.I)
_OF_CONTRACT = re.compile(rf"\b{_CONTRACT}\b|\b{_PERIOD}\b", re.I)
_BLANK = re.compile(r"\[[^\]]{0,60}\]|_{3,}|\.{5,}|<[^>]{1,50}>|\bTBC\b|\bxx+\b", re.I)


def find_term(clauses: tuple[Clause, ...]) -> Iterable[Fact]:
    """Facts `term_months` (first term) and `extension_months` (all options together), of the surest wording only."""
    found: dict[str, list[tuple[int, Fact]]] = {}
    told = [s for s in statements(clauses) if own_words(s) and not s.sentence.negated]
    for statement in told:
        for tier, fact in _in_statement(statement):
            found.setdefault(fact.name, []).append((tier, fact))
    if "term_months" not in found:
        yield from term_from_dates(told)
    for facts in found.values():
        best = min(tier for tier, _ in facts)
        yield from (fact for tier, fact in facts if tier == best)


def _in_statement(statement: Statement) -> Iterator[tuple[int, Fact]]:
    if statement.sentence.cells:
        yield from _row(statement)
        return
    headed = bool(_HEAD.search(statement.heading) or (_HEAD.search(statement.before) and len(statement.before) < 60))
    extends = bool(_EXT_HEAD.search(statement.heading) or _EXT_HEAD.search(statement.before))
    text = statement.text
    if _is_label(text):
        yield from _facts(statement, 0, text.split(":", 1)[-1], extension=bool(_EXT_HEAD.search(text.split(":", 1)[0])))
    elif _speaks_of_term(text, headed, extends):
        yield from _facts(statement, 0 if headed and len(text) < 120 else 1, text, extension=extends and not headed)


def _is_label(text: str) -> bool:
    label, colon, rest = text.partition(":")
    return bool(colon) and bool(_HEAD.search(label) or _EXT_HEAD.search(label)) and len(rest) < 200


def _row(statement: Statement) -> Iterator[tuple[int, Fact]]:
    """Key and value, or a column that is headed by "term" or "extension"."""
    cells, columns = statement.sentence.cells, statement.sentence.columns
    filled = statement.cells
    if len(filled) >= 2 and (_HEAD.search(filled[0]) or _EXT_HEAD.search(filled[0])):
        rest = " ".join(filled[1:])
        yield from _facts(statement, 0, rest, extension=bool(_EXT_HEAD.search(filled[0])))
        return
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else ""
        if column and (_HEAD.search(column) or _EXT_HEAD.search(column)):
            yield from _facts(statement, 0, cell, extension=bool(_EXT_HEAD.search(column)))


def _speaks_of_term(text: str, headed: bool, extends: bool) -> bool:
    """Whether a period in the sentence is the contract's own and not one of warranty, experience or notice."""
    durations = [d for d in find_durations(text) if not is_notice(text, d)]
    dated = range_months(text)
    if not durations and dated is None:
        return False
    start = durations[0].start if durations else dated[1] if dated else 0
    end = durations[0].end if durations else dated[2] if dated else 0
    around = text[max(0, start - 120) : end + 50]
    if _ELSE.search(re.sub(r"contract\w*|subject to[^,;.]*", " ", around)):
        return False
    if headed or extends:
        return True
    before = text[max(0, start - 130) : start]
    if _STATE.search(before):
        return True
    if durations and _NOUN_AFTER.search(text[durations[0].end : durations[0].end + 70]):
        return bool(_SEEKS.search(before)) or bool(
            re.match(
                rf"[\s-]{{0,2}}(?:{_CONTRACT}|life(?:time)?\b)|[\s-]{{0,2}}initial", text[durations[0].end :], re.I
            )
        )
    return bool(_OPTION.search(before)) or bool(_EXT.search(before) and _OF_CONTRACT.search(text))


def _facts(statement: Statement, tier: int, words: str, *, extension: bool) -> Iterator[tuple[int, Fact]]:
    if _BLANK.search(words) and not find_durations(words):
        return
    at = max(0, statement.text.find(words))
    term = read_term(words)
    dated = range_months(words)
    if term is not None:
        lot = lot_at(statement, at + term.start)
        first, more = term.months, term.extension
        if extension and (more is None or not _EXT.search(words)):
            first, more = None, (first or 0) + (more or 0)  # under "Extension" all of "1 + 1 years" extends
        if dated and first is None and not extension and not _EXT.search(words[: dated[1]]):
            first = dated[0]
        if first is not None and first <= 600:
            yield tier, make_fact("term_months", first, statement, at + term.start, at + term.end, lot=lot)
        if more is not None and more <= 600:
            yield tier, make_fact("extension_months", more, statement, at + term.start, at + term.end, lot=lot)
    elif dated and not extension and not _EXT.search(words[: dated[1]]):
        months, start, end = dated
        yield tier, make_fact("term_months", months, statement, at + start, at + end, lot=lot_at(statement, at + start))
