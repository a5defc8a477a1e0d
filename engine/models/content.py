"""Which films are alike in what they are: their documents' vectors and their moods."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from cachetools import LRUCache
from numpy.typing import NDArray

from index.encoder import Encoder
from index.moods import SCALE, Moods
from index.vectors import Vectors

_BY_MOOD = 0.35  # the share of the moods; the rest is the documents'
_KEPT = 64  # films whose likenesses are kept
_TEXTS = 8  # and texts


class Content:
    """Likeness of films by content: to films, and to texts."""

    def __init__(self, vectors: Vectors, moods: Moods, encoder: Encoder) -> None:
        self._vectors = vectors
        self._encoder = encoder
        self._moods = np.ascontiguousarray(moods.scores.T / SCALE)  # (axes, films): three times as quick to read
        self._length = (self._moods**2).sum(axis=0)
        self._subjects: LRUCache[int, NDArray[np.float32]] = LRUCache(_KEPT)
        self._texts: LRUCache[str, NDArray[np.float32]] = LRUCache(_TEXTS)
        self._lock = Lock()
        self.near = lru_cache(maxsize=_KEPT)(self._near)
        """`near(row)`: (films,) likeness to the film in a row in subject and tone, 0 none to 1 the same; itself 0."""

    def subject(self, row: int) -> NDArray[np.float32]:
        """(films,) likeness to the film in a row in subject alone, whatever the tone, 0 to 1; itself 0."""
        return self._of([row], "")[0][row]

    def meaning(self, text: str) -> NDArray[np.float32]:
        """(films,) cosines of a text with every film's document, -1 to 1."""
        return self._of([], text)[1][text]

    def prepare(self, rows: Sequence[int], text: str = "") -> None:
        """Work out likenesses to several films, and to a text, in one pass over all vectors: others find them ready."""
        self._of(rows, text)

    def _of(
        self, rows: Sequence[int], text: str
    ) -> tuple[dict[int, NDArray[np.float32]], dict[str, NDArray[np.float32]]]:
        with self._lock:
            subjects = {row: self._subjects[row] for row in rows if row in self._subjects}
            texts = {text: self._texts[text]} if text in self._texts else {}
        missing = [row for row in dict.fromkeys(rows) if row not in subjects]
        queries = self._vectors.matrix[missing]
        if text and not texts:
            queries = np.concatenate((queries, self._encoder.encode([text])))
        if not len(queries):
            return subjects, texts
        found = self._vectors.similarities(queries)
        for row, likeness in zip(missing, found, strict=False):
            subjects[row] = np.clip(likeness, 0.0, 1.0)
            subjects[row][row] = 0.0
        if len(found) > len(missing):
            texts[text] = found[-1].copy()  # a view would keep all the others
        for each in (*subjects.values(), *texts.values()):
            each.setflags(write=False)
        with self._lock:
            self._subjects.update((row, subjects[row]) for row in missing)
            self._texts.update(texts)
        return subjects, texts

    def _near(self, row: int) -> NDArray[np.float32]:
        # einsum, since a product would wake threads for a task that takes less than that; the rest is done in place.
        near: NDArray[np.float32] = np.einsum("af,a->f", self._moods, -2 * self._moods[:, row])
        near += self._length + self._length[row]  # squared distance
        np.sqrt(np.maximum(near, 0.0, out=near), out=near)
        near *= -2.0 / np.sqrt(len(self._moods), dtype=np.float32)
        near += 1.0
        np.maximum(near, 0.0, out=near)
        near *= _BY_MOOD
        near += np.float32(1 - _BY_MOOD) * self.subject(row)
        near[row] = 0.0
        near.setflags(write=False)
        return near
