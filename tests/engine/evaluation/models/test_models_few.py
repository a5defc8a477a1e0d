"""The protocol of a few thumbs against the same, person by person in plain loops."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pandas as pd
import pytest

from engine.evaluation.models import few as protocol
from engine.evaluation.models.few import WITH_DISLIKES, few
from engine.evaluation.models.splits import NoOrder
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Opinions, Traits
from engine.models.learned.opinions import opinions
from index.sources.ratings import Ratings

PEOPLE, FILMS = 60, 40


class Counting:
    """Scores likes of others, and more what is next to what was liked, less what is next to what was not."""

    name: ClassVar[str] = "counting"

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        self.learned = known.stars.shape[0]
        self.likes = known.likes.sum(axis=0).A1

    def score(self, given: Opinions) -> np.ndarray:
        thumbs = given.likes.toarray() - given.dislikes.toarray()
        return (self.likes + 5.3 * np.roll(thumbs, 1, axis=1) + 1e-3 * np.arange(FILMS)).astype(np.float32)


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    rng = np.random.default_rng(3)
    rows = []
    for user in range(PEOPLE):
        films = rng.permutation(FILMS)[: rng.integers(15, 39)]
        times = 1 + rng.permutation(len(films))
        stars = rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], len(films), p=[0.1, 0.1, 0.1, 0.4, 0.3])
        rows += [(user, int(f) + 100, float(s), int(t)) for f, s, t in zip(films, stars, times, strict=True)]
    return pd.DataFrame(rows, columns=["user", "film", "stars", "at"])


@pytest.fixture
def small(table: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> Opinions:
    monkeypatch.setattr(protocol, "FEWEST", 12)
    monkeypatch.setattr(protocol, "SHOWN", 6)
    return opinions(Ratings(table=table, people=pd.DataFrame(), licence="none"))


def by_hand(table: pd.DataFrame, seed: int, count: int, *, dislikes: bool) -> tuple[list[float], list[int]]:
    likes = table[table.stars >= 4]
    able = [u for u in range(PEOPLE) if (likes.user == u).sum() >= 12]
    held = sorted(np.random.default_rng(seed).choice(able, size=10, replace=False))
    crowd = [int(((likes.film == 100 + f) & ~likes.user.isin(held)).sum()) for f in range(FILMS)]
    recall, disliked = [], []
    for user in held:
        mine = table[table.user == user].sort_values("at")
        liked = [int(f) - 100 for f in mine[mine.stars >= 4].film]
        until = mine[mine.stars >= 4]["at"].iloc[count - 1]
        bad = {int(f) - 100: t for f, s, t in zip(mine.film, mine.stars, mine["at"], strict=True) if s <= 2}
        given_bad = [f for f, t in bad.items() if dislikes and t < until]
        score = [c + 1e-3 * f for f, c in enumerate(crowd)]
        for f in liked[:count]:
            score[(f + 1) % FILMS] += 5.3
        for f in given_bad:
            score[(f + 1) % FILMS] -= 5.3
        free = [f for f in range(FILMS) if f not in liked[:count] and f not in given_bad]
        top = sorted(free, key=lambda f: -score[f])[:6]
        wanted = liked[count:]
        recall.append(len(set(top) & set(wanted)) / min(6, len(wanted)))
        disliked.append(sum(f in bad and bad[f] > until for f in top))
    return recall, disliked


def test_every_person_is_measured_as_in_plain_loops(small: Opinions, table: pd.DataFrame) -> None:
    found = few(small, {"counting": Counting}, (0, 5), thumbs=(1, 3, 8), dislikes=True, people=10)
    assert list(found) == ["counting", "counting" + WITH_DISLIKES]
    for row, values in found.items():
        for turn, seed in enumerate((0, 5)):
            for place, count in enumerate((1, 3, 8)):
                recall, disliked = by_hand(table, seed, count, dislikes=row.endswith(WITH_DISLIKES))
                np.testing.assert_allclose(values.recall[turn, place], recall)
                assert values.disliked[turn, place].tolist() == disliked
    assert (found["counting"].recall != found["counting" + WITH_DISLIKES].recall).any()  # dislikes were given


def test_a_model_never_sees_who_is_held_out(small: Opinions) -> None:
    made: list[Counting] = []

    def maker() -> Counting:
        made.append(Counting())
        return made[-1]

    found = few(small, {"counting": maker}, (0, 1), thumbs=(1,), people=10)
    assert [model.learned for model in made] == [50, 50]
    assert list(found) == ["counting"]
    assert found["counting"].recall.shape == (2, 1, 10)


def test_nothing_to_measure_and_no_order_are_said(small: Opinions) -> None:
    with pytest.raises(NothingToMeasure):
        few(small, {"counting": Counting}, (0,), thumbs=(39,))
    with pytest.raises(NoOrder):
        few(Opinions(stars=small.stars, films=small.films), {"counting": Counting}, (0,))
