"""What the commands share: exit status, one-sentence failures, options for dates and facts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn

import click

from checker.domain import CheckerError, FactValue
from checker.settings import FACTS, fact_from_text, read_settings_file


class Exit(IntEnum):
    """What the command's exit status says."""

    CLEAR = 0  # nothing at or above --fail-on
    FOUND = 1  # findings at or above --fail-on
    USAGE = 2  # a wrong option, rule, policy or setting
    UNREAD = 3  # something was not read, under --strict


def fail(message: str) -> NoReturn:
    """Ends the command with one clear sentence."""
    click.echo(f"tendercheck: {message}", err=True)
    sys.exit(Exit.USAGE)


def as_date(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date; write YYYY-MM-DD, such as 2026-05-05") from None


def fact_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds an option for every fact."""
    for name, form in reversed(FACTS.items()):
        option = "--" + name.replace("_", "-")
        command = click.option(
            option,
            f"fact_{name}",
            metavar=form.upper(),
            help=f"The tender's {name.replace('_', ' ')}, if you know it better.",
        )(command)
    return command


def settings_file(path: Path) -> Path:
    """Where the `tendercheck.toml` of a pack would lie: in its folder, or beside the single file."""
    return (path if path.is_dir() else path.parent) / "tendercheck.toml"


def given_facts(path: Path, options: dict[str, str | None]) -> tuple[tuple[str, FactValue], ...]:
    """Facts of `tendercheck.toml` beside the pack with those of the command line laid over them."""
    facts = read_settings_file(settings_file(path))
    for option, text in options.items():
        if text is not None:
            name = option.removeprefix("fact_")
            try:
                facts[name] = fact_from_text(name, text)
            except CheckerError as error:
                raise CheckerError(f"--{name.replace('_', '-')}: {error}") from None
    return tuple(facts.items())
