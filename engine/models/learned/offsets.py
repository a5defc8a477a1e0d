"""What models of stars share: the scale of some stars, and how far people and films lie off the mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LOWEST, HIGHEST = 0.5, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The mean and the ends of the stars that a model has learned from."""

    mean: float
    low: float
    high: float

    @classmethod
    def of(cls, stars: Any) -> Scale:
        """The scale of a CSR of stars; without any, the whole scale and its middle."""
        if not stars.nnz:
            return cls(mean=(LOWEST + HIGHEST) / 2, low=LOWEST, high=HIGHEST)
        values = stars.data.astype(np.float64)
        return cls(mean=float(values.mean()), low=float(values.min()), high=float(values.max()))

    def bounded(self, scores: Floats) -> NDArray[np.float32]:
        """Scores, none beyond the ends of the scale."""
        return np.clip(scores, self.low, self.high).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offsets:
    """Stars as the mean, plus how kind a person is, plus how good a film is."""

    mean: float
    films: Floats  # (films,) stars above the mean
    to_people: float  # penalty on the offset of a person: this many ratings right at what is expected

    @classmethod
    def of(cls, stars: Any, *, to_people: float, to_films: float, rounds: int = 20) -> Offsets:
        """The offsets with the least squared error plus penalties, by alternating least squares."""
        mean = Scale.of(stars).mean
        by_film = stars.T.tocsr()
        offsets = cls(mean=mean, films=np.zeros(stars.shape[1]), to_people=to_people)
        for _ in range(rounds):
            films = shrunk_means(less(by_film, mean, offsets.people(stars)), to_films)
            offsets = cls(mean=mean, films=films, to_people=to_people)
        return offsets

    def people(self, stars: Any) -> Floats:
        """(people,) stars that each person of a CSR (people, films) gives above what the films get."""
        return shrunk_means(less(stars, self.mean, self.films), self.to_people)

    def expected(self, stars: Any) -> Floats:
        """(people, films) stars that the offsets expect of the people of a CSR."""
        return self.mean + self.people(stars)[:, None] + self.films

    def rest(self, stars: Any) -> Any:
        """CSR like `stars`: what the offsets leave unexplained of it."""
        left = less(stars, self.mean, self.films)
        left.data -= self.people(stars)[rows_of(stars)]
        return left


def less(stars: Any, mean: float, columns: Floats) -> Any:
    """CSR of float64 like `stars`, less the mean and the offset of each column."""
    left = stars.astype(np.float64)
    left.data -= mean + columns[left.indices]
    return left


def shrunk_means(stars: Any, penalty: float) -> Floats:
    """(rows,) the mean of each row of a CSR as if it had `penalty` zeros more; 0 for an empty row."""
    totals: Floats = np.asarray(stars.sum(axis=1)).ravel()
    means: Floats = totals / np.maximum(np.diff(stars.indptr) + penalty, 1e-12)
    return means


def rows_of(stars: Any) -> NDArray[np.int64]:
    """The row of each stored value of a CSR."""
    return np.repeat(np.arange(stars.shape[0]), np.diff(stars.indptr))


def places(stars: Any) -> Any:
    """CSR of float64 ones where something is stored."""
    ones = stars.astype(np.float64)
    ones.data[:] = 1.0
    return ones
