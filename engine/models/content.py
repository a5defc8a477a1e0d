"""Which films are alike in what they are: their documents' vectors and their moods."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.moods import SCALE, Moods
from index.vectors import Vectors

_BY_MOOD = 0.35  # the share of the moods; the rest is the documents'


class Content:
    """Film-to-film likeness by content."""

    def __init__(self, vectors: Vectors, moods: Moods) -> None:
        self._vectors = vectors
        self._moods = moods.scores / SCALE
        self._length = (self._moods**2).sum(axis=1)
        self.near = lru_cache(maxsize=64)(self._near)
        """`near(row)`: (films,) likeness to the film in a row in subject and tone, 0 none to 1 the same; itself 0."""
        self.subject = lru_cache(maxsize=64)(self._subject)
        """`subject(row)`: (films,) likeness in subject alone, whatever the tone, 0 to 1; itself 0."""

    def _near(self, row: int) -> NDArray[np.float32]:
        apart = self._length + self._length[row] - 2 * (self._moods @ self._moods[row])  # squared
        distance = np.sqrt(np.maximum(apart, 0.0) / self._moods.shape[1])
        by_mood = np.clip(1.0 - 2.0 * distance, 0.0, 1.0)
        near: NDArray[np.float32] = ((1 - _BY_MOOD) * self.subject(row) + _BY_MOOD * by_mood).astype(np.float32)
        near[row] = 0.0
        near.setflags(write=False)
        return near

    def _subject(self, row: int) -> NDArray[np.float32]:
        subject = np.clip(self._vectors.similarity(self._vectors.matrix[row]), 0.0, 1.0)
        subject[row] = 0.0
        subject.setflags(write=False)
        return subject
