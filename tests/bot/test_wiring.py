"""Artefacts that change while Matinee runs: the next turn answers from the new set, whatever is wrong with it."""

import gc
import json
import logging
import weakref

import pytest

from bot.front_terminal.keys import read
from bot.settings import Settings
from bot.wiring import ActiveHouse, conversation
from index.build import build
from index.errors import NothingBuilt
from index.sources import starter


def build_some(bundle, tmp_path, keep):
    """Build the starter films that `keep` wants into the bundle; their TMDB ids."""
    lines = [
        line
        for file in sorted(starter.FOLDER.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if keep(json.loads(line))
    ]
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    build([file], bundle)
    return {json.loads(line)["tmdb"] for line in lines}


def settings(bundle, tmp_path):
    url = f"sqlite:///{tmp_path / 'matinee.db'}"
    return Settings.load(home=tmp_path, bundle=bundle, database_url=url)


async def test_a_build_is_picked_up_at_the_next_turn(own_bundle, tmp_path):
    async with conversation(settings(own_bundle, tmp_path)) as talk:
        before = await talk.respond(read("a western", "home"))
        musicals = build_some(own_bundle, tmp_path, lambda film: "Music" in film["genres"] or film["year"] < 1950)
        after = await talk.respond(read("something sad", "home"))
    assert "Western" in before.cards[0].genres
    assert {card.tmdb for card in after.cards} <= musicals
    assert len(after.cards) == 5


def test_the_same_set_is_loaded_once(starter_bundle):
    house = ActiveHouse(starter_bundle)
    assert house() is house()


def test_a_new_set_that_cannot_be_loaded_is_logged_once_and_the_old_one_serves(own_bundle, tmp_path, caplog):
    house = ActiveHouse(own_bundle)
    first = house()
    pointer = own_bundle / "active.json"
    good = pointer.read_text()
    with caplog.at_level(logging.WARNING):
        pointer.write_text(good.replace("catalogue-", "catalogue-0"))
        assert house() is first
        assert house() is first
        assert len(caplog.records) == 1
        pointer.unlink()
        assert house() is first
        assert len(caplog.records) == 2
    pointer.write_text(good)
    kept = build_some(own_bundle, tmp_path, lambda film: film["year"] < 1960)
    assert set(house().recommender.films.catalogue.tmdb.tolist()) == kept


def test_the_set_before_goes_from_memory(own_bundle, tmp_path):
    house = ActiveHouse(own_bundle)
    gone = weakref.ref(house().recommender.films.content)
    build_some(own_bundle, tmp_path, lambda film: film["year"] < 1960)
    house()
    assert gone() is None
    assert gc.get_freeze_count() > 0


def test_there_is_no_house_before_there_is_a_set(tmp_path):
    with pytest.raises(NothingBuilt):
        ActiveHouse(tmp_path)()


async def test_without_a_set_no_database_is_made(tmp_path):
    with pytest.raises(NothingBuilt):
        async with conversation(settings(tmp_path / "none", tmp_path)):
            pass
    assert list(tmp_path.iterdir()) == []
