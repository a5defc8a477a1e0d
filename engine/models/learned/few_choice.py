"""How the numbers of few-thumbs are judged: recall after few likes, of people who are not learned from meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions
from engine.models.learned.first_thumbs import first_thumbs

THUMBS = (1, 2, 3, 5, 10, 20)
"""Numbers of likes, which weigh alike."""

_SHOWN = 20  # films of a list
_FEWEST = 25  # likes of a person who judges
_JUDGES, _ENOUGH = 1_000, 100  # so many at most, and at least: by fewer, chance would choose
_MOST_HELD = 0.2  # of all people


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """People who judge, and the others."""

    rest: Opinions  # of the others
    given: Sequence[Opinions]  # by number of likes, what is given of the judges
    wanted: Sequence[NDArray[np.bool_]]  # (judges, films) what they like later
    unwanted: Sequence[NDArray[np.bool_]]  # (judges, films) what they dislike later

    @classmethod
    def of(cls, known: Opinions, seed: int) -> Cases | None:
        """Drawn by a seed; None when there are not enough people who like enough, or nobody knows what came first."""
        if known.order is None:
            return None
        able = np.flatnonzero(np.diff(known.likes.indptr) >= _FEWEST)
        size = min(_JUDGES, int(_MOST_HELD * known.stars.shape[0]), len(able))
        if size < _ENOUGH:
            return None
        judges = np.sort(np.random.default_rng(seed).choice(able, size=size, replace=False))
        parts = [first_thumbs(known.of(judges), count, dislikes=True) for count in THUMBS]
        return cls(
            rest=known.of(np.setdiff1d(np.arange(known.stars.shape[0]), judges)),
            given=[given for given, _ in parts],
            wanted=[later.likes.toarray() > 0 for _, later in parts],
            unwanted=[later.dislikes.toarray() > 0 for _, later in parts],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sums:
    """What the thumbs of the judges add by one set of weights, before it is said how much of it counts."""

    cases: Cases
    base: NDArray[np.float32]  # (films,)
    likes: Sequence[NDArray[np.float32]]  # by number of likes (judges, films)
    dislikes: Sequence[NDArray[np.float32]]

    @classmethod
    def of(
        cls, cases: Cases, films: NDArray[np.int64], base: NDArray[np.float32], weights: NDArray[np.float32]
    ) -> Sums:
        """`base` and `weights` are of the columns `films`; others get 0."""
        size = len(cases.rest.films)
        whole = np.zeros(size, dtype=np.float32)
        whole[films] = base
        likes: list[NDArray[np.float32]] = []
        dislikes: list[NDArray[np.float32]] = []
        for given in cases.given:
            for sums, thumbs in ((likes, given.likes), (dislikes, given.dislikes)):
                added = np.zeros((thumbs.shape[0], size), dtype=np.float32)
                added[:, films] = thumbs[:, films] @ weights
                sums.append(added)
        return cls(cases=cases, base=whole, likes=likes, dislikes=dislikes)

    def recall(self, gain: float, dislike: float) -> float:
        """Hits / min(20, targets), the mean over judges and numbers of likes; 0 to 1, higher is better."""
        return self._weighed(gain, dislike, 0.0)

    def worth(self, gain: float, dislike: float) -> float:
        """Recall less the share of films shown that a judge dislikes later, so that these cost what hits are worth."""
        return self._weighed(gain, dislike, 1.0)

    def _weighed(self, gain: float, dislike: float, cost: float) -> float:
        shares = []
        for n, wanted in enumerate(self.cases.wanted):
            scores = self.base + gain * (self.likes[n] - dislike * self.dislikes[n])
            scores[self.cases.given[n].stars.nonzero()] = -np.inf
            shown = min(_SHOWN, scores.shape[1])
            best = np.argpartition(-scores, shown - 1, axis=1)[:, :shown]
            hits = np.take_along_axis(wanted, best, axis=1).sum(axis=1)
            misses = np.take_along_axis(self.cases.unwanted[n], best, axis=1).sum(axis=1)
            shares.append(hits / np.minimum(_SHOWN, wanted.sum(axis=1)) - cost * misses / _SHOWN)
        return float(np.mean(shares))
