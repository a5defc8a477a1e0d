"""Scores as the sum of their parts, and decks that do not repeat themselves."""

from __future__ import annotations

import numpy as np
import pytest

from engine import ranking
from engine.candidate import Candidate, Shortlist
from engine.models import Films
from engine.recommend import Recommender
from engine.request import Critique, Example, Limits, Mood, Request
from engine.taste import Taste

WEIGHTS = {"dense": 2.0, "kin": 1.0, "not": 0.5}


def test_a_score_is_the_weighted_sum_of_the_evidence() -> None:
    found = Shortlist(
        rows=np.array([4, 7, 9]),
        exact=np.array([False, True, True]),
        relaxed=("years",),
        evidence={
            "dense": np.array([1.0, 0.1, 0.2], dtype=np.float32),
            "kin:11": np.array([0.0, 0.5, 0.0], dtype=np.float32),
            "not:gory": np.array([0.0, -0.2, 0.0], dtype=np.float32),
        },
    )
    ids = np.arange(10) * 100

    ranked = ranking.score(found, ids, WEIGHTS)

    assert [c.tmdb for c in ranked] == [700, 900, 400]  # the exact ones first, however high the other scores
    assert ranked[0].score == pytest.approx(0.2 + 0.5 - 0.1)
    assert ranked[0].parts == pytest.approx({"dense": 0.2, "kin:11": 0.5, "not:gory": -0.1})
    assert ranked[1].parts == pytest.approx({"dense": 0.4})


def test_ties_fall_by_id() -> None:
    found = Shortlist(
        rows=np.array([0, 1, 2]), exact=np.ones(3, dtype=bool), relaxed=(), evidence={"dense": np.ones(3, np.float32)}
    )
    assert [c.tmdb for c in ranking.score(found, np.array([30, 10, 20]), WEIGHTS)] == [10, 20, 30]


def test_every_recommendation_sums_up(recommender: Recommender, ids: dict[str, int]) -> None:
    request = Request(
        liked=(Example(tmdb=ids["Interstellar (2014)"]),),
        critiques=(Critique(axis="funny"),),
        moods=(Mood(axis="sad", wanted=False),),
        limits=Limits(years=(1980, 2020)),
        text="space crew",
    )
    for candidate in recommender.recommend(request, Taste(liked=(ids["WALL·E (2008)"],))).candidates:
        assert candidate.score == pytest.approx(sum(candidate.parts.values()), abs=1e-5)


def test_diversify_takes_the_best_and_avoids_its_likeness(films: Films, ids: dict[str, int]) -> None:
    names = ["Toy Story (1995)", "Toy Story 2 (1999)", "Toy Story 3 (2010)", "Heat (1995)", "Amélie (2001)"]
    pool = [
        Candidate(tmdb=ids[n], row=int(films.catalogue.rows([ids[n]])[0]), score=score)
        for n, score in zip(names, (1.0, 0.95, 0.9, 0.6, 0.55), strict=True)
    ]
    chosen = ranking.diversify(pool, films, 3)
    assert [c.tmdb for c in chosen] == [ids[n] for n in ("Toy Story (1995)", "Heat (1995)", "Amélie (2001)")]
    assert [c.tmdb for c in ranking.diversify(pool, films, 5)][:3] == [c.tmdb for c in chosen]
    assert len(ranking.diversify(pool, films, 9)) == 5
    assert ranking.diversify([], films, 5) == []
