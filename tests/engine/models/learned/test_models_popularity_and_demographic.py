"""Counting likes, of everybody and of groups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from engine.models.learned import Opinions
from engine.models.learned.demographic import Demographic
from engine.models.learned.popularity import Popularity


def test_popularity_counts_likes_alone(draw):
    known, given = draw(1), draw(2, people=3)
    model = Popularity()
    model.fit(known)
    counts = [sum(stars >= 4 for stars in column) for column in known.stars.toarray().T]
    assert model.score(given).tolist() == [counts] * 3


def people(*rows):
    return pd.DataFrame(rows, columns=["age", "gender", "occupation"])


def by_hand(known, age, gender, occupation, shrinkage):
    """Naive Bayes over the groups of one person, in loops."""
    liked = known.stars.toarray() >= 4
    everybody = (liked.sum(axis=0) + 0.5) / (len(liked) + 1)
    chances = np.log(everybody)
    told = known.people
    for mask in (told["age"] == age, told["gender"] == gender, told["occupation"] == occupation):
        group = liked[mask.to_numpy()]
        if len(group):
            chances += np.log((group.sum(axis=0) + shrinkage * everybody) / (len(group) + shrinkage) / everybody)
    return chances


def test_groups_shift_popularity(draw):
    known = draw(1, people=200)
    model = Demographic(shrinkage=20.0)
    model.fit(known)
    given = Opinions(
        stars=csr_matrix((2, 12)), films=known.films, people=people((21.0, "F", "artist"), (62, "M", "farmer"))
    )
    expected = [by_hand(known, 21.0, "F", "artist", 20.0), by_hand(known, 62.0, "M", "farmer", 20.0)]
    assert np.allclose(model.score(given), expected, atol=1e-5)
    assert np.abs(expected[0] - expected[1]).max() > 0.2


def test_who_tells_nothing_gets_popularity_and_so_do_unknown_groups(draw):
    known = draw(1, people=200)
    model = Demographic()
    model.fit(known)
    stars = csr_matrix((2, 12))
    given = Opinions(stars=stars, films=known.films, people=people((np.nan, "", ""), (40.0, "", "astronaut")))
    liked = (known.stars.toarray() >= 4).sum(axis=0)
    everybody = np.log((liked + 0.5) / 201)
    assert np.allclose(model.score(given), [everybody, everybody], atol=1e-6)
    assert np.allclose(model.score(replace(given, people=None)), [everybody, everybody], atol=1e-6)


def test_ages_of_one_band_are_one_group(draw):
    known = draw(1, people=200)
    model = Demographic(shrinkage=5.0)
    model.fit(known)
    given = Opinions(
        stars=csr_matrix((3, 12)), films=known.films, people=people((18.0, "", ""), (24.9, "", ""), (25.0, "", ""))
    )
    scores = model.score(given)
    assert np.array_equal(scores[0], scores[1])
    assert not np.allclose(scores[0], scores[2])


def test_the_more_shrinkage_the_nearer_to_everybody(draw):
    known = draw(1, people=200)
    given = Opinions(stars=csr_matrix((1, 12)), films=known.films, people=people((21.0, "F", "artist")))
    distances = []
    for shrinkage in (1.0, 30.0, 1e9):
        model = Demographic(shrinkage=shrinkage)
        model.fit(known)
        distances.append(float(np.abs(model.score(given) - model.score(replace(given, people=None))).max()))
    assert distances[0] > distances[1] > 0.01
    assert distances[2] == pytest.approx(0.0, abs=1e-5)
