"""The model on disk: only what its manifest names is used, and no file can run code."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.domain import CheckerError
from checker.model import load_model
from checker.model.file import ARRAYS, FORMAT, MANIFEST, pack
from tests.model.making import LABELS

ROOT = Path(__file__).parents[2]


def arrays() -> dict[str, Any]:
    made: dict[str, Any] = {
        "weights": np.zeros((3, 3), np.float16), "bias": np.zeros(3), "slope": np.ones(3), "shift": np.zeros(3),
    }  # fmt: skip
    for name in ("words", "above", "letters"):
        made |= {f"{name}_features": np.array("one"), f"{name}_rarity": np.ones(1)}
    return made


def written(place: Path, data: bytes, **changes: Any) -> Path:
    manifest = {
        "format": FORMAT, "labels": LABELS, "shares": {"words": 1, "above": 1, "letters": 1},
        "thresholds": {"fee": [0.5, 0.8]}, "model_sha256": hashlib.sha256(data).hexdigest(), **changes,
    }  # fmt: skip
    (place / ARRAYS).write_bytes(data)
    (place / MANIFEST).write_text(json.dumps(manifest))
    return place


def test_a_whole_model_is_loaded_with_its_name_and_hash(tmp_path: Path) -> None:
    data = pack(arrays())
    model = load_model(written(tmp_path, data))
    assert model.labels == LABELS
    assert model.thresholds == {"fee": (0.5, 0.8)}
    assert model.version == "barrier-classifier@" + hashlib.sha256(data).hexdigest()[:12]


def test_the_model_that_comes_with_the_package_is_whole() -> None:
    model = load_model()
    assert set(model.thresholds) == set(model.labels) - {"none"}
    assert all(0 <= low <= high <= 1 for low, high in model.thresholds.values())
    assert model.weights.shape == (len(model.names), len(model.labels))


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    written(tmp_path, pack(arrays()))
    (tmp_path / ARRAYS).write_bytes(pack({**arrays(), "bias": np.ones(3)}))
    with pytest.raises(CheckerError, match=r"model\.npz: this is not the model that manifest\.json names"):
        load_model(tmp_path)


def test_a_changed_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="not the model that"):
        load_model(written(tmp_path, pack(arrays()), model_sha256="0" * 64))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": 0}, "not of format 1"),
        ({"shares": {}}, "do not hold what a model needs"),
        ({"thresholds": {"fee": 1}}, "do not hold what a model needs"),
    ],
)
def test_a_manifest_that_cannot_be_right_is_refused(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(CheckerError, match=says):
        load_model(written(tmp_path, pack(arrays()), **changes))


def test_a_broken_manifest_is_refused(tmp_path: Path) -> None:
    written(tmp_path, pack(arrays()))
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(CheckerError, match="the manifest of the wording model cannot be read"):
        load_model(tmp_path)


@pytest.mark.parametrize("name", [ARRAYS, MANIFEST])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (written(tmp_path, pack(arrays())) / name).unlink()
    with pytest.raises(CheckerError, match=name):
        load_model(tmp_path)


def test_arrays_of_objects_are_refused_when_read(tmp_path: Path) -> None:
    """Such arrays are pickles, and a pickle can run code."""
    file = tmp_path / "objects.npz"
    np.savez(file, **{**arrays(), "bias": np.array([print], dtype=object)}, allow_pickle=True)
    with pytest.raises(CheckerError, match="do not hold what a model needs"):
        load_model(written(tmp_path, file.read_bytes()))


def test_arrays_of_objects_are_refused_when_written() -> None:
    with pytest.raises(ValueError, match="Object arrays"):
        pack({"bias": np.array([print], dtype=object)})


def test_something_else_than_arrays_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="do not hold what a model needs"):
        load_model(written(tmp_path, b"no archive"))


def test_the_same_arrays_give_the_same_bytes() -> None:
    assert pack(arrays()) == pack(arrays())


def test_nothing_of_the_training_library_is_imported_when_a_pack_is_checked(tmp_path: Path) -> None:
    (tmp_path / "itt.txt").write_text("1. Offers\n\n1.1 Bidders must have a turnover of £5,000,000 in each year.\n")
    code = f"""
import sys
from datetime import date
from pathlib import Path
from checker.pipeline import check_pack
from checker.policy import load_policy
from checker.rulefile import load_rules
from checker.settings import Settings
report = check_pack(Path({str(tmp_path)!r}), load_rules(), load_policy(), Settings(as_of=date(2026, 11, 23)))
assert report.versions.model.startswith("barrier-classifier@"), report.versions
assert report.clauses
heavy = ("sklearn", "scipy", "joblib", "checker.train", "checker.evaluate")
print([name for name in sys.modules if name.startswith(heavy)])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.strip() == "[]", done.stderr
