"""Nearest neighbours among films and people, against loops and SciPy's own correlation."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.stats import pearsonr

from engine.errors import EngineError
from engine.models.learned import Opinions
from engine.models.learned.knn_items import ItemKnn
from engine.models.learned.knn_people import UserKnn
from engine.models.learned.likeness import strongest

KINDS = ("cosine", "adjusted-cosine", "pearson")


def loop(a, b, kind, centre, shrinkage):
    """How alike two rows of stars are; `centre` is taken off for the adjusted cosine."""
    if kind == "cosine":
        x, y = a >= 4, b >= 4
        n = (x & y).sum()
        alike = n / np.sqrt(x.sum() * y.sum()) if n else 0.0
    else:
        both = (a > 0) & (b > 0)
        n = both.sum()
        x, y = a[both], b[both]
        if kind == "adjusted-cosine":
            x, y = x - centre[both], y - centre[both]
            lengths = np.sqrt((x**2).sum() * (y**2).sum()) if n else 0.0
            alike = (x * y).sum() / lengths if lengths > 1e-9 else 0.0
        else:
            alike = pearsonr(x, y)[0] if n > 1 and np.ptp(x) > 0 and np.ptp(y) > 0 else 0.0
    return alike * n / (n + shrinkage) if n else 0.0


def averages(stars, axis):
    return stars.sum(axis=axis) / np.maximum((stars > 0).sum(axis=axis), 1)


def nearest(alike, count):
    """Each row with its `count` highest above 0 alone."""
    kept = np.zeros_like(alike)
    for row, own in zip(kept, alike, strict=True):
        best = np.argsort(-own)[:count]
        row[best] = np.maximum(own[best], 0)
    return kept


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.2, 0.8])
def test_films_as_by_loops(draw, kind, share):
    known, given = draw(1, share=share), draw(2, people=6)
    stars = known.stars.toarray().astype(float)
    centre = averages(stars, 1)
    columns = range(stars.shape[1])
    alike = np.array(
        [[0 if i == j else loop(stars[:, i], stars[:, j], kind, centre, 3.0) for j in columns] for i in columns]
    )
    model = ItemKnn(similarity=kind, neighbours_kept=4, shrinkage=3.0)
    model.fit(known)
    expected = (given.stars.toarray() >= 4) @ nearest(alike, 4)
    assert np.abs(expected).max() > 0.1
    assert np.allclose(model.score(given), expected, atol=1e-6)

    best, near = model.neighbours(5, 3)
    kept = nearest(alike, 4)[5]
    assert np.allclose(near, [value for value in -np.sort(-kept)[:3] if value > 0], atol=1e-6)
    assert np.allclose(near, kept[best], atol=1e-6)
    assert len(set(best.tolist())) == len(near)


@pytest.mark.parametrize("kind", KINDS)
def test_people_as_by_loops(draw, kind):
    known, given = draw(1), draw(2, people=6)
    stars, theirs = known.stars.toarray().astype(float), given.stars.toarray().astype(float)
    centre = averages(stars, 0)
    alike = np.array([[loop(one, other, kind, centre, 2.0) for other in stars] for one in theirs])
    model = UserKnn(similarity=kind, neighbours_kept=5, shrinkage=2.0)
    model.fit(known)
    expected = nearest(alike, 5) @ (stars >= 4)
    assert np.abs(expected).max() > 0.1
    assert np.allclose(model.score(given), expected, atol=1e-5)


def test_as_many_people_as_films_are_not_mixed_up(draw):
    known = draw(1, people=12, films=12)
    stars = known.stars.toarray().astype(float)
    model = ItemKnn(similarity="adjusted-cosine", shrinkage=0.0)
    model.fit(known)
    columns, near = model.neighbours(0, 12)
    assert len(columns)
    for column, value in zip(columns, near, strict=True):
        assert value == pytest.approx(loop(stars[:, 0], stars[:, column], "adjusted-cosine", averages(stars, 1), 0.0))


def test_equal_ratings_have_no_correlation_though_sums_are_rounded():
    stars = np.full((7, 2), 3.3, dtype=np.float32)
    stars[:, 1] = [1, 2, 3, 4, 5, 1, 2]
    model = ItemKnn(similarity="pearson", shrinkage=0.0)
    model.fit(Opinions(stars=csr_matrix(stars), films=np.arange(2)))
    assert len(model.neighbours(0, 5)[0]) == 0


def test_many_films_are_compared_in_stretches_as_at_once(draw, monkeypatch):
    known, given = draw(1), draw(2)
    whole = ItemKnn()
    whole.fit(known)
    monkeypatch.setattr("engine.models.learned.knn_items._STRETCH", 5)
    monkeypatch.setattr("engine.models.learned.knn_people._STRETCH", 7)
    parts = ItemKnn()
    parts.fit(known)
    assert np.allclose(whole.score(given), parts.score(given))
    assert UserKnn.score(_fitted(known), given).any(axis=1).sum() > 20


def _fitted(known):
    model = UserKnn()
    model.fit(known)
    return model


def test_the_strongest_of_a_row():
    alike = np.array([[0.1, -0.5, 0.3, 0.2], [-1.0, 0.0, -0.1, 0.4]])
    expected = np.array([[0, 0, 0.3, 0.2], [0, 0, 0, 0.4]], dtype=np.float32)
    assert np.array_equal(strongest(alike, 2).toarray(), expected)


def test_a_similarity_that_there_is_not(draw):
    with pytest.raises(EngineError, match="no similarity 'jaccard': take one of cosine, adjusted-cosine, pearson"):
        ItemKnn(similarity="jaccard").fit(draw())
