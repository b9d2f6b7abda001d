"""`tendercheck rules`: proof, explanation and pages of the rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.cli.common import Exit, fail
from checker.domain import CheckerError


@click.group()
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
