"""How ratings differ by genre, and from group of people to group of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.movie import GENRES

AGES = {"under 18": 0, "18 to 24": 18, "25 to 34": 25, "35 to 44": 35, "45 to 55": 45, "56 and over": 56}
"""Age groups by the first year of age in each."""
GENDERS = {"F": "women", "M": "men"}
LEAST_RATINGS, LEAST_PEOPLE = 100, 10
"""A group with fewer people, or a genre with fewer ratings of a group, says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leanings:
    """How groups of people rate each genre against how they rate everything."""

    people: pd.Series[int]  # by group, in its order
    ratings: pd.Series[int]  # by group: of films that are in the catalogue
    means: pd.Series[float]  # by group: mean stars over everything
    table: pd.DataFrame  # (genres, groups) mean stars on the genre less the group's mean; NaN: too few ratings


def by_genre(rows: NDArray[np.int64], stars: NDArray[Any], member: NDArray[np.bool_]) -> pd.DataFrame:
    """Ratings and mean stars of each genre that was rated, the best liked first: ratings, share (0 to 1), mean.

    `rows` (ratings,) are rows of `member` (films, len(GENRES)); a rating counts in every genre of its film.
    """
    count, total = _sums(rows, stars, member, np.zeros(len(rows), dtype=np.int64), 1)
    table = pd.DataFrame({"ratings": count[:, 0].astype(np.int64), "mean": _ratio(total, count)[:, 0]}, index=GENRES)
    table.insert(1, "share", table["ratings"] / max(1, len(rows)))
    return table[table["ratings"] > 0].sort_values("mean", ascending=False, kind="stable")


def leanings(
    rows: NDArray[np.int64],
    stars: NDArray[Any],
    users: NDArray[Any],
    group: NDArray[np.int64],
    names: list[str],
    member: NDArray[np.bool_],
) -> Leanings | None:
    """What groups lean to; None when fewer than two of them have LEAST_PEOPLE people.

    `group` (people,) is the place of each person's group in `names`, -1 where they told nothing.
    """
    people = np.bincount(group[np.unique(users)] + 1, minlength=len(names) + 1)[1:]
    of = group[users]
    told = of >= 0
    rows, stars, of = rows[told], np.asarray(stars, dtype=float)[told], of[told]
    count, total = _sums(rows, stars, member, of, len(names))
    ratings = np.bincount(of, minlength=len(names))
    means = _ratio(np.bincount(of, weights=stars, minlength=len(names)), ratings)
    lean = np.where(count >= LEAST_RATINGS, _ratio(total, count) - means, np.nan)
    kept = np.flatnonzero((people >= LEAST_PEOPLE) & ~np.isnan(lean).all(axis=0))
    if len(kept) < 2:
        return None
    groups = [names[g] for g in kept]
    table = pd.DataFrame(lean[:, kept], index=GENRES, columns=groups)
    return Leanings(
        people=pd.Series(people[kept], index=groups),
        ratings=pd.Series(ratings[kept], index=groups),
        means=pd.Series(means[kept], index=groups),
        table=table.dropna(how="all"),
    )


def age_groups(ages: pd.Series[float]) -> NDArray[np.int64]:
    """(people,) the place of each person's age in AGES, -1 where it is unknown."""
    years = ages.to_numpy(float)
    place = np.searchsorted(list(AGES.values()), np.nan_to_num(years), side="right") - 1
    return np.where(np.isnan(years), -1, place).astype(np.int64)


def gender_groups(genders: pd.Series[Any]) -> NDArray[np.int64]:
    """(people,) the place of each person's gender in GENDERS, -1 where it is unknown."""
    places = {gender: place for place, gender in enumerate(GENDERS)}
    return np.array([places.get(gender, -1) for gender in genders], dtype=np.int64)


def _sums(
    rows: NDArray[np.int64], stars: NDArray[Any], member: NDArray[np.bool_], of: NDArray[np.int64], groups: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(genres, groups) ratings and stars in all: by film first, so that millions of ratings take little memory."""
    films, cell = len(member), rows * groups + of
    shape = (films, groups)
    count = np.bincount(cell, minlength=films * groups).reshape(shape)
    total = np.bincount(cell, weights=np.asarray(stars, dtype=float), minlength=films * groups).reshape(shape)
    on = member.astype(float).T
    return on @ count, on @ total


def _ratio(total: NDArray[Any], count: NDArray[Any]) -> NDArray[np.float64]:
    ratio: NDArray[np.float64] = np.divide(total, count, out=np.full(np.shape(total), np.nan), where=count > 0)
    return ratio
