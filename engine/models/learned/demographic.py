"""What people of one's age, gender and occupation like: a start for someone who told these, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits

AGES = (18.0, 25.0, 35.0, 45.0, 50.0, 56.0)
"""Years at which the next band begins: the bands of MovieLens."""


@dataclass(slots=True, kw_only=True, eq=False)
class Demographic:
    """Popularity, and for each thing that a person told, how much more or less such people like a film than all do.

    The share of a group that likes a film is shrunk towards that of everybody: a small group says little. Logarithms of
    such ratios are added up, as if what people tell were independent (naive Bayes).
    """

    shrinkage: float = 300.0  # people of a group that count as much as everybody does
    name: ClassVar[str] = "demographic"

    _shares: NDArray[np.float64] = field(init=False, repr=False)  # (films,) logarithms of shares of everybody
    _ratios: dict[tuple[str, str], NDArray[np.float64]] = field(init=False, repr=False)  # (films,) logarithms, by group

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Count likes by group; where nobody told anything it is popularity."""
        likes = known.likes
        # Half a like more: what nobody liked so far is not impossible.
        shares = (np.asarray(likes.sum(axis=0), dtype=np.float64).ravel() + 0.5) / (likes.shape[0] + 1.0)
        self._shares = np.log(shares)
        self._ratios = {}
        for group, rows in _groups(known.people):
            liked = np.asarray(likes[rows].sum(axis=0), dtype=np.float64).ravel()
            shrunk = (liked + self.shrinkage * shares) / (len(rows) + self.shrinkage)
            self._ratios[group] = np.log(shrunk) - self._shares

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) logarithms of chances up to a constant a person; what they rated is not looked at."""
        scores = np.tile(self._shares, (given.stars.shape[0], 1))
        for group, rows in _groups(given.people):
            if group in self._ratios:
                scores[rows] += self._ratios[group]
        return scores.astype(np.float32)


def _groups(people: pd.DataFrame | None) -> Iterator[tuple[tuple[str, str], NDArray[np.int64]]]:
    """Each group that people say they belong to, and the rows of those who do."""
    if people is None:
        return
    ages = people["age"].to_numpy(dtype=np.float64)
    bands = np.where(np.isnan(ages), "", np.searchsorted(AGES, ages, side="right").astype(str))
    told = {"age": bands, "gender": people["gender"].to_numpy(), "occupation": people["occupation"].to_numpy()}
    for what, values in told.items():
        for value in sorted(set(values.tolist()) - {""}):
            yield (what, value), np.flatnonzero(values == value)
