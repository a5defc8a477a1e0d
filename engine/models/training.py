"""From ratings to the item model that serving reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.colikes import GAIN
from engine.models.ease_with_base import ease_with_base
from index.items import Items
from index.sources.ratings import LIKED, Ratings

_FEWEST = 5  # films that fewer people like say more of chance than of taste
_MOST = 12_000  # films of the model: the inverse of its matrix has to fit into memory
PENALTY, DROPOUT = 5000.0, 0.99  # near what few-thumbs chooses on MovieLens-1M
_HELD, _GIVEN, _SHOWN = 500, 5, 20  # people, likes and films of the check


class TooFewRatings(EngineError):  # noqa: N818 (a plain state, said as one)
    """Nothing can be learned from these ratings."""


def train(ratings: Sequence[Ratings], *, penalty: float = PENALTY, dropout: float = DROPOUT) -> Items:
    """Denoising EASE above a base (`ease_with_base`) over the likes of all people in the ratings.

    Raises:
        TooFewRatings: Hardly any film is liked by several people.

    """
    likes, films = likes_matrix(ratings)
    if len(films) < 2:
        raise TooFewRatings("no two films are liked by five people each: give more ratings")
    _, weights = ease_with_base(likes, penalty=penalty, dropout=dropout)
    return Items.of(films, np.asarray(likes.sum(axis=0)).ravel().astype(np.int64), weights)


def checked(
    ratings: Sequence[Ratings], *, penalty: float = PENALTY, dropout: float = DROPOUT, seed: int = 0
) -> dict[str, Any]:
    """How the model is made, and how well it does: for the manifest of what `train` learns.

    Learns once more without some people, gives it five drawn likes of each, and says which share of their others it
    shows among twenty films (Recall@20, higher is better), beside what most others like. Without metrics where too few
    people like enough.
    """
    likes, _ = likes_matrix(ratings)
    how = {"model": "denoising EASE above a base", "penalty": penalty, "dropout": dropout, "seed": seed}
    dice, counts = np.random.default_rng(seed), np.asarray(likes.sum(axis=1)).ravel()
    able = np.flatnonzero(counts >= 2 * _GIVEN)
    held = np.sort(dice.choice(able, min(_HELD, len(able) // 5), replace=False))
    if not len(held):
        return how
    rest = likes[np.setdiff1d(np.arange(likes.shape[0]), held)]
    base, weights = ease_with_base(rest, penalty=penalty, dropout=dropout)
    popular = np.asarray(rest.sum(axis=0)).ravel()
    ours: list[float] = []
    theirs: list[float] = []
    for person in held:
        liked = dice.permutation(likes[person].indices)
        for scores, found in ((base + GAIN * weights[liked[:_GIVEN]].sum(axis=0), ours), (popular, theirs)):
            scores = np.where(np.isin(np.arange(len(scores)), liked[:_GIVEN]), -np.inf, scores)
            shown = np.argsort(-scores, kind="stable")[:_SHOWN]
            found.append(np.isin(shown, liked[_GIVEN:]).sum() / min(_SHOWN, len(liked) - _GIVEN))
    metric = f"Recall@{_SHOWN} after {_GIVEN} likes"
    recall, beside = round(float(np.mean(ours)), 4), round(float(np.mean(theirs)), 4)
    return how | {"metrics": {"people held out": len(held), metric: recall, "popularity": beside}}


def likes_matrix(ratings: Sequence[Ratings], *, fewest: int = _FEWEST) -> tuple[Any, NDArray[np.int64]]:
    """Who likes what: a sparse matrix (people, films) of ones, and the TMDB ids of its columns, ascending.

    People of different sources are different people. Films that fewer than `fewest` people like are left out.
    """
    from scipy.sparse import csr_matrix

    tables = []
    people = 0
    for each in ratings:
        liked = each.table[each.table["stars"] >= LIKED]
        tables.append(pd.DataFrame({"person": liked["user"].to_numpy() + people, "film": liked["film"].to_numpy()}))
        people += int(each.table["user"].max()) + 1
    table = pd.concat(tables, ignore_index=True)
    counts = table["film"].value_counts()
    kept = counts[counts >= fewest].head(_MOST).index
    table = table[table["film"].isin(kept)]
    films, columns = np.unique(table["film"].to_numpy(dtype=np.int64), return_inverse=True)
    persons, rows = np.unique(table["person"].to_numpy(), return_inverse=True)
    ones = np.ones(len(table), dtype=np.float64)
    matrix = csr_matrix((ones, (rows, columns)), shape=(len(persons), len(films)))
    return matrix, films
