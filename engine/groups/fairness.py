"""A fair choice from scores: nobody's scale counts more than another's, and everybody gets something.

Arrays are (members, films); higher is better.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

_SAME = 9  # decimals to which two values count as equal
_STEEP = 3  # how much more a member's first films are worth than those behind them
_DEPTH = 60  # films that are compared with one another at the least, when there are so many


def worth(scores: Values) -> Values:
    """Scores made comparable between members, 0 to 1.

    A member's best film is worth 1 to them, one at the end of their better half (of their best 60, where the half is
    less) or beyond it 0; between them by the cube of the proportion, for what somebody likes is among their first films
    or hardly anywhere. A member to whom all films are equal has no say: all 0.
    """
    depth = min(scores.shape[1], max(_DEPTH, scores.shape[1] // 2))
    ground = -np.partition(-scores, depth - 1, axis=1)[:, depth - 1 : depth]
    above = np.maximum(scores - ground, 0.0)
    top = above.max(axis=1, keepdims=True)
    relative: Values = np.divide(above, top, out=np.zeros_like(above), where=top > 10.0**-_SAME)
    return relative**_STEEP


def gains(values: Values, had: Values, shares: Values) -> Values:
    """(films,) how much of each film's worth goes to those who still deserve it.

    After a film, every member deserves their share (members,), summing to 1, of all worth handed out by then. What
    they `had` (members,) before is taken off, and what a film gives beyond that counts for nothing: a second film that
    delights one person alone loses to one that reaches those who had less.

    Source: EP-FuzzDA (Malecek and Peska, "Fairness-preserving Group Recommendations With User Weighting", UMAP 2021).
    """
    handed_out = had.sum() + values.sum(axis=0)
    deserved = np.maximum(shares[:, None] * handed_out - had[:, None], 0.0)
    gained: Values = np.minimum(values, deserved).sum(axis=0)
    return gained


def fair(
    values: Values, weights: Values, count: int, *, tiers: NDArray[np.int64], series: NDArray[np.int64]
) -> list[int]:
    """Columns of the films to offer, at most `count`, one by one: each the best by two things that count alike.

    One is its `gains`, for those who had least so far. The other is its worth to all, each by their weight: a guess of
    what people like is often wrong, and gains alone would bet all on one guess. On groups from MovieLens-1M both
    together leave more to who gets least than either (`matinee evaluate nights --tuning`).

    Args:
        values: (members, films) of `worth`.
        weights: (members,) above 0; a member with twice the weight deserves twice as much.
        count: How many films.
        tiers: (films,) a film is taken only when none is left in a lower tier.
        series: (films,) films with the same number belong together; a second one comes last in its tier.

    Equal films fall to the one whose worst member is better off, then the better average, then the earlier column.

    """
    shares = weights / weights.sum()
    had = np.zeros(len(values))
    waiting = 2 * tiers
    left = np.ones(values.shape[1], dtype=bool)
    chosen: list[int] = []
    while len(chosen) < count and left.any():
        pool = np.flatnonzero(left & (waiting == waiting[left].min()))
        good = gains(values[:, pool], had, shares) + len(shares) * (shares @ values[:, pool])
        best = int(pool[_best(good, values[:, pool])])
        chosen.append(best)
        left[best] = False
        had += values[:, best]
        waiting[series == series[best]] |= 1
    return chosen


def _best(gained: Values, values: Values) -> int:
    order = np.lexsort((-values.mean(axis=0).round(_SAME), -values.min(axis=0).round(_SAME), -gained.round(_SAME)))
    return int(order[0])
