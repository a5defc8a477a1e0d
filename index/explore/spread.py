"""How a number is spread over many films or people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spread:
    """Quantiles of a number, and how many of the things have it between each two edges."""

    count: int
    mean: float
    least: float
    quarter: float
    median: float
    three_quarters: float
    most: float
    edges: NDArray[np.float64]  # (bins + 1,) rising; a bin holds its lower edge and not its upper one
    counts: NDArray[np.int64]  # (bins,) the first and the last bin also hold what lies below and beyond them


def even(values: NDArray[Any], *, step: float, low: float, high: float) -> Spread | None:
    """The spread in bins of one width from `low` to `high`; None when there are no values. NaN is left out."""
    return _spread(values, np.arange(low, high + step / 2, step, dtype=float))


def rising(values: NDArray[Any]) -> Spread | None:
    """The spread of counts from 1 on, in bins that begin at 1, 2, 5, 10, 20, 50 ...; zeros are left out."""
    values = np.asarray(values, dtype=float)
    values = values[values >= 1]
    if not len(values):
        return None
    tens = range(int(np.log10(values.max())) + 1)
    edges = [first * 10.0**ten for ten in tens for first in (1, 2, 5)]
    edges = [edge for edge in edges if edge <= values.max()]
    first = edges[-1] / 10.0 ** int(np.log10(edges[-1]))
    edges.append(edges[-1] * (2.5 if round(first) == 2 else 2))
    return _spread(values, np.array(edges))


def _spread(values: NDArray[Any], edges: NDArray[np.float64]) -> Spread | None:
    values = np.asarray(values, dtype=float)
    values = values[~np.isnan(values)]
    if not len(values):
        return None
    bins = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
    least, quarter, median, three_quarters, most = np.quantile(values, [0, 0.25, 0.5, 0.75, 1]).tolist()
    return Spread(
        count=len(values),
        mean=float(values.mean()),
        least=least,
        quarter=quarter,
        median=median,
        three_quarters=three_quarters,
        most=most,
        edges=edges,
        counts=np.bincount(bins, minlength=len(edges) - 1).astype(np.int64),
    )
