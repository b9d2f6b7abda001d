"""`tendercheck evaluate`: rules alone, model alone and both on sample tenders and on annotated ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from checker.cli.common import as_date, fail
from checker.domain import CheckerError


@click.command()
@click.option(
    "--eval",
    "evaluation",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of annotated tenders: documents, gold and score.py, which is run.",
)
@click.option(
    "--samples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of sample tenders (default: those of the checkout).",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("tendercheck-evaluation"),
    show_default=True,
    help="Folder for the page.",
)
@click.option(
    "--as-of", callback=as_date, metavar="DATE", help="The day whose law applies to undated packs (default: today)."
)
def evaluate(evaluation: Path | None, samples: Path | None, out: Path, as_of: date | None) -> None:
    """Measures rules alone, the wording model alone and both, and writes one page. No words of a tender are shown."""
    from checker.evaluate import as_html, as_text
    from checker.evaluate import evaluate as run
    from checker.output import write_whole

    try:
        made = run(
            samples or _samples(),
            evaluation,
            as_of or datetime.now(UTC).date(),
            lambda text: click.echo(text, err=True),
        )
        write_whole(out, {"evaluation.html": as_html(made)})
    except CheckerError as error:
        fail(str(error))
    click.echo(as_text(made))
    click.echo(f"Page: {out / 'evaluation.html'}")


def _samples() -> Path:
    from checker.resources import folder

    try:
        return folder("sample_tenders")
    except CheckerError:
        raise CheckerError(
            "the sample tenders come with a checkout, not with the package: name them with --samples"
        ) from None
