"""Many packs: checks each, keeps its report, and writes one summary page and one CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.audit.summary import as_csv, as_html
from checker.decisionfile import decisions_path, read_decisions
from checker.domain import CheckerError, Report
from checker.output import write_whole
from checker.pipeline import check_pack
from checker.policy import Policy, load_policy
from checker.report import FILES, FORMATS
from checker.rulefile import RuleSet, load_rules
from checker.settings import Settings, read_limits, read_settings_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One pack in the summary: its report's counts, or why it failed."""

    pack: str
    folder: str  # of its report, relative to the audit's
    report: Report | None
    failed: str | None = None


def packs_in(folder: Path, out: Path) -> Iterator[Path]:
    """Every pack below a folder: each sub-folder is one, and each file that lies in the folder itself."""
    for path in sorted(folder.iterdir()):
        if (
            not path.name.startswith((".", "~$"))
            and path.resolve() != out.resolve()
            and path.name != "tendercheck.toml"
            and not path.name.endswith("decisions.yaml")
        ):
            yield path


def audit_folder(
    folder: Path, out: Path, as_of: date, made: str | None, policy_file: Path | None, progress: Callable[[str], None]
) -> tuple[Row, ...]:
    """Checks every pack below `folder` and writes the reports, `audit.html` and `audit.csv` into `out`.

    A pack that fails is named and passed over.
    """
    rules, policy = load_rules(), load_policy(policy_file)
    rows: list[Row] = []
    for path in packs_in(folder, out):
        progress(f"Checking {path.name}")
        rows.append(_row(path, out, rules, policy, as_of, made))
    if not rows:
        raise CheckerError(f"{folder} holds no packs; put each tender in a folder of its own below it.")
    write_whole(out, {"audit.html": as_html(rows, made).encode(), "audit.csv": as_csv(rows).encode("utf-8-sig")})
    return tuple(rows)


def _row(path: Path, out: Path, rules: RuleSet, policy: Policy, as_of: date, made: str | None) -> Row:
    name = path.name
    try:
        file = path / "tendercheck.toml"  # that of a single file would be the audit's own
        given = tuple(read_settings_file(file).items())
        record = read_decisions(decisions_path(path))
        settings = Settings(
            as_of=as_of, made=made, given=given, limits=read_limits(file), decisions=record.decisions, lots=record.lots
        )
        report = check_pack(path, rules, policy, settings)
        write_whole(out / name, {FILES[form]: FORMATS[form](report) for form in ("html", "json")})
    except CheckerError as error:
        return Row(pack=name, folder=name, report=None, failed=str(error))
    except Exception as error:  # one pack's fault must not stop the others; it is named in the summary
        return Row(pack=name, folder=name, report=None, failed=f"the checker failed on it ({type(error).__name__})")
    return Row(pack=name, folder=name, report=report)
