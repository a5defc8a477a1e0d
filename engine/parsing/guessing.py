"""Adjectives that no lexicon knows, in a place where a mood is meant: the nearest axis, when one is clearly nearest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.parsing.feelings import Feeling, feeling_of, how_much
from engine.parsing.phrases import wishes
from engine.parsing.reading import Reading
from index.moods import Axis
from index.titles import little_words

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
_CLEAR = 0.45  # cosine with what the axis means
_AHEAD = 0.1  # of the next axis
_MOST = 3  # words of a message that are looked up
_KEPT = 4096  # words whose axis is remembered


class Guesser:
    """Knows what the axes mean, by their vectors."""

    def __init__(self, axes: Mapping[str, Axis], encode: Encode | None) -> None:
        self._axes = axes
        self._encode = encode
        self._vectors: NDArray[np.float32] | None = None  # (axes, dimensions) unit vectors
        self.nearest = lru_cache(maxsize=_KEPT)(self._nearest)
        """`nearest(word)`: the axis that a word is clearly nearest to, or None."""

    def read(self, reading: Reading) -> list[Feeling]:
        """Moods of unknown words behind "more", "less", "too", "very"; uses up their words."""
        if self._encode is None:
            return []
        found: list[Feeling] = []
        tried = 0
        for place, word in enumerate(reading.folded):
            if reading.used[place] or not word.isalpha() or word in wishes().words or word in little_words():
                continue
            how = how_much(reading, place)
            if not how.said or tried == _MOST:
                continue
            tried += 1
            if axis := self.nearest(reading.norms[place]):
                found.append(feeling_of(reading, axis, how, place, place + 1))
                reading.use(how.start, place + 1)
        return found

    def _nearest(self, word: str) -> str | None:
        if self._encode is None:
            return None
        if self._vectors is None:
            self._vectors = self._encode([f"{a.name.replace('-', ' ')}: {a.means}" for a in self._axes.values()])
        likeness = self._vectors @ self._encode([word])[0]
        best, second = np.argsort(-likeness)[:2]
        clear = likeness[best] >= _CLEAR and likeness[best] - likeness[second] >= _AHEAD
        return list(self._axes)[int(best)] if clear else None
