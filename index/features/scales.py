"""The numbers of a film, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.movie import Movie

_FAR = 4.0  # standard deviations: what is further out is drawn in, so that one ten-hour film decides nothing
COLUMNS = ("year", "runtime", "fame", "acclaim")


def scales(movies: Sequence[Movie]) -> tuple[list[str], NDArray[np.float64]]:
    """(films, len(COLUMNS)) in standard deviations from the mean of the films of which it is known, within ±4.

    Unknown is 0, the mean. Acclaim 0 counts as known where fame is, or where anybody rated the film.
    """
    raw = np.array([_raw(movie) for movie in movies], dtype=float).reshape(-1, len(COLUMNS))
    scaled = np.zeros_like(raw)
    for column, values in enumerate(raw.T):
        known = ~np.isnan(values)
        spread = float(values[known].std()) if known.any() else 0.0
        if spread > 0:
            scaled[known, column] = (values[known] - values[known].mean()) / spread
    return list(COLUMNS), np.clip(scaled, -_FAR, _FAR)


def _raw(movie: Movie) -> tuple[float, ...]:
    """The numbers of COLUMNS, NaN where they are unknown."""
    judged = movie.acclaim or movie.fame or movie.rating is not None or movie.imdb_rating is not None
    acclaim = movie.acclaim if judged else np.nan
    return (movie.year or np.nan, movie.runtime or np.nan, movie.fame or np.nan, acclaim)
