"""What thumbs say of other films, against the same sums made by other ways."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import taste as tastes
from engine.models import CoLikes, Films
from engine.models.leaning import Leanings
from engine.models.resemblance import VARIANCE
from engine.recommend import Recommender
from engine.request import Request
from engine.taste import LATEST, Taste
from index.items import Items

UPS = ("Alien (1979)", "Heat (1995)", "The Martian (2015)")
DOWNS = ("Amélie (2001)", "Mamma Mia! (2008)")


@pytest.fixture
def taste(ids: dict[str, int]) -> Taste:
    return Taste(liked=tuple(ids[name] for name in UPS), disliked=tuple(ids[name] for name in DOWNS))


def rows_of(films: Films, ids: dict[str, int], *names: str) -> np.ndarray:
    return films.catalogue.rows([ids[name] for name in names])


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / max(float(np.linalg.norm(vector)), 1e-6)


def shared(films: Films, one: int, other: int) -> float:
    """The covariance of two films by what they are, one pair at a time, in double precision."""
    moods = films.moods.scores.astype(float)
    usual, spread = moods.mean(axis=0), np.maximum(moods.std(axis=0), 1e-6)
    tones = [unit((moods[row] - usual) / spread) for row in (one, other)]
    times = []
    for row in (one, other):
        year = float(films.catalogue.year[row])
        times.append(unit(np.exp(-(((year - np.arange(1915, 2036, 10)) / 12.0) ** 2))))
    vectors = films.vectors.matrix.astype(float)
    return (
        VARIANCE["document"] * float(vectors[one] @ vectors[other])
        + VARIANCE["tone"] * float(tones[0] @ tones[1])
        + VARIANCE["time"] * float(times[0] @ times[1])
    )


def by_kin(films: Films, one: int, other: int) -> float:
    return VARIANCE["kin"] * (1.0 if one == other else float(films.kinship.near(other)[one]))


def test_content_is_the_conditional_mean_of_a_normal_distribution(
    films: Films, ids: dict[str, int], taste: Taste
) -> None:
    known = rows_of(films, ids, *UPS, *DOWNS)
    asked = rows_of(films, ids, "Aliens (1986)", "Paddington 2 (2017)", "Casablanca (1943)")
    everything = [[shared(films, a, b) for b in (*asked, *known)] for a in (*asked, *known)]
    joint = np.array(everything)
    for i, a in enumerate((*asked, *known)):
        for j, b in enumerate((*asked, *known)):
            both = i >= 3 and j >= 3
            joint[i, j] += (by_kin(films, a, b) + by_kin(films, b, a)) / 2 if both else by_kin(films, a, b)
    joint[range(3, 8), range(3, 8)] += 0.2  # a thumb is not all that a person thinks
    expected = 0.12 + 0.18 * films.catalogue.acclaim[known].astype(float)
    surprise = np.array([1.0, 1, 1, 0, 0]) - expected
    mean = joint[:3, 3:] @ np.linalg.inv(joint[3:, 3:]) @ surprise
    np.testing.assert_allclose(tastes.leaning(taste, films).content(asked), mean, atol=1e-5)


def test_a_thumb_up_raises_what_is_like_it_and_a_thumb_down_lowers_it(films: Films, ids: dict[str, int]) -> None:
    asked = rows_of(films, ids, "Aliens (1986)")
    alien = ids["Alien (1979)"]
    up = tastes.leaning(Taste(liked=(alien,)), films).content(asked)[0]
    down = tastes.leaning(Taste(disliked=(alien,)), films).content(asked)[0]
    assert down < -0.01 < 0.005 < up
    # Nearly everybody likes it: that somebody does not says more.
    assert -down > up


def test_thumbs_that_agree_say_less_each(films: Films, ids: dict[str, int]) -> None:
    asked = rows_of(films, ids, "Aliens (1986)")
    alone = [tastes.leaning(Taste(disliked=(ids[name],)), films).content(asked)[0] for name in DOWNS]
    both = tastes.leaning(Taste(disliked=tuple(ids[name] for name in DOWNS)), films).content(asked)[0]
    assert abs(both) < abs(sum(alone))


def test_what_it_brings_holds_the_films_of_which_it_says_most(films: Films, taste: Taste) -> None:
    leaning = tastes.leaning(taste, films)
    allowed = np.ones(len(films.catalogue), dtype=bool)
    allowed[leaning.rows] = False
    values = np.where(allowed, leaning.content(np.arange(len(films.catalogue))), -np.inf)
    brought = leaning.best(allowed, 200)
    assert allowed[brought].all()
    assert len({*np.argsort(-values)[:20].tolist()} & {*brought.tolist()}) >= 19


@pytest.fixture
def rated(films: Films) -> Films:
    """The films with an item model: liking the film in row 10 adds .5 to row 11 and .2 to row 12; row 20, .1 to 12."""
    some = np.sort(films.catalogue.tmdb[[10, 11, 12, 20]])
    places = np.searchsorted(some, films.catalogue.tmdb[[10, 11, 12, 20]])
    matrix = np.zeros((4, 4), dtype=np.float32)
    matrix[places[0], places[1]], matrix[places[0], places[2]], matrix[places[3], places[2]] = 0.5, 0.2, 0.1
    colikes = CoLikes(films.catalogue, Items.of(some, np.array([9, 9, 9, 9]), matrix))
    old = films.leanings
    leanings = Leanings(films.catalogue, films.content, old.resemblance, films.kinship, colikes)
    return replace(films, colikes=colikes, leanings=leanings)


def test_company_adds_up_what_each_like_adds_and_a_dislike_takes_less(rated: Films) -> None:
    ids = rated.catalogue.tmdb
    both = tastes.leaning(Taste(liked=(int(ids[10]), int(ids[20]))), rated).company
    assert both[[11, 12, 13]].tolist() == pytest.approx([0.6 * 0.5, 0.6 * (0.2 + 0.1), 0.0])
    mixed = tastes.leaning(Taste(liked=(int(ids[10]),), disliked=(int(ids[20]),)), rated).company
    assert mixed[12] == pytest.approx(0.6 * (0.2 - 0.3 * 0.1))


def test_who_speaks_for_a_film_is_who_says_most_for_it(rated: Films, films: Films, taste: Taste) -> None:
    ids = rated.catalogue.tmdb
    liked = Taste(liked=(int(ids[20]), int(ids[10])))
    assert tastes.leaning(liked, rated).speaking(11, 1) == [10]  # row 20 adds nothing to it
    whole = tastes.leaning(taste, films)
    for row in films.catalogue.rows([679, 27205]).tolist():
        said = {}
        for i, other in enumerate(whole.rows[:3].tolist()):
            said[other] = whole._weights[i] * (shared(films, row, other) + by_kin(films, row, other))
        assert whole.speaking(row, 2) == [r for r in sorted(said, key=lambda r: -said[r]) if said[r] > 0][:2]


def test_only_the_latest_thumbs_are_learned_from(films: Films) -> None:
    everything = tuple(films.catalogue.tmdb.tolist())
    many = Taste(liked=everything[: LATEST + 50], disliked=everything[500:520])
    fewer = Taste(liked=everything[50 : LATEST + 50], disliked=everything[500:520])
    rows = np.arange(900, 920)
    np.testing.assert_array_equal(tastes.leaning(many, films).content(rows), tastes.leaning(fewer, films).content(rows))
    assert len(many.done_with) == LATEST + 70


def test_no_thumbs_and_thumbs_for_films_that_are_not_here_say_nothing(films: Films) -> None:
    for nobody in (Taste(), Taste(liked=(-77,), seen=(550,))):
        leaning = tastes.leaning(nobody, films)
        assert leaning.content(np.arange(5)).tolist() == [0.0] * 5
        assert not leaning.company.any()
        assert leaning.speaking(3, 5) == []


def test_an_open_request_is_personal_and_a_clear_one_is_obeyed(
    recommender: Recommender, films: Films, ids: dict[str, int]
) -> None:
    scary = ("Alien (1979)", "The Thing (1982)", "Hereditary (2018)", "The Shining (1980)", "Halloween (1978)")
    fan = Taste(liked=tuple(ids[name] for name in scary))
    mean = {
        name: np.mean([films.moods.axis("scary")[c.row] for c in recommender.recommend(Request(), own).candidates])
        for name, own in (("fan", fan), ("nobody", Taste()))
    }
    assert mean["fan"] > mean["nobody"] + 0.5
    gentle = Request(text="a talking bear from Peru in London")
    assert recommender.recommend(gentle, fan).candidates[0].tmdb == recommender.recommend(gentle).candidates[0].tmdb
