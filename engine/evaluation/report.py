"""What an evaluation found: one row for ours, one for each peer, all from the same cases in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError

_DRAWS = 2000
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
class Report:
    """One evaluation."""

    n: int  # cases
    counted: str  # what a case is
    ours: Row
    peers: Mapping[str, Row]
    above: Mapping[str, Score] = field(default_factory=dict)  # ours minus a peer, paired, on the first measure
    details: Mapping[str, Any] = field(default_factory=dict)  # more, as plain JSON values

    def plain(self) -> dict[str, Any]:
        """As plain JSON values: {"n", "ours": {measure: value}, "peers": {name: {measure: value}}, ...}."""
        rows = {"ours": self.ours, **self.peers}
        intervals = {name: _ends(row) for name, row in rows.items() if _ends(row)}
        above = {name: [_rounded(s.value), *_ends({"": s})[""]] for name, s in self.above.items()}
        return {
            "n": self.n,
            "ours": _values(self.ours),
            "peers": {name: _values(row) for name, row in self.peers.items()},
            **({"intervals": intervals} if intervals else {}),
            **({"above": above} if above else {}),
            **self.details,
        }


def _values(row: Row) -> dict[str, float]:
    return {name: _rounded(score.value) for name, score in row.items()}


def _ends(row: Row) -> dict[str, list[float]]:
    known = {name: (s.low, s.high) for name, s in row.items()}
    return {
        n: [_rounded(low), _rounded(high)] for n, (low, high) in known.items() if low is not None and high is not None
    }


def _rounded(value: float) -> float:
    return round(float(value), _ROUND)


def bootstrapped(values: NDArray[np.float64], *, seed: int = 0) -> Score:
    """The mean of values (units,), with the 95% percentile interval over drawn sets of the units (Efron 1979)."""
    drawn = np.random.default_rng(seed).multinomial(len(values), np.full(len(values), 1 / len(values)), size=_DRAWS)
    low, high = np.quantile(drawn @ values / len(values), [0.025, 0.975])
    return Score(value=float(values.mean()), low=float(low), high=float(high))


def by_unit(units: NDArray[Any], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean of the values of each unit, in the units' order."""
    _, numbers = np.unique(units, return_inverse=True)
    means: NDArray[np.float64] = np.bincount(numbers, values) / np.bincount(numbers)
    return means
