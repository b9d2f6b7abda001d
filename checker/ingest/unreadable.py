"""The one error a reader raises for a file it cannot read at all."""

from __future__ import annotations

from checker.domain import SkipKind


class Unreadable(Exception):  # noqa: N818 - it names the state of the file, as Skipped does  # noqa: N818 - it says what the file is, as Skipped does
    """A file that gives no text; `reason` is one sentence: what happened and what to do."""

    def __init__(self, kind: SkipKind, reason: str) -> None:
        super().__init__(reason)
        self.kind: SkipKind = kind
        self.reason = reason
