"""What it says of a person which films they chose to rate, and of a film who chose it, whatever the stars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.models.learned.offsets import Floats, places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Habits:
    """The main directions in which the choices of rows (people or films) differ.

    The choices of a row are ones over the square root of their number, as in SVD++ (Koren 2008), seen along their
    leading singular directions: a few dozen say nearly all of it.
    """

    directions: Floats  # (columns, rank) orthonormal
    centre: Floats  # (rank,) of the rows that chose anything

    @classmethod
    def of(cls, stars: Any, rank: int, seed: int) -> Habits:
        """The habits of the rows of a CSR."""
        from sklearn.utils.extmath import randomized_svd

        rank = min(rank, *stars.shape)
        if not rank or not stars.nnz:
            return cls(directions=np.zeros((stars.shape[1], 0)), centre=np.zeros(0))
        choices = _choices(stars)
        _, _, turned = randomized_svd(choices, rank, random_state=seed)
        directions = np.ascontiguousarray(turned.T)
        return cls(directions=directions, centre=(choices @ directions).sum(axis=0) / np.count_nonzero(_counts(stars)))

    def traits(self, stars: Any) -> Floats:
        """(rows, rank) where the rows of a CSR lie, around 0; rows that chose nothing are as the average."""
        found: Floats = _choices(stars) @ self.directions - self.centre
        found[_counts(stars) == 0] = 0.0
        return found


def _counts(stars: Any) -> Any:
    return np.diff(stars.indptr)


def _choices(stars: Any) -> Any:
    from scipy.sparse import diags_array

    return (diags_array(1.0 / np.sqrt(np.maximum(_counts(stars), 1))) @ places(stars)).tocsr()
