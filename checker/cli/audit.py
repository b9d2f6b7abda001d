"""`tendercheck audit`: many packs, one summary."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from checker.cli.common import as_date, fail
from checker.domain import CheckerError


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("tendercheck-audit"),
    show_default=True,
    help="Folder for the reports and the summary.",
)
@click.option(
    "--as-of", callback=as_date, metavar="DATE", help="The day whose law applies to undated packs (default: today)."
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
