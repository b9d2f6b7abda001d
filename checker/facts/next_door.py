"""References that numbering has left behind: "samples as paragraph 4.6 says", where 4.6 is of vans and 4.7 of samples.

A false one accuses, so the paragraph named must share no telling word with the sentence, and one beside it two or more
that stand almost nowhere else in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.domain import Clause, Fact
from checker.facts.labelled import Reference, references_of
from checker.facts.numbered import NUMBER, Paragraphs, paragraphs_of, telling
from checker.facts.slip_facts import Said, clashes
from checker.facts.statements import Statement, own_words, statements

_TOPICAL = re.compile(
    r"(?:\b(?:in|at|by|see|with|under|as|to|of|per|and|accordance with|described|required) (?:the )?|\(\s?(?:see )?)$",
    re.I,
)
_LOOSE = re.compile(
    r"\b(?:subject to|without prejudice|notwithstanding|save as|except as|other than|despite|breach of|"
    r"pursuant to|for the purposes? of|definition|defined)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NEAR = 2  # paragraphs before and after the one that is named
_RARE, _KNOWN = 3, 12  # most paragraphs that hold a word which tells, and one which clears the paragraph named
_LEAST = 2  # telling words shared with the neighbour
_REACH, _AFTER = 160, 60  # characters before and behind a reference that say what it is about
_CLOSE = 45  # characters before a reference in which one of the shared words must stand
_SHOWN = 9  # words of a paragraph that are shown


def next_door(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`reference_next_door` (and `_2`, `_3`): a reference with its words, and the paragraph beside that has them."""
    groups: list[tuple[Said, Said]] = []
    for document in dict.fromkeys(clause.document for clause in clauses):
        told = [s for s in statements(tuple(c for c in clauses if c.document == document)) if own_words(s)]
        paragraphs = paragraphs_of(told)
        if len(paragraphs.said) > _NEAR:
            groups += [slip for statement in told for slip in _in_statement(statement, paragraphs)]
    return clashes("reference_next_door", groups)


def _in_statement(statement: Statement, paragraphs: Paragraphs) -> Iterator[tuple[Said, Said]]:
    own = (statement.clause.number or "").strip(".")
    for reference in references_of(statement):
        if reference.kind != "section" or reference.id not in paragraphs.said or own.startswith(reference.id):
            continue
        other = _other(reference, own, paragraphs)
        if other:
            number, topic = other
            kind = reference.label.rpartition(" ")[0]
            first = paragraphs.said[number][0]
            told = " ".join(first.text.split()[:_SHOWN])
            here = Said(
                value=f"{reference.label.strip()} ({topic})", statement=statement, start=reference.start,
                end=reference.end,
            )  # fmt: skip
            yield here, Said(value=f"{kind} {number}: {told}".strip(), statement=first)


def _other(reference: Reference, own: str, paragraphs: Paragraphs) -> tuple[str, str] | None:
    """The number of the one paragraph beside that speaks of what the sentence does, with the words they share."""
    text = reference.statement.text
    before = text[max(0, reference.start - _REACH) : reference.start]
    if _LOOSE.search(before) or not _TOPICAL.search(before):
        return None
    words = telling(f"{before} {text[reference.end : reference.end + _AFTER]}")
    if words.keys() & paragraphs.words[reference.id] & paragraphs.rarer(_KNOWN):
        return None
    close, rare = telling(before[-_CLOSE:]).keys(), paragraphs.rarer(_RARE)
    found = []
    for number in _beside(reference.id):
        if any(reference.id in s.text for s in paragraphs.said.get(number, ())):
            continue  # it cites the same paragraph in the same words
        shared = words.keys() & paragraphs.words.get(number, frozenset()) & rare
        if not own.startswith(number) and len(shared) >= _LEAST and shared & close:
            found.append((number, " and ".join(sorted(words[stem] for stem in shared)[:_LEAST])))
    return found[0] if len(found) == 1 else None


def _beside(number: str) -> Iterator[str]:
    found = NUMBER.fullmatch(number)
    if found:
        last = int(found["last"])
        yield from (f"{found['above']}{last + step}" for step in range(-_NEAR, _NEAR + 1) if step and last + step > 0)
