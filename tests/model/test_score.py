"""The scorer that runs when a pack is checked: the same chances as the library that trained the model."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Model, Passage, guesses, load_model, telling_words
from checker.model.file import ARRAYS, FORMAT, MANIFEST, pack
from checker.model.score import features, log_odds, probabilities
from checker.train.data import load_rows
from checker.train.fit import SHARES, fit, matrix
from checker.train.run import _arrays
from tests.model.making import LABELS, data_folder, tiny_model

PASSAGES = [
    Passage("A yearly turnover of £400,000 must be shown", "Form of offer"),
    Passage("A fee of £20 is payable for catering", "Fees"),
    Passage("The council mows the grounds", ""),
    Passage("Nothing that it knows: xyzzy", ""),
    Passage("", ""),
]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, np.ndarray]:
    """A model of full precision without calibration, and the library's own chances for the passages."""
    place = tmp_path_factory.mktemp("model")
    rows = load_rows(data_folder(place))
    fitted = fit(rows, LABELS)
    arrays = _arrays(fitted, np.ones(3), np.zeros(3))
    arrays["weights"] = fitted.regression.coef_.T.astype(np.float32)
    data = pack(arrays)
    manifest = {
        "format": FORMAT, "labels": LABELS, "shares": SHARES, "thresholds": {},
        "model_sha256": hashlib.sha256(data).hexdigest(),
    }  # fmt: skip
    (place / ARRAYS).write_bytes(data)
    (place / MANIFEST).write_text(json.dumps(manifest))
    return load_model(place), fitted.regression.predict_proba(matrix(fitted.vectors, PASSAGES))


def test_the_chances_are_those_of_the_training_library(trained: tuple[Model, np.ndarray]) -> None:
    model, wanted = trained
    got = probabilities(model, log_odds(model, [features(model, passage) for passage in PASSAGES]))
    assert np.abs(got - wanted).max() < 1e-4


def test_a_guess_names_the_likeliest_label_that_is_not_harmless(trained: tuple[Model, np.ndarray]) -> None:
    model, _ = trained
    assert [guess.label for guess in guesses(model, PASSAGES[:2])] == ["turnover", "fee"]
    mown = guesses(model, [PASSAGES[2]])[0]
    assert mown.harmless > 0.8
    assert mown.label in ("turnover", "fee")
    assert mown.chance == max(mown.chances[:2])


def test_many_passages_are_guessed_as_one_by_one(trained: tuple[Model, np.ndarray]) -> None:
    model, _ = trained
    many = [PASSAGES[index % len(PASSAGES)] for index in range(600)]
    each = [guesses(model, [passage])[0] for passage in PASSAGES]
    assert [guess.label for guess in guesses(model, many)] == [
        each[index % len(PASSAGES)].label for index in range(600)
    ]
    assert guesses(model, []) == []


def test_calibration_moves_the_chance_of_its_label_alone() -> None:
    plain = tiny_model()
    scores = np.array([[1.0, 0.0, -1.0]], np.float32)
    before = probabilities(plain, scores)[0]
    bent = Model(
        **{
            **{name: getattr(plain, name) for name in Model.__slots__},
            "slope": np.array([2, 1, 1], np.float32), "shift": np.array([0.5, 0, 0], np.float32),
        }
    )  # fmt: skip
    after = probabilities(bent, scores)[0]
    odds = np.log(before[0] / (1 - before[0]))
    assert after[0] == pytest.approx(1 / (1 + np.exp(-(2 * odds + 0.5))), abs=1e-5)
    assert after[1:] == pytest.approx(before[1:])


def test_the_words_that_weighed_most_come_first_and_as_they_stand() -> None:
    assert telling_words(tiny_model(), Passage("Widget Cover for mowing"), "turnover") == ("Cover", "Widget")
    assert telling_words(tiny_model(), Passage("Nothing known"), "turnover") == ()


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gets_chances_between_nought_and_one(texts: list[str]) -> None:
    for guess in guesses(tiny_model(), [Passage(text, text[::-1]) for text in texts]):
        assert all(0 <= chance <= 1 for chance in guess.chances)
