"""What the commands on a checked pack share: their options, what stands beside the pack, and the report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli.common import as_date, given_facts, settings_file
from checker.settings import STAGES, Settings, Stage, read_limits

if TYPE_CHECKING:
    from checker.decisionfile import Record
    from checker.domain import Report, StandingTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The shared options as given."""

    as_of: date | None
    stage: Stage | None
    policy: Path | None
    password: str | None
    templates: Path | None


def templates_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --templates."""
    return click.option(
        "--templates",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of registered standing templates (default: your own, see 'tendercheck template list').",
    )(command)


def pack_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds what a check of the pack needs; the function gets them as one `Options` named `options`."""

    def with_options(
        *arguments: Any, as_of: date | None, stage: Any, policy: Path | None, password: str | None,
        templates: Path | None, **others: Any,
    ) -> Any:  # fmt: skip
        options = Options(as_of=as_of, stage=stage, policy=policy, password=password, templates=templates)
        return command(*arguments, options=options, **others)

    with_options.__name__, with_options.__doc__ = command.__name__, command.__doc__
    with_options.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    found: Callable[..., Any] = templates_option(with_options)
    found = click.option("--password", help="Password of locked PDF files.")(found)
    found = click.option(
        "--policy",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Your authority's own yardsticks.",
    )(found)
    found = click.option(
        "--stage", type=click.Choice(STAGES), help="Where the tender stands (default: from its dates)."
    )(found)
    return click.option(
        "--as-of", callback=as_date, metavar="DATE",
        help="The day of the check: law of an undated draft, last days of decisions (default: today).",
    )(found)  # fmt: skip


def today() -> date:
    """The day of the clock; only the command line asks for it."""
    return datetime.now(UTC).date()


def templates_folder(given: Path | None) -> Path:
    """The folder of standing templates: the given one, else the user's own for application data."""
    return given or Path(click.get_app_dir("tendercheck")) / "templates"


def registered(given: Path | None) -> tuple[StandingTemplate, ...]:
    """The registered templates; none when nothing was ever registered. CheckerError for a folder that is not there."""
    from checker.domain import CheckerError
    from checker.templatefile import read_templates

    if given is not None and not given.is_dir():
        raise CheckerError(f"--templates: there is no folder {given}; register a template first, or leave it out")
    return read_templates(templates_folder(given))


def recorded(path: Path) -> Record:
    """What stands in the file of decisions beside the pack; CheckerError with `path:line`."""
    from checker.decisionfile import decisions_path, read_decisions

    return read_decisions(decisions_path(path))


def settings_of(path: Path, options: Options, *, templates: bool = True) -> Settings:
    """The settings of a check with what stands beside the pack: facts, limits, decisions."""
    record = recorded(path)
    return Settings(
        as_of=options.as_of or today(),
        given=given_facts(path, {}),
        stage=options.stage,
        password=options.password,
        limits=read_limits(settings_file(path)),
        decisions=record.decisions,
        lots=record.lots,
        templates=registered(options.templates) if templates else (),
    )


def checked(path: Path, options: Options, *, templates: bool = True) -> Report:
    """The report on a pack, with its decisions; progress goes to the terminal's error side."""
    import sys

    from checker.pipeline import check_pack
    from checker.policy import load_policy
    from checker.rulefile import load_rules

    settings = settings_of(path, options, templates=templates)
    show = (lambda text: click.echo(text, err=True)) if sys.stderr.isatty() else (lambda _: None)
    return check_pack(path, load_rules(), load_policy(options.policy), settings, show)
