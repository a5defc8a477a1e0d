"""What an evaluation found: one row for ours, one for each peer, all from the same cases in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError

_DRAWS = 2000
INTERVAL = (0.025, 0.975)
"""The quantiles that bound an interval."""
_ROUND = 4  # digits that a report keeps


class NothingToMeasure(EngineError):  # noqa: N818 (a plain state, said as one)
    """None of the cases is about films that are here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A figure, with its 95% interval where one is known."""

    value: float
    low: float | None = None
    high: float | None = None


Row = Mapping[str, Score]
"""Measure to score; higher is better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Ours beside ours with something taken away."""

    row: Row  # without it
    above: Row  # ours minus that, paired, by measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One evaluation."""

    n: int  # cases
    counted: str  # what a case is
    ours: Row
    peers: Mapping[str, Row]
    above: Mapping[str, Score] = field(default_factory=dict)  # ours minus a peer, paired, on the first measure
    ablation: Mapping[str, Contrast] = field(default_factory=dict)  # by the part of the score that is taken away
    details: Mapping[str, Any] = field(default_factory=dict)  # more, as plain JSON values

    def plain(self) -> dict[str, Any]:
        """As plain JSON values: {"n", "ours": {measure: value}, "peers": {name: {measure: value}}, ...}."""
        rows = {"ours": self.ours, **self.peers}
        intervals = {name: _ends(row) for name, row in rows.items() if _ends(row)}
        ablation = {name: {**_values(c.row), "above": _paired(c.above)} for name, c in self.ablation.items()}
        return {
            "n": self.n,
            "ours": _values(self.ours),
            "peers": {name: _values(row) for name, row in self.peers.items()},
            **({"intervals": intervals} if intervals else {}),
            **({"above": _paired(self.above)} if self.above else {}),
            **({"ablation": ablation} if ablation else {}),
            **self.details,
        }


def _values(row: Row) -> dict[str, float]:
    return {name: _rounded(score.value) for name, score in row.items()}


def _paired(row: Row) -> dict[str, list[float]]:
    """Each figure, then the ends of its interval."""
    ends = _ends(row)
    return {name: [_rounded(score.value), *ends.get(name, [])] for name, score in row.items()}


def _ends(row: Row) -> dict[str, list[float]]:
    known = {name: (s.low, s.high) for name, s in row.items()}
    return {
        n: [_rounded(low), _rounded(high)] for n, (low, high) in known.items() if low is not None and high is not None
    }


def _rounded(value: float) -> float:
    return round(float(value), _ROUND)


def bootstrapped(values: NDArray[np.float64], units: NDArray[Any] | None = None, *, seed: int = 0) -> Score:
    """The mean of values (cases,), with the 95% percentile interval over drawn sets of cases (Efron 1979).

    Where cases come in `units` (cases,), such as the turns of one dialogue, whole units are drawn.
    """
    numbers = np.arange(len(values)) if units is None else np.unique(units, return_inverse=True)[1]
    sums, sizes = np.bincount(numbers, values), np.bincount(numbers)
    drawn = drawn_sets(len(sums), seed)
    low, high = np.quantile(drawn @ sums / (drawn @ sizes), INTERVAL)
    return Score(value=float(values.mean()), low=float(low), high=float(high))


@lru_cache(maxsize=2)
def drawn_sets(units: int, seed: int) -> NDArray[np.int64]:
    """(draws, units) how often each unit is in each drawn set; kept, for a report draws the same sets many times."""
    return np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=_DRAWS)


def by_unit(units: NDArray[Any], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean of the values of each unit, in the units' order."""
    _, numbers = np.unique(units, return_inverse=True)
    means: NDArray[np.float64] = np.bincount(numbers, values) / np.bincount(numbers)
    return means
