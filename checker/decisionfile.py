"""`decisions.yaml` beside a pack: read with `path:line` for every mistake, written whole, kept as the user left it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import Field, field_validator, model_validator

from checker.domain import CheckerError, Choice, Decision, LotsView, Severity
from checker.yamlfile import Strict, load_yaml

HEADER = """\
# What was decided about the points of this pack. tendercheck adds to the end; you may edit it in any text editor.
# decision: accept (the text will be changed), keep (it stays, for the reason given) or reject (the point is wrong).
# role: who decided, as a role and not a name. until: the last day on which the decision counts (leave out for none).
# Of several decisions about one finding the latest counts. Write dates as 2026-05-31, and clause numbers in 'quotes'.
format: 1
"""
_LARGEST = 5_000_000  # bytes; a file of a pack is not to be trusted


class DecisionEntry(Strict):
    """One decision as it stands in the file."""

    finding: str = Field(min_length=1)
    decision: Choice
    reason: str = ""
    role: str = Field(min_length=1)
    on: date = Field(alias="date")  # "on" alone is a truth value in YAML
    until: date | None = None
    rule: str = ""
    document: str = ""
    clause: str | None = None
    severity: Severity = "info"
    point: str = ""
    quote: str = ""
    also: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()

    @field_validator("on", "until", mode="before")
    @classmethod
    def _day(cls, value: Any) -> Any:
        if value is not None and type(value) is not date:
            raise ValueError("write the day as YYYY-MM-DD, such as 2026-05-31")
        return value

    @model_validator(mode="after")
    def _has_reason(self) -> Self:
        if self.decision == "keep" and not self.reason.strip():
            raise ValueError("'keep' needs a reason: say why the text stays as it is")
        if self.until is not None and self.until < self.on:
            raise ValueError("'until' is before 'date'")
        return self


class LotsEntry(Strict):
    reason: str = Field(min_length=1)
    role: str = Field(min_length=1)
    on: date = Field(alias="date")


class DecisionFile(Strict):
    format: Literal[1]
    lots: LotsEntry | None = None
    decisions: tuple[DecisionEntry, ...] = ()

    @field_validator("decisions", mode="before")
    @classmethod
    def _none_yet(cls, value: Any) -> Any:
        return value or ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What stands in a file of decisions."""

    decisions: tuple[Decision, ...] = ()
    lots: LotsView | None = None


def decisions_path(pack: Path) -> Path:
    """`decisions.yaml` in the pack's folder, or `FILE.decisions.yaml` beside a single file."""
    return pack / "decisions.yaml" if pack.is_dir() else pack.with_name(pack.name + ".decisions.yaml")


def read_decisions(path: Path) -> Record:
    """What was decided, in the order of the file; nothing when there is no file. CheckerError with `path:line`."""
    if not path.exists():
        return Record()
    file = _checked(path)
    lots = LotsView(**file.lots.model_dump()) if file.lots else None
    return Record(decisions=tuple(as_decision(entry) for entry in file.decisions), lots=lots)


def as_decision(entry: DecisionEntry) -> Decision:
    """The entry as a value of the domain."""
    return Decision(**{field.name: getattr(entry, field.name) for field in fields(Decision)})


def as_entry(decision: Decision) -> dict[str, Any]:
    """The decision as plain values in the order in which a reader wants them; what is empty is left out."""
    values = {field.alias or name: getattr(decision, name) for name, field in DecisionEntry.model_fields.items()}
    lists = {name: list(value) for name, value in values.items() if isinstance(value, tuple)}
    return {name: value for name, value in (values | lists).items() if value not in ("", None, [])}


def add_decisions(path: Path, decisions: Sequence[Decision] = (), lots: LotsView | None = None) -> None:
    """Adds to the file as it now stands on disk; comments and edits stay. All is written or nothing; CheckerError."""
    text = path.read_text(encoding="utf-8") if path.exists() else HEADER + "decisions:\n"
    before = read_decisions(path)
    whole = Record(decisions=(*before.decisions, *decisions), lots=lots or before.lots)
    added = text.rstrip("\n") + "\n" + _entries(decisions)
    # Written by another hand, the list may not be the last thing in the file, or stand in another style.
    write_text(path, added if lots is None and _holds(added, whole) else _written(whole))


def _entries(decisions: Sequence[Decision]) -> str:
    return _dumped([as_entry(decision) for decision in decisions]) if decisions else ""


def _written(record: Record) -> str:
    view = record.lots
    lots = {"lots": {"reason": view.reason, "role": view.role, "date": view.on}} if view else None
    return HEADER + (_dumped(lots) if lots else "") + "decisions:\n" + _entries(record.decisions)


class _Dumper(yaml.SafeDumper):
    """Text with a line end that only Unicode knows is written in double quotes, where it is escaped and kept."""


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if any(mark in text for mark in "\x85\u2028\u2029") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _as_text)


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def _holds(text: str, whole: Record) -> bool:
    try:
        content = yaml.safe_load(text)
        entries = DecisionFile.model_validate(content).decisions
    except (ValueError, yaml.YAMLError, RecursionError):
        return False
    return tuple(as_decision(entry) for entry in entries) == whole.decisions


def _checked(path: Path) -> DecisionFile:
    try:
        if path.stat().st_size > _LARGEST:
            raise CheckerError(f"{path}: is larger than {_LARGEST // 1_000_000} MB; take out decisions of old packs")
        return load_yaml(DecisionFile, path)
    except OSError as error:
        raise CheckerError(f"{path}: cannot be read: {error}") from None
    except RecursionError:
        raise CheckerError(f"{path}: is nested too deeply to be read") from None


def write_text(path: Path, text: str) -> None:
    """Writes the file whole: it is as it was until the new text is complete. CheckerError when it cannot."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CheckerError(f"{path}: could not be written ({why}); nothing was changed.") from None
    finally:
        part.unlink(missing_ok=True)
