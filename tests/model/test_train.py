"""Training: rows checked line by line, batches never on both sides, the same data give the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from checker.domain import CheckerError
from checker.model import Passage, load_model
from checker.train import train
from checker.train.data import Row, digest_of, load_rows
from checker.train.measure import calibrate, calibration_error, chances_of, odds_of, reliability, scores_of
from checker.train.run import out_of_fold, split, thresholds
from tests.model.making import LABELS, data_folder, row


def rows_of(*labels: str, hard: str = "plain") -> list[Row]:
    return [
        Row(passage=Passage(label), label=label, hard=hard if label == "none" else None, register="nhs", batch="b")
        for label in labels
    ]


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    place = data_folder(tmp_path / "in")
    one, two = train(place, tmp_path / "one"), train(place, tmp_path / "two")
    assert one.files == two.files
    for name in ("model.npz", "manifest.json", "README.md"):
        assert (tmp_path / "one" / name).read_bytes() == one.files[name]
    assert load_model(tmp_path / "one").labels == LABELS


def test_the_manifest_says_what_it_was_made_from(tmp_path: Path) -> None:
    place = data_folder(tmp_path / "in")
    train(place, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["data_sha256"] == digest_of(place)
    assert manifest["rows"] == len(load_rows(place))
    assert set(manifest["trained_with"]) == {"numpy", "scikit-learn", "scipy"}
    assert sum(count for _, _, count in manifest["calibration"]) == len(split(load_rows(place))[1])


def test_another_row_changes_the_hash_of_the_data(tmp_path: Path) -> None:
    place = data_folder(tmp_path)
    before = digest_of(place)
    (place / "data" / "more.jsonl").write_text(json.dumps(row("A fee of £5 is due", "fee", "more")) + "\n")
    assert digest_of(place) != before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", r"bad\.jsonl:2: not a JSON object"),
        (json.dumps({"text": "a"}), r"bad\.jsonl:2: the keys must be text, label"),
        (json.dumps(row("a", "surprise", "bad")), r"bad\.jsonl:2: unknown label 'surprise'"),
        (json.dumps({**row("a", "none", "bad"), "hard": None}), r"bad\.jsonl:2: a harmless row says why"),
        (json.dumps({**row("a", "fee", "bad"), "hard": "denied"}), r"bad\.jsonl:2: a harmless row says why"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_by_file_and_line(tmp_path: Path, line: str, says: str) -> None:
    place = data_folder(tmp_path)
    (place / "data" / "bad.jsonl").write_text(json.dumps(row("A fee is due", "fee", "bad")) + "\n" + line + "\n")
    with pytest.raises(CheckerError, match=says):
        load_rows(place)


def test_no_rows_at_all_is_said(tmp_path: Path) -> None:
    place = data_folder(tmp_path, batches=0)
    with pytest.raises(CheckerError, match="no labelled clauses"):
        load_rows(place)


def test_the_words_above_a_row_are_its_heading_lead_and_columns(tmp_path: Path) -> None:
    place = data_folder(tmp_path, batches=0)
    one = {**row("A fee is due", "fee", "x"), "heading": "Costs", "lead": "You pay:", "columns": "Item | Sum"}
    (place / "data" / "x.jsonl").write_text(json.dumps(one) + "\n")
    assert load_rows(place)[0].passage == Passage("A fee is due", "Costs You pay: Item | Sum")


def test_no_batch_stands_on_both_sides(tmp_path: Path) -> None:
    rows = load_rows(data_folder(tmp_path, batches=14))
    learn, held = split(rows)
    assert {r.batch for r in held} == {"batch-05", "batch-11"}
    assert {r.batch for r in learn} & {r.batch for r in held} == set()
    assert len(learn) + len(held) == len(rows)


def test_every_row_is_judged_by_a_fit_that_saw_nothing_of_its_batch(tmp_path: Path) -> None:
    """A batch whose own word alone gives a label away cannot be guessed from the others."""
    rows = list(load_rows(data_folder(tmp_path, batches=8)))
    known = [Row(passage=Passage(f"zebra {i}"), label="fee", hard=None, register="nhs", batch="odd") for i in range(9)]
    groups = [r.batch for r in rows] + ["odd"] * 9
    apart = out_of_fold([*rows, *known], LABELS, groups, 9, lambda _: None)
    mixed = out_of_fold([*rows, *known], LABELS, [str(i % 3) for i in range(len(groups))], 3, lambda _: None)
    assert apart[-9:, 1].mean() < mixed[-9:, 1].mean()


def test_a_threshold_is_the_lowest_chance_that_is_right_often_enough() -> None:
    rows = rows_of("turnover", "turnover", "fee", "none", "none")
    chances = np.array([[0.9, 0, 0], [0.7, 0, 0], [0, 0.6, 0], [0.625, 0, 0.3], [0.1, 0.1, 0.9]])
    found = thresholds(chances, rows, LABELS)
    assert found["turnover"] == [pytest.approx(0.63), pytest.approx(0.8)]  # above the harmless row at 0.625
    assert found["fee"][0] == 0.5
    assert set(found) == {"turnover", "fee"}


def test_a_label_that_is_never_right_needs_near_certainty() -> None:
    chances = np.array([[0.95, 0.0, 0.0], [0.0, 0.0, 0.9]])
    assert thresholds(chances, rows_of("none", "none"), LABELS)["turnover"] == [0.99, 0.99]


def test_calibration_takes_back_what_is_claimed_too_boldly() -> None:
    """Scores twice as bold as they should be come out right on average."""
    draw = np.random.default_rng(7)
    chance = draw.uniform(0.1, 0.9, 6_000)
    target = (draw.uniform(size=6_000) > chance).astype(int)  # label 0 with this chance, else 1
    bold = np.column_stack([2 * np.log(chance / (1 - chance)), np.zeros(6_000)])
    odds = odds_of(bold)
    slope, shift = calibrate(odds, target, 2)
    before = calibration_error(chances_of(odds, np.ones(2), np.zeros(2)), target)
    after = calibration_error(chances_of(odds, slope, shift), target)
    assert slope[0] == pytest.approx(0.5, abs=0.05)
    assert after < 0.03 < before


def test_the_calibration_error_is_the_mean_gap() -> None:
    chances = np.array([[0.75, 0.25]] * 4)
    assert calibration_error(chances, np.array([0, 0, 0, 1])) == pytest.approx(0)
    assert calibration_error(chances, np.array([1, 1, 1, 1])) == pytest.approx(0.75)
    assert reliability(chances, np.array([0, 0, 0, 1])) == [(0.75, 0.75, 4)]


def test_scores_count_what_is_said_of_harmless_rows() -> None:
    rows = [*rows_of("turnover", "fee", "none"), *rows_of("none", hard="denied")]
    chances = np.array([[0.9, 0.1, 0], [0.2, 0.7, 0.1], [0, 0.1, 0.9], [0.8, 0, 0.2]])
    score = scores_of("test", chances, rows, LABELS)
    assert score.hard_flagged == {"plain": (0, 1), "denied": (1, 1)}
    turnover = score.labels[0]
    assert (turnover.rows, turnover.precision, turnover.recall, turnover.average_precision) == (1, 0.5, 1.0, 1.0)
