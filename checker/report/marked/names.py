"""Names of the marked copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

_MARK = " (checked)"
_UNFIT = re.compile(r'[\\:*?"<>|\x00-\x1f]')  # not allowed in a file's name under Windows
_ENDINGS = frozenset({".docx", ".docm", ".dotx", ".dotm"})


def names_of_copies(names: Sequence[str]) -> dict[str, str]:
    """For each name within the pack that of its copy, in the same folder: "terms/sla (checked).docx".

    Fit for any system, and none like another or like a file of the pack, even where small letters and capitals count
    as one.
    """
    found: dict[str, str] = {}
    taken = {name.lower() for name in names}
    for name in names:
        count = 1
        while (copy := _copy_name(name, count)).lower() in taken:
            count += 1
        taken.add(copy.lower())
        found[name] = copy
    return found


def _copy_name(name: str, count: int) -> str:
    parts = [_UNFIT.sub("_", part).strip() for part in PurePosixPath(name).parts if part not in ("/", ".", "..")]
    last = PurePosixPath(parts[-1])
    ending = last.suffix if last.suffix.lower() in _ENDINGS else ""
    stem = last.name.removesuffix(ending) if ending else last.name
    again = f" {count}" if count > 1 else ""
    return "/".join([*parts[:-1], f"{stem}{_MARK}{again}{ending or '.docx'}"])
