"""Stars by factors of which nothing is sure: Bayesian matrix factorisation, averaged over samples of what may be true.

Salakhutdinov and Mnih, "Bayesian Probabilistic Matrix Factorization using Markov Chain Monte Carlo" (ICML 2008); habits
as side information: Simm et al., "Macau" (2015). No penalty has to be chosen: all are drawn along with the factors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.folding import solved, sums, with_one
from engine.models.learned.habits import Habits
from engine.models.learned.offsets import Floats, Scale, less, rows_of

_SPREAD = 0.05  # variance of vectors before anything is seen
_PULL = 2.0  # rows that the average counts as if they lay at zero


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prior:
    """What is expected of the vectors of one side before their stars are seen, and how surely."""

    average: Floats  # (d,)
    weights: Floats  # (rank, d) of the traits
    precision: Floats  # (d, d)
    stiffness: float  # how close to zero the weights are held

    @classmethod
    def start(cls, rank: int, width: int) -> Prior:
        """Before the first draw."""
        return cls(
            average=np.zeros(width), weights=np.zeros((rank, width)), precision=10.0 * np.eye(width), stiffness=10.0
        )

    def drawn(self, traits: Floats, vectors: Floats, rng: np.random.Generator) -> Prior:
        """A draw given vectors (rows, d) and traits (rows, rank) that are zero on average."""
        count, width = vectors.shape
        rank = traits.shape[1]
        left = vectors - traits @ self.weights
        mean = left.mean(axis=0)
        scatter = (left - mean).T @ (left - mean) + _PULL * count / (_PULL + count) * np.outer(mean, mean)
        scatter += _SPREAD * width * np.eye(width) + self.stiffness * self.weights.T @ self.weights
        # A Wishart draw is the scatter of that many normal ones.
        normals = rng.standard_normal((width + count + rank, width)) @ np.linalg.cholesky(np.linalg.inv(scatter)).T
        precision = normals.T @ normals
        spread = np.linalg.cholesky(np.linalg.inv(precision))
        average = count * mean / (_PULL + count) + spread @ rng.standard_normal(width) / np.sqrt(_PULL + count)
        gram = traits.T @ traits + self.stiffness * np.eye(rank)
        noise = np.linalg.cholesky(gram) @ rng.standard_normal((rank, width)) @ spread.T
        weights = np.linalg.solve(gram, traits.T @ (vectors - average) + noise)
        size = float(np.sum((weights @ precision) * weights))
        stiffness = rng.gamma(1.0 + rank * width / 2, 1.0 / (1.0 + size / 2))
        return Prior(average=average, weights=weights, precision=precision, stiffness=stiffness)

    def with_stars(self, rest: Any, seen: Floats, traits: Floats, sureness: float) -> tuple[Floats, Floats]:
        """Precision (rows, d, d) of each row's vector when its stars are seen, and that times its mean (rows, d).

        `rest` is a CSR (rows, columns) of what is to be explained by vectors times `seen` (columns, d), with errors of
        variance 1 / sureness.
        """
        gram, moment = sums(rest, seen)
        expected = self.average + traits @ self.weights
        return sureness * gram + self.precision, sureness * moment + expected @ self.precision


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """One draw of all that is needed to place people among the films."""

    films: Floats  # (films, d)
    people: Prior
    sureness: float


class BayesFactors:
    """Factors by Gibbs sampling; people are folded into every sample at the mean of what they may be."""

    name: ClassVar[str] = "bayes-factors"

    def __init__(
        self,
        *,
        factors: int = 10,
        habits: int = 50,  # directions of what people chose to rate, as side information
        burn_in: int = 30,  # first draws, not kept
        samples: int = 100,
        seed: int = 0,
    ) -> None:
        self._width, self._habits, self._seed = 1 + factors, habits, seed
        self._burn_in, self._samples = burn_in, samples

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Draw samples of the films' vectors and of what is expected of people."""
        rng = np.random.default_rng(self._seed)
        stars = known.stars
        by_film = stars.T.tocsr()
        self._scale = Scale.of(stars)
        mean = self._scale.mean
        self._of_people = Habits.of(stars, self._habits, self._seed)
        people_traits = self._of_people.traits(stars)
        film_traits = Habits.of(by_film, self._habits, self._seed).traits(by_film)
        of_people = Prior.start(people_traits.shape[1], self._width)
        of_films = Prior.start(film_traits.shape[1], self._width)
        films = rng.normal(0.0, 0.1, (stars.shape[1], self._width))
        sureness = 1.0
        self._kept: list[Sample] = []
        for turn in range(self._burn_in + self._samples if stars.nnz else 0):
            rest = less(stars, mean, films[:, 0])
            people = _drawn(of_people.with_stars(rest, with_one(films), people_traits, sureness), rng)
            of_people = of_people.drawn(people_traits, people, rng)
            rest = less(by_film, mean, people[:, 0])
            films = _drawn(of_films.with_stars(rest, with_one(people), film_traits, sureness), rng)
            of_films = of_films.drawn(film_traits, films, rng)
            missed = rest.data - np.einsum("nd,nd->n", films[rows_of(rest)], with_one(people)[rest.indices])
            sureness = rng.gamma(1.0 + len(missed) / 2, 1.0 / (1.0 + float(missed @ missed) / 2))
            if turn >= self._burn_in:
                self._kept.append(Sample(films=films, people=of_people, sureness=sureness))

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) stars."""
        traits = self._of_people.traits(given.stars)
        total = np.zeros(given.stars.shape)
        for sample in self._kept:
            seen = with_one(sample.films)
            rest = less(given.stars, self._scale.mean, sample.films[:, 0])
            people = solved(*sample.people.with_stars(rest, seen, traits, sample.sureness))
            total += people @ seen.T + sample.films[:, 0]
        return self._scale.bounded(self._scale.mean + total / max(len(self._kept), 1))


def _drawn(posterior: tuple[Floats, Floats], rng: np.random.Generator) -> Floats:
    """(rows, d) a draw of each row from precision (rows, d, d) and precision times mean (rows, d)."""
    precision, moment = posterior
    noise = np.linalg.cholesky(precision) @ rng.standard_normal(moment.shape)[..., None]
    return solved(precision, moment + noise[..., 0])
