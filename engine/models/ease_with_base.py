"""Denoising EASE above a base: what a film scores for everybody, and what each like adds to that.

EASE (see `engine.models.ease`) with one more column, which everybody has and which training never imagines away. It
takes up how popular films are, so that the weights say what is special about those who like a film; without it they
all speak for what everybody likes, and a single like says too much.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def ease_with_base(likes: Any, *, penalty: float, dropout: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The base (items,), and weights (items, items) with a zero diagonal: what liking a row's film adds to a column's.

    `likes` is a sparse matrix (people, items) of 0 and 1; `dropout` in [0, 1) is the share of likes that training
    imagines away. Higher speaks for a film; a weight may be below 0. With keep = 1 - dropout and P the inverse of

        X'X, its diagonal by keep, plus penalty on it | likes of each item by keep
        likes of each item by keep                    | people by keep²

    base and weights are -P / diag(P) / keep, of the last row and of the others: for each film the least-squares guess
    of who likes it, 0 to 1, from other likes that stay with probability keep.
    """
    people, items = likes.shape
    keep = 1.0 - dropout
    matrix = np.empty((items + 1, items + 1))
    matrix[:items, :items] = (likes.T @ likes).toarray()
    counts = np.diag(matrix)[:items] / keep
    np.fill_diagonal(matrix, np.append(counts + penalty, people / keep**2))
    matrix[items, :items] = matrix[:items, items] = counts
    inverse = np.linalg.inv(matrix)
    found = (-inverse[:, :items] / (keep * np.diag(inverse)[:items])).astype(np.float32)
    base, weights = found[items].copy(), found[:items]
    np.fill_diagonal(weights, 0.0)
    return base, weights
