"""References that name a part by another part's title: "Form of Tender (see Appendix E)" where that is Appendix G.

A false one accuses, so a title counts only where it stands right beside the label, belongs to one other part of the
same kind, and is found neither in the title nor in the headings of the part that is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain import Clause, Fact
from checker.facts.labelled import Part, Reference, parts_of, references_of, title_words
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, statements

_LINK = re.compile(
    r"(?:\s?[(\[]\s?(?:(?:please )?(?:see|refer to|in|at|as) )?|"
    r",? (?:(?:which|that) )?(?:(?:is|are) )?(?:(?:as )?(?:set out|detailed|provided|contained|included|attached|"
    r"shown|found|given|described|listed|enclosed|explained|specified|stated|outlined|defined|available) )?"
    r"(?:in|at|as|within|under|on|is|are) )(?:the )?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^\s?(?:[–—:(-]\s?){1,2}(?:the )?[‘'’“\"]?", re.IGNORECASE)
_TELLING = frozenset(
    {
        "award", "checklist", "clarification", "criteria", "definition", "evaluation", "insurance", "kpi", "label",
        "lot", "mobilisation", "performance", "pricing", "price", "social", "specification", "standstill",
        "termination", "timetable", "tupe", "weighting",
    }
)  # fmt: skip
_OWN_TITLE = re.compile(r"^[\s,–—:(-]{1,4}(?:the )?[‘'’“\"]?", re.IGNORECASE)
_PLAIN = frozenset({"form", "schedule", "document", "questionnaire", "tender", "contract", "detail", "information"})
_WORDS = re.compile(r"[A-Za-z][\w’'-]*")
_LEAST_FAMILY = 3  # titled parts of a kind, before a label is taken for one of them
_FOREIGN = re.compile(
    r"\bof (?:the )?(?:act|regulations?|framework|order|call-?off)\b|\b(?:act|regulations) \d{4}", re.I
)


@dataclass(frozen=True)
class _Register:
    """The titles of one document's parts, by kind and id."""

    titles: dict[str, dict[str, frozenset[frozenset[str]]]]
    inside: dict[tuple[str, str], frozenset[str]]  # words of the headings under a part
    spoken: dict[tuple[str, str], frozenset[str]]  # words of the text under a part
    parts: dict[tuple[str, str], Part]


