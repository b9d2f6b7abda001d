"""Which points of a report are marked in one Word file, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checker.domain import SEVERITIES, Location, Place, Report, Role, Verdict
from checker.report.arrange import arrange
from checker.report.marked.changes import Change, change_of
from checker.report.marked.comments import LONGEST_QUOTE, full_comment, short_comment, title_comment
from checker.report.points import Point, as_points, where, whole_words
from checker.report.words import shorten
from checker.settings import Marked

_STORIES = {
    "header": "in the header", "footer": "in the footer", "comment": "in a comment", "text box": "in the text box here",
    "footnote": "in the footnote here", "endnote": "in the endnote here",
}  # fmt: skip
_IN_CONTROL = "in the content control here"
# The document in which an officer would look for what is missing: the first of these roles that the pack holds.
_HOMES: dict[str, tuple[Role, ...]] = {
    "payment": ("terms", "instructions", "specification"),
    "risk": ("terms", "instructions", "specification"),
    "specification": ("specification", "instructions", "terms"),
    "lots": ("instructions", "notice", "specification"),
}
_USUAL_HOME: tuple[Role, ...] = ("instructions", "notice", "questionnaire", "specification")


@dataclass(frozen=True, slots=True)
class Reach:
    """What the file allows: whether a comment can stand on some words, and whether a change of them can be tracked."""

    can_comment: Callable[[Location], bool]
    can_track: Callable[[Change], bool]
    is_exact: Callable[[Location], bool]  # whether such a comment covers these words and no others


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One comment: its paragraphs, the words it stands on (None: the title), and the change that goes with it."""

    lines: tuple[str, ...]
    location: Location | None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class _Marking:
    """A verdict with its places in this file that can be marked, in reading order."""

    verdict: Verdict
    places: tuple[Place, ...]
    changes: tuple[tuple[Place, Change], ...]

    @property
    def head(self) -> Place:
        """The place of the full comment: the finding's own, or the first one here."""
        own = self.verdict.finding.place
        return own if own in self.places else self.places[0]

    def change(self, place: Place) -> Change | None:
        """The tracked change at a place."""
        return next((change for where, change in self.changes if where == place), None)


def notes_of(report: Report, document: str, marked: Marked, reach: Reach) -> tuple[Note, ...]:
    """The comments for one document, in reading order; that on the title comes first."""
    points = as_points(arrange(report).in_page_order(), report)
    settled = _settled(report)
    wanted = (v for v in report.verdicts if _is_wanted(v, marked) and v.finding.id not in settled)
    verdicts = sorted(wanted, key=lambda v: _rank(v, points))
    markings = [found for v in verdicts if (found := _marking(v, report, document, reach))]
    unplaced = [(points[v.finding.id], why) for v in verdicts if (why := _unplaced(v, report, document, reach))]
    places = sum(len(marking.places) for marking in markings)
    room = marked.comments - (1 if unplaced or places > marked.comments else 0)
    chosen = sorted(_once(markings[: max(0, room)]), key=lambda marking: _reading_order(marking.head))
    further = [
        _short(number, marking, place) for number, marking in enumerate(chosen, 1) for place in _further(marking)
    ]
    further.sort(key=_place_of_note)
    shown = further[: max(0, room - len(chosen))]
    notes = sorted([*_full(chosen, points, report, reach), *shown], key=_place_of_note)
    left_out, hidden = len(markings) - len(chosen), len(further) - len(shown)
    if unplaced or left_out or hidden:
        notes.insert(0, Note(lines=title_comment(unplaced, left_out, hidden), location=None))
    return tuple(notes)


def _settled(report: Report) -> set[str]:
    """Findings that somebody answered (the text stays, or the point is wrong), and known ones of standing templates."""
    kept = (each.finding for each in report.decisions if each.fate == "stands" and each.decision.decision != "accept")
    folded = (finding for each in report.folded for finding in each.findings if finding not in each.unseen)
    return {*kept, *folded}


def _is_wanted(verdict: Verdict, marked: Marked) -> bool:
    severe = SEVERITIES.index(verdict.severity) <= SEVERITIES.index(marked.severity)
    return severe or verdict.outcome == "review"


def _rank(verdict: Verdict, points: dict[str, Point]) -> tuple[bool, int, int]:
    """Barriers before questions, the worst first, then as in the report."""
    review = verdict.outcome == "review"
    return review, SEVERITIES.index(verdict.severity), points[verdict.finding.id].number


