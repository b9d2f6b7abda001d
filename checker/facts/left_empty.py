"""Lists of what counts that are announced and never come, and appendices that hold nothing but their title.

A false one accuses, so a list counts as empty only where the next words can be no part of it, and an appendix only
where it has a page of its own, the next appendix follows at once, and the text sends the reader to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.domain import Clause, Fact
from checker.facts.statements import Statement, make_fact, own_words, statements

_ANNOUNCED = re.compile(
    r"(?:\b(?:criteria|factors|weight(?:ing)?s|marks|considerations|sub-?criteria)\b[^.;:]{0,60}|\btake(?:n|s)? "
    r"(?:into )?account(?: of)?|\b(?:evaluat|assess|scor|award|judg|mark)\w*\b[^.;:]{0,60}\b(?:following|as follows|"
    r"basis of|against|on|below)(?: \w+)?)\s*:[\s-]*$",
    re.I,
)
_COLON = re.compile(r"\w{3}[ \w]{20,}\s*:[\s-]*$")
_GOES_ON = re.compile(r"^\W*(?:in addition|furthermore|moreover|additionally|separately)\b[^:]{30,}\.\s*$", re.I)
_LABEL = re.compile(r"^\W*(?P<kind>appendix|annexe?|schedule|attachment) (?P<id>[A-Z]|\d{1,2})(?!\w)", re.I)
_LETTER = re.compile(r"^\W*(?P<id>[A-Z])[.:)]?\s+[A-Z]")
_FAMILY = re.compile(r"^\W*(?P<kind>appendi(?:x|ces)|annex(?:es)?|schedules|attachments)\W*$", re.I)
_PICTURE = re.compile(
    r"\b(?:plans?|maps?|drawings?|photo\w*|pictures?|images?|diagrams?|layouts?|charts?|organogram|screen\s?shots?|"
    r"elevations?|separate\w*|attached|not used|blank|reserved|embedded|spreadsheet|workbook|excel)\b",
    re.I,
)  # fmt: skip


def left_empty(clauses: tuple[Clause, ...]) -> tuple[Fact, ...]:
    """`list_empty` for each empty list of what counts, with `lists_empty` (how many), and `appendix_bare` for each
    appendix without words, with `appendices_bare` (how many) and `appendices_bare_list`.
    """
    told = [s for s in statements(clauses) if own_words(s)]
    lists, bare = list(_lists(told)), list(_appendices(told))
    found = [*lists, *bare]
    if lists:
        found.append(replace(lists[0], name="lists_empty", value=len(lists)))
    if bare:
        listed = ", ".join(str(fact.value) for fact in bare)
        found.append(replace(bare[0], name="appendices_bare", value=len(bare)))
        found.append(replace(bare[0], name="appendices_bare_list", value=listed))
    return tuple(found)


def _lists(told: Sequence[Statement]) -> Iterator[Fact]:
    for first, second in pairwise(told):
        same = first.clause.document == second.clause.document
        if same and first.sentence.kind == "paragraph" and _is_empty(first, second):
            yield make_fact("list_empty", first.text.rstrip(" :-")[-80:], first, status="derived")


def _is_empty(first: Statement, second: Statement) -> bool:
    """Whether what follows cannot belong to the list: a sentence that goes on, another list, the next section."""
    if second.sentence.kind == "paragraph" and second.clause.headings == first.clause.headings:
        if _COLON.search(first.text) and _ANNOUNCED.search(second.text):
            return True
        return bool(_ANNOUNCED.search(first.text)) and bool(_GOES_ON.match(second.text))
    if not _ANNOUNCED.search(first.text):
        return False
    return second.sentence.kind == "heading" and _follows(first.clause.number or "", second.clause.number or "")


def _follows(number: str, heading: str) -> bool:
    """Whether a heading's number is the next after a clause's own, on its level or one above: 5.2 to 5.3 or 6."""
    if not re.fullmatch(r"\d+(?:\.\d+)*", number) or not re.fullmatch(r"\d+(?:\.\d+)*", heading):
        return False
    parts = [int(part) for part in number.split(".")]
    return any(
        [*parts[:depth], parts[depth] + 1] == [int(part) for part in heading.split(".")] for depth in range(len(parts))
    )


def _appendices(told: Sequence[Statement]) -> Iterator[Fact]:
    labels = [_label(statement) for statement in told]
    sent_to = {f"{m[1]} {m[2]}".lower() for s in told if s.sentence.kind != "heading" for m in _named(s.text)}
    for place in range(len(told) - 1):
        label, after = labels[place], labels[place + 1]
        if not (label and after) or _is_listed(labels, place) or _PICTURE.search(told[place].text):
            continue
        apart = (told[place].sentence.location.page or 0) < (told[place + 1].sentence.location.page or 0)
        if apart and _next(label) == after and label in sent_to:
            yield make_fact("appendix_bare", label.capitalize()[:-1] + label[-1].upper(), told[place], status="derived")


def _named(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\b(appendix|annex|schedule|attachment) ([A-Z]|\d{1,2})(?!\w)", text, re.I)


def _label(statement: Statement) -> str:
    """ "appendix a" of a heading that opens an appendix; a bare letter counts under a heading "Appendices"."""
    if statement.sentence.kind != "heading":
        return ""
    match = _LABEL.match(statement.text)
    if match:
        return f"{match['kind'].lower().replace('annexe', 'annex')} {match['id'].lower()}"
    family = _FAMILY.match(statement.heading)
    letter = _LETTER.match(statement.text)
    if not (family and letter):
        return ""
    kind = family["kind"].lower()
    kind = "appendix" if kind.startswith("appendi") else kind.removesuffix("es").removesuffix("s")
    return f"{kind} {letter['id'].lower()}"


def _is_listed(labels: Sequence[str], place: int) -> bool:
    """Whether the label stands in a run of three or more: a list of what the pack holds."""
    before = place > 0 and bool(labels[place - 1])
    return before or (place + 2 < len(labels) and bool(labels[place + 2]))


def _next(label: str) -> str:
    kind, _, name = label.rpartition(" ")
    return f"{kind} {int(name) + 1}" if name.isdigit() else f"{kind} {chr(ord(name) + 1)}"
