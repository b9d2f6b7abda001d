"""References to a clause that does not speak of the thing: "the permit mentioned in clause 4.4.3" where 4.4.5 has it.

A false one accuses, so the noun must stand right before the reference, be missing from the whole of the clause named
and from its headings, and be spoken of in exactly one clause near it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.domain import Clause, Fact
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_NUMBER = r"(?:[A-Z]\d{1,2}|\d{1,2})(?:\.\d{1,2}){1,3}"
_VERBS = (
    r"mentioned|referred to|described|set out|specified|given|stated|listed|defined|shown|detailed|required|incurred|"
    r"explained|provided for|outlined|allowed|made|payable"
)
_REFERENCE = re.compile(
    rf"\b(?:the|any|those|that|all|these|each|such) (?:[\w’'-]+ ){{0,2}}?(?P<noun>[a-z][\w’'-]{{3,}})"
    rf"(?: (?:that |which )?(?:is |are |were |was )?(?:{_VERBS}))? (?:in|under|at|by) "
    rf"(?:(?:clause|paragraph|section|para|condition) )?(?P<id>{_NUMBER})(?![\w%(]|\.\d)(?P<after>.{{0,30}})"
)
_INCURRED = re.compile(
    r"\b(?:[Ww]here|[Ii]f|[Ww]hen) (?:any )?(?:\w+ )?(?P<noun>[a-z][\w’'-]{3,}) (?:is|are) "
    r"(?:incurred|accrued|awarded|payable|due|earned|recorded) (?:in|under|by) "
    rf"(?:(?:clause|paragraph|section|para|condition) )?(?P<id>{_NUMBER})(?![\w%(]|\.\d)(?P<after>.{{0,30}})"
)
_OTHER = re.compile(
    r"^,? ?(?:\([a-z0-9]+\) )?of (?:the|that|this|its) (?!specification\b|invitation\b|itt\b|document\b)|^ ?(?:and|"
    r"to|or) \d",
    re.I,
)
_PLAIN = frozenset(
    {
        "above", "action", "actions", "amount", "amounts", "answer", "answers", "applicable", "approach",
        "arrangements", "authority", "basis", "below", "case", "cases", "circumstances", "clause", "condition",
        "conditions", "contract", "contractor", "council", "criteria", "criterion", "date", "dates", "definition",
        "definitions", "detail", "details", "document", "documents", "duties", "duty", "event", "events", "evidence",
        "example", "exception", "exceptions", "extent", "following", "format", "information", "instructions", "item",
        "items", "limit", "limits", "list", "manner", "matter", "matters", "meaning", "measures", "method", "notice",
        "obligation", "obligations", "paragraph", "parties", "party", "period", "periods", "person", "persons",
        "point", "principles", "procedure", "procedures", "process", "provision", "provisions", "purpose",
        "purposes", "question", "questions", "reason", "reasons", "relevant", "remedies", "remedy", "requirement",
        "requirements", "response", "responses", "right", "rights", "rule", "rules", "section", "service",
        "services", "steps", "sum", "sums", "supplier", "table", "tender", "tenders", "term", "terms", "thing",
        "things", "time", "times", "way", "work", "works",
    }
)  # fmt: skip
_FURTHEST = 4  # clauses away in number, among those under one parent


def misplaced(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`reference_misplaced` (and `_2`, `_3`): the reference with its noun, and the clause near by that has it."""
    groups: list[tuple[Said, Said]] = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = [s for s in statements(tuple(c for c in clauses if c.document == document)) if own_words(s)]
        held = _held(told)
        groups += [slip for statement in told for slip in _in_statement(statement, held)]
    return clashes("reference_misplaced", groups)


def _held(told: Sequence[Statement]) -> Mapping[str, Sequence[Statement]]:
    """The statements under each number, those of its sub-clauses among them; nothing for numbers used in two places."""
    held: dict[str, list[Statement]] = defaultdict(list)
    last: dict[str, int] = {}
    twice: set[str] = set()
    for statement in told:
        number = (statement.clause.number or "").strip(".")
        if not re.fullmatch(_NUMBER, number):
            continue
        if number in last and statement.place - last[number] > 60:
            twice.add(number)
        last[number] = statement.place
        parts = number.split(".")
        for depth in range(2, len(parts) + 1):
            held[".".join(parts[:depth])].append(statement)
    return {number: said for number, said in held.items() if number not in twice}


def _in_statement(statement: Statement, held: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[Said, Said]]:
    for found in (*_REFERENCE.finditer(statement.text), *_INCURRED.finditer(statement.text)):
        stem = _stem(found["noun"])
        target = held.get(found["id"])
        if (
            not target
            or any(s.sentence.cells for s in target)
            or found["noun"] in _PLAIN
            or _OTHER.match(found["after"])
            or statement in target
        ):
            continue
        if len(stem) >= 4 and not _speaks(target, stem):
            near = [said for number, said in held.items() if _is_near(number, found["id"]) and _speaks(said, stem)]
            if len(near) == 1 and statement not in near[0]:
                there = next(s for s in near[0] if _speaks([s], stem))
                number = (there.clause.number or "").strip(".")
                words = f"{found['noun']} in {found['id']}"
                yield (
                    Said(value=words, statement=statement, start=found.start(), end=found.end("id")),
                    Said(value=f"{found['noun']} in {number}", statement=there),
                )


def _stem(noun: str) -> str:
    word = noun.lower()
    for ending in ("ations", "ation", "ies", "ing", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _speaks(said: Sequence[Statement], stem: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)
    return any(pattern.search(f"{s.text} {s.context}") for s in said)


def _is_near(one: str, other: str) -> bool:
    """Whether two numbers lie under one parent and are few apart."""
    (above, _, last), (over, _, end) = one.rpartition("."), other.rpartition(".")
    return one != other and above == over and abs(int(last) - int(end)) <= _FURTHEST
