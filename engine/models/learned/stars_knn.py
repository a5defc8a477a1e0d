"""Stars by what a person gave to films that are rated alike: item neighbours around the baseline.

Koren, "Factor in the Neighbors" (TKDD 2010), section 2.2: likeness is the Pearson correlation of what the baseline
leaves over, among people who rated both films, shrunk where they are few. In place of a fixed number of neighbours all
films with a positive likeness count, by its power: as accurate, and two matrix products.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.offsets import Floats, Offsets, Scale, places


class KnnBaseline:
    """Baseline plus the weighted mean of how a person's other ratings differ from it."""

    name: ClassVar[str] = "knn-baseline"

    def __init__(
        self,
        *,
        shrinkage: float = 100.0,  # of likeness: co-raters at which half of it is believed
        power: float = 2.0,  # of likeness: higher listens to the nearest films alone
        doubt: float = 0.03,  # weight of the baseline itself: as a neighbour of this likeness, to the power
        to_people: float = 4.0,
        to_films: float = 2.5,
    ) -> None:
        self._shrinkage, self._power, self._doubt = shrinkage, power, doubt
        self._to_people, self._to_films = to_people, to_films

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn the offsets of the films and how alike each two of them are."""
        self._scale = Scale.of(known.stars)
        self._offsets = Offsets.of(known.stars, to_people=self._to_people, to_films=self._to_films)
        likeness = correlations(self._offsets.rest(known.stars), self._shrinkage)
        np.fill_diagonal(likeness, 0.0)
        self._weights: Floats = np.maximum(likeness, 0.0) ** self._power

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) stars."""
        voices = places(given.stars) @ self._weights + self._doubt
        said = self._offsets.rest(given.stars) @ self._weights
        return self._scale.bounded(self._offsets.expected(given.stars) + said / voices)

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films nearest to a column, best first, and their shrunk correlation, above 0."""
        likeness = self._weights[film] ** (1.0 / self._power)
        best = np.argsort(-likeness, kind="stable")[:count]
        best = best[likeness[best] > 0]
        return best.astype(np.int64), likeness[best].astype(np.float32)


def correlations(rest: Any, shrinkage: float) -> Floats:
    """(columns, columns) correlation around 0 of each two columns of a CSR over the rows that have both, shrunk.

    Shrunk by (n - 1) / (n - 1 + shrinkage) for n shared rows; 0 where fewer than two are shared.
    """
    have = places(rest)
    together = (rest.T @ rest).toarray()
    others = np.asarray((rest.power(2).T @ have).todense())  # (i, j): squares of i among the rows that have j too
    more = np.maximum((have.T @ have).toarray() - 1.0, 0.0)
    found: Floats = together / np.sqrt(np.maximum(others * others.T, 1e-12)) * more / np.maximum(more + shrinkage, 1.0)
    return found
