"""iALS: matrix factorisation of likes, by the library `implicit`.

Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets" (ICDM 2008).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions, Traits


@dataclass(slots=True, kw_only=True, eq=False)
class ImplicitFactors:
    """People and films as factors; people it has not seen are folded in, by one least-squares solution each.

    Regularised on both sides, no pattern is left that is weaker than the penalty. So the penalty is a share of how
    strong the pattern "everybody likes everything" is, which makes one default good for few people and for many.
    """

    factors: int = 32
    regularisation: float = 0.45  # between 0 and 1: share of the strength of the first pattern
    confidence: float = 2.0  # how much more a like weighs than the absence of one, 1 or more
    sweeps: int = 15
    seed: int = 0
    name: ClassVar[str] = "ials"

    _films: NDArray[np.float64] = field(init=False, repr=False)  # (films, factors)
    _penalty: float = field(init=False, repr=False)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Factorise; raises EngineError without the extra `learn`."""
        try:
            from implicit.cpu.als import AlternatingLeastSquares
        except ImportError as missing:
            raise EngineError("the model 'ials' needs its library: pip install 'matinee[learn]'") from missing
        from threadpoolctl import threadpool_limits

        self._penalty = self.regularisation * self.confidence * _strength(known.likes)
        with threadpool_limits(1, "blas"):  # it has threads of its own, and warns of BLAS with more than one
            als: Any = AlternatingLeastSquares(
                factors=self.factors,
                regularization=self._penalty,
                alpha=self.confidence,
                iterations=self.sweeps,
                random_state=self.seed,
                use_cg=False,
            )
            als.fit(known.likes, show_progress=False)
        self._films = np.asarray(als.item_factors, dtype=np.float64)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) products of factors, about 1 for what is surely liked; all 0 for people who like nothing."""
        whole = self._films.T @ self._films + self._penalty * np.eye(self.factors)
        likes = given.likes
        people = np.zeros((likes.shape[0], self.factors))
        for person in range(len(people)):
            liked = self._films[likes.indices[likes.indptr[person] : likes.indptr[person + 1]]]
            if len(liked):
                own = whole + (self.confidence - 1.0) * (liked.T @ liked)
                people[person] = np.linalg.solve(own, self.confidence * liked.sum(axis=0))
        return np.asarray(people @ self._films.T, dtype=np.float32)


def _strength(likes: Any) -> float:
    """How strong the pattern is that everybody likes every film: a lower bound of the first singular value of likes."""
    return float(max(1e-3, likes.nnz / np.sqrt(max(1, likes.shape[0] * likes.shape[1]))))
