"""`tendercheck template`: an authority's own standard documents, registered once."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import click

from checker.cli.common import as_date, fail
from checker.cli.packs import Options, checked, pack_options, registered, templates_folder, templates_option, today
from checker.domain import CheckerError


@click.group()
def template() -> None:
    """Registers standard documents, so that their known points fold into one line in every draft."""


@template.command("add")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--owner", required=True, help="Who can change it, as a role: Legal, Corporate procurement.")
@click.option("--name", help="What it is called (default: the file's name).")
@click.option("--version", help="Its version, such as v7 (default: the beginning of its fingerprint).")
@click.option("--added", callback=as_date, metavar="DATE", help="The day of registering (default: today).")
@pack_options
def template_add(
    path: Path, options: Options, owner: str, name: str | None, version: str | None, added: date | None
) -> None:
    """Registers the standard document at PATH, with the decisions that stand in PATH.decisions.yaml beside it.

    Its text is not copied: only hashes of its clauses are kept.
    """
    from checker.decisionfile import decisions_path, read_decisions
    from checker.standing import template_of
    from checker.templatefile import save_template

    folder = templates_folder(options.templates)
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        report = checked(path, options, templates=False)
        if not report.clauses:
            raise CheckerError(f"{path}: no text could be read, so there is nothing to register")
        made = template_of(
            report.clauses, report.verdicts, read_decisions(decisions_path(path)).decisions, name=name or path.stem,
            version=version if version is not None else digest[:8], owner=owner, added=added or today(),
            file=path.name, digest=digest,
        )  # fmt: skip
        saved = save_template(folder, made)
    except CheckerError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{path}: cannot be read ({error.strerror})")
    click.echo(
        f"Registered {made.label}, owner {made.owner}: {len(made.clauses)} clauses, {len(report.verdicts)} points, "
        f"{len(made.decisions)} decisions, in {saved}"
    )


@template.command("list")
@templates_option
def template_list(templates: Path | None) -> None:
    """Lists the registered templates."""
    try:
        known = registered(templates)
    except CheckerError as error:
        fail(str(error))
    from checker.words import day

    for one in known:
        click.echo(
            f"{one.label}: owner {one.owner}, registered {day(one.added)} from {one.file}, {len(one.clauses)} clauses, "
            f"{len(one.decisions)} decisions"
        )
    click.echo(f"{len(known)} registered in {templates_folder(templates)}")


@template.command("remove")
@click.argument("label")
@templates_option
def template_remove(label: str, templates: Path | None) -> None:
    """Takes the template called LABEL out of the register; the document itself stays where it is."""
    from checker.templatefile import remove_template

    try:
        registered(templates)
        gone = remove_template(templates_folder(templates), label)
    except CheckerError as error:
        fail(str(error))
    click.echo(f"Removed {gone.label}, owner {gone.owner}")
