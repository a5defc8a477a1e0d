"""Do the kin that people wrote find what people like together? From one liked film to the others of the same person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import NothingToMeasure, Report, bootstrapped
from engine.models import Films
from engine.taste import likeness
from index.sources.ratings import LIKED, Ratings

TOP = 20
MEASURE = f"Recall@{TOP}"
_SEED = 0

Near = Callable[[int], NDArray[np.float32]]
"""From the row of the liked film to a score (films,), higher is nearer."""


def likes_of(ratings: Ratings) -> list[frozenset[int]]:
    """What each person likes, as TMDB ids; people in the order of their number, those who like nothing left out."""
    liked = ratings.table[ratings.table["stars"] >= LIKED]
    return [frozenset(films.tolist()) for _, films in liked.groupby("user", sort=True)["film"]]


def evaluate(likes: Sequence[Collection[int]], films: Films) -> Report:
    """Recall@20 from one like to the others, over all pairs of a person and a film they like, averaged by person.

    `likes` are TMDB ids, one collection a person. All films but the given one are ranked; a recall is the hits among
    the first 20, divided by 20 or by the number of the others when that is less. Films that score alike come in one
    drawn order, the same for every row of the table. Intervals are over persons.

    Raises:
        NothingToMeasure: Nobody likes two films that are here.

    """
    people = [rows for liked in likes if len(rows := np.unique(films.catalogue.rows(liked))) >= 2]
    if not people:
        raise NothingToMeasure("nobody likes two of the films here: give ratings with TMDB ids of these films")
    count = len(films.catalogue)
    tie = np.random.default_rng(_SEED).permutation(count)
    nears: dict[str, Near] = {
        "ours": lambda row: likeness(films, row),
        "content alone": films.content.near,
        "kinship alone": films.kinship.near,
        "fame as written": lambda row: films.catalogue.fame,
    }
    given = np.unique(np.concatenate(people))
    found = {name: by_likeness(people, shortlists(near, given, tie)) for name, near in nears.items()}
    found["likes of the others"] = by_popularity(people, count, tie)
    found["random"] = np.array([_by_chance(len(rows) - 1, count - 1) for rows in people])
    ours = found.pop("ours")
    return Report(
        n=len(people),
        counted="people",
        ours={MEASURE: bootstrapped(ours)},
        peers={name: {MEASURE: bootstrapped(values)} for name, values in found.items()},
        above={name: bootstrapped(ours - values) for name, values in found.items()},
        details={"pairs": sum(map(len, people)), "films": len(given)},
    )


def first(scores: NDArray[np.float32], row: int, tie: NDArray[np.int64], count: int = TOP) -> NDArray[np.int64]:
    """The first rows by score (films,), without the given one; ties by `tie` (films,), lower first."""
    order = np.lexsort((tie, -scores))
    rest: NDArray[np.int64] = order[order != row]
    return rest[:count]


def shortlists(near: Near, given: NDArray[np.int64], tie: NDArray[np.int64]) -> dict[int, NDArray[np.int64]]:
    """The first rows for each given one."""
    return {row: first(near(row), row, tie) for row in given.tolist()}


def by_likeness(people: Sequence[NDArray[np.int64]], shortlist: dict[int, NDArray[np.int64]]) -> NDArray[np.float64]:
    """(people,) mean recall of each person, from each film that they like."""
    return np.array([np.mean([recall(shortlist[row], liked) for row in liked.tolist()]) for liked in people])


def by_popularity(people: Sequence[NDArray[np.int64]], count: int, tie: NDArray[np.int64]) -> NDArray[np.float64]:
    """(people,) mean recall of what the most other people like."""
    everyone = np.bincount(np.concatenate(people), minlength=count)
    means = []
    for liked in people:
        others = everyone.astype(np.float32)
        others[liked] -= 1
        order = first(others, -1, tie, TOP + 1)
        means.append(np.mean([recall(order[order != row][:TOP], liked) for row in liked.tolist()]))
    return np.array(means)


def recall(shown: NDArray[np.int64], liked: NDArray[np.int64]) -> float:
    """Hits among what is shown, of all that is liked but for the one film that was given (which is never shown)."""
    return float(np.isin(shown, liked).sum() / min(TOP, len(liked) - 1))


def _by_chance(others: int, films: int) -> float:
    """The recall to be expected of a drawn order."""
    return min(TOP, films) * others / films / min(TOP, others)
