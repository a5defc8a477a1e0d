"""How much an opinion of one film tells of another: a covariance, which may be learned with few thumbs.

It is a sum of what two films have in common: their documents, their moods beside those of all films, the time they are
from, and the people who love them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.models.kinship import Kinship
from index.catalogue import Catalogue
from index.moods import Moods
from index.vectors import Vectors

VARIANCE = {"document": 0.03, "tone": 0.03, "time": 0.02, "kin": 0.03}
"""How far liking varies by each, as variances of a share between 0 and 1."""

_DECADES = np.arange(1915, 2036, 10)
_YEARS = 12.0  # from which on two films are from another time

Rows = NDArray[np.int64]
Values = NDArray[np.float32]


class Resemblance:
    """The covariance of liking films, over a catalogue."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors, moods: Moods, kinship: Kinship) -> None:
        self._years, self._vectors, self._moods, self._kinship = catalogue.year, vectors, moods.scores, kinship
        self._usual = self._moods.mean(axis=0), np.maximum(self._moods.std(axis=0), 1e-6)

    def features(self, rows: Rows) -> Values:
        """(k, features): the products of two rows are the covariance by what films are; documents come first."""
        usual, spread = self._usual
        tone = (self._moods[rows] - usual) / spread
        time = np.exp(-(((self._years[rows, np.newaxis] - _DECADES) / _YEARS) ** 2)).astype(np.float32)
        time[self._years[rows] <= 0] = 0.0
        parts = [
            (self._vectors.matrix[rows], VARIANCE["document"]),
            (_unit(tone), VARIANCE["tone"]),
            (_unit(time), VARIANCE["time"]),
        ]
        return np.concatenate([np.float32(share**0.5) * part for part, share in parts], axis=1, dtype=np.float32)

    def document(self, features: Values) -> Values:
        """The part of a row of features that is a film's document, as a direction among documents."""
        direction: Values = features[: self._vectors.matrix.shape[1]]
        return direction

    def by_people(self, rows: Rows, others: Rows) -> Values:
        """(k, n) the covariance of films with others by who loves them."""
        kin = self._kinship.among(rows, others) + (rows[:, np.newaxis] == others)
        covariance: Values = kin * np.float32(VARIANCE["kin"])
        return covariance


def _unit(matrix: Values) -> Values:
    lengths = np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-6)
    unit: Values = np.divide(matrix, lengths, dtype=np.float32)
    return unit
