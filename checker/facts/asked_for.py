"""Things to return that a pack names in passing: papers by their label, counted things, figures and answers by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from checker.domain import Clause, Sentence

Kind = Literal["form", "answer", "certificate", "policy", "price", "signature", "other"]
_ROLES = ("instructions", "questionnaire", "form", "pricing")
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_LABEL = r"(?:Annexe?|Appendix|Schedule|Attachment|Form|Part) (?:\d{1,2}[a-z]?|[A-Z]\d?)\b"
_TITLE = r"(?:\s*[-–—:]\s*(?:[A-Z][\w&/-]*(?: (?:of|and|for|the|[A-Z][\w&/()-]*)){0,7})|, the [a-z]+(?: of)? [a-z]+)?"
_LABELLED = (
    re.compile(
        r"\b(?i:complete|submit|return|fill in|upload|enclose)(?:d)?(?: (?i:and|or) \w+)? "
        rf"(?:(?i:an?|the|your|their|each|this) )?[‘“'\"]?(?P<name>{_LABEL}{_TITLE})"
    ),
    re.compile(
        rf"^(?P<name>{_LABEL}{_TITLE})[^.;]{{0,50}}\b(?:(?:is|are|must|should)(?: to)? be (?:fully )?"
        r"(?:completed|returned|submitted|filled in)|please complete this)"
    ),
    re.compile(rf"\b(?:in|of) (?P<name>{_LABEL}(?: \([^)]{{3,40}}\))?),? (?:fully )?completed\b"),
)
_TRAILING = re.compile(r"(?: (?:and|of|for|the))+$")
_EACH_MEMBER = re.compile(r"\beach (?:group |consortium )?(?:member|partner)\b", re.IGNORECASE)

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)"
_COUNTED = re.compile(
    rf"\b(?P<name>{_NUMBER} (?:(?!of |the |or )[a-z-]+ ){{0,3}}"
    r"(?:contracts|examples|references|referees|case studies|clients|CVs))\b",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"\b(?:name|list|give|provide|supply|submit|demonstrate|describe|identify|enclose|attach|upload|include|state|show)d?"
    r"\b|\beach (?:have|has) to\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:name|list|identify|give (?:the )?names of|state the names of) "
    r"(?:(?:the|any|all|your|their|its|proposed|key) ){0,2}(?P<name>sub-?contractors)\b",
    re.IGNORECASE,
)
_MEMBER_NUMBER = re.compile(
    r"\b(?P<name>(?:membership|registration|licence|accreditation) (?:number|reference))\b[^.;]{0,30}"
    r"\b(?:stated|given|provided|supplied|entered|included)\b",
    re.IGNORECASE,
)
_PARTICULARS = re.compile(
    r"\b(?:give|provide|supply|complete) (?:these|the following|your) (?P<name>particulars|details)\b", re.I
)
_HELD = re.compile(
    r"^(?:current |valid )?(?P<name>certification to (?:ISO|BS) ?\d{4,5}(?:-\d)?"
    r"(?:(?:,| and|, and) (?:(?:ISO|BS) ?)?\d{4,5}(?:-\d)?){0,4})"
)
_CONDITION = re.compile(
    r"(?:^| )(?P<name>(?:Carbon Reduction|Net Zero|Social Value|Business Continuity|Environmental) (?:Plan|Policy))\b"
    r"[^.;]{0,90}\bis a (?:condition of participation|requirement)\b",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(r"\bself-certify\b[^?;]{0,140}[\"“‘](?P<name>[A-Z][\w ]{5,60})[\"”’]")
_HAS_POLICY = re.compile(r"\bha(?:s|ve) an? (?P<name>(?:\w+ ){1,4}policy)\b", re.IGNORECASE)
_SELF_CLEANING = re.compile(r"\bprovide (?:\w+ ){0,2}(?P<name>evidence of self-cleaning)\b", re.IGNORECASE)
_ACTION_PLAN = re.compile(
    r"\b(?:submit|upload|attach|enclose|provide)\b[^.;]{0,40}\b(?P<name>(?:\w+ )?action plan)\b", re.IGNORECASE
)
_LINKED = re.compile(
    r"\b(?:link to|web address of) (?:your|its|their|the) (?:most recently |published )*"
    r"(?P<name>[\w-]+ (?:[\w-]+ ){1,4}(?:statement|plan|policy|report))\b",
    re.IGNORECASE,
)
_HOLDS_CERTIFICATE = re.compile(
    r"\b(?:hold|have|copy of)\b[^.;?]{0,40}?\b(?P<name>(?:[A-Z]\w+ ){1,4}[Cc]ertificat(?:e|ion))\b"
)
_MAY_ASK = re.compile(
    r"\breserves? the right\b|\bat a (?:future|later) date\b|\bfollowing appointment\b", re.IGNORECASE
)
_POLICY_LIST = (
    re.compile(
        r"\bcop(?:y|ies) of (?:(?:the|their|your|its) )?(?:\w+['’]s )?(?P<list>[^.;:]{10,200}?) policies\b", re.I
    ),
    re.compile(r"\bpolicies (?:on|for|covering) (?P<list>[^.;:|]{10,200})", re.IGNORECASE),
)
_AND = re.compile(r",? and ")

_IN_ROWS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("answer", re.compile(r"^(?P<name>[A-Z][^:?|]{4,60}):[^?|]{0,120}\b(?:described|explained|set out) in \d+ words")),
    (
        "answer",
        re.compile(r"^(?P<name>(?:Average|Number of|Percentage of|Total) [^?|(,;]{5,60}?)(?= in the | \(|,|;|$)"),
    ),
)
_EVERYWHERE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("other", _NAMED),
    ("certificate", _MEMBER_NUMBER),
    ("certificate", _HELD),
    ("policy", _CONDITION),
    ("policy", _CONFIRMS),
    ("other", _SELF_CLEANING),
    ("other", _ACTION_PLAN),
    ("policy", _LINKED),
)
_ROW_NUMBER = re.compile(r"^(?:Q|Question )?(?P<part>[A-Z]{0,2})(?P<number>\d{1,2})(?:$|[.:)] )")
_ABOUT_ANSWERED = re.compile(r"\bclarification|\bqueries\b|\basked\b", re.IGNORECASE)
_QUESTION_COLUMN = re.compile(r"\bquestions?\b", re.IGNORECASE)
_NUMBERED_COLUMN = re.compile(
    r"^(?P<what>contract|example|reference|client|project|referee|customer) \d$", re.IGNORECASE
)
_PART_LABEL = re.compile(r"^(?:Part|Section|Form|Schedule|Appendix|Annex) \w{1,3}\s*[-–—:.]\s*", re.IGNORECASE)
_WRITE = re.compile(
    r"^(?:Please )?(?:List|Describe|Give details|Provide details|State|Set out) (?:any|all|each|every|of)\b"
)


def in_passing(clause: Clause, sentence: Sentence) -> Iterator[tuple[Kind, str]]:
    """Kind and name of what the sentence asks for, in the words of the pack; the caller has left out later duties."""
    if sentence.phase == "delivery" or clause.role not in _ROLES:
        return
    yield from _labelled(sentence)
    body = _told(sentence)
    for kind, pattern in _EVERYWHERE:
        yield from ((kind, _named(kind, found["name"], pattern)) for found in pattern.finditer(body))
    if clause.role == "questionnaire":
        if not _MAY_ASK.search(body):
            yield from (("certificate", found["name"]) for found in _HOLDS_CERTIFICATE.finditer(body))
        yield from (("policy", f"confirmation of {found['name']}") for found in _HAS_POLICY.finditer(body))
        yield from _written(clause, sentence)
    yield from (("other", found["name"]) for found in _COUNTED.finditer(body) if _is_demanded(clause, sentence, found))
    yield from (
        ("policy", name) for pattern in _POLICY_LIST for m in pattern.finditer(body) if (name := counted(m["list"]))
    )
    if (given := _PARTICULARS.search(body)) and clause.headings:
        yield "answer", f"{given['name']} ({clause.headings[-1]})"
    if sentence.kind == "row" and any(_QUESTION_COLUMN.search(column) for column in sentence.columns):
        yield from ((kind, found["name"]) for kind, pattern in _IN_ROWS if (found := pattern.search(body)))


def _told(sentence: Sentence) -> str:
    """The text, or of a row the cell that says most."""
    return max(sentence.cells, key=len) if sentence.cells else sentence.text


def _named(kind: Kind, name: str, pattern: re.Pattern[str]) -> str:
    if pattern is _NAMED:
        return f"names of {name}"
    return f"confirmation of {name}" if pattern is _CONFIRMS else name


def _labelled(sentence: Sentence) -> Iterator[tuple[Kind, str]]:
    """A paper of the pack by its label ("Attachment 4 – Price list"), told apart when each member sends its own."""
    for found in (match for pattern in _LABELLED for match in pattern.finditer(sentence.text)):
        name = _TRAILING.sub("", found["name"].strip())
        each = " for each member" if _EACH_MEMBER.search(sentence.text) else ""
        yield "form", f"{name}{each}"


def _is_demanded(clause: Clause, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the counted things are to be named by the bidder: the verb stands before them or in the lead-in."""
    if _DEMANDS.search(clause.lead_in) and found.start() == 0:
        return True
    told = sentence.obligation in ("must", "should") or sentence.duty_on == "bidder"
    return told and bool(_DEMANDS.search(sentence.text[max(0, found.start() - 40) : found.end() + 90]))


