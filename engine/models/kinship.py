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
        self._places = np.full(self._films, -1, dtype=np.int64)  # among the films with kin
        self._places[self._rows] = np.arange(len(self._rows))
        self._walked = lru_cache(maxsize=4096)(self._walk)

    def near(self, row: int) -> NDArray[np.float32]:
        """(films,) kinship with the film in a row, 0 none to 1 the closest; itself 0."""
        return self.drawn(np.array([row]), np.ones(1, dtype=np.float32))

    def drawn(self, rows: NDArray[np.int64], weights: NDArray[np.float32]) -> NDArray[np.float32]:
        """(films,) kinship with the films in some rows, each as much as its weight says, summed."""
        near = np.zeros(self._films, dtype=np.float32)
        for place, weight in zip(self._places[rows].tolist(), weights, strict=True):
            if place >= 0:
                near[self._rows] += weight * self._walked(place)
        return near

    def among(self, rows: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float32]:
        """(k, n) kinship of the films in `rows` with each of the others."""
        found = np.zeros((len(rows), len(others)), dtype=np.float32)
        places = self._places[rows]
        known = np.flatnonzero(places >= 0)
        for column, other in enumerate(self._places[others].tolist()):
            if other >= 0:
                found[known, column] = self._walked(other)[places[known]]
        return found

    def _walk(self, start: int) -> NDArray[np.float32]:
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
        return np.sqrt(total / (total.max() or 1.0)).astype(np.float32)