def _marking(verdict: Verdict, report: Report, document: str, reach: Reach) -> _Marking | None:
    here = [place for place in _places(verdict, document) if place.location and reach.can_comment(place.location)]
    if not here:
        return None
    numbered = enumerate((verdict.finding.place, *verdict.finding.places))
    changes = [(place, change_of(verdict, number, report)) for number, place in numbered if place in here]
    tracked = tuple((place, change) for place, change in changes if change is not None and reach.can_track(change))
    return _Marking(verdict, tuple(sorted(here, key=_reading_order)), tracked)


def _once(markings: list[_Marking]) -> Iterator[_Marking]:
    """The markings, without changes that would touch words that a weightier one changes already."""
    taken: list[Change] = []
    for marking in markings:
        kept = []
        for place, change in marking.changes:
            if not any(change.touches(other) for other in taken):
                taken.append(change)
                kept.append((place, change))
        yield replace(marking, changes=tuple(kept))


def _places(verdict: Verdict, document: str) -> Iterator[Place]:
    for place in (verdict.finding.place, *verdict.finding.places):
        if place.location is not None and place.location.document == document:
            yield place


def _unplaced(verdict: Verdict, report: Report, document: str, reach: Reach) -> str:
    """Where a point stands that belongs to this document and cannot be marked in it; empty for all others."""
    if verdict.finding.place.location is None:
        return "It is missing, as far as we could see." if _home(verdict, report) == document else ""
    here = list(_places(verdict, document))
    if here and not verdict.finding.place.quote:
        return "It is about the file as a whole."
    if not here or any(place.location and reach.can_comment(place.location) for place in here):
        return ""
    return _stands(report, here[0], unplaced=True)


def _stands(report: Report, place: Place, *, unplaced: bool) -> str:
    """A sentence that tells where words stand on which no comment can, or none on them alone."""
    part = _STORIES.get(_part(report, place), "in a part where Word takes no comments" if unplaced else _IN_CONTROL)
    words = shorten(place.quote, LONGEST_QUOTE)
    return f"It stands {part}: \u201c{words}\u201d" if words else f"It stands {part}."


def _part(report: Report, place: Place) -> str:
    documents = {document.name: document for document in report.pack.documents}
    location = place.location
    return documents[location.document].blocks[location.block].part if location else ""


def _home(verdict: Verdict, report: Report) -> str:
    """The document where something missing would be said: by the theme of the point and the roles of the documents."""
    tenders = [document for document in report.pack.documents if document.not_a_tender is None]
    for role in _HOMES.get(verdict.theme, _USUAL_HOME):
        for document in tenders:
            if document.role == role:
                return document.name
    return tenders[0].name if tenders else ""


def _reading_order(place: Place) -> tuple[int, int]:
    return (place.location.block, place.location.start) if place.location else (-1, 0)


def _further(marking: _Marking) -> Iterator[Place]:
    return (place for place in marking.places if place is not marking.head)


def _is_exact(place: Place, reach: Reach) -> bool:
    return place.location is None or reach.is_exact(place.location)


def _full(chosen: list[_Marking], points: dict[str, Point], report: Report, reach: Reach) -> Iterator[Note]:
    for number, marking in enumerate(chosen, 1):
        lines = full_comment(
            number, points[marking.verdict.finding.id], tracked=marking.change(marking.head) is not None,
            stands="" if _is_exact(marking.head, reach) else _stands(report, marking.head, unplaced=False),
            elsewhere=_compared(marking),
        )  # fmt: skip
        yield Note(lines=lines, location=words_of(marking.head), change=marking.change(marking.head))


def _compared(marking: _Marking) -> list[tuple[str, str]]:
    """The other passages of a contradiction; of other points, the finding's own where that is in another file."""
    finding = marking.verdict.finding
    own = (finding.place,) if finding.place not in marking.places else ()
    rest = (finding.place, *finding.places) if marking.verdict.chapter == "mistakes" else own
    return [(where((place,)), place.quote) for place in rest if place != marking.head and place.quote]


def _short(number: int, marking: _Marking, place: Place) -> Note:
    return Note(lines=short_comment(number), location=words_of(place), change=marking.change(place))


def _place_of_note(note: Note) -> tuple[int, int]:
    return (note.location.block, note.location.start) if note.location else (-1, 0)


def words_of(place: Place) -> Location | None:
    """The words that gave a passage away, whole; the passage where they are not told."""
    location = place.location
    at = place.quote.find(place.match) if place.match else -1
    if location is None or at < 0:
        return location
    start, end = whole_words(place.quote, at, at + len(place.match))
    return _narrowed(location, start, end)


def _narrowed(location: Location, start: int, end: int) -> Location:
    return Location(
        document=location.document, page=location.page, block=location.block,
        start=location.start + start, end=min(location.end, location.start + end),
    )  # fmt: skip
