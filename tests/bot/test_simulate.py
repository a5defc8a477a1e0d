"""People of a scripted town, played through the real conversation: what they see, what they tap, what is counted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bot.playing.scene import House
from bot.simulate import (
    FAMOUS,
    LEFT,
    POPULAR,
    WITH,
    WITHOUT,
    NobodyToPlay,
    Played,
    Player,
    Rules,
    drawn,
    others,
    play,
    players,
    report,
    simulate,
)
from bot.store import MasterCipher, Store
from bot.turn import Action
from bot.wiring import house_over
from bot.wording import words
from engine.request import Request, Verdict
from engine.taste import Taste
from index.artefacts import load
from index.sources.ratings import Ratings
from index.sources.ratings.tidy import COLUMNS, nobody


def ratings(*people: dict[int, float]) -> Ratings:
    rows = [(user, film, stars, 0) for user, own in enumerate(people) for film, stars in own.items()]
    return Ratings(
        table=pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS), people=nobody(), licence="made for a test"
    )


@pytest.fixture(scope="module")
def house(starter_bundle: Path) -> House:
    return house_over(replace(load(starter_bundle), items=None))


@pytest.fixture(scope="module")
def here(house: House) -> frozenset[int]:
    return frozenset(house.recommender.films.catalogue.tmdb.tolist())


@pytest.fixture(scope="module")
def leaning(house: House) -> Player:
    """Somebody who loves every horror film of a mixed dozen pairs and no romance."""
    catalogue = house.recommender.films.catalogue
    scary = catalogue.tmdb[catalogue.genre("Horror") & ~catalogue.genre("Romance")][:20].tolist()
    loving = catalogue.tmdb[catalogue.genre("Romance") & ~catalogue.genre("Horror")][:20].tolist()
    return Player(number=0, stars=dict.fromkeys(scary, 5.0) | dict.fromkeys(loving, 1.5))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(f"sqlite:///{tmp_path / 'chats.db'}", MasterCipher(bytes(range(32))))
    yield opened
    await opened.close()


async def kept(store: Store, chat: str) -> dict[int, Verdict]:
    async with store.turn() as memory:
        return dict(await memory.verdicts(await memory.chat_of("simulation", chat)))


def test_a_card_is_judged_by_the_true_rating() -> None:
    player = Player(number=0, stars={1: 4.0, 2: 3.5, 3: 2.5, 4: 2.0, 5: 0.5})
    assert [player.does(film) for film in (1, 2, 3, 4, 5, 6)] == [
        Action.UP,
        Action.NEXT,
        Action.NEXT,
        Action.DOWN,
        Action.DOWN,
        Action.NEXT,
    ]


def test_only_those_who_rated_enough_of_these_films_are_played() -> None:
    known = dict.fromkeys(range(1, 6), 4.0)
    given = ratings(known, {1: 4.0, 2: 4.0, 90: 3.0, 91: 3.0, 92: 3.0}, {**known, 90: 1.0})
    rules = Rules(rounds=1, fewest=5)
    found = players(given, range(1, 50), rules)
    assert [player.number for player in found] == [0, 2]
    assert found[1].stars == known  # the film that is not here is none of them
    with pytest.raises(NobodyToPlay, match="nobody rated 10 "):  # two rounds of five cards
        players(given, range(1, 50), replace(rules, rounds=2))


def test_a_seed_draws_its_people_and_the_others_are_left_to_learn_from() -> None:
    given = ratings(*[dict.fromkeys(range(1, 6), 4.0) for _ in range(30)])
    rules = Rules(people=7, rounds=1, fewest=5)
    able = players(given, range(1, 6), rules)
    first = drawn(able, rules, 0)
    assert first == drawn(able, rules, 0)
    assert first != drawn(able, rules, 1)
    assert len({player.number for player in first}) == 7
    assert set(others(given, first).table["user"]) == set(range(30)) - {player.number for player in first}


async def test_thumbs_are_kept_in_one_arm_and_none_in_the_other(house: House, leaning: Player, store: Store) -> None:
    own = replace(house, recommender=house.recommender.only(leaning.stars.keys()))
    judged = await play(leaning, own, store, words(), 20, thumbs=True)
    passed = await play(leaning, own, store, words(), 20, thumbs=False)
    for shown in (judged, passed):
        assert len(set(shown)) == 20
        assert set(shown) <= set(leaning.stars)
    told = {film: Verdict.UP if leaning.likes(film) else Verdict.DOWN for film in judged[:-1]}
    assert await kept(store, f"0 {WITH}") == told
    assert await kept(store, f"0 {WITHOUT}") == {}
    vague = [c.tmdb for c in own.recommender.recommend(Request()).candidates]
    assert list(passed[:5]) == vague
    assert judged[0] == passed[0]  # before the first thumb the two are alike
    assert sum(map(leaning.likes, judged)) >= sum(map(leaning.likes, passed)) + 3


async def test_a_film_that_was_not_rated_is_passed_over(house: House, store: Store) -> None:
    stranger = Player(number=5, stars={})
    shown = await play(stranger, house, store, words(), 10, thumbs=True)
    assert len(set(shown)) == 10
    assert await kept(store, f"5 {WITH}") == {}


async def test_a_town_is_played_alike_each_time_and_nobody_is_learned_from(
    house: House, here: frozenset[int], leaning: Player
) -> None:
    pool = list(leaning.stars)[10:30]  # ten that are loved, and ten that are not
    town = [{film: leaning.stars[film] for film in pool} for _ in range(4)]
    outside = [{pool[13]: 5.0, pool[0]: 5.0}, *({pool[13]: 4.0, pool[15]: 3.5} for _ in range(3))]
    given = ratings(*town, *outside)
    rules = Rules(people=2, rounds=2, seeds=(0, 1), fewest=20)
    learned: list[set[int]] = []

    def house_for(rest: Ratings) -> House:
        learned.append(set(rest.table["user"]))
        return house

    once = await simulate(given, here, house_for, rules)
    assert once == await simulate(given, here, house_for, rules)
    assert [one.seed for one in once] == [0, 0, 1, 1]
    for seed, rest in zip((0, 1), learned, strict=False):
        assert rest == set(range(8)) - {one.player.number for one in once if one.seed == seed}
    for one in once:
        assert set(one.arms) == {WITH, WITHOUT, LEFT, POPULAR, FAMOUS}
        whole = {arm: order for arm, order in one.arms.items() if arm != LEFT}
        assert all(len(set(order)) == 10 and set(order) <= set(pool) for order in whole.values())
        own = house.recommender.only(frozenset(pool))
        for start in (0, 5):  # as for somebody who has seen what the thumbs were dealt before, and said nothing
            seen = Taste(seen=one.arms[WITH][:start])
            dealt = [c.tmdb for c in own.recommend(Request(), seen, count=5).candidates]
            assert list(one.arms[LEFT][start : start + 5]) == dealt
        # Liked by four, by three, and by the two of the town who are not played.
        assert one.arms[POPULAR][:2] == (pool[13], pool[0])
        assert set(one.arms[POPULAR][2:]) < set(pool[1:10])
    catalogue = house.recommender.films.catalogue
    level = {film: float(catalogue.fame[catalogue.row(film) or 0]) for film in pool}
    shown = [level[film] for film in once[0].arms[FAMOUS]]
    assert shown == sorted(level.values(), reverse=True)[:10]


def test_what_is_counted_is_what_was_liked() -> None:
    ann = Player(number=3, stars={film: 5.0 if film <= 6 else 1.0 for film in range(1, 13)})
    bob = Player(number=8, stars={film: 5.0 if film > 9 else 3.0 for film in range(1, 13)})
    arms = {
        WITH: tuple(range(1, 11)),  # ann: 5 of 5, 1 of 5; bob: 0 of 5, 1 of 5
        WITHOUT: tuple(range(12, 2, -1)),  # ann: 0 of 5, 4 of 5; bob: 3 of 5, 0 of 5
        LEFT: (*range(1, 6), *range(12, 7, -1)),  # ann: 5 of 5, 0 of 5; bob: 0 of 5, 3 of 5
        POPULAR: tuple(range(1, 11)),
        FAMOUS: tuple(range(1, 11)),
    }
    rules = Rules(rounds=2, fewest=12)
    told = report([Played(player=who, seed=0, arms=arms) for who in (ann, bob)], rules, films=100)
    assert [score.value for score in told.ours.values()] == pytest.approx([0.5, 0.2])
    assert [score.value for score in told.peers[WITHOUT].values()] == pytest.approx([0.3, 0.4])
    assert told.peers["by chance"]["round 2"].value == pytest.approx((6 / 12 + 3 / 12) / 2)
    assert told.above[POPULAR].value == 0.0
    assert told.details[f"times {WITHOUT}"]["round 2"][0] == 0.5
    assert told.details[f"times {LEFT}"]["round 2"][0] == pytest.approx(2 / 3, abs=0.001)
    assert told.details["films of a person"] == {
        "people": 2,
        "rated here, least": 12,
        "rated here, median": 12.0,
        "liked of those": 9 / 24,
    }
    everything = report([Played(player=ann, seed=0, arms=arms)] * 2, replace(rules, all_films=True), films=100)
    assert everything.peers["by chance"]["round 1"].value == pytest.approx(0.06)
    assert np.isclose(everything.ours["round 1"].value, 1.0)
