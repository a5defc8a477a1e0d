"""The item model against its definition and brute force: EASE, the sparse rows, and what serving reads of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from engine import taste
from engine.models import CoLikes, Films
from engine.models.ease import ease
from engine.models.training import TooFewRatings, checked, likes_matrix, train
from index.errors import ArtefactError
from index.items import Items
from index.sources.ratings import Ratings


@pytest.fixture(scope="module")
def likes() -> np.ndarray:
    """Two crowds, each fond of its own half of twelve films."""
    rng = np.random.default_rng(0)
    crowd = np.repeat([[0.7] * 6 + [0.1] * 6, [0.1] * 6 + [0.7] * 6], 60, axis=0)
    return (rng.random(crowd.shape) < crowd).astype(float)


def rated(*rows: tuple[int, int, float]) -> Ratings:
    table = pd.DataFrame(rows, columns=["user", "film", "stars"]).assign(at=0)
    return Ratings(table=table, people=pd.DataFrame(), licence="none")


@pytest.mark.parametrize("dropout", [0.0, 0.5, 0.9])
def test_ease_solves_its_regression_column_by_column(likes: np.ndarray, dropout: float) -> None:
    weights = ease(csr_matrix(likes), penalty=7.0, dropout=dropout)
    gram = likes.T @ likes
    penalties = 7.0 + dropout / (1 - dropout) * np.diag(gram)
    for item in range(12):
        # Ridge regression of one film on all others, each with its own penalty.
        others = [i for i in range(12) if i != item]
        left = gram[np.ix_(others, others)] + np.diag(penalties[others])
        np.testing.assert_allclose(weights[others, item], np.linalg.solve(left, gram[others, item]), atol=1e-6)
    assert np.diag(weights).tolist() == [0.0] * 12


def test_the_strongest_positive_neighbours_are_kept_and_come_back_from_disk(likes: np.ndarray, tmp_path: Path) -> None:
    weights = ease(csr_matrix(likes), penalty=7.0)
    films = np.arange(100, 112)
    Items.of(films, likes.sum(axis=0).astype(np.int64), weights).save(tmp_path)
    items = Items.open(tmp_path)
    assert items.films.tolist() == films.tolist()
    assert items.likes.tolist() == likes.sum(axis=0).tolist()
    for place in range(12):
        found = dict(zip(*(part.tolist() for part in items.of_film(place)), strict=True))
        expected = {i: float(w) for i, w in enumerate(weights[place]) if i != place and w > 0}
        assert found == pytest.approx(expected)
    assert isinstance(items.weights.base, np.memmap)
    (tmp_path / "weights.npy").write_bytes(b"cut off")
    with pytest.raises(ArtefactError, match="train again"):
        Items.open(tmp_path)


def test_rows_are_cut_to_the_strongest(monkeypatch: pytest.MonkeyPatch, likes: np.ndarray) -> None:
    monkeypatch.setattr("index.items.KEPT", 3)
    weights = ease(csr_matrix(likes), penalty=7.0)
    items = Items.of(np.arange(12), np.ones(12, dtype=np.int64), weights)
    for place in range(12):
        strongest = {int(i) for i in np.argsort(-weights[place])[:3] if weights[place][i] > 0}
        assert set(items.of_film(place)[0].tolist()) == strongest


def test_people_of_different_sources_are_different_and_rare_films_are_left_out() -> None:
    first = rated((0, 5, 5.0), (0, 3, 4.0), (1, 5, 3.5), (2, 5, 4.5))
    second = rated((0, 5, 4.0), (1, 3, 5.0), (1, 9, 5.0))
    matrix, films = likes_matrix([first, second], fewest=2)
    assert films.tolist() == [3, 5]
    assert matrix.toarray().tolist() == [[1, 1], [0, 1], [0, 1], [1, 0]]
    with pytest.raises(TooFewRatings, match="no two films"):
        train([first])


def test_training_keeps_what_the_ratings_hold(likes: np.ndarray) -> None:
    people, films = np.nonzero(likes)
    items = train([rated(*((int(p), 500 + int(f), 4.0) for p, f in zip(people, films, strict=True)))])
    assert items.films.tolist() == list(range(500, 512))
    assert items.likes.tolist() == likes.sum(axis=0).tolist()
    for place in range(12):
        neighbours, weights = items.of_film(place)
        five = set(neighbours[np.argsort(-weights)[:5]].tolist())
        assert five == {other for other in range(12) if other // 6 == place // 6 and other != place}


@pytest.fixture(scope="module")
def known(films: Films) -> tuple[Films, Items]:
    """The starter with an item model of three of its films and one that is not there."""
    ids = np.sort(np.append(films.catalogue.tmdb[[10, 20, 30]], 2**40))
    weights = np.zeros((4, 4), dtype=np.float32)
    at = {int(tmdb): place for place, tmdb in enumerate(ids)}
    a, b, c = (at[int(films.catalogue.tmdb[row])] for row in (10, 20, 30))
    weights[a, b], weights[a, c], weights[a, 3], weights[c, a] = 0.9, 0.1, 5.0, 0.2
    items = Items.of(ids, np.ones(4, dtype=np.int64), weights)
    return replace(films, colikes=CoLikes(films.catalogue, items)), items


def test_serving_reads_rows_by_film_and_passes_over_films_that_are_not_here(known: tuple[Films, Items]) -> None:
    films, _ = known
    near = films.colikes.near(10)
    assert np.flatnonzero(near).tolist() == [20, 30]
    assert near[[20, 30]] == pytest.approx([1.0, (0.1 / 0.9) ** 0.5])
    assert films.colikes.near(20).max() == 0.0
    assert np.flatnonzero(films.colikes.known).tolist() == [10, 20, 30]
    assert films.colikes.near(30)[10] == 1.0


def test_without_ratings_nothing_is_known(films: Films) -> None:
    nothing = CoLikes(films.catalogue, None)
    assert not nothing.known.any()
    assert nothing.near(3).max() == 0.0


def test_a_check_says_what_held_out_people_would_find() -> None:
    """Two crowds that like one half of fifty films each: the model knows whose half it is, popularity cannot."""
    rng = np.random.default_rng(3)
    films = {crowd: np.arange(25 * crowd, 25 * crowd + 25) + 1 for crowd in (0, 1)}
    table = [(user, int(film), 5.0) for user in range(200) for film in rng.permutation(films[user % 2])[:22]]
    how = checked([rated(*table)], penalty=5.0)
    assert (how["penalty"], how["dropout"], how["seed"]) == (5.0, 0.99, 0)
    metrics = how["metrics"]
    assert metrics["people held out"] == 40
    # 17 more likes among the 20 films of the half that are left, against 17 in 45 with none of the five given.
    assert metrics["Recall@20 after 5 likes"] == pytest.approx(1.0)
    assert 0.3 < metrics["popularity"] < 0.6
    assert "metrics" not in checked([rated(*[(user, film, 5.0) for user in range(9) for film in (1, 2, 3)])])


def test_likeness_takes_the_stronger_of_kin_and_likes(known: tuple[Films, Items]) -> None:
    films, _ = known
    stronger = np.maximum(films.kinship.near(10), films.colikes.near(10))
    expected = 0.65 * stronger + 0.35 * films.content.near(10)
    np.testing.assert_allclose(taste.likeness(films, 10), expected, atol=1e-6)
    rows = np.array([3, 10, 40])
    np.testing.assert_allclose(taste.likeness(films, 10, rows), expected[rows], atol=1e-6)
