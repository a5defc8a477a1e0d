"""Where a film's own poster can be had."""

from __future__ import annotations

import re

from index.movie import Movie

WIDTHS = (92, 154, 185, 342, 500, 780)
"""Poster widths that TMDB serves, in pixels (source: TMDB's configuration of image sizes)."""

_PATH = re.compile(r"/[A-Za-z0-9]+\.(?:jpg|png)", re.ASCII)


def poster_address(movie: Movie, width: int = 500) -> str | None:
    """The web address of a film's poster at TMDB, or None where it has no path or one that TMDB would not write.

    width is one of WIDTHS, in pixels; raises ValueError at any other.
    """
    if width not in WIDTHS:
        raise ValueError(f"TMDB serves posters {', '.join(map(str, WIDTHS))} pixels wide, not {width}")
    path = movie.poster_path
    if not path or not _PATH.fullmatch(path):
        return None
    return f"https://image.tmdb.org/t/p/w{width}{path}"
