"""The protocols, with models so plain that what they show can be counted by hand."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest

from engine.evaluation.models import few, few_table, splits
from engine.evaluation.models.about import About
from engine.evaluation.models.cold import VOTES, cold
from engine.evaluation.models.comparison import Comparison
from engine.evaluation.models.stars import stars
from engine.evaluation.models.top import top
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Traits
from engine.models.learned.opinions import opinions
from index.sources import starter
from index.sources.ratings.mock import mock

SEEDS = (0, 1)


class Plain:
    """Ranks films as they were liked, or the other way round; predicts the mean."""

    name: ClassVar[str] = "plain"
    seen: ClassVar[list] = []

    def __init__(self, sign=1.0):
        self.sign = sign

    def fit(self, known, traits=None):
        self.seen.append((known, traits))
        self.likes = self.sign * np.asarray(known.likes.sum(axis=0)).ravel()
        self.mean = float(known.stars.data.mean())

    def score(self, given):
        self.seen.append((given, None))
        return np.tile(self.likes, (given.stars.shape[0], 1)).astype(np.float32)


class Mean(Plain):
    def score(self, given):
        return np.full(given.stars.shape, self.mean, dtype=np.float32)


class Far(Plain):
    def score(self, given):
        return np.full(given.stars.shape, 99, dtype=np.float32)


PAIR = {"popularity": Plain, "rarity": lambda: Plain(-1.0)}


@pytest.fixture(scope="module")
def people():
    return opinions(mock(starter.load()[0][:150], 80, 3))


@pytest.fixture
def seen():
    Plain.seen.clear()
    return Plain.seen


def by_hand(people, seed, sign, held_out):
    """What the twenty most liked films (or the least) that were not given hold of the later half of each one's likes.

    And which share of them the person dislikes.
    """
    rest, held = held_out
    likes = people.stars.toarray() >= 4
    order = people.order.toarray()
    counts = sign * likes[rest].sum(axis=0)
    tie = np.random.default_rng(seed).permutation(len(counts)).tolist()
    found = []
    for person in held:
        mine = sorted(np.flatnonzero(likes[person]).tolist(), key=lambda film: order[person, film])
        given, later = mine[: len(mine) // 2], mine[len(mine) // 2 :]
        shown = sorted(set(range(len(counts))) - set(given), key=lambda film: (-counts[film], tie.index(film)))[:20]
        disliked = people.stars.toarray()[person] * (order[person] > 0)
        regretted = [film for film in shown if 0 < disliked[film] <= 2]
        found.append((len({*shown} & {*later}) / min(20, len(later)), len(regretted) / 20))
    return np.array(found)


def test_top_is_what_loops_count_and_differences_are_paired(people, seen):
    found = top(people, PAIR, SEEDS, people=10)
    held = {seed: splits.by_person(people, 10, seed, fewest=10) for seed in SEEDS}
    counted = {
        name: np.concatenate([by_hand(people, seed, sign, held[seed]) for seed in SEEDS])
        for name, sign in (("popularity", 1), ("rarity", -1))
    }
    for name, values in counted.items():
        score = found.rows[name]["Recall@20"]
        assert score.value == pytest.approx(values[:, 0].mean())
        assert found.rows[name]["Disliked@20"].value == pytest.approx(values[:, 1].mean())
        assert score.low < score.value < score.high
    lower = found.above["popularity"]["rarity"]["Recall@20"]
    assert lower.value == pytest.approx((counted["rarity"] - counted["popularity"])[:, 0].mean())
    assert lower.high < 0
    assert found.n == 20
    assert found.reference == "popularity"
    known, _ = seen[0]
    assert known.stars.toarray().tolist() == people.stars.toarray()[held[0][0]].tolist()
    assert found.seconds["rarity"].fit > 0


def test_what_is_not_known_of_films_is_not_measured(people):
    bare = {measure.name for measure in top(people, PAIR, (0,), people=5).measures}
    assert {"diversity", "miscalibration"} & bare == set()
    films = len(people.films)
    vectors = np.eye(films, dtype=np.float32)
    about = About(traits=Traits(vectors=vectors, documents=("",) * films), genres=np.ones((films, 1)))
    row = top(people, PAIR, (0,), people=5, about=about).rows["popularity"]
    assert row["diversity"].value == pytest.approx(1)
    assert row["miscalibration"].value == pytest.approx(0)
    assert row["coverage"].low is None


def test_top_needs_people_who_like_ten_films(people):
    with pytest.raises(NothingToMeasure, match="10 films"):
        top(people.of(np.arange(3)), PAIR, (0,))


def test_stars_predicts_each_rating_once_and_within_the_scale(people):
    found = stars(people, {"baseline": Mean, "far": Far}, (0,), folds=4)
    errors, absolute = [], []
    for held in splits.random(people, 4, 0):
        mean = people.stars.data[~held].mean()
        errors += [(star - mean) ** 2 for star in people.stars.data[held]]
        absolute += [abs(star - mean) for star in people.stars.data[held]]
    row = found.rows["baseline"]
    assert row["RMSE"].value == pytest.approx(np.sqrt(np.mean(errors)))
    assert row["MAE"].value == pytest.approx(np.mean(absolute))
    assert row["MSE"].value == pytest.approx(row["RMSE"].value ** 2)
    assert row["RMSE"].low < row["RMSE"].value < row["RMSE"].high
    far = found.rows["far"]
    assert far["MAE"].value == pytest.approx(np.mean(5 - people.stars.data))
    assert far["accuracy"].value == far["precision"].value == pytest.approx(np.mean(people.stars.data >= 4))
    assert far["recall"].value == 1
    assert found.ranked(found.first) == ["baseline", "far"]


def test_stars_of_fewer_ratings_than_folds_are_nothing(people):
    with pytest.raises(NothingToMeasure, match="fewer than 5"):
        stars(people.where(np.arange(people.stars.nnz) < 4), {"baseline": Mean}, (0,))


def test_cold_films_are_gone_from_what_is_learned_and_given_and_ranked_among_themselves(people, seen):
    votes = np.arange(len(people.films))
    found = cold(people, {"popularity": Plain}, (0,), people=10, share=0.2, about=About(votes=votes))
    removed = splits.cold(people, 0.2, 0)
    for opinion, _ in seen:
        assert opinion.stars.toarray()[:, removed].sum() == 0
    _, held = splits.by_person(people, 10, 0, fewest=10)
    likes = people.stars.toarray() >= 4
    best = np.flatnonzero(removed)[::-1][:20]  # by votes
    hits = [
        len({*best} & {*np.flatnonzero(likes[person] & removed)}) / min(20, (likes[person] & removed).sum())
        for person in held
        if (likes[person] & removed).any()
    ]
    assert found.rows[VOTES]["Recall@20"].value == pytest.approx(np.mean(hits))
    assert found.rows[VOTES]["coverage"].value == pytest.approx(20 / removed.sum())
    assert "Recall@20 among the others" in found.rows["popularity"]
    assert found.above[VOTES]["popularity"]["Recall@20"].value == pytest.approx(
        found.rows["popularity"]["Recall@20"].value - np.mean(hits)
    )


def test_a_table_of_few_thumbs_is_the_mean_of_what_few_finds(people):
    found = few_table.compare(people, PAIR, SEEDS, thumbs=(1, 4), people=6)
    raw = few.few(people, PAIR, SEEDS, thumbs=(1, 4), people=6)["popularity"]
    row = found.rows["popularity"]
    assert raw.recall[:, 0].mean() != pytest.approx(raw.recall[:, 1].mean())
    assert row["Recall@20 after 1"].value == pytest.approx(raw.recall[:, 0].mean())
    assert row["Recall@20 after 4"].value == pytest.approx(raw.recall[:, 1].mean())
    assert row[few_table.MEAN].value == pytest.approx(raw.recall.mean())
    assert row[few_table.DISLIKED].value == pytest.approx(raw.disliked.mean() / 20)


def test_models_that_heed_dislikes_have_a_row_with_them(people):
    class Heeding(Plain):
        heeds_dislikes = True

    makers = {**PAIR, "heeding": lambda: Heeding(-1.0)}
    found = few_table.compare(people, makers, (0,), thumbs=(1,), people=6, dislikes=True)
    assert list(found.rows) == [
        "popularity", "popularity with dislikes", "rarity", "heeding", "heeding with dislikes"
    ]  # fmt: skip
    assert found.above["heeding"]["heeding with dislikes"][few_table.MEAN].value == pytest.approx(0)


def test_a_comparison_comes_back_from_its_json(people):
    import json

    found = top(people, PAIR, (0,), people=6)
    again = Comparison.of_plain(json.loads(json.dumps(found.plain())))
    assert again.plain() == found.plain()
    assert again.ranked(again.first) == found.ranked(found.first)