def misdirected(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`reference_elsewhere` (and `_2`, `_3`): a reference with the title it gives, and the part that bears it."""
    groups = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = list(statements(tuple(clause for clause in clauses if clause.document == document)))
        register = _register(told)
        groups += [slip for statement in told for slip in _in_statement(statement, register)]
    return clashes("reference_elsewhere", _once(groups))


def _once(groups: Sequence[tuple[Said, Said]]) -> list[tuple[Said, Said]]:
    first: dict[str, tuple[Said, Said]] = {}
    for group in groups:
        first.setdefault(str(group[0].value).lower(), group)
    return list(first.values())


def _register(told: Sequence[Statement]) -> _Register:
    bags: dict[str, dict[str, set[frozenset[str]]]] = defaultdict(lambda: defaultdict(set))
    parts: dict[tuple[str, str], Part] = {}
    owners: dict[str, tuple[str, str]] = {}  # of the list of contents and of the heading itself
    for part in _highest(list(parts_of(told))):
        bags[part.kind][part.id].add(part.bag)
        parts.setdefault((part.kind, part.id), part)
        owners.setdefault(part.statement.text, (part.kind, part.id))
    inside: dict[tuple[str, str], set[str]] = defaultdict(set)
    spoken: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in told:
        headings = statement.clause.headings
        for place, heading in enumerate(headings):
            key = owners.get(heading) or owners.get(re.sub(r"^[\d.]+\s", "", heading))
            if key:
                inside[key] |= set().union(*(title_words(h) for h in headings[place + 1 :]))
                spoken[key] |= title_words(statement.text)
                if statement.sentence.kind == "heading":
                    inside[key] |= title_words(statement.text)
    return _Register(
        {kind: {i: frozenset(b) for i, b in ids.items()} for kind, ids in bags.items()},
        {key: frozenset(words) for key, words in inside.items()},
        {key: frozenset(words) for key, words in spoken.items()},
        parts,
    )


def _highest(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, of those with one label the headings furthest out: "6" may count the points of section 7 too."""
    ranks: dict[tuple[str, str], int] = {}
    for part in parts:
        ranks[part.kind, part.id] = min(ranks.get((part.kind, part.id), 99), _rank(part))
    yield from (part for part in parts if part.kind != "section" or _rank(part) == ranks[part.kind, part.id])


def _rank(part: Part) -> int:
    return len(part.statement.clause.headings) if part.statement.sentence.kind == "heading" else 50


def _in_statement(statement: Statement, register: _Register) -> Iterator[tuple[Said, Said]]:
    if statement.sentence.voice != "plain" or _FOREIGN.search(statement.text):
        return
    for reference in references_of(statement):
        titles = register.titles.get(reference.kind, {})
        if len(titles) < _LEAST_FAMILY or (reference.kind == "section" and reference.id not in titles):
            continue
        other = _owner(reference, titles, register)
        if other is not None:
            name, part = other
            label = reference.label.strip()
            yield (
                Said(value=f"{label} ({name})", statement=statement, start=reference.start, end=reference.end),
                Said(value=f"{_label(part, label)}: {part.title}", statement=part.statement),
            )


def _label(part: Part, like: str) -> str:
    kind, _, _ = like.rpartition(" ")
    return f"{kind.capitalize()} {part.id}".strip()


def _owner(
    reference: Reference, titles: dict[str, frozenset[frozenset[str]]], register: _Register
) -> tuple[str, Part] | None:
    """The one other part whose title stands beside the label, with the title as written there."""
    own = frozenset().union(*titles.get(reference.id, frozenset()))
    if any(_behind(reference, bag, _OWN_TITLE) for bag in titles.get(reference.id, ())):
        return None
    own |= register.inside.get((reference.kind, reference.id), frozenset())
    found = []
    for number, bags in titles.items():
        if number == reference.id or len(bags) != 1:
            continue
        (bag,) = bags
        fits = bag <= own or (bag - _PLAIN) & own
        name = None if fits or not _alike(number, reference.id) else _beside(reference, bag)
        if name:
            found.append((name, register.parts[reference.kind, number]))
    if found:
        return found[0] if len(found) == 1 else None
    return _nearly(reference, titles, own, register)


def _nearly(
    reference: Reference, titles: dict[str, frozenset[frozenset[str]]], own: frozenset[str], register: _Register
) -> tuple[str, Part] | None:
    """The one part whose title holds a telling word beside the label that the part named nowhere speaks of."""
    spoken = own | register.spoken.get((reference.kind, reference.id), frozenset())
    every = {number: frozenset().union(*bags) for number, bags in titles.items() if _alike(number, reference.id)}
    name = _last_words(reference)
    telling = title_words(name) & _TELLING
    holders = [number for number, bag in every.items() if telling & bag]
    if not telling or telling & spoken or len(holders) != 1 or reference.id not in every:
        return None
    (holder,) = holders
    if not title_words(name) - _PLAIN <= every[holder] or not register.spoken.get((reference.kind, reference.id)):
        return None
    return name, register.parts[reference.kind, holder]


def _last_words(reference: Reference) -> str:
    """Up to three words before the link to a label, from the last small word on: "evaluation criteria"."""
    before = reference.statement.text[: reference.start]
    linked = _LINK.search(before)
    run = list(_WORDS.finditer(before[: linked.start()]))[-3:] if linked else []
    while run and not title_words(run[-1].group()):
        run.pop()
    first = max((place for place, word in enumerate(run) if not title_words(word.group())), default=-1) + 1
    words = before[run[first].start() : run[-1].end()] if run[first:] else ""
    return "" if re.search(r"[.;:|•,]", words) else words


def _alike(one: str, other: str) -> bool:
    """Whether two labels are of one row: both letters, or both numbers of one depth."""
    return one[0].isdigit() == other[0].isdigit() and one.count(".") == other.count(".")


def _beside(reference: Reference, bag: frozenset[str]) -> str | None:
    """The title as it stands right before or behind the label; None where it does not."""
    text = reference.statement.text
    before = text[: reference.start]
    linked = _LINK.search(before)
    left = before[: linked.start()] if linked else ""
    return _run(left, bag, last=True) or _behind(reference, bag, _JOINT)


def _behind(reference: Reference, bag: frozenset[str], joint: re.Pattern[str]) -> str | None:
    """The title as it stands right behind the label."""
    text = reference.statement.text
    found = joint.match(text[reference.end :])
    return _run(text[reference.end + found.end() :], bag, last=False) if found else None


def _run(text: str, bag: frozenset[str], *, last: bool) -> str | None:
    """The shortest run of words at the end (or the start) of a text that is the title, plain words aside."""
    found = list(_WORDS.finditer(text))
    for count in range(1, min(len(found), 8) + 1):
        run = found[-count:] if last else found[:count]
        words = text[run[0].start() : run[-1].end()]
        if re.search(r"[.;:|•]", words):
            return None
        held = title_words(words)
        if not held <= bag:
            return None
        if held == bag or (len(bag - _PLAIN) > 1 and bag - _PLAIN <= held):
            return words
    return None
