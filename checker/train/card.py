"""The model card: what the model was made from, how good it is, and what it must not be used for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from checker.train.data import Row
from checker.train.measure import Scores

_HEAD = """# Wording model: barrier-classifier

Made by `make train`; every figure on this page is written by that command.

**What it does.** For a clause, list item or table row it says how likely it is to carry one of {labels} labels:
kinds of barriers to small firms, things a buyer did well, or `none`. It proposes. Rules and facts decide how bad
something is, and people decide what to do.

**How.** TF-IDF of stems and pairs of stems, of the words above the passage (headings, lead-in, column names) and of
runs of letters, with one logistic regression over all labels; then a sigmoid for each label fitted on rows that the
regression had not seen. {features} features. Amounts, percentages, years and numbers are read as such, not by their
value.

**Data.** {rows} clauses and rows in {batches} batches, written for this project; none is taken from a published tender.
Each batch is one setting (kind of buyer, contract, document, period). {held_rows} rows of {held_batches} batches were
held back: they gave the thresholds and the figures of the last split, and nothing else. {hard} rows are harmless ones
on the same topics.

| register | rows |
|---|---|
{registers}

"""
_FOOT = """
## Chances that mean what they say

Rows of the held batches by the chance of their likeliest label (ten bins of equal width):

| mean chance | share right | rows |
|---|---|---|
{curve}

## What it must not be used for

- To say that a tender is free of barriers: it misses wordings, and it reads one passage at a time.
- To accuse: what it alone finds is shown as its guess, with the words that weighed most, and most of it as a question.
- To compare officers or authorities.
- On text in other languages, or outside public buying in the United Kingdom.
- Its chances hold for clauses like those it was made from. Real packs hold many more harmless clauses, so on a real
  pack fewer of its guesses are right than the chance says; `docs/model.md` has what was measured on real tenders.
"""


def card(
    rows: Sequence[Row], held: Sequence[Row], scores: Sequence[Scores], curve: Sequence[tuple[float, float, int]],
    manifest: dict[str, Any],
) -> str:  # fmt: skip
    """The card as Markdown."""
    registers = Counter(row.register for row in rows)
    head = _HEAD.format(
        labels=len(manifest["labels"]), features="30,000", rows=len(rows),
        batches=len({row.batch for row in rows}), held_rows=len(held), held_batches=len({row.batch for row in held}),
        hard=sum(row.hard not in (None, "plain") for row in rows),
        registers="\n".join(f"| {name} | {count} |" for name, count in sorted(registers.items())),
    )  # fmt: skip
    points = "\n".join(f"| {chance:.2f} | {right:.2f} | {count} |" for chance, right, count in curve)
    return head + _splits(scores) + _labels(scores[-1], manifest) + _FOOT.format(curve=points)


def _splits(scores: Sequence[Scores]) -> str:
    lines = [
        "## How good it is on its own data",
        "",
        "| split | macro F1 | macro average precision | calibration error | harmless rows given a label |",
        "|---|---|---|---|---|",
    ]
    for score in scores:
        wrong, all_ = (sum(pair[i] for pair in score.hard_flagged.values()) for i in (0, 1))
        lines.append(
            f"| {score.split} | {score.macro_f1:.2f} | {score.macro_ap:.2f} | {score.calibration_error:.3f} "
            f"| {wrong} of {all_} ({wrong / max(1, all_):.0%}) |"
        )
    lines += ["", "| harmless because | given a label, held batches |", "|---|---|"]
    lines += [f"| {sort} | {wrong} of {all_} |" for sort, (wrong, all_) in scores[-1].hard_flagged.items()]
    return "\n".join(lines) + "\n\n"


def _labels(score: Scores, manifest: dict[str, Any]) -> str:
    lines = [
        "## Each label on the held batches",
        "",
        "| label | rows | precision | recall | average precision | question from | barrier from |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in score.labels:
        low, high = manifest["thresholds"].get(each.label, ("", ""))
        lines.append(
            f"| {each.label} | {each.rows} | {each.precision:.2f} | {each.recall:.2f} | {each.average_precision:.2f} "
            f"| {low} | {high} |"
        )
    return "\n".join(lines) + "\n"
