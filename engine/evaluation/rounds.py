"""Are the cards better in later rounds, for those who judged the earlier ones? From what was shown, round by round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import INTERVAL, Report, Score, bootstrapped, drawn_sets

_DIGITS = 3


def evaluate(
    right: Mapping[str, NDArray[np.float64]],
    units: NDArray[np.int64],
    seeds: NDArray[np.int64],
    *,
    ours: str,
    without: Sequence[str],
    counted: str,
) -> Report:
    """The share of right cards in each round, by arm.

    `right` holds (cases, rounds, cards) by arm, 1 where a card was right and 0 where it was not; `ours` is the arm
    whose quotient by each of `without` is asked for. A case is one person (`units`) as drawn by one seed (`seeds`): a
    person whom several seeds drew is one unit of the intervals. `above` is on the first round.
    """
    shares = {name: values.mean(axis=2) for name, values in right.items()}
    rounds = range(shares[ours].shape[1])
    rows = {name: {f"round {r + 1}": bootstrapped(own[:, r], units) for r in rounds} for name, own in shares.items()}
    mine, last = shares[ours], rounds[-1]
    times: dict[str, dict[str, list[float]]] = {}
    for name in without:
        other = shares[name]
        by_round = {f"round {r + 1}": _plain(quotient(mine[:, r], other[:, r], units)) for r in rounds}
        by_seed = {
            f"seed {seed}": _plain(quotient(mine[drew, last], other[drew, last], units[drew]))
            for seed, drew in ((seed, seeds == seed) for seed in np.unique(seeds).tolist())
        }
        times[f"times {name}"] = {at: said for at, said in by_round.items() if said}
        times[f"times {name}, round {last + 1}"] = {drew: said for drew, said in by_seed.items() if said}
    return Report(
        n=len(units),
        counted=counted,
        ours=rows.pop(ours),
        peers=rows,
        above={name: bootstrapped(mine[:, 0] - shares[name][:, 0], units) for name in rows},
        details={"ours is above in": "round 1", **times},
    )


def quotient(over: NDArray[np.float64], under: NDArray[np.float64], units: NDArray[Any], *, seed: int = 0) -> Score:
    """The sum of `over` (cases,) by the sum of `under` (cases,), with the 95% interval over drawn sets of units.

    Both sums are of the same drawn people: the interval is paired. NaN where nothing of `under` is above 0; drawn sets
    without any such are left out.
    """
    numbers = np.unique(units, return_inverse=True)[1]
    tops, bottoms = np.bincount(numbers, over), np.bincount(numbers, under)
    if not bottoms.sum() > 0:
        return Score(value=float("nan"))
    drawn = drawn_sets(len(tops), seed)
    below = drawn @ bottoms
    low, high = np.quantile((drawn @ tops)[below > 0] / below[below > 0], INTERVAL)
    return Score(value=float(tops.sum() / bottoms.sum()), low=float(low), high=float(high))


def _plain(score: Score) -> list[float]:
    """The figure, then the ends of its interval; nothing when it is none."""
    if score.low is None or score.high is None:
        return []
    return [round(value, _DIGITS) for value in (score.value, score.low, score.high)]
