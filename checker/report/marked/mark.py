"""One Word file marked: the plan of its comments set into its XML, and the package written anew."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from checker.domain import CheckerError, Document, Location, Report
from checker.report.marked.changes import Change
from checker.report.marked.controls import Around
from checker.report.marked.edit import (
    Stamp,
    delete,
    delete_mark,
    insert,
    looks_of,
    may_lose_its_mark,
    set_comment,
    unused_ids,
)
from checker.report.marked.parts import comment_of, style_of, with_comments
from checker.report.marked.places import Body, Span
from checker.report.marked.plan import Note, Reach, notes_of
from checker.report.marked.wordfile import Piece, W, WordFile
from checker.settings import Marked

_STORIES = ("comments", "footnotes", "endnotes", "header", "footer")


def mark(report: Report, file: WordFile, marked: Marked) -> bytes | None:
    """The file with comments and tracked changes for the report's points in it; None where there is nothing to say.

    Raises CheckerError, a reason to follow the file's name, when the file is not the one that was checked.
    """
    name = file.document.name
    _refuse_another(report, file.document)
    body = Body(file)
    reach = Reach(
        can_comment=lambda place: bool(_pieces(body, place)),
        can_track=lambda change: body.can_track(_words(body, change)),
        is_exact=lambda place: body.is_exact(_pieces(body, place)),
    )
    notes = notes_of(report, name, marked, reach)
    anchors = [_anchor(body, note) for note in notes]
    if not notes or not all(anchors):
        return None
    stamp = Stamp(unused_ids(_roots(file)), report.made)
    numbers = [next(stamp.ids) for _ in notes]
    _set(body, notes, anchors, numbers, stamp)
    comments = [comment_of(number, note.lines, stamp, file) for number, note in zip(numbers, notes, strict=True)]
    return file.with_parts({**with_comments(file, comments), file.main: file.written(body.root)})


def _refuse_another(report: Report, found: Document) -> None:
    checked = next((document for document in report.pack.documents if document.name == found.name), None)
    if checked is None or [b.text for b in checked.blocks] != [b.text for b in found.blocks]:
        raise CheckerError("it has changed since it was checked: run the check again")


def _pieces(body: Body, place: Location) -> Sequence[Piece]:
    return body.pieces(place.block, place.start, place.end)


def _words(body: Body, change: Change) -> Sequence[Piece]:
    """The pieces that a change takes out, or the last word before the place where it only puts something in."""
    start = change.start if change.end > change.start else max(0, change.end - 1)
    found = body.file.pieces(change.block, start, change.end)
    return found[0] if len(found) == 1 else ()


def _anchor(body: Body, note: Note) -> Sequence[Piece]:
    """The pieces that a comment stands on; for that on the title, those of the first words of the body."""
    if note.location is not None:
        return _pieces(body, note.location)
    for block in body.file.document.blocks:
        if block.part in ("body", "contents") and (found := _pieces(body, block.location)):
            return found
    return ()


def _set(
    body: Body, notes: Sequence[Note], anchors: Sequence[Sequence[Piece]], numbers: Sequence[int], stamp: Stamp
) -> None:
    """First all cuts, then all changes, then all comments: no step moves what the next one looks for."""
    changes = [note.change for note in notes]
    words = [_words(body, change) if change is not None else () for change in changes]
    for pieces in (*anchors, *words):
        body.cut(pieces)
    spans = [body.span(pieces) for pieces in anchors]
    whole = [
        _around(span, _track(body, change, pieces, stamp)) if change is not None else span
        for span, change, pieces in zip(spans, changes, words, strict=True)
    ]
    style = style_of(body.file, "annotation reference")
    for span, number in zip(whole, numbers, strict=True):
        set_comment(span, number, style)


def _track(body: Body, change: Change, pieces: Sequence[Piece], stamp: Stamp) -> Span:
    """Sets a change; gives its first and last node."""
    runs = body.runs(pieces)
    first = last = runs[0]
    if change.end > change.start:
        delete(runs, stamp)
        paragraph = next(runs[0].iterancestors(f"{W}p"))
        if not change.text and may_lose_its_mark(paragraph):
            delete_mark(paragraph, stamp)
    last = runs[-1]
    if change.text:
        last = insert(change.text, looks_of(runs), last, stamp)
    return Span(first, last)


def _around(span: Span | Around, change: Span) -> Span | Around:
    """The whole of a change with the words that the comment stands on."""
    if isinstance(span, Around):
        return span
    paragraph = next(change.first.iterancestors(f"{W}p"), None)
    if paragraph is None or next(span.first.iterancestors(f"{W}p"), None) is not paragraph:
        return change
    place = {node: index for index, node in enumerate(paragraph.iter())}
    first = min(span.first, change.first, key=lambda node: place[node])
    last = max(span.last, change.last, key=lambda node: place[node])
    return Span(first, last)


def _roots(file: WordFile) -> list[etree._Element]:
    parts = [file.main, *(part for kind in _STORIES if (part := file.linked(kind)))]
    return [file.tree(part) for part in parts]
