"""The command `tendercheck`: the only part that prints. Heavy modules are imported when a command needs them."""

from __future__ import annotations

import signal
import sys

import click

from checker import __version__
from checker.cli.ask import ask
from checker.cli.audit import audit
from checker.cli.check import check
from checker.cli.common import Exit
from checker.cli.compare import compare_drafts
from checker.cli.decide import decide
from checker.cli.evaluate import evaluate
from checker.cli.facts import facts
from checker.cli.plan import plan
from checker.cli.rules import rules
from checker.cli.statement import statement
from checker.cli.template import template
from checker.cli.train import train

__all__ = ["Exit", "cli", "main"]

COMMANDS: tuple[click.Command, ...] = (
    plan, check, decide, ask, compare_drafts, statement, template, facts, audit, rules, train,
    evaluate,
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tendercheck")
def cli() -> None:
    """Tells a public buyer, before publishing, which parts of a draft tender shut small firms out, why, what the law
    says, and what to write instead. It flags and explains; people decide. Nothing leaves this computer."""


for _command in COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """The entry point; a polite stop (SIGTERM) ends like Ctrl-C, so that half-written files are removed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    cli(prog_name="tendercheck")
