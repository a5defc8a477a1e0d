"""Ratings that nobody gave, on any films: for trying things where there are no real ones, worthless as evidence.

A made-up person belongs to a taste (a direction in the space of moods), leans to genres and to the films of their
youth, sees what is famous and what suits them, and then the kin of what they loved. What they say of a film follows
from how it suits them, how acclaimed it is, how generous they are, and chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from index.catalogue import Catalogue
from index.errors import SourceError
from index.moods import Moods, by_hand
from index.movie import GENRES, Movie
from index.progress import Progress
from index.sources.ratings import Ratings
from index.sources.ratings.tidy import COLUMNS

LICENCE = "made up by `matinee mock-ratings`: free to use, and worthless as evidence"
OCCUPATIONS = ("student", "teacher", "engineer", "artist", "nurse", "clerk", "retired", "")

_TASTES = 8  # clusters of people
_OWN = 0.6  # how far a person strays from the taste of their cluster
_SILENT = 0.2  # the share of people who tell nothing of themselves
_LEAST, _MEDIAN, _SPREAD = 12, 45.0, 0.8  # ratings of a person: log-normal
_LOVED = 0.7  # appreciation, in standard deviations, from which a film's kin are sought out
_START, _END = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (2014, 2024))
_YOUTH = 18.0  # years old when the films came out that one stays fond of
_YOUNG = {"Animation": 0.3, "Horror": 0.4, "Science Fiction": 0.2, "Fantasy": 0.2, "Action": 0.2}
_OLD = {"Drama": 0.3, "History": 0.4, "War": 0.4, "Western": 0.5, "Crime": 0.2, "Music": 0.2}
_WOMEN = {"Romance": 0.2, "Family": 0.1, "War": -0.2, "Western": -0.2}
"""How much young people, old people and women lean to a genre, beside 1 for how people of one group differ."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traits:
    """What of films decides who sees and who likes them, by row."""

    ids: NDArray[np.int64]  # (films,)
    years: NDArray[np.float64]  # (films,) 0: unknown
    fame: NDArray[np.float64]  # (films,) 0..4
    acclaim: NDArray[np.float64]  # (films,) 0..4
    genres: NDArray[np.float64]  # (films, len(GENRES)) 0 or 1
    moods: NDArray[np.float64]  # (films, axes) 0..4
    kin: csr_array  # (films, films) 1 where either names the other

    @classmethod
    def of_movies(cls, movies: Sequence[Movie]) -> Traits:
        """From films; moods as they were written."""
        genres = np.array([[g in m.genres for g in GENRES] for m in movies], dtype=float).reshape(-1, len(GENRES))
        ids = np.array([m.tmdb for m in movies], dtype=np.int64)
        return cls(
            ids=ids,
            years=np.array([m.year or 0 for m in movies], dtype=float),
            fame=np.array([m.fame for m in movies], dtype=float),
            acclaim=np.array([m.acclaim for m in movies], dtype=float),
            genres=genres,
            moods=by_hand(movies).scores.astype(float),
            kin=_kin(ids, [m.kin for m in movies]),
        )

    @classmethod
    def of_catalogue(cls, catalogue: Catalogue, moods: Moods) -> Traits:
        """From a built catalogue and its mood scores."""
        return cls(
            ids=catalogue.tmdb.astype(np.int64),
            years=catalogue.year.astype(float),
            fame=catalogue.fame.astype(float),
            acclaim=catalogue.acclaim.astype(float),
            genres=catalogue.genres.astype(float),
            moods=moods.scores.astype(float),
            kin=_kin(catalogue.tmdb, catalogue.kin),
        )


