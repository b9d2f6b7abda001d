"""The audit's summary: one row a pack, as a page and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, select_autoescape

from checker.domain import Report
from checker.report.words import visible
from checker.words import spoken

if TYPE_CHECKING:
    from checker.audit import Row

COLUMNS = (
    "Pack", "Buyer", "Yearly value", "Law", "Documents read", "Not read", "Critical", "High", "Medium", "Low",
    "Mistakes", "Questions", "Good practice", "Decided", "Failed",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells(row: Row) -> dict[str, Any]:
    """One pack's row: column -> what stands in it."""
    if row.report is None:
        return dict.fromkeys(COLUMNS, "") | {"Pack": row.pack, "Failed": row.failed or ""}
    report = row.report
    summary, facts = report.summary, report.facts
    counts = dict(summary.barriers)
    return {
        "Pack": row.pack,
        "Buyer": facts.value("buyer") or "",
        "Yearly value": spoken("value_annual", facts.value("value_annual") or ""),
        "Law": facts.value("regime") or "",
        "Documents read": len(report.pack.documents),
        "Not read": len(report.pack.skipped),
        **{name.capitalize(): counts.get(name, 0) for name in ("critical", "high", "medium", "low")},
        "Mistakes": summary.mistakes,
        "Questions": summary.review,
        "Good practice": summary.credits,
        "Decided": sum(report.decision_of(verdict.finding.id) is not None for verdict in report.verdicts),
        "Failed": "",
    }


def as_csv(rows: Sequence[Row]) -> str:
    """Comma-separated, with cells that a spreadsheet would take for a formula made harmless."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(value) for name, value in cells(row).items()})
    return buffer.getvalue()


def _safe(value: Any) -> Any:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def common_points(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """The barriers that most packs share: title and number of packs, most frequent first."""
    counts: dict[str, int] = {}
    for row in rows:
        for title in _titles(row.report):
            counts[title] = counts.get(title, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:15]


def _titles(report: Report | None) -> set[str]:
    verdicts = report.verdicts if report else ()
    return {v.title for v in verdicts if v.outcome == "barrier" and v.severity in ("critical", "high", "medium")}


def as_html(rows: Sequence[Row], made: str | None) -> str:
    """The summary as one self-contained page."""
    environment = Environment(
        loader=PackageLoader("checker", "audit/templates"), autoescape=select_autoescape(["html", "j2"])
    )
    environment.filters["visible"] = visible
    page = environment.get_template("audit.html.j2")
    table = [(row, cells(row)) for row in rows]
    return page.render(rows=table, columns=COLUMNS[1:], made=made, common=common_points(rows))
