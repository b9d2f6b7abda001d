"""`tendercheck compare`: two drafts of one tender beside each other."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.common import fail
from checker.cli.packs import Options, checked, pack_options
from checker.domain import CheckerError


@click.command("compare")
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tendercheck-report"),
    show_default=True,
    help="Folder for the page.",
)
@pack_options
def compare_drafts(old: Path, new: Path, options: Options, out: Path) -> None:
    """Compares the drafts at OLD and NEW: points fixed, new, changed and still there."""
    from checker.compare import compare
    from checker.output import write_whole
    from checker.record.comparison import comparison_html, comparison_text

    try:
        found = compare(checked(old, options), checked(new, options))
        write_whole(out, {"compare.html": comparison_html(found)})
    except CheckerError as error:
        fail(str(error))
    click.echo(comparison_text(found))
    click.echo(f"Comparison: {out / 'compare.html'}")
