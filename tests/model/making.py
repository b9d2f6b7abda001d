"""A tiny model made by hand, and a small folder of labelled clauses to train on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from checker.model.file import Block, Model

LABELS = ("turnover", "fee", "none")
_SAID = {
    "turnover": "Firms {n} must show a yearly turnover of £{n}00,000 for {thing}",
    "fee": "A fee of £{n}0 is payable before the {thing} portal opens",
    "none": "The council mows the {thing} every {n} weeks in summer",
}
_THINGS = ("cleaning", "grounds", "catering", "repairs", "transport", "printing", "training", "waste")


def tiny_model(**thresholds: tuple[float, float]) -> Model:
    """It knows two words, and `cover` speaks for turnover, `mowing` for harmless."""
    words = {"widget": 0, "cover": 1, "mow": 2}
    blocks = (
        ("words", Block(words, np.ones(3, np.float32), 1.0)),
        ("above", Block({"form": 3}, np.ones(1, np.float32), 0.5)),
        ("letters", Block({"zzz": 4}, np.ones(1, np.float32), 1.0)),
    )
    weights = np.array([[2, 0, 0], [6, 0, 0], [0, 0, 9], [0, 1, 0], [0, 0, 0]], np.float32)
    return Model(
        labels=LABELS, blocks=blocks, weights=weights, bias=np.zeros(3, np.float32), slope=np.ones(3, np.float32),
        shift=np.zeros(3, np.float32), thresholds={"turnover": (0.5, 0.9), "fee": (0.5, 0.9), **thresholds},
        digest="0" * 64, names=("widget", "cover", "mow", "form", "zzz"),
    )  # fmt: skip


def row(text: str, label: str, batch: str, register: str = "council") -> dict[str, str | None]:
    return {
        "text": text, "label": label, "hard": "plain" if label == "none" else None, "form": "sentence",
        "heading": "Form of offer", "lead": "", "columns": "", "register": register, "contract": "services",
        "document": "itt", "period": "pa23", "batch": batch,
    }  # fmt: skip


def data_folder(place: Path, batches: int = 12) -> Path:
    """`place` with labels.yaml and as many batches in two registers."""
    (place / "data").mkdir(parents=True)
    (place / "labels.yaml").write_text(
        "labels:\n" + "".join(f'  {label}: {{entries: [], means: "{label}"}}\n' for label in LABELS)
    )
    for number in range(batches):
        batch, register = f"batch-{number:02}", ("council", "nhs")[number % 2]
        made = [
            row(said.format(n=number + turn + 1, thing=_THINGS[(number + turn) % 8]), label, batch, register)
            for label, said in _SAID.items()
            for turn in range(3)
        ]
        (place / "data" / f"{batch}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in made))
    return place
