"""What is installed: rules and the trained model, and not the clauses that it was trained on."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="the wheel is built with hatchling, which is not installed")

ROOT = Path(__file__).parent.parent
MODEL = "checker/_data/models/barrier-classifier"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the build backend without the network."""
    out = tmp_path_factory.mktemp("wheel")
    code = f"import hatchling.build; print(hatchling.build.build_wheel({str(out)!r}))"
    built = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return out / built.stdout.strip().splitlines()[-1]


@cache
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_the_model_and_its_card_are_in_the_wheel(wheel: Path) -> None:
    there = {name.removeprefix(f"{MODEL}/") for name in names(wheel) if name.startswith("checker/_data/models/")}
    assert there == {"model.npz", "manifest.json", "labels.yaml", "README.md"}


def test_the_rules_are_in_the_wheel(wheel: Path) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert {f"checker/_data/{name}" for name in ours} <= names(wheel)


def test_no_labelled_clauses_samples_or_tests_are_in_it(wheel: Path) -> None:
    assert [name for name in names(wheel) if name.endswith(".jsonl")] == []
    assert [name for name in names(wheel) if name.startswith(("tests/", "sample_tenders/", "benchmarks/"))] == []


def test_an_unpacked_wheel_finds_its_own_model(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from checker.model import load_model; from checker.resources import folder; load_model(); print(folder('models'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(tmp_path / "checker" / "_data" / "models"), done.stderr
