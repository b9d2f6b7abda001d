"""The labelled clauses, read and checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checker.domain import CheckerError
from checker.model import Passage

HARDS = frozenset(
    {
        "denied", "authority-duty", "definition", "proportionate", "optional", "statutory", "other-sense",
        "template", "quoted-law", "plain",
    }
)  # fmt: skip
_KEYS = (
    "text", "label", "hard", "form", "heading", "lead", "columns", "register", "contract", "document", "period",
    "batch",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled clause or table row. `hard` says why a harmless one is tempting; `batch` who wrote it and where."""

    passage: Passage
    label: str
    hard: str | None
    register: str
    batch: str


def load_labels(place: Path) -> tuple[str, ...]:
    """The labels of `labels.yaml`, in its order."""
    known = yaml.safe_load((place / "labels.yaml").read_text(encoding="utf-8"))
    return tuple(known["labels"])


def load_rows(place: Path) -> tuple[Row, ...]:
    """Every row below `place`/data, by file and line; CheckerError names the line that cannot be used."""
    labels = frozenset(load_labels(place))
    rows = [
        _row(line, f"{path}:{number}", labels)
        for path in sorted((place / "data").glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]
    if not rows:
        raise CheckerError(f"{place / 'data'}: no labelled clauses are there")
    return tuple(rows)


def digest_of(place: Path) -> str:
    """A hash of the labels and of all labelled clauses."""
    digest = hashlib.sha256((place / "labels.yaml").read_bytes())
    for path in sorted((place / "data").glob("*.jsonl")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _row(line: str, where: str, labels: frozenset[str]) -> Row:
    try:
        raw: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise CheckerError(f"{where}: not a JSON object ({error})") from None
    if tuple(raw) != _KEYS:
        raise CheckerError(f"{where}: the keys must be {', '.join(_KEYS)}")
    if raw["label"] not in labels:
        raise CheckerError(f"{where}: unknown label '{raw['label']}'; see labels.yaml")
    if (raw["label"] == "none") != (raw["hard"] in HARDS):
        raise CheckerError(f"{where}: a harmless row says why it is tempting in 'hard', and only it does")
    above = " ".join(part for part in (raw["heading"], raw["lead"], raw["columns"]) if part)
    return Row(
        passage=Passage(raw["text"], above),
        label=raw["label"], hard=raw["hard"], register=raw["register"], batch=raw["batch"],
    )  # fmt: skip
