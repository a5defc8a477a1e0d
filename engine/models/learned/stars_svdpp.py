"""Stars by factors, and by which films a person chose to rate at all: SVD++.

Koren, "Factorization meets the Neighborhood" (KDD 2008): the vector of a person is a part of their own plus a sum over
the films they rated. Here that sum is what the whole vector shrinks towards, which comes to the same, fitted by
alternating least squares and kept to the leading directions of what people choose. Films are treated alike, by who
rated them ("flipped": Rendle, Zhang and Koren, "On the Difficulty of Evaluating Baselines", 2019); that helps most.
"""

from __future__ import annotations

from typing import ClassVar

from engine.models.learned.stars_factors import Svd


class SvdPlusPlus(Svd):
    """Factors whose priors come from habits, on both sides."""

    name: ClassVar[str] = "svd++"

    def __init__(
        self,
        *,
        factors: int = 20,
        penalty: float = 15.0,
        to_offsets: float = 6.0,
        habits: int = 50,
        to_habits: float = 3.0,
        rounds: int = 20,
        seed: int = 0,
    ) -> None:
        super().__init__(
            factors=factors,
            penalty=penalty,
            to_offsets=to_offsets,
            habits=habits,
            to_habits=to_habits,
            rounds=rounds,
            seed=seed,
        )
