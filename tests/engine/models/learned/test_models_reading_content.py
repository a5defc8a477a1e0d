"""Models that read: words, vectors, and what a linear model gets to see of films."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from engine.models.learned import Traits
from engine.models.learned.meanings import Meanings
from engine.models.learned.reading import features, known, tfidf
from engine.models.learned.traits import traits_of
from engine.models.learned.words import Words
from index.artefacts import load
from index.features.text import document


def test_words_score_by_cosines_with_liked_films(draw, traits_of_twelve, monkeypatch):
    monkeypatch.setattr("engine.models.learned.words._STRETCH", 5)
    given = draw(2, people=4)
    model = Words()
    model.fit(draw(1), traits_of_twelve)
    plain = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2)
    rows = plain.fit_transform(traits_of_twelve.documents).toarray()
    expected = np.zeros((4, 12))
    for person, stars in enumerate(given.stars.toarray()):
        for film in np.flatnonzero(stars >= 4):
            expected[person] += rows @ rows[film]
    assert np.allclose(model.score(given), expected, atol=1e-5)
    assert not expected[:, 10:].any()

    best, near = model.neighbours(1, 4)
    order = np.argsort(-np.delete(rows @ rows[1], 1), kind="stable")[:4]
    assert best.tolist() == [film + (film >= 1) for film in order]
    assert np.allclose(near, (rows @ rows[1])[best], atol=1e-6)
    assert model.neighbours(11, 4)[0].tolist() == []


def test_films_without_a_word_are_all_alike():
    assert tfidf(("", "", "the of")).shape == (3, 1)
    assert tfidf(("", "")).nnz == 0


def test_meanings_score_by_cosine_with_the_sum_of_liked_films(draw, traits_of_twelve):
    given = draw(2, people=4, share=0.8)
    model = Meanings()
    model.fit(draw(1), traits_of_twelve)
    for stars, scores in zip(given.stars.toarray(), model.score(given), strict=True):
        profile = traits_of_twelve.vectors[stars >= 4].sum(axis=0)
        for film in range(10):
            one = traits_of_twelve.vectors[film]
            cosine = profile @ one / np.linalg.norm(profile) / np.linalg.norm(one)
            assert scores[film] == pytest.approx(cosine, abs=1e-5)
        assert not scores[10:].any()
    best, _ = model.neighbours(0, 4)
    assert set(best.tolist()) <= {2, 4, 6, 8}


def test_features_are_three_even_blocks_centred_over_films_that_are_known(traits_of_twelve):
    rows = features(traits_of_twelve, topics=3, seed=0)
    assert rows.shape == (12, 6 + 3 + 4)
    assert known(traits_of_twelve).tolist() == [True] * 10 + [False] * 2
    assert not rows[10:].any()
    assert np.allclose(rows[:10].mean(axis=0), 0, atol=1e-6)
    for block in np.split(rows[:10], [6, 9], axis=1):
        assert (block**2).sum(axis=1).mean() == pytest.approx(1)
    moods = traits_of_twelve.moods[:10] - traits_of_twelve.moods[:10].mean(axis=0)
    assert np.allclose(rows[:10, 9:], moods / np.sqrt((moods**2).sum(axis=1).mean()), atol=1e-6)


def test_features_of_films_of_which_nothing_is_known():
    traits = Traits(vectors=np.zeros((3, 4), dtype=np.float32), documents=("", "", ""))
    assert not features(traits, topics=5, seed=0).any()


def test_traits_are_those_of_the_catalogue_in_the_order_of_the_films(starter_bundle):
    artefacts = load(starter_bundle)
    ids = artefacts.catalogue.tmdb
    films = np.array([ids[7], -5, ids[2]])
    traits = traits_of(films, artefacts.catalogue, artefacts.vectors, artefacts.moods)
    assert traits.documents == (
        document(artefacts.catalogue.movie(7)),
        "",
        document(artefacts.catalogue.movie(2)),
    )
    assert np.array_equal(traits.vectors[[0, 2]], artefacts.vectors.matrix[[7, 2]])
    assert np.array_equal(traits.moods[[0, 2]], artefacts.moods.scores[[7, 2]])
    assert not traits.vectors[1].any()
    assert not traits.moods[1].any()
    assert traits_of(films, artefacts.catalogue, artefacts.vectors).moods is None
