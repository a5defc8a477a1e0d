"""From ratings to a matrix of stars."""

from __future__ import annotations

import pandas as pd

from engine.models.learned.opinions import opinions
from index.sources.ratings import Ratings
from index.sources.ratings.tidy import nobody


def ratings(rows, people=None):
    table = pd.DataFrame(rows, columns=["user", "film", "stars", "at"])
    return Ratings(
        table=table.astype({"user": "int32", "film": "int64", "stars": "float32", "at": "int64"}),
        people=nobody() if people is None else people,
        licence="none",
    )


ROWS = [(0, 50, 4.0, 10), (0, 9, 0.5, 20), (2, 50, 2.0, 5), (2, -3, 5.0, 6), (1, 50, 3.5, 7)]


def test_stars_by_person_and_film():
    made = opinions(ratings(ROWS))
    assert made.films.tolist() == [-3, 9, 50]
    assert made.stars.toarray().tolist() == [[0, 0.5, 4], [0, 0, 3.5], [5, 0, 2]]
    assert made.likes.toarray().tolist() == [[0, 0, 1], [0, 0, 0], [1, 0, 0]]
    assert made.dislikes.toarray().tolist() == [[0, 1, 0], [0, 0, 0], [0, 0, 1]]
    assert made.people is None


def test_films_that_few_rated_go_and_people_stay():
    made = opinions(ratings([*ROWS, (3, 9, 4.0, 1), (4, -7, 5.0, 1)]), fewest=2)
    assert made.films.tolist() == [9, 50]
    assert made.stars.toarray().tolist() == [[0.5, 4], [0, 3.5], [0, 2], [4, 0], [0, 0]]


def test_people_keep_what_they_told_in_any_choice():
    told = pd.DataFrame({"age": [20.0, 30.0, 40.0], "gender": ["F", "", "M"], "occupation": ["a", "b", ""]})
    made = opinions(ratings(ROWS, told))
    some = made.of(pd.Index([2, 0]).to_numpy())
    assert some.people["age"].tolist() == [40.0, 20.0]
    assert some.stars.toarray().tolist() == [[5, 0, 2], [0, 0.5, 4]]


def test_no_ratings_make_an_empty_matrix():
    made = opinions(ratings([]))
    assert made.stars.shape == (0, 0)
