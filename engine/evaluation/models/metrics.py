"""How good predicted stars and ranked films are, for all people at once.

Errors and like or dislike are measured rating by rating: `stars` and `predicted` are (ratings,), 0.5 to 5. Rankings are
measured person by person: `hit` (people, k) says whether the film shown at each place, best first, is a target, and
`targets` (people,) how many there are. A measure of a ranking gives (people,), NaN for who has no target.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.sources.ratings import LIKED

Floats = NDArray[np.float64]


def squared_errors(stars: NDArray[Any], predicted: NDArray[Any]) -> Floats:
    """(ratings,) (predicted - stars)², in stars²; lower is better. Their mean is MSE, the root of that is RMSE."""
    errors: Floats = np.square(np.asarray(predicted, dtype=float) - np.asarray(stars, dtype=float))
    return errors


def absolute_errors(stars: NDArray[Any], predicted: NDArray[Any]) -> Floats:
    """(ratings,) |predicted - stars|, in stars; lower is better. Their mean is MAE."""
    errors: Floats = np.abs(np.asarray(predicted, dtype=float) - np.asarray(stars, dtype=float))
    return errors


def mse(stars: NDArray[Any], predicted: NDArray[Any]) -> float:
    """Mean squared error, in stars²; lower is better."""
    return float(squared_errors(stars, predicted).mean())


def rmse(stars: NDArray[Any], predicted: NDArray[Any]) -> float:
    """Root of the mean squared error, in stars; lower is better."""
    return float(np.sqrt(mse(stars, predicted)))


def mae(stars: NDArray[Any], predicted: NDArray[Any]) -> float:
    """Mean absolute error, in stars; lower is better."""
    return float(absolute_errors(stars, predicted).mean())


def verdicts(stars: NDArray[Any], predicted: NDArray[Any]) -> dict[str, tuple[Floats, Floats]]:
    """Like or dislike, told from predicted stars: what is counted (ratings,), and of what (ratings,), by measure.

    A like is 4 stars and more, given or predicted. The sum of the first by the sum of the second is the measure, 0 to
    1, higher is better: precision = right likes / predicted likes, recall = right likes / likes, F1 = 2 right likes /
    (predicted likes + likes), accuracy = right verdicts / ratings.
    """
    true, said = np.asarray(stars) >= LIKED, np.asarray(predicted) >= LIKED
    right = (true & said).astype(float)
    return {
        "precision": (right, said.astype(float)),
        "recall": (right, true.astype(float)),
        "F1": (2 * right, said.astype(float) + true),
        "accuracy": ((true == said).astype(float), np.ones(len(right))),
    }


def shown(scores: NDArray[Any], allowed: NDArray[np.bool_], count: int, seed: int = 0) -> NDArray[np.int64]:
    """(people, count) columns of the best scored films that are allowed, best first; -1 where none is left.

    `scores` and `allowed` are (people, films). Films that score alike come in an order drawn by `seed`, the same for
    every model and person.
    """
    if np.isnan(scores).any():
        raise ValueError("a model scored a film as no number")
    tie = np.random.default_rng(seed).permutation(scores.shape[1])
    order = np.argsort(-np.where(allowed, scores, -np.inf)[:, tie], axis=1, kind="stable")[:, :count]
    columns: NDArray[np.int64] = tie[order]
    columns = np.where(np.take_along_axis(allowed, columns, axis=1), columns, -1)
    # A film that is allowed may score -inf, and stand behind one that is not.
    columns = np.take_along_axis(columns, np.argsort(columns < 0, axis=1, kind="stable"), axis=1)
    return np.pad(columns, ((0, 0), (0, count - columns.shape[1])), constant_values=-1)


def hits(columns: NDArray[np.int64], wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(people, k) whether what `shown` gave is among what each person wants: `wanted` is (people, films)."""
    found: NDArray[np.bool_] = np.take_along_axis(wanted, np.maximum(columns, 0), axis=1) & (columns >= 0)
    return found


def recall(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) hits / min(k, targets), 0 to 1, higher is better: a full list of hits is all that there could be."""
    return _ratio(hit.sum(axis=1), np.minimum(hit.shape[1], targets))


def precision(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) hits / k, 0 to 1, higher is better."""
    return _ratio(hit.sum(axis=1), np.where(targets > 0, hit.shape[1], 0))


def f1(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) 2 hits / (k + targets), 0 to 1, higher is better: harmonic mean of hits / k and hits / targets."""
    return _ratio(2 * hit.sum(axis=1), np.where(targets > 0, hit.shape[1] + targets, 0))


def hit_rate(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) 1 where anything shown is a target, else 0; higher is better."""
    return _ratio(hit.sum(axis=1) > 0, targets > 0)


def reciprocal_rank(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) 1 / place of the first hit, 0 without one, higher is better. The mean is MRR."""
    first = np.where(hit.any(axis=1), 1 / (1 + hit.argmax(axis=1)), 0.0)
    return np.where(targets > 0, first, np.nan)


def average_precision(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) sum over hits of (hits up to it / its place), by min(k, targets): 0 to 1, higher is better.

    The mean is MAP.
    """
    places = np.arange(1, hit.shape[1] + 1)
    return _ratio((hit * np.cumsum(hit, axis=1) / places).sum(axis=1), np.minimum(hit.shape[1], targets))


def ndcg(hit: NDArray[np.bool_], targets: NDArray[np.int64]) -> Floats:
    """(people,) sum over hits of 1 / log2(1 + place), by that of a perfect list: 0 to 1, higher is better.

    Järvelin and Kekäläinen 2002, with gains of 0 and 1.
    """
    gains = 1 / np.log2(np.arange(2, hit.shape[1] + 2))
    ideal = np.concatenate([[0.0], np.cumsum(gains)])
    return _ratio(hit @ gains, ideal[np.minimum(hit.shape[1], targets)])


def _ratio(top: NDArray[Any], bottom: NDArray[Any]) -> Floats:
    ratio: Floats = np.divide(top, bottom, out=np.full(len(top), np.nan), where=np.asarray(bottom) > 0)
    return ratio
