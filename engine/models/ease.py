"""EASE: a linear item-item model in closed form, and its denoising form, which is better for people with few likes.

Steck, "Embarrassingly Shallow Autoencoders for Sparse Data" (WWW 2019); dropout as a penalty in closed form: Steck,
"Autoencoders that don't overfit towards the Identity" (NeurIPS 2020).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def ease(likes: Any, *, penalty: float = 300.0, dropout: float = 0.0) -> NDArray[np.float32]:
    """Weights (items, items) with a zero diagonal: what liking one film (row) adds to another (column).

    `likes` is a sparse matrix (people, items) of 0 and 1; `dropout` in [0, 1) is the share of likes that training
    imagines away. Higher weights speak for a film. B = I - P / diag(P), with P the inverse of X'X + penalty, and of
    dropout / (1 - dropout) times the diagonal of X'X.
    """
    gram = np.asarray((likes.T @ likes).todense(), dtype=np.float64)
    diagonal = np.diag_indices(len(gram))
    gram[diagonal] += penalty + dropout / (1.0 - dropout) * gram[diagonal]
    inverse = np.linalg.inv(gram)
    weights = (-inverse / np.diag(inverse)).astype(np.float32)
    weights[diagonal] = 0.0
    return weights
