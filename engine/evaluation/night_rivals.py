"""Plain ways to choose films for a group, which a fair one has to beat.

Each takes values (members, films), higher is better, and gives columns in the order of the list. Equal films come in
the order of their columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Choose = Callable[[Values, int], NDArray[np.int64]]
"""(members, films) values and how many films, to columns."""

_BALANCE = 0.5  # of GreedyLM, as its authors recommend: welfare and fairness count alike


def average(values: Values, count: int) -> NDArray[np.int64]:
    """The films with the highest mean."""
    return np.argsort(-values.mean(axis=0), kind="stable")[:count].astype(np.int64)


def least_misery(values: Values, count: int) -> NDArray[np.int64]:
    """The films whose lowest value is highest; equals by the mean."""
    return np.lexsort((-values.mean(axis=0), -values.min(axis=0)))[:count].astype(np.int64)


def greedy_lm(values: Values, count: int) -> NDArray[np.int64]:
    """One by one, the film that makes the list best: half its mean over members, half the worst-off member's part.

    Source: Xiao et al., "Fairness-Aware Group Recommendation with Pareto-Efficiency" (RecSys 2017).
    """
    had = np.zeros((len(values), 1))
    left = np.ones(values.shape[1], dtype=bool)
    chosen: list[int] = []
    while len(chosen) < min(count, values.shape[1]):
        parts = (had + values) / (len(chosen) + 1)
        good = _BALANCE * parts.mean(axis=0) + (1.0 - _BALANCE) * parts.min(axis=0)
        best = int(np.where(left, good, -np.inf).argmax())
        chosen.append(best)
        left[best] = False
        had = had + values[:, best : best + 1]
    return np.array(chosen, dtype=np.int64)


RIVALS: Mapping[str, Choose] = MappingProxyType(
    {"average of worths": average, "least misery": least_misery, "GreedyLM": greedy_lm}
)
