"""What a chat likes, from its thumbs. Ids only, so that it outlives any catalogue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.models import Films

_BY_PEOPLE = 0.65  # the share of what people like together where that is known; the rest is content's
_DISLIKE = 0.6  # how much a thumb down lowers what is like it, beside a thumb up's 1
_HALF = 3.0  # so many thumbs give taste half of its full weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """Latest verdicts of one chat: TMDB ids, oldest first."""

    liked: tuple[int, ...] = ()
    disliked: tuple[int, ...] = ()
    seen: tuple[int, ...] = ()

    @property
    def done_with(self) -> frozenset[int]:
        """Films that are not to be shown again."""
        return frozenset((*self.liked, *self.disliked, *self.seen))

    @property
    def confidence(self) -> float:
        """0 without thumbs, towards 1 with many."""
        thumbs = len(self.liked) + len(self.disliked)
        return thumbs / (thumbs + _HALF)


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


def shares(taste: Taste, films: Films) -> dict[int, tuple[int, float]]:
    """Of each thumb, by TMDB id, the film's row and how much its likeness counts: below 0 for a thumb down.

    All of them together are worth within about -1 to 1, the more the more thumbs there are.
    """
    judged = [(i, 1.0) for i in taste.liked] + [(i, -_DISLIKE) for i in taste.disliked]
    known = [(tmdb, sign, row) for tmdb, sign in judged if (row := films.catalogue.row(tmdb)) is not None]
    share = taste.confidence / np.sqrt(len(known) or 1)
    return {tmdb: (row, float(sign * share)) for tmdb, sign, row in known}
