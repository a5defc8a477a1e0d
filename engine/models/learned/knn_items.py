"""People who liked this film liked: nearest neighbours among films.

Sarwar, Karypis, Konstan and Riedl, "Item-based collaborative filtering recommendation algorithms" (WWW 2001); for lists
of films, Deshpande and Karypis, "Item-based top-N recommendation algorithms" (TOIS 2004).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Opinions, Traits
from engine.models.learned.likeness import Similarity, compared, likeness, means, strongest
from engine.models.learned.nearness import nearest

_STRETCH = 1024  # films that are compared with all others at a time


@dataclass(slots=True, kw_only=True, eq=False)
class ItemKnn:
    """A film scores the sum of how alike it is to each film that a person liked, among the nearest of each."""

    similarity: Similarity = "cosine"
    neighbours_kept: int = 200  # of each film
    shrinkage: float = 30.0  # people in common that halve a likeness; higher trusts few less
    name: ClassVar[str] = "item-knn"

    _alike: Any = field(init=False, repr=False)  # CSR (films, films)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Compare all films; raises EngineError for a similarity that there is not."""
        from scipy.sparse import vstack

        films = compared(known, self.similarity, means(known.stars, axis=1)).T.tocsr()
        parts = []
        for start in range(0, films.shape[0], _STRETCH):
            alike = likeness(films[start : start + _STRETCH], films, self.similarity, self.shrinkage)
            own = np.arange(len(alike))
            alike[own, own + start] = 0.0
            parts.append(strongest(alike, self.neighbours_kept))
        self._alike = vstack(parts, format="csr")

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) sums of likenesses; all 0 for people who like nothing."""
        return np.asarray((given.likes @ self._alike).toarray(), dtype=np.float32)

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films most like a column, best first, and how alike, in (0, 1]."""
        return nearest(self._alike[film].toarray().ravel(), film, count)
