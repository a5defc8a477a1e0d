"""The films as they would be had one ask of one film never been written: its text, its vector, its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.models.content import Content
from engine.models.themes import Themes
from index.lexical import Lexical, tokens
from index.movie import Movie
from index.vectors import Vectors

_K1, _B = 1.5, 0.75  # as bm25s weighs by default

Postings = tuple[NDArray[np.int64], NDArray[np.float64]]


def without(movie: Movie, place: int) -> Movie:
    """A film without the ask at a place, from 0."""
    return replace(movie, asks=(*movie.asks[:place], *movie.asks[place + 1 :]))


class Counts:
    """How often every word stands in every document, from which an index without an ask follows exactly."""

    def __init__(self, documents: Sequence[str]) -> None:
        self._films = len(documents)
        self._lengths = np.zeros(self._films)
        found: dict[str, dict[int, int]] = {}
        for row, document in enumerate(documents):
            for word, count in Counter(tokens(document)).items():
                found.setdefault(word, {})[row] = count
                self._lengths[row] += count
        self._postings: dict[str, Postings] = {
            word: (np.array(list(rows), dtype=np.int64), np.array(list(rows.values()), dtype=float))
            for word, rows in found.items()
        }

    def index(self, row: int = -1, text: str = "") -> Lexical:
        """BM25 over the documents, the given text left out of the one in a row, to which it belongs."""
        return _Index(self, row, Counter(tokens(text)))

    def scores(self, row: int, left_out: Counter[str], words: Sequence[str]) -> NDArray[np.float32]:
        """BM25 (films,) for the words of a query, as bm25s with method "lucene" weighs them."""
        lengths = self._lengths.copy()
        lengths[row] -= left_out.total()
        norms = _K1 * (1 - _B + _B * lengths / lengths.mean())
        total = np.zeros(self._films)
        for word in words:
            if word not in self._postings:
                continue
            rows, counts = self._postings[word]
            if left_out[word]:
                counts = counts - np.where(rows == row, left_out[word], 0)
                rows, counts = rows[counts > 0], counts[counts > 0]
            rarity = np.log1p((self._films - len(rows) + 0.5) / (len(rows) + 0.5))
            total[rows] += rarity * counts / (counts + norms[rows])
        return total.astype(np.float32)

    def __len__(self) -> int:
        return self._films


class _Index(Lexical):
    """What `Counts.index` gives, searched as any other index."""

    def __init__(self, counts: Counts, row: int, left_out: Counter[str]) -> None:
        self._counts, self._row, self._left_out = counts, row, left_out

    def __len__(self) -> int:
        return len(self._counts)

    def scores(self, text: str) -> NDArray[np.float32]:
        """BM25 of every film for a text: (films,), 0 and up, higher is better."""
        return self._counts.scores(self._row, self._left_out, tokens(text))


def films_without(films: Films, row: int, vector: NDArray[np.float32], lexical: Lexical) -> Films:
    """The films with another vector in a row, and another index of words."""
    matrix = films.vectors.matrix.copy()
    matrix[row] = vector
    vectors = Vectors.build(matrix)
    return replace(
        films,
        vectors=vectors,
        lexical=lexical,
        content=Content(vectors, films.moods, films.encoder),
        themes=Themes(films.catalogue, lexical),
    )
