"""Many small ridge regressions at once: the vector of every person from the films they rated, or the other way.

In the models of factors a person is a vector (offset, factors), and so is a film. Stars are the mean, plus the offset
of the film, plus the vector of the person times the vector of the film with a one in place of its offset; and likewise
with person and film exchanged. So whoever gave ratings can be placed among fitted films, known in training or not.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.models.learned.offsets import Floats, places


def with_one(vectors: Floats) -> Floats:
    """(rows, 1 + factors) vectors as the other side sees them: a one in place of the offset."""
    seen = vectors.copy()
    seen[:, 0] = 1.0
    return seen


def sums(rest: Any, seen: Floats) -> tuple[Floats, Floats]:
    """Of the regression of each row of a CSR (rows, columns) on the vectors of its columns: X'X and X'y.

    `seen` is (columns, d); gives (rows, d, d) and (rows, d).
    """
    width = seen.shape[1]
    upper, lower = np.triu_indices(width)
    flat = places(rest) @ (seen[:, upper] * seen[:, lower])
    gram: Floats = np.empty((rest.shape[0], width, width))
    gram[:, upper, lower] = flat
    gram[:, lower, upper] = flat
    moment: Floats = rest @ seen
    return gram, moment


def ridges(rest: Any, seen: Floats, penalties: Floats, towards: Floats) -> Floats:
    """(rows, d) the vectors w with the least squared error plus `penalties` (d,) times (w - towards)^2."""
    gram, moment = sums(rest, seen)
    return solved(gram + np.diag(penalties), moment + penalties * towards)


def solved(left: Floats, right: Floats) -> Floats:
    """(rows, d) the solutions of (rows, d, d) x = (rows, d)."""
    return np.asarray(np.linalg.solve(left, right[..., None])[..., 0], dtype=np.float64)
