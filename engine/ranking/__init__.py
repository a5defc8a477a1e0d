"""From evidence to an order: a weighted blend, then a deck that does not repeat itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.candidate import Candidate, Shortlist
from engine.models import Films

LOOKED_AT = 60
"""Films that diversification chooses from."""
_ALIKE = 0.55  # cosine from which two cards of one deck count as alike
_REPEAT = 1.2  # how much the best card like it costs a film, per cosine above that
_SAME_SERIES = 0.5  # what a second film of a series costs


@cache
def default_weights() -> Mapping[str, float]:
    """The package's own blend weights, by the part names before the colon."""
    raw = json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in raw.items() if name != "how"}


def score(
    found: Shortlist, catalogue_ids: NDArray[np.int64], weights: Mapping[str, float], at_most: int | None = None
) -> list[Candidate]:
    """Candidates with their weighted parts, best first; those that meet every wish before the others.

    `score` is the sum of `parts`. Only the best `at_most` of each of the two kinds are made, when it is given.
    """
    weighted = _weighted(found, weights)
    summed = _sum(weighted, len(found.rows))
    # Ties fall by id, so that the same request always gives the same order.
    order = np.lexsort((catalogue_ids[found.rows], -summed, ~found.exact))
    if at_most is not None:
        fitting = int(found.exact.sum())
        order = np.concatenate((order[: min(at_most, fitting)], order[fitting : fitting + at_most]))
    return [
        Candidate(
            tmdb=int(catalogue_ids[found.rows[i]]),
            row=int(found.rows[i]),
            score=float(summed[i]),
            parts={name: float(values[i]) for name, values in weighted.items() if values[i] != 0.0},
        )
        for i in order
    ]


def totals(found: Shortlist, weights: Mapping[str, float]) -> NDArray[np.float64]:
    """(k,) the score of each film of a shortlist, in its order."""
    return _sum(_weighted(found, weights), len(found.rows))


def _weighted(found: Shortlist, weights: Mapping[str, float]) -> dict[str, NDArray[np.floating[Any]]]:
    return {name: weights[name.split(":")[0]] * values for name, values in found.evidence.items()}


def _sum(weighted: Mapping[str, NDArray[np.floating[Any]]], count: int) -> NDArray[np.float64]:
    summed: NDArray[np.float64] = np.sum(list(weighted.values()), axis=0) if weighted else np.zeros(count)
    return summed


def diversify(candidates: list[Candidate], films: Films, count: int) -> list[Candidate]:
    """The best `count` of a ranked list that are not too alike, best first.

    Maximal marginal relevance (Carbonell and Goldstein 1998). Candidates are expected best first, all of them exact
    or all not.
    """
    pool = candidates[: max(LOOKED_AT, count)]
    if not pool or count < 1:
        return []
    matrix = films.vectors.matrix[[c.row for c in pool]]
    series = [films.catalogue.series(c.row) for c in pool]
    scores = np.array([c.score for c in pool])
    cost = np.zeros(len(pool))
    left = list(range(len(pool)))
    chosen: list[int] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda i: scores[i] - cost[i])
        chosen.append(best)
        left.remove(best)
        alike = matrix @ matrix[best]
        for i in left:
            repeat = _REPEAT * max(0.0, float(alike[i]) - _ALIKE)
            if series[i] is not None and series[i] == series[best]:
                repeat = max(repeat, _SAME_SERIES)
            cost[i] = max(cost[i], repeat)
    return [pool[i] for i in chosen]
