"""The long tail: how unevenly attention falls on films."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

PERCENTS = (1, 5, 20)
_POINTS = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tail:
    """What share of all ratings (or votes) the most rated films have."""

    films: int
    total: int  # ratings or votes
    top: Mapping[int, float]  # per cent of the films, the most rated first, to their share of all ratings, 0 to 1
    gini: float  # 0: every film has as many; towards 1: a few have all
    share_of_films: NDArray[np.float64]  # (points,) 0 to 1, rising
    share_of_ratings: NDArray[np.float64]  # (points,) 0 to 1 for the most rated films up to there


def tail(counts: NDArray[Any]) -> Tail | None:
    """The long tail of ratings by film; films without ratings are left out. None when there are none.

    Source of the coefficient: Gini (1912), as the mean difference over twice the mean.
    """
    ranked = np.sort(np.asarray(counts, dtype=np.int64))[::-1]
    ranked = ranked[ranked > 0]
    films = len(ranked)
    if not films:
        return None
    running = np.concatenate([[0], np.cumsum(ranked)])
    total = int(running[-1])
    at = np.unique(np.linspace(0, films, min(films, _POINTS) + 1).round().astype(np.int64))
    rank = np.arange(1, films + 1)  # from the most rated
    return Tail(
        films=films,
        total=total,
        top={percent: running[int(np.ceil(films * percent / 100))] / total for percent in PERCENTS},
        gini=float((films + 1 - 2 * (rank @ ranked) / total) / films),
        share_of_films=at / films,
        share_of_ratings=running[at] / total,
    )
