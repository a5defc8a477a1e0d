"""Fame and acclaim come from votes, unless people wrote them."""

from __future__ import annotations

import pytest

from index.movie import Movie
from index.sources import standing


@pytest.mark.parametrize(("votes", "fame"), [(0, 0.0), (1, 0.28), (140, 1.999), (20_000, 4.0), (10**6, 4.0)])
def test_fame_grows_with_the_logarithm_of_votes(votes, fame):
    assert standing.fame(votes) == pytest.approx(fame, abs=0.001)


@pytest.mark.parametrize(
    ("rating", "votes", "acclaim"),
    [(None, 10, 0.0), (9.0, 0, 0.0), (6.1, 3, 1.579), (8.4, 10**9, 4.0), (9.5, 10**9, 4.0), (2.0, 10**9, 0.0)],
)
def test_acclaim_is_drawn_to_the_mean_by_few_votes(rating, votes, acclaim):
    assert standing.acclaim(rating, votes) == pytest.approx(acclaim, abs=0.001)


def test_imdb_speaks_where_tmdb_is_silent_and_hand_written_figures_stay():
    silent = standing.with_standing(Movie(tmdb=1, title="One", imdb_rating=8.0, imdb_votes=50_000))
    assert (silent.fame, silent.acclaim) == (standing.fame(1000), standing.acclaim(8.0, 1000))
    both = Movie(tmdb=1, title="One", rating=6.0, votes=2000, imdb_rating=8.0, imdb_votes=50_000)
    assert standing.with_standing(both).acclaim == standing.acclaim(6.0, 2000)
    written = Movie(tmdb=1, title="One", fame=2.0, acclaim=3.0, rating=9.0, votes=10_000)
    assert standing.with_standing(written) == written
