"""What simpler programs show for the same texts: each over all films, with nothing of a request understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.requests import DEPTH, Ranking
from engine.evaluation.sense import standard
from engine.models import Films
from index.progress import Progress, silent

_FAME = 0.5  # of the standardised logarithm of votes, in the stronger of the tutorial bots
_LISTS = ("genres", "keywords", "cast", "directors")

Scores = NDArray[np.floating[Any]]
"""(films,), higher is better."""


def rankings(films: Films, texts: Sequence[str], progress: Progress | None = None) -> dict[str, list[Ranking]]:
    """The films that each peer ranks first, by peer, for each of the texts."""
    tell = progress or silent
    ids = films.catalogue.column("imdb")
    scorers = peers(films)
    found: dict[str, list[Ranking]] = {name: [] for name in scorers}
    for number, text in enumerate(texts):
        tell("peers", number, len(texts))
        for name, scores in scorers.items():
            order = np.argsort(-scores(text), kind="stable")[:DEPTH]
            found[name].append([ids[row] for row in order.tolist()])
    tell("peers", len(texts), len(texts))
    return found


def peers(films: Films) -> Mapping[str, Callable[[str], Scores]]:
    """The peers by name, each scoring all films for a text."""
    votes = np.log1p(np.array(films.catalogue.column("votes"), dtype=float))
    fame = standard(votes if votes.any() else films.catalogue.fame)  # films written by hand come without votes
    tags = _by_tags(films)

    @lru_cache(maxsize=1)  # two peers ask for the same text
    def nearest(text: str) -> Scores:
        return films.vectors.similarity(films.encoder.encode([text])[0]).astype(np.float64)

    return {
        "popularity": lambda text: fame,
        "nearest documents": nearest,  # the tutorial bot
        "nearest documents and popularity": lambda text: standard(nearest(text)) + _FAME * fame,
        "TF-IDF over tags": tags,  # the classic notebook
        "BM25": films.lexical.scores,
    }


def _by_tags(films: Films) -> Callable[[str], Scores]:
    """The cosine of TF-IDF vectors, of the text and of each film's title, genres, keywords, cast and directors."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # heavy, and only measuring needs it

    columns = [films.catalogue.column(name) for name in _LISTS]
    lists = zip(*columns, strict=True)
    tags = [
        " ".join([title, *(name for names in film for name in names or ())])
        for title, film in zip(films.catalogue.column("title"), lists, strict=True)
    ]
    vectoriser = TfidfVectorizer(stop_words="english")
    matrix = vectoriser.fit_transform(tags)  # (films, words), rows of length 1

    def scores(text: str) -> Scores:
        found: Scores = (matrix @ vectoriser.transform([text]).T).toarray().ravel()
        return found

    return scores
