"""Small opinions, drawn at random, for models to learn from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from engine.models.learned import Opinions, Traits

Draw = Callable[..., Opinions]


def _draw(seed: int = 0, *, people: int = 30, films: int = 12, share: float = 0.5) -> Opinions:
    rng = np.random.default_rng(seed)
    stars = rng.integers(1, 11, (people, films)) / 2 * (rng.random((people, films)) < share)
    told = pd.DataFrame(
        {
            "age": rng.choice([np.nan, 15.0, 21.0, 62.0], people),
            "gender": rng.choice(["F", "M", ""], people).astype(object),
            "occupation": rng.choice(["", "artist", "farmer"], people).astype(object),
        }
    )
    return Opinions(stars=csr_matrix(stars.astype(np.float32)), films=np.arange(films) * 10 + 7, people=told)


@pytest.fixture
def draw() -> Draw:
    """`draw(seed, people=, films=, share=)`: opinions at random; of the same seed the same."""
    return _draw


@pytest.fixture
def traits_of_twelve() -> Traits:
    """Of twelve films: ten that are known, in two kinds, and two of which nothing is."""
    rng = np.random.default_rng(5)
    kind = np.arange(12) % 2
    vectors = rng.normal(size=(12, 6)) + 3 * np.eye(6)[kind]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[10:] = 0
    words = (("ghost house night", "fear dark"), ("love song summer", "kiss wedding"))
    documents = tuple(f"{words[k][0]} {words[k][1]} number{i % 5}" if i < 10 else "" for i, k in enumerate(kind))
    moods = np.where(np.arange(12)[:, None] < 10, rng.random((12, 4)) * 4, 0)
    return Traits(vectors=vectors.astype(np.float32), documents=documents, moods=moods.astype(np.float32))
