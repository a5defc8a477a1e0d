"""Stars by several models at once, each weighed by how it did on ratings that it had not seen.

Stacking by ridge regression: Jahrer, Töscher and Legenstein, "Combining Predictions for Accurate Recommender Systems"
(KDD 2010).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Model, Opinions, Traits
from engine.models.learned.offsets import Floats, Scale, rows_of
from engine.models.learned.registry import make


class StarsBlend:
    """A weighted sum of models of stars."""

    name: ClassVar[str] = "stars-blend"

    def __init__(
        self,
        *,
        members: Sequence[str] = ("svd++", "bayes-factors"),
        hidden: float = 0.1,  # share of the known ratings that the weights are learned on
        penalty: float = 10.0,  # on how far the weights are from equal ones, in squared stars
        seed: int = 0,
    ) -> None:
        self._names, self._hidden, self._penalty, self._seed = tuple(members), hidden, penalty, seed

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn the weights on some ratings with models of the others, then all models on all ratings."""
        self._scale = Scale.of(known.stars)
        hidden = np.random.default_rng(self._seed).random(known.stars.nnz) < self._hidden
        rows, columns = rows_of(known.stars)[hidden], known.stars.indices[hidden]
        kept = known.stars.copy()
        kept.data = np.where(hidden, 0.0, kept.data).astype(np.float32)
        kept.eliminate_zeros()
        fewer = replace(known, stars=kept)
        said = np.stack([m.score(fewer)[rows, columns] for m in self._fitted(fewer, traits)], axis=1)
        self.weights = stacked(said - self._scale.mean, known.stars.data[hidden] - self._scale.mean, self._penalty)
        self._members = self._fitted(known, traits)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) stars."""
        total = np.zeros(given.stars.shape)
        for weight, member in zip(self.weights, self._members, strict=True):
            total += weight * (member.score(given) - self._scale.mean)
        return self._scale.bounded(self._scale.mean + total)

    def _fitted(self, known: Opinions, traits: Traits | None) -> list[Model]:
        members = [make(name) for name in self._names]
        for member in members:
            member.fit(known, traits)
        return members


def stacked(said: Floats, true: Floats, penalty: float) -> Floats:
    """(members,) weights of the columns of `said` (ratings, members): least squared error, near to equal ones."""
    count = said.shape[1]
    left = said.T @ said + penalty * np.eye(count)
    found: Floats = np.linalg.solve(left, said.T @ true + penalty / count)
    return found
