"""People like you liked: nearest neighbours among people.

Resnick and others, "GroupLens: an open architecture for collaborative filtering of netnews" (CSCW 1994).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.likeness import Similarity, compared, likeness, means, strongest

_STRETCH = 512  # people that are compared with all others at a time


@dataclass(slots=True, kw_only=True, eq=False)
class UserKnn:
    """A film scores the sum of how alike a person is to those of the nearest people who liked it.

    A person who is among those that it learned from is their own nearest neighbour.
    """

    similarity: Similarity = "cosine"
    neighbours_kept: int = 200  # of each person
    shrinkage: float = 10.0  # films in common that halve a likeness; higher trusts few less
    name: ClassVar[str] = "user-knn"

    _people: Any = field(init=False, repr=False)  # CSR (people, films) of what is compared
    _likes: Any = field(init=False, repr=False)  # CSR (people, films)
    _means: NDArray[np.float64] = field(init=False, repr=False)  # (1, films) stars

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Remember everybody; raises EngineError for a similarity that there is not."""
        self._means = means(known.stars, axis=0)
        self._people = compared(known, self.similarity, self._means)
        self._likes = known.likes

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) sums of likenesses; all 0 for people who have nothing in common with anybody."""
        people = compared(given, self.similarity, self._means)
        scores = np.zeros(given.stars.shape, dtype=np.float32)
        for start in range(0, len(scores), _STRETCH):
            part = slice(start, start + _STRETCH)
            alike = likeness(people[part], self._people, self.similarity, self.shrinkage)
            scores[part] = (strongest(alike, self.neighbours_kept) @ self._likes).toarray()
        return scores
