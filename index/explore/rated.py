"""What many people thought of films, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from index.explore.leanings import AGES, GENDERS, Leanings, age_groups, by_genre, gender_groups, leanings
from index.explore.spread import Spread, rising
from index.explore.tail import Tail, tail
from index.explore.together import membership
from index.explore.weighted import Ranking, ranking
from index.sources.ratings import Ratings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RatingNumbers:
    """Sizes and distributions of ratings, and how they differ by genre and by group."""

    ratings: int
    people: int
    films: int  # that anybody rated
    known_ratings: int  # of films that are in the catalogue
    known_films: int
    filled: float  # share of all pairs of a person and a rated film that have a rating, 0 to 1
    mean: float  # stars
    known_mean: float  # stars of films that are in the catalogue; NaN: there are none
    stars: pd.Series[int]  # ratings by stars, 0.5 to 5
    per_person: Spread
    per_film: Spread
    tail: Tail
    genres: pd.DataFrame  # `by_genre`, of films that are in the catalogue
    ages: Leanings | None  # None: too few people told theirs
    genders: Leanings | None
    best: Ranking | None  # of films that are in the catalogue
    licence: str
    made_up: bool


def numbers(ratings: Ratings, films: pd.DataFrame) -> RatingNumbers | None:
    """The numbers of ratings, with genres and titles from films as `index.explore.films.read` gives them.

    None when there are no ratings.
    """
    table = ratings.table
    per_person, per_film = table.groupby("user").size(), table.groupby("film").size()
    by_person, by_film, long = rising(per_person.to_numpy()), rising(per_film.to_numpy()), tail(per_film.to_numpy())
    if by_person is None or by_film is None or long is None:
        return None
    row = pd.Series(np.arange(len(films)), index=films["tmdb"]).reindex(table["film"]).to_numpy()
    here = ~np.isnan(row)
    rows, stars = row[here].astype(np.int64), table["stars"].to_numpy(float)[here]
    users, member = table["user"].to_numpy()[here], membership(films["genres"])
    ages = genders = None
    if len(ratings.people) and len(rows):
        told = ratings.people
        ages = leanings(rows, stars, users, age_groups(told["age"]), list(AGES), member)
        genders = leanings(rows, stars, users, gender_groups(told["gender"]), list(GENDERS.values()), member)
    voted = np.bincount(rows, minlength=len(films))
    means = np.bincount(rows, weights=stars, minlength=len(films)) / np.maximum(1, voted)
    best = pd.DataFrame({"title": films["title"], "year": films["year"], "rating": means, "votes": voted})
    return RatingNumbers(
        ratings=len(table),
        people=len(per_person),
        films=len(per_film),
        known_ratings=len(rows),
        known_films=int(np.count_nonzero(voted)),
        filled=len(table) / (len(per_person) * len(per_film)),
        mean=float(table["stars"].astype(float).mean()),
        known_mean=float(stars.mean()) if len(stars) else float("nan"),
        stars=table["stars"].value_counts().sort_index(),
        per_person=by_person,
        per_film=by_film,
        tail=long,
        genres=by_genre(rows, stars, member),
        ages=ages,
        genders=genders,
        best=ranking(best, by="ratings given here", scale=5, trusted=0.75),
        licence=ratings.licence,
        made_up=ratings.made_up,
    )
