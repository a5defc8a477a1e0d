"""Sums from which a measure, its interval and its difference between two models follow, all over the same people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import INTERVAL, Score, drawn_sets

_MOST_UNITS = 5_000  # that are drawn: more people are drawn in groups, or the drawn sets would fill the memory


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """One measure of one model: the sum of `top` by the sum of `bottom`."""

    top: NDArray[np.float64]  # (units,) one unit is one person, or a group of people
    bottom: NDArray[np.float64]  # (units,)
    root: bool = False  # the square root of it is the measure

    @classmethod
    def of(
        cls, values: NDArray[Any], people: NDArray[np.int64], weights: NDArray[Any] | None = None, *, root: bool = False
    ) -> Tally:
        """From values (cases,) and whose each is (cases,), numbers from 0 without gaps; NaN is no case.

        With `weights` (cases,) the measure is sum of values / sum of weights, else the mean of the values.
        """
        values = np.asarray(values, dtype=float)
        known = ~np.isnan(values)
        units = people[known] % _MOST_UNITS
        size = min(_MOST_UNITS, int(people.max()) + 1) if len(people) else 1
        bottoms = np.ones(int(known.sum())) if weights is None else np.asarray(weights, dtype=float)[known]
        top, bottom = np.zeros(size), np.zeros(size)
        np.add.at(top, units, values[known])
        np.add.at(bottom, units, bottoms)
        return cls(top=top, bottom=bottom, root=root)

    def score(self, *, seed: int = 0) -> Score:
        """The measure with its 95% percentile interval over drawn sets of people; NaN when there is no case."""
        low, high = _ends(self._drawn(seed))
        with np.errstate(invalid="ignore"):
            value = self.top.sum() / self.bottom.sum()
        return Score(value=float(np.sqrt(value) if self.root else value), low=low, high=high)

    def minus(self, other: Tally, *, seed: int = 0) -> Score:
        """By how much this model's measure is more than another's, over the same drawn sets of people: paired."""
        low, high = _ends(self._drawn(seed) - other._drawn(seed))
        return Score(value=self.score(seed=seed).value - other.score(seed=seed).value, low=low, high=high)

    def _drawn(self, seed: int) -> NDArray[np.float64]:
        drawn = drawn_sets(len(self.bottom), seed)
        with np.errstate(invalid="ignore", divide="ignore"):
            ratios: NDArray[np.float64] = (drawn @ self.top) / (drawn @ self.bottom)
        return np.sqrt(ratios) if self.root else ratios


def _ends(drawn: NDArray[np.float64]) -> tuple[float | None, float | None]:
    known = drawn[np.isfinite(drawn)]
    if not len(known):
        return None, None
    low, high = np.quantile(known, INTERVAL)
    return float(low), float(high)
