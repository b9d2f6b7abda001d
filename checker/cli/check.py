"""`tendercheck check`: one pack checked and its reports written."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.common import Exit, as_date, fact_options, fail, given_facts
from checker.domain import SEVERITIES, CheckerError
from checker.settings import STAGES, Settings

if TYPE_CHECKING:
    from checker.domain import Report


FORMATS = ("html", "json")  # report.FORMATS, named here so that --help imports nothing heavy


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("tendercheck-report"),
    show_default=True,
    help="Folder for the report.",
)
@click.option(
    "--format", "formats", default="html,json", show_default=True, help="Formats to write; html and json always are."
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 when a barrier is that severe or worse.",
)
@click.option("--strict", is_flag=True, help="Exit with 3 when something could not be read.")
@click.option(
    "--as-of", callback=as_date, metavar="DATE", help="The day whose law applies to an undated draft (default: today)."
)
@click.option("--stage", type=click.Choice(STAGES), help="Where the tender stands (default: from its dates).")
@click.option(
    "--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your authority's own yardsticks."
)
@click.option("--password", help="Password of locked PDF files.")
@click.option("--reproducible", is_flag=True, help="Leave out the time of the check: same input, same bytes.")
@click.option("--quiet", is_flag=True, help="Print only where the report is.")
@fact_options
def check(
    path: Path, out: Path, formats: str, fail_on: str, strict: bool, as_of: date | None, stage: Any,
    policy: Path | None, password: str | None, reproducible: bool, quiet: bool, **facts: str | None,
) -> None:  # fmt: skip
    """Checks the tender at PATH, a file or a folder (one pack), and writes report.html and report.json."""
    unknown = [name for name in formats.split(",") if name.strip() not in FORMATS]
    if unknown:
        fail(f"--format: unknown format '{unknown[0]}'; known: {', '.join(FORMATS)}")
    now = datetime.now(UTC)
    try:
        settings = Settings(
            as_of=as_of or now.date(), given=given_facts(path, facts), stage=stage, password=password,
            made=None if reproducible else now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )  # fmt: skip
        report = run_check(path, out, settings, policy, quiet)
    except CheckerError as error:
        fail(str(error))
    if not quiet:
        from checker.report import summary_text

        click.echo(summary_text(report))
    click.echo(f"Report: {out / 'report.html'}")
    sys.exit(status(report, fail_on, strict))


def run_check(path: Path, out: Path, settings: Settings, policy: Path | None, quiet: bool) -> Report:
    """Checks one pack and writes its reports."""
    from checker.output import write_whole
    from checker.pipeline import check_pack
    from checker.policy import load_policy
    from checker.report import FORMATS as WRITERS
    from checker.rulefile import load_rules

    show = (lambda _: None) if quiet or not sys.stderr.isatty() else (lambda text: click.echo(text, err=True))
    report = check_pack(path, load_rules(), load_policy(policy), settings, show)
    write_whole(out, {f"report.{name}": WRITERS[name](report) for name in FORMATS})
    return report


def status(report: Report, fail_on: str, strict: bool) -> Exit:
    """The exit status for a finished report."""
    unread = report.pack.skipped or any(document.read == "partly" for document in report.pack.documents)
    if strict and unread:
        return Exit.UNREAD
    worst = [SEVERITIES.index(v.severity) for v in report.verdicts if v.outcome == "barrier"]
    if fail_on != "never" and worst and min(worst) <= SEVERITIES.index(fail_on):
        return Exit.FOUND
    return Exit.CLEAR
