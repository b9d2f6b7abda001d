"""The folder of registered standing templates: one readable YAML file each, written whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from checker.decisionfile import DecisionEntry, as_decision, as_entry, write_text
from checker.domain import CheckerError, StandingTemplate
from checker.yamlfile import Strict, load_yaml

_HEADER = "# A standing template registered with `tendercheck template add`. Its text is kept only as hashes.\n"
_ENDING = ".template.yaml"


class TemplateFile(Strict):
    """One registered template as it stands in its file."""

    format: Literal[1]
    name: str = Field(min_length=1)
    version: str = ""
    owner: str = Field(min_length=1)
    added: date
    file: str
    digest: str
    decisions: tuple[DecisionEntry, ...] = ()
    points: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()


def read_templates(folder: Path) -> tuple[StandingTemplate, ...]:
    """The registered templates by label; none when there is no folder. CheckerError with `path:line`."""
    found = [template for _, template in _all(folder)]
    labels = [template.label for template in found]
    double = next((label for label in labels if labels.count(label) > 1), None)
    if double is not None:
        raise CheckerError(f"{folder}: two files are called '{double}'; give one another version or take it out")
    return tuple(sorted(found, key=lambda template: template.label))


def save_template(folder: Path, template: StandingTemplate) -> Path:
    """Writes the template, in place of one with the same name and version; gives the file. CheckerError."""
    path = folder / _file_name(template)
    text = _HEADER + yaml.safe_dump(_plain(template), allow_unicode=True, sort_keys=False, width=110)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CheckerError(f"{folder}: the folder cannot be made ({error.strerror}); choose another one.") from None
    write_text(path, text)
    return path


def remove_template(folder: Path, label: str) -> StandingTemplate:
    """Takes a template out of the folder and gives it; CheckerError that lists those there are."""
    here = {template.label: path for path, template in _all(folder)}
    template = find_template(read_templates(folder), label)
    try:
        here[template.label].unlink()
    except OSError as error:
        raise CheckerError(f"{here[template.label]}: cannot be removed ({error.strerror})") from None
    return template


def find_template(templates: Sequence[StandingTemplate], label: str) -> StandingTemplate:
    """The template of that name and version, or of that name when there is one version; CheckerError."""
    hits = [t for t in templates if t.label == label] or [t for t in templates if t.name == label]
    if len(hits) == 1:
        return hits[0]
    known = ", ".join(f"'{t.label}'" for t in templates) or "none is registered"
    raise CheckerError(f"{'several templates are' if hits else 'no template is'} called '{label}'; known: {known}")


def _all(folder: Path) -> list[tuple[Path, StandingTemplate]]:
    return [(path, _read(path)) for path in sorted(folder.glob(f"*{_ENDING}"))] if folder.is_dir() else []


def _read(path: Path) -> StandingTemplate:
    file = load_yaml(TemplateFile, path)
    return StandingTemplate(
        name=file.name, version=file.version, owner=file.owner, added=file.added, file=file.file, digest=file.digest,
        clauses=frozenset(file.clauses), points=frozenset(file.points),
        decisions=tuple(as_decision(entry) for entry in file.decisions),
    )  # fmt: skip


def _plain(template: StandingTemplate) -> dict[str, object]:
    values: dict[str, object] = {field.name: getattr(template, field.name) for field in fields(StandingTemplate)}
    lists: dict[str, object] = {
        "decisions": [as_entry(decision) for decision in template.decisions],
        "points": sorted(template.points),
        "clauses": sorted(template.clauses),
    }
    both = {"format": 1} | values | lists
    return {name: both[name] for name in TemplateFile.model_fields}


def _file_name(template: StandingTemplate) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", template.label.lower()).strip("-")[:80]
    key = hashlib.sha256(template.label.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug}-{key}{_ENDING}".lstrip("-")
