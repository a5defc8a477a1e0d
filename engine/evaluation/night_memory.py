"""Ten nights of one group: who gets a film they like how often, with the memory of who got little and without it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.groups import memory
from engine.groups.fairness import fair, worth

NIGHTS = 10
_SHOWN = 5

Values = NDArray[np.float64]


def nights(scores: Values, likes: NDArray[np.bool_], *, remembers: bool, count: int = NIGHTS) -> NDArray[np.bool_]:
    """(members, nights) whether each likes the film of each night.

    Each night five films are dealt fairly, everybody votes for those they like, and the film with the most votes is
    watched; it does not come again. A tie falls to the film whose voters are owed most where there is a memory, else,
    and when it still stands, to the film dealt first.

    Args:
        scores: (members, films) of the films that come into question, higher is better.
        likes: (members, films) what they truly like.
        remembers: Whether who got little before counts more.
        count: How many nights.

    """
    values = worth(scores)
    debts = np.zeros(len(scores))
    left = np.arange(scores.shape[1])
    found = np.zeros((len(scores), min(count, len(left))), dtype=bool)
    for night in range(found.shape[1]):
        zeros = np.zeros(len(left), dtype=np.int64)
        weights = memory.weights(debts) if remembers else np.ones(len(scores))
        dealt = fair(values[:, left], weights, _SHOWN, tiers=zeros, series=np.arange(len(left)))
        votes = likes[:, left[dealt]]
        owed = debts @ votes if remembers else np.zeros(len(dealt))
        best = int(np.lexsort((-owed.round(9), -votes.sum(axis=0)))[0])
        found[:, night] = votes[:, best]
        debts = memory.owed(debts, votes[:, best].astype(np.float64))
        left = np.delete(left, dealt[best])
    return found
