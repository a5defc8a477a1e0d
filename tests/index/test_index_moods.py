"""The mood axes are whole and anchored; the model carries them to unseen films and leaves written scores alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from index.artefacts import active
from index.errors import ArtefactError
from index.moods import Moods, by_hand, load_axes, model
from index.vectors import Vectors

AXES = list(load_axes())


def test_every_axis_is_defined_and_anchored():
    assert 24 <= len(AXES) <= 30
    for name, axis in load_axes().items():
        assert axis.name == name
        assert len(axis.means.split()) >= 5
        assert len(axis.most) == len(axis.least) == 2
        assert len({*axis.most, *axis.least}) == 4


@pytest.mark.parametrize("name", AXES)
def test_anchors_are_starter_films_with_the_scores_that_they_define(name, starter_films):
    films = {film.name: film for film in starter_films}
    axis = load_axes()[name]
    assert [films[anchor].moods.get(name, 0) for anchor in axis.most] == [4, 4]
    assert [films[anchor].moods.get(name, 0) for anchor in axis.least] == [0, 0]


def test_by_hand_places_every_score(film):
    moods = by_hand([film(1, moods={AXES[2]: 3.0, AXES[0]: 1.0}), film(2), film(3, moods={AXES[-1]: 4.0})])
    expected = np.zeros((3, len(AXES)))
    expected[0, 2], expected[0, 0], expected[2, -1] = 3, 1, 4
    np.testing.assert_array_equal(moods.scores, expected)
    assert moods.by_hand.tolist() == [True, False, True]
    assert moods.axis(AXES[2]).tolist() == [3, 0, 0]
    assert by_hand([]).scores.shape == (0, len(AXES))


def vectors_of(films):
    """Unit vectors as an encoder would give: TF-IDF of the documents through a fixed random projection."""
    counted = TfidfVectorizer(sublinear_tf=True).fit_transform([film.document(asks=False) for film in films])
    dense = counted @ np.random.default_rng(3).normal(size=(counted.shape[1], 256))
    return (dense / np.linalg.norm(dense, axis=1, keepdims=True)).astype(np.float32)


def held_out(films, vectors):
    """Share of each axis' variance (up to 1; 0: no better than the mean) that is explained in held-out fifths."""
    truth = by_hand(films).scores
    predicted, mean = np.zeros_like(truth), np.zeros_like(truth)
    fold = np.arange(len(films)) % 5
    for held in range(5):
        known, unseen = np.flatnonzero(fold != held), np.flatnonzero(fold == held)
        trained = model.train([films[row] for row in known], vectors[known])
        predicted[unseen] = trained.predict([films[row] for row in unseen], vectors[unseen])
        mean[unseen] = truth[known].mean(axis=0)
    shares = 1 - ((truth - predicted) ** 2).sum(axis=0) / ((truth - mean) ** 2).sum(axis=0)
    return dict(zip(AXES, shares.tolist(), strict=True))


@pytest.fixture(scope="module")
def explained(starter_films):
    return held_out(starter_films, vectors_of(starter_films))


# What genres and words say plainly, what they say in part, and what is mostly in the eye of who watches.
PLAIN = ("funny", "scary", "dark", "romantic", "tense", "action", "violent", "feel-good", "silly", "family-friendly")
IN_PART = ("gory", "sad", "inspiring", "epic", "big-budget", "thought-provoking", "bleak", "cosy", "realistic")


@pytest.mark.parametrize("name", AXES)
def test_the_model_predicts_unseen_films_better_than_the_mean(name, explained):
    assert explained[name] >= (0.5 if name in PLAIN else 0.33 if name in IN_PART else 0.12)


def test_each_kind_of_feature_explains_something(starter_bundle, starter_films, monkeypatch):
    # With the real encoder's vectors: those of the random projection say nothing that keywords do not.
    vectors = Vectors.open(starter_bundle / active(starter_bundle).catalogue / "vectors.faiss").matrix

    def share():
        return np.mean(list(held_out(starter_films, vectors).values()))

    whole = share()
    assert whole > 0.5
    for name in ("genres", "keywords", "vector"):
        with monkeypatch.context() as without:
            without.setitem(model._WEIGHTS, name, 0.0)
            assert share() < whole - 0.01, name


def test_written_scores_are_kept_and_only_the_rest_is_predicted(starter_films):
    vectors = vectors_of(starter_films)
    films = [replace(film, moods={}) if row % 3 == 0 else film for row, film in enumerate(starter_films[:60])]
    moods = model.complete(films, vectors[:60], starter_films[60:], vectors[60:])
    rest = np.arange(60) % 3 == 0
    assert moods.by_hand.tolist() == (~rest).tolist()
    np.testing.assert_array_equal(moods.scores[~rest], by_hand(starter_films[:60]).scores[~rest])
    trained = model.train(starter_films[60:], vectors[60:])
    expected = trained.predict([film for film, left in zip(films, rest, strict=True) if left], vectors[:60][rest])
    np.testing.assert_allclose(moods.scores[rest], expected, atol=1e-6)
    assert 0 <= expected.min() < 1 < 3 < expected.max() <= 4


def test_nothing_is_trained_when_every_film_is_judged(starter_films, monkeypatch):
    monkeypatch.setattr(model, "train", None)
    nothing = np.zeros((0, 4), dtype=np.float32)
    moods = model.complete(starter_films, nothing, [], nothing)
    np.testing.assert_array_equal(moods.scores, by_hand(starter_films).scores)


def test_saved_and_opened_they_are_the_same(tmp_path, starter_films):
    moods = by_hand([*starter_films[:20], replace(starter_films[20], moods={})])
    moods.save(tmp_path / "moods.npz")
    opened = Moods.open(tmp_path / "moods.npz")
    np.testing.assert_array_equal(opened.scores, moods.scores)
    np.testing.assert_array_equal(opened.by_hand, moods.by_hand)
    assert opened.scores.dtype == np.float32


@pytest.mark.parametrize("axes", [AXES[::-1], AXES[1:], [*AXES[:-1], "crunchy"]], ids=["order", "fewer", "another"])
def test_other_axes_are_refused(tmp_path, axes):
    path = tmp_path / "moods.npz"
    np.savez(path, scores=np.zeros((1, len(axes))), by_hand=np.zeros(1, dtype=bool), axes=np.array(axes))
    with pytest.raises(ArtefactError, match="has other mood axes: build again"):
        Moods.open(path)


@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "flipped", "text"])
def test_a_damaged_file_is_refused(tmp_path, damage, film):
    path = tmp_path / "moods.npz"
    by_hand([film(moods={AXES[0]: 4.0})]).save(path)
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        flipped = whole[:170] + bytes([whole[170] ^ 64]) + whole[171:]
        path.write_bytes({"empty": b"", "cut off": whole[:-30], "flipped": flipped, "text": b"moods"}[damage])
    with pytest.raises(ArtefactError, match="cannot be read: build again"):
        Moods.open(path)
