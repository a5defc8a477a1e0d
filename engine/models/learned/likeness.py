"""How alike two films, or two people, are by their ratings: what both kinds of nearest neighbours stand on."""

from __future__ import annotations

from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions

Similarity = Literal["cosine", "adjusted-cosine", "pearson"]


def compared(opinions: Opinions, similarity: Similarity, centre: NDArray[np.float64]) -> Any:
    """CSR (people, films) of what is compared: likes for cosine, stars for Pearson, and for adjusted cosine stars less
    `centre`: the means of people (people, 1) where films are compared, and of films (1, films) where people are.

    Raises EngineError for a similarity that there is not.
    """
    if similarity not in get_args(Similarity):
        raise EngineError(f"there is no similarity {similarity!r}: take one of {', '.join(get_args(Similarity))}")
    if similarity == "cosine":
        return opinions.likes.astype(np.float64)
    stars = opinions.stars.astype(np.float64)
    if similarity == "adjusted-cosine":
        people = np.repeat(np.arange(stars.shape[0]), np.diff(stars.indptr))
        stars.data -= np.broadcast_to(centre, stars.shape)[people, stars.indices]
    return stars


def means(stars: Any, axis: Literal[0, 1]) -> NDArray[np.float64]:
    """Mean stars of each film (axis 0: (1, films)) or person (axis 1: (people, 1)) of those given; without any 0."""
    counts = np.asarray(_marks(stars).sum(axis=axis), dtype=np.float64)
    sums = np.asarray(stars.sum(axis=axis, dtype=np.float64))
    return np.expand_dims(sums.ravel() / np.maximum(counts.ravel(), 1.0), axis)


def likeness(left: Any, right: Any, similarity: Similarity, shrinkage: float) -> NDArray[np.float64]:
    """(left, right) how alike the rows of two CSR matrices are, in [-1, 1]; 0 where they have nothing in common.

    Cosine is over whole rows. Adjusted cosine and Pearson are over the places that both rows have a rating at, Pearson
    around the means of these. All are then times n / (n + shrinkage), with n such places: little in common says little.
    """
    ours, theirs = _marks(left), _marks(right)
    shared = _dense(ours, theirs)
    across = _dense(left, right)
    if similarity == "cosine":
        squares = np.outer(_squared(left).sum(axis=1), _squared(right).sum(axis=1))
    else:
        own, other = _dense(_squared(left), theirs), _dense(ours, _squared(right))
        if similarity == "pearson":
            sums, others = _dense(left, theirs), _dense(ours, right)
            n = np.maximum(shared, 1.0)
            across -= sums * others / n
            own -= sums**2 / n
            other -= others**2 / n
        # What is left of equal ratings after rounding is no spread.
        own[own < _ROUNDING], other[other < _ROUNDING] = 0.0, 0.0
        squares = own * other
    alike = np.divide(across, np.sqrt(squares), out=np.zeros_like(across), where=squares > 0)
    alike *= np.divide(shared, shared + shrinkage, out=np.zeros_like(shared), where=shared > 0)
    return np.clip(alike, -1.0, 1.0)


_ROUNDING = 1e-9


def strongest(alike: NDArray[np.float64], count: int) -> Any:
    """CSR float32 of the `count` highest entries above 0 of each row."""
    from scipy.sparse import csr_matrix

    kept = np.minimum(count, alike.shape[1])
    if kept < alike.shape[1]:
        best = np.argpartition(-alike, kept - 1, axis=1)[:, :kept]
    else:
        best = np.tile(np.arange(alike.shape[1]), (len(alike), 1))
    values = np.take_along_axis(alike, best, axis=1)
    rows = np.repeat(np.arange(len(alike)), kept)
    good = values.ravel() > 0
    found = (values.ravel()[good].astype(np.float32), (rows[good], best.ravel()[good]))
    return csr_matrix(found, shape=alike.shape)


def _marks(matrix: Any) -> Any:
    found = matrix.copy()
    found.data = np.ones_like(found.data)
    return found


def _squared(matrix: Any) -> Any:
    found = matrix.copy()
    found.data = found.data**2
    return found


def _dense(left: Any, right: Any) -> NDArray[np.float64]:
    return np.asarray((left @ right.T).toarray(), dtype=np.float64)
