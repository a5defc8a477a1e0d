"""Which films are loved by the same people, from the kin that people wrote.

Kinship is used both ways and travels: the score of a film for an example is a random walk with restart from the
example over the kin graph (Tong, Faloutsos and Pan 2006, with symmetric normalisation so that hubs don't win).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue

_STEPS = 4
_ONWARD = 0.55  # the chance of another step
_LATER = 0.93  # each further place in a kin list counts so much of the one before


class Kinship:
    """Film-to-film kinship over a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._films = len(catalogue)
        edges: dict[tuple[int, int], float] = {}
        for row, kin in enumerate(catalogue.kin):
            for place, other in enumerate(catalogue.rows(kin).tolist() if kin else ()):
                for edge in ((row, other), (other, row)):
                    edges[edge] = edges.get(edge, 0.0) + _LATER**place
        ends = np.array(list(edges), dtype=np.int64).reshape(-1, 2)
        self._rows, places = np.unique(ends, return_inverse=True)  # only films with kin are walked over
        self._heads, self._tails = places.reshape(-1, 2).T
        weights = np.array(list(edges.values()))
        degree = np.bincount(self._heads, weights, minlength=len(self._rows))
        self._weights = weights / np.sqrt(degree[self._heads] * degree[self._tails])
        self.known: NDArray[np.bool_] = np.zeros(self._films, dtype=bool)
        """(films,) whether a film has any kin."""
        self.known[self._rows] = True
        self.near = lru_cache(maxsize=256)(self._near)
        """`near(row)`: (films,) kinship with the film in a row, 0 none to 1 the closest; itself 0."""

    def _near(self, row: int) -> NDArray[np.float32]:
        near = np.zeros(self._films, dtype=np.float32)
        if self.known[row]:
            near[self._rows] = self._walked(int(np.searchsorted(self._rows, row)))
        near.setflags(write=False)
        return near

    def _walked(self, start: int) -> NDArray[np.float64]:
        """(films with kin,) how close each is to one of them."""
        count = len(self._rows)
        walk = np.zeros(count)
        walk[start] = 1.0
        total = np.zeros(count)
        weight = 1.0
        for _ in range(_STEPS):
            walk = np.bincount(self._heads, self._weights * walk[self._tails], minlength=count).astype(float)
            total += weight * walk
            weight *= _ONWARD
        total[start] = 0.0
        # The square root spreads what lies beyond the direct kin.
        return np.sqrt(total / (total.max() or 1.0))
