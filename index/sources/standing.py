"""How well known and how well liked a film is, 0 to 4, from the votes of many people."""

from __future__ import annotations

import math
from dataclasses import replace

from index.movie import Movie

_IMDB_PER_TMDB = 50.0  # on the same film IMDb has about so many times TMDB's votes


def with_standing(movie: Movie) -> Movie:
    """The film with fame and acclaim, unless people wrote them for it."""
    if movie.fame or movie.acclaim:
        return movie
    votes = max(movie.votes, round(movie.imdb_votes / _IMDB_PER_TMDB))
    rating = movie.rating if movie.votes * _IMDB_PER_TMDB >= movie.imdb_votes else movie.imdb_rating or movie.rating
    return replace(movie, fame=fame(votes), acclaim=acclaim(rating, votes))


def fame(votes: int) -> float:
    """0 to 4 from a number of TMDB votes: logarithmic, 4 from 20,000 up."""
    return round(min(4.0, 4.0 * math.log1p(votes) / math.log1p(20_000)), 3)


def acclaim(rating: float | None, votes: int, *, mean: float = 6.1, weight: float = 150.0) -> float:
    """0 to 4 from a mean rating (0 to 10), drawn to the overall mean when votes are few.

    4.6 gives 0, 8.4 gives 4.
    """
    if not rating or not votes:
        return 0.0
    weighted = (votes * rating + weight * mean) / (votes + weight)
    return round(min(4.0, max(0.0, (weighted - 4.6) / 3.8 * 4.0)), 3)
