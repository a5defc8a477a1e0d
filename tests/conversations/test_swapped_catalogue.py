"""A thumb given on the starter still counts after the process has gone on to another catalogue."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.conversation import Conversation
from bot.store import MasterCipher, Store
from bot.turn import Action, Turn
from bot.wiring import ActiveHouse
from bot.wording import words
from engine.taste import Taste, leaning
from index.build import build
from index.movie import Movie
from index.sources import starter

SIZE = 60


def as_tmdb_5000(movies: Sequence[Movie], path: Path) -> None:
    """Films in the form of Kaggle's TMDB 5000 pair of files."""
    with path.open("w", newline="") as films, path.with_name("credits.csv").open("w", newline="") as people:
        fields = ["id", "title", "original_title", "overview", "genres", "keywords", "release_date", "runtime"]
        fields += [
            "original_language",
            "spoken_languages",
            "production_countries",
            "tagline",
            "vote_average",
            "vote_count",
        ]
        film, credit = csv.DictWriter(films, fields), csv.DictWriter(people, ["movie_id", "title", "cast", "crew"])
        film.writeheader()
        credit.writeheader()
        for m in movies:
            film.writerow(
                {
                    "id": m.tmdb,
                    "title": m.title,
                    "original_title": m.original_title,
                    "overview": m.overview,
                    "genres": json.dumps([{"id": 0, "name": g} for g in m.genres]),
                    "keywords": json.dumps([{"id": 0, "name": k} for k in m.keywords]),
                    "release_date": f"{m.year}-06-01",
                    "runtime": m.runtime,
                    "original_language": m.languages[0],
                    "spoken_languages": json.dumps([{"iso_639_1": code} for code in m.languages]),
                    "production_countries": json.dumps([{"iso_3166_1": code} for code in m.countries]),
                    "vote_average": 7.0,
                    "vote_count": 5000,
                }
            )
            crew = [{"job": "Director", "name": name} for name in m.directors]
            cast = [{"name": name} for name in m.cast]
            credit.writerow({"movie_id": m.tmdb, "title": m.title, "cast": json.dumps(cast), "crew": json.dumps(crew)})


async def test_thumbs_outlive_the_catalogue(starter_bundle: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(starter_bundle, bundle, copy_function=os.link)
    (bundle / "active.json").unlink()  # linked to the shared bundle's, which must not change
    shutil.copy(starter_bundle / "active.json", bundle)
    house = ActiveHouse(bundle)
    store = await Store.open(f"sqlite:///{tmp_path / 'chats.db'}", MasterCipher(bytes(32)))
    talk = Conversation(store, house, words())

    def turn(key: int, text: str = "", action: Action | None = None) -> Turn:
        return Turn(channel="test", chat="ann", user="ann", key=str(key), text=text, action=action)

    first = await talk.respond(turn(1, "a tense thriller"))
    liked = first.cards[0]
    turned = await talk.respond(turn(2, action=Action.UP))
    disliked = turned.cards[turned.position]
    await talk.respond(turn(3, action=Action.DOWN))
    before = house().recommender.films.catalogue

    # Every dealt film and others, in the form that another catalogue comes in, built while the process runs.
    dealt = {card.tmdb for card in (*first.cards, *turned.cards)}
    movies, _ = starter.load()
    others = sorted(movies, key=lambda m: m.tmdb not in dealt)[:SIZE]
    as_tmdb_5000(others, tmp_path / "movies.csv")
    assert build([tmp_path / "movies.csv"], bundle).films == SIZE

    again = await talk.respond(turn(4, "a tense thriller"))
    after = house().recommender.films.catalogue
    assert (len(before), len(after)) == (len(movies), SIZE)
    assert after.row(liked.tmdb) is not None
    assert not {liked.tmdb, disliked.tmdb} & {card.tmdb for card in again.cards}
    thumbs = leaning(await tastes(store), house().recommender.films)
    assert after.tmdb[thumbs.rows].tolist() == [liked.tmdb, disliked.tmdb]
    asked = house().parser.parse("a tense thriller")
    found = house().recommender.recommend(asked, await tastes(store))
    assert [c.parts["thumbs"] for c in found.candidates] == pytest.approx(
        thumbs.content(np.array([c.row for c in found.candidates])).tolist()
    )
    await store.close()


async def tastes(store: Store) -> Taste:
    async with store.turn() as memory:
        verdicts = await memory.verdicts(await memory.chat_of("test", "ann"))
    return Taste.by(verdicts)
