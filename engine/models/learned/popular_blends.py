"""Models of likes that trust popularity more, the fewer thumbs a person gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Model, Opinions, Traits
from engine.models.learned.knn_items import ItemKnn
from engine.models.learned.linear import DenoisingEase
from engine.models.learned.popularity import Popularity


@dataclass(slots=True, kw_only=True, eq=False)
class _Blend:
    """Standard scores by the model and by popularity; after n likes the model counts n / (n + half)."""

    half: float  # likes that give the model half of the say
    _model: Model = field(init=False, repr=False)
    _popularity: Popularity = field(init=False, repr=False)

    def _inner(self) -> Model:
        raise NotImplementedError

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Fit both."""
        self._model, self._popularity = self._inner(), Popularity()
        self._model.fit(known, traits)
        self._popularity.fit(known)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) blended standard scores."""
        likes = np.asarray(given.likes.sum(axis=1), dtype=np.float32).reshape(-1, 1)
        share = likes / (likes + self.half)
        own, popular = _standard(self._model.score(given)), _standard(self._popularity.score(given))
        return np.asarray(share * own + (1 - share) * popular, dtype=np.float32)


@dataclass(slots=True, kw_only=True, eq=False)
class ItemKnnAndPopularity(_Blend):
    """Item-kNN by cosine over all films, and popularity."""

    half: float = 3.0
    name: ClassVar[str] = "item-knn+popularity"

    def _inner(self) -> Model:
        return ItemKnn(neighbours_kept=1_000_000, shrinkage=0.0)


@dataclass(slots=True, kw_only=True, eq=False)
class DenoisingEaseAndPopularity(_Blend):
    """Denoising EASE, and popularity."""

    half: float = 1.0
    name: ClassVar[str] = "denoising-ease+popularity"

    def _inner(self) -> Model:
        return DenoisingEase()


def _standard(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores of each person less their mean, in their standard deviations."""
    spread = np.maximum(scores.std(axis=1, keepdims=True), 1e-9)
    standard: NDArray[np.float32] = (scores - scores.mean(axis=1, keepdims=True)) / spread
    return standard
