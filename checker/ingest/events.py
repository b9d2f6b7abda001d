"""What a reader says while it reads, one step at a time, and the same as text between two processes.

Messages are JSON and become values of the types listed here and no others: a reader that a hostile file has taken over
can send wrong words, but it cannot make the receiver run anything.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from typing import Any

from checker.domain import Access, Block, Document, Gap, Ledger, Location, SkipKind, Skipped
from checker.ingest.pdf_document import WHOLE, At, Forms, Opened, PageGroup, Part, PdfEvent
from checker.ingest.pdf_drafts import Draft
from checker.ingest.pdf_struck import Struck


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A document begins: a file of the pack, or one inside it; the time allowed runs from here."""

    name: str
    kind: str  # as kinds.kind_of says


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Some blocks of the document that follows, in order."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The document that was begun is complete; None where its text came as pages."""

    document: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that gives no text, and why."""

    skipped: Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The reader failed, but is still able to say so; `reason` is the type of its error."""

    kind: SkipKind
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Where to go on in a file after a break."""

    done: tuple[str, ...] = ()  # names of the documents in it that are read or refused
    broken: tuple[str, ...] = ()  # of these, the ones that stopped a reader: not to be opened again
    name: str = ""  # the document at work
    part: Part = WHOLE  # what to read of it


Event = Begun | Blocks | Finished | Refused | Broken | PdfEvent
_TYPES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        Access, At, Begun, Block, Blocks, Broken, Document, Draft, Finished, Forms, Gap, Ledger, Location, Opened,
        PageGroup, Refused, Skipped, Struck,
    )
}  # fmt: skip
_FIELDS = {kind: [(field.name, field.default) for field in fields(kind)] for kind in _TYPES.values()}
_TYPE = "="  # the key that names a value's type; no field is called so


def encode(event: Event) -> bytes:
    """One event as JSON; fields that hold their default are left out."""
    return json.dumps(event, default=_as_dict, separators=(",", ":")).encode("ascii")


def decode(message: bytes) -> Any:
    """The event of a message. Raises ValueError, KeyError or TypeError when it is none."""
    return json.loads(message, object_hook=_as_value)


def _as_dict(value: Any) -> dict[str, Any]:
    content: dict[str, Any] = {_TYPE: type(value).__name__}
    for name, default in _FIELDS[type(value)]:
        held = getattr(value, name)
        if default is MISSING or held != default:
            content[name] = held
    return content


def _as_value(content: dict[str, Any]) -> Any:
    kind = _TYPES[content.pop(_TYPE)]
    for name, held in content.items():
        if type(held) is list:
            content[name] = _as_tuple(held)
    return kind(**content)


def _as_tuple(held: list[Any]) -> tuple[Any, ...]:
    return tuple(_as_tuple(item) if type(item) is list else item for item in held)
