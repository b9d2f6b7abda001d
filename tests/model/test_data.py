"""The labelled clauses that the wording model learns from: enough of each, varied, and no copies of each other."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.train.data import HARDS, load_labels, load_rows

PLACE = Path(__file__).parents[2] / "models" / "barrier-classifier"
REGISTERS = {
    "council", "parish", "nhs", "university", "police", "housing-association", "central-government", "construction",
    "social-care",
}  # fmt: skip
FORMS = {"sentence", "item", "row", "question", "form"}
PERIODS = {"older", "pcr15", "pa23"}
MOST_SHARED = 0.6  # of the smaller one's trigrams
FEWEST_WORDS = 5


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(
        {**json.loads(line), "where": f"{path.name}:{number}"}
        for path in sorted((PLACE / "data").glob("*.jsonl"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    )


def trigrams(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9£]+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= FEWEST_WORDS else frozenset()


def near_copies(texts: list[str]) -> list[tuple[int, int]]:
    """Pairs that share more than the allowed part of the smaller one's trigrams."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    found = []
    for index, text in enumerate(texts):
        own = trigrams(text)
        shared = Counter(other for trigram in own for other in holders[trigram])
        found += [
            (other, index) for other, count in shared.items() if count > MOST_SHARED * min(sizes[other], len(own))
        ]
        sizes.append(len(own))
        for trigram in own:
            holders[trigram].append(index)
    return found


def test_every_row_can_be_read() -> None:
    assert len(load_rows(PLACE)) == len(rows())


def test_every_label_has_enough_rows() -> None:
    counts = Counter(row["label"] for row in rows())
    few = {label: counts[label] for label in load_labels(PLACE) if counts[label] < 120}
    assert few == {}


def test_there_are_enough_rows_batches_and_registers() -> None:
    assert len(rows()) >= 8_000
    assert len({row["batch"] for row in rows()}) >= 40
    assert {row["register"] for row in rows()} >= REGISTERS


def test_there_are_enough_harmless_ones_on_the_same_topics() -> None:
    assert sum(row["hard"] not in (None, "plain") for row in rows()) >= 3_000
    assert {row["hard"] for row in rows()} == {None, *HARDS}


def test_a_batch_is_one_file_and_one_register() -> None:
    for row in rows():
        assert row["where"].startswith(f"{row['batch']}.jsonl:")
    assert len({(row["batch"], row["register"]) for row in rows()}) == len({row["batch"] for row in rows()})


@pytest.mark.parametrize("key", ["text", "label", "form", "register", "contract", "document", "period", "batch"])
def test_no_row_leaves_out_what_it_must_say(key: str) -> None:
    assert [row["where"] for row in rows() if not isinstance(row[key], str) or not row[key].strip()] == []


def test_form_and_period_are_of_the_known_ones() -> None:
    assert {row["form"] for row in rows()} == FORMS
    assert {row["period"] for row in rows()} == PERIODS


def test_a_row_s_context_is_text() -> None:
    assert [
        r["where"] for r in rows() if not all(isinstance(r[key], str) for key in ("heading", "lead", "columns"))
    ] == []


def test_no_two_rows_are_near_copies() -> None:
    pairs = near_copies([row["text"] for row in rows()])
    assert [f"{rows()[one]['where']} and {rows()[two]['where']}" for one, two in pairs[:20]] == []


def test_near_copies_are_seen() -> None:
    one = "Bidders must hold cover of two million pounds on the day they bid."
    assert near_copies([one, "Lots may be bid for singly.", one.replace("two", "five")]) == [(0, 2)]
