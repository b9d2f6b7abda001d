"""The brief before drafting, as a page and as the text of a terminal."""

from __future__ import annotations

from textwrap import fill

from checker.record.page import render
from checker.record.plan import Plan, Row
from checker.report.words import listing, visible

_WIDTH = 100


def plan_html(plan: Plan) -> bytes:
    """The page as UTF-8."""
    return render("plan.html.j2", p=plan)


def plan_text(plan: Plan) -> str:
    """The brief for a terminal; the list of law to watch stands in the page alone."""
    lines = [plan.title, f"From: {'; '.join(plan.given) or 'nothing that you told us'}."]
    if plan.missing:
        lines.append(f"Tell us for a sharper brief: {listing(plan.missing)}.")
    for heading, rows in plan.sections:
        lines += ["", heading]
        lines += [_line(row) for row in rows]
    return "\n".join(fill(visible(line), _WIDTH, subsequent_indent="    ") if line else "" for line in lines)


def _line(row: Row) -> str:
    label = " · ".join(part for part in (row.label, row.cite) if part)
    return f"  {row.what}: {row.text}" + (f" [{label}]" if label else "")
