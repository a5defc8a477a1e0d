"""Films without ratings by what they are, and all others as EASE scores them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import Ridge

from engine.models.learned import Opinions, Traits
from engine.models.learned.foretelling import foretell
from engine.models.learned.hybrid import Hybrid, _recall, _thinned, _Trial
from engine.models.learned.linear import DenoisingEase
from engine.models.learned.reading import features, known
from engine.models.learned.words import Words


def planted(people=400, films=60, seed=0):
    """Two kinds of people who like two kinds of films, which their vectors tell; a fifth of them is unrated."""
    rng = np.random.default_rng(seed)
    kind, taste = np.arange(films) % 2, np.arange(people) % 2
    chances = np.where(taste[:, None] == kind, 0.5, 0.05)
    likes = rng.random((people, films)) < chances
    vectors = rng.normal(size=(films, 8)) + 4 * np.eye(8)[kind]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    words = rng.choice(["rain", "road", "city", "train", "winter", "music"], (films, 3))
    traits = Traits(vectors=vectors.astype(np.float32), documents=tuple(" ".join(row) for row in words))
    cold = np.arange(films) % 5 == 0
    stars = np.where(likes & ~cold, 5.0, 0.0).astype(np.float32)
    return Opinions(stars=csr_matrix(stars), films=np.arange(films)), traits, likes, cold, kind, taste


def test_foretold_columns_are_ridge_regressions(traits_of_twelve, draw):
    ease = DenoisingEase(penalty=3.0, dropout=0.5)
    ease.fit(draw(1))
    seen, there = features(traits_of_twelve, topics=3, seed=0), known(traits_of_twelve)
    foretold = foretell(ease, seen, there, 2.0)
    for liked in range(12):
        row = ease.weights[liked, :10].astype(float)
        plain = Ridge(alpha=2.0, fit_intercept=False).fit(seen[:10], row - row.mean())
        likes = csr_matrix(np.eye(12, dtype=np.float32)[[liked]])
        expected = np.r_[plain.predict(seen[:10]) + row.mean(), np.full(2, ease.weights[liked, 10:].mean())]
        assert np.allclose(foretold.score(likes)[0], expected, atol=1e-4)
        assert np.allclose(foretold.score(likes, np.array([3, 11]))[0], expected[[3, 11]], atol=1e-4)


@pytest.mark.parametrize("trust", [0.0, 4.0])
def test_scores_are_blended_by_number_of_likes(traits_of_twelve, draw, trust):
    opinions, given = draw(1), draw(2)
    stars = opinions.stars.toarray()
    stars[:, 3] = 0
    opinions = Opinions(stars=csr_matrix(stars), films=opinions.films)
    model = Hybrid(penalty=3.0, dropout=0.5, foretelling=2.0, trust=trust, topics=3)
    model.fit(opinions, traits_of_twelve)
    assert model.learned == (2.0, trust)

    ease = DenoisingEase(penalty=3.0, dropout=0.5)
    ease.fit(opinions)
    seen = features(traits_of_twelve, topics=3, seed=0)
    by_content = foretell(ease, seen, known(traits_of_twelve), 2.0).score(given.likes)
    counts = (stars >= 4).sum(axis=0)
    share = np.array([n / (n + trust) if n else 0.0 for n in counts])
    expected = share * ease.score(given) + (1 - share) * by_content
    assert np.allclose(model.score(given), expected, atol=1e-5)
    assert np.abs(model.score(given)[:, 3]).max() > 0.01


def test_films_without_ratings_find_their_people():
    opinions, traits, likes, cold, kind, taste = planted()
    model = Hybrid(penalty=20.0, dropout=0.5, topics=4)
    model.fit(opinions, traits)
    scores = model.score(opinions)[:, cold]
    fitting = kind[cold] == taste[:, None]
    best = np.argsort(-scores, axis=1)[:, : fitting.sum(axis=1).min()]
    right = np.take_along_axis(fitting, best, axis=1).mean()
    words = Words()
    words.fit(opinions, traits)
    assert right > 0.95
    assert _recall(scores, likes[:, cold]) >= _recall(words.score(opinions)[:, cold], likes[:, cold])


def test_other_films_keep_the_order_that_ease_gives_them_without_trust():
    opinions, traits, _, cold, _, _ = planted()
    model = Hybrid(penalty=20.0, dropout=0.5, topics=4, trust=0.0)
    model.fit(opinions, traits)
    ease = DenoisingEase(penalty=20.0, dropout=0.5)
    ease.fit(opinions)
    assert np.allclose(model.score(opinions)[:, ~cold], ease.score(opinions)[:, ~cold], atol=1e-6)


def test_the_blend_is_learned_from_people_and_films_that_were_held_back():
    opinions, traits, *_ = planted()
    trial = _Trial.of(opinions, known(traits), 0.3, np.random.default_rng(1))
    assert trial.known.stars.shape[0] + trial.given.stars.shape[0] == 400
    assert trial.given.stars.shape[0] == 80
    given, hidden = trial.given.stars.toarray() > 0, trial.hidden
    assert not (given & hidden).any()
    assert not given[:, trial.thin].any()
    assert (given.sum() + hidden.sum()) > 0.15 * opinions.stars.nnz
    kept = trial.known.likes.toarray().sum(axis=0)
    assert kept[trial.thin].max() < 60 < np.median(kept[~trial.thin & (kept > 0)])


def test_films_that_are_not_thinned_keep_all(draw):
    opinions = draw(1, people=400)
    thin = np.arange(12) < 6
    less = _thinned(opinions, thin, np.random.default_rng(0))
    before, after = opinions.stars.toarray(), less.stars.toarray()
    assert np.array_equal(after[:, 6:], before[:, 6:])
    assert set(np.unique(after[:, :6] - before[:, :6]).tolist()) > {0.0}
    assert np.isin(after[after > 0], before).all()
    assert (after[:, :6] >= 4).sum(axis=0).max() < 60


def test_recall_is_hits_by_what_could_be_hit():
    scores = np.tile(np.arange(40, 0, -1.0), (3, 1))
    hidden = np.zeros((3, 40), dtype=bool)
    hidden[0, [0, 19, 20, 30]] = True
    hidden[1, 5:35] = True
    assert _recall(scores, hidden) == pytest.approx((2 / 4 + 15 / 20) / 2)
    assert _recall(scores, np.zeros((3, 40), dtype=bool)) == 0.0
