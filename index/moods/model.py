"""Carries moods from the films that people judged to those that nobody has: a ridge regression per axis.

Features: genres, certificate, year, keywords that several judged films share, and the encoder's vector of the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.moods import SCALE, Moods, by_hand
from index.movie import CERTIFICATES, GENRES, Movie

_SHARED_BY = 4  # a keyword is a feature when at least so many judged films have it
_WEIGHTS = {"genres": 1.0, "certificate": 0.7, "year": 0.5, "keywords": 0.8, "vector": 1.5}
"""Scale of each block before the common penalty; chosen by cross-validation over the starter films."""
_PENALTY = 10.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoodModel:
    """Predicts (films, axes) scores from what is known of films without judgement."""

    keywords: tuple[str, ...]
    ridge: Any

    def predict(self, movies: Sequence[Movie], vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scores (films, axes), clipped to 0..4; `vectors` (films, dimensions) encode the documents without asks."""
        features = _features(movies, vectors, self.keywords)
        scores: NDArray[np.float32] = np.clip(self.ridge.predict(features), 0.0, SCALE).astype(np.float32)
        return scores


def train(judged: Sequence[Movie], vectors: NDArray[np.float32], *, penalty: float = _PENALTY) -> MoodModel:
    """Learn from films with hand-written moods and the vectors (films, dimensions) of their documents without asks."""
    from sklearn.linear_model import Ridge

    counts = Counter(keyword for movie in judged for keyword in set(movie.keywords))
    keywords = tuple(sorted(k for k, n in counts.items() if n >= _SHARED_BY))
    ridge = Ridge(alpha=penalty).fit(_features(judged, vectors, keywords), by_hand(judged).scores)
    return MoodModel(keywords=keywords, ridge=ridge)


def complete(
    movies: Sequence[Movie],
    vectors: NDArray[np.float32],
    judged: Sequence[Movie],
    judged_vectors: NDArray[np.float32],
) -> Moods:
    """Hand-written scores where there are any, predicted ones elsewhere."""
    hand = by_hand(movies)
    if hand.by_hand.all():
        return hand
    rest = np.flatnonzero(~hand.by_hand)
    model = train(judged, judged_vectors)
    scores = hand.scores.copy()
    scores[rest] = model.predict([movies[int(row)] for row in rest], vectors[rest])
    return Moods(scores=scores, by_hand=hand.by_hand)


def _features(movies: Sequence[Movie], vectors: NDArray[np.float32], keywords: Sequence[str]) -> NDArray[np.float64]:
    blocks = {
        "genres": np.array([[genre in m.genres for genre in GENRES] for m in movies], dtype=float),
        "certificate": np.array([[m.certificate == c for c in CERTIFICATES] for m in movies], dtype=float),
        "year": np.array([[((m.year or 1995) - 1995) / 25] for m in movies], dtype=float),
        "keywords": np.array([[k in m.keywords for k in keywords] for m in movies], dtype=float).reshape(
            len(movies), len(keywords)
        ),
        "vector": np.asarray(vectors, dtype=float),
    }
    return np.hstack([_WEIGHTS[name] * block for name, block in blocks.items()])
