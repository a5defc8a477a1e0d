"""Showing now and then a film of which too little is known: Thompson sampling. No `Model`: it changes ready decks.

Thompson, "On the likelihood that one unknown probability exceeds another" (Biometrika 1933); Chapelle and Li, "An
empirical evaluation of Thompson sampling" (NIPS 2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EVERY = 5
"""Cards of which at most one explores."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """How some films did so far."""

    shown: NDArray[np.int64]  # (films,) times that they were shown and judged
    liked: NDArray[np.int64]  # (films,) times that they were liked then, at most `shown`
    prior: NDArray[
        np.float64
    ]  # (films,) share of liked that is expected of each unseen, between 0 and 1: from its score


def sample(counts: Counts, rng: np.random.Generator, *, strength: float = 10.0) -> NDArray[np.float64]:
    """(films,) a guess of the share of people who will like each, in (0, 1), drawn from what may be true of it.

    What may be true is Beta(liked + strength * prior, not liked + strength * (1 - prior)): little known films are
    guessed wildly, and well known ones as they are. `strength` is how many showings the prior counts for.
    """
    prior = np.clip(counts.prior, 0.001, 0.999)
    return rng.beta(counts.liked + strength * prior, counts.shown - counts.liked + strength * (1.0 - prior))


def explore(
    ranked: Sequence[int], guesses: NDArray[np.float64], count: int, *, before: int = 0, every: int = EVERY
) -> list[int]:
    """A deck of the first `count` of `ranked`, every fifth card the most promising of those that would not be in it.

    `guesses` (ranked,) are as `sample` draws them, in the order of `ranked`, which is best first; equally promising
    films go by rank. `before` is how many cards the person saw already, so that the rhythm goes on from deck to deck:
    among any `every` cards in a row one at most explores. A list without films left over stays as it is.
    """
    count = min(count, len(ranked))
    others = sorted(ranked[count:], key=dict(zip(ranked, -guesses, strict=True)).__getitem__)
    places = [place for place in range(count) if (before + place) % every == every - 1]
    exploring = dict(zip(places, others, strict=False))
    best = iter(ranked)
    return [exploring[place] if place in exploring else next(best) for place in range(count)]
