"""`tendercheck check`: one pack checked and its reports written."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.common import Exit, as_date, fact_options, fail, given_facts, settings_file
from checker.cli.formats import FORMATS, Job, files_of_formats
from checker.cli.packs import recorded, registered, templates_option
from checker.domain import SEVERITIES, CheckerError
from checker.settings import STAGES, Settings, read_keep_days, read_limits, read_marked

if TYPE_CHECKING:
    from checker.domain import Report


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
    "--format",
    "formats",
    default="html,json",
    show_default=True,
    help="Formats to write, with commas between: word for a report to mail, csv or xlsx for a table of findings, "
    "markdown, docx for marked copies of the Word files; html and json always.",
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
@click.option("--rules-only", is_flag=True, help="Leave out what only the wording model finds.")
@click.option("--reproducible", is_flag=True, help="Leave out the time of the check: same input, same bytes.")
@templates_option
@click.option("--quiet", is_flag=True, help="Print only where the report is.")
@fact_options
def check(
    path: Path, out: Path, formats: str, fail_on: str, strict: bool, as_of: date | None, stage: Any,
    policy: Path | None, password: str | None, rules_only: bool, reproducible: bool, templates: Path | None,
    quiet: bool, **facts: str | None,
) -> None:  # fmt: skip
    """Checks the tender at PATH, a file or a folder (one pack), and writes report.html and report.json."""
    names = {name.strip() for name in formats.split(",")}
    unknown = sorted(names - set(FORMATS))
    if unknown:
        fail(f"--format: unknown format '{unknown[0]}'; known: {', '.join(FORMATS)}")
    now = datetime.now(UTC)
    try:
        record = recorded(path)
        settings = Settings(
            as_of=as_of or now.date(), given=given_facts(path, facts), stage=stage, password=password,
            rules_only=rules_only, made=None if reproducible else now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            limits=read_limits(settings_file(path)),
            marked=read_marked(settings_file(path)), keep_days=read_keep_days(settings_file(path)),
            decisions=record.decisions, lots=record.lots, templates=registered(templates),
        )  # fmt: skip
        report = run_check(path, out, settings, policy, quiet, names)
    except CheckerError as error:
        fail(str(error))
    if not quiet:
        from checker.report import summary_text

        click.echo(summary_text(report))
    click.echo(f"Report: {out / 'report.html'}")
    sys.exit(status(report, fail_on, strict))


def run_check(path: Path, out: Path, settings: Settings, policy: Path | None, quiet: bool, formats: set[str]) -> Report:
    """Checks one pack and writes its reports."""
    from checker.output import write_whole
    from checker.pipeline import check_pack
    from checker.policy import load_policy
    from checker.rulefile import load_rules

    show = (lambda _: None) if quiet or not sys.stderr.isatty() else (lambda text: click.echo(text, err=True))
    report = check_pack(path, load_rules(), load_policy(policy), settings, show)
    job = Job(path=path, settings=settings, tell=lambda text: click.echo(f"tendercheck: {text}", err=True))
    write_whole(out, files_of_formats(formats, report, job))
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
