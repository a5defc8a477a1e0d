"""Stars by offsets and a few hidden tastes: biased matrix factorisation by alternating least squares.

Koren, Bell and Volinsky, "Matrix Factorization Techniques for Recommender Systems" (Computer 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.folding import ridges, with_one
from engine.models.learned.habits import Habits
from engine.models.learned.offsets import Floats, Scale, less


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Link:
    """What is expected of the vectors of one side from the traits of its rows: an average, plus a ridge regression."""

    average: Floats  # (d,)
    weights: Floats  # (rank, d)

    @classmethod
    def of(cls, traits: Floats, vectors: Floats, penalty: float) -> _Link:
        # Traits are zero on average, so the average of the vectors needs no part in the regression.
        average = vectors.mean(axis=0)
        left = traits.T @ traits
        left[np.diag_indices(len(left))] += penalty
        return cls(average=average, weights=np.linalg.solve(left, traits.T @ (vectors - average)))

    def expected(self, traits: Floats) -> Floats:
        return self.average + traits @ self.weights


class Svd:
    """Mean plus offsets plus the product of a person's and a film's factors; people are folded in in closed form."""

    name: ClassVar[str] = "svd"

    def __init__(
        self,
        *,
        factors: int = 10,
        penalty: float = 12.0,  # on factors
        to_offsets: float = 6.0,  # penalty on the offsets
        habits: int = 0,  # directions of what people chose to rate that speak for their taste
        to_habits: float = 3.0,  # penalty on what they say
        rounds: int = 20,
        seed: int = 0,
    ) -> None:
        self._penalties = np.array([to_offsets] + [penalty] * factors)
        self._habits, self._to_habits, self._rounds, self._seed = habits, to_habits, rounds, seed

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn the vectors of the films, and what is expected of people by their habits."""
        stars = known.stars
        by_film = stars.T.tocsr()
        self._scale = Scale.of(stars)
        self._of_people = Habits.of(stars, self._habits, self._seed)
        people_traits = self._of_people.traits(stars)
        film_traits = Habits.of(by_film, self._habits, self._seed).traits(by_film)
        width = len(self._penalties)
        self._link = _Link(average=np.zeros(width), weights=np.zeros((people_traits.shape[1], width)))
        films = np.random.default_rng(self._seed).normal(0.0, 0.1, (stars.shape[1], width))
        films[:, 0] = 0.0
        towards = np.zeros_like(films)
        for _ in range(self._rounds):
            people = self._folded(stars, people_traits, films)
            self._link = _Link.of(people_traits, people, self._to_habits)
            films = ridges(less(by_film, self._scale.mean, people[:, 0]), with_one(people), self._penalties, towards)
            towards = _Link.of(film_traits, films, self._to_habits).expected(film_traits)
        self._films = films

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) stars."""
        people = self._folded(given.stars, self._of_people.traits(given.stars), self._films)
        return self._scale.bounded(self._scale.mean + self._films[:, 0] + people @ with_one(self._films).T)

    def _folded(self, stars: Any, traits: Floats, films: Floats) -> Floats:
        """(people, 1 + factors) the vectors of people among fixed films."""
        rest = less(stars, self._scale.mean, films[:, 0])
        return ridges(rest, with_one(films), self._penalties, self._link.expected(traits))
