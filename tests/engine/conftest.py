"""The starter as the recommender sees it, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.models import Films
from engine.parsing import Parser
from engine.recommend import Recommender
from index.artefacts import Artefacts, load
from index.moods import load_axes


@pytest.fixture(scope="session")
def artefacts(starter_bundle: Path) -> Artefacts:
    return load(starter_bundle)


@pytest.fixture(scope="session")
def films(artefacts: Artefacts) -> Films:
    return Films.of(artefacts)


@pytest.fixture(scope="session")
def recommender(films: Films) -> Recommender:
    return Recommender(films)


@pytest.fixture(scope="session")
def parser(artefacts: Artefacts) -> Parser:
    return Parser(artefacts.titles, load_axes(), artefacts.encoder.encode)


@pytest.fixture(scope="session")
def ids(films: Films) -> dict[str, int]:
    """TMDB ids by "Title (year)"."""
    return {films.catalogue.movie(row).name: int(films.catalogue.tmdb[row]) for row in range(len(films.catalogue))}
