"""report.docx: the report for mail: what an officer needs on two pages, and an annex with every finding and fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.domain import Report, Verdict
from checker.report import labels, page_parts, sentences, stages, words
from checker.report.arrange import Chapters, arrange
from checker.report.entries import Entry, as_entries
from checker.report.points import as_points

if TYPE_CHECKING:
    from docx.document import Document

_QUESTIONS, _CREDITS, _NOTES = 5, 5, 3
_LONGEST_LINE, _LONGEST_CELL = 330, 130  # characters on the first two pages; the annex has all
_LONGEST_ADVICE, _LONGEST_PLACE = 190, 60


def as_word(report: Report) -> bytes:
    """The report as a Word file; the same report always gives the same bytes."""
    from checker.report import word_parts as w

    chapters = arrange(report)
    entries = as_entries(report, as_points(chapters.in_page_order(), report))
    document = w.blank(sentences.title(report))
    w.foot(document, labels.CAVEAT)
    _opening(document, report, chapters, entries)
    _steps(document, report, entries)
    _first(document, report, chapters, entries)
    _short_lists(document, report, chapters, entries)
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_heading("Annex 1: all findings", 1)
    for heading, found in _chapters(chapters, report):
        w.say(document, heading, style="Heading 2")
        for verdict in found:
            _point(document, entries[verdict.finding.id])
    _facts(document, report)
    _method(document, report)
    return w.packed(document)


def _opening(document: Document, report: Report, chapters: Chapters, entries: Mapping[str, Entry]) -> None:
    from checker.report import word_parts as w

    buyer = str(report.facts.value("buyer") or "")
    w.say(document, " · ".join(p for p in (buyer, f"checked as {labels.STAGE[report.stage]}") if p), quiet=True)
    w.say(document, sentences.title(report), style="Title")
    if report.keep_until:
        w.say(document, sentences.working_copy(report), quiet=True)
    for line in sentences.reading_lines(report):
        lead, _, rest = line.partition(": ")
        w.say(document, words.shorten(rest, _LONGEST_LINE), lead=f"{lead}:")
    law = " ".join(words.sentence(note) for note in report.notes[:_NOTES] if note.strip())
    if law:
        w.say(document, words.shorten(law, _LONGEST_LINE), lead="The law we used, and why:")
    answer = page_parts.answer(report)
    document.add_heading("Was it ready to go out?" if report.stage == "past" else "Could it go out?", 1)
    w.say(document, words.shorten(answer["rest"], _LONGEST_LINE), lead=f"{words.sentence(answer['short'])}")
    w.say(document, sentences.counts_line(report))
    _changes(document, report, chapters, entries)


def _changes(document: Document, report: Report, chapters: Chapters, entries: Mapping[str, Entry]) -> None:
    """What to do first, a line each with the numbers of the points that it mends."""
    from checker.report import word_parts as w

    if not chapters.changes:
        return
    w.say(document, sentences.what_first(report, chapters))
    for change in chapters.changes:
        numbers = [str(entries[verdict.finding.id].point.number) for verdict in change.named]
        see = f"see {'point' if len(numbers) == 1 else 'points'} {words.listing(numbers)}"
        w.say(document, f"({sentences.change_line(change)}; {see})", lead=change.do, style="List Number")


def _steps(document: Document, report: Report, entries: Mapping[str, Entry]) -> None:
    from checker.report import word_parts as w

    points = {key: entry.point for key, entry in entries.items()}
    rows = []
    for state in report.journey:
        step = page_parts.step(state, points)
        numbers = ", ".join(str(point.number) for point in step["points"])
        more = f" and {words.count_word(step['more'])} more" if step["more"] else ""
        rows.append((labels.STEP[state.step], labels.STATE[state.state], numbers + more or "none"))
    if rows:
        document.add_heading("A small firm’s way through this tender", 1)
        w.table(document, ("Step", "What we found", "Points"), rows, (4, 6.5, 6.5))


def _first(document: Document, report: Report, chapters: Chapters, entries: Mapping[str, Entry]) -> None:
    from checker.report import word_parts as w

    document.add_heading(f"Points {stages.FIRST_HEADING[stages.manner(report.stage)]}", 1)
    if not chapters.first:
        w.say(document, sentences.what_first(report, chapters))
        return
    rows = []
    for verdict in chapters.first:
        point, wording = entries[verdict.finding.id].point, entries[verdict.finding.id].wording
        advice = words.shorten(f"{wording.label}: {' '.join(wording.text.split())}", _LONGEST_ADVICE)
        heading = words.shorten(" ".join(point.heading.split()), _LONGEST_CELL)
        rows.append(
            (
                str(point.number), f"{heading}\n{advice}", point.severity_word,
                words.shorten(point.where or "the pack as a whole", _LONGEST_PLACE),
                words.sentence(labels.short_owners(report.facts.value("buyer"))[verdict.owner]).rstrip("."),
            )
        )  # fmt: skip
    w.table(
        document,
        ("No.", "What, and what to write", "Weight", "Where", "Who changes it"),
        rows,
        (0.9, 8.8, 1.6, 3.4, 2.3),
    )


def _short_lists(document: Document, report: Report, chapters: Chapters, entries: Mapping[str, Entry]) -> None:
    from checker.report import word_parts as w

    asked = [entries[v.finding.id].point for v in chapters.questions[:_QUESTIONS]]
    good = [row["message"] for row in page_parts.credit_rows(report.credits)[:_CREDITS]]
    for heading, lines, none in (
        ("Questions for you", [f"{point.heading} (point {point.number})" for point in asked], "We have none."),
        ("Already good", good, "We saw nothing that we keep a record of."),
    ):
        document.add_heading(heading, 1)
        for line in lines:
            w.say(document, words.shorten(line, _LONGEST_CELL), style="List Bullet")
        if not lines:
            w.say(document, none)


def _chapters(chapters: Chapters, report: Report) -> tuple[tuple[str, Sequence[Verdict]], ...]:
    first = stages.FIRST_HEADING[stages.manner(report.stage)]
    named: list[tuple[str, Sequence[Verdict]]] = [
        (f"Points {first}", chapters.first), ("Questions for you", chapters.questions),
        ("Mistakes in the pack", chapters.mistakes),
        *((labels.THEME.get(theme, "Other"), found) for theme, found in chapters.themes),
        ("The files themselves", chapters.files),
        *((fold.line, found) for fold, found in chapters.standing), ("Language", chapters.language),
    ]  # fmt: skip
    return tuple((heading, found) for heading, found in named if found)


def _point(document: Document, entry: Entry) -> None:
    from checker.report import word_parts as w

    point, wording = entry.point, entry.wording
    w.say(document, f"{point.number}. {point.heading}", style="Heading 3")
    w.say(document, f"{point.severity_word} · {point.kind} · How sure: {point.certainty.lower()}", quiet=True)
    for line in (entry.decided, point.because):
        if line:
            w.say(document, line)
    shown = wording.old if wording.old and not wording.old_where else entry.quote
    if shown:
        w.pieces(document.add_paragraph(style="Quote"), shown)
        w.say(document, f"{point.where}{f'. Also in {point.also}' if point.also else ''}", quiet=True)
    elif point.absent:
        w.say(document, point.absent)
    lead = w.say(document, "", lead=f"{wording.label}:")
    if wording.new:
        lead.add_run(" ")
        w.pieces(lead, wording.new, new=True)
    elif wording.text:
        lead.add_run(f" {w.plain(wording.text)}")
    said = " ".join(part for part in (wording.belongs, *wording.notes, wording.passes) if part)
    if said:
        w.say(document, said, quiet=True)
    for line in (wording.amendment, wording.deadline, point.why):
        if line:
            w.say(document, line)
    _laws(document, entry)
    w.say(document, f"Who can change it: {point.owner}. Reference: {point.reference}", quiet=True)


def _laws(document: Document, entry: Entry) -> None:
    from checker.report import word_parts as w

    for law in entry.point.laws:
        paragraph = w.say(document, "", lead=f"{law.label}{':' if law.cites else ''}")
        for index, cite in enumerate(law.cites):
            paragraph.add_run("; " if index else " ")
            w.link(paragraph, cite.text, cite.address)
        for cite in law.cites:
            if cite.says:
                w.say(document, cite.says if len(law.cites) == 1 else f"{cite.text}: {cite.says}", quiet=True)
    if entry.point.today:
        w.say(document, entry.point.today, lead="If you use this text today:")


def _facts(document: Document, report: Report) -> None:
    from checker.report import word_parts as w

    document.add_heading("Annex 2: facts we used", 1)
    found = page_parts.fact_rows(report)
    rows = [(f["name"], f["value"], f"{f['status']}. {f['how']}".strip(), f["where"], f["quote"]) for f in found]
    if rows:
        w.table(document, ("Fact", "Value", "How we know", "Where", "Words"), rows, (2.8, 3, 3.4, 3, 4.8))
    else:
        w.say(document, "We found none.")


def _method(document: Document, report: Report) -> None:
    from checker.report import word_parts as w

    document.add_heading("Annex 3: method and limits", 1)
    w.say(document, labels.CAVEAT)
    for limit in labels.LIMITS:
        w.say(document, limit, style="List Bullet")
    versions = report.versions
    w.say(
        document,
        f"Judged as of {words.uk_date(report.as_of)}. Checker {versions.checker or 'not stated'}, rules"
        f" {versions.rules or 'not stated'}, policy {versions.policy or 'not stated'}, model"
        f" {versions.model or 'none used'}.",
        quiet=True,
    )
