"""The command `tendercheck`. The only module that prints. Heavy modules are imported when a command needs them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from checker import __version__
from checker.domain import SEVERITIES, CheckerError, FactValue
from checker.settings import FACTS, STAGES, Settings, fact_from_text, read_settings_file

if TYPE_CHECKING:
    from checker.domain import Report

FORMATS = ("html", "json")  # report.FORMATS, named here so that --help imports nothing heavy


class Exit(IntEnum):
    """What the command's exit status says."""

    CLEAR = 0  # nothing at or above --fail-on
    FOUND = 1  # findings at or above --fail-on
    USAGE = 2  # a wrong option, rule, policy or setting
    UNREAD = 3  # something was not read, under --strict


def fail(message: str) -> NoReturn:
    """Ends the command with one clear sentence."""
    click.echo(f"tendercheck: {message}", err=True)
    sys.exit(Exit.USAGE)


def _date(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date; write YYYY-MM-DD, such as 2026-05-05") from None


def fact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds an option for every fact."""
    for name, form in reversed(FACTS.items()):
        option = "--" + name.replace("_", "-")
        command = click.option(
            option,
            f"fact_{name}",
            metavar=form.upper(),
            help=f"The tender's {name.replace('_', ' ')}, if you know it better.",
        )(command)
    return command


def given_facts(path: Path, options: dict[str, str | None]) -> tuple[tuple[str, FactValue], ...]:
    """Facts of `tendercheck.toml` beside the pack with those of the command line laid over them."""
    folder = path if path.is_dir() else path.parent
    facts = read_settings_file(folder / "tendercheck.toml")
    for option, text in options.items():
        if text is not None:
            name = option.removeprefix("fact_")
            try:
                facts[name] = fact_from_text(name, text)
            except CheckerError as error:
                raise CheckerError(f"--{name.replace('_', '-')}: {error}") from None
    return tuple(facts.items())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tendercheck")
def cli() -> None:
    """Tells a public buyer, before publishing, which parts of a draft tender shut small firms out, why, what the law
    says, and what to write instead. It flags and explains; people decide. Nothing leaves this computer."""


@cli.command()
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
    "--as-of", callback=_date, metavar="DATE", help="The day whose law applies to an undated draft (default: today)."
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


@cli.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("tendercheck-audit"),
    show_default=True,
    help="Folder for the reports and the summary.",
)
@click.option(
    "--as-of", callback=_date, metavar="DATE", help="The day whose law applies to undated packs (default: today)."
)
@click.option(
    "--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your authority's own yardsticks."
)
@click.option("--reproducible", is_flag=True, help="Leave out the time of the check: same input, same bytes.")
def audit(folder: Path, out: Path, as_of: date | None, policy: Path | None, reproducible: bool) -> None:
    """Checks every pack below FOLDER (each sub-folder or single file is one) and writes one summary page and CSV."""
    from checker.audit import audit_folder

    now = datetime.now(UTC)
    made = None if reproducible else now.strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        rows = audit_folder(folder, out, as_of or now.date(), made, policy, lambda text: click.echo(text, err=True))
    except CheckerError as error:
        fail(str(error))
    failed = sum(row.failed is not None for row in rows)
    click.echo(
        f"{len(rows)} packs, {failed} of them failed and named. Summary: {out / 'audit.html'} and {out / 'audit.csv'}"
    )


@cli.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print them.",
)
@click.option(
    "--as-of", callback=_date, metavar="DATE", help="The day whose law applies to an undated draft (default: today)."
)
@click.option("--stage", type=click.Choice(STAGES), help="Where the tender stands (default: from its dates).")
@click.option("--password", help="Password of locked PDF files.")
@fact_options
def facts(path: Path, form: str, as_of: date | None, stage: Any, password: str | None, **options: str | None) -> None:
    """Prints what the tender at PATH says of itself, with the words that say so, and what follows from it."""
    from checker.ingest import read_pack
    from checker.pipeline import know
    from checker.report.facts_table import facts_as_json, facts_as_text

    try:
        given = given_facts(path, options)
        settings = Settings(as_of=as_of or datetime.now(UTC).date(), given=given, stage=stage, password=password)
        pack = read_pack(path, password=password)
    except CheckerError as error:
        fail(str(error))
    _, known = know(pack, settings)
    for skipped in pack.skipped:
        click.echo(f"Not read: {skipped.name}: {skipped.reason}", err=True)
    click.echo(facts_as_json(known) if form == "json" else facts_as_text(known))


@cli.group()
def rules() -> None:
    """Works with the rules."""


@rules.command("check")
@click.argument("ids", nargs=-1)
@click.option(
    "--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another folder of rules."
)
def rules_check(ids: tuple[str, ...], folder: Path | None) -> None:
    """Proves every rule (or those named) by its own examples."""
    from checker.policy import load_policy
    from checker.rulecheck import problems
    from checker.rulefile import load_rules

    try:
        known, policy = load_rules(folder), load_policy()
    except CheckerError as error:
        fail(str(error))
    wanted = [rule for rule in known if not ids or rule.id in ids]
    strangers = set(ids) - {rule.id for rule in known}
    if strangers:
        fail(f"no rule is called '{min(strangers)}'; see the files in rules/")
    bad = 0
    for rule in wanted:
        for text in problems(rule, known, policy):
            click.echo(f"{rule.id}: {text}")
            bad += 1
    click.echo(f"{len(wanted)} rules checked, {bad} problems")
    sys.exit(Exit.FOUND if bad else Exit.CLEAR)


@rules.command("explain")
@click.argument("rule_id")
def rules_explain(rule_id: str) -> None:
    """Prints what one rule flags, why, the law behind it, examples and near-misses."""
    from checker.ruledocs import page
    from checker.rulefile import load_rules

    try:
        known = load_rules()
    except CheckerError as error:
        fail(str(error))
    rule = next((rule for rule in known if rule.id == rule_id), None)
    if rule is None:
        fail(f"no rule is called '{rule_id}'; see the files in rules/")
    click.echo(page(rule))


@rules.command("docs")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs/rules"),
    show_default=True,
    help="Folder for the pages.",
)
def rules_docs(out: Path) -> None:
    """Writes a page for every rule."""
    from checker.ruledocs import write_pages
    from checker.rulefile import load_rules

    try:
        count = write_pages(load_rules(), out)
    except CheckerError as error:
        fail(str(error))
    click.echo(f"{count} pages in {out}")


def main() -> None:
    """The entry point; a polite stop (SIGTERM) ends like Ctrl-C, so that half-written files are removed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    cli(prog_name="tendercheck")
