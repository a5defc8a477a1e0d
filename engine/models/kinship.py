"""Which films are loved by the same people, from the kin that people wrote.

Kinship is used both ways and travels: the score of a film for an example is a random walk with restart from the
example over the kin graph (Tong, Faloutsos and Pan 2006, with symmetric normalisation so that hubs don't win).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from index.catalogue import Catalogue

_STEPS = 4
_ONWARD = 0.55  # the chance of another step
_LATER = 0.93  # each further place in a kin list counts so much of the one before


class Kinship:
    """Film-to-film kinship over a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        films = len(catalogue)
        heads, tails, weights = [], [], []
        for row, kin in enumerate(catalogue.kin):
            for place, other in enumerate(catalogue.rows(kin)):
                heads.append(row)
                tails.append(int(other))
                weights.append(_LATER**place)
        one_way = sp.csr_array((np.array(weights, dtype=np.float32), (heads, tails)), shape=(films, films))
        both = (one_way + one_way.T).tocsr()
        degree = np.asarray(both.sum(axis=1)).ravel()
        scale = np.divide(1.0, np.sqrt(degree), out=np.zeros_like(degree), where=degree > 0)
        self._step = sp.csr_array(sp.diags_array(scale) @ both @ sp.diags_array(scale), dtype=np.float32)
        self.known: NDArray[np.bool_] = degree > 0
        """(films,) whether a film has any kin."""
        self.near = lru_cache(maxsize=256)(self._near)
        """`near(row)`: (films,) kinship with the film in a row, 0 none to 1 the closest; itself 0."""

    def _near(self, row: int) -> NDArray[np.float32]:
        walk = np.zeros(self._step.shape[0], dtype=np.float32)
        walk[row] = 1.0
        total = np.zeros_like(walk)
        weight = 1.0
        for _ in range(_STEPS):
            walk = self._step @ walk
            total += weight * walk
            weight *= _ONWARD
        total[row] = 0.0
        top = total.max()
        if top > 0:
            # The square root spreads what lies beyond the direct kin.
            total = np.sqrt(total / top)
        total.setflags(write=False)
        return total
