"""Fails when the training clauses hold words of published tenders: `python -m tests.own_words FOLDER`.

FOLDER holds `eval/` with annotated tenders. A run of eight words that stands in one of them, in its quotes or its text,
must not stand in a clause of ours. Prints where in our own files it happened, and never the words: some of the tenders
must stay unread.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 8  # words
DATA = Path(__file__).parent.parent / "models" / "barrier-classifier" / "data"
Run = tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """Every run of so many words, case and punctuation aside."""
    words = re.findall(r"[a-z0-9£]+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def published(evaluation: Path) -> frozenset[Run]:
    """The runs of all annotated tenders: their quotes, and their text where it lies beside them."""
    found: set[Run] = set()
    for path in evaluation.rglob("gold/*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update(runs(json.loads(line).get("quote", "")))
    for path in evaluation.rglob("text/*.txt"):
        found.update(runs(path.read_text(encoding="utf-8")))
    return frozenset(found)


def copied(data: Path, known: frozenset[Run]) -> list[str]:
    """File and line of every clause with a run that is known."""
    places = []
    for path in sorted(data.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            if any(run in known for key in ("text", "heading", "lead", "columns") for run in runs(row[key])):
                places.append(f"{path.name}:{number}")
    return places


def main() -> int:
    known = published(Path(sys.argv[1]) / "eval")
    if not known:
        print(f"{sys.argv[1]}: no annotated tenders are there, so nothing was compared")
        return 1
    places = copied(DATA, known)
    for place in places:
        print(f"{place}: {RUN} words in a row stand in a published tender; write them in your own words")
    print(f"{len(places)} training clauses with words of a published tender")
    return 1 if places else 0


if __name__ == "__main__":
    sys.exit(main())