def mock(films: Sequence[Movie] | Traits, users: int, seed: int, *, progress: Progress | None = None) -> Ratings:
    """Ratings of `users` made-up people; the same films, users and seed give the same ratings.

    Raises:
        SourceError: There are no films.

    """
    traits = films if isinstance(films, Traits) else Traits.of_movies(films)
    if not len(traits.ids):
        raise SourceError("there are no films to rate: build some with `matinee catalogue build`")
    town = _Town.settled(traits, np.random.default_rng(seed))
    rows, people = [], []
    for user in range(users):
        # Each person from a seed of their own: the first hundred are the same, however many follow.
        row, person = town.person(user, np.random.default_rng([seed, user]))
        rows.append(row)
        people.append(person)
        if progress and (user % 50 == 0 or user == users - 1):
            progress("people", user + 1 if user else 0, users)
    told = pd.DataFrame(people, columns=["age", "gender", "occupation"])
    return Ratings(
        table=pd.concat(rows, ignore_index=True).astype(COLUMNS),
        people=told.astype({"age": "float64", "gender": object, "occupation": object}),
        licence=LICENCE,
        made_up=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Town:
    """What all made-up people share: the films as they see them, and the tastes there are."""

    traits: Traits
    moods: NDArray[np.float64]  # (films, axes) each axis with mean 0 and deviation 1
    known: NDArray[np.float64]  # (films,) log of how likely it is to be met with
    worth: NDArray[np.float64]  # (films,) acclaim with mean 0, and something that no trait says
    tastes: NDArray[np.float64]  # (_TASTES, axes)

    @classmethod
    def settled(cls, traits: Traits, rng: np.random.Generator) -> _Town:
        films = len(traits.ids)
        return cls(
            traits=traits,
            moods=_standard(traits.moods),
            known=1.6 * traits.fame + rng.normal(0, 0.9, films),
            worth=0.6 * _standard(traits.acclaim) + rng.normal(0, 0.25, films),
            tastes=rng.normal(size=(_TASTES, traits.moods.shape[1])),
        )

    def person(self, user: int, rng: np.random.Generator) -> tuple[pd.DataFrame, tuple[float, str, str]]:
        """What one person rated, and told of themselves."""
        films = len(self.traits.ids)
        age, woman = float(np.clip(rng.gamma(6, 6), 12, 85)), bool(rng.random() < 0.5)
        suits = self._suits(age, woman, rng)
        count = int(min(max(_LEAST, rng.lognormal(np.log(_MEDIAN), _SPREAD)), max(1, films // 2), films))
        first = _drawn(self.known + 1.2 * suits, max(1, count // 2), rng)
        felt = suits + self.worth + rng.normal(0, 0.8, films)
        loved = first[felt[first] > _LOVED]
        # The kin of what one loved: one seeks them out, and likes them more than one would have.
        pull = np.sqrt(np.asarray(self.traits.kin[loved].sum(axis=0)).ravel().astype(float))
        later = self.known + 1.2 * suits + 1.2 * pull
        later[first] = -np.inf
        rest = _drawn(later, count - len(first), rng)
        seen = np.concatenate([first, rest])
        stars = _stars(felt[seen] + 0.35 * np.minimum(pull[seen], 2.0), rng)
        frame = pd.DataFrame({
            "user": user, "film": self.traits.ids[seen], "stars": stars, "at": _times(self.traits.years[seen], rng)
        })  # fmt: skip
        told = (float(int(age)), "F" if woman else "M", OCCUPATIONS[int(rng.integers(len(OCCUPATIONS)))])
        return frame, told if rng.random() >= _SILENT else (np.nan, "", "")

    def _suits(self, age: float, woman: bool, rng: np.random.Generator) -> NDArray[np.float64]:
        """(films,) how each film suits a person, with deviation about 1; higher is better."""
        axes = self.moods.shape[1]
        taste = self.tastes[rng.integers(_TASTES)] + _OWN * rng.normal(size=axes)
        by_mood = self.moods @ taste / np.linalg.norm(taste) if axes else np.zeros(len(self.moods))
        old = np.clip((age - 35) / 30, -1, 1)
        group = np.array([
            max(0.0, -old) * _YOUNG.get(g, 0.0) + max(0.0, old) * _OLD.get(g, 0.0) + woman * _WOMEN.get(g, 0.0)
            for g in GENRES
        ])  # fmt: skip
        leaning = 0.3 * rng.normal(size=len(GENRES)) + group
        by_genre = self.traits.genres @ leaning / np.maximum(1.0, np.sqrt(self.traits.genres.sum(axis=1)))
        youth = datetime.fromtimestamp(_END, UTC).year - age + _YOUTH
        by_era = np.where(self.traits.years > 0, np.exp(-(((self.traits.years - youth) / 15) ** 2)) - 0.5, 0.0)
        suits: NDArray[np.float64] = 0.7 * by_mood + by_genre + 0.6 * by_era
        return suits


def _standard(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = values.std(axis=0)
    standard: NDArray[np.float64] = (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return standard


def _kin(ids: NDArray[np.int64], kin: Sequence[Sequence[int]]) -> csr_array:
    rows = {tmdb: row for row, tmdb in enumerate(ids.tolist())}
    pairs = {(row, rows[other]) for row, others in enumerate(kin) for other in others if other in rows}
    both = sorted(pairs | {(b, a) for a, b in pairs})
    heads, tails = np.array(both, dtype=np.int64).reshape(-1, 2).T
    return csr_array((np.ones(len(both)), (heads, tails)), shape=(len(ids), len(ids)))


def _drawn(logits: NDArray[np.float64], count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Rows drawn without return, by their log odds (Gumbel top-k: Kool, van Hoof and Welling 2019)."""
    keys = logits + rng.gumbel(size=len(logits))
    rows: NDArray[np.int64] = np.argsort(-keys, kind="stable")[: max(0, count)].astype(np.int64)
    return rows


def _stars(felt: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Stars of a person for what they felt: one is more generous than another, and some give whole stars only."""
    stars = 3.2 + rng.normal(0, 0.35) + rng.uniform(0.6, 1.0) * felt
    step = 1.0 if rng.random() < 0.25 else 0.5
    rounded: NDArray[np.float64] = np.clip(np.round(stars / step) * step, step, 5.0)
    return rounded


def _times(years: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Seconds since 1970: in some sittings over the years after a person came, and never before a film was made."""
    came = rng.uniform(_START, _END)
    sittings = np.sort(rng.uniform(came, _END, max(1, len(years) // 15)))
    at = rng.choice(sittings, len(years)) + rng.uniform(0, 3600, len(years))
    made = np.array([datetime(int(y), 1, 1, tzinfo=UTC).timestamp() if y > 1970 else 0.0 for y in years])
    times: NDArray[np.int64] = np.maximum(at, made).astype(np.int64)
    return times
