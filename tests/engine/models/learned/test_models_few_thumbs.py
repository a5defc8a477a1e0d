"""Few-thumbs against its regression, its sum thumb by thumb, and parameters that must be found again."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from engine.models.ease_with_base import ease_with_base
from engine.models.learned import Opinions, few_choice
from engine.models.learned.few_choice import Cases, Sums
from engine.models.learned.few_thumbs import FewThumbs
from engine.models.learned.first_thumbs import first_thumbs

FILMS = 12


def opinions(stars: np.ndarray, seed: int = 0) -> Opinions:
    """Each person gave their opinions in a drawn order, of distinct numbers."""
    rng = np.random.default_rng(seed)
    matrix = csr_matrix(stars.astype(np.float32))
    order = matrix.copy().astype(np.int32)
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        order.data[part] = 1 + rng.permutation(part.stop - part.start)
    return Opinions(stars=matrix, films=np.arange(100, 100 + stars.shape[1]), order=order)


def crowds(people: int = 150, films: int = FILMS, seed: int = 0) -> Opinions:
    """Two crowds; each likes its own half of the films and dislikes the other."""
    rng = np.random.default_rng(seed)
    own = (np.arange(people)[:, None] % 2) == (np.arange(films)[None, :] * 2 // films)
    stars = np.where(
        own, rng.choice([4.0, 5.0, 3.0, 0.0], (people, films)), rng.choice([1.0, 2.0, 4.0], (people, films))
    )
    return opinions(np.where(rng.random((people, films)) < 0.7, stars, 0.0), seed)


PLAIN = {"dropout": 0.6, "penalty": 3.0, "gain": 0.5, "dislike": 0.25}


@pytest.mark.parametrize("dropout", [0.0, 0.5, 0.9])
def test_each_column_is_a_ridge_regression_on_likes_that_were_dropped_at_random(dropout: float) -> None:
    likes = crowds().likes.toarray().astype(float)
    penalty, keep, people = 7.0, 1.0 - dropout, len(likes)
    base, weights = ease_with_base(csr_matrix(likes), penalty=penalty, dropout=dropout)
    for item in range(FILMS):
        others = [i for i in range(FILMS) if i != item]
        # What the regression expects of inputs that stay with probability `keep`, beside a 1 that always stays.
        seen = likes[:, others]
        expected = keep**2 * seen.T @ seen
        np.fill_diagonal(expected, keep * seen.sum(axis=0) + penalty * keep**2)
        left = np.block([[expected, keep * seen.sum(axis=0)[:, None]], [keep * seen.sum(axis=0), np.array([people])]])
        right = np.append(keep * seen.T @ likes[:, item], likes[:, item].sum())
        solved = np.linalg.solve(left, right)
        np.testing.assert_allclose(weights[others, item], solved[:-1], atol=1e-6)
        assert base[item] == pytest.approx(solved[-1], abs=1e-6)
    assert np.diag(weights).tolist() == [0.0] * FILMS


def test_a_score_is_the_base_and_what_each_thumb_adds() -> None:
    model = FewThumbs(**PLAIN)
    model.fit(crowds())
    base, weights = ease_with_base(crowds().likes, penalty=3.0, dropout=0.6)
    stars = np.zeros((3, FILMS))
    stars[0, [2, 7]] = 5.0, 4.0
    stars[1, [2, 7, 4]] = 4.0, 1.0, 3.0
    scores = model.score(opinions(stars))
    np.testing.assert_allclose(scores[0], base + 0.5 * (weights[2] + weights[7]), atol=1e-6)
    np.testing.assert_allclose(scores[1], base + 0.5 * (weights[2] - 0.25 * weights[7]), atol=1e-6)
    np.testing.assert_allclose(scores[2], base, atol=1e-6)


def test_without_thumbs_films_stand_by_popularity_where_nobody_likes_two() -> None:
    stars = np.zeros((9, 4))
    for person, film in enumerate([0, 1, 1, 1, 2, 2, 3, 3, 3]):
        stars[person, film] = 5.0
    base, _ = ease_with_base(opinions(stars).likes, penalty=1.0, dropout=0.9)
    assert base[1] == pytest.approx(base[3])
    assert base[1] > base[2] > base[0] > 0


def test_only_the_strongest_weights_above_0_are_kept() -> None:
    whole, cut = FewThumbs(**PLAIN), FewThumbs(**PLAIN, kept=3)
    whole.fit(crowds())
    cut.fit(crowds())
    for row, full in zip(cut.weights, whole.weights, strict=True):
        third = np.sort(full)[-3]
        np.testing.assert_array_equal(row, np.where((full >= third) & (full > 0), full, 0.0))


def test_neighbours_are_what_a_like_adds_best_first() -> None:
    model = FewThumbs(**PLAIN)
    model.fit(crowds())
    nothing, one = np.zeros((1, FILMS)), np.zeros((1, FILMS))
    one[0, 5] = 5.0
    added = (model.score(opinions(one)) - model.score(opinions(nothing)))[0]
    columns, weights = model.neighbours(5, 4)
    assert columns.tolist() == [i for i in np.argsort(-added) if i != 5][:4]
    np.testing.assert_allclose(weights, added[columns], atol=1e-6)


def test_films_that_nobody_likes_and_films_beyond_the_most_liked_score_0() -> None:
    stars = np.zeros((6, 4))
    stars[:5, 0], stars[:4, 1], stars[:2, 2], stars[:, 3] = 5.0, 4.0, 4.0, 2.0
    model = FewThumbs(**PLAIN, most=2)
    model.fit(opinions(stars))
    assert model.films.tolist() == [0, 1]
    scores = model.score(opinions(stars))
    assert (scores[:, :2] != 0).all()
    assert (scores[:, 2:] == 0).all()
    assert [len(part) for part in model.neighbours(3, 5)] == [0, 0]


def test_first_thumbs_are_the_first_likes_in_time_and_earlier_dislikes() -> None:
    stars = np.array([[5.0, 1.0, 4.0, 3.0, 2.0, 4.0], [4.0, 4.0, 0.0, 5.0, 1.0, 0.0]])
    order = csr_matrix(np.array([[4, 1, 2, 3, 5, 6], [3, 1, 0, 2, 4, 0]], dtype=np.int32))
    mine = Opinions(stars=csr_matrix(stars.astype(np.float32)), films=np.arange(6), order=order)
    given, later = first_thumbs(mine, 2)
    assert given.stars.toarray().tolist() == [[5, 0, 4, 0, 0, 0], [0, 4, 0, 5, 0, 0]]
    assert later.stars.toarray().tolist() == [[0, 0, 0, 0, 2, 4], [4, 0, 0, 0, 1, 0]]
    given, later = first_thumbs(mine, 2, dislikes=True)
    assert given.stars.toarray().tolist() == [[5, 1, 4, 0, 0, 0], [0, 4, 0, 5, 0, 0]]
    assert later.stars.toarray().tolist() == [[0, 0, 0, 0, 2, 4], [4, 0, 0, 0, 1, 0]]
    with pytest.raises(ValueError, match="fewer than 4"):
        first_thumbs(mine, 4)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Opinions:
    """A world in which 30 people judge, by lists of 3 films after 1 and 2 likes."""
    monkeypatch.setattr(few_choice, "THUMBS", (1, 2))
    monkeypatch.setattr(few_choice, "_SHOWN", 3)
    monkeypatch.setattr(few_choice, "_FEWEST", 4)
    monkeypatch.setattr(few_choice, "_ENOUGH", 10)
    return crowds()


def by_hand(model: FewThumbs, cases: Cases, cost: float = 0.0) -> float:
    shares = []
    for given, wanted, unwanted in zip(cases.given, cases.wanted, cases.unwanted, strict=True):
        scores, known = model.score(given), given.stars.toarray() > 0
        for person in range(len(scores)):
            ranked = [film for film in np.argsort(-scores[person]) if not known[person, film]][:3]
            hits, misses = wanted[person, ranked].sum(), unwanted[person, ranked].sum()
            shares.append(hits / min(3, wanted[person].sum()) - cost * misses / 3)
    return float(np.mean(shares))


def test_judges_are_not_learned_from_and_recall_is_counted_by_hand(small: Opinions) -> None:
    cases = Cases.of(small, seed=1)
    assert cases is not None
    judges = cases.given[0].stars.shape[0]
    assert (judges, cases.rest.stars.shape[0]) == (30, 120)
    model = FewThumbs(**PLAIN)
    model.fit(cases.rest)
    sums = Sums.of(cases, model.films, model.base, model.weights)
    assert sums.recall(0.5, 0.25) == pytest.approx(by_hand(model, cases))
    assert sums.worth(0.5, 0.25) == pytest.approx(by_hand(model, cases, cost=1.0))
    assert sums.worth(0.5, 0.25) < sums.recall(0.5, 0.25)


def test_the_best_numbers_are_chosen_by_the_judges_alone(small: Opinions) -> None:
    model = FewThumbs(dropout=0.6, penalty=3.0, seed=1)
    model.fit(small)
    assert model.chosen[:2] == (0.6, 3.0)
    cases = Cases.of(small, seed=1)
    assert cases is not None
    reached = {}
    for gain in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        tried = FewThumbs(dropout=0.6, penalty=3.0, gain=gain, dislike=0.0)
        tried.fit(cases.rest)
        reached[gain] = by_hand(tried, cases)
    assert reached[model.chosen[2]] == pytest.approx(max(reached.values()))
    worth = {}
    for dislike in (0.1, 0.2, 0.3, 0.4, 0.5):
        tried = FewThumbs(dropout=0.6, penalty=3.0, gain=model.chosen[2], dislike=dislike)
        tried.fit(cases.rest)
        worth[dislike] = by_hand(tried, cases, cost=1.0)
    assert worth[model.chosen[3]] == pytest.approx(max(worth.values()))
    base, weights = ease_with_base(small.likes, penalty=3.0, dropout=0.6)  # learned from everybody in the end
    np.testing.assert_array_equal(model.base, base)
    np.testing.assert_array_equal(model.weights, weights)


def test_where_too_few_people_could_choose_plain_numbers_hold() -> None:
    model = FewThumbs()
    model.fit(crowds(40))
    assert model.chosen == (0.99, 2_500.0, 0.7, 0.3)
