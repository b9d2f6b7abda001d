"""Scores the checker on annotated tenders and fails below the floors: `python -m tests.ratchet FOLDER`.

FOLDER holds `eval/` with documents, gold and score.py. Prints the scorer's own table for each set of floors.toml.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from datetime import date
from pathlib import Path

from checker.pipeline import check_pack
from checker.policy import load_policy
from checker.report import FORMATS
from checker.rulefile import load_rules
from checker.settings import Settings

FLOORS = Path(__file__).parent / "floors.toml"
SETS = {"gold": ".", "aside": "aside"}
LINES = {
    "recall": r"recall, medium and above\s+(\d\.\d+)",
    "precision": r"precision, all findings\s+(\d\.\d+)",
    "credits": r"credits found\s+(\d\.\d+)",
}
CEILINGS = {"decoys": r"decoys flagged \(want 0\)\s+(\d\.\d+)"}
AS_OF = date(2026, 11, 23)


def write_reports(documents: Path, reports: Path) -> None:
    """One report.json a document, named for it."""
    rules, policy = load_rules(), load_policy()
    for path in sorted(documents.iterdir()):
        report = check_pack(path, rules, policy, Settings(as_of=AS_OF))
        (reports / f"{path.stem}.json").write_bytes(FORMATS["json"](report))


def scored(evaluation: Path, name: str) -> str:
    """What the scorer prints for one set."""
    base = evaluation / SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        write_reports(base / "documents", Path(folder))
        command = [sys.executable, str(evaluation / "score.py"), "--gold", str(base / "gold"), "--reports", folder]
        command += ["--by", "theme"] if name == "gold" else []
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def below(printed: str, floors: dict[str, float]) -> list[str]:
    """The figures that miss their floor (or break their ceiling)."""
    missed = []
    for name, bound in floors.items():
        pattern = LINES.get(name) or CEILINGS[name]
        found = re.search(pattern, printed)
        figure = float(found[1]) if found else None
        if figure is None or (figure > bound if name in CEILINGS else figure < bound):
            missed.append(f"{name} is {figure} and its bound is {bound}")
    return missed


def main() -> int:
    evaluation = Path(sys.argv[1]) / "eval"
    bad = 0
    every = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for name, floors in ((name, every[name]) for name in SETS if name in every):
        printed = scored(evaluation, name)
        print(f"== {name}\n{printed}")
        for text in below(printed, floors):
            print(f"BELOW THE FLOOR ({name}): {text}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
