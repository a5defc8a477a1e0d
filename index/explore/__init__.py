"""Exploring a catalogue and ratings of it: numbers, plots, and what the numbers say, on one page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import MatineeIndexError
from index.explore import films as of_films
from index.explore import rated as of_ratings

if TYPE_CHECKING:
    from index.sources.ratings import Ratings

_NEEDED = {"matplotlib", "jinja2"}


def ready() -> None:
    """Make sure that plots can be drawn; raises MatineeIndexError that names the extra to install."""
    try:
        import jinja2  # noqa: F401
        import matplotlib  # noqa: F401
    except ModuleNotFoundError as missing:
        if missing.name not in _NEEDED:
            raise
        raise MatineeIndexError("exploring needs what draws its plots: pip install 'matinee[explore]'") from missing


def explore(bundle: Path, ratings: Ratings | None = None) -> str:
    """A page of HTML about the films of a bundle, and about ratings where they are given.

    Raises MatineeIndexError (without the extra [explore]), NothingBuilt or ArtefactError.
    """
    ready()
    from index.explore.page import page

    films, made = of_films.read(bundle)
    rated = of_ratings.numbers(ratings, films) if ratings is not None else None
    return page(of_films.numbers(films), rated, made)
