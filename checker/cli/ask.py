"""`tendercheck ask`: one message for each person who can change something."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.cli.common import as_date, fail
from checker.cli.packs import Options, checked, pack_options
from checker.domain import SEVERITIES, CheckerError, Severity


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tendercheck-report"),
    show_default=True,
    help="Folder for the messages.",
)
@click.option(
    "--reply-by", callback=as_date, metavar="DATE", help="Day to reply by (default: from the tender's dates)."
)
@click.option(
    "--severity", type=click.Choice(SEVERITIES), default="medium", show_default=True, help="Ask about these and worse."
)
@pack_options
def ask(path: Path, options: Options, out: Path, reply_by: date | None, severity: Severity) -> None:
    """Writes a message for legal, insurance, finance, HR, IT and the client about the points that they can decide.

    Plain text, to paste into an e-mail. Nothing is sent.
    """
    from checker.output import write_whole
    from checker.record.ask import file_of, messages
    from checker.record.ask import reply_by as worked_out

    try:
        report = checked(path, options)
        due = reply_by or worked_out(report.facts, report.as_of, report.stage)
        found = messages(report, reply_by=due, least=severity)
        if found:
            write_whole(out, dict(file_of(message) for message in found))
    except CheckerError as error:
        fail(str(error))
    for fold in report.folded:
        click.echo(f"{fold.line}: not asked again.")
    for message in found:
        click.echo(f"--- {out / file_of(message)[0]}\nSubject: {message.subject}\n\n{message.text}")
    click.echo(f"{len(found)} messages in {out}" if found else "No undecided point of this weight needs anyone else.")
    if found and due is None:
        click.echo("The tender's dates do not tell by when a reply is needed: fill in [date], or use --reply-by.")
