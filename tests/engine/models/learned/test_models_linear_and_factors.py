"""EASE against ridge regressions solved film by film, and iALS against its closed form."""

from __future__ import annotations

import numpy as np
import pytest
from implicit.cpu.als import AlternatingLeastSquares
from threadpoolctl import threadpool_limits

from engine.models.ease import ease
from engine.models.learned.implicit_factors import ImplicitFactors
from engine.models.learned.linear import DenoisingEase, Ease


def film_by_film(likes, penalty, dropout):
    """For each film a regression of its likes on those of all others: least squares, with rows for penalties."""
    films = likes.shape[1]
    weights = np.zeros((films, films))
    for film in range(films):
        others = np.delete(np.arange(films), film)
        extra = penalty + dropout / (1 - dropout) * likes[:, others].sum(axis=0)
        left = np.vstack([likes[:, others], np.diag(np.sqrt(extra))])
        right = np.concatenate([likes[:, film], np.zeros(films - 1)])
        weights[others, film] = np.linalg.lstsq(left, right, rcond=None)[0]
    return weights


@pytest.mark.parametrize(("penalty", "dropout"), [(0.5, 0.0), (20.0, 0.0), (5.0, 0.6), (300.0, 0.95)])
def test_ease_equals_regressions_film_by_film(draw, penalty, dropout):
    known, given = draw(3, people=200, films=25), draw(4, films=25)
    likes = known.likes.toarray().astype(float)
    expected = film_by_film(likes, penalty, dropout)
    assert np.abs(ease(known.likes, penalty=penalty, dropout=dropout) - expected).max() < 1e-6

    model = DenoisingEase(penalty=penalty, dropout=dropout) if dropout else Ease(penalty=penalty)
    model.fit(known)
    assert np.allclose(model.score(given), given.likes.toarray() @ expected, atol=1e-5)


def test_neighbours_are_the_highest_weights_of_a_row(draw):
    known = draw(3, people=200, films=25)
    expected = film_by_film(known.likes.toarray().astype(float), 2.0, 0.0)
    model = Ease(penalty=2.0)
    model.fit(known)
    best, weights = model.neighbours(4, 6)
    order = np.argsort(-expected[4])[:6]
    assert best.tolist() == [film for film in order if expected[4, film] > 0]
    assert np.allclose(weights, expected[4, best], atol=1e-6)


def test_with_too_many_films_the_most_liked_are_learned_alone(draw):
    known, given = draw(3, people=100, films=10), draw(4, films=10)
    counts = known.likes.toarray().sum(axis=0)
    kept = np.sort(np.argsort(-counts, kind="stable")[:4])
    model = Ease(penalty=2.0, most=4)
    model.fit(known)
    expected = np.zeros((30, 10))
    weights = film_by_film(known.likes.toarray()[:, kept].astype(float), 2.0, 0.0)
    expected[:, kept] = given.likes.toarray()[:, kept] @ weights
    assert np.allclose(model.score(given), expected, atol=1e-5)
    left_out = int(np.setdiff1d(np.arange(10), kept)[-1])
    assert model.neighbours(left_out, 3)[0].tolist() == []
    assert set(model.neighbours(int(kept[1]), 9)[0].tolist()) <= set(kept.tolist()) - {int(kept[1])}


def library(known, *, factors, regularisation, confidence, sweeps):
    with threadpool_limits(1, "blas"):
        als = AlternatingLeastSquares(
            factors=factors,
            regularization=regularisation,
            alpha=confidence,
            iterations=sweeps,
            random_state=3,
            use_cg=False,
        )
        als.fit(known.likes, show_progress=False)
    return als


def test_people_are_folded_in_as_the_library_and_the_closed_form_do(draw):
    known, given = draw(3, people=60), draw(4, people=8)
    values = {"factors": 5, "regularisation": 0.7, "confidence": 3.0, "sweeps": 8}
    als = library(known, **values)
    strength = known.likes.toarray().sum() / np.sqrt(60 * 12)
    model = ImplicitFactors(**(values | {"regularisation": 0.7 / 3.0 / strength}), seed=3)
    model.fit(known)
    scores = model.score(given)

    with threadpool_limits(1, "blas"):
        folded = als.recalculate_user(np.arange(8), given.likes)
    assert np.allclose(scores, folded @ als.item_factors.T, atol=1e-4)

    films = als.item_factors.astype(float)
    for person, likes in enumerate(given.likes.toarray()):
        weight = np.diag(np.where(likes > 0, 3.0, 1.0))
        own = np.linalg.solve(films.T @ weight @ films + 0.7 * np.eye(5), films.T @ weight @ likes)
        assert np.allclose(scores[person], films @ own, atol=1e-4)


def test_the_default_penalty_leaves_patterns_among_few_people_and_many(draw):
    for people in (10, 600):
        model = ImplicitFactors(factors=4)
        model.fit(draw(3, people=people))
        scores = model.score(draw(4))
        assert 0.1 < scores.max() < 1.0
        assert np.ptp(scores, axis=0).max() > 0.05


def test_a_seed_changes_where_factors_start(draw):
    first, second = ImplicitFactors(factors=3, sweeps=2, seed=0), ImplicitFactors(factors=3, sweeps=2, seed=1)
    first.fit(draw(3))
    second.fit(draw(3))
    assert np.abs(first.score(draw(4)) - second.score(draw(4))).max() > 0.01
