"""`tendercheck plan`: one page before drafting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.cli.common import as_date, fact_options, fail, given_facts
from checker.cli.packs import today
from checker.domain import CheckerError


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tendercheck-report"),
    show_default=True,
    help="Folder for the page.",
)
@click.option("--as-of", callback=as_date, metavar="DATE", help="The day whose law applies (default: today).")
@click.option(
    "--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Your authority's own yardsticks."
)
@fact_options
def plan(out: Path, as_of: date | None, policy: Path | None, **facts: str | None) -> None:
    """Writes a one-page brief before drafting, from what is known: value, kind, kind of authority.

    Law that applies, lots, days to bid, insurance, what to ask of bidders. No document is read.
    """
    from checker.output import write_whole
    from checker.policy import load_policy
    from checker.record.plan import plan_of
    from checker.record.plan_pages import plan_html, plan_text
    from checker.rulefile import load_rules

    try:
        made = plan_of(given_facts(Path.cwd(), facts), load_rules(), load_policy(policy), as_of or today())
        write_whole(out, {"plan.html": plan_html(made)})
    except CheckerError as error:
        fail(str(error))
    click.echo(plan_text(made))
    click.echo(f"\nBrief: {out / 'plan.html'}")
