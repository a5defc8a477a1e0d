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
_KEPT = 64  # films and texts whose likenesses are kept


class Content:
    """Likeness of films by content: to films, and to texts."""

    def __init__(self, vectors: Vectors, moods: Moods, encoder: Encoder) -> None:
        self._vectors = vectors
        self._encoder = encoder
        self._moods = np.ascontiguousarray(moods.scores.T / SCALE)  # (axes, films): three times as quick to read
        self._length = (self._moods**2).sum(axis=0)
        self._kept: LRUCache[int | str, NDArray[np.float32]] = LRUCache(_KEPT)
        self._lock = Lock()
        self.near = lru_cache(maxsize=_KEPT)(self._near)
        """`near(row)`: (films,) likeness to the film in a row in subject and tone, 0 none to 1 the same; itself 0."""

    def subject(self, row: int) -> NDArray[np.float32]:
        """(films,) likeness to the film in a row in subject alone, whatever the tone, 0 to 1; itself 0."""
        return self._likeness([row])[row]

    def meaning(self, text: str) -> NDArray[np.float32]:
        """(films,) likeness of every film's document to a text, 0 to 1."""
        return self._likeness([text])[text]

    def prepare(self, rows: Sequence[int], text: str = "") -> None:
        """Work out likenesses to several films, and to a text, in one pass over all vectors: others find them ready."""
        self._likeness([*rows, *([text] if text else [])])

    def _likeness(self, wanted: Sequence[int | str]) -> dict[int | str, NDArray[np.float32]]:
        """By film, as a row, and by text."""
        with self._lock:
            found = {one: self._kept[one] for one in wanted if one in self._kept}
        missing = [one for one in dict.fromkeys(wanted) if one not in found]
        if not missing:
            return found
        cosines = self._vectors.similarities(np.stack([self._vector(one) for one in missing]))
        for one, own in zip(missing, cosines, strict=True):
            found[one] = np.clip(own, 0.0, 1.0)
            if isinstance(one, int):
                found[one][one] = 0.0
            found[one].setflags(write=False)
        with self._lock:
            self._kept.update((one, found[one]) for one in missing)
        return found

    def _vector(self, one: int | str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = (
            self._encoder.encode([one])[0] if isinstance(one, str) else self._vectors.matrix[one]
        )
        return vector

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
