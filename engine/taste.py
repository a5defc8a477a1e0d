"""What a chat likes, from its thumbs. Ids only, so that it outlives any catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.models.leaning import Leaning
from engine.request import Verdict

LATEST = 100
"""Thumbs up, and thumbs down, that are learned from: older ones say nothing that these don't."""
_VERDICTS = (Verdict.UP, Verdict.DOWN, Verdict.SEEN)
_BY_PEOPLE = 0.65  # the share of what people like together where that is known; the rest is content's


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """Latest verdicts of one chat: TMDB ids, oldest first."""

    liked: tuple[int, ...] = ()
    disliked: tuple[int, ...] = ()
    seen: tuple[int, ...] = ()

    @classmethod
    def by(cls, verdicts: Iterable[tuple[int, Verdict]]) -> Taste:
        """From the verdict on each film, the oldest first."""
        pairs = tuple(verdicts)
        up, down, seen = (tuple([film for film, said in pairs if said is verdict]) for verdict in _VERDICTS)
        return cls(liked=up, disliked=down, seen=seen)

    @property
    def done_with(self) -> frozenset[int]:
        """Films that are not to be shown again."""
        return frozenset((*self.liked, *self.disliked, *self.seen))


def leaning(taste: Taste, films: Films) -> Leaning:
    """What the latest thumbs say of films."""
    ups, downs = taste.liked[-LATEST:], taste.disliked[-LATEST:]
    return films.leanings.of((*((tmdb, True) for tmdb in ups), *((tmdb, False) for tmdb in downs)))


def people(films: Films, row: int) -> NDArray[np.float32] | None:
    """(films,) how much the people who love the film in a row love each other one, 0 to 1; None: nobody knows.

    From kin that were written, and from ratings.
    """
    known = [model.near(row) for model in (films.kinship, films.colikes) if model.known[row]]
    return np.maximum.reduce(known) if known else None


def likeness(films: Films, row: int, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
    """(films,) how much those who love the film in a row will love each other one, 0 to 1; or each in `rows`.

    From what people like together where that is known, and from content.
    """
    near = films.content.near(row, rows)
    together = people(films, row)
    if together is None:
        return near
    blended: NDArray[np.float32] = near
    blended *= 1 - _BY_PEOPLE
    blended += np.float32(_BY_PEOPLE) * (together if rows is None else together[rows])
    return blended
