"""report.md: the report in Markdown, for a wiki or a message; in the order of the page, without its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.domain import Report, Verdict
from checker.report import labels, page_parts, sentences, stages, words
from checker.report.arrange import Chapters, arrange
from checker.report.entries import Entry, as_entries
from checker.report.points import Cite, as_points, run_on

# Signs that mean something within a line of Markdown, or in the HTML and the links that it lets through.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&@]|(?<=[a-z]):(?=//)|(?<=www)\.)", re.IGNORECASE)
_START = re.compile(r"^([+\-=]|\d{1,9}(?=[.)]))")


def text(value: str) -> str:
    """Text that stays text in Markdown: on one line, unseen characters written out, signs escaped."""
    line = _SIGNS.sub(r"\\\1", " ".join(words.visible(value).split()))
    return _START.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}\u2060", line)


def as_markdown(report: Report) -> bytes:
    """The report as UTF-8 Markdown with a line end."""
    return ("\n".join(_lines(report)).rstrip() + "\n").encode("utf-8")


def _lines(report: Report) -> Iterator[str]:
    chapters = arrange(report)
    entries = as_entries(report, as_points(chapters.in_page_order(), report))
    yield from (f"# {text(sentences.title(report))}", "")
    if report.keep_until:
        yield from (f"**{text(sentences.working_copy(report))}**", "")
    for line in (*sentences.reading_lines(report), *report.notes):
        yield from (text(line), "")
    yield from ("## Ten seconds", "", text(sentences.could_it_go_out(report)), "")
    yield from (text(sentences.counts_line(report)), "")
    yield from _changes(report, chapters, entries)
    yield from _steps(report, entries)
    for heading, found in _chapters(chapters, report):
        yield from (f"## {heading}", "")
        for verdict in found:
            yield from _point(entries[verdict.finding.id])
    yield from _good(report)
    yield from _facts(report)
    yield from ("## Method and limits", "", text(labels.CAVEAT), "")
    yield f"Judged as of {words.uk_date(report.as_of)}, as {labels.STAGE[report.stage]}. " + text(
        f"Checker {report.versions.checker}, rules {report.versions.rules}, policy {report.versions.policy}."
    )


def _changes(report: Report, chapters: Chapters, entries: dict[str, Entry]) -> Iterator[str]:
    if not chapters.changes:
        return
    yield from (sentences.what_first(report, chapters), "")
    for number, change in enumerate(chapters.changes, start=1):
        yield f"{number}. **{change.do}** ({sentences.change_line(change)})"
        for verdict in change.named:
            point = entries[verdict.finding.id].point
            yield f"   - {text(point.heading)} (point {point.number})"
    yield ""


def _chapters(chapters: Chapters, report: Report) -> Iterator[tuple[str, Sequence[Verdict]]]:
    first = stages.FIRST_HEADING[stages.manner(report.stage)]
    named = [
        (f"Points {first}", chapters.first), ("Questions for you", chapters.questions),
        ("Mistakes in the pack", chapters.mistakes),
        *((labels.THEME.get(theme, "Other"), found) for theme, found in chapters.themes),
        ("The files themselves", chapters.files),
        *((text(fold.line), found) for fold, found in chapters.standing), ("Language", chapters.language),
    ]  # fmt: skip
    return ((heading, found) for heading, found in named if found)


def _steps(report: Report, entries: dict[str, Entry]) -> Iterator[str]:
    yield from ("## A small firm’s way through this tender", "")
    points = {key: entry.point for key, entry in entries.items()}
    for state in report.journey:
        step = page_parts.step(state, points)
        numbers = ", ".join(str(point.number) for point in step["points"])
        where = f" (points {numbers}{' and more' if step['more'] else ''})" if numbers else ""
        yield f"- **{labels.STEP[state.step]}:** {labels.STATE[state.state]}{where}"
    yield ""


def _point(entry: Entry) -> Iterator[str]:
    point, wording = entry.point, entry.wording
    yield from (f"### {point.number}. {text(point.heading)}", "")
    yield from (f"*{point.severity_word} · {point.kind} · How sure: {point.certainty.lower()}*", "")
    if entry.decided:
        yield from (text(entry.decided), "")
    if point.because:
        yield from (text(point.because), "")
    if entry.quote:
        yield f"> {text(''.join(piece.text for piece in entry.quote))}"
        yield from (">", f"> {text(point.where)}", "")
    elif point.absent:
        yield from (text(point.absent), "")
    if point.also:
        yield from (f"Also in {text(point.also)}", "")
    yield from (f"**{wording.label}:** {text(wording.text)}", "")
    for line in (*wording.notes, wording.passes, wording.amendment, wording.deadline, point.why):
        if line:
            yield from (text(line), "")
    for law in point.laws:
        cites = run_on([_cited(cite) for cite in law.cites])
        yield from (f"**{law.label}{':' if cites else ''}** {cites}".rstrip(), "")
    if point.today:
        yield from (f"**If you use this text today:** {text(point.today)}", "")
    yield from (f"Who can change it: {point.owner}. Reference: {text(point.reference)}", "")


def _cited(cite: Cite) -> str:
    """The citation, its address and what it says."""
    address = f" (<{cite.address}>)" if cite.address else ""
    return f"{text(cite.text)}{address}{f': {text(cite.says)}' if cite.says else ''}"


def _good(report: Report) -> Iterator[str]:
    rows = page_parts.credit_rows(report.credits)
    if rows:
        yield from ("## Already good", "")
        yield from (f"- {text(row['message'])} ({text(row['passage'].where)})" for row in rows)
        yield ""


def _facts(report: Report) -> Iterator[str]:
    if report.facts.all:
        yield from ("## Facts we used", "")
        for row in page_parts.fact_rows(report):
            where = f" ({text(row['where'])})" if row["where"] else ""
            yield f"- **{text(row['name'])}:** {text(row['value'])}. {row['status']}{where}"
        yield ""
