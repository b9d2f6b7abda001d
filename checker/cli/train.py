"""`tendercheck train`: makes the wording model from the labelled clauses."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.common import fail
from checker.domain import CheckerError


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with labels.yaml and data/ (default: the one that comes with tendercheck).",
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the model (default: the same folder)."
)
def train(data: Path | None, out: Path | None) -> None:
    """Trains the wording model on labelled clauses: a few minutes on two cores. Needs the `train` extra."""
    from checker.resources import folder

    try:
        from checker.train import train as run
    except ImportError:
        fail(
            "training needs scikit-learn: install tendercheck with its `train` extra (pip install 'tendercheck[train]')"
        )
    try:
        place = data or folder("models") / "barrier-classifier"
        trained = run(place, out or place, lambda text: click.echo(text, err=True))
    except CheckerError as error:
        fail(str(error))
    for score in trained.scores:
        click.echo(
            f"{score.split}: macro F1 {score.macro_f1:.2f}, macro average precision {score.macro_ap:.2f}, "
            f"calibration error {score.calibration_error:.3f}"
        )
