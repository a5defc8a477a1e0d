"""What a chat seems to like, told from its thumbs: what its liked films have more of than all films do.

It is for people to read. What is dealt follows from `engine.models.leaning`, which learns from the same thumbs; told
by that, made-up tastes were recognised less often than by these plain means (genres in 1 of 2 rather than 19 of 20).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.taste import LATEST, Taste
from index.moods import load_axes
from index.movie import GENRES, Movie

FEWEST = 3
"""Thumbs up below which nothing can be said."""

_AGAINST = 0.5  # how much the disliked films say of a mood, of what the liked ones say
_DOUBT = 3.0  # as many films as would have to speak against a thing before it is believed
_MOODS, _SPARED, _GENRES, _PEOPLE, _DECADES = 5, 2, 5, 4, 12  # how many are told
_BILLED = 5  # of the cast
_BECAUSE = 2  # films that are named for each


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """One thing that the liked films have more of than others, or less."""

    what: str  # a mood axis, a genre, a decade such as "1990", a name
    own: float  # of the liked films: mean score 0..4, a share 0..1, or a count of films for people
    usual: float  # the same of all films; 0 for people
    because: tuple[int, ...] = ()  # TMDB ids of liked films that speak most for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is told of a taste; the strongest first, but decades in their order."""

    liked: int
    disliked: int
    moods: tuple[Leaning, ...] = ()  # more of it than usual
    spared: tuple[Leaning, ...] = ()  # moods that there is less of than usual
    genres: tuple[Leaning, ...] = ()
    people: tuple[Leaning, ...] = ()  # who made at least two of them
    decades: tuple[Leaning, ...] = ()  # each that a liked film is from


def profile(taste: Taste, films: Films) -> Profile:
    """What the latest thumbs up have in common; with fewer than FEWEST of them nothing but their number."""
    rows, others = _here(taste.liked[-LATEST:], films), _here(taste.disliked[-LATEST:], films)
    found = Profile(liked=len(rows), disliked=len(others))
    if len(rows) < FEWEST:
        return found
    moods = sorted(_moods(rows, others, films), key=lambda one: one[0], reverse=True)
    more = [each for lift, each in moods if lift > 0 and each.own > each.usual]
    less = [each for lift, each in reversed(moods) if lift < 0 and each.own < each.usual]
    return Profile(
        liked=found.liked,
        disliked=found.disliked,
        moods=tuple(more[:_MOODS]),
        spared=tuple(less[:_SPARED]),
        genres=tuple(_genres(rows, films)),
        people=tuple(_people(rows, films)),
        decades=tuple(_decades(rows, films)),
    )


def _here(ids: Sequence[int], films: Films) -> NDArray[np.int64]:
    return films.catalogue.rows(ids)


def _doubted(count: int) -> float:
    """How far a mean of so many films is believed, 0 to 1."""
    return count / (count + _DOUBT)


def _moods(rows: NDArray[np.int64], disliked: NDArray[np.int64], films: Films) -> Iterator[tuple[float, Leaning]]:
    """Each axis with how far the liked films in `rows` stand out, in standard deviations of all films.

    What the disliked ones have as well speaks against it.
    """
    for axis in load_axes():
        scores = films.moods.axis(axis)
        own, usual, spread = float(scores[rows].mean()), float(scores.mean()), float(scores.std())
        lift = _doubted(len(rows)) * (own - usual) / max(spread, 1e-6)
        if len(disliked):
            against = float(scores[disliked].mean()) - usual
            lift -= _AGAINST * _doubted(len(disliked)) * against / max(spread, 1e-6)
        order = rows[np.argsort(-scores[rows] if lift > 0 else scores[rows], kind="stable")]
        yield lift, Leaning(what=axis, own=own, usual=usual, because=_ids(order[:_BECAUSE], films))


def _genres(rows: NDArray[np.int64], films: Films) -> list[Leaning]:
    found = []
    for number, genre in enumerate(GENRES):
        here = films.catalogue.genres[:, number]
        own, usual = float(here[rows].mean()), float(here.mean())
        if own > usual and here[rows].sum() >= 2:
            found.append(Leaning(what=genre, own=own, usual=usual, because=_ids(rows[here[rows]][-_BECAUSE:], films)))
    return sorted(found, key=lambda one: one.usual - one.own)[:_GENRES]


def _decades(rows: NDArray[np.int64], films: Films) -> list[Leaning]:
    years = films.catalogue.year
    known, mine = years[years > 0] // 10 * 10, years[rows]
    counts, all_counts = Counter((mine[mine > 0] // 10 * 10).tolist()), Counter(known.tolist())
    return [
        Leaning(what=str(decade), own=count / len(rows), usual=all_counts[decade] / max(len(known), 1))
        for decade, count in sorted(counts.items())
    ][-_DECADES:]


def _people(rows: NDArray[np.int64], films: Films) -> list[Leaning]:
    movies = [films.catalogue.movie(row) for row in rows.tolist()]
    found: dict[str, list[int]] = {}
    for movie in movies:
        for name in dict.fromkeys(_makers(movie)):
            found.setdefault(name, []).append(movie.tmdb)
    often = sorted(((name, ids) for name, ids in found.items() if len(ids) > 1), key=lambda one: -len(one[1]))
    return [Leaning(what=name, own=len(ids), usual=0, because=tuple(ids[-_BECAUSE:])) for name, ids in often[:_PEOPLE]]


def _makers(movie: Movie) -> tuple[str, ...]:
    return (*movie.directors, *movie.cast[:_BILLED])


def _ids(rows: NDArray[np.int64], films: Films) -> tuple[int, ...]:
    return tuple(int(films.catalogue.tmdb[row]) for row in rows.tolist())
