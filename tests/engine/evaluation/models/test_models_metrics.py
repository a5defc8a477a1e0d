"""Every measure beside scikit-learn, or beside loops that count one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn import metrics as sk

from engine.evaluation.models import metrics, variety

PEOPLE, FILMS, K = 40, 30, 8


@pytest.fixture
def rng():
    return np.random.default_rng(5)


@pytest.fixture
def ranking(rng):
    """Scores with ties, what may be shown, what is wanted (two people want nothing), and what is shown."""
    scores = rng.integers(0, 6, (PEOPLE, FILMS)).astype(np.float32)
    allowed = rng.random((PEOPLE, FILMS)) < 0.7
    wanted = (rng.random((PEOPLE, FILMS)) < 0.25) & allowed
    wanted[[3, 17]] = False
    columns = metrics.shown(scores, allowed, K, seed=1)
    return scores, allowed, wanted, columns


@pytest.fixture
def stars(rng):
    return rng.integers(1, 11, 500) / 2, rng.uniform(0.5, 5, 500)


def test_errors_are_those_of_scikit_learn(stars):
    true, said = stars
    assert metrics.mse(true, said) == pytest.approx(sk.mean_squared_error(true, said))
    assert metrics.rmse(true, said) == pytest.approx(sk.root_mean_squared_error(true, said))
    assert metrics.mae(true, said) == pytest.approx(sk.mean_absolute_error(true, said))


def test_verdicts_are_those_of_scikit_learn(stars):
    true, said = stars
    likes, told = true >= 4, said >= 4
    precision, recall, f1, _ = sk.precision_recall_fscore_support(likes, told, average="binary")
    expected = {"precision": precision, "recall": recall, "F1": f1, "accuracy": sk.accuracy_score(likes, told)}
    found = {name: top.sum() / bottom.sum() for name, (top, bottom) in metrics.verdicts(true, said).items()}
    assert found == pytest.approx(expected)


def test_the_best_are_shown_and_ties_fall_alike_for_everybody(ranking):
    scores, allowed, _, columns = ranking
    tie = np.random.default_rng(1).permutation(FILMS)
    place = {int(film): n for n, film in enumerate(tie)}
    for person in range(PEOPLE):
        order = sorted(np.flatnonzero(allowed[person]), key=lambda film: (-scores[person, film], place[int(film)]))
        assert columns[person].tolist() == [int(film) for film in order[:K]]


def test_where_nothing_is_left_nothing_is_shown():
    scores = np.array([[1.0, -np.inf, 3.0, 2.0]])
    allowed = np.array([[True, True, False, False]])
    assert metrics.shown(scores, allowed, 5).tolist() == [[0, 1, -1, -1, -1]]
    assert not metrics.hits(np.array([[-1]]), np.ones((1, 4), dtype=bool)).any()


def test_no_number_is_no_score():
    with pytest.raises(ValueError, match="no number"):
        metrics.shown(np.array([[np.nan, 1.0]]), np.ones((1, 2), dtype=bool), 1)


def test_rankings_are_counted_as_loops_count_them(ranking):
    _, _, wanted, columns = ranking
    hit, targets = metrics.hits(columns, wanted), wanted.sum(axis=1)
    for person in range(PEOPLE):
        relevant = set(np.flatnonzero(wanted[person]).tolist())
        got = [film in relevant for film in columns[person].tolist() if film >= 0]
        count, n = sum(got), len(relevant)
        found = {
            name: getattr(metrics, name)(hit, targets)[person]
            for name in ("recall", "precision", "f1", "hit_rate", "reciprocal_rank", "average_precision", "ndcg")
        }
        if not n:
            assert all(math.isnan(value) for value in found.values())
            continue
        precision, whole = count / K, count / n
        assert found["recall"] == pytest.approx(count / min(K, n))
        assert found["precision"] == pytest.approx(precision)
        assert found["f1"] == pytest.approx(2 * precision * whole / (precision + whole) if count else 0)
        assert found["hit_rate"] == float(count > 0)
        assert found["reciprocal_rank"] == pytest.approx(1 / (1 + got.index(True)) if count else 0)
        average = sum(sum(got[: at + 1]) / (at + 1) for at, good in enumerate(got) if good) / min(K, n)
        assert found["average_precision"] == pytest.approx(average)
        ideal = sum(1 / math.log2(at + 2) for at in range(min(K, n)))
        assert found["ndcg"] == pytest.approx(sum(good / math.log2(at + 2) for at, good in enumerate(got)) / ideal)


def test_whole_rankings_without_ties_are_measured_as_scikit_learn_does(rng):
    scores = rng.permuted(np.tile(np.arange(FILMS, dtype=float), (PEOPLE, 1)), axis=1)
    wanted = rng.random((PEOPLE, FILMS)) < 0.3
    wanted[:, 0] = True
    everything = np.ones_like(wanted)
    targets = wanted.sum(axis=1)
    top = metrics.hits(metrics.shown(scores, everything, K), wanted)
    assert metrics.ndcg(top, targets).mean() == pytest.approx(sk.ndcg_score(wanted, scores, k=K))
    whole = metrics.hits(metrics.shown(scores, everything, FILMS), wanted)
    expected = [sk.average_precision_score(w, s) for w, s in zip(wanted, scores, strict=True)]
    assert metrics.average_precision(whole, targets) == pytest.approx(expected)
    assert metrics.ndcg(whole, targets).mean() == pytest.approx(sk.ndcg_score(wanted, scores))
    said = np.zeros_like(wanted)
    np.put_along_axis(said, metrics.shown(scores, everything, K), values=True, axis=1)
    f1 = [sk.f1_score(w, s) for w, s in zip(wanted, said, strict=True)]
    assert metrics.f1(top, targets) == pytest.approx(f1)
    precision = [sk.precision_score(w, s) for w, s in zip(wanted, said, strict=True)]
    assert metrics.precision(top, targets) == pytest.approx(precision)


def test_coverage_and_gini_count_what_is_shown(ranking):
    *_, columns = ranking
    often = [sum(int(film) == shown for shown in columns.ravel()) for film in range(FILMS)]
    assert variety.coverage(columns, FILMS) == sum(count > 0 for count in often) / FILMS
    apart = sum(abs(a - b) for a in often for b in often)
    assert variety.gini(columns, FILMS) == pytest.approx(apart / (2 * FILMS * sum(often)))
    assert variety.gini(np.arange(FILMS)[None, :], FILMS) == pytest.approx(0)
    assert variety.gini(np.zeros((9, 1), dtype=np.int64), FILMS) == pytest.approx(1 - 1 / FILMS)
    assert variety.gini(np.full((2, 1), -1), FILMS) == 0


def test_diversity_is_of_pairs_that_are_known(rng):
    vectors = rng.normal(size=(FILMS, 4))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[[0, 1]] = 0
    columns = np.array([[2, 3, 4, 5], [0, 6, 7, -1], [0, 1, 8, -1]])
    pairs = [(2, 3), (2, 4), (2, 5), (3, 4), (3, 5), (4, 5)]
    first = 1 - np.mean([vectors[a] @ vectors[b] for a, b in pairs])
    assert variety.diversity(columns, vectors) == pytest.approx(
        [first, 1 - vectors[6] @ vectors[7], np.nan], nan_ok=True
    )


def test_novelty_and_popularity_follow_from_likes():
    likes = np.array([0, 1, 3, 3, 7])
    columns = np.array([[4, 0], [2, -1], [-1, -1]])
    bits = [-math.log2((count + 1) / 8) for count in likes]
    assert variety.novelty(columns, likes, 7) == pytest.approx([(bits[4] + bits[0]) / 2, bits[2], np.nan], nan_ok=True)
    # Percentiles: 0.1, 0.3, 0.6 and 0.6, 0.9.
    assert variety.popularity(columns, likes) == pytest.approx([0.5, 0.6, np.nan], nan_ok=True)


def test_miscalibration_is_the_divergence_of_genres():
    genres = np.array([[1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 0]], dtype=float)
    given = csr_matrix(np.array([[1, 0, 1, 1], [1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 0, 1]], dtype=float))
    columns = np.array([[1, 1, -1], [0, 0, 3], [2, 2, 2], [0, 1, 2]])
    wanted = np.array([0.75, 0.25])
    mixed = 0.99 * np.array([0.0, 1.0]) + 0.01 * wanted
    first = float((wanted * np.log(wanted / mixed)).sum())
    assert variety.calibration(columns, given, genres) == pytest.approx([first, 0, 0, np.nan], nan_ok=True)
