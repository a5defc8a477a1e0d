"""From what can be read of a film to what liking others says of it, for films that nobody rated.

Gantner and others, "Learning attribute-to-feature mappings for cold-start recommendations" (ICDM 2010).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.learned.linear import Ease


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Foretold:
    """Columns of item-item weights, foretold: a liked film's taste for features, times the features of other films."""

    taught: NDArray[np.int64]  # (taught,) columns of the films that there are weights of
    tastes: NDArray[np.float32]  # (taught, features)
    features: NDArray[np.float32]  # (features, films)

    def score(self, likes: Any, films: Any = slice(None)) -> NDArray[np.float32]:
        """(people, films) foretold sums of weights for CSR likes (people, films); of some of the films when given."""
        return np.asarray((likes[:, self.taught] @ self.tastes) @ self.features[:, films], dtype=np.float32)


def foretell(ease: Ease, features: NDArray[np.float64], known: NDArray[np.bool_], penalty: float) -> Foretold:
    """Ridge regression from features (films, features) to the weights of `ease`, over the films that it learned.

    Films of which nothing is known (films,) get the mean of those like them. A higher penalty learns more carefully.
    """
    taught, there = ease.kept, known[ease.kept]
    weights = ease.weights.astype(np.float64)
    read = features[taught[there]]
    means = [_mean(weights[:, there]), _mean(weights[:, ~there])]
    gram = read.T @ read + penalty * np.eye(features.shape[1])
    tastes = np.linalg.solve(gram, read.T @ (weights[:, there] - means[0][:, None]).T).T
    return Foretold(
        taught=taught,
        tastes=np.column_stack([tastes, *means]).astype(np.float32),
        features=np.column_stack([features, known, ~known]).T.astype(np.float32),
    )


def _mean(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(columns.sum(axis=1) / max(1, columns.shape[1]), dtype=np.float64)
