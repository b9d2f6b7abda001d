"""Rows and small parts of the page, made ready so that templates only loop and escape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.domain import Bid, Credit, Fact, Report, StepState
from checker.report import labels, sentences, words
from checker.report.changes import Change
from checker.report.entries import Entry
from checker.report.points import Passage, Point, cut, where
from checker.settings import FACTS

_POINTS = 8  # links a step of the journey shows
_LONGEST_OPTION = 60  # characters of a document's name in a list to choose from
_COLOURS = {"Not": "red", "Nearly": "amber", "As": "green"}
_FATES = {
    "stands": "Still counts.",
    "expired": "Its last day is over: decide again.",
    "stale": "The words have changed: decide again.",
    "gone": "Neither the point nor its words are there any more.",
    "unflagged": "The words are there, and raise no point now.",
    "unread": "Its document was not read this time.",
}
_CHOICES = {"accept": "To be changed", "keep": "Kept", "reject": "Marked as wrong"}


def answer(report: Report) -> Mapping[str, str]:
    """Whether the tender could go out: a short answer, the rest of it, and the colour beside it."""
    whole = sentences.could_it_go_out(report)
    short, _, rest = whole.partition(": ")
    colour = next((colour for start, colour in _COLOURS.items() if short.startswith(start)), "grey")
    return {"short": short, "rest": words.sentence(rest), "colour": colour}


def step(state: StepState, points: Mapping[str, Point]) -> Mapping[str, Any]:
    """One step of a small firm's way with the first of its points."""
    known = sorted((points[key] for key in state.findings if key in points), key=lambda point: point.number)
    return {
        "step": state.step,
        "state": state.state,
        "points": known[:_POINTS],
        "more": len(known[_POINTS:]),
        "counts": sentences.theme_counts([point.severity for point in known]),
    }


def change_row(change: Change, points: Mapping[str, Point]) -> Mapping[str, Any]:
    """One change with the worst of the points that it mends."""
    named = [points[verdict.finding.id] for verdict in change.named]
    rest = (points[verdict.finding.id] for verdict in change.verdicts)
    others = sorted((point for point in rest if point not in named), key=lambda point: point.number)
    return {
        "do": change.do,
        "counts": sentences.change_line(change),
        "points": named,
        "others": others[:_POINTS],
        "more": len(others[_POINTS:]),
    }


def bid_figures(bid: Bid) -> tuple[Mapping[str, str], ...]:
    """The known sizes of a bid as figures with their names."""
    hours = f"{bid.hours[0]:,} to {bid.hours[1]:,}" if bid.hours else ""
    counted = (
        ("thing", "to send back", len(bid.returnables) or None),
        ("question", "to answer", bid.questions),
        ("word", "of answers at most", bid.words_asked),
        ("page", "of answers at most", bid.pages_asked),
    )
    figures = [
        {"label": f"{one if count == 1 else one + 's'} {what}", "value": f"{count:,}"}
        for one, what, count in counted
        if count is not None
    ]
    return (*figures, *([{"label": "hours of work, as we reckon", "value": hours}] if hours else []))


def filters(report: Report, entries: Sequence[Entry]) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """What the points can be filtered by: name, attribute, and values with their words; only what occurs."""
    themes = {entry.theme for entry in entries}
    severities = {entry.point.severity for entry in entries}
    owners = {entry.owner for entry in entries}
    documents = {number for entry in entries for number in entry.documents.split()}
    severity_words = {**labels.SEVERITY, "question": "Question"}
    return (
        ("Theme", "theme", tuple((c, w) for c, w in {**labels.THEME, "other": "Other"}.items() if c in themes)),
        ("Weight", "severity", tuple((code, word) for code, word in severity_words.items() if code in severities)),
        (
            "Document",
            "document",
            tuple(
                (str(index), words.shorten(document.name, _LONGEST_OPTION) or "No name")
                for index, document in enumerate(report.pack.documents)
                if str(index) in documents
            ),
        ),
        (
            "Who can change it",
            "owner",
            tuple(
                (code, words.sentence(word).rstrip("."))
                for code, word in labels.owners(report.facts.value("buyer")).items()
                if code in owners
            ),
        ),
    )


def fact_rows(report: Report) -> tuple[Mapping[str, Any], ...]:
    """The facts that have a name for readers; what else the checker worked out is in report.json."""
    numbered = enumerate(report.facts.all, start=1)
    return tuple(_fact_row(index, fact) for index, fact in numbered if fact.name in labels.FACT)


def _fact_row(index: int, fact: Fact) -> Mapping[str, Any]:
    """One fact: its value as a reader writes it, where it stands and its words or working."""
    place = f"page {fact.location.page}" if fact.location and fact.location.page is not None else ""
    clause = words.clauses([fact.clause]) if fact.clause else ""
    document = fact.location.document if fact.location else ""
    return {
        "anchor": f"fact-{index}",
        "name": words.fact_name(fact.name) + (f", lot {fact.lot}" if fact.lot else ""),
        "value": words.fact_value(fact.name, fact.value, fact.unit),
        "where": ", ".join(part for part in (document, place, clause) if part),
        "quote": fact.quote,
        "status": labels.STATUS[fact.status],
        "conflicting": fact.status == "conflicting",
        "how": words.sentence(fact.how),
    }


def facts_not_found(report: Report) -> tuple[str, ...]:
    """Names of the facts that a report can use and this pack does not hold."""
    known = {fact.name for fact in report.facts.all}
    return tuple(name for code, name in labels.FACT.items() if code in FACTS and code not in known)


def credit_rows(credits: tuple[Credit, ...]) -> tuple[Mapping[str, Any], ...]:
    """One row a kind of good practice: its first words, and every place of it."""
    kinds: dict[str, list[Credit]] = {}
    for credit in credits:
        kinds.setdefault(credit.rule_id, []).append(credit)
    return tuple(
        {"message": same[0].message, "passage": Passage(where([c.place for c in same]), cut(same[0].place))}
        for same in kinds.values()
    )


def decision_rows(report: Report, points: Mapping[str, Point]) -> tuple[Mapping[str, Any], ...]:
    """Every earlier decision that has not been replaced, with what has become of it: none is lost silently."""
    rows = []
    for decided in report.decisions:
        if decided.fate == "replaced":
            continue
        decision, point = decided.decision, points.get(decided.finding)
        changed = decided.fate == "stale"
        what = f"{_CHOICES[decision.decision]} on {words.uk_date(decision.on)} ({decision.role})."
        rows.append(
            {
                "fate": _FATES[decided.fate],
                "point": decision.point or decision.rule,
                "what": f"{what} {words.sentence(decision.reason)}".strip(),
                "anchor": point.anchor if point else "",
                "number": point.number if point else 0,
                "was": decision.quote if changed else "",
                "now": decided.now.quote if changed and decided.now else "",
            }
        )
    return tuple(rows)
