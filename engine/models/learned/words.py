"""TF-IDF: films whose texts share telling words with those that a person liked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions, Traits
from engine.models.learned.nearness import nearest
from engine.models.learned.reading import tfidf

_STRETCH = 2048  # films that are scored at a time


@dataclass(slots=True, kw_only=True, eq=False)
class Words:
    """A film scores how alike its text is to the sum of the texts of the films that a person liked."""

    vocabulary: int = 50_000  # words at most: those that stand in most texts
    name: ClassVar[str] = "tf-idf"

    _rows: Any = field(init=False, repr=False)  # CSR (films, words), rows of length 1 or 0

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Weigh the words; raises EngineError without texts."""
        if traits is None:
            raise EngineError("the model 'tf-idf' reads what films are: give a bundle with a catalogue")
        self._rows = tfidf(traits.documents, vocabulary=self.vocabulary)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) sums of cosines with the liked films, 0 or more."""
        likes = given.likes
        scores = np.zeros(likes.shape, dtype=np.float32)
        for start in range(0, likes.shape[1], _STRETCH):
            part = slice(start, start + _STRETCH)
            scores[:, part] = likes @ (self._rows @ self._rows[part].T).toarray()
        return scores

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films whose texts are most like that of a column, best first, and the cosines."""
        return nearest((self._rows @ self._rows[film].T).toarray().ravel(), film, count)
