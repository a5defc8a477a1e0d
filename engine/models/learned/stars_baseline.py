"""Stars by the mean, the person and the film alone: what every model of stars has to beat.

Koren, "Factor in the Neighbors" (TKDD 2010), section 2.1.
"""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.offsets import Offsets, Scale


class Baseline:
    """Mean plus offset of the person plus offset of the film, both shrunk."""

    name: ClassVar[str] = "baseline"

    def __init__(self, *, to_people: float = 4.0, to_films: float = 2.5) -> None:
        self._to_people, self._to_films = to_people, to_films

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn the offsets of the films."""
        self._scale = Scale.of(known.stars)
        self._offsets = Offsets.of(known.stars, to_people=self._to_people, to_films=self._to_films)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) stars."""
        return self._scale.bounded(self._offsets.expected(given.stars))
