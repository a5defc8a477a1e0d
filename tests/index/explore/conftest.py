"""A bundle of the starter's films without its encoder, with votes made up by a rule, and ratings of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from index import catalogue
from index.artefacts import Active, activate, seal
from index.explore import films as of_films
from index.explore import rated
from index.explore.films import FilmNumbers
from index.explore.rated import RatingNumbers
from index.moods import by_hand
from index.movie import Movie
from index.sources.ratings import Ratings
from index.sources.ratings.mock import mock


def _bundle(movies: Sequence[Movie], bundle: Path) -> Path:
    folder = bundle / "catalogue-tiny"
    folder.mkdir(parents=True)
    catalogue.write(movies, folder / "movies.parquet")
    by_hand(movies).save(folder / "moods.npz")
    made = {"sources": [["tiny: 9 rows read, 9 films", "  dropped 0"]], "licences": ["Tiny: for tests <only>"]}
    seal(folder, "catalogue", made)
    activate(bundle, Active(catalogue=folder.name))
    return bundle


@pytest.fixture
def bundle_of(tmp_path: Path) -> Callable[[Sequence[Movie]], Path]:
    """Make a bundle of films."""
    return lambda movies: _bundle(movies, tmp_path / "bundle")


@pytest.fixture(scope="session")
def voted_films(starter_films: list[Movie]) -> list[Movie]:
    """Each third film has votes on IMDb, each fourth on TMDB: many where it is famous."""

    def votes(row: int, movie: Movie, every: int) -> int:
        return 0 if row % every else int(10**movie.fame) + row

    return [
        replace(
            movie,
            imdb_votes=votes(row, movie, 3),
            imdb_rating=5 + movie.acclaim if row % 3 == 0 else None,
            votes=votes(row, movie, 4),
            rating=4 + movie.acclaim if row % 4 == 0 else None,
        )
        for row, movie in enumerate(starter_films)
    ]


@pytest.fixture(scope="session")
def explored_bundle(voted_films: list[Movie], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _bundle(voted_films, tmp_path_factory.mktemp("explored"))


@pytest.fixture(scope="session")
def frame(explored_bundle: Path) -> pd.DataFrame:
    return of_films.read(explored_bundle)[0]


@pytest.fixture(scope="session")
def some_ratings(voted_films: list[Movie]) -> Ratings:
    """By 150 people, of half of the films and of 40 that the catalogue does not have."""
    made = mock(voted_films[::2], 150, 3)
    table = made.table.copy()
    strangers = table["film"].isin(sorted(table["film"].unique())[:40])
    table.loc[strangers, "film"] += 900_000_000
    return replace(made, table=table)


@pytest.fixture(scope="session")
def film_numbers(frame: pd.DataFrame) -> FilmNumbers:
    return of_films.numbers(frame)


@pytest.fixture(scope="session")
def rating_numbers(frame: pd.DataFrame, some_ratings: Ratings) -> RatingNumbers:
    found = rated.numbers(some_ratings, frame)
    assert found is not None
    return found
