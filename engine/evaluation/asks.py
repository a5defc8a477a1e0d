"""Is a film found by an ask that was written for it, when that ask was never seen?

Each ask of each film in turn is left out: of the film's document, vector and words, and of the vocabulary that the
parser knows. Then it is typed, and the film should be among the first ten of what the recommender shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.leaving_out import Counts, films_without, without
from engine.evaluation.report import NothingToMeasure, Report, Row, Score, bootstrapped, by_unit
from engine.models import Films
from engine.parsing import Parser
from engine.recommend import Recommender
from engine.request import Act, Request
from index.lexical import Lexical
from index.moods import load_axes
from index.movie import Movie
from index.progress import Progress, silent
from index.titles import TitleIndex

TOP = 10
MEASURE = f"R@{TOP}"
_OVERVIEWS, _WORDS, _FAME = "nearest overviews", "BM25 alone", "popularity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One ask that is left out."""

    row: int  # of its film in the catalogue
    place: int  # among the film's asks, from 0
    text: str


def evaluate(films: Films, weights: Mapping[str, float] | None = None, progress: Progress | None = None) -> Report:
    """R@10 over all asks, averaged by film: the recommender through the text alone, beside simple peers.

    Raises:
        NothingToMeasure: No film here has asks.

    """
    tell = progress or silent
    movies = films.catalogue.movies()
    asks = [Ask(row=row, place=k, text=ask) for row, m in enumerate(movies) for k, ask in enumerate(m.asks)]
    if not asks:
        raise NothingToMeasure("no film here has asks: build the starter with `matinee catalogue build`")
    vectors = _encoded(films, [without(movies[a.row], a.place).document() for a in asks], "documents", tell)
    counts = Counts([movie.document() for movie in movies])
    parsers = [_parser(movies, place, films) for place in range(max(ask.place for ask in asks) + 1)]
    peers = Peers(films, movies, _encoded(films, [ask.text for ask in asks], "asks", tell))
    hits = {name: np.zeros(len(asks)) for name in ("ours", _OVERVIEWS, _WORDS, _FAME)}
    for number, ask in enumerate(asks):
        lexical = counts.index(ask.row, ask.text)
        request = parsers[ask.place].parse(ask.text)
        shown = ours(films_without(films, ask.row, vectors[number], lexical), request, weights)
        for name, rows in {"ours": shown, **peers.rows(number, ask.text, lexical)}.items():
            hits[name][number] = ask.row in rows
        tell("answers", number + 1, len(asks))
    return _report(asks, hits)


def ours(films: Films, request: Request, weights: Mapping[str, float] | None) -> list[int]:
    """Rows of the films that are shown for a request, best first; none when there is no wish in it."""
    if request.act is not Act.RECOMMEND or request.empty:
        return []
    found = Recommender(films, weights).recommend(request, count=TOP)
    return [candidate.row for candidate in found.candidates]


class Peers:
    """What simpler programs show for the same asks."""

    def __init__(self, films: Films, movies: Sequence[Movie], asked: NDArray[np.float32]) -> None:
        self._asked = asked  # (asks, dimensions) unit vectors
        self._overviews = films.encoder.encode([f"{movie.title}. {movie.overview}" for movie in movies])
        self._famous = best(films.catalogue.fame)

    def rows(self, number: int, text: str, lexical: Lexical) -> dict[str, list[int]]:
        """Rows by peer, best first, for the ask of a number."""
        return {
            _OVERVIEWS: best(self._overviews @ self._asked[number]),
            _WORDS: best(lexical.scores(text)),
            _FAME: self._famous,
        }


def best(scores: NDArray[np.float32]) -> list[int]:
    """The first ten rows by score (films,), higher first; ties by row."""
    return [int(row) for row in np.argsort(-scores, kind="stable")[:TOP]]


def _parser(movies: Sequence[Movie], place: int, films: Films) -> Parser:
    """A parser to which no word of the asks at a place is known from them."""
    return Parser(TitleIndex.build([without(movie, place) for movie in movies]), load_axes(), films.encoder.encode)


def _encoded(films: Films, texts: Sequence[str], what: str, tell: Progress) -> NDArray[np.float32]:
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        tell(what, done, len(texts))

    return films.encoder.encode(texts, progress=step)


def _report(asks: Sequence[Ask], hits: Mapping[str, NDArray[np.float64]]) -> Report:
    rows, places = np.array([ask.row for ask in asks]), np.array([ask.place for ask in asks])
    by_film = {name: by_unit(rows, values) for name, values in hits.items()}
    scores: dict[str, Row] = {name: {MEASURE: bootstrapped(values)} for name, values in by_film.items()}
    above: dict[str, Score] = {
        name: bootstrapped(by_film["ours"] - values) for name, values in by_film.items() if name != "ours"
    }
    by_place = {
        str(place + 1): round(float(hits["ours"][places == place].mean()), 4) for place in sorted({*places.tolist()})
    }
    mine = scores.pop("ours")
    return Report(n=len(asks), counted="asks", ours=mine, peers=scores, above=above, details={"by place": by_place})
