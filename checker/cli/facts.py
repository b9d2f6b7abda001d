"""`tendercheck facts`: what a tender says of itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from checker.cli.common import as_date, fact_options, fail, given_facts, settings_file
from checker.domain import CheckerError
from checker.settings import STAGES, Settings, read_limits


@click.command()
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
    "--as-of", callback=as_date, metavar="DATE", help="The day whose law applies to an undated draft (default: today)."
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
        settings = Settings(
            as_of=as_of or datetime.now(UTC).date(), given=given_facts(path, options), stage=stage, password=password,
            limits=read_limits(settings_file(path)),
        )  # fmt: skip
        pack = read_pack(path, password=password, limits=settings.limits)
    except CheckerError as error:
        fail(str(error))
    _, known = know(pack, settings)
    for skipped in pack.skipped:
        click.echo(f"Not read: {skipped.name}: {skipped.reason}", err=True)
    click.echo(facts_as_json(known) if form == "json" else facts_as_text(known))
