"""`tendercheck statement`: the record that barriers to small firms were considered."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.cli.common import as_date, fail
from checker.cli.packs import Options, checked, pack_options, today
from checker.domain import CheckerError


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tendercheck-report"),
    show_default=True,
    help="Folder for the statement.",
)
@click.option("--on", callback=as_date, metavar="DATE", help="The day that the statement bears (default: today).")
@pack_options
def statement(path: Path, options: Options, out: Path, on: date | None) -> None:
    """Writes what was decided about barriers in the tender at PATH, in Word and HTML, for the file.

    Only what someone decided is listed as considered. While a point of high weight is undecided it is a working draft.
    """
    from checker.output import write_whole
    from checker.record.statement import statement_of
    from checker.record.statement_pages import statement_html, statement_word

    try:
        made = statement_of(checked(path, options), on or today())
        name = "statement" if made.clean else "statement-draft"
        write_whole(out, {f"{name}.html": statement_html(made), f"{name}.docx": statement_word(made)})
    except CheckerError as error:
        fail(str(error))
    click.echo(made.standing)
    for warning in made.warnings:
        click.echo(warning)
    click.echo(f"Statement: {out / name}.docx and {out / name}.html")
    if not made.clean and (out / "statement.docx").exists():
        click.echo(f"Note: {out / 'statement.docx'} is from an earlier run and does not fit this draft any more.")
