"""What most people like: the row that every other model has to beat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits


@dataclass(slots=True, kw_only=True, eq=False)
class Popularity:
    """How many people like each film; the same for everybody."""

    name: ClassVar[str] = "popularity"

    _likes: NDArray[np.float32] = field(init=False, repr=False)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Count."""
        self._likes = np.asarray(known.likes.sum(axis=0), dtype=np.float32).ravel()

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) numbers of people who like a film."""
        return np.tile(self._likes, (given.stars.shape[0], 1))
