"""TF-IDF of stems, context and letters with one logistic regression over all labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from checker.model import BLOCKS, Passage
from checker.train.data import Row

SHARES = {"words": 1.0, "above": 0.6, "letters": 1.0}  # how much a block counts; chosen by cross-validation
RAREST = {"words": 2, "above": 2, "letters": 4}  # a feature must stand in so many rows
INVERSE_PENALTY = 10.0
MOST_FEATURES = {"words": 12_000, "above": 3_000, "letters": 15_000}
Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted regression with its vocabularies; `log_odds` of new passages are its raw scores."""

    vectors: tuple[tuple[str, TfidfVectorizer], ...]
    regression: LogisticRegression

    def scores(self, passages: Sequence[Passage]) -> Array:
        """A row a passage, a column a label: log of the share before it is normed."""
        return np.asarray(self.regression.decision_function(matrix(self.vectors, passages)))


def fit(rows: Sequence[Row], labels: tuple[str, ...]) -> Fitted:
    """The regression of these rows over `labels`, on the features that tell most about them."""
    passages = [row.passage for row in rows]
    target = np.array([labels.index(row.label) for row in rows])
    vectors = vocabularies(passages, _most_telling(passages, target))
    regression = LogisticRegression(C=INVERSE_PENALTY, max_iter=60, tol=1e-3)
    return Fitted(vectors, regression.fit(matrix(vectors, passages), target))


def vocabularies(
    passages: Sequence[Passage], kept: dict[str, list[str]] | None
) -> tuple[tuple[str, TfidfVectorizer], ...]:
    """A vocabulary for each block of features, the whole or only what is `kept`."""
    return tuple((name, _vectorizer(name, kept[name] if kept else None).fit(passages)) for name in BLOCKS)


def matrix(vectors: tuple[tuple[str, TfidfVectorizer], ...], passages: Sequence[Passage]) -> csr_matrix:
    """The passages as one sparse row each."""
    return hstack([vector.transform(passages) * SHARES[name] for name, vector in vectors]).tocsr()


def _vectorizer(name: str, kept: list[str] | None) -> TfidfVectorizer:
    rarest = 1 if kept else RAREST[name]
    return TfidfVectorizer(analyzer=BLOCKS[name], sublinear_tf=True, min_df=rarest, vocabulary=kept, dtype=np.float32)


def _most_telling(passages: Sequence[Passage], target: Array) -> dict[str, list[str]]:
    """Of each block the features that depend most on the label (chi-squared), in alphabetical order."""
    return {name: _chosen(vector, passages, target, name) for name, vector in vocabularies(passages, None)}


def _chosen(vector: TfidfVectorizer, passages: Sequence[Passage], target: Array, name: str) -> list[str]:
    names = vector.get_feature_names_out()
    telling = chi2(vector.transform(passages), target)[0]
    return sorted(names[np.lexsort((names, -telling))[: MOST_FEATURES[name]]])
