"""What a model may learn from and what it is measured by. The same seed splits alike, whatever the model.

Masks are of opinions as they are stored: (stored,), in the order of `Opinions.stars.data`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions
from index.sources.ratings import DISLIKED, LIKED

_MOST_HELD = 0.2  # of all people: the others have to be learned from


class NoOrder(EngineError):  # noqa: N818 (a plain state, said as one)
    """Nothing says which opinion came first."""


def random(opinions: Opinions, folds: int, seed: int) -> list[NDArray[np.bool_]]:
    """What each fold holds back, as masks: every opinion is held back once, and folds are as large but for one."""
    stored = opinions.stars.nnz
    fold = np.empty(stored, dtype=np.int64)
    fold[np.random.default_rng(seed).permutation(stored)] = np.arange(stored) % folds
    return [fold == number for number in range(folds)]


def by_person(
    opinions: Opinions, count: int, seed: int, *, fewest: int = 2
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of people to learn from, and of those held back, both ascending.

    Those held back like at least `fewest` films; they are `count`, or a fifth of all people when that is less.
    """
    people = opinions.stars.shape[0]
    enough = np.flatnonzero(np.bincount(persons(opinions)[liked(opinions)], minlength=people) >= fewest)
    size = min(count, int(people * _MOST_HELD), len(enough))
    held = np.sort(np.random.default_rng(seed).choice(enough, size=size, replace=False)).astype(np.int64)
    return np.setdiff1d(np.arange(people), held), held


def by_time(opinions: Opinions, first: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mask of the first so many opinions of each person in time: `first` is (people,).

    Raises:
        NoOrder: The opinions have no order in time.

    """
    person, order = persons(opinions), _order(opinions)
    sequence = np.lexsort((order, person))
    place = np.empty(len(person), dtype=np.int64)
    place[sequence] = np.arange(len(person)) - opinions.stars.indptr[person[sequence]]
    earlier: NDArray[np.bool_] = place < first[person]
    return earlier


def cold(opinions: Opinions, share: float, seed: int) -> NDArray[np.bool_]:
    """(films,) which films are taken away: a drawn share (0 to 1) of all of them, at least one."""
    films = opinions.stars.shape[1]
    removed = np.zeros(films, dtype=bool)
    drawn = np.random.default_rng(seed).choice(films, size=max(1, round(share * films)), replace=False)
    removed[drawn] = True
    return removed


def halves(opinions: Opinions, *, dislikes: bool = False) -> tuple[Opinions, Opinions]:
    """What is given of each person, and what they are measured by: the earlier half of their likes, and all the rest.

    Given are likes alone, and with `dislikes` also what the person disliked before the last like that is given. An odd
    like is not given; somebody with one like gives nothing.
    """
    likes = opinions.where(liked(opinions))
    given = np.zeros(opinions.stars.nnz, dtype=bool)
    given[liked(opinions)] = by_time(likes, np.diff(likes.stars.indptr) // 2)
    if dislikes:
        person, order = persons(opinions), _order(opinions)
        until = np.zeros(opinions.stars.shape[0], dtype=np.int64)
        np.maximum.at(until, person[given], order[given])
        given |= (opinions.stars.data <= DISLIKED) & (order < until[person])
    return opinions.where(given), opinions.where(~given)


def liked(opinions: Opinions) -> NDArray[np.bool_]:
    """Mask of the likes."""
    mask: NDArray[np.bool_] = opinions.stars.data >= LIKED
    return mask


def persons(opinions: Opinions) -> NDArray[np.int64]:
    """(stored,) the row of the person of each opinion."""
    return np.repeat(np.arange(opinions.stars.shape[0]), np.diff(opinions.stars.indptr))


def _order(opinions: Opinions) -> NDArray[np.int64]:
    if opinions.order is None:
        raise NoOrder("these opinions have no order in time: make them from ratings")
    order: NDArray[np.int64] = opinions.order.data.astype(np.int64)
    return order
