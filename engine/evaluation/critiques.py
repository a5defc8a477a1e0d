"""Do our moods order films as people do? Judgements of the form "more, less or the same of it than that film".

Protocol of the SoftAttributes data (Balog, Radlinski and Karatzoglou 2021), as pairs of films.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import NothingToMeasure, Report, Score
from engine.evaluation.sense import Scales, read
from engine.models import Films
from engine.parsing import Parser
from engine.parsing.guessing import Guesser
from index.moods import load_axes
from index.moods import model as mood_model
from index.movie import GENRES

AGREED = 0.8  # share of pairs that two people order alike, from which an attribute can be promised
_CHANCE = 0.5

Values = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person said of some films beside one of reference; IMDb ids."""

    attribute: str
    reference: str
    less: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def films(self) -> tuple[str, ...]:
        """All films in it."""
        return (self.reference, *self.less, *self.same, *self.more)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Films that have the less of it first; the reference is among those that have the same."""
        return (self.less, (self.reference, *self.same), self.more)


def evaluate(
    judgements: Sequence[Judgement],
    films: Films,
    parser: Parser,
    *,
    by_model: bool = False,
    agreement: Mapping[str, float] | None = None,
) -> Report:
    """Share of pairs in the right order, mean over attributes: by hand-written moods, or by the mood model.

    By hand, only films whose moods were written count. By model, the moods of every judged film are predicted by a
    model that learned from the other films. `agreement` says by attribute how often two people agree (0 to 1).

    Raises:
        NothingToMeasure: No judged film is here, or none is left to learn from.

    """
    rows = _rows(judgements, films, by_model=by_model)
    pairs = {name: ordered_pairs(judgements, name, rows) for name in sorted({j.attribute for j in judgements})}
    pairs = {name: found for name, found in pairs.items() if len(found)}
    if not pairs:
        raise NothingToMeasure("no judged film is here: build films with their IMDb ids, such as the starter")
    judged = np.array(sorted(rows.values()))
    known = films.moods.by_hand | np.isin(np.arange(len(films.catalogue)), judged)
    scales = Scales(films, _predicted(films, judged) if by_model else films.moods.scores, known)
    guesser = Guesser(load_axes(), films.encoder.encode)
    terms = {name: read(name, parser, guesser) for name in pairs}
    agreed = [name for name in pairs if (agreement or {}).get(name, 0.0) >= AGREED]

    def measured(values: Callable[[str], Values]) -> dict[str, float]:
        return {name: in_order(values(name), found) for name, found in pairs.items()}

    ours = measured(lambda name: scales.values(terms[name]))
    peers = {
        "phrase and document": measured(_similarity(films)),
        "phrase and genres": measured(_by_genre(films)),
        "chance": dict.fromkeys(pairs, _CHANCE),
    }
    return Report(
        n=sum(map(len, pairs.values())),
        counted="pairs",
        ours=_means(ours, agreed),
        peers={name: _means(values, agreed) for name, values in peers.items()},
        details={
            "films": {"here": len(rows), "judged": len({film for j in judgements for film in j.films})},
            "attributes": {name: round(value, 4) for name, value in ours.items()},
            "read as": {name: ", ".join(map(str, found)) for name, found in terms.items()},
            "agreed": agreed,
        },
    )


def _rows(judgements: Sequence[Judgement], films: Films, *, by_model: bool) -> dict[str, int]:
    """Rows of the judged films that can be measured, by IMDb id."""
    here = {imdb: row for row, imdb in enumerate(films.catalogue.column("imdb")) if imdb}
    judged = {film for judgement in judgements for film in judgement.films}
    return {
        film: here[film] for film in sorted(judged) if film in here and (by_model or films.moods.by_hand[here[film]])
    }


def ordered_pairs(judgements: Sequence[Judgement], attribute: str, rows: Mapping[str, int]) -> NDArray[np.int64]:
    """(pairs, 2) rows of films of two different groups, the one that has less first; with repeats."""
    found = [
        (rows[low], rows[high])
        for judgement in judgements
        if judgement.attribute == attribute
        for lower, higher in combinations(judgement.groups, 2)
        for low in lower
        for high in higher
        if low in rows and high in rows
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def in_order(values: Values, pairs: NDArray[np.int64]) -> float:
    """The share of pairs whose second film has the higher of the values (films,); a tie counts a half."""
    gain = values[pairs[:, 1]] - values[pairs[:, 0]]
    equal = np.abs(gain) <= 1e-9
    return float(np.mean(np.where(equal, 0.5, gain > 0)))


def _predicted(films: Films, judged: NDArray[np.int64]) -> NDArray[np.float32]:
    """Mood scores (films, axes) with those of the judged rows predicted from the hand-written ones of the others."""
    taught = np.setdiff1d(np.flatnonzero(films.moods.by_hand), judged)
    if not len(taught):
        raise NothingToMeasure("no film is left to learn moods from: give judgements of fewer films")

    def known(rows: NDArray[np.int64]) -> tuple[list[Any], NDArray[np.float32]]:
        movies = [films.catalogue.movie(row) for row in rows.tolist()]
        return movies, films.encoder.encode([movie.document(asks=False) for movie in movies])

    model = mood_model.train(*known(taught))
    movies, vectors = known(judged)
    scores = films.moods.scores.copy()
    # They are taken out before they are predicted, so that nothing can have looked at them.
    scores[judged] = model.predict([replace(movie, moods={}) for movie in movies], vectors)
    return scores


def _similarity(films: Films) -> Callable[[str], Values]:
    return lambda phrase: films.vectors.similarity(films.encoder.encode([phrase])[0])


def _by_genre(films: Films) -> Callable[[str], Values]:
    """The likeness of the phrase to the names of a film's genres, on average."""
    names = films.encoder.encode([f"{name} movie" for name in GENRES])
    share = films.catalogue.genres / np.maximum(1, films.catalogue.genres.sum(axis=1, keepdims=True))
    return lambda phrase: share @ (names @ films.encoder.encode([phrase])[0])


def _means(values: Mapping[str, float], agreed: Sequence[str]) -> dict[str, Score]:
    means = {"all": Score(value=float(np.mean(list(values.values()))))}
    if agreed:
        means["agreed"] = Score(value=float(np.mean([values[name] for name in agreed])))
    return means
