"""References that lead nowhere: a clause, section, appendix or schedule of a numbered family, and not that number.

A false one accuses, so doubt means silence: nothing is told where a file was skipped or read in part, where the family
has a gap, where the number stands anywhere else in the pack, or where the words point to a law or another document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from checker.domain import Clause, Fact, Pack
from checker.facts.held import held_by
from checker.facts.labelled import parts_of
from checker.facts.misdirected import misdirected
from checker.facts.off_list import off_list
from checker.facts.slip_facts import Said
from checker.facts.statements import Statement, make_fact, statements
from checker.facts.terms_numbers import beyond_terms

LEAST = 4  # numbers from 1 up without a gap that make a family of clauses, 2 for one of labels
DEEP = 2  # dots of a number (3.3.15) that no other document is likely to share
FURTHEST = 5  # a number further beyond the last than this belongs to something else ("section 106")
_CLAUSE = re.compile(
    r"\b(?P<kind>clauses?|sections?|paragraphs?|conditions?) (?P<id>\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.]*\d|\s?[%(:/–-])"
    r"(?P<after>.{0,30})",
    re.IGNORECASE,
)
_BARE = re.compile(  # "the measures in 2.9", "see 4.3.2 above"; not "in 2.9 km"
    r"\b(?:in|see|at|to|under|with|per) (?P<id>\d{1,2}(?:\.\d{1,2}){1,3})(?=\s*(?:[.;,)](?!\d)|$)|\s(?:above|below)\b)"
    r"(?P<after>.{0,30})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<kind>Appendix|Annexe?|Schedule|Attachment|Form|Part) (?P<id>[A-Z]|\d{1,2})(?![\w./-]*\w)(?P<after>.{0,30})"
)
_OPENS = re.compile(
    r"(?P<kind>Appendix|Annexe?|Schedule|Attachment|Form|Part) (?P<id>[A-Z]|\d{1,2})(?!\w)", re.IGNORECASE
)
_HEAD = re.compile(r"\W*(?P<kind>Appendix|Annexe?|Schedule|Attachment|Form|Part)\W*", re.IGNORECASE)
_OTHER = re.compile(  # "of the Act", "in the Contract", but not "of this document"
    r"^[\s,)]*(?:and|or|to|of|in|under|from|at|within|on)\b (?!this\b|these\b)", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"\b(?:acts?|regulations?|directive|statut\w+|order 20\d\d|code of practice|gdpr|jct|nec\d?|iso|bs|en|framework|"
    r"guidance|standard (?:form|terms|conditions)|defcon|tupe|constitution|policy|rules|agreement|contract|terms|"
    r"conditions|specification|legislation|law)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:acts?|regulations?|directive|statut\w+|order 20\d\d|code of practice|gdpr|jct|nec\d?|iso|bs|en|framework|"
    r"standard (?:form|terms|conditions)|defcon|tupe|constitution|legislation|law|call-?off)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:Schedule|Annexe?|Appendix|Part|Volume|Form|Act|Contract|Conditions|Terms)\b.{0,25}|’s )$"
)
_ELSEWHERE = re.compile(
    r"\bseparate(?:ly)?\b|\battached\b|\benclosed\b|\bnot (?:used|applicable)\b|"
    r"\b(?:will|shall|to) be (?:sent|issued|released|supplied|given) to (?:you|bidders|tenderers|applicants|those)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^\W{0,2}(?:(?:clause|section|part|paragraph) )?(\d{1,2}(?:\.\d{1,2}){0,4})(?![\d/:%])", re.I)


def dangling(clauses: tuple[Clause, ...], pack: Pack) -> tuple[Fact, ...]:
    """`dangling_reference` for each passage (value: "clause 14.7"), and with them `dangling_references` (how many) and
    `dangling_references_list`; where one of them is no clause of a PDF also `dangling_references_sure` (how many).
    """
    if pack.skipped or any(document.read == "partly" for document in pack.documents):
        return ()
    named = {fact.location for fact in misdirected(clauses)}  # told with the part that is meant
    found: dict[str, tuple[bool, Fact]] = {}
    again: list[Fact] = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        inside = tuple(clause for clause in clauses if clause.document == document)
        entries = ((sure, _told(said)) for sure, said in (*_sure(off_list(inside)), *beyond_terms(inside)))
        for sure, fact in (*_of_clauses(inside, clauses), *_of_labels(inside, pack), *entries):
            if fact.location in named:
                continue
            if found.setdefault(str(fact.value).lower(), (sure, fact))[1] is not fact:
                again.append(fact)
    if not found:
        return ()
    every = [fact for _, fact in sorted(found.values(), key=lambda item: not item[0])]
    counts = [
        ("dangling_references", len(every)),
        ("dangling_references_sure", sum(sure for sure, _ in found.values())),
    ]
    listed = replace(every[0], name="dangling_references_list", value=", ".join(str(fact.value) for fact in every))
    sums = (replace(every[0], name=name, value=count) for name, count in counts if count)
    return (*every, *again, *sums, listed)


def _of_clauses(inside: tuple[Clause, ...], pack: tuple[Clause, ...]) -> Iterator[tuple[bool, Fact]]:
    """References to clauses of the document itself; surest where the format holds its numbers (not a PDF)."""
    mine, every = numbers_of(inside), numbers_of(pack)
    for statement in statements(inside):
        if statement.sentence.voice != "plain" or _LAW.search(statement.text):
            continue
        foreign = bool(_FOREIGN.search(statement.text))
        for found in (*_CLAUSE.finditer(statement.text), *_BARE.finditer(statement.text)):
            if foreign and found["id"].count(".") < DEEP:
                continue
            if found["id"] not in every and not _points_away(statement, found) and _is_beyond(found["id"], mine):
                kind = found["kind"].lower().removesuffix("s") if found.re is _CLAUSE else "paragraph"
                known = statement.sentence.location.page is None or _is_closed(found["id"], mine)
                sure = known and statement.sentence.kind != "row"
                yield sure, _fact(f"{kind} {found['id']}", statement, found)


def numbers_of(clauses: tuple[Clause, ...]) -> frozenset[str]:
    """All numbers that clauses, headings and first cells bear, with those above them ("7.2.1", "7.2" and "7")."""
    found: set[str] = set()
    for clause in clauses:
        texts = [*clause.headings, *(text for s in clause.sentences for text in (s.text, *s.cells))]
        leading = [match[1] for text in texts if (match := _LEADING.match(text))]
        for number in (*leading, (clause.number or "").strip(".() ")):
            parts = number.split(".")
            found.update(".".join(parts[: depth + 1]) for depth in range(len(parts)))
    return frozenset(found)


def _is_beyond(number: str, numbers: frozenset[str]) -> bool:
    """Whether the document counts 1, 2, 3 … without a gap on that level and stops before the number."""
    above, _, last = number.rpartition(".")
    prefix = f"{above}." if above else ""
    if above and above not in numbers:
        return _is_beyond(above, numbers)
    held = 0
    while f"{prefix}{held + 1}" in numbers:
        held += 1
    others = any(n.startswith(prefix) and n[len(prefix) :].isdigit() and int(n[len(prefix) :]) > held for n in numbers)
    return held >= (2 if above else LEAST) and not others and held < int(last) <= held + FURTHEST


def _is_closed(number: str, numbers: frozenset[str]) -> bool:
    """Whether the document goes on with the next number a level or more up, so that this level was read to its end."""
    above = number.rpartition(".")[0]
    if not above or f"{above}.2" not in numbers:
        return False
    while above:
        outer, _, last = above.rpartition(".")
        if f"{outer}.{int(last) + 1}".lstrip(".") in numbers:
            return True
        above = outer
    return False


def _of_labels(inside: tuple[Clause, ...], pack: Pack) -> Iterator[tuple[bool, Fact]]:
    """References to an appendix, schedule or form beyond the last that the document holds."""
    held = held_by(pack, frozenset())
    families = _families(inside)
    for statement in statements(inside):
        if statement.sentence.voice != "plain" or _LAW.search(statement.text) or _ELSEWHERE.search(statement.text):
            continue
        for found in _LABEL.finditer(statement.text):
            name = f"{found['kind']} {found['id']}"
            furthest = 1 if found["kind"] == "Part" else FURTHEST  # "Part L" is one of the building regulations
            if _points_away(statement, found) or not _is_next(found["id"], families[_kind(found["kind"])], furthest):
                continue
            if not held.has_label(name, None):
                yield True, _fact(name, statement, found)


def _families(clauses: tuple[Clause, ...]) -> defaultdict[str, set[str]]:
    """The labels that headings and lists of contents bear, by kind."""
    families: defaultdict[str, set[str]] = defaultdict(set)
    for clause in clauses:
        for sentence in clause.sentences:
            match = _OPENS.match(sentence.text) if sentence.kind == "heading" else None
            if match:
                families[_kind(match["kind"])].add(match["id"].upper())
            head = _HEAD.fullmatch(sentence.columns[0]) if sentence.columns and sentence.cells else None
            if head and re.fullmatch(r"[A-Z]|\d{1,2}", sentence.cells[0].strip()):
                families[_kind(head["kind"])].add(sentence.cells[0].strip())
    for part in parts_of(statements(clauses)):
        if part.kind != "section" and re.fullmatch(r"[A-Z]|\d{1,2}", part.id):
            families[part.kind].add(part.id)
    return families


def _kind(word: str) -> str:
    return "annex" if word.lower() in ("annex", "annexe", "appendix") else word.lower()


def _is_next(label: str, family: set[str], furthest: int) -> bool:
    """Whether the family runs from A or 1 without a gap, two of them at least, and stops shortly before the label."""
    if label.isdigit():
        places = {int(item) for item in family if item.isdigit()}
        place = int(label)
    else:
        places = {ord(item) - 64 for item in family if not item.isdigit()}
        place = ord(label) - 64
    whole = len(places) >= 2 and places == set(range(1, len(places) + 1))
    return whole and len(places) < place <= len(places) + furthest


def _points_away(statement: Statement, found: re.Match[str]) -> bool:
    return bool(_OTHER.match(found["after"]) or _BEFORE.search(statement.text[: found.start()]))


def _sure(slips: Iterator[Said]) -> Iterator[tuple[bool, Said]]:
    return ((True, said) for said in slips)


def _told(said: Said) -> Fact:
    how = f"The list stops before {said.value}."
    return make_fact("dangling_reference", said.value, said.statement, said.start, said.end, how=how, status="derived")


def _fact(value: str, statement: Statement, found: re.Match[str]) -> Fact:
    how = f"The numbers of the document stop before {value}."
    return make_fact("dangling_reference", value, statement, found.start(), found.start("after"), how=how,
                     status="derived")  # fmt: skip
