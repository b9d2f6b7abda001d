"""A point with all that the page shows beside it: its clause, old and new wording, what it rests on, its decision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.domain import Decided, Fact, Place, Report, Rewrite, Verdict
from checker.report import labels, stages, words
from checker.report.difference import Piece, difference, pieces
from checker.report.points import Point, where, whole_words
from checker.report.surroundings import Around, Surroundings

_TELLING = ("GBP", "date", "percent", "months", "days")  # units of facts whose value can be known again in a sentence
_MOST_FACTS = 3
PASSES = "Passes our own rules. Nobody has approved it: read it before you use it."
NOT_PASSED = "Not yet through our own rules: read it with care."


@dataclass(frozen=True, slots=True)
class Used:
    """A fact that the reason of a point speaks of, with the place on the page where it stands."""

    name: str
    value: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What to write instead. `kind` is a RewriteKind, or "none" with the reason in `text`."""

    kind: str
    label: str
    text: str
    new: tuple[Piece, ...] = ()
    old: tuple[Piece, ...] = ()  # the words now, with what goes out; empty where nothing stands there
    old_where: str = ""  # where the old words stand, if not in the point's own place
    compared: str = ""  # how the two are shown, in a sentence
    belongs: str = ""
    passes: str = ""
    notes: tuple[str, ...] = ()
    amendment: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as the page shows it."""

    point: Point
    theme: str
    owner: str
    documents: str  # numbers of the documents it lies in, "0 2", for the filter
    around: Around
    quote: tuple[Piece, ...]
    wording: Wording
    used: tuple[Used, ...]
    decided: str  # what was decided about it, in a sentence; empty for nothing


def as_entries(report: Report, points: Mapping[str, Point]) -> dict[str, Entry]:
    """Entries by finding id."""
    surroundings = Surroundings(report)
    rewrites = {rewrite.finding_id: rewrite for rewrite in reversed(report.rewrites)}
    numbers = {document.name: index for index, document in enumerate(report.pack.documents)}
    known = tuple(_known(index, fact) for index, fact in enumerate(report.facts.all, start=1))
    found = {}
    for verdict in report.verdicts:
        finding, point = verdict.finding, points[verdict.finding.id]
        lies_in = {p.location.document for p in (finding.place, *finding.places) if p.location}
        found[finding.id] = Entry(
            point=point,
            theme=verdict.theme if verdict.theme in labels.THEME else "other",
            owner=verdict.owner,
            documents=" ".join(str(numbers[name]) for name in sorted(lies_in) if name in numbers),
            around=surroundings.of(finding.place),
            quote=_quote(finding.place),
            wording=_wording(verdict, rewrites.get(finding.id), point, report),
            used=_used(verdict, known),
            decided=_decided(report.decision_of(finding.id)),
        )
    return found


def _quote(place: Place) -> tuple[Piece, ...]:
    return pieces(place.quote, _span(place)) if place.quote.strip() else ()


def _span(place: Place) -> tuple[int, int]:
    """The characters of the quote that gave the point away, whole words."""
    at = place.quote.find(place.match) if place.match else -1
    return whole_words(place.quote, at, at + len(place.match)) if at >= 0 else (0, 0)


def _wording(verdict: Verdict, rewrite: Rewrite | None, point: Point, report: Report) -> Wording:
    if rewrite is None:
        return Wording(kind="none", label="What to do", text=point.advice.text)
    place = (verdict.finding.place, *verdict.finding.places)[rewrite.place]
    manner = stages.manner(report.stage)
    text = rewrite.text.strip(" \t\r\n")  # not of control characters: they must be seen
    change: dict[str, Any] = {
        "kind": rewrite.kind,
        "label": stages.ADVICE[manner][rewrite.kind],
        "text": text,
        "new": (Piece(text),) if text else (),
        "belongs": words.sentence(rewrite.belongs),
        "notes": _notes(rewrite, verdict, labels.owners(report.facts.value("buyer"))),
        "amendment": stages.amendment(verdict, rewrite, where((place,)), report.stage),
        "deadline": stages.effect_on_deadline(verdict, report.stage),
        "old_where": where((place,)) if rewrite.place else "",
    }
    if rewrite.kind != "ask":
        change["passes"] = PASSES if rewrite.checked else NOT_PASSED
    if rewrite.kind == "replace" and place.quote.strip():
        change |= _replaced(place, text)
    elif rewrite.kind == "delete":
        gone = (rewrite.start or 0, len(place.quote) if rewrite.end is None else rewrite.end)
        change |= {"old": pieces(place.quote, _span(place), [gone]), "compared": "Words struck through go out."}
    return Wording(**change)


def _replaced(place: Place, text: str) -> dict[str, Any]:
    found = difference(place.quote, text, _span(place))
    said = "Words struck through go out; words underlined come in."
    return {"old": found.old, "new": found.new, "compared": "All of these words change." if found.whole else said}


def _notes(rewrite: Rewrite, verdict: Verdict, owners: Mapping[str, str]) -> tuple[str, ...]:
    notes = []
    if rewrite.kind == "ask":
        notes.append(f"Who can usually answer: {owners[rewrite.who or verdict.owner]}.")
    if "[" in rewrite.text and rewrite.kind != "ask":
        notes.append("Fill in what stands in [square brackets].")
    if rewrite.note:
        notes.append(words.sentence(rewrite.note))
    return tuple(notes)


def _known(index: int, fact: Fact) -> tuple[Used, re.Pattern[str]] | None:
    """A fact with the pattern of its value in a sentence; None where the value is too common to tell."""
    if (
        fact.name not in labels.FACT
        or fact.unit not in _TELLING
        or (isinstance(fact.value, str) and fact.unit != "date")
    ):
        return None
    value = words.fact_value(fact.name, fact.value, fact.unit)
    said = re.escape(value.partition(" (")[0])
    return Used(words.fact_name(fact.name), value, f"fact-{index}"), re.compile(rf"(?<![\d£.,]){said}(?![\d,.]*\d|%)")


def _used(verdict: Verdict, known: Sequence[tuple[Used, re.Pattern[str]] | None]) -> tuple[Used, ...]:
    """The facts whose value the reason speaks of."""
    said = f"{verdict.because} {verdict.message}"
    found = {entry[0].name: entry[0] for entry in known if entry and entry[1].search(said)}
    return tuple(found.values())[:_MOST_FACTS]


def _decided(decided: Decided | None) -> str:
    if decided is None:
        return ""
    decision = decided.decision
    what = {
        "accept": "To be changed",
        "keep": "Kept, and still counted as a barrier",
        "reject": "Marked as wrong here; only this report is changed by that",
    }[decision.decision]
    until = f", until {words.uk_date(decision.until)}" if decision.until else ""
    by = f"decided on {words.uk_date(decision.on)} ({decision.role}){until}"
    source = f" in {decided.template}" if decided.template else ""
    return f"{what}: {by}{source}." + (f" Reason: {words.sentence(decision.reason)}" if decision.reason else "")
