"""The first thumbs of people in time: what is given of them, and what came after."""

from __future__ import annotations

import numpy as np

from engine.models.learned import Opinions
from index.sources.ratings import DISLIKED, LIKED


def first_thumbs(opinions: Opinions, count: int, *, dislikes: bool = False) -> tuple[Opinions, Opinions]:
    """The first `count` likes of each person in time, and all opinions that came after the last of these.

    With `dislikes`, those from before the last given like are given too.

    Raises:
        ValueError: Nobody knows what came first, or somebody likes fewer films.

    """
    if opinions.order is None:
        raise ValueError("opinions without an order have no first ones")
    people = opinions.stars.shape[0]
    person = np.repeat(np.arange(people), np.diff(opinions.stars.indptr))
    order, stars = opinions.order.data, opinions.stars.data
    liked = np.flatnonzero(stars >= LIKED)
    liked = liked[np.lexsort((order[liked], person[liked]))]
    sizes = np.bincount(person[liked], minlength=people)
    if (sizes < count).any():
        raise ValueError(f"somebody likes fewer than {count} films")
    starts = np.cumsum(sizes) - sizes
    given = np.zeros(len(stars), dtype=bool)
    given[liked[(starts[:, None] + np.arange(count)).ravel()]] = True
    until = order[liked[starts + count - 1]][person]
    later = order > until
    if dislikes:
        given |= (stars <= DISLIKED) & ~later
    return opinions.where(given), opinions.where(later)
