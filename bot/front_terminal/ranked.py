"""Recommendations without a chat: no storage, no taste, the same answer for the same text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bot import wording
from bot.dialogue import Deal, Say, decide
from bot.front_terminal import json_lines
from bot.playing.scene import House
from bot.reply import Reply
from bot.session import Session
from bot.wording import Words
from engine.candidate import Recommendation
from engine.request import Request


class Asked(NamedTuple):
    """One line of a batch file."""

    id: str | int
    text: str


def read_batch(path: Path) -> list[Asked]:
    """All requests of a file with {"id", "text"} a line; empty lines are skipped.

    Raises:
        LineError: A line is not such an object.
        OSError: The file cannot be read.

    """
    form = '{"id": "1", "text": "..."}'
    return json_lines.read(path, asked_of, f"not a request: write {form} on a line, the id as text or a whole number")


def asked_of(raw: Any) -> Asked:
    """One line of a batch file; raises TypeError or KeyError when it is none."""
    one = Asked(raw["id"], raw["text"])
    if not (isinstance(one.id, str | int) and isinstance(one.text, str)):
        raise TypeError
    return one


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
    catalogue, name = house.recommender.films.catalogue, house.title
    return Reply(
        text=wording.above(found, found.request, name, words),
        standing=wording.standing(found.request, name, words),
        cards=tuple(wording.card(catalogue.movie(c.row), c, name, words) for c in found.candidates),
        position=-1,  # no card is open: there is no chat to turn them in
        fresh=True,
    )


def wish(house: House, text: str) -> Request | None:
    """What is dealt for when a message opens a chat; None when it is answered in words."""
    step = _step(house, text)
    return step.request if isinstance(step, Deal) else None


def _found(house: House, text: str, count: int | None) -> Recommendation | Say:
    step = _step(house, text)
    return house.recommender.recommend(step.request, count=count) if isinstance(step, Deal) else step


def _step(house: House, text: str) -> Deal | Say:
    step = decide(house.parser.parse(text), Session())
    assert isinstance(step, Deal | Say)  # nothing was shown yet, so there is nothing else to do
    return step
