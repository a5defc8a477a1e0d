"""Which films are alike in what they are: their documents' vectors and their moods."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.moods import SCALE, Moods
from index.vectors import Vectors

_BY_MOOD = 0.35  # the share of the moods; the rest is the documents'
_KEPT = 64  # texts whose vectors are kept

Rows = NDArray[np.int64]
Values = NDArray[np.float32]


class Content:
    """Likeness of films by content: to films, and to texts; of all films, or of those in the given rows alone."""

    def __init__(self, vectors: Vectors, moods: Moods, encoder: Encoder) -> None:
        self._vectors = vectors
        self._encode = lru_cache(maxsize=_KEPT)(lambda text: encoder.encode([text])[0])
        self._moods = np.ascontiguousarray(moods.scores.T / SCALE)  # (axes, films): three times as quick to read
        self._length = (self._moods**2).sum(axis=0)

    def near(self, row: int, rows: Rows | None = None) -> Values:
        """(films,) likeness to the film in a row in subject and tone, 0 none to 1 the same; itself 0."""
        near = self._tone(row, rows)
        near *= _BY_MOOD
        near += np.float32(1 - _BY_MOOD) * self.subject(row, rows)
        return _not_itself(near, row, rows)

    def subject(self, row: int, rows: Rows | None = None) -> Values:
        """(films,) likeness to the film in a row in subject alone, whatever the tone, 0 to 1; itself 0."""
        return _not_itself(self._cosine(row, rows), row, rows)

    def meaning(self, text: str, rows: Rows | None = None) -> Values:
        """(films,) likeness of every film's document to a text, 0 to 1."""
        return self._cosine(text, rows)

    def nearest(self, one: int | str, count: int, allowed: NDArray[np.bool_]) -> Rows:
        """Rows most like a film in subject, or a text in meaning, among the allowed (films,), best first."""
        return self.towards(self._vector(one), count, allowed)

    def towards(self, direction: Values, count: int, allowed: NDArray[np.bool_]) -> Rows:
        """Rows whose documents lie most in a direction (dimensions,), among the allowed (films,), best first."""
        return self._vectors.search(direction / max(float(np.linalg.norm(direction)), 1e-9), count, allowed).rows

    def around(self, row: int, count: int) -> Rows:
        """About the `count` rows most like the film in a row in subject, it among them, in no order."""
        return self._vectors.around(self._vector(row), count)

    def _cosine(self, one: int | str, rows: Rows | None) -> Values:
        return np.clip(self._vectors.similarity(self._vector(one), rows), 0.0, 1.0)

    def _vector(self, one: int | str) -> Values:
        vector: Values = self._encode(one) if isinstance(one, str) else self._vectors.matrix[one]
        return vector

    def _tone(self, row: int, rows: Rows | None) -> Values:
        """1 for the same moods, 0 for as far apart as half of the scale in every one of them."""
        moods, length = (self._moods, self._length) if rows is None else (self._moods[:, rows], self._length[rows])
        # einsum, since a product would wake threads for a task that takes less than that; the rest is done in place.
        near: Values = np.einsum("af,a->f", moods, -2 * self._moods[:, row])
        near += length + self._length[row]  # squared distance
        np.sqrt(np.maximum(near, 0.0, out=near), out=near)
        near *= -2.0 / np.sqrt(len(self._moods), dtype=np.float32)
        near += 1.0
        return np.maximum(near, 0.0, out=near)


def _not_itself(near: Values, row: int, rows: Rows | None) -> Values:
    near[row if rows is None else rows == row] = 0.0
    return near
