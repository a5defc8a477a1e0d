"""Kinship and content against plain dense computations."""

from __future__ import annotations

import numpy as np
import pytest

from engine.models import Films


@pytest.fixture(scope="module")
def dense(films: Films) -> np.ndarray:
    """The normalised kin graph, built film by film."""
    count = len(films.catalogue)
    graph = np.zeros((count, count))
    for row in range(count):
        known = [films.catalogue.row(k) for k in films.catalogue.movie(row).kin]
        for place, other in enumerate(k for k in known if k is not None):
            graph[row, other] += 0.93**place
            graph[other, row] += 0.93**place
    degree = graph.sum(axis=1)
    return graph / np.sqrt(np.outer(degree, degree))


@pytest.mark.parametrize("name", ["Interstellar (2014)", "The Godfather (1972)", "Paddington 2 (2017)"])
def test_kinship_is_a_walk_over_the_kin_graph(films: Films, ids: dict[str, int], dense: np.ndarray, name: str) -> None:
    row = films.catalogue.row(ids[name])
    assert row is not None
    walk = sum(0.55 ** (step - 1) * np.linalg.matrix_power(dense, step)[row] for step in (1, 2, 3, 4))
    walk[row] = 0
    np.testing.assert_allclose(films.kinship.near(row), np.sqrt(walk / walk.max()), atol=1e-4)


def test_kinship_goes_both_ways(films: Films) -> None:
    for row in range(0, len(films.catalogue), 37):
        for kin in films.catalogue.rows(films.catalogue.movie(row).kin):
            assert films.kinship.near(row)[kin] > 0
            assert films.kinship.near(int(kin))[row] > 0


def test_content_blends_documents_and_moods(films: Films, ids: dict[str, int]) -> None:
    row = films.catalogue.row(ids["Alien (1979)"])
    assert row is not None
    other = films.catalogue.row(ids["Aliens (1986)"])
    assert other is not None
    cosine = float(films.vectors.matrix[row] @ films.vectors.matrix[other])
    distance = float(np.sqrt((((films.moods.scores[row] - films.moods.scores[other]) / 4) ** 2).mean()))
    assert films.content.near(row)[other] == pytest.approx(0.65 * cosine + 0.35 * (1 - 2 * distance), abs=1e-5)
    assert films.content.near(row)[row] == 0
    assert films.content.near(row).argmax() == other
