"""Embeddings: films whose texts mean what those that a person liked mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions, Traits
from engine.models.learned.nearness import nearest


@dataclass(slots=True, kw_only=True, eq=False)
class Meanings:
    """A film scores its cosine with the sum of the vectors of the films that a person liked."""

    name: ClassVar[str] = "embedding"

    _vectors: NDArray[np.float32] = field(init=False, repr=False)  # (films, dimensions) unit rows, or zeros

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Take the vectors as they are; raises EngineError without them."""
        if traits is None:
            raise EngineError("the model 'embedding' reads what films are: give a bundle with a catalogue")
        self._vectors = traits.vectors

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) cosines in [-1, 1]; 0 for people who like nothing, and for films that are not known."""
        profiles = np.asarray(given.likes @ self._vectors, dtype=np.float32)
        length = np.linalg.norm(profiles, axis=1, keepdims=True)
        return np.asarray((profiles / np.where(length > 0, length, 1.0)) @ self._vectors.T, dtype=np.float32)

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films whose vectors are nearest to that of a column, best first, and the cosines."""
        return nearest(self._vectors @ self._vectors[film], film, count)
