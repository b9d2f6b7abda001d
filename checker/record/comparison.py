"""A comparison of two drafts as a page and as the text of a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from checker.compare import Both, Comparison
from checker.domain import Verdict
from checker.record.page import render
from checker.report.labels import SEVERITY
from checker.report.points import where
from checker.report.sentences import title
from checker.report.words import plural, sentence, shorten, visible

_WIDTH, _LONGEST, _SHOWN = 100, 300, 15
MEANS = {
    "fixed": "The point is gone, and so are its words.",
    "added": "Not in the older draft.",
    "changed": "The words or the weight of the point have changed.",
    "still": "As it was, though the clause may have moved.",
    "unflagged": "The words are still there, and raise no point now: facts or rules have changed.",
    "unread": "Its document was not read this time, so we cannot say.",
}
_NAMES = {
    "fixed": "Fixed",
    "added": "New",
    "changed": "Changed",
    "still": "Still there",
    "unflagged": "No longer raised",
    "unread": "Could not tell",
}


def comparison_html(comparison: Comparison) -> bytes:
    """The page as UTF-8."""
    return render(
        "comparison.html.j2",
        title=title(comparison.new),
        old=comparison.old,
        new=comparison.new,
        counts=counts(comparison),
        groups=_groups(comparison),
        doubt=doubt(comparison),
    )


def comparison_text(comparison: Comparison) -> str:
    """The counts, then every point in a line, long lists cut with how many more there are."""
    lines = [title(comparison.new), counts(comparison), *filter(None, [doubt(comparison)])]
    for _, name, means, points in _groups(comparison):
        if not points:
            continue
        lines += ["", f"{name} ({len(points)}). {means}"]
        lines += [f"- {p['severity']}: {p['point']} ({p['where']})" + p["note"] for p in points[:_SHOWN]]
        if len(points) > _SHOWN:
            lines.append(f"  and {len(points) - _SHOWN} more, all in the page")
    return "\n".join(_laid_out(line) for line in lines)


def counts(comparison: Comparison) -> str:
    """Two points fixed, one new, three changed and twelve still there."""
    c = comparison
    told = f"{plural(len(c.fixed), 'point')} fixed, {len(c.added)} new, {len(c.changed)} changed"
    told += f", {len(c.still)} still there"
    more = [f"{len(c.unflagged)} no longer raised"] if c.unflagged else []
    more += [f"{len(c.unread)} that we could not tell"] if c.unread else []
    return sentence(", ".join([told, *more]))


def doubt(comparison: Comparison) -> str:
    """A warning where the two do not look like drafts of one tender; empty where they do."""
    if comparison.old.verdicts and comparison.new.verdicts and not (comparison.still or comparison.changed):
        return "The two have no point in common: are they drafts of the same tender?"
    return ""


def _groups(c: Comparison) -> tuple[tuple[str, str, str, tuple[dict[str, str], ...]], ...]:
    lists: dict[str, Sequence[Verdict | Both]] = {
        "fixed": c.fixed, "added": c.added, "changed": c.changed, "still": c.still, "unflagged": c.unflagged,
        "unread": c.unread,
    }  # fmt: skip
    return tuple(
        (key, _NAMES[key], MEANS[key], tuple(_point(item) for item in items))
        for key, items in lists.items()
        if items or key in ("fixed", "added", "changed", "still")
    )


def _point(item: Verdict | Both) -> dict[str, str]:
    verdict = item.new if isinstance(item, Both) else item
    point = {
        "code": "question" if verdict.outcome == "review" else verdict.severity,
        "severity": "Question" if verdict.outcome == "review" else SEVERITY[verdict.severity],
        "point": verdict.message,
        "where": where((verdict.finding.place,)) or "the pack as a whole",
        "note": "", "was": "", "is": "",
    }  # fmt: skip
    if isinstance(item, Both):
        before = "question" if item.old.outcome == "review" else SEVERITY[item.old.severity].lower()
        notes = [f"it was {before} before"] if before != point["severity"].lower() else []
        notes += [f"it stood in {where((item.old.finding.place,))}"] if item.moved and item.old.finding.document else []
        point["note"] = f"; {' and '.join(notes)}" if notes else ""
        if item.words_changed:
            point["was"], point["is"] = item.old.finding.place.quote, verdict.finding.place.quote
    return point


def _laid_out(line: str) -> str:
    return fill(shorten(visible(line), _LONGEST), _WIDTH, subsequent_indent="  ") if line else ""
