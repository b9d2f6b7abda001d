"""`tendercheck decide`: what was decided about each point, kept beside the pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.common import as_date, fail
from checker.cli.packs import Options, checked, pack_options, today
from checker.domain import SEVERITIES, CheckerError

if TYPE_CHECKING:
    from checker.domain import Choice, Report, Verdict
    from checker.report.points import Point

ROLE = "Procurement officer"
_KEYS: dict[str, Choice] = {"a": "accept", "k": "keep", "w": "reject"}
_ASK = "  [a]ccept: will be changed · [k]eep, for a reason · [w]rong · [l]ater · [q]uit"


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--list", "listing", is_flag=True, help="List the points, their ids and what was decided; ask nothing.")
@click.option("--finding", metavar="ID", help="Decide this one: its id, the beginning of it, or its rule.")
@click.option("--decision", type=click.Choice(["accept", "keep", "reject"]), help="What was decided; with --finding.")
@click.option("--reason", default="", help="Why; needed to keep a text as it is.")
@click.option("--lots", metavar="TEXT", help="Record what was considered about lots, in a sentence.")
@click.option("--role", help=f"Who decided: a role, not a name (default: {ROLE}).")
@click.option("--until", callback=as_date, metavar="DATE", help="Last day on which the decision counts.")
@click.option("--on", "on", callback=as_date, metavar="DATE", help="The day of the decision (default: today).")
@click.option(
    "--severity", type=click.Choice(SEVERITIES), default="medium", show_default=True, help="Go through these and worse."
)
@click.option("--all", "everything", is_flag=True, help="Go through points that have a decision, too.")
@pack_options
def decide(
    path: Path, options: Options, listing: bool, finding: str | None, decision: Choice | None, reason: str,
    lots: str | None, role: str | None, until: date | None, on: date | None, severity: str, everything: bool,
) -> None:  # fmt: skip
    """Records what was decided about the points of the tender at PATH, in decisions.yaml beside it.

    Asks point by point: accept (the text will be changed), keep (with a reason), wrong, or later.
    """
    day = on or today()
    if (finding is None) != (decision is None):
        fail("--finding and --decision go together: which point, and what was decided about it")
    try:
        if lots is not None:
            _record_lots(path, lots, role or ROLE, day)
            if finding is None and not listing:
                return
        report = checked(path, options)
        if finding is not None and decision is not None:
            _one(path, report, finding, decision, reason, role or ROLE, day, until)
        elif listing:
            _list(report)
        else:
            _ask_all(path, report, role, day, severity, everything)
    except CheckerError as error:
        fail(str(error))


def _record_lots(path: Path, text: str, role: str, on: date) -> None:
    from checker.decisionfile import add_decisions, decisions_path
    from checker.domain import LotsView

    if not text.strip():
        raise CheckerError("--lots needs a sentence: what was considered, and what follows from it")
    add_decisions(decisions_path(path), lots=LotsView(reason=text.strip(), role=role, on=on))
    click.echo(f"Recorded what was considered about lots in {decisions_path(path)}")


def _one(
    path: Path, report: Report, key: str, choice: Choice, reason: str, role: str, on: date, until: date | None
) -> None:
    verdict = _named(report, key)
    if choice == "keep" and not reason.strip():
        raise CheckerError("--reason is needed to keep a text as it is: say in a sentence why this contract needs it")
    _save(path, report, verdict, choice, reason, role, on, until)


def _named(report: Report, key: str) -> Verdict:
    """The finding of that id, beginning of an id, or rule."""
    hits = [v for v in report.verdicts if v.finding.id == key or v.rule_id == key]
    hits = hits or [v for v in report.verdicts if len(key) >= 4 and v.finding.id.startswith(key)]
    if len({v.finding.id for v in hits}) == 1:
        return hits[0]
    if hits:
        ids = ", ".join(v.finding.id for v in hits[:5])
        raise CheckerError(f"--finding: several points are called '{key}'; take one of the ids {ids}")
    raise CheckerError(f"--finding: no point is called '{key}'; 'tendercheck decide … --list' shows all ids")


def _save(
    path: Path, report: Report, verdict: Verdict, choice: Choice, reason: str, role: str, on: date, until: date | None
) -> None:
    from checker.decisionfile import add_decisions, decisions_path
    from checker.decisions import decision_about

    if until is not None and until < on:
        raise CheckerError(f"--until: {until} is before the day of the decision, {on}")
    made = decision_about(
        verdict, choice, report.decisions, reason=reason.strip(), role=role.strip() or ROLE, on=on, until=until
    )
    add_decisions(decisions_path(path), [made])
    click.echo(f"Recorded '{choice}' for {verdict.finding.id} in {decisions_path(path)}")


def _list(report: Report) -> None:
    from checker.record.decided import decided_lines, point_line

    verdicts = _in_page_order(report)
    for number, verdict in enumerate(verdicts, start=1):
        click.echo(point_line(number, verdict, report))
    click.echo(f"{len(verdicts)} points.")
    for line in decided_lines(report):
        click.echo(line)


def _in_page_order(report: Report) -> tuple[Verdict, ...]:
    from checker.report.arrange import arrange

    return arrange(report).in_page_order()


def _ask_all(path: Path, report: Report, role: str | None, on: date, severity: str, everything: bool) -> None:
    """Asks about every point that waits for a decision; each answer is written at once."""
    from checker.record.decided import decided_lines
    from checker.report.points import as_points

    for line in decided_lines(report):
        click.echo(line)
    folded = {key for fold in report.folded for key in fold.findings}
    verdicts = _in_page_order(report)
    waiting = [
        v
        for v in verdicts
        if v.chapter in ("barriers", "mistakes")
        and SEVERITIES.index(v.severity) <= SEVERITIES.index(severity)
        and (everything or (report.decision_of(v.finding.id) is None and v.finding.id not in folded))
    ]
    for fold in report.folded:
        click.echo(f"{fold.line}: not asked here.")
    if not waiting:
        click.echo("No point waits for a decision.")
        return
    points = as_points(verdicts, report)
    click.echo(f"{len(waiting)} points wait for a decision. Each answer is saved at once; stop at any time with q.")
    who = role or click.prompt("Your role (a role, not a name)", default=ROLE)
    done = 0
    for number, verdict in enumerate(waiting, start=1):
        _show(number, len(waiting), points[verdict.finding.id])
        answer = click.prompt(_ASK, type=click.Choice([*_KEYS, "l", "q"]), show_choices=False, default="l")
        if answer == "q":
            break
        if answer != "l":
            _save(path, report, verdict, _KEYS[answer], *_why(answer), on=on, role=who, until=_until(answer, on))
            done += 1
    click.echo(f"{done} decided, {len(waiting) - done} left for later.")


def _why(answer: str) -> tuple[str]:
    if answer == "k":
        return (click.prompt("  Why it stays, in a sentence", value_proc=_something),)
    return (click.prompt("  A note (or leave empty)", default="", show_default=False),)


def _something(text: str) -> str:
    if not text.strip():
        raise click.UsageError("write a sentence")
    return text


def _until(answer: str, on: date) -> date | None:
    if answer != "k":
        return None

    def day(text: str) -> date | None:
        try:
            found = date.fromisoformat(text) if text else None
        except ValueError:
            raise click.UsageError("write the day as YYYY-MM-DD, or nothing") from None
        if found is not None and found < on:
            raise click.UsageError("that day is over")
        return found

    found: date | None = click.prompt(
        "  Until when, as YYYY-MM-DD (or leave empty)", default="", show_default=False, value_proc=day
    )
    return found


def _show(number: int, of: int, point: Point) -> None:
    from checker.report.words import shorten, visible

    def tell(text: Any) -> None:
        click.echo("  " + shorten(visible(" ".join(str(text).split())), 600))

    click.echo()
    click.echo(f"{number} of {of} · {point.severity_word} · point {point.number} of the report")
    tell(point.heading)
    if point.quote:
        tell(f"“{point.quote.before}{point.quote.match}{point.quote.after}”")
    if point.where:
        tell(point.where)
    if point.because:
        tell(point.because)
    if point.advice.text:
        tell(f"{point.advice.label}: {point.advice.text}")
