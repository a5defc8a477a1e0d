"""What is left out is gone: the index without an ask is the one that would have been built without it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.leaving_out import Counts, films_without, without
from engine.models import Films
from index.lexical import Lexical
from index.movie import Movie
from index.vectors import Vectors

MOVIES = [
    Movie(
        tmdb=1, title="Harbour", overview="A night at sea.", asks=("storm at sea", "old sailors talk", "one long night")
    ),
    Movie(
        tmdb=2, title="Meadow", overview="Cows and a quiet summer.", asks=("quiet summer", "cows", "a storm of cows")
    ),
    Movie(tmdb=3, title="Tower", overview="A thief climbs a tower.", asks=("thief at night", "heist", "climbing")),
]
QUERIES = ("storm at sea", "storm storm night", "quiet heist", "nothing of this", "")


def test_one_ask_is_left_out_and_the_others_stay() -> None:
    assert without(MOVIES[0], 1).asks == ("storm at sea", "one long night")
    assert without(MOVIES[0], 1).overview == MOVIES[0].overview


@pytest.mark.parametrize("query", QUERIES)
def test_with_nothing_left_out_it_is_bm25_as_it_is_built(query: str) -> None:
    documents = [movie.document() for movie in MOVIES]
    expected = Lexical.build(documents).scores(query)
    assert Counts(documents).index().scores(query) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("row", range(3))
@pytest.mark.parametrize("place", range(3))
def test_an_ask_left_out_is_an_ask_never_written(row: int, place: int, query: str) -> None:
    index = Counts([movie.document() for movie in MOVIES]).index(row, MOVIES[row].asks[place])
    changed = [without(movie, place) if at == row else movie for at, movie in enumerate(MOVIES)]
    expected = Lexical.build([movie.document() for movie in changed])
    assert index.scores(query) == pytest.approx(expected.scores(query), abs=1e-5)
    assert len(index) == len(expected) == 3


def test_leaving_out_leaves_the_counts_as_they_were() -> None:
    counts = Counts([movie.document() for movie in MOVIES])
    before = counts.index().scores("storm at sea")
    counts.index(0, "storm at sea").scores("storm at sea")
    assert (counts.index().scores("storm at sea") == before).all()


def test_only_the_vector_of_the_film_changes(films: Films) -> None:
    new = np.zeros(films.vectors.matrix.shape[1], dtype=np.float32)
    new[3] = 1.0
    left = films_without(films, 5, new, films.lexical)
    assert (left.vectors.matrix[5] == new).all()
    others = np.arange(len(films.catalogue)) != 5
    assert (left.vectors.matrix[others] == films.vectors.matrix[others]).all()
    assert not (films.vectors.matrix[5] == new).all()
    assert left.content.near(7)[5] != films.content.near(7)[5]
    assert isinstance(left.vectors, Vectors)
