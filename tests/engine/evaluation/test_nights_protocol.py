"""The fairness of a night: groups, rivals and measures by hand and by plain loops, on small made-up ratings."""

from __future__ import annotations

from itertools import combinations
from typing import ClassVar

import numpy as np
import pandas as pd
import pytest

from engine.evaluation import nights as protocol
from engine.evaluation.night_groups import drawn, likenesses
from engine.evaluation.night_memory import nights
from engine.evaluation.night_rivals import average, greedy_lm, least_misery
from engine.evaluation.nights import Rules, evaluate, hold, measured, recalls
from engine.evaluation.report import NothingToMeasure
from engine.groups import fair, worth
from engine.models.learned import Opinions, Traits
from engine.models.learned.opinions import opinions
from index.sources.ratings import Ratings

PEOPLE, FILMS = 160, 120
RULES = Rules(seeds=(0, 1), sizes=(2, 5), groups=6, people=24, series=2)


class Counting:
    """Likes of the others, and more what stands beside what was given."""

    name: ClassVar[str] = "counting"
    learned: ClassVar[list[Opinions]] = []

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        Counting.learned.append(known)
        self.likes = known.likes.sum(axis=0).A1

    def score(self, given: Opinions) -> np.ndarray:
        beside = np.roll(given.likes.toarray(), 1, axis=1)
        return (self.likes + 9.0 * beside + 1e-3 * np.arange(FILMS)).astype(np.float32)


@pytest.fixture(scope="module")
def some() -> Opinions:
    rng = np.random.default_rng(5)
    rows = []
    for user in range(PEOPLE):
        films = rng.permutation(FILMS)[: rng.integers(30, 70)]
        stars = rng.choice([1.0, 3.0, 4.0, 5.0], len(films), p=[0.1, 0.1, 0.5, 0.3])
        rows += [(user, int(f) + 100, float(s), n + 1) for n, (f, s) in enumerate(zip(films, stars, strict=True))]
    table = pd.DataFrame(rows, columns=["user", "film", "stars", "at"])
    return opinions(Ratings(table=table, people=pd.DataFrame(), licence="none"))


def test_rivals_by_hand() -> None:
    values = np.array([[1.0, 0.0, 0.5, 0.7], [0.0, 1.0, 0.4, 0.3]])
    # means .5 .5 .45 .5; minima 0 0 .4 .3
    assert average(values, 3).tolist() == [0, 1, 3]
    assert least_misery(values, 3).tolist() == [2, 3, 0]
    # mean and minimum halved: .25 .25 .425 .4, so 2 first. Beside it 0 has .475 and .2, 1 has .475 and .25, 3 .475 .35.
    assert greedy_lm(values, 2).tolist() == [2, 3]
    assert sorted(greedy_lm(values, 9).tolist()) == [0, 1, 2, 3]


def test_likeness_counts_rare_films_more() -> None:
    from scipy.sparse import csr_matrix

    likes = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1]] * 4, dtype=np.float32)
    alike = likenesses(csr_matrix(likes))
    assert alike[0, 1] == pytest.approx(1.0)
    assert alike[0, 2] == pytest.approx(0.0)  # all that they share is what everybody likes


def test_similar_groups_are_alike_and_divergent_ones_are_not() -> None:
    rng = np.random.default_rng(0)
    camps = np.repeat([0, 1], 40)
    alike = (camps[:, None] == camps[None, :]) + 0.01 * rng.random((80, 80))
    for kind, least, most in (("similar", 0.99, 1.0), ("divergent", 0.0, 0.5), ("random", 0.2, 0.8)):
        groups = drawn(kind, 4, 30, alike, np.random.default_rng(1))
        pairs = [camps[a] == camps[b] for group in groups for a, b in combinations(group, 2)]
        assert all(len(set(group)) == 4 for group in groups)
        assert least <= np.mean(pairs) <= most, kind
    assert drawn("random", 4, 30, alike, np.random.default_rng(1)) == groups
    with pytest.raises(ValueError, match="no similar group of 3"):
        drawn("similar", 3, 1, np.ones((2, 2)), rng)


