"""The steps that models of factors are made of, each against scikit-learn or another way to the same numbers."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import Ridge

from engine.models.learned.folding import ridges, sums, with_one
from engine.models.learned.habits import Habits
from engine.models.learned.stars_bayes import Prior
from engine.models.learned.stars_blend import stacked
from engine.models.learned.stars_factors import _Link


def test_sums_are_those_of_each_row(draw) -> None:
    stars = draw(1, people=6, films=8).stars
    seen = np.random.default_rng(0).normal(size=(8, 3))
    gram, moment = sums(stars, seen)
    for row, values in enumerate(stars.toarray()):
        rated = seen[values > 0]
        np.testing.assert_allclose(gram[row], rated.T @ rated, atol=1e-12)
        np.testing.assert_allclose(moment[row], values @ seen, atol=1e-6)


def test_a_step_is_the_ridge_regression_of_each_row(draw) -> None:
    stars = draw(2, people=6, films=8).stars.astype(float)
    rng = np.random.default_rng(0)
    seen, towards = rng.normal(size=(8, 3)), rng.normal(size=(6, 3))
    found = ridges(stars, seen, np.full(3, 2.5), towards)
    for row, values in enumerate(stars.toarray()):
        rated = seen[values > 0]
        ridge = Ridge(alpha=2.5, fit_intercept=False).fit(rated, values[values > 0] - rated @ towards[row])
        np.testing.assert_allclose(found[row], towards[row] + ridge.coef_, atol=1e-8)


def test_a_step_penalises_each_part_of_a_vector_by_its_own(draw) -> None:
    stars = draw(3, people=1, films=8).stars.astype(float)
    seen, penalties = np.random.default_rng(1).normal(size=(8, 2)), np.array([0.5, 9.0])
    rated, values = seen[stars.indices], stars.data
    left = np.vstack([rated, np.diag(np.sqrt(penalties))])
    expected = np.linalg.lstsq(left, np.append(values, [0, 0]), rcond=None)[0]
    np.testing.assert_allclose(ridges(stars, seen, penalties, np.zeros((1, 2)))[0], expected, atol=1e-10)


def test_the_other_side_sees_a_one_in_place_of_the_offset() -> None:
    vectors = np.array([[5.0, 2.0], [7.0, 3.0]])
    assert with_one(vectors).tolist() == [[1.0, 2.0], [1.0, 3.0]]
    assert vectors[0, 0] == 5.0


def test_all_habits_keep_every_likeness_of_choices(draw) -> None:
    stars = draw(4, people=20, films=6, share=0.8).stars
    chosen = (stars.toarray() > 0).astype(float)
    chosen /= np.sqrt(chosen.sum(axis=1, keepdims=True))
    traits = Habits.of(stars, 50, 0).traits(stars)
    around = chosen - chosen.mean(axis=0)
    np.testing.assert_allclose(traits @ traits.T, around @ around.T, atol=1e-8)


def test_few_habits_are_the_leading_directions_and_who_chose_nothing_is_average(draw) -> None:
    stars = draw(5, people=20, films=6).stars.toarray()
    stars[3] = 0
    chosen = (stars > 0) / np.sqrt(np.maximum((stars > 0).sum(axis=1, keepdims=True), 1))
    habits = Habits.of(csr_matrix(stars), 2, 0)
    leading = np.linalg.svd(chosen)[2][:2].T
    np.testing.assert_allclose(habits.directions @ habits.directions.T, leading @ leading.T, atol=1e-8)
    traits = habits.traits(csr_matrix(stars))
    assert traits[3].tolist() == [0.0, 0.0]
    np.testing.assert_allclose(traits.mean(axis=0), 0.0, atol=1e-12)


def test_what_traits_say_of_vectors_is_their_average_and_a_ridge_regression() -> None:
    rng = np.random.default_rng(4)
    traits, vectors = rng.normal(size=(30, 4)), rng.normal(size=(30, 3)) + 1.0
    traits -= traits.mean(axis=0)
    ridge = Ridge(alpha=2.0).fit(traits, vectors)  # with an intercept, which is not penalised
    np.testing.assert_allclose(_Link.of(traits, vectors, 2.0).expected(traits), ridge.predict(traits), atol=1e-10)


def test_a_person_s_posterior_is_that_of_bayesian_regression() -> None:
    """One person with three stars, by conditioning the joint normal of stars and vector: the other way to the mean."""
    rng = np.random.default_rng(1)
    seen, traits, rest = rng.normal(size=(3, 2)), rng.normal(size=(1, 2)), np.array([0.5, -1.0, 0.8])
    root = rng.normal(size=(2, 2))
    prior = Prior(
        average=rng.normal(size=2), weights=rng.normal(size=(2, 2)), precision=root @ root.T + np.eye(2), stiffness=1.0
    )
    precision, moment = prior.with_stars(csr_matrix(rest[None]), seen, traits, sureness=4.0)
    covariance = np.linalg.inv(prior.precision)
    expected = prior.average + traits[0] @ prior.weights
    gain = covariance @ seen.T @ np.linalg.inv(seen @ covariance @ seen.T + np.eye(3) / 4.0)
    np.testing.assert_allclose(np.linalg.inv(precision[0]), covariance - gain @ seen @ covariance, atol=1e-10)
    np.testing.assert_allclose(
        np.linalg.solve(precision[0], moment[0]), expected + gain @ (rest - seen @ expected), atol=1e-10
    )


def test_draws_of_a_prior_lie_around_what_made_the_vectors() -> None:
    rng = np.random.default_rng(2)
    traits = rng.normal(size=(4000, 2))
    traits -= traits.mean(axis=0)
    weights, average = np.array([[1.0, 0.0, -0.5], [0.3, 2.0, 0.0]]), np.array([0.5, -1.0, 2.0])
    covariance = np.array([[1.0, 0.66, 0.0], [0.66, 0.5, 0.0], [0.0, 0.0, 0.2]])
    vectors = average + traits @ weights + rng.multivariate_normal(np.zeros(3), covariance, 4000)
    prior, draws = Prior.start(2, 3), []
    for turn in range(120):
        prior = prior.drawn(traits, vectors, rng)
        if turn >= 20:
            draws.append(prior)
    np.testing.assert_allclose(np.mean([d.weights for d in draws], axis=0), weights, atol=0.05)
    np.testing.assert_allclose(np.mean([d.average for d in draws], axis=0), average, atol=0.05)
    np.testing.assert_allclose(np.mean([np.linalg.inv(d.precision) for d in draws], axis=0), covariance, atol=0.05)
    # One trait regression has standard error sqrt(variance / rows), and so must its draws.
    assert np.std([d.weights[0, 0] for d in draws]) == pytest.approx(np.sqrt(1.0 / 4000), rel=0.3)
    assert np.std([d.weights[1, 1] for d in draws]) == pytest.approx(np.sqrt(0.5 / 4000), rel=0.3)
    assert np.std([d.average[2] for d in draws]) == pytest.approx(np.sqrt(0.2 / 4000), rel=0.3)


def test_weights_of_a_blend_are_a_ridge_towards_equal_ones() -> None:
    rng = np.random.default_rng(3)
    said, true = rng.normal(size=(50, 3)), rng.normal(size=50)
    ridge = Ridge(alpha=4.0, fit_intercept=False).fit(said, true - said.mean(axis=1))
    np.testing.assert_allclose(stacked(said, true, 4.0), 1 / 3 + ridge.coef_, atol=1e-10)
    assert stacked(said[:0], true[:0], 4.0) == pytest.approx([1 / 3] * 3)
