"""Names of files: shown without tricks, and those that belong to a system and not to a tender."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

OWN_FILES = frozenset({"tendercheck.toml", "expected.yaml", "decisions.yaml"})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})  # .DS_Store is hidden anyway
_SYSTEM_FOLDER = "__MACOSX"
_LONGEST = 150  # characters of one part of a name


def shown(name: str) -> str:
    """A name with what cannot be shown (control, direction and undecodable characters) as visible codes."""
    return "".join(
        f"\\u{ord(character):04x}" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character
        for character in name
    )


def inner_name(name: str) -> str:
    """The name of a file inside an archive or e-mail, as data only: no drive, no root, no way up, nothing hidden."""
    parts = [part.strip() for part in name.replace("\\", "/").split("/")]
    kept = [_short(shown(part)) for part in parts if part not in ("", ".", "..")]
    return "/".join(kept) or "file without a name"


def is_passed_over(name: str) -> bool:
    """Hidden files, locks of open documents, what systems leave behind, and the checker's own settings."""
    own = name in OWN_FILES or name.endswith(".decisions.yaml")
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES or own


def is_passed_over_inside(name: str) -> bool:
    """The same for a name with folders, as archives have them."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return any(is_passed_over(part) or part == _SYSTEM_FOLDER for part in parts)


def unlike(name: str, taken: set[str]) -> str:
    """The name, with a number before its ending where another has it already; then it is taken too."""
    path = PurePosixPath(name)
    free, number = name, 1
    while free in taken:
        number += 1
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    taken.add(free)
    return free


def _short(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    ending = PurePosixPath(part).suffix[:10]
    return part[: _LONGEST - len(ending) - 1] + "…" + ending
