"""Recommendations without a chat: no storage, no taste, the same answer for the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bot import wording
from bot.conversation import House
from bot.dialogue import Deal, Say, decide
from bot.errors import MatineeError
from bot.reply import Reply
from bot.session import Session
from bot.wording import Namer, Words
from engine.candidate import Recommendation


class BatchError(MatineeError):
    """A line of a batch file is not a request; the message names file and line."""


class Asked(NamedTuple):
    """One line of a batch file."""

    id: str | int
    text: str


def read_batch(path: Path) -> list[Asked]:
    """All requests of a file with {"id", "text"} a line; empty lines are skipped.

    Raises:
        BatchError: A line is not such an object.
        OSError: The file cannot be read.

    """
    asked = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            one = Asked(raw["id"], raw["text"])
        except (ValueError, TypeError, KeyError):
            raise BatchError(f'{path}:{number}: not a request: write {{"id": "1", "text": "..."}} on a line') from None
        if not (isinstance(one.id, str | int) and isinstance(one.text, str)):
            raise BatchError(f"{path}:{number}: id must be text or a whole number, and text must be text")
        asked.append(one)
    return asked


def batch(house: House, asked: list[Asked], count: int | None) -> Iterator[dict[str, Any]]:
    """Films for each request, in order: {"id", "ranked"}; `ranked` is empty for what is not a wish."""
    for one in asked:
        yield {"id": one.id, "ranked": ranked(house, one.text, count)}


def ranked(house: House, text: str, count: int | None) -> list[dict[str, Any]]:
    """Films for one message, best first: {"imdb", "tmdb", "title", "year", "score"}."""
    found = _found(house, text, count)
    if not isinstance(found, Recommendation):
        return []
    catalogue = house.recommender.films.catalogue
    films = []
    for candidate in found.candidates:
        movie = catalogue.movie(candidate.row)
        film = {"imdb": movie.imdb, "tmdb": movie.tmdb, "title": movie.title, "year": movie.year}
        films.append(film | {"score": round(candidate.score, 6)})
    return films


def answer(house: House, text: str, count: int | None, words: Words) -> Reply:
    """The same films as cards, or what is said where the message is not a wish."""
    found = _found(house, text, count)
    if not isinstance(found, Recommendation):
        topic = str(found.topic).replace(" ", "-") if text.strip() else "unclear-empty"
        return Reply(text=words(topic, words=" ".join(text.split())[:60]))
    catalogue, name = house.recommender.films.catalogue, namer(house)
    return Reply(
        text=wording.above(found, found.request, name, words),
        standing=wording.standing(found.request, name, words),
        cards=tuple(wording.card(catalogue.movie(c.row), c, name, words) for c in found.candidates),
        position=-1,  # no card is open: there is no chat to turn them in
        fresh=True,
    )


def namer(house: House) -> Namer:
    """Titles by TMDB id."""
    catalogue = house.recommender.films.catalogue

    def name(tmdb: int) -> str:
        row = catalogue.row(tmdb)
        return "?" if row is None else catalogue.movie(row).title

    return name


def _found(house: House, text: str, count: int | None) -> Recommendation | Say:
    step = decide(house.parser.parse(text), Session())
    if isinstance(step, Deal):
        return house.recommender.recommend(step.request, count=count)
    assert isinstance(step, Say)  # nothing was shown yet, so there is nothing else to do
    return step
