"""How many findings get words to use: `python -m tests.rewrite_score REPORT.json ...` (or folders of them).

Counts findings of medium weight and above. A finding counts as served with a checked text (replace, delete, insert)
or with a question that names words of its clause, or a fact or the title of the tender where it has no clause.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.words import spoken

GRAVE = ("critical", "high", "medium")
_RUN = 3  # words of the clause in a row, one of them a telling one
_TELLING = 5  # letters


def reports(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The reports at these paths; a folder gives every report.json in it."""
    for path in paths:
        for file in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
            yield json.loads(file.read_text(encoding="utf-8"))


def served(finding: dict[str, Any], facts: list[dict[str, Any]]) -> str | None:
    """The kind of words that a finding got; None where there are none, or only a question that fits any clause."""
    rewrite = finding.get("rewrite")
    if rewrite is None or not rewrite["checked"]:
        return None
    if rewrite["kind"] != "ask" or names(rewrite["text"], finding, facts):
        return str(rewrite["kind"])
    return None


def names(question: str, finding: dict[str, Any], facts: list[dict[str, Any]]) -> bool:
    """Whether a question names words of the clause or a fact of the tender."""
    said = f" {' '.join(_words(question))} "
    quotes = [finding["quote"], *(place["quote"] for place in finding["places"])]
    for words in map(_words, quotes):
        run = min(_RUN, len(words))
        for part in (words[index : index + run] for index in range(len(words) - run + 1)):
            if part and any(len(word) >= _TELLING for word in part) and f" {' '.join(part)} " in said:
                return True
    spoken_facts = (spoken(fact["name"], fact["value"]) for fact in facts)  # dates as a reader sees them
    stated = (f" {' '.join(_words(value))} " for value in spoken_facts if len(value) >= _TELLING)
    return any(value in said for value in stated)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def main() -> int:
    kinds: Counter[str] = Counter()
    for report in reports(map(Path, sys.argv[1:])):
        grave = [finding for finding in report["findings"] if finding["severity"] in GRAVE]
        kinds.update(served(finding, report["facts"]) or "none" for finding in grave)
    total = sum(kinds.values())
    if not total:
        print("No findings of medium weight or above in these reports.")
        return 1
    for kind, count in sorted(kinds.items()):
        print(f"{kind:10}{count:5}")
    print(f"{'served':10}{1 - kinds['none'] / total:8.3f}  (of {total})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
