"""Who and what is held back: exactly what is said, and the same for the same seed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.evaluation.models import splits
from engine.models.learned.opinions import opinions
from index.sources.ratings import Ratings


def rated(rows, people=0):
    """Opinions from (user, film, stars, at)."""
    table = pd.DataFrame(rows, columns=["user", "film", "stars", "at"]).astype(
        {"user": "int32", "film": "int64", "stars": "float32", "at": "int64"}
    )
    return opinions(Ratings(table=table, people=pd.DataFrame(), licence="free"))


@pytest.fixture(scope="module")
def many():
    rng = np.random.default_rng(2)
    rows = [
        (user, int(film), rng.integers(1, 11) / 2, int(rng.integers(1, 10**6)))
        for user in range(50)
        for film in rng.choice(40, 4 + user % 20, replace=False) + 1
    ]
    return rated(rows)


def pairs(some):
    return {(int(u), int(f)) for u, f in zip(*some.stars.nonzero(), strict=True)}


def test_opinions_know_their_order_by_time_or_as_they_stand():
    timed = rated([(0, 7, 4, 300), (0, 5, 5, 100), (0, 9, 1, 200), (1, 5, 3, 50)])
    assert timed.films.tolist() == [5, 7, 9]
    assert timed.order.toarray().tolist() == [[1, 3, 2], [1, 0, 0]]
    listed = rated([(0, 7, 4, 300), (0, 5, 5, 0), (0, 9, 1, 200)])
    assert listed.order.toarray().tolist() == [[2, 1, 3]]
    same = rated([(0, 9, 4, 8), (0, 5, 5, 8)])
    assert same.order.toarray().tolist() == [[2, 1]]


def test_opinions_keep_order_and_people_when_some_are_taken(many):
    some = many.of(np.array([7, 3]))
    assert some.order.toarray().tolist() == many.order.toarray()[[7, 3]].tolist()
    kept = many.where(many.stars.data >= 4)
    expected = np.where(many.stars.toarray() >= 4, many.stars.toarray(), 0)
    assert kept.stars.toarray().tolist() == expected.tolist()
    assert kept.order.toarray().tolist() == np.where(expected > 0, many.order.toarray(), 0).tolist()


def test_every_opinion_is_held_back_once(many):
    folds = splits.random(many, 5, 3)
    assert np.sum(folds, axis=0).tolist() == [1] * many.stars.nnz
    sizes = [int(fold.sum()) for fold in folds]
    assert max(sizes) - min(sizes) <= 1
    assert all((a == b).all() for a, b in zip(folds, splits.random(many, 5, 3), strict=True))
    assert any((a != b).any() for a, b in zip(folds, splits.random(many, 5, 4), strict=True))


def test_people_held_back_like_enough_and_are_a_fifth_at_most(many):
    likes = (many.stars.toarray() >= 4).sum(axis=1)
    rest, held = splits.by_person(many, 1000, 1, fewest=4)
    assert len(held) == 10
    assert likes[held].min() >= 4
    assert sorted([*rest, *held]) == list(range(50))
    assert splits.by_person(many, 6, 1, fewest=4)[1].shape == (6,)
    assert splits.by_person(many, 1000, 1, fewest=4)[1].tolist() == held.tolist()
    assert splits.by_person(many, 1000, 2, fewest=4)[1].tolist() != held.tolist()
    assert splits.by_person(many, 1000, 1, fewest=99)[1].tolist() == []


def test_the_first_in_time_are_told(many):
    first = np.arange(50) % 7
    earlier = many.where(splits.by_time(many, first))
    order = many.order.toarray()
    for person in range(50):
        expected = {(person, int(f)) for f in np.flatnonzero((order[person] > 0) & (order[person] <= first[person]))}
        assert {pair for pair in pairs(earlier) if pair[0] == person} == expected


def test_the_earlier_half_of_likes_is_given_and_dislikes_before_it_when_wanted():
    rows = [
        (0, 1, 5, 10), (0, 2, 1, 20), (0, 3, 4, 30), (0, 4, 3, 35), (0, 5, 2, 40), (0, 6, 4, 50), (0, 7, 5, 60),
        (0, 8, 5, 70), (1, 1, 5, 10), (1, 2, 1, 5),
    ]  # fmt: skip
    all_of = rated(rows)
    given, later = splits.halves(all_of)
    assert pairs(given) == {(0, 0), (0, 2)}
    assert pairs(later) == pairs(all_of) - pairs(given)
    given, later = splits.halves(all_of, dislikes=True)
    assert pairs(given) == {(0, 0), (0, 1), (0, 2)}
    assert pairs(later) == pairs(all_of) - pairs(given)


def test_without_an_order_nothing_is_first(many):
    from dataclasses import replace

    with pytest.raises(splits.NoOrder, match="no order in time"):
        splits.halves(replace(many, order=None))


def test_a_drawn_share_of_films_is_taken_away(many):
    removed = splits.cold(many, 0.1, 4)
    assert (removed.sum(), len(removed)) == (4, 40)
    assert removed.tolist() == splits.cold(many, 0.1, 4).tolist() != splits.cold(many, 0.1, 5).tolist()
    assert splits.cold(many, 0.0001, 4).sum() == 1
