"""What rankings are like beside being right: how much of the catalogue they show, how varied, known, and fitting.

`columns` (people, k) are the films shown to each person as `metrics.shown` gives them: -1 stands for none.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_ALPHA = 0.01  # how much of the profile is mixed into what is shown, so that no genre has a share of 0 (Steck 2018)


def coverage(columns: NDArray[np.int64], films: int) -> float:
    """Films that anybody is shown / all films: 0 to 1, higher shows more of the catalogue."""
    return len(np.unique(columns[columns >= 0])) / films


def gini(columns: NDArray[np.int64], films: int) -> float:
    """Gini coefficient of how often each film is shown: 0 all alike, towards 1 the same few; lower is better."""
    often = np.sort(np.bincount(columns[columns >= 0], minlength=films)).astype(float)
    if not often.any():
        return 0.0
    places = np.arange(1, films + 1)
    return float(((2 * places - films - 1) * often).sum() / (films * often.sum()))


def diversity(columns: NDArray[np.int64], vectors: NDArray[Any]) -> Floats:
    """(people,) 1 - mean cosine of all pairs of films shown, 0 to 2, higher is more varied.

    `vectors` (films, dimensions) are unit rows; films that have zeros are left out, and a person with fewer than two
    others is NaN. Intra-list distance: Ziegler et al. 2005.
    """
    told: NDArray[np.bool_] = np.abs(vectors).max(axis=1, initial=0) > 0
    present = (columns >= 0) & told[np.maximum(columns, 0)]
    count = present.sum(axis=1)
    total = np.zeros((len(columns), vectors.shape[1]))
    for place in range(columns.shape[1]):  # a place after the other: all at once would take k times the memory
        total += vectors[np.maximum(columns[:, place], 0)] * present[:, place, None]
    pairs = (count * (count - 1)).astype(float)
    alike = np.divide(np.square(total).sum(axis=1) - count, pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
    varied: Floats = 1 - alike
    return varied


def novelty(columns: NDArray[np.int64], likes: NDArray[Any], people: int) -> Floats:
    """(people,) mean of -log2((likes + 1) / (people + 1)) of the films shown, in bits: higher is less known.

    `likes` (films,) counts how many of `people` like each film in training. Self-information: Zhou et al. 2010.
    """
    bits = -np.log2((np.asarray(likes, dtype=float) + 1) / (people + 1))
    return _mean(columns, bits)


def popularity(columns: NDArray[np.int64], likes: NDArray[Any]) -> Floats:
    """(people,) mean percentile by likes of the films shown, 0 to 1; lower leans less on what everybody likes.

    The percentile of a film is the share of films that have fewer likes, and half of those that have as many.
    """
    counts = np.asarray(likes)
    inorder = np.sort(counts)
    below, upto = np.searchsorted(inorder, counts, side="left"), np.searchsorted(inorder, counts, side="right")
    return _mean(columns, (below + upto) / 2 / max(1, len(counts)))


def calibration(columns: NDArray[np.int64], given: Any, genres: NDArray[Any]) -> Floats:
    """(people,) KL(p || q) in nats of the genres shown, q, from those given, p: 0 the same, lower is better.

    `given` is CSR (people, films), not 0 where a person likes a film; `genres` (films, genres) 0 or 1. Each film counts
    in equal parts in its genres; q has a hundredth of p mixed in. NaN where either has no genre. Steck 2018.
    """
    parts = genres / np.maximum(1, genres.sum(axis=1, keepdims=True))
    wanted = _shares((given != 0).astype(float) @ parts)
    there = np.zeros_like(wanted)
    for place in range(columns.shape[1]):
        there += parts[np.maximum(columns[:, place], 0)] * (columns[:, place] >= 0)[:, None]
    mixed = (1 - _ALPHA) * _shares(there) + _ALPHA * wanted
    told = ~np.isnan(mixed[:, 0])
    ratio = np.divide(wanted, mixed, out=np.ones_like(mixed), where=told[:, None] & (wanted > 0))
    divergence: Floats = np.where(told, (wanted * np.log(ratio)).sum(axis=1), np.nan)
    return divergence


def _shares(counts: NDArray[Any]) -> Floats:
    total = counts.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(counts, total, out=np.full(counts.shape, np.nan), where=total > 0)
    return shares


def _mean(columns: NDArray[np.int64], values: NDArray[Any]) -> Floats:
    present = columns >= 0
    count = present.sum(axis=1)
    total = (values[np.maximum(columns, 0)] * present).sum(axis=1)
    mean: Floats = np.divide(total, count, out=np.full(len(count), np.nan), where=count > 0)
    return mean
