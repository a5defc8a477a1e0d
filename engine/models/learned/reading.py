"""What can be read of films, as numbers that a linear model learns from."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models.learned import Traits

_WORDS = 50_000  # at most: those that stand in most texts


def tfidf(documents: tuple[str, ...], *, vocabulary: int = _WORDS) -> Any:
    """CSR (films, words) float32 of TF-IDF, rows of length 1, or 0 without words; without any word one empty column.

    English stop words, and words of one film alone, are left out; counts are dampened (1 + log).
    """
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    fewest = min(2, max(1, len(documents)))
    reader = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=fewest, max_features=vocabulary)
    try:
        return csr_matrix(reader.fit_transform(documents), dtype=np.float32)
    except ValueError:  # there is no word to learn, which it takes for a mistake
        return csr_matrix((len(documents), 1), dtype=np.float32)


def known(traits: Traits) -> NDArray[np.bool_]:
    """(films,) whether anything can be read of each."""
    return np.array([bool(text) for text in traits.documents]) | traits.vectors.any(axis=1)


def features(traits: Traits, *, topics: int, seed: int) -> NDArray[np.float64]:
    """(films, features) their vectors, moods and topics of their words, each of the three as weighty as the others.

    Each block is centred over the films that are known, whose rows then have a mean square length of 1; films that are
    not known are zeros. Topics are the first singular vectors of TF-IDF.
    """
    here = known(traits)
    blocks = [traits.vectors, _topics(traits.documents, topics, seed)]
    if traits.moods is not None:
        blocks.append(traits.moods)
    return np.hstack([_even(block.astype(np.float64), here) for block in blocks])


def _topics(documents: tuple[str, ...], topics: int, seed: int) -> NDArray[np.float32]:
    from sklearn.decomposition import TruncatedSVD

    words = tfidf(documents)
    count = min(topics, min(words.shape) - 1)
    if count < 1 or not words.nnz:
        return np.zeros((len(documents), 0), dtype=np.float32)
    return np.asarray(TruncatedSVD(count, random_state=seed).fit_transform(words), dtype=np.float32)


def _even(block: NDArray[np.float64], here: NDArray[np.bool_]) -> NDArray[np.float64]:
    if not here.any():
        return np.zeros_like(block)
    found = np.where(here[:, None], block - block[here].mean(axis=0), 0.0)
    length = np.sqrt((found[here] ** 2).sum(axis=1).mean())
    return found / length if length > 0 else found
