"""Films by the words of their documents: BM25 (Robertson and Zaragoza 2009), kept by bm25s."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

from index.errors import ArtefactError


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english")


def _tokens(texts: Sequence[str]) -> list[list[str]]:
    tokens = bm25s.tokenize(list(texts), stopwords="en", stemmer=_stemmer(), return_ids=False, show_progress=False)
    return list(tokens)


class Lexical:
    """A BM25 index over film documents, in catalogue order."""

    def __init__(self, index: Any, films: int) -> None:
        self._index = index
        self._films = films

    @classmethod
    def build(cls, documents: Sequence[str]) -> Lexical:
        """An index over documents, one a film."""
        tokens = _tokens(documents)
        # Numbered in order: left to bm25s, the same documents give other files with every run.
        vocabulary = {token: number for number, token in enumerate(sorted({t for some in tokens for t in some}))}
        index = bm25s.BM25(method="lucene")
        index.index(([[vocabulary[t] for t in some] for some in tokens], vocabulary), show_progress=False)
        return cls(index, len(documents))

    @classmethod
    def open(cls, folder: Path) -> Lexical:
        """Map an index that `save` wrote; raises ArtefactError when it cannot be read."""
        try:
            index = bm25s.BM25.load(str(folder), mmap=True, show_progress=False)
        except Exception as broken:  # json, numpy and bm25s fail in many ways over bytes that they did not write
            raise ArtefactError(f"{folder} cannot be read: build again with `matinee catalogue build`") from broken
        return cls(index, int(index.scores["num_docs"]))

    def save(self, folder: Path) -> None:
        """Write the index as a folder of arrays."""
        self._index.save(str(folder), show_progress=False)

    def __len__(self) -> int:
        return self._films

    def scores(self, text: str) -> NDArray[np.float32]:
        """BM25 of every film for a text: (films,), 0 and up, higher is better; all 0 when no word is known."""
        known = [token for token in _tokens([text])[0] if token in self._index.vocab_dict]
        if not known:
            return np.zeros(self._films, dtype=np.float32)
        scores: NDArray[np.float32] = self._index.get_scores(known).astype(np.float32)
        return scores
