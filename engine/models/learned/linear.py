"""EASE and its denoising form, over `engine.models.ease`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.ease import ease
from engine.models.learned import Opinions, Traits
from engine.models.learned.nearness import nearest


@dataclass(slots=True, kw_only=True, eq=False)
class Ease:
    """A film scores the sum of what each film that a person liked adds to it.

    Films over `most`, the least liked ones first, are not learned and score 0: the matrix has to fit into memory.
    """

    penalty: float = 300.0  # higher learns more carefully
    most: int = 12_000  # films
    name: ClassVar[str] = "ease"

    kept: NDArray[np.int64] = field(init=False, repr=False)  # (kept,) columns
    weights: NDArray[np.float32] = field(init=False, repr=False)  # (kept, kept)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Solve in closed form; takes time by the third power of films, a few seconds for 4,000."""
        self._learn(known, dropout=0.0)

    def _learn(self, known: Opinions, dropout: float) -> None:
        likes = known.likes
        counts = np.asarray(likes.sum(axis=0)).ravel()
        liked = np.argsort(-counts, kind="stable")[: min(self.most, int((counts > 0).sum()))]
        self.kept = np.sort(liked)
        self.weights = ease(likes[:, self.kept], penalty=self.penalty, dropout=dropout)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) sums of weights; all 0 for people who like nothing, and for films that nobody likes."""
        scores = np.zeros(given.stars.shape, dtype=np.float32)
        scores[:, self.kept] = given.likes[:, self.kept] @ self.weights
        return scores

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films that liking a column speaks most for, best first, and their weights."""
        place = np.searchsorted(self.kept, film)
        if place == len(self.kept) or self.kept[place] != film:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        best, weights = nearest(self.weights[place], int(place), count)
        return self.kept[best], weights


@dataclass(slots=True, kw_only=True, eq=False)
class DenoisingEase(Ease):
    """EASE that learned to fill in likes which it was not shown: better for people with few."""

    dropout: float = 0.95  # share of likes that training imagines away, in [0, 1)
    name: ClassVar[str] = "denoising-ease"

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Solve in closed form; takes as long as EASE."""
        self._learn(known, dropout=self.dropout)