def test_recalls_and_measures_by_hand() -> None:
    likes = np.zeros((3, 9), dtype=bool)
    likes[0, [0, 1, 2, 3, 4, 5, 6]] = True  # could like all five
    likes[1, [0, 7]] = True  # could like two
    likes[2, 8] = True
    part = recalls(likes, np.array([0, 1, 2, 7, 6]))
    assert part.tolist() == [0.8, 1.0, 0.0]
    found = measured([part, np.array([0.5, 0.25]), np.array([0.0, 0.0])])
    assert found["minimum"].tolist() == [0.0, 0.25, 0.0]
    assert found["mean"] == pytest.approx([0.6, 0.375, 0.0])
    assert found["min/max"].tolist() == [0.0, 0.5, 0.0]
    assert found["nothing liked"] == pytest.approx([1 / 3, 0.0, 1.0])


def test_nobody_who_is_measured_is_learned_from_and_tuning_has_people_of_its_own(some: Opinions) -> None:
    Counting.learned.clear()
    stars = some.stars.toarray()
    people = {}
    for tuning in (False, True):
        held = hold(some, Counting, Rules(people=24, tuning=tuning), 3)
        rest = {tuple(row) for row in Counting.learned[-1].stars.toarray().tolist()}
        gone = [number for number in range(PEOPLE) if tuple(stars[number].tolist()) not in rest]
        assert len(gone) == len(held.scores) == 24
        assert {number % 4 == 0 for number in gone} == {tuning}
        for row, number in enumerate(gone):
            liked = stars[number] >= 4
            assert not (held.known[row] & held.likes[row]).any()
            assert ((held.known[row] & liked) | held.likes[row] == liked).all()
            assert abs(int((held.known[row] & liked).sum()) - int(held.likes[row].sum())) <= 1
        people[tuning] = set(gone)
    assert not people[True] & people[False]


def test_every_row_is_of_the_same_groups_and_ours_is_the_fair_choice(some: Opinions) -> None:
    reports = evaluate(some, Counting, RULES)
    assert list(reports) == ["random groups", "similar groups", "divergent groups", "all groups", "ten nights"]
    every = reports["all groups"]
    assert every.n == sum(reports[f"{kind} groups"].n for kind in ("random", "similar", "divergent"))
    assert list(every.peers) == ["average", "average of worths", "least misery", "GreedyLM", "most popular"]
    plain = every.plain()
    gap = plain["ours"]["minimum"] - plain["peers"]["average"]["minimum"]
    assert plain["above"]["average"][0] == pytest.approx(gap, abs=2e-4)
    ratio = plain["ours"]["mean"] / plain["peers"]["least misery"]["mean"]
    assert plain["mean by that of"]["least misery"][0] == pytest.approx(ratio, abs=2e-3)

    minima, means = [], []
    for seed in RULES.seeds:  # once more, plainly
        held, draw = hold(some, Counting, RULES, seed), np.random.default_rng([seed, 1])
        for kind in ("random", "similar", "divergent"):
            for size in RULES.sizes:
                for members in drawn(kind, size, RULES.groups, held.alike, draw):
                    films = [f for f in range(FILMS) if not held.known[members, f].any()]
                    scores = held.scores[members][:, films]
                    zeros = np.zeros(len(films), dtype=np.int64)
                    five = fair(worth(scores), np.ones(size), 5, tiers=zeros, series=np.arange(len(films)))
                    own = []
                    for member in members:
                        liked = {f for f in films if held.likes[member, f]}
                        own.append(len({films[c] for c in five} & liked) / min(5, len(liked)))
                    minima.append(min(own))
                    means.append(sum(own) / size)
    assert every.ours["minimum"].value == pytest.approx(np.mean(minima))
    assert every.ours["mean"].value == pytest.approx(np.mean(means))
    assert len(minima) == every.n == 2 * 3 * 2 * 6


def test_with_memory_who_got_nothing_is_next() -> None:
    # Two like the first twelve films, one likes the others; the two always have the votes where films meet.
    scores = np.array([[2.0] * 12 + [1.0] * 12, [2.0] * 12 + [1.0] * 12, [1.0] * 12 + [2.0] * 12])
    scores += 0.001 * np.arange(24)[::-1]
    likes = scores >= 2.0
    without = nights(scores, likes, remembers=False, count=10)
    assert without.sum(axis=1).tolist() == [10, 10, 0]
    remembered = nights(scores, likes, remembers=True, count=10)
    assert remembered.shape == (3, 10)
    assert 1 <= remembered[2].sum() <= 4, "the one counts more, but does not rule"
    assert remembered[0].tolist() == (~remembered[2]).tolist()


def test_too_few_people_are_said_so(some: Opinions) -> None:
    with pytest.raises(NothingToMeasure, match="give more ratings"):
        evaluate(some, Counting, Rules(seeds=(0,), people=4))
    assert protocol.FEWEST == 20
