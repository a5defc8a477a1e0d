"""The nearest films of a film, from how near all are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def nearest(row: NDArray[np.float32], film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Columns of the `count` highest of (films,) above 0, best first, equal ones by column, never `film`; and these."""
    row = np.array(row, dtype=np.float32)
    row[film] = 0.0
    best = np.argsort(-row, kind="stable")[:count]
    best = best[row[best] > 0]
    return best, row[best]
