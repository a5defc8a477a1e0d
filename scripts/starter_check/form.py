"""Faults that show in a film without any other data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starter_check import AXES, Film, words

GENRES = {
    "Action", "Adventure", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Family", "Fantasy",
    "History", "Horror", "Music", "Mystery", "Romance", "Science Fiction", "Thriller", "War", "Western",
}  # fmt: skip
CERTIFICATES = {"G", "PG", "PG-13", "R", "NC-17", None}
REQUIRED = (
    "tmdb", "imdb", "title", "original_title", "year", "runtime", "languages", "countries", "genres", "directors",
    "cast", "certificate", "fame", "acclaim", "overview", "keywords", "moods", "kin", "asks",
)  # fmt: skip
OPTIONAL = ("composers", "aka", "collection")


def form(film: Film, known: set[int]) -> Iterator[str]:
    """What is wrong with a film whose kin may be any of the known TMDB ids."""
    for key in REQUIRED:
        if key not in film:
            yield f"no {key}"
            return
    yield from (f"unknown field {key}" for key in film if key not in REQUIRED + OPTIONAL)
    yield from _codes(film)
    yield from _counts(film)
    yield from _moods(film)
    yield from _kin(film, known)
    yield from _asks(film)


def _codes(film: Film) -> Iterator[str]:
    if not re.fullmatch(r"tt\d{7,8}", film["imdb"]):
        yield f"imdb id {film['imdb']!r}"
    yield from (f"unknown genre {g!r}" for g in film["genres"] if g not in GENRES)
    if film["certificate"] not in CERTIFICATES:
        yield f"certificate {film['certificate']!r} (of {sorted(c for c in CERTIFICATES if c)} or null)"
    yield from (f"language {c!r}" for c in film["languages"] if not re.fullmatch("[a-z]{2}", c))
    yield from (f"country {c!r}" for c in film["countries"] if not re.fullmatch("[A-Z]{2}", c))


def _counts(film: Film) -> Iterator[str]:
    if not 1 <= len(film["cast"]) <= 6 and "Documentary" not in film["genres"]:
        yield f"cast of {len(film['cast'])}"
    yield from (f"empty {key}" for key in ("languages", "countries", "genres", "directors") if not film[key])
    yield from (f"{key} {film[key]}" for key in ("fame", "acclaim") if not _judged(film[key]))
    count = len(words(film["overview"]))
    if not 40 <= count <= 70:
        yield f"overview has {count} words"
    if not 8 <= len(set(film["keywords"])) <= 14:
        yield f"{len(set(film['keywords']))} keywords"


def _judged(score: float) -> bool:
    """Whether it is a score from 0 to 4, in quarters at the finest."""
    return 0 <= score <= 4 and score * 4 == int(score * 4)


def _moods(film: Film) -> Iterator[str]:
    for axis, score in film["moods"].items():
        if axis not in AXES or not score or not _judged(score):
            yield f"mood {axis}={score}"
    # The films that define an axis must score as its definition says.
    name = f"{film['title']} ({film['year']})"
    for axis, about in AXES.items():
        score = film["moods"].get(axis, 0)
        if name in about["most"] and score != 4:
            yield f"{axis} is {score}, but it defines a 4"
        if name in about["least"] and score != 0:
            yield f"{axis} is {score}, but it defines a 0"


def _kin(film: Film, known: set[int]) -> Iterator[str]:
    if not 5 <= len(set(film["kin"])) <= 10:
        yield f"{len(set(film['kin']))} kin"
    yield from (f"kin {k} is not in the catalogue" for k in film["kin"] if k not in known)
    if film["tmdb"] in film["kin"]:
        yield "is its own kin"


def _asks(film: Film) -> Iterator[str]:
    if len({a.lower() for a in film["asks"]}) != 3:
        yield f"{len(film['asks'])} asks"
    plain = " ".join(words(film["title"]))
    yield from (f"ask names the film: {a!r}" for a in film["asks"] if len(plain) > 4 and plain in " ".join(words(a)))
