"""tendercheck: which parts of a draft tender shut small firms out, why, what the law says, what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.domain import Report as Report
    from checker.pipeline import check_pack as check_pack
    from checker.rulefile import load_rules as load_rules

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "check_pack", "load_rules"]

_HOMES = {"check_pack": "checker.pipeline", "load_rules": "checker.rulefile", "Report": "checker.domain"}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that `tendercheck --help` answers at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