def _written(clause: Clause, sentence: Sentence) -> Iterator[tuple[Kind, str]]:
    """What a paragraph under a heading of its own asks to have written out."""
    heading = clause.headings[-1] if clause.headings else ""
    if sentence.kind == "paragraph" and _WRITE.search(sentence.text) and 1 < len(heading.split()) <= 6:
        yield "answer", heading


def counted(parts: str) -> str:
    """ "A, B and C" as "three policies: A, B and C"; empty for fewer than three."""
    first = [part for part in parts.strip(" ,").split(",") if part.strip()]
    if len(first) < 2:
        return ""
    number = len(first) + bool(_AND.search(first[-1])) * (not first[-1].strip().startswith("and "))
    told = _COUNTS[number - 2] if number - 2 < len(_COUNTS) else str(number)
    return f"{told} policies: {first[0].strip()}, {first[1].strip()}{' …' if number > 2 else ''}"


def by_part(clauses: tuple[Clause, ...]) -> Iterator[tuple[Kind, str, Clause, Sentence]]:
    """The answers of each part of a questionnaire ("answers to C1 to C8 (Quality)"), and tables of numbered things."""
    parts: dict[tuple[str, tuple[str, ...], str], list[tuple[str, Clause, Sentence]]] = {}
    tables: set[tuple[str, ...]] = set()
    for clause in clauses:
        if clause.role not in _ROLES or any(map(_ABOUT_ANSWERED.search, clause.headings)):
            continue
        for sentence in (s for s in clause.sentences if s.kind == "row" and s.voice == "plain"):
            if (label := _row_label(sentence)) and any(map(_QUESTION_COLUMN.search, sentence.columns)):
                at = (clause.document, clause.headings, label["part"])
                parts.setdefault(at, []).append((label[0], clause, sentence))
            if sentence.columns not in tables and (name := _numbered(sentence.columns)):
                tables.add(sentence.columns)
                yield "other", name, clause, sentence
    for (_, headings, _), rows in parts.items():
        if len(rows) > 1:
            under = f" ({_PART_LABEL.sub('', headings[-1])})" if headings else ""
            joined = "and" if len(rows) == 2 else "to"
            first, last = (rows[at][0].rstrip(" .:)") for at in (0, -1))
            told = "questions " if first.isdigit() else ""
            yield "answer", f"answers to {told}{first} {joined} {last}{under}", rows[0][1], rows[0][2]


def _row_label(sentence: Sentence) -> re.Match[str] | None:
    return _ROW_NUMBER.match(sentence.cells[0].strip()) if sentence.cells else None


def _numbered(columns: tuple[str, ...]) -> str:
    """ "three contracts" for columns headed Contract 1 to Contract 3."""
    found = [match["what"].lower() for column in columns if (match := _NUMBERED_COLUMN.match(column.strip()))]
    return f"{_COUNTS[len(found) - 2]} {found[0]}s" if 1 < len(found) <= len(_COUNTS) else ""
